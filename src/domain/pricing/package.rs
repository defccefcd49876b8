//! Prices of whole packages.

use rust_decimal::Decimal;

use crate::domain::error::{Code, Error, Result};
use crate::domain::money::{Rounding, div, mul, sub};

/// Units sold in packages; one that is begun counts whole.
///
/// ```
/// use sapa::domain::pricing::Package;
///
/// let package = Package { size: 10.into(), price: 100.into(), free_units: 10.into() };
/// assert_eq!(package.total(121.into())?, 1200.into());
/// # Ok::<(), sapa::domain::error::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Package {
    /// Units in one package.
    pub size: Decimal,
    /// Price of one package.
    pub price: Decimal,
    /// Units that cost nothing, before the first package is begun.
    pub free_units: Decimal,
}

impl Package {
    /// What so many units come to.
    ///
    /// # Errors
    /// `number.range` for packages of nothing, `number.overflow`.
    pub fn total(&self, quantity: Decimal) -> Result<Decimal> {
        if !self.is_sound() {
            return Err(Error::new(Code::NumberRange, "package"));
        }
        let paid = sub(quantity, self.free_units)?.max(Decimal::ZERO);
        mul(Rounding::Ceiling.round(div(paid, self.size)?, 0), self.price)
    }

    pub(super) fn is_sound(&self) -> bool {
        self.size > Decimal::ZERO && self.price >= Decimal::ZERO && self.free_units >= Decimal::ZERO
    }
}
