//! What is to be priced, and by which rules.

use rust_decimal::Decimal;

use super::deferral::Deferral;
use super::tier::Tiers;
use crate::domain::allocation::Allocation;
use crate::domain::error::{Code, Error, Result};
use crate::domain::money::{Currency, Rounding};

/// Lines at list price and the steps that lead to the net price, in the order they apply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The currency of every amount.
    pub currency: Currency,
    /// How amounts are rounded to the currency's smallest unit.
    pub rounding: Rounding,
    /// Which lines take the spare smallest units of an order discount.
    pub allocation: Allocation,
    /// What is ordered.
    pub lines: Vec<RequestLine>,
    /// The rules, first to last.
    pub steps: Vec<Step>,
    /// What waiting for the money costs, if it is to be worked out.
    pub deferral: Option<Deferral>,
}

/// One line of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestLine {
    /// Names the line in the answer.
    pub id: String,
    /// Lines of one group count together where a step's scope is the group.
    pub group: Option<String>,
    /// Units ordered.
    pub quantity: Decimal,
    /// List price of one unit; it may have more digits than the currency.
    pub unit_price: Decimal,
    /// What one unit costs us.
    pub cost: Option<Decimal>,
}

/// One rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Names the rule in the answer.
    pub id: String,
    /// Why the price changes, for people to read.
    pub kind: StepKind,
    /// On what the rule looks, and what it changes.
    pub scope: Scope,
    /// Whether it builds on the steps before it.
    pub basis: Basis,
    /// What it does.
    pub adjust: Adjust,
}

/// Why the price changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepKind {
    /// Much of a line or a group is ordered.
    Volume,
    /// It was agreed with the client.
    Client,
    /// A promotion is on.
    Promotion,
    /// The client brought a coupon.
    Coupon,
    /// The account manager decided it.
    Manual,
    /// The whole order is large.
    Order,
    /// The client pays early or late.
    Payment,
}

/// On what a rule looks, and what it changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Each line by itself.
    Line,
    /// Each line, by what all lines of its group come to.
    Group,
    /// The document; what comes off is shared out over the lines.
    Order,
}

/// What a percentage is taken of, and an amount measured by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Basis {
    /// The amount the steps before left.
    #[default]
    Running,
    /// The amount at list price.
    List,
}

/// What a rule does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Adjust {
    /// So many percent come off; a surcharge is negative.
    Percent(Decimal),
    /// So much comes off each unit, or off the order if that is the scope; a surcharge is negative.
    Amount(Decimal),
    /// What comes off depends on how much is ordered.
    Tiers(Tiers),
}

impl Request {
    /// Whether the request can be priced at all.
    ///
    /// # Errors
    /// `number.range` naming the line, `rule.invalid` naming the step.
    pub(super) fn check(&self) -> Result<()> {
        let below_zero = |line: &&RequestLine| line.quantity < Decimal::ZERO || line.unit_price < Decimal::ZERO;
        if let Some(line) = self.lines.iter().find(below_zero) {
            return Err(Error::new(Code::NumberRange, line.id.clone()));
        }
        if let Some(step) = self.steps.iter().find(|step| !step.is_sound()) {
            return Err(Error::new(Code::RuleInvalid, step.id.clone()));
        }
        self.deferral.map_or(Ok(()), |deferral| deferral.check())
    }
}

impl Step {
    fn is_sound(&self) -> bool {
        match &self.adjust {
            Adjust::Percent(percent) => *percent <= Decimal::ONE_HUNDRED,
            Adjust::Amount(_) => true,
            Adjust::Tiers(tiers) => tiers.is_sound(),
        }
    }
}
