use sapa::domain::date::Date;
use sapa::domain::pricing::{
    Adjust, Gives, Goods, Grant, Joins, Measure, Model, Per, Request, RequestLine, Rule, RuleSet, Scope, Step,
    Threshold, Tiers, Trait, price,
};
use serde_json::Value;

use super::ladders::ladder;
use crate::cases::{Answer, Answers, Case, Stop, list, names, number, only, text};
use crate::support::{request, step};

pub(super) fn eligibility(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
    let known = [
        "rule",
        "lines_first_match",
        "tiers_unit_price",
        "aggregate",
        "item",
        "lines",
        "qty",
        "uom_factor",
        "list_price",
        "price_per",
        "amount",
        "prior_amount",
        "prior_qty",
        "customer_group",
        "date",
    ];
    only(input, &known)?;
    let step = if let Some(rule) = input.get("rule") {
        rule_step(rule, input)?
    } else if let Some(lines) = input.get("lines_first_match") {
        step(Scope::Line, Adjust::Rules(first_match(lines)?))
    } else {
        ladder_step(input)?
    };
    let mut request = Request { lines: lines(input)?, ..request(&[], vec![step]) };
    request.buyer.group = input["customer_group"].as_str().map(str::to_owned);
    request.buyer.day = day(&input["date"])?;
    let priced = price(&request)?;
    let prices = priced.lines.iter().map(|line| line.unit_price()).collect::<Result<Vec<_>, _>>()?;
    let by_item = priced.lines.iter().map(|line| (line.id.to_string(), Answer::Number(line.percent())));
    let missing = priced.next.first().map_or(Answer::Nothing, |next| Answer::Number(next.missing));
    Ok(vec![
        ("applies", Answer::Flag(priced.applied().next().is_some())),
        ("percent", Answer::Number(priced.percent)),
        ("unit_price", prices.first().map_or(Answer::Nothing, |price| Answer::Number(*price))),
        ("unit_prices", Answer::numbers(prices)),
        ("percent_by_item", Answer::Named(by_item.collect())),
        ("hint_missing_qty", missing),
        ("total", Answer::Number(priced.taxed.gross)),
    ])
}

fn rule_step(rule: &Value, input: &Value) -> Result<Step, Stop> {
    let known = [
        "min_qty",
        "max_qty",
        "min_amount",
        "max_amount",
        "cumulative",
        "hint_from",
        "percent",
        "amount_off",
        "fixed_price",
        "order_percent",
        "order_amount_off",
        "trigger",
        "target",
        "customer_group",
        "valid_from",
        "valid_to",
    ];
    only(rule, &known)?;
    let given = |name: &str| rule.get(name).map(number);
    let (scope, adjust) = if let Some(percent) = given("order_percent") {
        (Scope::Order, Adjust::Percent(percent))
    } else if let Some(amount) = given("order_amount_off") {
        (Scope::Order, Adjust::Amount(amount))
    } else if let Some(amount) = given("amount_off") {
        (Scope::Line, Adjust::Amount(amount))
    } else if let Some(price) = given("fixed_price") {
        (Scope::Line, Adjust::UnitPrice(price))
    } else {
        (Scope::Line, Adjust::Percent(given("percent").unwrap_or_default()))
    };
    let mut step = step(scope, adjust);
    step.goods.items = names(&rule["target"]);
    step.when.client_groups = names(&rule["customer_group"]);
    (step.when.valid_from, step.when.valid_to) = (day(&rule["valid_from"])?, day(&rule["valid_to"])?);
    for (measure, from, to, prior) in [
        (Measure::Quantity, "min_qty", "max_qty", "prior_qty"),
        (Measure::Amount, "min_amount", "max_amount", "prior_amount"),
    ] {
        let cumulative = rule["cumulative"] == true;
        step.when.thresholds.push(Threshold {
            of: Goods { items: names(&rule["trigger"]), ..Goods::default() },
            measure,
            from: given(from),
            to: given(to),
            prior: input.get(prior).filter(|_| cumulative).map(number).unwrap_or_default(),
            hint_from: given("hint_from"),
            ..Threshold::default()
        });
    }
    Ok(step)
}

/// The lines of a price list, of which the first that fits sets the price.
fn first_match(lines: &Value) -> Result<RuleSet, Stop> {
    let mut rules = Vec::new();
    for line in list(lines) {
        only(line, &["min_qty", "item", "factor"])?;
        rules.push(Rule {
            matches: line.get("item").map(|item| (Trait::Item, text(item).to_owned())).into_iter().collect(),
            from_quantity: line.get("min_qty").map(number),
            joins: Joins::Alone,
            grant: Grant::Factor(number(&line["factor"])),
            ..Rule::default()
        });
    }
    Ok(RuleSet { model: Model::FirstMatch, rules })
}

fn ladder_step(input: &Value) -> Result<Step, Stop> {
    let ladder = Tiers { gives: Gives::UnitPrice, ..ladder(&input["tiers_unit_price"], Measure::Quantity) };
    let scope = match input["aggregate"].as_str() {
        Some("group") => Scope::Group,
        None | Some("line" | "none") => Scope::Line,
        Some(other) => return Err(Stop::Skip(format!("counting by {other} is not offered"))),
    };
    Ok(step(scope, Adjust::Tiers(ladder)))
}

fn lines(input: &Value) -> Result<Vec<RequestLine>, Stop> {
    if let Some(lines) = input.get("lines") {
        let mut found = Vec::new();
        for line in list(lines) {
            only(line, &["item", "qty", "price"])?;
            found.push(RequestLine {
                id: text(&line["item"]).into(),
                item: Some(text(&line["item"]).into()),
                quantity: number(&line["qty"]),
                unit_price: number(&line["price"]),
                ..RequestLine::default()
            });
        }
        return Ok(found);
    }
    let mut line = RequestLine {
        item: input["item"].as_str().map(Into::into),
        group: Some("all".into()),
        unit_factor: input.get("uom_factor").map_or(1.into(), number),
        unit_price: input.get("list_price").map(number).unwrap_or_default(),
        ..RequestLine::default()
    };
    if let Some(amount) = input.get("amount") {
        (line.unit_price, line.per) = (number(amount), Per::Line);
    }
    if input["price_per"] == "stock_unit" {
        line.per = Per::StockUnit;
    }
    Ok(match &input["qty"] {
        Value::Array(quantities) => {
            quantities.iter().map(|quantity| RequestLine { quantity: number(quantity), ..line.clone() }).collect()
        }
        Value::Null => vec![line],
        quantity => vec![RequestLine { quantity: number(quantity), ..line }],
    })
}

fn day(given: &Value) -> Result<Option<Date>, Stop> {
    Ok(given.as_str().map(Date::parse).transpose()?)
}
