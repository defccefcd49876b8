//! What the engine answers without any view, as plain data. Questions and answers are declared in `types.ts`.

use rust_decimal::Decimal;

use crate::domain::error::{Code, Error, Result};
use crate::domain::money::{Currency, Rounding, add, from_minor, mul, sub};
use crate::domain::pricing::{self, Gives, Request, TierMode, Tiers};
use crate::domain::terms::{
    Annualised, Authority, CapitalCost, CreditPolicy, DayCount, Deal, GoalLine, Ladder, Level, Limit, Move, Part,
    Schedule, Solvency, Term, TradeCredit, extra_volume, instalments, largest_discount, seek,
};
use crate::wire::{self, FromWire, Reader, ToWire, Value, Writer};

/// The answer to the call of this name.
///
/// ```
/// use sapa::api::answers::answer;
/// use sapa::wire::Writer;
///
/// let question = Writer::new().text("price", "100").text("cost", "60").text("marginPercent", "25").end();
/// assert_eq!(answer("keepMargin", &question)?.get("percent").as_text(), Some("20"));
/// # Ok::<(), sapa::domain::error::Error>(())
/// ```
///
/// # Errors
/// `rule.invalid` with the path for a question that has not its shape, `record.not_found` for a name that is no call's, and
/// what the domain says.
pub fn answer(name: &str, question: &Value) -> Result<Value> {
    match name {
        "price" => Ok(pricing::price(&read(question, Request::from_wire)?)?.to_wire()),
        "ways" => ways(question),
        "startOf" => start_of(question),
        "cheaper" => cheaper(question),
        "reach" => reach(question),
        "keepProfit" => keep_profit(question),
        "keepMargin" => keep_margin(question),
        "defer" => defer(question),
        "earlyPayment" => early_payment(question),
        "authorise" => authorise(question),
        "grantDays" => grant_days(question),
        _ => Err(Error::new(Code::NotFound, ["the call ", name].concat())),
    }
}

/// Which lines to order more of for a discount, or to pay less.
fn ways(question: &Value) -> Result<Value> {
    let (request, percent) = read(question, |from| (from.one::<Request>("request"), from.decimal_or_none("percent")))?;
    let ways = match percent {
        Some(percent) => pricing::ways_to(&request, percent),
        None => pricing::cheaper(&request),
    };
    Ok(ways?.to_wire())
}

/// From where on a ladder gives a discount.
fn start_of(question: &Value) -> Result<Value> {
    let (tiers, price, percent) = read(question, |from| {
        let (tiers, price) = tiers(from);
        (tiers, price, from.decimal("percent"))
    })?;
    let ladder = Ladder::of_tiers(price, &tiers)?;
    let start = match tiers.mode {
        TierMode::AllUnits => ladder.start(percent),
        TierMode::Slab => ladder.slab_start(percent),
    };
    Ok(Writer::new().decimal_or_null("from", start?.map(|start| start.normalize())).end())
}

/// Where on a ladder more costs less.
fn cheaper(question: &Value) -> Result<Value> {
    let (tiers, price, quantity) = read(question, |from| {
        let (tiers, price) = tiers(from);
        (tiers, price, from.decimal("quantity"))
    })?;
    let cliff = Ladder::of_tiers(price, &tiers)?.cliff(quantity)?;
    // What is paid for slabs only rises.
    Ok(cliff.filter(|_| tiers.mode == TierMode::AllUnits).map_or(Value::Null, |cliff| cliff.to_wire()))
}

/// The ladder, and the list price of one unit of what it measures: where it gives percentages, any will do.
fn tiers(from: &mut Reader<'_>) -> (Tiers, Decimal) {
    let tiers: Tiers = from.one("tiers");
    let any = tiers.gives == Gives::Percent && !from.has("price");
    let price = if any { Decimal::ONE } else { from.decimal("price") };
    (tiers, price)
}

/// Which amounts add up to a total.
fn reach(question: &Value) -> Result<Value> {
    let (currency, lines, target) = read(question, |from| {
        (from.one::<Currency>("currency"), from.list::<GoalLine>("lines"), from.decimal("target"))
    })?;
    Ok(seek(&lines, target, currency)?.to_wire())
}

/// How much more must be sold for the same profit.
fn keep_profit(question: &Value) -> Result<Value> {
    let (quantity, price, cost, percent) = read(question, |from| {
        (from.decimal("quantity"), from.decimal("price"), from.decimal("cost"), from.decimal("percent"))
    })?;
    let extra = extra_volume(quantity, price, cost, percent)?;
    let whole = Rounding::Ceiling.round(add(quantity, extra)?, 0);
    Ok(Writer::new().decimal("extra", extra).decimal("quantity", whole).end())
}

/// The largest discount that leaves a margin.
fn keep_margin(question: &Value) -> Result<Value> {
    let (price, cost, margin) =
        read(question, |from| (from.decimal("price"), from.decimal("cost"), from.decimal("marginPercent")))?;
    Ok(Writer::new().decimal("percent", largest_discount(price, cost, margin)?).end())
}

/// What payments over time are worth on delivery.
fn defer(question: &Value) -> Result<Value> {
    let (currency, amount, delivered, schedule, discount, cost) = read(question, |from| {
        let delivered = from.date("delivered");
        let cost = CapitalCost {
            annual_percent: from.decimal("annualPercent"),
            method: from.choice_or_default("method"),
            day_count: from.choice_or_default::<DayCount>("dayCount"),
        };
        let schedule = from.list_with("schedule", &|from| {
            let due = from.date_or_none("due").map(|due| due.days_since(delivered));
            if due.is_some() && from.has("days") {
                from.refuse("", "a payment of either days or due");
            }
            (Part::from_wire(from), due.unwrap_or_else(|| from.rank_or_zero("days")))
        });
        let discount = from.decimal_or_none("discountPercent").unwrap_or_default();
        (from.one::<Currency>("currency"), from.decimal("amount"), delivered, schedule, discount, cost)
    })?;
    // A due date is some days after the first of all, which may be before the delivery.
    let first = schedule.iter().map(|(_, days)| *days).min().unwrap_or_default().min(0);
    let terms: Vec<Term> =
        schedule.iter().map(|(part, days)| Term { part: *part, due: vec![Move::Days(days.abs_diff(first))] }).collect();
    let money = |amount| from_minor(Rounding::HalfUp.to_minor(amount, currency)?, currency);
    let mut payments = instalments(amount, delivered.add_days(first)?, &terms, currency, Rounding::HalfUp)?;
    for payment in &mut payments {
        payment.amount = money(payment.amount)?;
    }
    let schedule = Schedule::new(delivered, &payments)?;
    let worth = money(schedule.present_value(&cost)?)?;
    Ok(Writer::new()
        .list("payments", &payments)
        .decimal("presentValue", worth)
        .decimal("cost", sub(amount, worth)?)
        .decimal("costPercent", schedule.break_even_discount(&cost)?)
        .decimal("effectivePercent", schedule.effective_discount(discount, &cost)?)
        .decimal("surchargePercent", schedule.fair_surcharge(&cost)?)
        .end())
}

/// What a discount for paying early costs whom.
fn early_payment(question: &Value) -> Result<Value> {
    let (offer, year_days, cost) = read(question, |from| {
        let offer = TradeCredit {
            discount_percent: from.decimal("discountPercent"),
            discount_days: from.count("discountDays"),
            net_days: from.count("netDays"),
        };
        let year_days = if from.has("yearDays") { from.count("yearDays") } else { 365 };
        let method = from.choice_or_default("method");
        let cost = from.decimal_or_none("annualPercent").map(|annual_percent| CapitalCost {
            annual_percent,
            method,
            day_count: DayCount::default(),
        });
        (offer, year_days, cost)
    })?;
    let percent = |annualised| mul(offer.cost(annualised)?, Decimal::ONE_HUNDRED);
    let largest = cost.map(|cost| offer.largest_discount(&cost, year_days)).transpose()?;
    Ok(Writer::new()
        .decimal("periodPercent", percent(Annualised::Period)?)
        .decimal("yearlyPercent", percent(Annualised::Simple { year_days })?)
        .decimal("effectivePercent", percent(Annualised::Compound { year_days })?)
        .decimal_or_null("largestPercent", largest)
        .end())
}

/// Who may grant a deal.
fn authorise(question: &Value) -> Result<Value> {
    let (limits, level, deal) = read(question, |from| {
        let level = wire::level_or_none(from).unwrap_or_else(|| {
            from.refuse("level", "a whole number");
            Level::Beginner
        });
        (from.list::<Limit>("limits"), level, from.one::<Deal>("deal"))
    })?;
    let decision = Authority::new(limits)?.decide(level, &deal)?;
    Ok(wire::decided(&deal.judge()?, &decision))
}

/// How long a client may wait with paying.
fn grant_days(question: &Value) -> Result<Value> {
    let (policy, solvency, days) = read(question, |from| {
        (from.one::<CreditPolicy>("policy"), from.one::<Solvency>("solvency"), from.count("days"))
    })?;
    Ok(policy.grant(days, &solvency)?.to_wire())
}

fn read<T>(question: &Value, read: impl FnOnce(&mut Reader<'_>) -> T) -> Result<T> {
    let mut from = Reader::new(question);
    let asked = read(&mut from);
    from.settle(asked).map_err(|fault| fault.or(Code::RuleInvalid))
}
