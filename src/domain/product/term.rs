//! A term of payment.

use rust_decimal::Decimal;

use crate::domain::date::Date;
use crate::domain::error::Result;
use crate::domain::terms::Plan;

/// A term of payment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Term {
    /// The term's id within its price list.
    pub id: String,
    /// What people call it; nothing for one that is named by what it says.
    pub name: Option<String>,
    /// Days from delivery to payment.
    pub days: u32,
    /// What comes off for it, in percent; a surcharge is negative.
    pub percent: Decimal,
    /// Whether all of it is paid then, or in parts.
    pub plan: Plan,
}

impl Term {
    /// Days from a delivery on this day to the last payment.
    ///
    /// # Errors
    /// `date.invalid` after the year 9999, `rule.invalid` for a part on no day.
    pub fn wait(&self, delivered: Date) -> Result<u32> {
        self.plan.days(delivered, self.days)
    }
}
