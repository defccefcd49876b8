//! A price worked out from another price.

use rust_decimal::Decimal;

use crate::domain::error::{Code, Error, Result};
use crate::domain::money::{Rounding, add, div, mul, percent_of, sub};

/// How a price follows from another one, in this order: exchange rate and unit, tax taken out, discount, rounding,
/// surcharge, least and largest margin. The default leaves the price as it is.
///
/// The surcharge comes after the rounding, so that prices can end in .99.
///
/// ```
/// use sapa::domain::pricing::Formula;
///
/// let formula = Formula {
///     discount_percent: (-20).into(), round_to: Some(5.into()), surcharge: 92.into(), ..Formula::default()
/// };
/// assert_eq!(formula.price(1000.into())?, 1292.into());
/// # Ok::<(), sapa::domain::error::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Formula {
    /// Units of the price's currency for one of the base's.
    pub exchange_rate: Decimal,
    /// How many of the base's units one of the price's is: 10 for a box of ten.
    pub unit_factor: Decimal,
    /// The tax that is in the base price and not in this one, in percent.
    pub included_tax_percent: Decimal,
    /// What comes off, in percent; a mark-up is negative.
    pub discount_percent: Decimal,
    /// The step of whose multiples the price is one, such as 0.05.
    pub round_to: Option<Decimal>,
    /// Digits after the point, where there is no such step.
    pub digits: Option<u32>,
    /// Which way to round.
    pub rounding: Rounding,
    /// What is added at last.
    pub surcharge: Decimal,
    /// The price is the base, in its own currency and unit, and this more, at least.
    pub min_margin: Option<Decimal>,
    /// The price is the base, in its own currency and unit, and this more, at most.
    pub max_margin: Option<Decimal>,
}

impl Default for Formula {
    fn default() -> Self {
        Self {
            exchange_rate: Decimal::ONE,
            unit_factor: Decimal::ONE,
            included_tax_percent: Decimal::ZERO,
            discount_percent: Decimal::ZERO,
            round_to: None,
            digits: None,
            rounding: Rounding::HalfUp,
            surcharge: Decimal::ZERO,
            min_margin: None,
            max_margin: None,
        }
    }
}

impl Formula {
    /// Whether prices can follow by it at all.
    ///
    /// # Errors
    /// `number.range` for a rate, a factor, a tax or a step that cannot be, `rule.invalid` if the least margin is above the
    /// largest.
    pub fn check(&self) -> Result<()> {
        let sound = self.exchange_rate > Decimal::ZERO
            && self.unit_factor > Decimal::ZERO
            && self.included_tax_percent >= Decimal::ZERO
            && self.round_to.is_none_or(|step| step > Decimal::ZERO);
        if !sound {
            return Err(Error::new(Code::NumberRange, "formula"));
        }
        if self.min_margin.zip(self.max_margin).is_some_and(|(least, most)| least > most) {
            return Err(Error::new(Code::RuleInvalid, "the least margin is above the largest"));
        }
        Ok(())
    }

    /// The base in the price's currency and unit, without the tax.
    ///
    /// # Errors
    /// Those of [`Formula::check`]; `number.overflow`.
    pub fn before_discount(&self, base: Decimal) -> Result<Decimal> {
        self.check()?;
        let base = mul(mul(base, self.exchange_rate)?, self.unit_factor)?;
        if self.included_tax_percent.is_zero() {
            return Ok(base);
        }
        div(mul(base, Decimal::ONE_HUNDRED)?, add(Decimal::ONE_HUNDRED, self.included_tax_percent)?)
    }

    /// The price that follows from this base.
    ///
    /// # Errors
    /// As for [`Formula::before_discount`]; `rule.invalid` if the price would be below zero.
    pub fn price(&self, base: Decimal) -> Result<Decimal> {
        let base = self.before_discount(base)?;
        let mut price = sub(base, percent_of(base, self.discount_percent)?)?;
        if let Some(step) = self.round_to {
            price = self.rounding.to_multiple(price, step)?;
        } else if let Some(digits) = self.digits {
            price = self.rounding.round(price, digits);
        }
        price = add(price, self.surcharge)?;
        if let Some(margin) = self.min_margin {
            price = price.max(add(base, margin)?);
        }
        if let Some(margin) = self.max_margin {
            price = price.min(add(base, margin)?);
        }
        if price < Decimal::ZERO { Err(Error::new(Code::RuleInvalid, "a price below zero")) } else { Ok(price) }
    }
}
