use sapa::domain::pricing::{Band, FreeGoods, FreeSlab, Gives, Measure, Package, TierMode, Tiers};
use serde_json::Value;

use crate::cases::{Answer, Answers, Case, Stop, list, number, only};

pub(super) fn all_units(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
    charge(input, TierMode::AllUnits, Gives::UnitPrice, "unit", "qty")
}

pub(super) fn slab(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
    charge(input, TierMode::Slab, Gives::UnitPrice, "unit", "qty")
}

pub(super) fn slab_percent(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
    charge(input, TierMode::Slab, Gives::Percent, "percent", "amount")
}

fn charge(input: &Value, mode: TierMode, gives: Gives, value: &str, measured: &str) -> Result<Answers, Stop> {
    only(input, &["tiers", measured])?;
    let mut bands = Vec::new();
    for band in list(&input["tiers"]) {
        only(band, &["from", "to", value, "flat"])?;
        bands.push(Band {
            from: number(&band["from"]),
            to: some(&band["to"]),
            value: number(&band[value]),
            flat: some(&band["flat"]).unwrap_or_default(),
        });
    }
    let ladder = Tiers { mode, gives, bands: lowest_first(bands), ..Tiers::default() };
    let measure = number(&input[measured]);
    Ok(vec![
        ("total", Answer::Number(ladder.charge(measure)?)),
        ("average_unit", Answer::Number(ladder.unit_price(measure)?)),
    ])
}

pub(super) fn order_flat(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
    only(input, &["tiers", "order_amount"])?;
    let bands = list(&input["tiers"]).iter();
    let bands = bands.map(|band| Band { from: number(&band[0]), flat: number(&band[1]), ..Band::default() });
    let ladder = Tiers { measure: Measure::Amount, bands: lowest_first(bands.collect()), ..Tiers::default() };
    let amount = number(&input["order_amount"]);
    Ok(vec![("discount", Answer::Number(ladder.rate(amount)?.of(amount)?))])
}

pub(super) fn group_quantity(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
    only(input, &["tiers", "eligible_qty", "line_amount"])?;
    line_discount(&ladder(&input["tiers"], Measure::Quantity), &input["eligible_qty"], &input["line_amount"])
}

pub(super) fn order(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
    only(input, &["tiers", "order_amount", "line_amount"])?;
    line_discount(&ladder(&input["tiers"], Measure::Amount), &input["order_amount"], &input["line_amount"])
}

/// The case gives what the ladder measures and one line, not the other lines, so the ladder is asked and not the engine.
fn line_discount(ladder: &Tiers, measure: &Value, line_amount: &Value) -> Result<Answers, Stop> {
    let discount = ladder.rate(number(measure))?.of(number(line_amount))?;
    Ok(vec![("line_discount", Answer::Number(discount))])
}

/// A ladder of pairs: from how much on, and what it gives.
pub(super) fn ladder(bands: &Value, measure: Measure) -> Tiers {
    let bands = list(bands).iter();
    let bands = bands.map(|band| Band { from: number(&band[0]), value: number(&band[1]), ..Band::default() });
    Tiers { measure, bands: lowest_first(bands.collect()), ..Tiers::default() }
}

/// A case may tell the bands in any order, the engine wants them rising.
fn lowest_first(mut bands: Vec<Band>) -> Vec<Band> {
    bands.sort_by_key(|band| band.from);
    bands
}

pub(super) fn package(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
    only(input, &["package_size", "package_price", "free_units", "qty"])?;
    let package = Package {
        size: number(&input["package_size"]),
        price: number(&input["package_price"]),
        free_units: some(&input["free_units"]).unwrap_or_default(),
    };
    Ok(vec![("total", Answer::Number(package.total(number(&input["qty"]))?))])
}

pub(super) fn free_goods(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
    only(input, &["buy", "get", "recurring", "round", "min_qty", "max_qty", "qty"])?;
    let parts = match input["round"].as_str() {
        Some("floor") => false,
        None | Some("none") => true,
        Some(other) => return Err(Stop::Skip(format!("the rounding {other} is not offered"))),
    };
    let every = number(&input["buy"]);
    let slab = FreeSlab {
        from: some(&input["min_qty"]).unwrap_or(every),
        to: some(&input["max_qty"]),
        every,
        free: number(&input["get"]),
    };
    let recurring = input["recurring"].as_bool().unwrap_or_default();
    answer(&FreeGoods { slabs: vec![slab], recurring, parts, ..FreeGoods::default() }, input)
}

pub(super) fn free_goods_slab(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
    only(input, &["slabs", "qty"])?;
    let mut goods = FreeGoods::default();
    for slab in list(&input["slabs"]) {
        only(slab, &["min", "max", "free"])?;
        let (from, to) = (number(&slab["min"]), some(&slab["max"]));
        goods.slabs.push(FreeSlab { from, to, every: from, free: number(&slab["free"]) });
    }
    goods.slabs.sort_by_key(|slab| slab.from);
    answer(&goods, input)
}

fn answer(goods: &FreeGoods, input: &Value) -> Result<Answers, Stop> {
    Ok(vec![("free_qty", Answer::Number(goods.quantity(number(&input["qty"]))?))])
}

fn some(value: &Value) -> Option<rust_decimal::Decimal> {
    (!value.is_null()).then(|| number(value))
}
