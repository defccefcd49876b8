use sapa::domain::money::Rounding;
use sapa::domain::pricing::{
    Charge, Combine, Exclusive, Goods, Measure, Over, Priority, Request, RequestLine, Scope, Step, TaxRounding,
    Threshold, Tie, price,
};
use serde_json::Value;

use super::allocations::method;
use crate::cases::{Answer, Answers, Case, Stop, list, names, number, only, text, whole};
use crate::support::{amount, percent, request};

pub(super) fn quote(&Case { input, policy, .. }: &Case) -> Result<Answers, Stop> {
    let known = ["lines", "promos", "tax", "shipping", "priority_order", "exclusive_tie", "order_discount_rounding"];
    only(input, &known)?;
    let mut request = request(&[], promotions(&input["promos"])?);
    for line in list(&input["lines"]) {
        only(line, &["id", "qty", "unit", "group", "tax", "min_unit"])?;
        request.lines.push(RequestLine {
            id: text(&line["id"]).into(),
            group: line["group"].as_str().map(Into::into),
            quantity: number(&line["qty"]),
            unit_price: number(&line["unit"]),
            tax_percent: line.get("tax").map(number).unwrap_or_default(),
            min_price: line.get("min_unit").map(number),
            ..RequestLine::default()
        });
    }
    request.allocation = method(policy)?;
    policies(input, &mut request)?;
    let priced = price(&request)?;
    let by_promo = priced.waterfall.iter().map(|effect| (effect.step.clone(), Answer::Number(effect.discount())));
    let applied = priced.applied().map(|effect| Answer::Text(effect.step.clone()));
    Ok(vec![
        ("total", Answer::Number(priced.taxed.gross)),
        ("before", Answer::Number(priced.list)),
        ("discount", Answer::Number(priced.discount)),
        ("line_discounts", Answer::numbers(priced.lines.iter().map(|line| line.discount))),
        ("line_gross", Answer::numbers(priced.lines.iter().map(|line| line.gross))),
        ("net", Answer::Number(priced.taxed.net)),
        ("tax", Answer::Number(priced.taxed.tax)),
        ("gross", Answer::Number(priced.taxed.gross)),
        ("by_promo", Answer::Named(by_promo.collect())),
        ("applied", Answer::List(applied.collect())),
    ])
}

/// The file lists promotions in the order in which they apply; a priority says which of two exclusive ones holds.
fn promotions(promos: &Value) -> Result<Vec<Step>, Stop> {
    let mut steps: Vec<Step> = Vec::new();
    let mut base = None;
    for promo in list(promos) {
        let known = ["id", "scope", "percent", "amount", "priority", "match", "when", "exclusive", "same_base_group"];
        only(promo, &known)?;
        let scope = match text(&promo["scope"]) {
            "order" => Scope::Order,
            "unit" => Scope::Line,
            other => return Err(Stop::Skip(format!("the scope {other} is not offered"))),
        };
        let step = match (promo.get("percent"), promo.get("amount")) {
            (Some(value), None) => percent(scope, text(value)),
            (None, Some(value)) => amount(scope, text(value)),
            _ => return Err(Stop::Skip("a promotion of neither percent nor amount is not offered".to_owned())),
        };
        let same_base = promo["same_base_group"].as_str();
        steps.push(Step {
            id: text(&promo["id"]).to_owned(),
            goods: goods(&promo["match"])?,
            exclusive: if promo["exclusive"] == true { Exclusive::All } else { Exclusive::No },
            priority: promo.get("priority").map(whole).unwrap_or_default(),
            combine: if same_base.is_some() && same_base == base { Combine::Add } else { Combine::Compound },
            ..step
        });
        base = same_base;
        let when = &promo["when"];
        if let (Some(step), false) = (steps.last_mut(), when.is_null()) {
            step.when.thresholds = thresholds(when)?;
        }
    }
    Ok(steps)
}

fn goods(given: &Value) -> Result<Goods, Stop> {
    if given.is_null() {
        return Ok(Goods::default());
    }
    only(given, &["id", "group", "price_min", "price_max"])?;
    Ok(Goods {
        lines: names(&given["id"]),
        groups: names(&given["group"]),
        price_from: given.get("price_min").map(number),
        price_to: given.get("price_max").map(number),
        ..Goods::default()
    })
}

fn thresholds(when: &Value) -> Result<Vec<Threshold>, Stop> {
    only(when, &["group", "min_amount", "max_amount", "min_qty", "max_qty", "min_line_qty"])?;
    let of = Goods { groups: names(&when["group"]), ..Goods::default() };
    let bounds = [
        (Measure::Amount, Over::Order, "min_amount", "max_amount"),
        (Measure::Quantity, Over::Order, "min_qty", "max_qty"),
        (Measure::Quantity, Over::Line, "min_line_qty", "max_line_qty"),
    ];
    let given = bounds.into_iter().map(|(measure, over, from, to)| {
        let (from, to) = (when.get(from).map(number), when.get(to).map(number));
        Threshold { of: of.clone(), measure, over, from, to, ..Threshold::default() }
    });
    Ok(given.filter(|threshold| threshold.from.is_some() || threshold.to.is_some()).collect())
}

fn policies(input: &Value, request: &mut Request) -> Result<(), Stop> {
    let shipping = input.get("shipping").map(|amount| Charge { amount: number(amount), tax_percent: 0.into() });
    request.charges = shipping.into_iter().collect();
    request.policy.priority = match input["priority_order"].as_str() {
        None | Some("descending") => Priority::HighestFirst,
        Some("ascending") => Priority::LowestFirst,
        Some(other) => return Err(Stop::Skip(format!("the order {other} is not offered"))),
    };
    request.policy.tie = match input["exclusive_tie"].as_str() {
        None | Some("first") => Tie::First,
        Some("largest_discount") => Tie::LargestDiscount,
        Some(other) => return Err(Stop::Skip(format!("the tie rule {other} is not offered"))),
    };
    request.policy.discount_rounding = match input["order_discount_rounding"].as_str() {
        None => None,
        Some("half_down") => Some(Rounding::HalfDown),
        Some("half_up") => Some(Rounding::HalfUp),
        Some(other) => return Err(Stop::Skip(format!("the rounding {other} is not offered"))),
    };
    if let Some(tax) = input.get("tax") {
        only(tax, &["included", "rounding", "rates"])?;
        request.tax.included = tax["included"] == true;
        request.tax.components = tax.get("rates").map(list).unwrap_or_default().iter().map(number).collect();
        request.tax.rounding = match tax["rounding"].as_str() {
            None => TaxRounding::default(),
            Some("per_line") => TaxRounding::Line,
            Some("per_tax_per_line") => TaxRounding::ComponentOfLine,
            Some("per_tax" | "per_rate") => TaxRounding::Rate,
            Some("total") => TaxRounding::Document,
            Some(other) => return Err(Stop::Skip(format!("the rounding {other} is not offered"))),
        };
    }
    Ok(())
}
