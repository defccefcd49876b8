//! What the records say when our product is held beside theirs: which products, which facts, for whose eyes.

use std::sync::Arc;

use rust_decimal::Decimal;
use sapa::domain::comparison::*;
use sapa::domain::date::Date;
use sapa::domain::error::Code;
use sapa::domain::quote::DraftLine;
use sapa::store::comparing::{Comparison, Table, TableCell, cards_in, comparable_products, worded};
use sapa::store::{Book, State, Supply};

use crate::store::catalogue;
use crate::support::{day, dec};

const TODAY: &str = "1998-05-07";

fn today() -> Date {
    day(TODAY)
}

fn rival(id: &str, competitor: &str, answers: &str, sample: bool) -> CompetitorProduct {
    CompetitorProduct {
        id: id.into(),
        competitor: competitor.into(),
        name: ["The ", id].concat(),
        answers: Some(answers.into()),
        sample,
    }
}

fn fact(id: &str, subject: Subject, criterion: &str, value: Value) -> Fact {
    Fact { seen: Some(day("1998-05-01")), shareable: true, ..Fact::new(id, subject, criterion, value) }
}

fn theirs(product: &str) -> Subject {
    Subject::Theirs(product.into())
}

/// Chai beside two rivals; Chang beside one.
fn state() -> State {
    let price = Criterion {
        // The currency of the price list.
        unit: Some("XXX".into()),
        direction: Some(Direction::Min),
        weight: 5.into(),
        product_member: Some(ProductMember::Price),
        ..Criterion::new("price", "List price", Kind::Number, Topic::Price)
    };
    let days = Criterion {
        unit: Some("days".into()),
        direction: Some(Direction::Min),
        weight: 1.into(),
        ..Criterion::new("days", "Delivery", Kind::Number, Topic::Terms)
    };
    let book = Book {
        competitors: vec![Competitor {
            id: "L".into(),
            name: "Lumen".into(),
            note: "Bills for every small thing".into(),
            sample: true,
        }],
        rivals: vec![rival("a", "L", "1", false), rival("b", "gone", "1", false), rival("c", "gone", "2", false)],
        criteria: vec![price, days],
        facts: vec![
            fact("1", theirs("a"), "price", Value::Number(dec("20"))),
            Fact { seen: None, ..fact("2", theirs("b"), "price", Value::Number(dec("9"))) },
            Fact { shareable: false, ..fact("3", theirs("a"), "days", Value::Number(dec("4"))) },
            Fact {
                source: Source { kind: SourceKind::ClientSaid, text: "Ernst Handel's bill".into() },
                ..fact("4", theirs("b"), "days", Value::Number(dec("2")))
            },
            fact("5", theirs("c"), "price", Value::Number(dec("1"))),
        ],
        ..Book::default()
    };
    let catalogue = Arc::new(catalogue());
    State { supply: Supply::Ready { catalogue, stale: false }, book: Arc::new(book), ..State::default() }
}

fn chai(state: &State, weights: &[(&str, i64)]) -> Comparison {
    let weights: Vec<_> = weights.iter().map(|(id, weight)| ((*id).to_owned(), Decimal::from(*weight))).collect();
    Comparison::of(state, "1", today(), &weights).unwrap()
}

/// What the cells hold: the fact's id, "list" for what the catalogue says, "-" for nothing.
fn ids(table: &Table) -> Vec<Vec<&str>> {
    let id = |cell: &'_ Option<TableCell>| match cell {
        None => "-",
        Some(cell) if cell.fact.is_empty() => "list",
        Some(_) => "fact",
    };
    table.rows.iter().map(|row| row.cells.iter().map(id).collect()).collect()
}

#[test]
fn ours_comes_first_and_says_what_the_catalogue_does() {
    let state = state();
    let now = chai(&state, &[]);
    let products: Vec<_> = now.products.iter().map(|known| (known.name.as_str(), known.company.as_str())).collect();
    // A company that is not in the records is called by its id.
    assert_eq!(products, [("Chai", ""), ("The a", "Lumen"), ("The b", "gone")]);
    assert!(now.products[0].is_ours() && !now.products[1].is_ours());
    let table = now.table(Audience::Us);
    assert_eq!(table.columns, [0, 1, 2]);
    assert_eq!(ids(&table), [["list", "fact", "fact"], ["-", "fact", "fact"]]);
    let ours = table.rows[0].cells[0].as_ref().unwrap();
    assert_eq!((&ours.value, ours.seen), (&Value::Number(dec("18.00")), Some(today())));
    assert!(ours.counts());
    assert_eq!(table.rows[0].cells[2].as_ref().unwrap().freshness, Freshness::Undated);
    assert_eq!(Comparison::of(&state, "gone", today(), &[]), None);
    assert_eq!(Comparison::of(&State::default(), "1", today(), &[]), None);
}

#[test]
fn samples_are_told_by_product_by_company_and_by_fact() {
    let mut state = state();
    assert!(chai(&state, &[]).sample, "the company of one rival is invented");
    assert!(!Comparison::of(&state, "2", today(), &[]).unwrap().sample);
    Arc::make_mut(&mut state.book).facts[4].sample = true;
    assert!(Comparison::of(&state, "2", today(), &[]).unwrap().sample);
    Arc::make_mut(&mut state.book).facts[4].sample = false;
    Arc::make_mut(&mut state.book).rivals[2].sample = true;
    assert!(Comparison::of(&state, "2", today(), &[]).unwrap().sample);
}

#[test]
fn a_client_sees_what_is_fresh_and_shared_and_not_who_told_us() {
    let state = state();
    let table = chai(&state, &[]).table(Audience::Client);
    assert_eq!(table.columns, [0, 1, 2]);
    // The undated price and the internal days are gone.
    assert_eq!(ids(&table), [["list", "fact", "-"], ["-", "-", "fact"]]);
    assert_eq!(table.rows[1].cells[2].as_ref().unwrap().source, None);

    let mut state = state;
    for fact in &mut Arc::make_mut(&mut state.book).facts {
        fact.shareable &= fact.subject != theirs("b");
    }
    let table = chai(&state, &[]).table(Audience::Client);
    assert_eq!((table.columns, table.rows.len()), (vec![0, 1], 1));
}

#[test]
fn weights_given_stand_in_for_those_of_the_records() {
    let state = state();
    let total = |weights: &[(&str, i64)]| chai(&state, weights).outcome().unwrap().scores.totals[0];
    assert_ne!(total(&[]), total(&[("days", 50)]));
    // With the price alone, only the undated one is open: 20 against 18 at best, nothing at worst.
    let alone = chai(&state, &[("days", 0)]).outcome().unwrap();
    assert_eq!(alone.scores.parts.len(), 1);
    assert_eq!(alone.scores.left_out, [LeftOut { column: 2, criterion: "price".into(), reason: Reason::Undated }]);
    let conclusion = alone.conclusion.unwrap();
    assert_eq!((conclusion.leader, conclusion.certain), (Some(0), false));
    let none = chai(&state, &[("days", 0), ("price", 0)]).outcome().unwrap();
    assert_eq!(none.conclusion, None);
    let error = Comparison::of(&state, "1", today(), &[("days".into(), Decimal::MAX), ("price".into(), Decimal::MAX)]);
    assert_eq!(error.unwrap().outcome().unwrap_err().kind(), Code::NumberOverflow);
}

#[test]
fn facts_hold_as_long_as_what_they_are_about() {
    let state = state();
    let now = chai(&state, &[]);
    let holds = |id: &str| now.holds(now.criterion(id).unwrap());
    assert_eq!((holds("price"), holds("days")), (30, 90));
    assert_eq!(now.criterion("gone"), None);
}

#[test]
fn a_unit_of_its_own_is_kept_beside_a_number() {
    let mut state = state();
    let book = Arc::make_mut(&mut state.book);
    book.facts[0].unit = Some("EUR".into());
    book.facts[3].unit = Some("days".into());
    book.facts[2].value = Value::Text("soon".into());
    book.facts[2].unit = Some("weeks".into());
    let table = chai(&state, &[]).table(Audience::Us);
    let cell = |row: usize, column: usize| table.rows[row].cells[column].as_ref().unwrap();
    assert_eq!((cell(0, 1).unit.as_deref(), cell(0, 1).comparable), (Some("EUR"), false));
    assert_eq!((cell(1, 2).unit.as_deref(), cell(1, 2).comparable), (None, true));
    assert_eq!((cell(1, 1).unit.as_deref(), cell(1, 1).counts()), (None, false));
}

#[test]
fn products_of_the_quote_come_first_then_those_with_rivals() {
    let mut state = state();
    assert_eq!(comparable_products(&state), [(0, 2), (1, 1)]);
    state.draft.lines = vec![DraftLine { key: 1, product: "2".into(), quantity: 1.into() }];
    assert_eq!(comparable_products(&state), [(1, 1), (0, 2)]);
    // Without rivals it waits at the end, even in the quote; what is sold no more is not offered at all.
    Arc::make_mut(&mut state.book).rivals.pop();
    assert_eq!(comparable_products(&state), [(0, 2), (1, 0)]);
    let Supply::Ready { catalogue, .. } = &mut state.supply else { panic!("ready") };
    for product in &mut Arc::make_mut(catalogue).products {
        product.discontinued = true;
    }
    assert_eq!(comparable_products(&state), [(0, 2)]);
    assert_eq!(comparable_products(&State::default()), []);
}

#[test]
fn cards_are_in_the_language_of_the_reader() {
    let card = |id: &str, locale: Option<&str>| Objection {
        id: id.into(),
        locale: locale.map(str::to_owned),
        ..Objection::default()
    };
    let objections = vec![card("en", Some("en")), card("ru", Some("ru-RU")), card("all", None), card("de", Some("de"))];
    let book = Book { objections, ..Book::default() };
    let ids = |language| cards_in(&book, language).into_iter().map(|card| card.id).collect::<Vec<_>>();
    assert_eq!(ids("en"), ["en", "all"]);
    assert_eq!(ids("ru"), ["ru", "all"]);
    assert_eq!(ids("id"), ["all"]);
}

#[test]
fn values_in_words_are_of_the_kind_asked_for() {
    assert_eq!(worded(Kind::Text, "  <b>14 days</b> "), Some(Value::Text("<b>14 days</b>".into())));
    assert_eq!(worded(Kind::Text, " "), None);
    assert_eq!(worded(Kind::YesNo, "yes"), Some(Value::YesNo(true)));
    assert_eq!(worded(Kind::YesNo, "no"), Some(Value::YesNo(false)));
    assert_eq!(worded(Kind::YesNo, ""), None);
    assert_eq!(worded(Kind::Number, "1"), None);
}
