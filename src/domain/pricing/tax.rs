//! Tax on top of prices, or in them.

use rust_decimal::Decimal;

use crate::domain::allocation::{Allocation, allocate};
use crate::domain::error::{Code, Error, Result};
use crate::domain::money::{Currency, Rounding, add, alike, div, from_minor, mul, percent_of};

/// How tax is worked out. Every line states its own percentage.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Tax {
    /// Whether prices have the tax in them.
    pub included: bool,
    /// What is rounded.
    pub rounding: TaxRounding,
    /// The taxes of which a percentage is the sum, where several are due at once: 15 and 5 for a line of 20 percent.
    pub components: Vec<Decimal>,
}

/// Which amounts of tax are rounded. The finer ones are then shared out so that they add up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum TaxRounding {
    /// The tax of each line.
    #[default]
    Line,
    /// Each component of each line's tax.
    ComponentOfLine,
    /// The tax of each rate, or of each component, over all lines.
    Rate,
    /// The tax of the document.
    Document,
}

/// More rates than any document has; looking through them must not take longer than working one out.
const RATES: usize = 16;

impl Tax {
    /// The tax on each of so many amounts, all in smallest units; the percentages stand beside the amounts.
    #[cfg_attr(optimize_attribute, optimize(speed), inline(never))]
    pub(super) fn of(
        &self,
        taxed: &[(i128, Decimal)],
        rounding: Rounding,
        allocation: Allocation,
        currency: Currency,
    ) -> Result<Vec<i128>> {
        let mut taxes = Vec::with_capacity(taxed.len());
        match self.rounding {
            TaxRounding::Line => {
                // There are far fewer rates than lines, and lines that stand together often have the same.
                let mut rates: Vec<(Decimal, (i128, i128))> = Vec::with_capacity(RATES);
                for (amount, percent) in taxed {
                    let mut at = 0;
                    while at < rates.len() && !alike(rates[at].0, *percent) {
                        at += 1;
                    }
                    if at == rates.len() {
                        at = at.min(RATES - 1);
                        rates.truncate(at);
                        rates.push((*percent, self.fraction(*percent, *percent)?));
                    }
                    taxes.push(rounding.part(*amount, rates[at].1)?);
                }
            }
            TaxRounding::ComponentOfLine => {
                for (amount, percent) in taxed {
                    let tax = self.each_component(*amount, *percent, rounding)?;
                    taxes.push(tax);
                }
            }
            TaxRounding::Rate | TaxRounding::Document => {
                let total = self.over_all(taxed, rounding, currency)?;
                let weights = taxed.iter().map(|(amount, percent)| weight(*amount, *percent, self.included));
                taxes = allocate(total, &weights.collect::<Result<Vec<_>>>()?, allocation)?;
            }
        }
        Ok(taxes)
    }

    fn over_all(&self, taxed: &[(i128, Decimal)], rounding: Rounding, currency: Currency) -> Result<i128> {
        let mut sorted = taxed.to_vec();
        sorted.sort_unstable_by_key(|(_, percent)| *percent);
        let (mut total, mut exact) = (0_i128, Decimal::ZERO);
        for same in sorted.chunk_by(|a, b| a.1 == b.1) {
            let percent = same.first().map(|(_, percent)| *percent).unwrap_or_default();
            let amount =
                same.iter().try_fold(0_i128, |sum, (amount, _)| sum.checked_add(*amount)).ok_or_else(overflow)?;
            if self.rounding == TaxRounding::Rate {
                total = total.checked_add(self.each_component(amount, percent, rounding)?).ok_or_else(overflow)?;
            } else {
                let amount = from_minor(amount, currency)?;
                let tax = if self.included {
                    div(mul(amount, percent)?, add(Decimal::ONE_HUNDRED, percent)?)?
                } else {
                    percent_of(amount, percent)?
                };
                exact = add(exact, tax)?;
            }
        }
        if self.rounding == TaxRounding::Rate { Ok(total) } else { rounding.to_minor(exact, currency) }
    }

    fn each_component(&self, amount: i128, percent: Decimal, rounding: Rounding) -> Result<i128> {
        let sum = self.components.iter().try_fold(Decimal::ZERO, |sum, part| add(sum, *part))?;
        if self.components.is_empty() || sum != percent {
            return self.rounded(amount, percent, percent, rounding);
        }
        self.components.iter().try_fold(0_i128, |sum, part| {
            sum.checked_add(self.rounded(amount, *part, percent, rounding)?).ok_or_else(overflow)
        })
    }

    /// The tax of `part` percent on an amount that is taxed with `whole` percent.
    fn rounded(&self, amount: i128, part: Decimal, whole: Decimal, rounding: Rounding) -> Result<i128> {
        rounding.part(amount, self.fraction(part, whole)?)
    }

    /// That tax as a fraction of the amount.
    fn fraction(&self, part: Decimal, whole: Decimal) -> Result<(i128, i128)> {
        let scale = part.scale().max(whole.scale());
        let hundred = at_scale(Decimal::ONE_HUNDRED, scale)?;
        let (part, whole) = (at_scale(part, scale)?, at_scale(whole, scale)?);
        Ok((part, if self.included { hundred + whole } else { hundred }))
    }
}

/// The mantissa with so many digits after the point.
fn at_scale(number: Decimal, scale: u32) -> Result<i128> {
    let lift = 10_i128.pow(scale.saturating_sub(number.scale()));
    number.mantissa().checked_mul(lift).ok_or_else(overflow)
}

/// In proportion to a line's tax, fine enough to tell lines apart.
fn weight(amount: i128, percent: Decimal, included: bool) -> Result<i128> {
    let fine = |part: Decimal| Rounding::HalfUp.round(part, 4);
    let share = at_scale(fine(percent), 4)?;
    let tax = amount.checked_mul(share).ok_or_else(overflow)?;
    if included {
        tax.checked_mul(100).ok_or_else(overflow)?.checked_div(1_000_000 + share).ok_or_else(overflow)
    } else {
        Ok(tax)
    }
}

fn overflow() -> Error {
    Error::new(Code::NumberOverflow, "too large to tax")
}
