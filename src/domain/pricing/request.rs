//! What is to be priced, by which rules and under which policies.

use rust_decimal::Decimal;

use super::deferral::Deferral;
use super::floor::Floor;
use super::line::{MOST_TAX, RequestLine};
use super::step::Step;
use super::tax::Tax;
use super::when::Buyer;
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
    /// For whom, and on which day.
    pub buyer: Buyer,
    /// What is paid besides the goods and never discounted.
    pub charges: Vec<Charge>,
    /// How tax is worked out.
    pub tax: Tax,
    /// Below what no line is sold.
    pub floor: Floor,
    /// Where there is more than one right way.
    pub policy: Policy,
}

/// Something paid besides the goods, such as freight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Charge {
    /// How much, rounded to the currency's smallest unit.
    pub amount: Decimal,
    /// The tax on it, in percent: 0 to 1000.
    pub tax_percent: Decimal,
}

/// What to do where there is more than one right way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Policy {
    /// Which amounts are rounded.
    pub round_at: RoundAt,
    /// How what comes off is rounded in each step, which then starts from a rounded amount. Unless it is said, the net price
    /// is rounded, and the discount is the rest.
    pub discount_rounding: Option<Rounding>,
    /// On what thresholds look.
    pub thresholds: Thresholds,
    /// Which of two priorities comes first.
    pub priority: Priority,
    /// Which of two exclusive steps of the same priority holds.
    pub tie: Tie,
    /// Whether an exclusive step must yield to a step of higher priority.
    pub precedence: Precedence,
}

/// Which amounts are rounded to the currency's smallest unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum RoundAt {
    /// What a line comes to.
    #[default]
    Line,
    /// What a unit comes to, and then what the line does.
    Unit,
    /// What the document comes to; lines are rounded so that they add up to it, each within a smallest unit.
    Document,
}

/// On what thresholds look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Thresholds {
    /// What the steps before have left, so that one step may bring an order below the threshold of the next.
    #[default]
    Running,
    /// What was ordered, at list price.
    Original,
}

/// Which of two priorities comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Priority {
    /// The higher number.
    #[default]
    HighestFirst,
    /// The lower number.
    LowestFirst,
}

/// Which of two exclusive steps of the same priority holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Tie {
    /// The one that stands first.
    #[default]
    First,
    /// The one that takes more off.
    LargestDiscount,
    /// Neither: the request is refused, naming both.
    Refuse,
}

/// Whether an exclusive step must yield to a step of higher priority.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Precedence {
    /// It excludes all other steps.
    #[default]
    Exclusive,
    /// It excludes steps of lower priority, and is excluded by those of higher.
    Priority,
}

impl Request {
    /// Nothing ordered under no rules; for `..Request::new(currency)`.
    pub fn new(currency: Currency) -> Self {
        Self {
            currency,
            rounding: Rounding::default(),
            allocation: Allocation::default(),
            lines: Vec::new(),
            steps: Vec::new(),
            deferral: None,
            buyer: Buyer::default(),
            charges: Vec::new(),
            tax: Tax::default(),
            floor: Floor::default(),
            policy: Policy::default(),
        }
    }

    /// Whether the lines, and the steps, can be told from one another.
    ///
    /// # Errors
    /// `rule.invalid`, naming the id that two of them have.
    pub fn check_ids(&self) -> Result<()> {
        let twin =
            |noun: &str, id: &str| Err(Error::new(Code::RuleInvalid, ["two ", noun, " of the id “", id, "”"].concat()));
        if let Some(id) = twice(self.steps.iter().map(|step| step.id.as_str()).collect()) {
            return twin("steps", id);
        }
        // Thousands of lines are numbered as a rule, and then need no sorting.
        fn number(line: &RequestLine) -> (usize, &str) {
            (line.id.len(), &line.id)
        }
        if self.lines.windows(2).all(|pair| matches!(pair, [one, next] if number(one) < number(next))) {
            return Ok(());
        }
        twice(self.lines.iter().map(|line| &*line.id).collect()).map_or(Ok(()), |id| twin("lines", id))
    }

    /// Whether the request can be priced at all.
    ///
    /// # Errors
    /// `number.range` naming the line, `rule.invalid` naming the step.
    pub(super) fn check(&self) -> Result<()> {
        self.lines.iter().try_for_each(RequestLine::check)?;
        if let Some(step) = self.steps.iter().find(|step| !step.is_sound()) {
            return Err(Error::new(Code::RuleInvalid, step.id.clone()));
        }
        let taxes = Decimal::ZERO..=MOST_TAX;
        let absurd = |charge: &Charge| charge.amount < Decimal::ZERO || !taxes.contains(&charge.tax_percent);
        if self.charges.iter().any(absurd) || self.tax.components.iter().any(|part| *part < Decimal::ZERO) {
            return Err(Error::new(Code::NumberRange, "a charge or its tax"));
        }
        self.floor.check()?;
        self.deferral.as_ref().map_or(Ok(()), Deferral::check)
    }
}

/// An id that stands twice.
fn twice(mut ids: Vec<&str>) -> Option<&str> {
    ids.sort_unstable();
    ids.windows(2).find(|pair| pair.first() == pair.last()).and_then(|pair| pair.first().copied())
}
