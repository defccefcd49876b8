//! What the engine is asked, and what it answers.

mod answer;
mod choice;
mod condition;
mod giving;
mod policy;
mod request;
mod rule;
mod tiers;
