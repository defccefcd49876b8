//! What the engine is asked, and what it answers.

mod answer;
mod request;
mod rule;
