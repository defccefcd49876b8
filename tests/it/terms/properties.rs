/// Who may sign, and who may pay later.
mod authority;

/// Rates, annuities and the roots of what comes and goes.
mod rates;

/// Days between days, due dates and instalments.
mod schedule;

/// What is paid early, and in coins.
mod settlement;

/// Ladders, goals and margins: where a discount starts and what it takes.
mod targets;

/// What waiting for money costs.
mod waiting;

use proptest::prelude::*;
use rust_decimal::Decimal;
use sapa::domain::terms::DayCount;

use super::DAY_COUNTS;

fn cents(range: core::ops::RangeInclusive<i64>) -> impl Strategy<Value = Decimal> {
    range.prop_map(|cents| Decimal::new(cents, 2))
}

fn any_day_count() -> impl Strategy<Value = DayCount> {
    proptest::sample::select(&DAY_COUNTS[..])
}
