//! How long a client may wait with paying, seeing what they owe already.

use rust_decimal::Decimal;

use crate::domain::error::{Code, Error, Result};
use crate::domain::money::add;
use crate::domain::receivable::{Exposure, Receivables};

/// What a client owes, as far as waiting for more is concerned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Solvency {
    /// What is late, together.
    pub overdue: Decimal,
    /// How many days the latest of it is late; zero if nothing is.
    pub days_late: u32,
    /// By how much the credit limit would be passed with this order; zero if it would not be, or there is none.
    pub over_limit: Decimal,
}

/// How far what a client owes shortens the time they get for the next payment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CreditPolicy {
    /// Up to so much that is late is forgiven: the remains of a rounded transfer are not a debt.
    pub tolerance: Decimal,
    /// What becomes of the time if something is late, the fewest days late first.
    pub late: Vec<LateRule>,
    /// The most days if the limit is passed: zero for prepayment only.
    pub over_limit_days: u32,
}

/// From how many days late on there are how many days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LateRule {
    /// Days late from which it holds: 1 and more.
    pub from_days: u32,
    /// The most days for the next payment: zero for prepayment only.
    pub most_days: u32,
}

/// How long the client may wait.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Granted {
    /// The days, at most as many as were asked for.
    pub days: u32,
    /// Why they are fewer; empty if they are not.
    pub reasons: Vec<Shortened>,
}

/// Why a client may not wait as long as they ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shortened {
    /// Something is late.
    Overdue {
        /// How much.
        amount: Decimal,
        /// For how many days.
        days_late: u32,
        /// The most days that leaves.
        most_days: u32,
    },
    /// The limit would be passed.
    OverLimit {
        /// By how much.
        by: Decimal,
        /// The most days that leaves.
        most_days: u32,
    },
}

impl Solvency {
    /// What the books say of the client.
    ///
    /// # Errors
    /// `number.overflow`.
    pub fn of(receivables: &Receivables, exposure: &Exposure) -> Result<Self> {
        let overdue = receivables.overdue().try_fold(Decimal::ZERO, |sum, item| add(sum, item.open))?;
        let latest = receivables.overdue().map(|item| item.days.unsigned_abs()).max();
        Ok(Self { overdue, days_late: latest.unwrap_or_default(), over_limit: exposure.over_by() })
    }
}

impl CreditPolicy {
    /// How long the client may wait, of the days they ask for.
    ///
    /// ```
    /// use sapa::domain::terms::{CreditPolicy, LateRule, Shortened, Solvency};
    ///
    /// let rule = |from_days, most_days| LateRule { from_days, most_days };
    /// let policy = CreditPolicy { tolerance: 1.into(), late: vec![rule(1, 14), rule(30, 0)], over_limit_days: 0 };
    /// let late = Solvency { overdue: 200.into(), days_late: 8, over_limit: 0.into() };
    /// let granted = policy.grant(45, &late)?;
    /// assert_eq!(granted.days, 14);
    /// assert_eq!(granted.reasons, [Shortened::Overdue { amount: 200.into(), days_late: 8, most_days: 14 }]);
    /// # Ok::<(), sapa::domain::error::Error>(())
    /// ```
    ///
    /// # Errors
    /// `rule.invalid` unless the days late rise from 1 and more, the days granted never rise with them, and the tolerance
    /// is zero or more.
    pub fn grant(&self, asked_days: u32, solvency: &Solvency) -> Result<Granted> {
        self.check()?;
        let mut reasons = Vec::new();
        let rule = self.late.iter().rev().find(|rule| rule.from_days <= solvency.days_late);
        let late = rule.filter(|_| solvency.overdue > self.tolerance).map(|rule| rule.most_days);
        if let Some(most_days) = late.filter(|most| *most < asked_days) {
            let (amount, days_late) = (solvency.overdue, solvency.days_late);
            reasons.push(Shortened::Overdue { amount, days_late, most_days });
        }
        let over = (solvency.over_limit > Decimal::ZERO).then_some(self.over_limit_days);
        if let Some(most_days) = over.filter(|most| *most < asked_days) {
            reasons.push(Shortened::OverLimit { by: solvency.over_limit, most_days });
        }
        let days = asked_days.min(late.unwrap_or(u32::MAX)).min(over.unwrap_or(u32::MAX));
        Ok(Granted { days, reasons })
    }

    fn check(&self) -> Result<()> {
        let rising = self
            .late
            .is_sorted_by(|sooner, later| sooner.from_days < later.from_days && sooner.most_days >= later.most_days);
        let none_at_once = self.late.first().is_none_or(|rule| rule.from_days > 0);
        if rising && none_at_once && self.tolerance >= Decimal::ZERO {
            Ok(())
        } else {
            Err(Error::new(Code::RuleInvalid, "credit policy"))
        }
    }
}
