//! The tax of a priced quote, by rate.

use rust_decimal::Decimal;

use crate::domain::error::Result;
use crate::domain::money::{add, sub};
use crate::domain::pricing::PricedLine;

/// The tax of a quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuoteTax {
    /// Whether the prices have the tax in them.
    pub included: bool,
    /// What is taxed at each rate, the highest first.
    pub rates: Vec<RateTax>,
    /// The tax of all rates.
    pub total: Decimal,
    /// What is to be paid with it.
    pub gross: Decimal,
}

/// What is taxed at one rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RateTax {
    /// The rate, in percent.
    pub percent: Decimal,
    /// What the lines come to without tax.
    pub net: Decimal,
    /// The tax on them.
    pub tax: Decimal,
}

/// The taxes of lines, each given with its rate; the highest rate first. They add up to the tax of the document.
///
/// # Errors
/// `number.overflow`.
pub fn by_rate<'a>(lines: impl Iterator<Item = (Decimal, &'a PricedLine)>) -> Result<Vec<RateTax>> {
    let mut rates: Vec<RateTax> = Vec::new();
    for (percent, line) in lines {
        let at = rates.iter().position(|rate| rate.percent == percent).unwrap_or_else(|| {
            rates.push(RateTax { percent, net: Decimal::ZERO, tax: Decimal::ZERO });
            rates.len() - 1
        });
        if let Some(rate) = rates.get_mut(at) {
            rate.net = add(rate.net, sub(line.gross, line.tax)?)?;
            rate.tax = add(rate.tax, line.tax)?;
        }
    }
    rates.sort_by_key(|rate| core::cmp::Reverse(rate.percent));
    Ok(rates)
}
