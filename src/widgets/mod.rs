//! The widgets. Each folder holds its view and its style sheet, and no rules.

pub mod client_card;
pub mod competitor_comparison;
pub mod discount_calculator;
pub mod meeting_planner;

use crate::session::Desk;
use crate::ui::El;

/// What draws the widget of this name.
pub fn named(name: &str) -> Option<fn(Desk) -> El> {
    Some(match name {
        "client-card" => client_card::client_card,
        "competitor-comparison" => competitor_comparison::competitor_comparison,
        "discount-calculator" => discount_calculator::calculator,
        "meeting-planner" => meeting_planner::meeting_planner,
        _ => return None,
    })
}
