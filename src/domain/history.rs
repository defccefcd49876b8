//! What a client bought before, and over which time it counts.

use rust_decimal::Decimal;

use super::date::Date;
use super::error::Result;
use super::money::add;

/// The time over which what was bought counts together. It ends today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// From the first of January.
    Year,
    /// From the first day of the calendar quarter.
    Quarter,
    /// The last twelve months.
    TwelveMonths,
}

/// What a client is known to have bought in a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bought {
    /// Nobody was chosen whose orders could count.
    Nobody,
    /// No order of the client is known at all, which is not the same as none being there.
    Unknown,
    /// So much.
    Amount(Decimal),
}

/// A client's orders up to a day.
///
/// ```
/// use sapa::domain::date::Date;
/// use sapa::domain::history::{Bought, History, Period};
///
/// let day = |text| Date::parse(text);
/// let orders = vec![(day("2025-12-30")?, 700.into()), (day("2026-01-02")?, 40.into())];
/// let history = History::of(day("2026-03-15")?, orders);
/// assert_eq!(history.bought(Period::Year)?, Bought::Amount(40.into()));
/// assert_eq!(history.bought(Period::TwelveMonths)?, Bought::Amount(740.into()));
/// # Ok::<(), sapa::domain::error::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    day: Date,
    orders: Option<Vec<(Date, Decimal)>>,
}

impl Period {
    /// The first day that counts on this day.
    ///
    /// # Errors
    /// `date.invalid` in the year 1.
    pub fn start(self, day: Date) -> Result<Date> {
        match self {
            Period::Year => Date::from_ymd(day.year(), 1, 1),
            Period::Quarter => Date::from_ymd(day.year(), (day.month() - 1) / 3 * 3 + 1, 1),
            Period::TwelveMonths => day.add_months(-12)?.add_days(1),
        }
    }
}

impl Bought {
    /// How much; nothing where it is not known.
    pub fn amount(self) -> Option<Decimal> {
        if let Bought::Amount(amount) = self { Some(amount) } else { None }
    }
}

impl History {
    /// That of nobody.
    pub fn of_nobody(day: Date) -> Self {
        Self { day, orders: None }
    }

    /// That of a client with these orders: the day and the net amount of each, in any order.
    pub fn of(day: Date, orders: Vec<(Date, Decimal)>) -> Self {
        Self { day, orders: Some(orders) }
    }

    /// The day up to which orders count, itself included.
    pub fn day(&self) -> Date {
        self.day
    }

    /// What was bought in the period that ends on this day.
    ///
    /// # Errors
    /// `number.overflow`, `date.invalid` in the year 1.
    pub fn bought(&self, period: Period) -> Result<Bought> {
        let Some(orders) = &self.orders else { return Ok(Bought::Nobody) };
        if orders.is_empty() {
            return Ok(Bought::Unknown);
        }
        let start = period.start(self.day)?;
        let counts = orders.iter().filter(|(on, _)| (start..=self.day).contains(on));
        counts.map(|(_, amount)| *amount).try_fold(Decimal::ZERO, add).map(Bought::Amount)
    }
}
