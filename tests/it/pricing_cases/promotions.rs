use sapa::domain::money::Rounding;
use sapa::domain::pricing::{
    Adjust, Basis, BuyGet, Limit, Per, Pick, Reduced, Request, RequestLine, Scope, Step, price,
};
use serde_json::Value;

use super::allocations::method;
use crate::cases::{Answer, Answers, Case, Stop, list, number, only, text};
use crate::support::{amount, currency, percent, request, step};

pub(super) fn buy_get(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
    only(input, &["unit", "qty", "buy", "get", "max_get", "percent"])?;
    let mut offer = BuyGet::free(number(&input["buy"]), number(&input["get"]));
    offer.most = input.get("max_get").map(number);
    offer.percent = input.get("percent").map_or(offer.percent, number);
    let lines = [(text(&input["qty"]), text(&input["unit"]))];
    let priced = price(&request(&lines, vec![step(Scope::Line, Adjust::BuyGet(offer))]))?;
    Ok(vec![("discount", Answer::Number(priced.discount))])
}

pub(super) fn coupons(&Case { input, policy, .. }: &Case) -> Result<Answers, Stop> {
    only(input, &["lines", "coupons", "mode"])?;
    let basis = match text(&input["mode"]) {
        "each_on_original" => Basis::List,
        "sequential" => Basis::Running,
        other => return Err(Stop::Skip(format!("the mode {other} is not offered"))),
    };
    let pick = match policy["item_order"].as_str() {
        None | Some("dearest unit price first") => Pick::Dearest,
        Some("cheapest unit price first") => Pick::Cheapest,
        Some(other) => return Err(Stop::Skip(format!("the order {other} is not offered"))),
    };
    let mut request = request(&[], Vec::new());
    request.policy.discount_rounding = match policy["discount_rounding"].as_str() {
        Some("half_down per line, 2 dp") => Some(Rounding::HalfDown),
        Some("half_up per line, 2 dp") => Some(Rounding::HalfUp),
        None => None,
        Some(other) => return Err(Stop::Skip(format!("the rounding {other} is not offered"))),
    };
    for coupon in list(&input["coupons"]) {
        only(coupon, &["type", "value", "limit_items"])?;
        let value = text(&coupon["value"]);
        let step = match text(&coupon["type"]) {
            "percent" => percent(Scope::Line, value),
            "fixed_product" => amount(Scope::Line, value),
            "fixed_cart" => amount(Scope::Order, value),
            other => return Err(Stop::Skip(format!("the coupon {other} is not offered"))),
        };
        let limit = Limit { units: coupon.get("limit_items").map(number), pick, ..Limit::default() };
        request.steps.push(Step { basis, limit, ..step });
    }
    for line in list(&input["lines"]) {
        only(line, &["unit", "qty"])?;
        request.lines.push(RequestLine {
            quantity: number(&line["qty"]),
            unit_price: number(&line["unit"]),
            ..RequestLine::default()
        });
    }
    Ok(vec![("discount", Answer::Number(price(&request)?.discount))])
}

pub(super) fn adjustments(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
    only(input, &["lines", "promos"])?;
    let mut request = request(&[], Vec::new());
    // The source rounds nothing.
    request.currency = currency(4);
    for promo in list(&input["promos"]) {
        only(promo, &["id", "type", "value", "max_quantity"])?;
        let value = text(&promo["value"]);
        let step = match text(&promo["type"]) {
            "fixed_each" => amount(Scope::Line, value),
            "percent_each" => percent(Scope::Line, value),
            "fixed_across" => amount(Scope::Order, value),
            "percent_across" => percent(Scope::Order, value),
            other => return Err(Stop::Skip(format!("the promotion {other} is not offered"))),
        };
        let units_per_line = promo.get("max_quantity").map(number);
        let limit = Limit { units_per_line, reduced: Reduced::Same, ..Limit::default() };
        request.steps.push(Step { id: text(&promo["id"]).to_owned(), limit, ..step });
    }
    for line in list(&input["lines"]) {
        only(line, &["id", "qty", "subtotal"])?;
        request.lines.push(RequestLine {
            id: text(&line["id"]).into(),
            quantity: number(&line["qty"]),
            unit_price: number(&line["subtotal"]),
            per: Per::Line,
            ..RequestLine::default()
        });
    }
    let priced = price(&request)?;
    let steps = priced.waterfall.iter().enumerate().map(|(index, effect)| {
        let shares = priced.lines.iter().map(|line| line.discount_of(index));
        (effect.step.clone(), Answer::numbers(shares))
    });
    Ok(vec![("adjustments", Answer::Named(steps.collect()))])
}

pub(super) fn percent_with_cap(&Case { input, policy, .. }: &Case) -> Result<Answers, Stop> {
    only(input, &["amounts", "percent", "cap"])?;
    let limit = Limit { amount: Some(number(&input["cap"])), ..Limit::default() };
    let lines: Vec<(&str, &str)> = list(&input["amounts"]).iter().map(|amount| ("1", text(amount))).collect();
    let mut request = request(&lines, vec![Step { limit, ..percent(Scope::Order, text(&input["percent"])) }]);
    request.allocation = method(policy)?;
    let priced = price(&request)?;
    Ok(vec![
        ("discounts", Answer::numbers(priced.lines.iter().map(|line| line.discount))),
        ("discount", Answer::Number(priced.discount)),
    ])
}

pub(super) fn gross_cap(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
    only(input, &["base_net", "tax_percent", "percent", "cap_gross", "other_net"])?;
    let limit = Limit { amount: Some(number(&input["cap_gross"])), amount_with_tax: true, ..Limit::default() };
    let mut step = Step { limit, ..percent(Scope::Line, text(&input["percent"])) };
    step.goods.lines.push("base".to_owned());
    let line = |id: &str, amount: &Value| RequestLine {
        id: id.into(),
        unit_price: number(amount),
        per: Per::Line,
        ..RequestLine::default()
    };
    let base = RequestLine { tax_percent: number(&input["tax_percent"]), ..line("base", &input["base_net"]) };
    let mut lines = vec![base];
    lines.extend(input.get("other_net").map(|other| line("other", other)));
    let priced = price(&Request { lines, ..request(&[], vec![step]) })?;
    Ok(vec![
        ("discount_net", Answer::Number(priced.discount)),
        ("discount_gross", Answer::Number(priced.taxed.discount)),
        ("net", Answer::Number(priced.taxed.net)),
        ("tax", Answer::Number(priced.taxed.tax)),
        ("gross", Answer::Number(priced.taxed.gross)),
    ])
}
