//! The answer of the engine.

use core::fmt;
use core::ops::Index;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::step::StepKind;
use super::tier::Measure;
use super::when::Unmet;
use crate::domain::error::Result;
use crate::domain::label::Label;
use crate::domain::money::{Rounding, div, percent_of, percentage};

/// What an order comes to, and how it came to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Priced {
    /// One per line of the request, in its order.
    pub lines: Vec<PricedLine>,
    /// The sum of the lines' list amounts.
    pub list: Decimal,
    /// The sum of the lines' net amounts: what the client is to pay for the goods, tax and charges apart.
    pub net: Decimal,
    /// `list - net`; a surcharge is negative.
    pub discount: Decimal,
    /// The discount in percent of the list amount, unrounded.
    pub percent: Decimal,
    /// One per step of the request; the amounts add up to `net - list` exactly.
    pub waterfall: Vec<Effect>,
    /// The next rung of each ladder that has one, and what is missing to a threshold that asked to be hinted at.
    pub next: Vec<NextTier>,
    /// Goods that are added for nothing.
    pub free: Vec<FreeGood>,
    /// What is to be paid in all, with tax and charges.
    pub taxed: Taxed,
    /// What waiting for the money costs, if it was asked.
    pub deferral: Option<Deferred>,
}

/// What one line comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PricedLine {
    /// The line's id.
    pub id: Label,
    /// Quantity times unit price, rounded.
    pub list: Decimal,
    /// What is to be paid for the line, its share of order steps included.
    pub net: Decimal,
    /// `list - net`; a surcharge is negative.
    pub discount: Decimal,
    /// The tax on the line, on top of `net` or in it.
    pub tax: Decimal,
    /// What is to be paid for the line with tax.
    pub gross: Decimal,
    /// What each step changed, in the request's order; they add up to `net - list`.
    pub effects: Effects,
    /// Before it was rounded.
    pub(super) unrounded: Decimal,
    /// How many units that is for.
    pub(super) quantity: Decimal,
}

/// What each step changed on one line, a discount being negative. All lines have a part of one list, the lines of the first step
/// before those of the second, because an order may have thousands of lines.
#[derive(Clone)]
pub struct Effects {
    all: Arc<Vec<Decimal>>,
    line: usize,
    lines: usize,
}

/// What is to be paid in all, charges included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taxed {
    /// Without tax.
    pub net: Decimal,
    /// The tax.
    pub tax: Decimal,
    /// With tax.
    pub gross: Decimal,
    /// By how much the discounts lower what is to be paid with tax.
    pub discount: Decimal,
}

/// Goods that are added for nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FreeGood {
    /// The step's id.
    pub step: String,
    /// The line for which they are given, or the first of several; none if it is the whole order.
    pub line: Option<Label>,
    /// What is given, if it is not the same goods.
    pub item: Option<String>,
    /// How many, in stock units.
    pub quantity: Decimal,
    /// What they would cost at list price.
    pub worth: Decimal,
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
    /// The rate, if one held for all its lines.
    pub percent: Option<Decimal>,
    /// Why the step does not hold; none if it does.
    pub unmet: Option<Unmet>,
    /// What it should have taken off besides, had the floors, or zero, not stood in the way.
    pub unplaced: Decimal,
}

/// How much more reaches the next rung.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextTier {
    /// The step's id.
    pub step: String,
    /// The line's id, the first line's for a group; none if the step looks at the whole order.
    pub line: Option<Label>,
    /// What is missing: units or money.
    pub measure: Measure,
    /// The threshold of the next rung.
    pub from: Decimal,
    /// What is missing to reach it.
    pub missing: Decimal,
    /// What would come off there, in percent; zero if the step gives something else.
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

impl Effects {
    /// Those of one line after the other; of steps that are missing at the end there are none.
    pub(super) fn each(mut all: Vec<Decimal>, lines: usize, steps: usize) -> impl Iterator<Item = Self> {
        all.resize(lines * steps, Decimal::ZERO);
        let all = Arc::new(all);
        (0..lines).map(move |line| Self { all: Arc::clone(&all), line, lines })
    }

    /// One for each step of the request, in its order.
    pub fn iter(&self) -> impl Iterator<Item = &Decimal> {
        self.all.iter().skip(self.line).step_by(self.lines)
    }

    /// What the step of this place in the request changed.
    pub fn get(&self, step: usize) -> Option<&Decimal> {
        self.all.get(step * self.lines + self.line)
    }
}

impl Default for Effects {
    fn default() -> Self {
        Self { all: Arc::default(), line: 0, lines: 1 }
    }
}

impl Index<usize> for Effects {
    type Output = Decimal;

    fn index(&self, step: usize) -> &Decimal {
        &self.all[step * self.lines + self.line]
    }
}

impl fmt::Debug for Effects {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl PartialEq for Effects {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for Effects {}

impl Priced {
    /// The steps that hold.
    pub fn applied(&self) -> impl Iterator<Item = &Effect> {
        self.waterfall.iter().filter(|effect| effect.unmet.is_none())
    }

    /// The discount as a part of one, rounded: 0.25 for a quarter.
    ///
    /// # Errors
    /// `number.overflow`.
    pub fn discount_rate(&self, digits: u32, rounding: Rounding) -> Result<Decimal> {
        Ok(rounding.round(percent_of(Decimal::ONE, self.percent)?, digits))
    }
}

impl PricedLine {
    /// The discount in percent of the list amount, unrounded; zero if the list amount is.
    pub fn percent(&self) -> Decimal {
        // Worked out where somebody asks for it, because a quotient takes longer than most of what made the price. Amounts of
        // which there is none were refused when the line was priced.
        if self.discount.is_zero() { Decimal::ZERO } else { percentage(self.discount, self.list).unwrap_or_default() }
    }

    /// What one unit comes to, unrounded unless the request has unit prices rounded; zero where nothing is ordered.
    ///
    /// # Errors
    /// `number.overflow`.
    pub fn unit_price(&self) -> Result<Decimal> {
        if self.quantity.is_zero() { Ok(Decimal::ZERO) } else { div(self.unrounded, self.quantity) }
    }

    /// What the step of this place in the request took off the line; a surcharge is negative.
    pub fn discount_of(&self, step: usize) -> Decimal {
        self.effects.get(step).map_or(Decimal::ZERO, |effect| -*effect)
    }
}

impl Effect {
    /// What came off; a surcharge is negative.
    pub fn discount(&self) -> Decimal {
        -self.amount
    }

    /// Whether the step made any difference to the price.
    pub fn changes(&self) -> bool {
        !self.amount.is_zero()
    }
}
