//! The answer of the engine.

use rust_decimal::Decimal;
use serde::Serialize;

use super::request::StepKind;
use super::tier::Measure;
use crate::domain::number::text;

/// What an order comes to, and how it came to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Priced {
    /// One per line of the request, in its order.
    pub lines: Vec<PricedLine>,
    /// The sum of the lines' list amounts.
    #[serde(with = "text")]
    pub list: Decimal,
    /// The sum of the lines' net amounts: what the client is to pay.
    #[serde(with = "text")]
    pub net: Decimal,
    /// `list - net`; a surcharge is negative.
    #[serde(with = "text")]
    pub discount: Decimal,
    /// The discount in percent of the list amount, unrounded.
    #[serde(with = "text")]
    pub percent: Decimal,
    /// One per step of the request; the amounts add up to `net - list` exactly.
    pub waterfall: Vec<Effect>,
    /// The next rung of each ladder that has one.
    pub next: Vec<NextTier>,
    /// What waiting for the money costs, if it was asked.
    pub deferral: Option<Deferred>,
}

/// What one line comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PricedLine {
    /// The line's id.
    pub id: String,
    /// Quantity times unit price, rounded.
    #[serde(with = "text")]
    pub list: Decimal,
    /// What is to be paid for the line, its share of order steps included.
    #[serde(with = "text")]
    pub net: Decimal,
    /// `list - net`; a surcharge is negative.
    #[serde(with = "text")]
    pub discount: Decimal,
    /// The discount in percent of the list amount, unrounded; zero if the list amount is.
    #[serde(with = "text")]
    pub percent: Decimal,
    /// What each step changed, in the request's order; they add up to `net - list`.
    pub effects: Vec<Decimal>,
}

/// What one step changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Effect {
    /// The step's id.
    pub step: String,
    /// Why the price changed.
    pub kind: StepKind,
    /// The change over all lines; a discount is negative.
    #[serde(with = "text")]
    pub amount: Decimal,
    /// The rate, if one held for all lines.
    #[serde(with = "text::option")]
    pub percent: Option<Decimal>,
}

/// How much more reaches the next rung.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NextTier {
    /// The step's id.
    pub step: String,
    /// The line's id, the first line's for a group; none if the step looks at the whole order.
    pub line: Option<String>,
    /// What is missing: units or money.
    pub measure: Measure,
    /// The threshold of the next rung.
    #[serde(with = "text")]
    pub from: Decimal,
    /// What is missing to reach it.
    #[serde(with = "text")]
    pub missing: Decimal,
    /// What would come off there, in percent.
    #[serde(with = "text")]
    pub percent: Decimal,
    /// What comes off now, in percent.
    #[serde(with = "text")]
    pub now_percent: Decimal,
}

/// What waiting for the money costs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Deferred {
    /// What the net amount is worth on the day of delivery.
    #[serde(with = "text")]
    pub present_value: Decimal,
    /// Net less present value.
    #[serde(with = "text")]
    pub cost: Decimal,
    /// The cost in percent of the net amount, unrounded.
    #[serde(with = "text")]
    pub cost_percent: Decimal,
    /// Discount and cost together, in percent of the list amount.
    #[serde(with = "text")]
    pub effective_percent: Decimal,
}
