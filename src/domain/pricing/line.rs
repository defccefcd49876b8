//! One line of an order, as it is asked for.

use rust_decimal::Decimal;

use crate::domain::error::{Code, Error, Result};
use crate::domain::label::Label;
use crate::domain::money::{alike, div, mul};

/// One line of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestLine {
    /// Names the line in the answer.
    pub id: Label,
    /// What is sold, where rules name it.
    pub item: Option<Label>,
    /// Its brand, where rules name it.
    pub brand: Option<Label>,
    /// Lines of one group count together where a step's scope is the group.
    pub group: Option<Label>,
    /// In which unit it is ordered, where price lists name it.
    pub unit: Option<Label>,
    /// Units ordered.
    pub quantity: Decimal,
    /// How many stock units one ordered unit is: 10 for a box of ten. Thresholds of quantity count stock units.
    pub unit_factor: Decimal,
    /// List price; it may have more digits than the currency.
    pub unit_price: Decimal,
    /// What the list price is the price of.
    pub per: Per,
    /// What one ordered unit weighs.
    pub weight: Decimal,
    /// What one ordered unit costs us.
    pub cost: Option<Decimal>,
    /// What one ordered unit must bring at least.
    pub min_price: Option<Decimal>,
    /// The tax on this line, in percent: 0 to 1000.
    pub tax_percent: Decimal,
}

/// What a price is the price of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Per {
    /// One ordered unit.
    #[default]
    Unit,
    /// One stock unit, of which an ordered unit may be several.
    StockUnit,
    /// The whole line.
    Line,
}

/// More units than this are a slip of the pen, and far below what would strain the arithmetic.
pub(in crate::domain) const MOST_UNITS: Decimal = Decimal::from_parts(0xd4a5_1000, 0xe8, 0, false, 0);

/// The highest tax anybody levies is far below, and this far below what would strain the arithmetic.
pub(super) const MOST_TAX: Decimal = Decimal::ONE_THOUSAND;

impl Default for RequestLine {
    /// One unit of nothing.
    fn default() -> Self {
        Self {
            id: Label::default(),
            item: None,
            brand: None,
            group: None,
            unit: None,
            quantity: Decimal::ONE,
            unit_factor: Decimal::ONE,
            unit_price: Decimal::ZERO,
            per: Per::Unit,
            weight: Decimal::ZERO,
            cost: None,
            min_price: None,
            tax_percent: Decimal::ZERO,
        }
    }
}

impl RequestLine {
    /// Quantity times list price, unrounded.
    pub(super) fn amount(&self) -> Result<Decimal> {
        match self.per {
            Per::Unit => mul(self.quantity, self.unit_price),
            Per::StockUnit => mul(self.stock_units()?, self.unit_price),
            Per::Line => Ok(self.unit_price),
        }
    }

    /// List price of one ordered unit.
    pub(super) fn list_price(&self) -> Result<Decimal> {
        match self.per {
            Per::Unit => Ok(self.unit_price),
            Per::StockUnit => mul(self.unit_price, self.unit_factor),
            Per::Line if self.quantity.is_zero() => Ok(self.unit_price),
            Per::Line => div(self.unit_price, self.quantity),
        }
    }

    /// So many ordered units in the units the list price is for.
    pub(super) fn priced_units(&self, ordered: Decimal) -> Result<Decimal> {
        if self.per == Per::StockUnit { mul(ordered, self.unit_factor) } else { Ok(ordered) }
    }

    /// The quantity in stock units.
    #[inline]
    pub(super) fn stock_units(&self) -> Result<Decimal> {
        if alike(self.unit_factor, Decimal::ONE) || self.unit_factor == Decimal::ONE {
            Ok(self.quantity)
        } else {
            mul(self.quantity, self.unit_factor)
        }
    }

    /// # Errors
    /// `number.range` naming the line.
    #[cfg_attr(optimize_attribute, optimize(speed), inline(never))]
    pub(super) fn check(&self) -> Result<()> {
        let sound = at_most(self.quantity, MOST_UNITS)
            && at_most(self.tax_percent, MOST_TAX)
            && !self.unit_factor.is_zero()
            && ![self.quantity, self.unit_factor, self.unit_price, self.weight, self.tax_percent]
                .iter()
                .any(is_negative)
            && !self.min_price.as_ref().is_some_and(is_negative);
        if sound { Ok(()) } else { Err(Error::new(Code::NumberRange, &*self.id)) }
    }
}

/// Whether the number is no more than a whole one. No number is more than its digits without the point, which are quicker to
/// compare.
#[inline]
fn at_most(number: Decimal, whole: Decimal) -> bool {
    number.mantissa() <= whole.mantissa() || number <= whole
}

#[inline]
fn is_negative(number: &Decimal) -> bool {
    number.is_sign_negative() && !number.is_zero()
}
