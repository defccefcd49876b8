//! The widgets. Each folder holds its options, its view and its style sheet, and no rules.

pub mod discount_calculator;
