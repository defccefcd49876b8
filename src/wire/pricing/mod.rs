//! What the engine is asked, and what it answers.

mod answer;
mod choice;
mod condition;
mod giving;
mod line;
mod policy;
mod request;
mod rule;
mod table;
mod tiers;

pub use table::{PricedTable, asked_columns};
