//! How long what is open has been due.

use rust_decimal::Decimal;

use super::Receivables;
use crate::domain::error::{Code, Error, Result};
use crate::domain::money::add;

/// The usual upper ends of the buckets, in days after the due date, as Sage Intacct sets them.
pub const BUCKETS: [i32; 4] = [30, 60, 90, 120];

/// The balance by days after the due date. The five kinds of parts always add up to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ageing {
    /// Open and not late: the due date itself is not late yet.
    pub not_due: Decimal,
    /// Open and late, a bucket for each upper end given and a last one without end: one more than ends.
    pub buckets: Vec<Decimal>,
    /// What the client has to its credit from credit notes and from invoices paid twice; zero or less.
    pub credits: Decimal,
    /// Payments no invoice was found for; below zero unless paid back.
    pub unapplied: Decimal,
    /// The sum of all of these.
    pub balance: Decimal,
}

impl Ageing {
    /// Sorts what is open into buckets: with `ends` of 30 and 60, late by 1 to 30 days, by 31 to 60, and by 61 and more.
    ///
    /// # Errors
    /// `rule.invalid` unless the ends rise from above zero, `number.overflow`.
    pub fn of(receivables: &Receivables, ends: &[i32]) -> Result<Self> {
        if ends.first().is_some_and(|first| *first <= 0) || !ends.is_sorted_by(|lower, upper| lower < upper) {
            return Err(Error::new(Code::RuleInvalid, "ageing buckets must rise from above zero"));
        }
        let mut not_due = Decimal::ZERO;
        let mut credits = Decimal::ZERO;
        let mut buckets = vec![Decimal::ZERO; ends.len() + 1];
        for item in &receivables.items {
            let part = if !item.is_owed() {
                &mut credits
            } else if item.days <= 0 {
                &mut not_due
            } else {
                // There is always a bucket: at most as many ends lie before the item as there are.
                match buckets.get_mut(ends.partition_point(|end| *end < item.days)) {
                    Some(bucket) => bucket,
                    None => &mut not_due,
                }
            };
            *part = add(*part, item.open)?;
        }
        Ok(Self { not_due, buckets, credits, unapplied: receivables.unapplied, balance: receivables.balance })
    }
}
