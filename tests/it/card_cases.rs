//! Cases of `tests/data/card_cases.json`, or of the file `SAPA_CARD_CASES` names.

use rust_decimal::Decimal;
use sapa::domain::date::Date;
use sapa::domain::error::Error;
use sapa::domain::receivable::{Ageing, Exposure, Invoice, Payment, Receivables, UnderWay};
use sapa::domain::segments::abc::{Abc, Class, Thresholds};
use sapa::domain::segments::rfm::{Rfm, Segment};
use sapa::domain::segments::{Sale, line_amount};
use serde_json::Value;

use crate::cases::{Answer, Answers, Case, Serve, Stop, Suite, count, list, number, only, run, text, whole};
use crate::support::dec;

const SUITE: Suite = Suite { file: "card_cases.json", variable: "SAPA_CARD_CASES", serve };

#[test]
fn published_cases() {
    run(&SUITE);
}

/// How a family is served, or why it is not.
fn serve(family: &str) -> Option<Result<Serve, &'static str>> {
    Some(match family {
        "abc" => Ok(abc),
        "ageing" => Ok(ageing),
        "exposure" => Ok(exposure),
        "rfm" => Ok(rfm),
        "dso" | "payment_score" | "wilson" | "xyz" => Err("not built yet"),
        _ => return None,
    })
}

fn abc(case: &Case) -> Result<Answers, Stop> {
    let Case { input, .. } = case;
    only(input, &["data", "from", "to", "by", "value", "a", "b"])?;
    match (text(&input["by"]), text(&input["value"])) {
        ("client", "sum of unit_price x quantity x (1 - discount), unrounded") => {}
        (by, value) => return Err(Stop::Skip(format!("classes of {value} by {by} are not offered"))),
    }
    let data: Value = serde_json::from_str(&case.data(text(&input["data"]))).expect("JSON");
    let thresholds = Thresholds { a: number(&input["a"]), b: number(&input["b"]) };
    let abc = Abc::of(&lines(&data)?, date(&input["from"])?, date(&input["to"])?, thresholds)?;
    let classes = || [("A", Class::A), ("B", Class::B), ("C", Class::C)].into_iter();
    let of = |class: Class| abc.clients.iter().filter(move |ranked| ranked.class == class);
    let counts = classes().map(|(name, class)| (name.to_owned(), Answer::Number(of(class).count().into())));
    let last = classes().filter_map(|(name, class)| {
        of(class).next_back().map(|ranked| (name.to_owned(), Answer::Text(ranked.client.to_owned())))
    });
    Ok(vec![
        ("count", Answer::Named(counts.collect())),
        ("last_of", Answer::Named(last.collect())),
        ("total", Answer::Number(abc.total)),
    ])
}

/// Every line of every order.
fn lines(data: &Value) -> Result<Vec<Sale<'_>>, Error> {
    let mut sales = Vec::new();
    for order in list(&data["orders"]) {
        for line in list(&order["lines"]) {
            let amount =
                line_amount(number(&line["quantity"]), number(&line["unit_price"]), number(&line["discount"]))?;
            sales.push(Sale { client: text(&order["customer_id"]), on: date(&order["ordered"])?, amount });
        }
    }
    Ok(sales)
}

fn ageing(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
    only(input, &["as_of", "buckets", "invoices"])?;
    let (mut invoices, mut payments) = (Vec::new(), Vec::new());
    for invoice in list(&input["invoices"]) {
        only(invoice, &["id", "issued", "due", "amount", "payments"])?;
        let (id, client) = (text(&invoice["id"]).to_owned(), String::new());
        for payment in invoice.get("payments").map(list).unwrap_or_default() {
            only(payment, &["date", "amount"])?;
            let (date, amount) = (date(&payment["date"])?, number(&payment["amount"]));
            payments.push(Payment {
                id: String::new(),
                client: String::new(),
                invoice: Some(id.clone()),
                date,
                amount,
            });
        }
        let (issued, due, amount) = (date(&invoice["issued"])?, date(&invoice["due"])?, number(&invoice["amount"]));
        invoices.push(Invoice { id, client, order: None, issued, due, amount });
    }
    let ends: Vec<i32> = list(&input["buckets"]).iter().map(whole).collect();
    let ageing = Ageing::of(&Receivables::on(date(&input["as_of"])?, &invoices, &payments)?, &ends)?;
    Ok(vec![
        ("not_due", Answer::Number(ageing.not_due)),
        ("buckets", Answer::numbers(ageing.buckets)),
        ("credits", Answer::Number(ageing.credits)),
        ("balance", Answer::Number(ageing.balance)),
    ])
}

fn exposure(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
    only(input, &["receivables", "confirmed", "drafts", "this_order", "limit"])?;
    let orders = UnderWay {
        confirmed: number(&input["confirmed"]),
        drafts: number(&input["drafts"]),
        this_order: number(&input["this_order"]),
    };
    let exposure = Exposure::of(number(&input["receivables"]), &orders, input.get("limit").map(number))?;
    Ok(vec![
        ("exposure", Answer::Number(exposure.total)),
        ("headroom", exposure.headroom.map_or(Answer::Nothing, Answer::Number)),
        ("over", Answer::Flag(exposure.over)),
    ])
}

fn rfm(case: &Case) -> Result<Answers, Stop> {
    let Case { input, .. } = case;
    only(input, &["data", "as_of", "segments"])?;
    let table: Vec<Segment> = list(&input["segments"]).iter().map(segment).collect();
    let file = case.data(text(&input["data"]));
    let rfm = Rfm::on(date(&input["as_of"])?, &orders(&file)?)?;
    // None where nobody has bought yet.
    let cuts = rfm.cuts.as_ref().map_or(Answer::Nothing, |cuts| {
        let of = |cuts: &[Decimal]| Answer::numbers(cuts.iter().copied());
        Answer::named([
            ("recency", of(&cuts.recency)),
            ("frequency", of(&cuts.frequency)),
            ("monetary", of(&cuts.monetary)),
        ])
    });

    let name = |segment: Option<&Segment>| segment.map_or("Others", |segment| &segment.name).to_owned();
    let segments = rfm.by_segment(&table)?.into_iter().map(|group| {
        let answer = Answer::named([
            ("clients", Answer::Number(group.clients.into())),
            ("orders", Answer::Number(group.orders.into())),
            ("revenue", Answer::Number(group.revenue)),
        ]);
        (name(group.segment), answer)
    });
    let clients = rfm.clients.iter().map(|scored| {
        let answer = Answer::named([
            ("recency", Answer::Number(scored.recency.into())),
            ("frequency", Answer::Number(scored.frequency.into())),
            ("monetary", Answer::Number(scored.monetary)),
            ("score", Answer::Text(scored.score.to_string())),
            ("segment", Answer::Text(name(scored.score.segment(&table)))),
        ]);
        (scored.client.to_owned(), answer)
    });
    Ok(vec![
        ("cuts", cuts),
        ("segments", Answer::Named(segments.collect())),
        ("clients", Answer::Named(clients.collect())),
    ])
}

/// Every order of `rfm_orders.csv`; the file has one a line, and neither quotes nor commas in its fields.
pub(crate) fn orders(file: &str) -> Result<Vec<Sale<'_>>, Error> {
    let mut lines = file.lines();
    let header: Vec<&str> = lines.next().unwrap_or_default().split(',').collect();
    assert_eq!(header[..3], ["customer_id", "order_date", "revenue"]);
    let mut sales = Vec::new();
    for line in lines {
        let mut fields = line.split(',');
        let mut field = || fields.next().expect("a field");
        sales.push(Sale { client: field(), on: Date::parse(field())?, amount: dec(field()) });
    }
    Ok(sales)
}

/// A name, then the lowest and the highest of each score.
fn segment(row: &Value) -> Segment {
    let score = |index: usize| u8::try_from(count(&row[index])).expect("a score");
    Segment::new(text(&row[0]), [score(1), score(2)], [score(3), score(4)], [score(5), score(6)])
}

fn date(value: &Value) -> Result<Date, Error> {
    Date::parse(text(value))
}
