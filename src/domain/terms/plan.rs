//! How a term asks for the money: at once, in parts it states, or in equal parts.

use rust_decimal::Decimal;

use super::due_date::{Move, due_date};
use super::instalment::{Instalment, Term, instalments};
use crate::domain::allocation::{Allocation, allocate};
use crate::domain::date::Date;
use crate::domain::error::{Code, Error, Result};
use crate::domain::money::{Currency, Rounding, add, div, from_minor, mul, percent_of, sub, to_minor};

/// More parts than this are a slip of the pen.
pub const MOST_PARTS: u32 = 60;

/// How a term asks for the money.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Plan {
    /// All of it when the days of the term are over.
    #[default]
    Once,
    /// In the parts that are stated, each on a day of its own.
    Parts(Vec<Term>),
    /// In parts of the same size.
    Equal(EqualParts),
}

/// Parts of the same size, at the same distance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EqualParts {
    /// How many: 2 to [`MOST_PARTS`].
    pub count: u32,
    /// So many months from one to the next. Without it they are spread over the days of the term, the last on its last day.
    pub months: Option<u32>,
    /// What a year costs the client, in percent of what is still owed: 0 to 1000. Each part is then the payment of an
    /// annuity, and together they come to more than the amount.
    pub annual_percent: Decimal,
}

impl Plan {
    /// The payments for an amount delivered on a day, by a term of so many days. Without interest they add up to the amount
    /// to the last smallest unit; with it, to the amount and its interest.
    ///
    /// ```
    /// use sapa::domain::date::Date;
    /// use sapa::domain::money::Currency;
    /// use sapa::domain::terms::{EqualParts, Plan};
    ///
    /// let plan = Plan::Equal(EqualParts { count: 3, months: None, annual_percent: 0.into() });
    /// let paid = plan.payments(100.into(), Date::parse("2026-03-01")?, 90, Currency::new("EUR", 2)?)?;
    /// let paid: Vec<_> = paid.iter().map(|payment| format!("{} {}", payment.due, payment.amount)).collect();
    /// assert_eq!(paid, ["2026-03-31 33.34", "2026-04-30 33.33", "2026-05-30 33.33"]);
    /// # Ok::<(), sapa::domain::error::Error>(())
    /// ```
    ///
    /// # Errors
    /// `rule.invalid` for a plan that contradicts itself or leaves a part unpaid, `number.range` for an amount finer than the
    /// currency, `number.overflow`, `date.invalid` after the year 9999.
    pub fn payments(&self, amount: Decimal, from: Date, days: u32, currency: Currency) -> Result<Vec<Instalment>> {
        match self {
            Plan::Once => Ok(vec![Instalment { due: due_date(from, &[Move::Days(days)])?, amount }]),
            Plan::Parts(terms) => instalments(amount, from, terms, currency, Rounding::HalfUp),
            Plan::Equal(parts) => parts.payments(amount, from, days, currency),
        }
    }

    /// How many days pass until the last payment.
    ///
    /// # Errors
    /// As for [`due_date`].
    pub fn days(&self, from: Date, days: u32) -> Result<u32> {
        let last = match self {
            Plan::Once => return Ok(days),
            Plan::Equal(parts) => parts.due(from, days, parts.count)?,
            Plan::Parts(terms) => terms.iter().try_fold(from, |last, term| Ok(due_date(from, &term.due)?.max(last)))?,
        };
        Ok(u32::try_from(last.days_since(from)).unwrap_or_default())
    }

    /// Whether any amount can be paid by it.
    ///
    /// # Errors
    /// `rule.invalid` if not.
    pub fn check(&self, days: u32) -> Result<()> {
        // An amount that no fixed part uses up: what is left of it must be asked for too.
        let large = Decimal::from(1_000_000_000_000_u64);
        let made = self.payments(large, Date::from_ymd(2024, 1, 31)?, days, Currency::NONE);
        made.map(|_| ()).map_err(|error| Error::new(Code::RuleInvalid, error.detail()))
    }
}

impl EqualParts {
    fn payments(self, amount: Decimal, from: Date, days: u32, currency: Currency) -> Result<Vec<Instalment>> {
        let Self { count, months, annual_percent } = self;
        let apart = months.map_or(days >= count, |months| months > 0);
        if !(2..=MOST_PARTS).contains(&count) || !apart {
            return Err(Error::new(Code::RuleInvalid, "equal parts"));
        }
        if !(Decimal::ZERO..=Decimal::ONE_THOUSAND).contains(&annual_percent) {
            return Err(Error::new(Code::RuleInvalid, "interest"));
        }
        let amounts = if annual_percent.is_zero() {
            let shares = allocate(to_minor(amount, currency)?, &vec![1; count as usize], Allocation::LargestRemainder)?;
            shares.into_iter().map(|share| from_minor(share, currency)).collect::<Result<Vec<_>>>()?
        } else {
            self.with_interest(amount, days, currency)?
        };
        let paid = (1..).zip(amounts).map(|(nth, amount)| Ok(Instalment { due: self.due(from, days, nth)?, amount }));
        paid.collect()
    }

    /// The amounts of an annuity: interest is rounded when it falls due, and the last payment leaves nothing owed.
    fn with_interest(self, amount: Decimal, days: u32, currency: Currency) -> Result<Vec<Decimal>> {
        use super::annuity::{Annuity, Due};
        let round = |amount: Decimal| Rounding::HalfUp.round(amount, currency.minor_units());
        let yearly = percent_of(Decimal::ONE, self.annual_percent)?;
        let rate = match self.months {
            Some(months) => div(mul(yearly, months.into())?, Decimal::from(12))?,
            None => div(mul(yearly, days.into())?, mul(Decimal::from(365), self.count.into())?)?,
        };
        let loan = Annuity { rate, periods: self.count, future: Decimal::ZERO, due: Due::End };
        let payment = round(-loan.payment(amount)?);
        let mut owed = amount;
        let mut amounts = Vec::with_capacity(self.count as usize);
        for nth in 1..=self.count {
            let with_interest = add(owed, round(mul(owed, rate)?))?;
            let paid = if nth == self.count { with_interest } else { payment.min(with_interest) };
            owed = sub(with_interest, paid)?;
            amounts.push(paid);
        }
        Ok(amounts)
    }

    /// The day of the nth part, counted from 1.
    fn due(self, from: Date, days: u32, nth: u32) -> Result<Date> {
        let step = match self.months {
            Some(months) => Move::Months(months.saturating_mul(nth)),
            None => Move::Days(
                u32::try_from(u64::from(days) * u64::from(nth) / u64::from(self.count.max(1))).unwrap_or(u32::MAX),
            ),
        };
        due_date(from, &[step])
    }
}
