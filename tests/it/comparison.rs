//! Ours beside theirs: the age of facts, the grid for us and for a client, the score, the conclusion, the cards.

use rust_decimal::Decimal;
use sapa::domain::comparison::*;
use sapa::domain::date::Date;
use sapa::domain::error::Code;

use crate::support::dec;

const TODAY: &str = "1998-05-07";

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

pub(crate) fn number(id: &str, direction: Direction, weight: i64) -> Criterion {
    Criterion {
        direction: Some(direction),
        weight: weight.into(),
        unit: Some("USD".into()),
        ..Criterion::new(id, id, Kind::Number, Topic::Price)
    }
}

fn subject(name: &str) -> Subject {
    if name == "chai" { Subject::Ours(name.into()) } else { Subject::Theirs(name.into()) }
}

/// A fact seen yesterday that may be shared.
pub(crate) fn fact(product: &str, criterion: &str, value: Value) -> Fact {
    Fact { seen: Some(day("1998-05-06")), shareable: true, ..Fact::new("", subject(product), criterion, value) }
}

fn price(product: &str, value: &str) -> Fact {
    fact(product, "price", Value::Number(dec(value)))
}

pub(crate) fn sheet<'a>(theirs: &'a [&'a str], criteria: &'a [Criterion], facts: &'a [Fact]) -> Sheet<'a> {
    Sheet { ours: "chai", theirs, criteria, facts, shelf_life: ShelfLife::default(), today: day(TODAY) }
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
fn what_does_not_count_is_named_and_makes_an_interval() {
    let criteria = [
        number("price", Direction::Min, 3),
        Criterion {
            direction: Some(Direction::Max),
            weight: 1.into(),
            ..Criterion::new("cold", "", Kind::YesNo, Topic::Feature)
        },
        Criterion {
            direction: Some(Direction::Max),
            weight: 9.into(),
            ..Criterion::new("looks", "", Kind::Text, Topic::Feature)
        },
        number("days", Direction::Min, 5),
    ];
    let facts = [
        price("chai", "18"),
        Fact { seen: None, ..price("undated", "1") },
        Fact { seen: Some(day("1998-01-01")), ..price("stale", "1") },
        Fact { seen: Some(day("1998-06-01")), ..price("ahead", "1") },
        Fact { unit: Some("EUR".into()), ..price("euro", "1") },
        price("negative", "-1"),
        fact("yes", "price", Value::YesNo(true)),
        fact("chai", "cold", Value::YesNo(true)),
        fact("yes", "cold", Value::YesNo(false)),
        fact("chai", "looks", Value::Text("fine".into())),
    ];
    let theirs = ["undated", "stale", "ahead", "euro", "negative", "yes"];
    let scores = score(&sheet(&theirs, &criteria, &facts).grid(Audience::Us)).unwrap();
    let reasons: Vec<_> = scores.left_out.iter().map(|left| (left.column, left.reason)).collect();
    use Reason::{Ahead, Incomparable, Stale, Undated};
    let expected = [(1, Undated), (2, Stale), (3, Ahead), (4, Incomparable), (5, Incomparable), (6, Incomparable)];
    assert_eq!(reasons, expected);
    assert_eq!(scores.unknown, ["days"]);
    assert_eq!(scores.parts.iter().map(|part| part.weight).collect::<Vec<_>>(), [dec("0.75"), dec("0.25")]);
    // Of the price, ours has anything from nothing to all; of the cold, everything or as much as six of the seven.
    assert_eq!(scores.totals[0].high, Decimal::ONE);
    assert!(scores.totals[0].low > Decimal::ZERO && scores.totals[0].low < dec("0.05"), "{:?}", scores.totals[0]);
    assert!(!scores.totals[0].is_exact());
}

#[test]
fn zeros_are_taken_to_the_limit() {
    #[track_caller]
    fn check(direction: Direction, values: &[&str], expected: &[&str]) {
        let values = values.iter().map(|value| Some(dec(value))).collect();
        let row = Measured { weight: 1.into(), direction, most: None, values };
        let neutral: Vec<_> = weighted_sum(&[row]).unwrap().into_iter().map(|sum| sum.neutral).collect();
        assert_eq!(neutral, expected.iter().map(|value| dec(value)).collect::<Vec<_>>());
    }
    check(Direction::Max, &["0", "5"], &["0", "1"]);
    check(Direction::Max, &["0", "0"], &["0.5", "0.5"]);
    check(Direction::Min, &["0", "5"], &["1", "0"]);
    check(Direction::Min, &["0", "0", "3", "7"], &["0.5", "0.5", "0", "0"]);
    check(Direction::Min, &["5"], &["1"]);
    check(Direction::Max, &[], &[]);
    // Numbers at both ends of what 28 digits hold do not overflow.
    let huge = "79228162514264337593543950335";
    check(Direction::Max, &[huge, huge], &["0.5", "0.5"]);
    check(Direction::Min, &[huge, "0.0000000000000000000000000001"], &["0", "1"]);
}

#[test]
fn bad_weights_and_values_are_refused() {
    let row = |weight: i64, value: i64| Measured {
        weight: weight.into(),
        direction: Direction::Max,
        most: None,
        values: vec![Some(value.into())],
    };
    assert_eq!(weighted_sum(&[row(-1, 1)]).unwrap_err().kind(), Code::NumberRange);
    assert_eq!(weighted_sum(&[row(1, -1)]).unwrap_err().kind(), Code::NumberRange);
    let heavy = Measured { weight: Decimal::MAX, ..row(1, 1) };
    assert_eq!(weighted_sum(&[heavy.clone(), heavy]).unwrap_err().kind(), Code::NumberOverflow);
    assert_eq!(weighted_sum(&[row(0, 1)]).unwrap()[0], Interval::default());
    assert_eq!(weighted_sum(&[]).unwrap(), []);
}

#[test]
fn the_conclusion_names_leader_lead_and_reasons() {
    let criteria = [
        number("price", Direction::Min, 5),
        number("days", Direction::Min, 3),
        number("range", Direction::Max, 2),
        number("minimum", Direction::Min, 1),
    ];
    let facts = |ours: [&str; 4], theirs: [&str; 4]| -> Vec<Fact> {
        let side = |product, values: [&str; 4]| {
            let known = criteria.iter().zip(values).filter(|(_, value)| *value != "-");
            let facts = known.map(|(criterion, value)| fact(product, &criterion.id, Value::Number(dec(value))));
            facts.collect::<Vec<_>>()
        };
        [side("chai", ours), side("a", theirs)].concat()
    };
    let check = |facts: &[Fact], leader, certain, for_us: &[&str], against_us: &[&str]| {
        let scores = score(&sheet(&["a"], &criteria, facts).grid(Audience::Us)).unwrap();
        let conclusion = conclude(&scores).unwrap().unwrap();
        let ids = |points: &[Point]| points.iter().map(|point| point.criterion.clone()).collect::<Vec<_>>();
        assert_eq!((conclusion.leader, conclusion.certain), (leader, certain), "{conclusion:?}");
        assert_eq!((ids(&conclusion.for_us), ids(&conclusion.against_us)), (to_owned(for_us), to_owned(against_us)));
        conclusion
    };
    let ahead =
        check(&facts(["10", "1", "30", "5"], ["30", "3", "10", "1"]), Some(0), true, &["price", "days"], &["minimum"]);
    // 5/11 of 1/2, 3/11 of 1/2, 2/11 of 1/2, less 1/11 of 2/3.
    assert_eq!(ahead.lead.neutral.round_dp(6), (dec("13") / dec("33")).round_dp(6));
    check(&facts(["30", "3", "10", "1"], ["10", "1", "30", "5"]), Some(1), true, &["minimum"], &["price", "days"]);
    check(&facts(["10", "2", "4", "1"], ["10", "2", "4", "1"]), None, false, &[], &[]);
    // The delivery of a is not known: at no days at all it would be ahead.
    let open = check(&facts(["10", "1", "30", "5"], ["11", "-", "30", "5"]), Some(0), false, &["price"], &[]);
    assert!(open.lead.low < Decimal::ZERO && open.lead.high > open.lead.neutral, "{open:?}");
    // What is not known of one of them is no reason, however much it would weigh.
    check(&facts(["-", "1", "30", "5"], ["10", "2", "30", "5"]), Some(0), false, &["days"], &[]);
    check(&facts(["-", "1", "30", "5"], ["10", "1", "30", "5"]), None, false, &[], &[]);
    // A price of half is more than a minimum order can make good.
    check(&facts(["10", "1", "30", "5"], ["20", "1", "30", "-"]), Some(0), true, &["price"], &[]);
}

fn to_owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

#[test]
fn there_is_no_conclusion_from_nothing() {
    let criteria = [number("price", Direction::Min, 1)];
    let unweighed = [number("price", Direction::Min, 0)];
    let facts = [price("chai", "1"), price("a", "2")];
    for (theirs, criteria, facts) in [
        (&[][..], &criteria[..], &facts[..]),
        (&["a"], &criteria, &[]),
        (&["a"], &unweighed, &facts),
        (&["a"], &[], &facts),
    ] {
        let scores = score(&sheet(theirs, criteria, facts).grid(Audience::Us)).unwrap();
        assert_eq!(conclude(&scores), Ok(None));
        assert_eq!(scores.totals.len(), theirs.len() + 1);
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

#[test]
fn cards_are_found_by_typing() {
    let card = |wording: &str, proof: &str, tags: &[&str]| Objection {
        wording: wording.into(),
        proof: proof.into(),
        tags: to_owned(tags),
        ..Objection::default()
    };
    let cards = [
        card("Your price is too high.", "Delivery is free.", &["price"]),
        card("Delivery takes too long.", "Three days, by our own count.", &["delivery", "time"]),
        card("Kami sudah punya pemasok.", "", &["pemasok"]),
        card("У вас всё слишком дорого, йогурт тоже.", "", &["цена"]),
        card("Le café est trop cher, Müller l'a dit à Łódź.", "", &["straße"]),
        card("We priced others in.", "", &[]),
    ];
    let check = |typed: &str, expected: &[usize]| {
        let found: Vec<_> =
            find(&cards, typed).into_iter().map(|hit| cards.iter().position(|c| c == hit).unwrap()).collect();
        assert_eq!(found, expected, "{typed:?}");
    };
    check("", &[0, 1, 2, 3, 4, 5]);
    check("  ", &[0, 1, 2, 3, 4, 5]);
    check("price", &[0, 5]);
    check("PRIC", &[0, 5]);
    check("delivery", &[1, 0]);
    check("too del", &[1, 0]);
    check("livery", &[]);
    check("price nonsense", &[]);
    check("pemasok", &[2]);
    check("все", &[3]);
    check("ВСЁ иогурт", &[3]);
    check("цен", &[3]);
    check("cafe lodz", &[4]);
    check("CAFE\u{301}", &[4]);
    check("strasse", &[4]);
    check("mullers", &[]);
    check("!?", &[0, 1, 2, 3, 4, 5]);
}

#[test]
fn a_card_is_short_enough_to_be_read_at_once() {
    let card = |count: usize| Objection {
        wording: "one two three".into(),
        proof: "word ".repeat(count),
        ..Objection::default()
    };
    assert!(card(SCAN_WORDS - 3).fits_scan());
    assert!(!card(SCAN_WORDS - 2).fits_scan());
}
