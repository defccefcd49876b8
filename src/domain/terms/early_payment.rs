//! What is due if paid early, and what if not.

use rust_decimal::Decimal;

use super::cash_rounding::CashRounding;
use crate::domain::error::{Code, Error, Result};
use crate::domain::money::{Currency, Rounding, add, percent_of, sub};

/// A discount for paying early.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EarlyPayment {
    /// What comes off, in percent: 0 to 100.
    pub discount_percent: Decimal,
    /// What becomes of the tax.
    pub tax: TaxReduction,
}

/// What a discount for paying early does to the tax.
///
/// The names and the sums are those of
/// [Odoo](https://www.odoo.com/documentation/18.0/applications/finance/accounting/customer_invoices/cash_discounts.html).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum TaxReduction {
    /// It falls with the price if the client pays early: `(N + tN) (1 - d)`.
    #[default]
    OnEarly,
    /// It is reckoned on the lower price from the first, whenever the client pays: early `N (1 - d) + tN (1 - d)`, late
    /// `N + tN (1 - d)`.
    Always,
    /// It stays: `N (1 - d) + tN`.
    Never,
}

/// A bill, as far as payment is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bill<'a> {
    /// What is charged, before tax.
    pub lines: &'a [Taxed],
    /// A tax that does not depend on the price, such as a levy per piece. It counts as tax, but only
    /// [`TaxReduction::OnEarly`] lets it fall.
    pub fixed_tax: Decimal,
    /// Where tax is rounded.
    pub tax_rounding: TaxRounding,
    /// The currency.
    pub currency: Currency,
    /// How to round to its smallest unit.
    pub rounding: Rounding,
    /// The smallest coin, if totals are rounded to it.
    pub cash: Option<CashRounding>,
}

/// An amount and its tax.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taxed {
    /// The amount without tax.
    pub net: Decimal,
    /// The rate of the tax, in percent: zero or more.
    pub tax_percent: Decimal,
}

/// Where tax is rounded to the currency's smallest unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum TaxRounding {
    /// On each line.
    #[default]
    Line,
    /// On the sum.
    Document,
}

/// What a bill comes to, paid early or late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settlement {
    /// The sum of the lines.
    pub net: Decimal,
    /// The tax of the bill as it is written, before anybody has paid early.
    pub tax: Decimal,
    /// Net and tax, before they are rounded to coins.
    pub gross: Decimal,
    /// What is due if the client pays late.
    pub late: Decimal,
    /// What is due if the client pays early.
    pub early: Decimal,
    /// What paying early saves: late less early.
    pub discount: Decimal,
}

impl EarlyPayment {
    /// What the bill comes to, early and late.
    ///
    /// What is due is rounded and the discount is the difference, never the other way round, and it is rounded once, on
    /// the document.
    ///
    /// ```
    /// use sapa::domain::money::{Currency, Rounding};
    /// use sapa::domain::terms::{Bill, EarlyPayment, TaxReduction, TaxRounding, Taxed};
    ///
    /// let bill = Bill {
    ///     lines: &[Taxed { net: 100.into(), tax_percent: 21.into() }],
    ///     fixed_tax: 0.into(),
    ///     tax_rounding: TaxRounding::Line,
    ///     currency: Currency::new("EUR", 2)?,
    ///     rounding: Rounding::HalfUp,
    ///     cash: None,
    /// };
    /// let offer = EarlyPayment { discount_percent: 2.into(), tax: TaxReduction::Always };
    /// let settled = offer.settle(&bill)?;
    /// assert_eq!((settled.early.to_string(), settled.late.to_string()), ("118.58".into(), "120.58".into()));
    /// # Ok::<(), sapa::domain::error::Error>(())
    /// ```
    ///
    /// # Errors
    /// `rule.invalid` for a percentage out of range or a coin of no worth, `number.overflow`.
    pub fn settle(&self, bill: &Bill) -> Result<Settlement> {
        let rest = self.rest()?;
        let net = bill.lines.iter().try_fold(Decimal::ZERO, |sum, line| add(sum, line.net))?;
        let taxed = if self.tax == TaxReduction::Always { rest } else { Decimal::ONE_HUNDRED };
        let tax = bill.tax(taxed)?;
        let gross = add(net, tax)?;
        let late = bill.payable(gross)?;
        let early = match self.tax {
            TaxReduction::OnEarly => percent_of(late, rest)?,
            TaxReduction::Always | TaxReduction::Never => add(percent_of(net, rest)?, tax)?,
        };
        let early = bill.payable(bill.round(early))?;
        Ok(Settlement { net, tax, gross, late, early, discount: sub(late, early)? })
    }

    /// What of one payment is due if it comes early, rounded. With instalments each has its own, of its own amount.
    ///
    /// # Errors
    /// `rule.invalid` for a percentage out of range, `number.overflow`.
    pub fn of(&self, amount: Decimal, currency: Currency, rounding: Rounding) -> Result<Decimal> {
        Ok(rounding.round(percent_of(amount, self.rest()?)?, currency.minor_units()))
    }

    /// What the discount leaves, in percent.
    fn rest(&self) -> Result<Decimal> {
        if !(Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&self.discount_percent) {
            return Err(Error::new(Code::RuleInvalid, "early payment"));
        }
        sub(Decimal::ONE_HUNDRED, self.discount_percent)
    }
}

impl Bill<'_> {
    /// The tax on so many percent of the lines.
    fn tax(&self, percent: Decimal) -> Result<Decimal> {
        let mut sum = self.fixed_tax;
        for line in self.lines {
            if line.tax_percent < Decimal::ZERO {
                return Err(Error::new(Code::RuleInvalid, "a tax below zero"));
            }
            let tax = percent_of(percent_of(line.net, line.tax_percent)?, percent)?;
            let tax = if self.tax_rounding == TaxRounding::Line { self.round(tax) } else { tax };
            sum = add(sum, tax)?;
        }
        Ok(self.round(sum))
    }

    fn round(&self, amount: Decimal) -> Decimal {
        self.rounding.round(amount, self.currency.minor_units())
    }

    /// The amount in coins there are.
    fn payable(&self, amount: Decimal) -> Result<Decimal> {
        self.cash.map_or(Ok(amount), |cash| cash.round(amount))
    }
}
