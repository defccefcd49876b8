//! Cases of `tests/data/pricing_cases.json`, or of the file `SAPA_PRICING_CASES` names.
//!
//! A family is served by a function that puts the case's input into the public engine's own words and says which of its
//! answers is meant by which expected field. It computes nothing itself, and it does not see the expectations or the
//! case's name. What the engine does not offer yet is skipped with the reason; an unknown family is a failure.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use sapa::domain::allocation::{Allocation, allocate, allocate_with_caps};
use sapa::domain::date::Date;
use sapa::domain::error::Error;
use sapa::domain::money::{self, Rounding};
use sapa::domain::pricing::{Basis, Measure, Priced, Request, Scope, Step, TierMode, Tiers, price};
use serde_json::Value;

use crate::support::{amount, currency, dec, line, percent, request, tiers};

/// What the engine said, under the name the case gives it.
type Answers = Vec<(&'static str, Answer)>;

/// A case's input and policy in, answers out.
type Serve = fn(&Value, &Value) -> Result<Answers, Stop>;

enum Answer {
    Number(Decimal),
    Numbers(Vec<Decimal>),
    Text(String),
}

enum Stop {
    /// The engine does not offer what the case is about.
    Skip(String),
    /// The engine refused.
    Fail(String),
}

enum Outcome {
    Passed,
    Failed(String),
    Skipped(String),
}

#[test]
fn published_cases() {
    let default = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/pricing_cases.json").to_owned();
    let path = std::env::var("SAPA_PRICING_CASES").unwrap_or(default);
    let file = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let file: Value = serde_json::from_str(&file).unwrap_or_else(|error| panic!("{path}: {error}"));

    let mut table: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    let mut reasons: BTreeMap<String, usize> = BTreeMap::new();
    let mut failures = Vec::new();
    for case in list(&file["cases"]) {
        let family = text(&case["family"]);
        let counts = table.entry(family).or_default();
        match run(family, case) {
            Outcome::Passed => counts[0] += 1,
            Outcome::Failed(why) => {
                counts[1] += 1;
                failures.push(format!("{family} {}: {why}", text(&case["id"])));
            }
            Outcome::Skipped(why) => {
                counts[2] += 1;
                *reasons.entry(format!("{family}: {why}")).or_default() += 1;
            }
        }
    }
    reasons.iter().for_each(|(reason, count)| println!("{count:4} skipped, {reason}"));
    let mut total = [0; 3];
    for (family, counts) in &table {
        println!("{family:25} {} passed, {} failed, {} skipped", counts[0], counts[1], counts[2]);
        total.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
    }
    println!("{:25} {} passed, {} failed, {} skipped", "total", total[0], total[1], total[2]);
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    assert!(total[0] > 0, "no case was run");
}

fn run(family: &str, case: &Value) -> Outcome {
    let serve = match serve(family) {
        Some(Ok(serve)) => serve,
        Some(Err(reason)) => return Outcome::Skipped(reason.to_owned()),
        None => return Outcome::Failed("an unknown family".to_owned()),
    };
    match serve(&case["input"], &case["policy"]) {
        Ok(answers) => compare(&answers, &case["expected"]),
        Err(Stop::Skip(why)) => Outcome::Skipped(why),
        Err(Stop::Fail(why)) => Outcome::Failed(why),
    }
}

/// How a family is served, or why it is not.
fn serve(family: &str) -> Option<Result<Serve, &'static str>> {
    Some(match family {
        "allocate" => Ok(allocation),
        "allocate_capped" => Ok(allocation_capped),
        "average_discount" => Ok(average_discount),
        "date_add" => Ok(date_add),
        "percent_each" => Ok(percent_each),
        "price_chain" => Ok(price_chain),
        "quote" => Ok(quote),
        "rounding" => Ok(rounding),
        "tier_group_qty_percent" => Ok(tier_group_quantity),
        "tier_order_percent" => Ok(tier_order),
        "accrete"
        | "effective_rate"
        | "irr"
        | "instalment_implied_rate"
        | "nominal_rate"
        | "npv_end_of_period"
        | "npv_from_period_0"
        | "pmt"
        | "pv_annuity"
        | "xnpv" => Err("only a single deferred payment is valued"),
        "allocate_with_floors" => Err("floor prices are not offered yet"),
        "bank_discount_rate" | "day_count" | "year_fraction" => Err("day-count conventions are not offered yet"),
        "break_even_volume" | "contribution" => Err("margins are not offered yet"),
        "buy_get_amount" | "free_goods" | "free_goods_slab" => Err("free goods are not offered yet"),
        "cash_rounding" => Err("cash rounding is not offered yet"),
        "coupons" | "promo_adjustments" => Err("promotions with conditions and limits are not offered yet"),
        "due_date" | "instalments" => Err("payment schedules are not offered yet"),
        "early_payment" | "gross_cap" => Err("tax is not offered yet"),
        "eligibility" | "rule_selection" => Err("choosing among rules is not offered yet"),
        "order_percent_with_cap" => Err("a ceiling on a discount is not offered yet"),
        "package_price" => Err("package prices are not offered yet"),
        "price_formula" => Err("price formulas are not offered yet"),
        "tier_all_units" | "tier_slab" => Err("ladders of unit prices and fees are not offered yet"),
        "tier_order_flat" | "tier_slab_percent" => Err("ladders of flat amounts are not offered yet"),
        "trade_credit_cost" => Err("the implied rate of a discount is not offered yet"),
        _ => return None,
    })
}

fn allocation(input: &Value, policy: &Value) -> Result<Answers, Stop> {
    let policy = match text(&policy["method"]) {
        "largest_remainder_tie_first" | "zero_weights_split_equally" => Allocation::LargestRemainder,
        "round_half_down_then_missing_units_to_first" => Allocation::HalfDownThenFirst,
        "missing_units_to_first" => Allocation::FloorThenFirst,
        "remainder_to_last" => Allocation::RemainderToLast,
        other => return Err(Stop::Skip(format!("the policy {other} is not offered"))),
    };
    let (total, weights) = amount_and_weights(input)?;
    let shares = allocate(total, &weights, policy)?;
    Ok(vec![("parts", from_minor(&shares, input)?)])
}

fn allocation_capped(input: &Value, _: &Value) -> Result<Answers, Stop> {
    let (total, weights) = amount_and_weights(input)?;
    let currency = currency(digits(&input["dp"]));
    let caps = list(&input["weights"]).iter().map(|cap| money::to_minor(number(cap), currency));
    let (shares, _) = allocate_with_caps(total, &weights, &caps.collect::<Result<Vec<_>, _>>()?)?;
    Ok(vec![("parts", from_minor(&shares, input)?)])
}

fn amount_and_weights(input: &Value) -> Result<(i128, Vec<i128>), Stop> {
    only(input, &["amount", "weights", "dp"])?;
    let total = money::to_minor(number(&input["amount"]), currency(digits(&input["dp"])))?;
    // Only the proportions of weights matter; four digits hold every fraction among them.
    let weights = list(&input["weights"]).iter().map(|weight| money::to_minor(number(weight), currency(4)));
    Ok((total, weights.collect::<Result<_, _>>()?))
}

fn from_minor(shares: &[i128], input: &Value) -> Result<Answer, Stop> {
    let currency = currency(digits(&input["dp"]));
    let shares = shares.iter().map(|share| money::from_minor(*share, currency));
    Ok(Answer::Numbers(shares.collect::<Result<_, _>>()?))
}

fn average_discount(input: &Value, _: &Value) -> Result<Answers, Stop> {
    only(input, &["lines", "document_discount"])?;
    let steps = vec![amount(Scope::Order, text(&input["document_discount"]))];
    let priced = price(&lines_of(&input["lines"], &["qty", "unit"], steps)?)?;
    Ok(vec![("average_percent", Answer::Number(priced.percent))])
}

fn date_add(input: &Value, _: &Value) -> Result<Answers, Stop> {
    only(input, &["date", "days"])?;
    let days = input["days"].as_i64().and_then(|days| i32::try_from(days).ok()).expect("a count of days");
    let date = Date::parse(text(&input["date"]))?.add_days(days)?;
    Ok(vec![("date", Answer::Text(date.to_string()))])
}

fn percent_each(input: &Value, _: &Value) -> Result<Answers, Stop> {
    only(input, &["amounts", "percent"])?;
    let lines: Vec<(&str, &str)> = list(&input["amounts"]).iter().map(|amount| ("1", text(amount))).collect();
    let priced = price(&request(&lines, vec![percent(Scope::Line, text(&input["percent"]))]))?;
    let discounts = priced.lines.iter().map(|line| line.discount).collect();
    Ok(vec![("discounts", Answer::Numbers(discounts)), ("sum", Answer::Number(priced.discount))])
}

fn price_chain(input: &Value, _: &Value) -> Result<Answers, Stop> {
    only(input, &["list_price", "mode", "steps", "round"])?;
    let basis = match text(&input["mode"]) {
        "compound" => Basis::Running,
        "additive_on_base" => Basis::List,
        other => return Err(Stop::Skip(format!("the mode {other} is not offered"))),
    };
    let mut steps = Vec::new();
    for step in list(&input["steps"]) {
        only(step, &["type", "value"])?;
        let value = text(&step["value"]);
        let step = match text(&step["type"]) {
            "percent_off" => percent(Scope::Line, value),
            // The engine writes a surcharge as a discount below zero.
            "percent_up" => percent(Scope::Line, &["-", value].concat()),
            "amount_off_unit" => amount(Scope::Line, value),
            other => return Err(Stop::Skip(format!("the step {other} is not offered"))),
        };
        steps.push(Step { basis, ..step });
    }
    let mut request = request(&[("1", text(&input["list_price"]))], steps);
    if let Some(round) = input.get("round") {
        only(round, &["dp", "mode"])?;
        request.currency = currency(digits(&round["dp"]));
        request.rounding = mode(text(&round["mode"]))?;
    }
    let priced = price(&request)?;
    Ok(vec![
        ("unit_price", Answer::Number(priced.net)),
        ("discount_amount", Answer::Number(priced.discount)),
        ("effective_percent", Answer::Number(priced.percent)),
    ])
}

fn quote(input: &Value, _: &Value) -> Result<Answers, Stop> {
    only(input, &["lines", "promos"])?;
    let mut steps = Vec::new();
    for promo in list(&input["promos"]) {
        // The file lists promotions in the order in which they apply, so the priority says nothing more.
        only(promo, &["id", "scope", "percent", "amount", "priority"])?;
        let scope = match text(&promo["scope"]) {
            "order" => Scope::Order,
            "unit" => Scope::Line,
            other => return Err(Stop::Skip(format!("the scope {other} is not offered"))),
        };
        steps.extend(promo.get("percent").map(|value| percent(scope, text(value))));
        steps.extend(promo.get("amount").map(|value| amount(scope, text(value))));
    }
    let Priced { lines, net, discount, .. } =
        price(&lines_of(&input["lines"], &["id", "qty", "unit", "group"], steps)?)?;
    Ok(vec![
        ("total", Answer::Number(net)),
        ("discount", Answer::Number(discount)),
        ("line_discounts", Answer::Numbers(lines.iter().map(|line| line.discount).collect())),
    ])
}

fn rounding(input: &Value, _: &Value) -> Result<Answers, Stop> {
    only(input, &["value", "dp", "mode"])?;
    let value = mode(text(&input["mode"]))?.round(number(&input["value"]), digits(&input["dp"]));
    Ok(vec![("value", Answer::Number(value))])
}

fn tier_group_quantity(input: &Value, _: &Value) -> Result<Answers, Stop> {
    only(input, &["tiers", "eligible_qty", "line_amount"])?;
    line_discount(&ladder(&input["tiers"], Measure::Quantity), &input["eligible_qty"], &input["line_amount"])
}

fn tier_order(input: &Value, _: &Value) -> Result<Answers, Stop> {
    only(input, &["tiers", "order_amount", "line_amount"])?;
    line_discount(&ladder(&input["tiers"], Measure::Amount), &input["order_amount"], &input["line_amount"])
}

/// The case gives what the ladder measures and one line, not the other lines, so the ladder is asked and not the engine.
fn line_discount(ladder: &Tiers, measure: &Value, line_amount: &Value) -> Result<Answers, Stop> {
    let discount = ladder.rate(number(measure))?.of(number(line_amount))?;
    Ok(vec![("line_discount", Answer::Number(discount))])
}

fn ladder(bands: &Value, measure: Measure) -> Tiers {
    let bands: Vec<(&str, &str)> = list(bands).iter().map(|band| (text(&band[0]), text(&band[1]))).collect();
    tiers(TierMode::AllUnits, measure, &bands)
}

fn lines_of(lines: &Value, known: &[&str], steps: Vec<Step>) -> Result<Request, Stop> {
    let mut request = request(&[], steps);
    for (index, given) in list(lines).iter().enumerate() {
        only(given, known)?;
        request.lines.push(line(index, text(&given["qty"]), text(&given["unit"])));
    }
    Ok(request)
}

fn mode(name: &str) -> Result<Rounding, Stop> {
    match name {
        "half_up" => Ok(Rounding::HalfUp),
        "half_even" => Ok(Rounding::HalfEven),
        "half_down" => Ok(Rounding::HalfDown),
        "up" => Ok(Rounding::Up),
        "down" => Ok(Rounding::Down),
        "ceiling" => Ok(Rounding::Ceiling),
        "floor" => Ok(Rounding::Floor),
        other => Err(Stop::Skip(format!("the rounding {other} is not offered"))),
    }
}

/// Skips a case that says something we would leave unheard.
fn only(object: &Value, known: &[&str]) -> Result<(), Stop> {
    let mut keys = object.as_object().expect("an object").keys();
    match keys.find(|key| !known.contains(&key.as_str())) {
        Some(key) => Err(Stop::Skip(format!("{key} is not offered yet"))),
        None => Ok(()),
    }
}

fn compare(answers: &Answers, expected: &Value) -> Outcome {
    let tolerance = expected.get("tolerance").map_or(Decimal::ZERO, number);
    for (name, expected) in expected.as_object().expect("an object").iter().filter(|(name, _)| *name != "tolerance") {
        let Some((_, answer)) = answers.iter().find(|(given, _)| given == name) else {
            return Outcome::Skipped(format!("{name} is not answered yet"));
        };
        let near = |answer: &Decimal, expected: &Value| (*answer - number(expected)).abs() <= tolerance;
        let (same, said) = match answer {
            Answer::Number(answer) => (near(answer, expected), answer.to_string()),
            Answer::Text(answer) => (answer == text(expected), answer.clone()),
            Answer::Numbers(answers) => {
                let expected = list(expected);
                let same = answers.len() == expected.len()
                    && answers.iter().zip(expected).all(|(one, other)| near(one, other));
                (same, format!("{answers:?}"))
            }
        };
        if !same {
            return Outcome::Failed(format!("{name} is {said}, expected {expected}"));
        }
    }
    Outcome::Passed
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap_or_else(|| panic!("not a list: {value}"))
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("not a text: {value}"))
}

fn number(value: &Value) -> Decimal {
    dec(text(value))
}

fn digits(value: &Value) -> u32 {
    value.as_u64().and_then(|digits| u32::try_from(digits).ok()).unwrap_or_else(|| panic!("not a count: {value}"))
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Stop::Fail(error.to_string())
    }
}
