//! Cases of `tests/data/pricing_cases.json`, or of the file `SAPA_PRICING_CASES` names.

/// Payment: when, at what rate, how much.
mod terms;

use sapa::domain::allocation::{Allocation, allocate, allocate_with_caps};
use sapa::domain::date::Date;
use sapa::domain::money::{self, Rounding};
use sapa::domain::pricing::{Basis, Measure, Priced, Request, Scope, Step, TierMode, Tiers, price};
use serde_json::Value;

use crate::cases::{Answer, Answers, Case, Serve, Stop, Suite, count, list, number, only, run, text};
use crate::support::{amount, currency, line, percent, request, tiers};

const SUITE: Suite = Suite { file: "pricing_cases.json", variable: "SAPA_PRICING_CASES", serve };

#[test]
fn published_cases() {
    run(&SUITE);
}

/// How a family is served, or why it is not.
fn serve(family: &str) -> Option<Result<Serve, &'static str>> {
    if let Some(serve) = terms::serve(family) {
        return Some(Ok(serve));
    }
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
        "allocate_with_floors" => Err("floor prices are not offered yet"),
        "buy_get_amount" | "free_goods" | "free_goods_slab" => Err("free goods are not offered yet"),
        "coupons" | "promo_adjustments" => Err("promotions with conditions and limits are not offered yet"),
        "gross_cap" => Err("tax is not offered yet"),
        "eligibility" | "rule_selection" => Err("choosing among rules is not offered yet"),
        "order_percent_with_cap" => Err("a ceiling on a discount is not offered yet"),
        "package_price" => Err("package prices are not offered yet"),
        "price_formula" => Err("price formulas are not offered yet"),
        "tier_all_units" | "tier_slab" => Err("ladders of unit prices and fees are not offered yet"),
        "tier_order_flat" | "tier_slab_percent" => Err("ladders of flat amounts are not offered yet"),
        _ => return None,
    })
}

fn allocation(&Case { input, policy, .. }: &Case) -> Result<Answers, Stop> {
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

fn allocation_capped(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
    let (total, weights) = amount_and_weights(input)?;
    let currency = currency(count(&input["dp"]));
    let caps = list(&input["weights"]).iter().map(|cap| money::to_minor(number(cap), currency));
    let (shares, _) = allocate_with_caps(total, &weights, &caps.collect::<Result<Vec<_>, _>>()?)?;
    Ok(vec![("parts", from_minor(&shares, input)?)])
}

fn amount_and_weights(input: &Value) -> Result<(i128, Vec<i128>), Stop> {
    only(input, &["amount", "weights", "dp"])?;
    let total = money::to_minor(number(&input["amount"]), currency(count(&input["dp"])))?;
    // Only the proportions of weights matter; four digits hold every fraction among them.
    let weights = list(&input["weights"]).iter().map(|weight| money::to_minor(number(weight), currency(4)));
    Ok((total, weights.collect::<Result<_, _>>()?))
}

fn from_minor(shares: &[i128], input: &Value) -> Result<Answer, Stop> {
    let currency = currency(count(&input["dp"]));
    let shares = shares.iter().map(|share| money::from_minor(*share, currency));
    Ok(Answer::numbers(shares.collect::<Result<Vec<_>, _>>()?))
}

fn average_discount(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
    only(input, &["lines", "document_discount"])?;
    let steps = vec![amount(Scope::Order, text(&input["document_discount"]))];
    let priced = price(&lines_of(&input["lines"], &["qty", "unit"], steps)?)?;
    Ok(vec![("average_percent", Answer::Number(priced.percent))])
}

fn date_add(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
    only(input, &["date", "days"])?;
    let days = input["days"].as_i64().and_then(|days| i32::try_from(days).ok()).expect("a count of days");
    let date = Date::parse(text(&input["date"]))?.add_days(days)?;
    Ok(vec![("date", Answer::Text(date.to_string()))])
}

fn percent_each(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
    only(input, &["amounts", "percent"])?;
    let lines: Vec<(&str, &str)> = list(&input["amounts"]).iter().map(|amount| ("1", text(amount))).collect();
    let priced = price(&request(&lines, vec![percent(Scope::Line, text(&input["percent"]))]))?;
    let discounts = priced.lines.iter().map(|line| line.discount);
    Ok(vec![("discounts", Answer::numbers(discounts)), ("sum", Answer::Number(priced.discount))])
}

fn price_chain(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
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
        request.currency = currency(count(&round["dp"]));
        request.rounding = mode(text(&round["mode"]))?;
    }
    let priced = price(&request)?;
    Ok(vec![
        ("unit_price", Answer::Number(priced.net)),
        ("discount_amount", Answer::Number(priced.discount)),
        ("effective_percent", Answer::Number(priced.percent)),
    ])
}

fn quote(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
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
        ("line_discounts", Answer::numbers(lines.iter().map(|line| line.discount))),
    ])
}

fn rounding(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
    only(input, &["value", "dp", "mode"])?;
    let value = mode(text(&input["mode"]))?.round(number(&input["value"]), count(&input["dp"]));
    Ok(vec![("value", Answer::Number(value))])
}

fn tier_group_quantity(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
    only(input, &["tiers", "eligible_qty", "line_amount"])?;
    line_discount(&ladder(&input["tiers"], Measure::Quantity), &input["eligible_qty"], &input["line_amount"])
}

fn tier_order(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
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
