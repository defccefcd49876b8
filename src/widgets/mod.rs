//! The widgets. Each folder holds its view and its style sheet, and no rules.

pub mod competitor_comparison;
pub mod discount_calculator;

use crate::session::Desk;
use crate::ui::El;

/// What draws the widget of this name.
pub fn named(name: &str) -> Option<fn(Desk) -> El> {
    Some(match name {
        "competitor-comparison" => competitor_comparison::competitor_comparison,
        "discount-calculator" => discount_calculator::calculator,
        _ => return None,
    })
}
