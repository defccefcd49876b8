//! The families about payment: when, at what rate, how much.

use rust_decimal::Decimal;
use sapa::domain::date::Date;
use sapa::domain::money::Rounding;
use sapa::domain::terms::{
    Annualised, Annuity, Bill, CashRounding, DayCount, Due, EarlyPayment, FirstPayment, Move, Part, Settlement,
    TaxReduction, TaxRounding, Taxed, Term, TradeCredit, accrete, bank_discount_rate, break_even_volume, contribution,
    dated_present_value, due_date, effective_rate, instalment_cost, instalments, nearest_internal_rate,
    net_present_value, nominal_rate, periodic_rate,
};
use serde_json::Value;

use super::mode;
use crate::cases::{Answer, Answers, Case, Serve, Stop, count, list, number, only, text};
use crate::support::{currency, dec};

/// How a family is served; nothing if it is not about payment.
pub(super) fn serve(family: &str) -> Option<Serve> {
    Some(match family {
        "accrete" => accretion,
        "bank_discount_rate" => bank_discount,
        "break_even_volume" => break_even,
        "cash_rounding" | "early_payment" => early_payment,
        "contribution" => contributions,
        "day_count" => days,
        "due_date" => due,
        "effective_rate" => effective,
        "instalment_implied_rate" => implied_rate,
        "instalments" => schedule,
        "irr" => internal,
        "nominal_rate" => nominal,
        "npv_end_of_period" => present_value_end,
        "npv_from_period_0" => present_value_now,
        "pmt" => payment,
        "pv_annuity" => annuity_value,
        "trade_credit_cost" => trade_credit,
        "xnpv" => present_value_dated,
        "year_fraction" => years,
        _ => return None,
    })
}

fn accretion(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
    only(input, &["amount", "rate", "years"])?;
    let grown = accrete(number(&input["amount"]), number(&input["rate"]), number(&input["years"]))?;
    let whole = |value| Answer::Number(Rounding::HalfUp.round(value, 0));
    Ok(vec![
        ("value", Answer::Number(grown.value)),
        ("interest", Answer::Number(grown.interest)),
        ("value_rounded", whole(grown.value)),
        ("interest_rounded", whole(grown.interest)),
    ])
}

fn bank_discount(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
    only(input, &["price", "redemption", "from", "to", "basis"])?;
    let (from, to) = (date(&input["from"])?, date(&input["to"])?);
    let basis = day_count(text(&input["basis"]))?;
    let rate = bank_discount_rate(number(&input["price"]), number(&input["redemption"]), from, to, basis)?;
    Ok(vec![("rate", Answer::Number(rate))])
}

fn break_even(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
    only(input, &["price", "variable_cost", "price_change"])?;
    let [price, cost, change] = ["price", "variable_cost", "price_change"].map(|name| number(&input[name]));
    Ok(vec![("volume_change", Answer::Number(break_even_volume(price, cost, change)?))])
}

fn early_payment(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
    only(
        input,
        &[
            "net",
            "gross",
            "lines",
            "tax_percent",
            "fixed_tax",
            "discount_percent",
            "discount_days",
            "net_days",
            "date",
            "tax_reduction",
            "round",
            "cash_round",
            "cash_mode",
            "dp",
        ],
    )?;
    if let Some(round) = input.get("round").map(text).filter(|round| *round != "net") {
        return Err(Stop::Skip(format!("rounding the {round} is not offered: what is due is rounded")));
    }
    let optional = |name: &str| input.get(name).map_or(Decimal::ZERO, number);
    let lines: Vec<Taxed> = match input.get("lines") {
        Some(lines) => {
            let line = |line: &Value| only(line, &["net", "tax_percent"]).map(|()| taxed(line));
            list(lines).iter().map(line).collect::<Result<_, _>>()?
        }
        None => vec![taxed(input)],
    };
    let cash = match input.get("cash_round") {
        Some(step) => Some(CashRounding {
            step: number(step),
            rounding: input.get("cash_mode").map_or(Ok(Rounding::HalfUp), |name| mode(text(name)))?,
        }),
        None => None,
    };
    let bill = Bill {
        lines: &lines,
        fixed_tax: optional("fixed_tax"),
        tax_rounding: TaxRounding::Line,
        currency: currency(input.get("dp").map_or(2, count)),
        rounding: Rounding::HalfUp,
        cash,
    };
    let tax = match input.get("tax_reduction").map_or("on_early", text) {
        "on_early" => TaxReduction::OnEarly,
        "always" => TaxReduction::Always,
        "never" => TaxReduction::Never,
        other => return Err(Stop::Skip(format!("the tax reduction {other} is not offered"))),
    };
    let discount_percent = optional("discount_percent");
    let Settlement { net, tax, gross, late, early, discount } = EarlyPayment { discount_percent, tax }.settle(&bill)?;
    let mut answers = vec![
        ("net", net),
        ("tax", tax),
        ("gross_exact", gross),
        ("gross", late),
        ("due_late", late),
        ("due_early", early),
        ("discount", discount),
    ]
    .into_iter()
    .map(|(name, amount)| (name, Answer::Number(amount)))
    .collect::<Answers>();
    if let Some(from) = input.get("date") {
        let from = date(from)?;
        let days = |name: &str| input.get(name).map(count);
        let (early, late) = match (days("discount_days"), days("net_days")) {
            (Some(discount_days), Some(net_days)) => {
                let (early, late) = TradeCredit { discount_percent, discount_days, net_days }.due(from)?;
                (Some(early), Some(late))
            }
            // Half of an offer is no more than a day.
            (early, late) => {
                let due = |days: Option<u32>| days.map(|days| due_date(from, &[Move::Days(days)])).transpose();
                (due(early)?, due(late)?)
            }
        };
        answers.extend(early.map(|early| ("early_until", Answer::Text(early.to_string()))));
        answers.extend(late.map(|late| ("late_until", Answer::Text(late.to_string()))));
    }
    Ok(answers)
}

/// An amount that is given with its tax already is one without any more.
fn taxed(line: &Value) -> Taxed {
    let net = number(line.get("gross").unwrap_or(&line["net"]));
    Taxed { net, tax_percent: line.get("tax_percent").map_or(Decimal::ZERO, number) }
}

fn contributions(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
    only(input, &["before", "after"])?;
    let of = |sales: &Value| {
        only(sales, &["qty", "price", "cost"])?;
        let amount = contribution(number(&sales["qty"]), number(&sales["price"]), number(&sales["cost"]))?;
        Ok::<_, Stop>(Answer::Number(amount))
    };
    Ok(vec![("before", of(&input["before"])?), ("after", of(&input["after"])?)])
}

fn days(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
    only(input, &["from", "to", "convention"])?;
    let days = day_count(text(&input["convention"]))?.days(date(&input["from"])?, date(&input["to"])?);
    Ok(vec![("days", Answer::Number(days.into()))])
}

fn years(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
    only(input, &["from", "to", "convention"])?;
    let years = day_count(text(&input["convention"]))?.years(date(&input["from"])?, date(&input["to"])?)?;
    Ok(vec![("fraction", Answer::Number(years))])
}

fn due(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
    only(input, &["rule", "date"])?;
    let rule = &input["rule"];
    only(rule, &["kind", "days", "day", "months"])?;
    let days = || Move::Days(count(&rule["days"]));
    let day = || count(&rule["day"]);
    let moves = match text(&rule["kind"]) {
        "today" | "immediate" | "immediately" => Vec::new(),
        "net" | "net_days" | "days" | "days_after" | "days_after_invoice" | "days_after_invoice_date" => vec![days()],
        "months" | "months_after" => vec![Move::Months(count(&rule["months"]))],
        "last_day_of_month" | "end_of_month" => vec![Move::MonthEnd],
        "days_after_end_of_month" => vec![Move::MonthEnd, days()],
        "days_after_end_of_next_month" => vec![Move::Months(1), Move::MonthEnd, days()],
        "days_then_end_of_month" => vec![days(), Move::MonthEnd],
        "days_end_of_month_on_the" => vec![days(), Move::Months(1), Move::DayOfMonth(day())],
        "first_day_of_next_month" => vec![Move::Months(1), Move::DayOfMonth(1)],
        "day_of_month" | "day_of_current_month" => vec![Move::DayOfMonth(day())],
        "day_of_next_month" | "day_of_following_month" => vec![Move::Months(1), Move::DayOfMonth(day())],
        "min_days_then_day_of_month" => vec![days(), Move::NextDayOfMonth(day())],
        other => return Err(Stop::Skip(format!("the rule {other} is not offered"))),
    };
    Ok(vec![("date", Answer::Text(due_date(date(&input["date"])?, &moves)?.to_string()))])
}

fn schedule(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
    only(input, &["amount", "date", "terms", "dp"])?;
    let terms = list(&input["terms"]).iter().map(term).collect::<Result<Vec<_>, _>>()?;
    let currency = currency(input.get("dp").map_or(2, count));
    let payments = instalments(number(&input["amount"]), date(&input["date"])?, &terms, currency, Rounding::HalfUp)?;
    let payment = |due: Date, amount| Answer::List(vec![Answer::Text(due.to_string()), Answer::Number(amount)]);
    let payments = payments.into_iter().map(|paid| payment(paid.due, paid.amount));
    Ok(vec![("schedule", Answer::List(payments.collect()))])
}

/// The order of moves is that of Tryton's relative deltas, in which the day of the month precedes the days.
fn term(term: &Value) -> Result<Term, Stop> {
    only(term, &["type", "value", "months", "day", "weeks", "days"])?;
    let value = || number(&term["value"]);
    let part = match text(&term["type"]) {
        "percent" | "percent_of_total" => Part::Percent(value()),
        "percent_of_remaining" => Part::PercentOfRest(value()),
        "fixed" => Part::Fixed(value()),
        "remainder" => Part::Rest,
        other => return Err(Stop::Skip(format!("the term {other} is not offered"))),
    };
    let step = |name: &str, to_move: fn(u32) -> Move| term.get(name).map(|value| to_move(count(value)));
    let due = [
        step("months", Move::Months),
        step("day", Move::DayOfMonth),
        step("weeks", Move::Weeks),
        step("days", Move::Days),
    ];
    Ok(Term { part, due: due.into_iter().flatten().collect() })
}

fn effective(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
    only(input, &["nominal", "periods"])?;
    let rate = effective_rate(number(&input["nominal"]), count(&input["periods"]))?;
    Ok(vec![("rate", Answer::Number(rate))])
}

fn nominal(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
    only(input, &["effective", "periods"])?;
    let rate = nominal_rate(number(&input["effective"]), count(&input["periods"]))?;
    Ok(vec![("rate", Answer::Number(rate))])
}

fn implied_rate(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
    only(input, &["cash_price", "payment", "n", "periods_per_year"])?;
    let (price, payment) = (number(&input["cash_price"]), number(&input["payment"]));
    let cost = instalment_cost(price, payment, count(&input["n"]), count(&input["periods_per_year"]))?;
    Ok(vec![
        ("total", Answer::Number(cost.total)),
        ("interest", Answer::Number(cost.interest)),
        ("periodic_rate", Answer::Number(cost.periodic_rate)),
        ("nominal_rate", Answer::Number(cost.nominal_rate)),
        ("effective_rate", Answer::Number(cost.effective_rate)),
    ])
}

fn internal(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
    only(input, &["values"])?;
    let rate = nearest_internal_rate(&numbers(&input["values"]))?;
    Ok(vec![("rate", rate.map_or(Answer::Nothing, Answer::Number))])
}

fn present_value_end(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
    present_value(input, FirstPayment::EndOfPeriod)
}

fn present_value_now(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
    present_value(input, FirstPayment::Now)
}

fn present_value(input: &Value, first: FirstPayment) -> Result<Answers, Stop> {
    only(input, &["rate", "values"])?;
    let value = net_present_value(rate(&input["rate"])?, &numbers(&input["values"]), first)?;
    Ok(vec![("value", Answer::Number(value))])
}

fn present_value_dated(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
    only(input, &["rate", "values", "dates"])?;
    let dates = list(&input["dates"]).iter().map(date).collect::<Result<Vec<_>, _>>()?;
    let flows: Vec<(Date, Decimal)> = dates.into_iter().zip(numbers(&input["values"])).collect();
    let value = dated_present_value(rate(&input["rate"])?, &flows, DayCount::Actual365)?;
    Ok(vec![("value", Answer::Number(value))])
}

fn payment(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
    only(input, &["rate", "n", "pv", "future", "type"])?;
    Ok(vec![("value", Answer::Number(annuity(input)?.payment(number(&input["pv"]))?))])
}

fn annuity_value(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
    only(input, &["rate", "n", "payment", "future", "type"])?;
    Ok(vec![("value", Answer::Number(annuity(input)?.present_value(number(&input["payment"]))?))])
}

fn annuity(input: &Value) -> Result<Annuity, Stop> {
    Ok(Annuity {
        rate: rate(&input["rate"])?,
        periods: count(&input["n"]),
        future: input.get("future").map_or(Decimal::ZERO, number),
        due: match input.get("type").map_or("end", text) {
            "0" | "end" => Due::End,
            "1" | "begin" => Due::Begin,
            other => panic!("not a type of annuity: {other}"),
        },
    })
}

fn trade_credit(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
    only(input, &["discount_percent", "discount_days", "net_days", "year_days", "method"])?;
    let year_days = || count(&input["year_days"]);
    let annualised = match text(&input["method"]) {
        "period" => Annualised::Period,
        "simple" => Annualised::Simple { year_days: year_days() },
        "compound" => Annualised::Compound { year_days: year_days() },
        other => return Err(Stop::Skip(format!("the method {other} is not offered"))),
    };
    let (discount_days, net_days) = (count(&input["discount_days"]), count(&input["net_days"]));
    let offer = TradeCredit { discount_percent: number(&input["discount_percent"]), discount_days, net_days };
    // The sources without a tolerance are calculators that print 14 significant digits.
    let rate = offer.cost(annualised)?.round_sf(14).expect("14 digits fit");
    Ok(vec![("rate", Answer::Number(rate))])
}

/// A rate of one period, or a nominal rate over the periods of a year: `0.1/12`.
fn rate(value: &Value) -> Result<Decimal, Stop> {
    match value.as_str().and_then(|text| text.split_once('/')) {
        Some((nominal, periods)) => Ok(periodic_rate(dec(nominal), periods.parse().expect("a count of periods"))?),
        None => Ok(number(value)),
    }
}

fn day_count(name: &str) -> Result<DayCount, Stop> {
    match name {
        "actual/365" | "actual/365F" | "actual/365 fixed" => Ok(DayCount::Actual365),
        "actual/360" => Ok(DayCount::Actual360),
        "30E/360" => Ok(DayCount::ThirtyE360),
        "30/360" | "30/360 bond basis" => Ok(DayCount::ThirtyBond360),
        "30/360 US" => Ok(DayCount::ThirtyUs360),
        "actual/actual" | "actual/actual ISDA" => Ok(DayCount::ActualActual),
        other => Err(Stop::Skip(format!("the convention {other} is not offered"))),
    }
}

fn date(value: &Value) -> Result<Date, Stop> {
    Ok(Date::parse(text(value))?)
}

fn numbers(values: &Value) -> Vec<Decimal> {
    list(values).iter().map(number).collect()
}
