//! When what a quote comes to is paid, and what waiting for it costs.

use rust_decimal::Decimal;

use crate::domain::date::Date;
use crate::domain::error::Result;
use crate::domain::money::{Rounding, add, div, percentage, sub};
use crate::domain::pricing::{Deferral, Paid, PaidOn, Priced, Taxed};
use crate::domain::product::{Early, PriceList, Term};
use crate::domain::terms::{
    self, Annualised, Bill, CapitalCost, DayCount, EarlyPayment, Instalment, Plan, Settlement, TaxRounding,
};

/// What the client is to pay, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payment {
    /// What is owed for the order.
    pub due: Decimal,
    /// What rounding to coins put on that, or took off it if below zero.
    pub rounding: Decimal,
    /// Each payment, in the order of the term; they add up to what is owed and its interest.
    pub payments: Vec<Instalment>,
    /// All payments together.
    pub total: Decimal,
    /// What paying in parts adds to what is owed.
    pub interest: Decimal,
    /// What is due instead if it is paid early, where the term rewards that.
    pub early: Option<EarlyDue>,
}

/// What is due if it is paid early.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EarlyDue {
    /// The last day on which it is early.
    pub until: Date,
    /// What is due then.
    pub due: Decimal,
    /// How much less that is than later.
    pub saving: Decimal,
    /// What the client earns by it, in percent a year: the discount over what is paid, in proportion to the part of a year it is
    /// paid sooner, counted as the list counts days.
    pub yearly_percent: Decimal,
}

impl Payment {
    /// The payments for what was priced, delivered on a day and paid by a term.
    ///
    /// # Errors
    /// As for [`Plan::payments`].
    pub fn of(priced: &Priced, term: &Term, list: &PriceList, delivered: Date) -> Result<Self> {
        let settled = term.early.map(|early| settle(early, priced, list)).transpose()?;
        let exact = settled.map_or(priced.taxed.gross, |settled| settled.gross);
        let due = list.cash.map_or(Ok(exact), |cash| cash.round(exact))?;
        let payments = term.plan.payments(due, delivered, term.days, list.currency)?;
        let payments = match list.cash {
            Some(cash) if payments.len() > 1 => cash.payments(payments)?,
            _ => payments,
        };
        let total = payments.iter().try_fold(Decimal::ZERO, |sum, payment| add(sum, payment.amount))?;
        let early = settled.map(|settled| early_due(&settled, term, &list.capital, delivered)).transpose()?.flatten();
        Ok(Self { due, rounding: sub(due, exact)?, payments, total, interest: sub(total, due)?, early })
    }

    /// The payments as the engine is told of them; nothing where nothing is paid.
    pub fn deferral(&self, list: &PriceList, delivered: Date) -> Option<Deferral> {
        let CapitalCost { annual_percent, method, day_count } = list.capital;
        let paid = PaidOn { delivered, day_count, owed: self.due, payments: self.payments.clone() };
        (self.due > Decimal::ZERO).then_some(Deferral { paid: Paid::On(paid), annual_percent, method })
    }
}

/// What the offer comes to, early and late. Its tax is taken as it was worked out, whatever of it was rounded.
fn settle(early: Early, priced: &Priced, list: &PriceList) -> Result<Settlement> {
    let Taxed { net, tax, .. } = priced.taxed;
    let offer = EarlyPayment { discount_percent: early.percent, tax: early.tax };
    offer.settle(&Bill {
        lines: &[terms::Taxed { net, tax_percent: percentage(tax, net)? }],
        fixed_tax: Decimal::ZERO,
        tax_rounding: TaxRounding::Document,
        currency: list.currency,
        rounding: Rounding::HalfUp,
        cash: list.cash,
    })
}

fn early_due(settled: &Settlement, term: &Term, capital: &CapitalCost, delivered: Date) -> Result<Option<EarlyDue>> {
    let Some(credit) = term.trade_credit() else { return Ok(None) };
    let (until, _) = credit.due(delivered)?;
    let period = percentage(credit.cost(Annualised::Period)?, Decimal::ONE)?;
    // A year is no whole number of times the days; a hundredth of what is shown is exact enough.
    let yearly_percent = Rounding::HalfUp.round(div(period, credit.years(delivered, capital.day_count)?)?, 4);
    Ok(Some(EarlyDue { until, due: settled.early, saving: settled.discount, yearly_percent }))
}

/// The deferral as far as the term alone tells it: all at once, and years of as many days each. Parts, and days that are counted
/// by the calendar, follow from what is paid: see [`Payment::deferral`].
pub(super) fn deferral(term: &Term, capital: &CapitalCost) -> Option<Deferral> {
    let year_days = match capital.day_count {
        DayCount::Actual365 => 365,
        DayCount::Actual360 => 360,
        _ => return None,
    };
    let CapitalCost { annual_percent, method, .. } = *capital;
    let paid = Paid::After { days: term.days, year_days };
    (term.plan == Plan::Once).then_some(Deferral { paid, annual_percent, method })
}
