//! Ours beside theirs, from the records of competitors, their products, criteria, facts and objections.

mod competitor;
mod criterion;
mod fact;
