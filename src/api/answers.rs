//! What the engine answers without any view, as plain data. Questions and answers are declared in `types.ts`.

use rust_decimal::Decimal;

use super::sentence::named;
use crate::domain::error::{Code, Error, Result};
use crate::domain::money::{Currency, Rounding, add, from_minor, mul, sub};
use crate::domain::pricing::{self, Gives, Priced, Request, RuleSet, Subject, TierMode, Tiers, Trait};
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
/// `rule.invalid` with the path for a question that has not its shape, or has a member that nobody reads, `record.not_found` for a name that is no call's, and
/// what the domain says.
pub fn answer(name: &str, question: &Value) -> Result<Value> {
    let from = &mut Reader::strict(question);
    match name {
        "price" => price(from),
        "chooseRules" => choose_rules(from),
        "ways" => ways(from),
        "startOf" => start_of(from),
        "cheaper" => cheaper(from),
        "reach" => reach(from),
        "keepProfit" => keep_profit(from),
        "keepMargin" => keep_margin(from),
        "defer" => defer(from),
        "earlyPayment" => early_payment(from),
        "authorise" => authorise(from),
        "grantDays" => grant_days(from),
        _ => Err(Error::new(Code::NotFound, ["the call ", name].concat())),
    }
}

/// Whether the question has its shape; nothing that was read is used before.
fn sound(from: &mut Reader<'_>) -> Result<()> {
    from.sound().map_err(|fault| fault.or(Code::RuleInvalid))
}

/// What an order comes to.
fn price(from: &mut Reader<'_>) -> Result<Value> {
    let request = Request::from_wire(from);
    sound(from)?;
    Ok(priced(&request)?.to_wire())
}

/// The request's price.
///
/// # Errors
/// `rule.invalid` for two lines or two steps of one id, and those of [`pricing::price`], which name the line or the step.
pub(super) fn priced(request: &Request) -> Result<Priced> {
    request.check_ids()?;
    pricing::price(request).map_err(|error| named(error, request))
}

/// Which rules of a set win, and what they make of a price.
fn choose_rules(from: &mut Reader<'_>) -> Result<Value> {
    let rules = from.one::<RuleSet>("rules");
    let named = from.one_with("for", &wire::traits);
    let (quantity, price) = (from.decimal_or_none("quantity"), from.decimal_or_none("unitPrice"));
    sound(from)?;
    if !rules.is_sound() {
        return Err(Error::new(Code::RuleInvalid, "rules"));
    }
    let name = |of: Trait| named.iter().find(|(known, _)| *known == of).map(|(_, name)| name.as_str());
    let subject = Subject {
        item: name(Trait::Item),
        group: name(Trait::Group),
        brand: name(Trait::Brand),
        client: name(Trait::Client),
        client_group: name(Trait::ClientGroup),
        territory: name(Trait::Territory),
        campaign: name(Trait::Campaign),
        quantity: quantity.unwrap_or(Subject::default().quantity),
        unit_price: price.unwrap_or(Subject::default().unit_price),
    };
    let chosen = rules.choose(&subject)?;
    let applied = chosen.ids().into_iter().map(|id| Value::Text(id.to_owned())).collect();
    Ok(Writer::new()
        .value("applied", Value::List(applied))
        .decimal("unitPrice", chosen.unit_price(subject.unit_price)?.normalize())
        .decimal("percent", chosen.percent(subject.unit_price)?)
        .end())
}

/// Which lines to order more of for a discount, or to pay less.
fn ways(from: &mut Reader<'_>) -> Result<Value> {
    let request = from.one::<Request>("request");
    let percent = from.decimal_or_none("percent");
    sound(from)?;
    request.check_ids()?;
    let ways = match percent {
        Some(percent) => pricing::ways_to(&request, percent),
        None => pricing::cheaper(&request),
    };
    Ok(ways.map_err(|error| named(error, &request))?.to_wire())
}

/// From where on a ladder gives a discount.
fn start_of(from: &mut Reader<'_>) -> Result<Value> {
    let (tiers, price) = tiers(from);
    let percent = from.decimal("percent");
    sound(from)?;
    let ladder = Ladder::of_tiers(price, &tiers)?;
    let start = match tiers.mode {
        TierMode::AllUnits => ladder.start(percent),
        TierMode::Slab => ladder.slab_start(percent),
    };
    Ok(Writer::new().decimal_or_null("from", start?.map(|start| start.normalize())).end())
}

/// Where on a ladder more costs less.
fn cheaper(from: &mut Reader<'_>) -> Result<Value> {
    let (tiers, price) = tiers(from);
    let quantity = from.decimal("quantity");
    sound(from)?;
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
fn reach(from: &mut Reader<'_>) -> Result<Value> {
    let currency = from.one::<Currency>("currency");
    let lines = from.list::<GoalLine>("lines");
    let target = from.decimal("target");
    sound(from)?;
    Ok(seek(&lines, target, currency)?.to_wire())
}

/// How much more must be sold for the same profit.
fn keep_profit(from: &mut Reader<'_>) -> Result<Value> {
    let (quantity, price) = (from.decimal("quantity"), from.decimal("price"));
    let (cost, percent) = (from.decimal("cost"), from.decimal("percent"));
    sound(from)?;
    let extra = extra_volume(quantity, price, cost, percent)?;
    let whole = Rounding::Ceiling.round(add(quantity, extra)?, 0);
    Ok(Writer::new().decimal("extra", extra).decimal("quantity", whole).end())
}

/// The largest discount that leaves a margin.
fn keep_margin(from: &mut Reader<'_>) -> Result<Value> {
    let (price, cost, margin) = (from.decimal("price"), from.decimal("cost"), from.decimal("marginPercent"));
    sound(from)?;
    Ok(Writer::new().decimal("percent", largest_discount(price, cost, margin)?).end())
}

/// What payments over time are worth on delivery.
fn defer(from: &mut Reader<'_>) -> Result<Value> {
    let (currency, amount) = (from.one::<Currency>("currency"), from.decimal("amount"));
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
    sound(from)?;
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
fn early_payment(from: &mut Reader<'_>) -> Result<Value> {
    let offer = TradeCredit {
        discount_percent: from.decimal("discountPercent"),
        discount_days: from.count("discountDays"),
        net_days: from.count("netDays"),
    };
    let year_days = if from.has("yearDays") { from.count("yearDays") } else { 365 };
    let (annual_percent, method) = (from.decimal_or_none("annualPercent"), from.choice_or_default("method"));
    sound(from)?;
    let day_count = DayCount::default();
    let cost = annual_percent.map(|annual_percent| CapitalCost { annual_percent, method, day_count });
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
fn authorise(from: &mut Reader<'_>) -> Result<Value> {
    let level = wire::level_or_none(from).unwrap_or_else(|| {
        from.refuse("level", "a whole number");
        Level::Beginner
    });
    let (limits, deal) = (from.list::<Limit>("limits"), from.one::<Deal>("deal"));
    sound(from)?;
    let decision = Authority::new(limits)?.decide(level, &deal)?;
    Ok(wire::decided(&deal.judge()?, &decision))
}

/// How long a client may wait with paying.
fn grant_days(from: &mut Reader<'_>) -> Result<Value> {
    let policy = from.one::<CreditPolicy>("policy");
    let solvency = from.one::<Solvency>("solvency");
    let days = from.count("days");
    sound(from)?;
    Ok(policy.grant(days, &solvency)?.to_wire())
}
