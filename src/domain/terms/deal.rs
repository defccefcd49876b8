//! A deal with everything in it that costs money, and the figures it is judged by.

use rust_decimal::Decimal;

use super::margin::margin;
use crate::domain::error::{Code, Error, Result};
use crate::domain::money::{add, percentage, sub};

/// A deal as it would be signed, with everything in it that costs money.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Deal {
    /// What is paid for, at list price.
    pub list: Decimal,
    /// What is given away, at list price.
    pub free_goods: Decimal,
    /// What the client is to pay, after the discounts of lines and document.
    pub net: Decimal,
    /// What rounding took off `net`, or put on it if below zero. It is not a discount: with no discount at all allowed,
    /// a rounded total would be forbidden too.
    pub rounding: Decimal,
    /// What waiting for the money costs: `net` less its present value.
    pub deferral: Decimal,
    /// What the goods cost, free ones included, if that is known.
    pub cost: Option<Decimal>,
}

/// The figures a deal is judged by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judged {
    /// The list value of all goods, free ones included.
    pub amount: Decimal,
    /// Everything that was given, in percent of that.
    pub discount_percent: Decimal,
    /// What is left over the cost, in percent of what is left of the price; nothing if the cost is not known, or nothing is
    /// left of the price.
    pub margin_percent: Option<Decimal>,
}

/// A figure that is worse than what was approved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// More goods at list price.
    Amount {
        /// What was approved.
        approved: Decimal,
        /// What it is now.
        now: Decimal,
    },
    /// A larger discount.
    Discount {
        /// What was approved, in percent.
        approved: Decimal,
        /// What it is now.
        now: Decimal,
    },
    /// A smaller margin, or none to reckon any more.
    Margin {
        /// What was approved, in percent.
        approved: Decimal,
        /// What it is now, if there is one.
        now: Option<Decimal>,
    },
}

impl Deal {
    /// The figures the deal is judged by, everything given taken together.
    ///
    /// # Errors
    /// `number.range` for an amount below zero where there is none, `number.overflow`.
    pub fn judge(&self) -> Result<Judged> {
        let below = |amount: Decimal| amount < Decimal::ZERO;
        if below(self.list) || below(self.free_goods) || below(self.net) || self.cost.is_some_and(below) {
            return Err(Error::new(Code::NumberRange, "a deal below zero"));
        }
        let amount = add(self.list, self.free_goods)?;
        let pocket = sub(add(self.net, self.rounding)?, self.deferral)?;
        let cost = self.cost.filter(|_| pocket > Decimal::ZERO);
        Ok(Judged {
            amount,
            discount_percent: percentage(sub(amount, pocket)?, amount)?,
            margin_percent: cost.map(|cost| margin(pocket, cost)).transpose()?,
        })
    }
}

impl Judged {
    /// What is worse than in the deal that was approved. If nothing is, the approval stands, whatever else has changed.
    ///
    /// ```
    /// use sapa::domain::terms::{Change, Deal};
    ///
    /// let approved = Deal { list: 1_000.into(), net: 900.into(), ..Deal::default() }.judge()?;
    /// let dearer = Deal { list: 1_000.into(), net: 920.into(), ..Deal::default() }.judge()?;
    /// assert_eq!(dearer.worse_than(&approved), []);
    /// let later = Deal { list: 1_000.into(), net: 900.into(), deferral: 10.into(), ..Deal::default() }.judge()?;
    /// assert_eq!(later.worse_than(&approved), [Change::Discount { approved: 10.into(), now: 11.into() }]);
    /// # Ok::<(), sapa::domain::error::Error>(())
    /// ```
    pub fn worse_than(&self, approved: &Judged) -> Vec<Change> {
        let mut changes = Vec::new();
        if self.amount > approved.amount {
            changes.push(Change::Amount { approved: approved.amount, now: self.amount });
        }
        if self.discount_percent > approved.discount_percent {
            changes.push(Change::Discount { approved: approved.discount_percent, now: self.discount_percent });
        }
        if let Some(margin) = approved.margin_percent
            && self.margin_percent.is_none_or(|now| now < margin)
        {
            changes.push(Change::Margin { approved: margin, now: self.margin_percent });
        }
        changes
    }
}
