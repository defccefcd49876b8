//! Payment: when, what it is worth, who may grant it, and what a wish would take.

use rust_decimal::Decimal;
use sapa::domain::error::Result;
use sapa::domain::pricing::Discounting;
use sapa::domain::terms::{CapitalCost, DayCount};

use crate::support::dec;

/// Who may grant what, when somebody has to be asked again, and who may pay later.
mod authority;

/// What other programs got wrong.
mod bugs;

/// Day counts, due dates and instalments.
mod calendar;

/// Ladders, targets and margins.
mod inverse;

/// What must hold for all, tried on random ones.
mod properties;

/// Present values, internal rates and annuities.
mod rates;

/// Schedules, early payment and coins.
mod schedule;

const METHODS: [Discounting; 3] = [Discounting::Compound, Discounting::Simple, Discounting::Bank];

const DAY_COUNTS: [DayCount; 6] = [
    DayCount::Actual365,
    DayCount::Actual360,
    DayCount::ThirtyE360,
    DayCount::ThirtyBond360,
    DayCount::ThirtyUs360,
    DayCount::ActualActual,
];

fn capital(percent: &str, method: Discounting) -> CapitalCost {
    CapitalCost { annual_percent: dec(percent), method, day_count: DayCount::Actual365 }
}

/// The code of the error there must be.
fn refused<T: core::fmt::Debug>(result: Result<T>) -> &'static str {
    result.expect_err("an error").code()
}

fn near(a: Decimal, b: Decimal, digits: u32) -> bool {
    (a - b).abs() <= Decimal::new(1, digits)
}
