use proptest::strategy::Strategy;
use rust_decimal::Decimal;
use sapa::domain::date::Date;
use sapa::domain::money::Currency;
use sapa::domain::number::Separators;
use sapa::domain::pricing::{Adjust, Band, Measure, Request, RequestLine, Scope, Step, TierMode, Tiers};
use sapa::wire::Choice;

pub(crate) const EN: Separators = Separators { decimal: '.', group: ',' };
pub(crate) const ID: Separators = Separators { decimal: ',', group: '.' };
pub(crate) const RU: Separators = Separators { decimal: ',', group: '\u{a0}' };

/// A number from its digits.
pub(crate) fn dec(text: &str) -> Decimal {
    Decimal::from_str_exact(text).unwrap_or_else(|error| panic!("{text:?}: {error}"))
}

/// A day from `YYYY-MM-DD`.
pub(crate) fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// A currency with so many minor digits.
pub(crate) fn currency(minor_units: u32) -> Currency {
    Currency::new("XXX", minor_units).unwrap()
}

/// A request for lines given as quantity and unit price, at two minor digits.
pub(crate) fn request(lines: &[(&str, &str)], steps: Vec<Step>) -> Request {
    let lines = lines.iter().enumerate().map(|(index, (quantity, price))| line(index, quantity, price)).collect();
    Request { lines, steps, ..Request::new(currency(2)) }
}

/// The line with this number.
pub(crate) fn line(index: usize, quantity: &str, price: &str) -> RequestLine {
    RequestLine {
        id: index.to_string().into(),
        quantity: dec(quantity),
        unit_price: dec(price),
        ..RequestLine::default()
    }
}

/// A step named after its scope and what it does; the kind does not change the price.
pub(crate) fn step(scope: Scope, adjust: Adjust) -> Step {
    Step { id: format!("{scope:?}"), scope, adjust, ..Step::default() }
}

/// So many percent off.
pub(crate) fn percent(scope: Scope, percent: &str) -> Step {
    step(scope, Adjust::Percent(dec(percent)))
}

/// So much off.
pub(crate) fn amount(scope: Scope, amount: &str) -> Step {
    step(scope, Adjust::Amount(dec(amount)))
}

/// A ladder of thresholds and percentages.
pub(crate) fn tiers(mode: TierMode, measure: Measure, bands: &[(&str, &str)]) -> Tiers {
    let bands = bands.iter().map(|(from, percent)| Band { from: dec(from), value: dec(percent), ..Band::default() });
    Tiers { mode, measure, bands: bands.collect(), ..Tiers::default() }
}

/// A step of a ladder.
pub(crate) fn ladder(scope: Scope, mode: TierMode, measure: Measure, bands: &[(&str, &str)]) -> Step {
    step(scope, Adjust::Tiers(tiers(mode, measure, bands)))
}

/// One of all choices there are.
pub(crate) fn any_of<T: Choice + core::fmt::Debug>() -> impl Strategy<Value = T> {
    proptest::sample::select(T::ALL)
}
