//! Page objects: where things are and how a person handles them. Scenarios say what should happen, and never a selector of the widget.

mod amount;
mod calculator;
mod card;
mod comparison;
mod demo;
mod hand;
mod hands;
mod heard;
mod place;
mod planner;

pub(crate) use amount::{cents, figures};
pub(crate) use calculator::Calculator;
pub(crate) use card::Card;
pub(crate) use comparison::Comparison;
pub(crate) use demo::{Demo, TODAY};
pub(crate) use hand::Hand;
pub(crate) use hands::{choose, focused_part, press, retype_and_click, tab_to, tap, type_text, undo_by_keys};
pub(crate) use heard::{heard, listen};
pub(crate) use place::place;
pub(crate) use planner::Planner;
