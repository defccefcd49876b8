use sapa::domain::comparison::*;
use sapa::domain::date::Date;

use super::{TODAY, fact, number, price, sheet, subject};
use crate::support::day;

#[test]
fn facts_grow_old_by_what_they_are_about() {
    #[track_caller]
    fn check(topic: Topic, seen: &str, expected: Freshness) {
        assert_eq!(ShelfLife::default().freshness(topic, Date::parse(seen).ok(), day(TODAY)), expected, "{seen}");
    }
    check(Topic::Price, "1998-05-07", Freshness::Fresh { age: 0 });
    check(Topic::Price, "1998-04-07", Freshness::Fresh { age: 30 });
    check(Topic::Price, "1998-04-06", Freshness::Stale { age: 31 });
    check(Topic::Terms, "1998-02-06", Freshness::Fresh { age: 90 });
    check(Topic::Terms, "1998-02-05", Freshness::Stale { age: 91 });
    check(Topic::Feature, "1997-11-08", Freshness::Fresh { age: 180 });
    check(Topic::Feature, "1997-11-07", Freshness::Stale { age: 181 });
    check(Topic::Feature, "", Freshness::Undated);
    check(Topic::Feature, "1998-05-08", Freshness::Ahead);

    let own = ShelfLife { price: 7, ..ShelfLife::default() };
    assert_eq!(own.freshness(Topic::Price, Some(day("1998-04-29")), day(TODAY)), Freshness::Stale { age: 8 });
}

#[test]
fn a_cell_shows_the_youngest_fact_and_of_equals_the_surer() {
    #[track_caller]
    fn check(facts: &[(&str, Confidence, &str)], expected: &str) {
        let facts: Vec<_> = facts
            .iter()
            .map(|(seen, confidence, value)| Fact {
                seen: Date::parse(seen).ok(),
                confidence: *confidence,
                ..price("chai", value)
            })
            .collect();
        let criteria = [number("price", Direction::Min, 1)];
        assert_eq!(shown(&sheet(&[], &criteria, &facts).grid(Audience::Us)), [expected]);
    }
    use Confidence::{High, Low};
    check(&[], "-");
    check(&[("1998-05-01", Low, "2"), ("1998-04-01", High, "1")], "2");
    check(&[("1998-05-01", High, "1"), ("1998-05-01", Low, "2")], "1");
    check(&[("1998-05-01", Low, "1"), ("1998-05-01", Low, "2")], "2");
    check(&[("", High, "1"), ("1990-01-01", Low, "2")], "2");
    check(&[("2098-05-01", High, "1"), ("1998-05-01", Low, "2")], "2");
    check(&[("", High, "1")], "1");
}

#[test]
fn our_product_stands_first_and_differences_can_stand_alone() {
    let word = Criterion::new("packing", "Packing", Kind::Text, Topic::Feature);
    let cold = Criterion::new("cold", "Keeps cold", Kind::YesNo, Topic::Feature);
    let criteria = [number("price", Direction::Min, 1), word, cold, number("days", Direction::Min, 1)];
    let text = |product, text: &str| fact(product, "packing", Value::Text(text.into()));
    let facts = [
        price("a", "18.0"),
        Fact { unit: Some("USD".into()), ..price("chai", "18") },
        text("chai", "box"),
        text("a", "tin"),
        fact("a", "cold", Value::YesNo(true)),
    ];
    let sheet = sheet(&["a"], &criteria, &facts);
    let grid = sheet.grid(Audience::Us);
    assert_eq!(grid.columns, [subject("chai"), subject("a")]);
    let rows: Vec<_> = grid.differences().map(|row| row.criterion.id.as_str()).collect();
    // 18 and 18.0 are one price, and of the days nothing is known on either side.
    assert_eq!(rows, ["packing", "cold"]);
    let other_money = [facts[0].clone(), Fact { unit: Some("EUR".into()), ..facts[1].clone() }];
    let grid = Sheet { facts: &other_money, ..sheet }.grid(Audience::Us);
    assert!(grid.rows[0].differs, "18 euros are not 18 dollars");
}

#[test]
fn a_client_sees_only_what_is_fresh_and_shareable() {
    let criteria = [number("price", Direction::Min, 1), number("days", Direction::Min, 1)];
    let secret = Fact { shareable: false, ..price("chai", "1") };
    let stale = Fact { seen: Some(day("1998-01-01")), ..price("a", "2") };
    let undated = Fact { seen: None, ..price("b", "3") };
    let good = price("c", "4");
    let hidden = Fact { shareable: false, ..fact("a", "days", Value::Number(1.into())) };
    let facts = [secret, stale, undated, good.clone(), hidden];
    let sheet = sheet(&["a", "b", "c"], &criteria, &facts);
    assert_eq!(shown(&sheet.grid(Audience::Us)), ["1", "2", "3", "4", "-", "1", "-", "-"]);
    let grid = sheet.grid(Audience::Client);
    assert_eq!(grid.columns, [subject("chai"), subject("c")], "nothing is left of a and b");
    assert_eq!(shown(&grid), ["-", "4"], "the row of days is empty, so it is not shown");

    // The newest fact is ours alone; the client is shown the newest of those that may be.
    let facts = [good, Fact { shareable: false, seen: Some(day(TODAY)), ..price("c", "5") }];
    let grid = Sheet { facts: &facts, ..sheet }.grid(Audience::Client);
    assert_eq!(shown(&grid), ["-", "4"]);
}

#[test]
fn a_client_does_not_learn_what_another_client_said() {
    let criteria = [number("price", Direction::Min, 1)];
    for (kind, told) in [(SourceKind::ClientSaid, false), (SourceKind::Site, true)] {
        let facts = [Fact { source: Source { kind, text: "Ernst Handel".into() }, ..price("chai", "1") }];
        let sheet = sheet(&[], &criteria, &facts);
        let sources = |audience| sheet.grid(audience).rows[0].cells[0].unwrap().source.is_some();
        assert_eq!((sources(Audience::Us), sources(Audience::Client)), (true, told), "{kind:?}");
    }
}

#[test]
fn markup_is_text_like_any_other() {
    let nasty = "<img src=x onerror=alert(1)>";
    let criteria = [Criterion::new(nasty, nasty, Kind::Text, Topic::Feature)];
    let facts = [Fact {
        source: Source { kind: SourceKind::Site, text: nasty.into() },
        ..fact("chai", nasty, Value::Text(nasty.into()))
    }];
    let grid = sheet(&[], &criteria, &facts).grid(Audience::Client);
    assert_eq!(shown(&grid), [nasty]);
    assert_eq!(facts[0].source.link(), None);

    let cards = [Objection { wording: nasty.into(), ..Objection::default() }];
    assert_eq!(find(&cards, "onerror")[0].wording, nasty);
    assert_eq!(find(&cards, "<img"), [&cards[0]]);
}

#[test]
fn only_an_address_of_the_web_is_a_link() {
    for (text, link) in [
        ("https://example.org/prices?of=tea", true),
        (" http://example.org ", true),
        ("https://", false),
        ("https://example.org and by phone", false),
        ("https://example.org/\u{0}", false),
        ("javascript:alert(1)", false),
        ("JAVASCRIPT://example.org/%0aalert(1)", false),
        ("data:text/html,<b>", false),
        ("example.org", false),
        ("", false),
    ] {
        let source = Source { text: text.into(), ..Source::default() };
        assert_eq!(source.link().is_some(), link, "{text:?}");
    }
}

#[test]
fn rivals_are_the_products_that_answer_to_ours() {
    let product = |id: &str, answers: Option<&str>| CompetitorProduct {
        id: id.into(),
        answers: answers.map(Into::into),
        ..CompetitorProduct::default()
    };
    let products = [product("a", Some("chai")), product("b", None), product("c", Some("chang"))];
    assert_eq!(rivals(&products, "chai"), [&products[0]]);
    assert!(rivals(&products, "").is_empty());
}

/// What the cells of the only row hold: the value, or "-".
fn shown(grid: &Grid<'_>) -> Vec<String> {
    let text = |cell: &Cell<'_>| match &cell.fact.value {
        Value::Number(number) => number.to_string(),
        Value::Text(text) => text.clone(),
        Value::YesNo(yes) => yes.to_string(),
    };
    let cells = grid.rows.iter().flat_map(|row| &row.cells);
    cells.map(|cell| cell.as_ref().map_or("-".to_owned(), text)).collect()
}
