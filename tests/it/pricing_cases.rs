//! Cases of `tests/data/pricing_cases.json`, or of the file `SAPA_PRICING_CASES` names.

/// Sharing an amount out.
mod allocations;
/// Whether a rule holds.
mod eligibility;
/// Ladders, packages and free goods.
mod ladders;
/// What a promotion takes off whom.
mod promotions;
/// Whole orders.
mod quotes;
/// Which rules win.
mod rules;
/// Payment: when, at what rate, how much.
mod terms;

use sapa::domain::date::Date;
use sapa::domain::money::Rounding;
use sapa::domain::pricing::{Adjust, Basis, Formula, Goods, RoundAt, Scope, Step, price};

use crate::cases::{Answer, Answers, Case, Serve, Stop, Suite, count, list, number, only, run, text, whole};
use crate::support::{amount, currency, dec, line, percent, request, step as step_of};

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
        "allocate" => Ok(allocations::allocation),
        "allocate_capped" => Ok(allocations::capped),
        "allocate_with_floors" => Ok(allocations::with_floors),
        "average_discount" => Ok(average_discount),
        "date_add" => Ok(date_add),
        "percent_each" => Ok(percent_each),
        "buy_get_amount" => Ok(promotions::buy_get),
        "coupons" => Ok(promotions::coupons),
        "eligibility" => Ok(eligibility::eligibility),
        "free_goods" => Ok(ladders::free_goods),
        "free_goods_slab" => Ok(ladders::free_goods_slab),
        "gross_cap" => Ok(promotions::gross_cap),
        "order_percent_with_cap" => Ok(promotions::percent_with_cap),
        "package_price" => Ok(ladders::package),
        "price_chain" => Ok(price_chain),
        "price_formula" => Ok(price_formula),
        "promo_adjustments" => Ok(promotions::adjustments),
        "quote" => Ok(quotes::quote),
        "rounding" => Ok(rounding),
        "rule_selection" => Ok(rules::selection),
        "tier_all_units" => Ok(ladders::all_units),
        "tier_group_qty_percent" => Ok(ladders::group_quantity),
        "tier_order_flat" => Ok(ladders::order_flat),
        "tier_order_percent" => Ok(ladders::order),
        "tier_slab" => Ok(ladders::slab),
        "tier_slab_percent" => Ok(ladders::slab_percent),
        _ => return None,
    })
}

fn average_discount(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
    only(input, &["lines", "document_discount"])?;
    let mut request = request(&[], Vec::new());
    for (index, given) in list(&input["lines"]).iter().enumerate() {
        only(given, &["qty", "unit", "discount_percent"])?;
        request.lines.push(line(index, text(&given["qty"]), text(&given["unit"])));
        if let Some(off) = given.get("discount_percent") {
            let goods = Goods { lines: vec![index.to_string()], ..Goods::default() };
            request.steps.push(Step { goods, ..percent(Scope::Line, text(off)) });
        }
    }
    request.steps.push(amount(Scope::Order, text(&input["document_discount"])));
    let priced = price(&request)?;
    Ok(vec![("average_percent", Answer::Number(priced.percent))])
}

fn date_add(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
    only(input, &["date", "days"])?;
    let date = Date::parse(text(&input["date"]))?.add_days(whole(&input["days"]))?;
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
    only(input, &["list_price", "mode", "steps", "round", "floor", "tax_percent"])?;
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
            "amount_up_unit" => amount(Scope::Line, &["-", value].concat()),
            "amount_off_unit" => amount(Scope::Line, value),
            "fixed_price" => step_of(Scope::Line, Adjust::UnitPrice(dec(value))),
            other => return Err(Stop::Skip(format!("the step {other} is not offered"))),
        };
        steps.push(Step { basis, ..step });
    }
    let mut request = request(&[("1", text(&input["list_price"]))], steps);
    // Where no rounding is named, as many digits as a currency may have.
    (request.currency, request.policy.round_at) = (currency(4), RoundAt::Line);
    if let Some(round) = input.get("round") {
        only(round, &["dp", "mode"])?;
        request.currency = currency(count(&round["dp"]));
        request.rounding = mode(text(&round["mode"]))?;
        request.policy.round_at = RoundAt::Unit;
    }
    let line = &mut request.lines[0];
    line.min_price = input.get("floor").map(number);
    line.tax_percent = input.get("tax_percent").map(number).unwrap_or_default();
    let (currency, rounding) = (request.currency, request.rounding);
    let priced = price(&request)?;
    let applied = priced.waterfall.iter().filter(|effect| effect.changes()).count();
    Ok(vec![
        ("unit_price", Answer::Number(priced.lines[0].unit_price()?)),
        ("discount_amount", Answer::Number(priced.discount)),
        ("discount_rate", Answer::Number(priced.discount_rate(currency.minor_units(), rounding)?)),
        ("effective_percent", Answer::Number(priced.percent)),
        ("tax", Answer::Number(priced.taxed.tax)),
        ("applied_steps", Answer::Number(applied.into())),
    ])
}

fn price_formula(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
    if input.get("rule_price").is_some() {
        only(input, &["list", "rule_price", "qty"])?;
        let fixed = step_of(Scope::Line, Adjust::UnitPrice(number(&input["rule_price"])));
        let priced = price(&request(&[(text(&input["qty"]), text(&input["list"]))], vec![fixed]))?;
        return Ok(vec![("total", Answer::Number(priced.net))]);
    }
    only(
        input,
        &[
            "base",
            "fx_rate",
            "uom_factor",
            "strip_tax_percent",
            "discount_percent",
            "round_to",
            "round",
            "surcharge",
            "min_margin",
            "max_margin",
        ],
    )?;
    let mut formula = Formula::default();
    let given = |name: &str| input.get(name).map(number);
    formula.exchange_rate = given("fx_rate").unwrap_or(formula.exchange_rate);
    formula.unit_factor = given("uom_factor").unwrap_or(formula.unit_factor);
    formula.included_tax_percent = given("strip_tax_percent").unwrap_or_default();
    formula.discount_percent = given("discount_percent").unwrap_or_default();
    formula.surcharge = given("surcharge").unwrap_or_default();
    (formula.round_to, formula.min_margin, formula.max_margin) =
        (given("round_to"), given("min_margin"), given("max_margin"));
    if let Some(round) = input.get("round") {
        only(round, &["dp", "mode"])?;
        (formula.digits, formula.rounding) = (Some(count(&round["dp"])), mode(text(&round["mode"]))?);
    }
    let base = number(&input["base"]);
    Ok(vec![
        ("price_before_discount", Answer::Number(formula.before_discount(base)?)),
        ("price", Answer::Number(formula.price(base)?)),
    ])
}

fn rounding(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
    only(input, &["value", "dp", "mode"])?;
    let value = mode(text(&input["mode"]))?.round(number(&input["value"]), count(&input["dp"]));
    Ok(vec![("value", Answer::Number(value))])
}

fn mode(name: &str) -> Result<Rounding, Stop> {
    match name {
        "half_up" => Ok(Rounding::HalfUp),
        "half_even" => Ok(Rounding::HalfEven),
        "half_down" => Ok(Rounding::HalfDown),
        "half_odd" => Ok(Rounding::HalfOdd),
        "half_ceiling" => Ok(Rounding::HalfCeiling),
        "half_floor" => Ok(Rounding::HalfFloor),
        "up" => Ok(Rounding::Up),
        "down" => Ok(Rounding::Down),
        "ceiling" => Ok(Rounding::Ceiling),
        "floor" => Ok(Rounding::Floor),
        other => Err(Stop::Skip(format!("the rounding {other} is not offered"))),
    }
}
