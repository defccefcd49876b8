//! How much more would reach the next rung.

use rust_decimal::Decimal;

use super::priced::NextTier;
use super::step::{Adjust, Step};
use super::tier::{Gives, Measure, Tiers};
use crate::domain::error::Result;
use crate::domain::label::Label;
use crate::domain::money::{Currency, Rounding, add, sub};

/// The next rung that gives more than the present one, if there is one above.
///
/// A missing amount is rounded up to the currency's smallest unit: ordering for that much more must be enough.
pub(super) fn next(
    step: &str,
    line: Option<&Label>,
    tiers: &Tiers,
    measure: Decimal,
    currency: Currency,
) -> Result<Option<NextTier>> {
    if tiers.gives != Gives::Percent {
        return Ok(None);
    }
    let measure = add(tiers.prior, measure)?;
    let now_percent = tiers.value_at(measure);
    let Some(band) = tiers.bands.iter().find(|band| band.from > measure && band.value > now_percent) else {
        return Ok(None);
    };
    Ok(Some(NextTier {
        step: step.to_owned(),
        line: line.cloned(),
        measure: tiers.measure,
        from: band.from,
        missing: enough(sub(band.from, measure)?, tiers.measure, currency),
        percent: band.value,
        now_percent,
    }))
}

/// What is missing to a threshold below which the step does not hold.
pub(super) fn threshold(
    step: &Step,
    measure: Measure,
    from: Decimal,
    missing: Decimal,
    currency: Currency,
) -> NextTier {
    NextTier {
        step: step.id.clone(),
        line: None,
        measure,
        from,
        missing: enough(missing, measure, currency),
        percent: if let Adjust::Percent(percent) = step.adjust { percent } else { Decimal::ZERO },
        now_percent: Decimal::ZERO,
    }
}

fn enough(missing: Decimal, measure: Measure, currency: Currency) -> Decimal {
    match measure {
        Measure::Quantity | Measure::Weight => missing,
        Measure::Amount => Rounding::Ceiling.round(missing, currency.minor_units()),
    }
}
