use rust_decimal::Decimal;
use sapa::domain::allocation::{Allocation, allocate, allocate_with_caps, proportions};
use sapa::domain::money;
use sapa::domain::pricing::{Per, RequestLine, Scope, price};
use serde_json::Value;

use crate::cases::{Answer, Answers, Case, Stop, count, list, number, only, text};
use crate::support::{amount, currency, request};

pub(super) fn allocation(&Case { input, policy, .. }: &Case) -> Result<Answers, Stop> {
    let (total, weights) = amount_and_weights(input)?;
    let shares = allocate(total, &weights, method(policy)?)?;
    Ok(vec![("parts", from_minor(&shares, input)?)])
}

pub(super) fn capped(&Case { input, policy, .. }: &Case) -> Result<Answers, Stop> {
    if method(policy)? != Allocation::LargestRemainder {
        return Err(Stop::Skip("shares with a cap under another policy are not offered".to_owned()));
    }
    let (total, weights) = amount_and_weights(input)?;
    let currency = currency(count(&input["dp"]));
    let caps = list(&input["weights"]).iter().map(|cap| money::to_minor(number(cap), currency));
    let (shares, _) = allocate_with_caps(total, &weights, &caps.collect::<Result<Vec<_>, _>>()?)?;
    Ok(vec![("parts", from_minor(&shares, input)?)])
}

/// The amounts are whole smallest units.
pub(super) fn with_floors(&Case { input, policy, .. }: &Case) -> Result<Answers, Stop> {
    only(input, &["amount", "lines"])?;
    let mut request = request(&[], vec![amount(Scope::Order, text(&input["amount"]))]);
    (request.currency, request.allocation) = (currency(0), method(policy)?);
    for line in list(&input["lines"]) {
        only(line, &["total", "qty", "min_unit"])?;
        request.lines.push(RequestLine {
            quantity: number(&line["qty"]),
            unit_price: number(&line["total"]),
            per: Per::Line,
            min_price: line.get("min_unit").map(number),
            ..RequestLine::default()
        });
    }
    let priced = price(&request)?;
    Ok(vec![
        ("parts", Answer::numbers(priced.lines.iter().map(|line| line.discount))),
        ("unplaced", Answer::Number(priced.waterfall[0].unplaced)),
    ])
}

/// The policy of this name; the engine's own if the case has none.
pub(super) fn method(policy: &Value) -> Result<Allocation, Stop> {
    match policy["method"].as_str() {
        None => Ok(Allocation::default()),
        Some("largest_remainder_tie_first" | "zero_weights_split_equally") => Ok(Allocation::LargestRemainder),
        Some("round_half_down_then_missing_units_to_first") => Ok(Allocation::HalfDownThenFirst),
        Some("missing_units_to_first") => Ok(Allocation::FloorThenFirst),
        Some("remainder_to_last") => Ok(Allocation::RemainderToLast),
        Some("floor_toward_minus_infinity") => Ok(Allocation::LargestRemainderSigned),
        Some(name) if name.starts_with("sequential_truncation") => Ok(Allocation::Sequential),
        Some(other) => Err(Stop::Skip(format!("the policy {other} is not offered"))),
    }
}

fn amount_and_weights(input: &Value) -> Result<(i128, Vec<i128>), Stop> {
    only(input, &["amount", "weights", "dp"])?;
    let total = money::to_minor(number(&input["amount"]), currency(count(&input["dp"])))?;
    let weights: Vec<Decimal> = list(&input["weights"]).iter().map(number).collect();
    Ok((total, proportions(&weights)?))
}

fn from_minor(shares: &[i128], input: &Value) -> Result<Answer, Stop> {
    let currency = currency(count(&input["dp"]));
    let shares = shares.iter().map(|share| money::from_minor(*share, currency));
    Ok(Answer::numbers(shares.collect::<Result<Vec<_>, _>>()?))
}
