//! What the engine is asked, and what it answers. What is asked is also stored: whatever is not said has its default.

mod answer;
mod choice;
mod condition;
mod giving;
mod line;
mod policy;
mod request;
mod rule;
mod rules;
mod table;
mod tiers;

pub use rules::traits;
pub use table::{PricedTable, asked_columns};
