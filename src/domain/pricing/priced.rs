//! The answer of the engine.

use rust_decimal::Decimal;

use super::request::StepKind;
use super::tier::Measure;

/// What an order comes to, and how it came to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Priced {
    /// One per line of the request, in its order.
    pub lines: Vec<PricedLine>,
    /// The sum of the lines' list amounts.
    pub list: Decimal,
    /// The sum of the lines' net amounts: what the client is to pay.
    pub net: Decimal,
    /// `list - net`; a surcharge is negative.
    pub discount: Decimal,
    /// The discount in percent of the list amount, unrounded.
    pub percent: Decimal,
    /// One per step of the request; the amounts add up to `net - list` exactly.
    pub waterfall: Vec<Effect>,
    /// The next rung of each ladder that has one.
    pub next: Vec<NextTier>,
    /// What waiting for the money costs, if it was asked.
    pub deferral: Option<Deferred>,
}

/// What one line comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PricedLine {
    /// The line's id.
    pub id: String,
    /// Quantity times unit price, rounded.
    pub list: Decimal,
    /// What is to be paid for the line, its share of order steps included.
    pub net: Decimal,
    /// `list - net`; a surcharge is negative.
    pub discount: Decimal,
    /// The discount in percent of the list amount, unrounded; zero if the list amount is.
    pub percent: Decimal,
    /// What each step changed, in the request's order; they add up to `net - list`.
    pub effects: Vec<Decimal>,
}

/// What one step changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// The step's id.
    pub step: String,
    /// Why the price changed.
    pub kind: StepKind,
    /// The change over all lines; a discount is negative.
    pub amount: Decimal,
    /// The rate, if one held for all lines.
    pub percent: Option<Decimal>,
}

/// How much more reaches the next rung.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextTier {
    /// The step's id.
    pub step: String,
    /// The line's id, the first line's for a group; none if the step looks at the whole order.
    pub line: Option<String>,
    /// What is missing: units or money.
    pub measure: Measure,
    /// The threshold of the next rung.
    pub from: Decimal,
    /// What is missing to reach it.
    pub missing: Decimal,
    /// What would come off there, in percent.
    pub percent: Decimal,
    /// What comes off now, in percent.
    pub now_percent: Decimal,
}

/// What waiting for the money costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deferred {
    /// What the net amount is worth on the day of delivery.
    pub present_value: Decimal,
    /// Net less present value.
    pub cost: Decimal,
    /// The cost in percent of the net amount, unrounded.
    pub cost_percent: Decimal,
    /// Discount and cost together, in percent of the list amount.
    pub effective_percent: Decimal,
}
