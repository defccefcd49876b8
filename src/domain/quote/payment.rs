//! When what a quote comes to is paid, and what waiting for it costs.

use rust_decimal::Decimal;

use crate::domain::date::Date;
use crate::domain::error::Result;
use crate::domain::money::{Rounding, add, percent_of, percentage, sub};
use crate::domain::pricing::{Deferral, Deferred, Priced};
use crate::domain::product::{PriceList, Term};
use crate::domain::terms::{CapitalCost, DayCount, Instalment, Plan, Schedule};

/// What the client is to pay, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payment {
    /// What is owed for the order.
    pub due: Decimal,
    /// Each payment, in the order of the term; they add up to what is owed and its interest.
    pub payments: Vec<Instalment>,
    /// All payments together.
    pub total: Decimal,
    /// What paying in parts adds to what is owed.
    pub interest: Decimal,
}

impl Payment {
    /// The payments for what was priced, delivered on a day and paid by a term.
    ///
    /// # Errors
    /// As for [`Plan::payments`].
    pub fn of(priced: &Priced, term: &Term, list: &PriceList, delivered: Date) -> Result<Self> {
        let due = priced.net;
        let payments = term.plan.payments(due, delivered, term.days, list.currency)?;
        let total = payments.iter().try_fold(Decimal::ZERO, |sum, payment| add(sum, payment.amount))?;
        Ok(Self { due, payments, total, interest: sub(total, due)? })
    }

    /// What waiting costs: the net amount at the rate of what the payments are worth on delivery; nothing where nothing is
    /// paid.
    ///
    /// # Errors
    /// As for [`CapitalCost::over`].
    pub fn deferred(&self, priced: &Priced, list: &PriceList, delivered: Date) -> Result<Option<Deferred>> {
        if self.due <= Decimal::ZERO {
            return Ok(None);
        }
        let worth = Schedule::new(delivered, &self.payments)?.present_value(&list.capital)?;
        let worth_percent = percentage(worth, self.due)?;
        let net_worth = percent_of(priced.net, worth_percent)?;
        let present_value = Rounding::HalfUp.round(net_worth, list.currency.minor_units());
        Ok(Some(Deferred {
            present_value,
            cost: sub(priced.net, present_value)?,
            cost_percent: sub(Decimal::ONE_HUNDRED, worth_percent)?.normalize(),
            effective_percent: percentage(sub(priced.list, net_worth)?, priced.list)?,
        }))
    }
}

/// The deferral as the engine knows it: all at once, and years of as many days each. What it does not know is worked out
/// of the payments by [`Payment::deferred`].
pub(super) fn deferral(term: &Term, capital: &CapitalCost) -> Option<Deferral> {
    let year_days = match capital.day_count {
        DayCount::Actual365 => 365,
        DayCount::Actual360 => 360,
        _ => return None,
    };
    let CapitalCost { annual_percent, method, .. } = *capital;
    (term.plan == Plan::Once).then_some(Deferral { days: term.days, annual_percent, method, year_days })
}
