//! How much more would reach the next rung.

use rust_decimal::Decimal;

use super::priced::NextTier;
use super::tier::{Measure, Tiers};
use crate::domain::error::Result;
use crate::domain::money::{Currency, Rounding, sub};

/// The next rung that gives more than the present one, if there is one above.
///
/// A missing amount is rounded up to the currency's smallest unit: ordering for that much more must be enough.
pub(super) fn next(
    step: &str,
    line: Option<&str>,
    tiers: &Tiers,
    measure: Decimal,
    currency: Currency,
) -> Result<Option<NextTier>> {
    let now_percent = tiers.percent_at(measure);
    let Some(band) = tiers.bands.iter().find(|band| band.from > measure && band.percent > now_percent) else {
        return Ok(None);
    };
    let missing = sub(band.from, measure)?;
    let missing = match tiers.measure {
        Measure::Quantity => missing,
        Measure::Amount => Rounding::Ceiling.round(missing, currency.minor_units()),
    };
    Ok(Some(NextTier {
        step: step.to_owned(),
        line: line.map(str::to_owned),
        measure: tiers.measure,
        from: band.from,
        missing,
        percent: band.percent,
        now_percent,
    }))
}
