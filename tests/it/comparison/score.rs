use rust_decimal::Decimal;
use sapa::domain::comparison::*;
use sapa::domain::error::Code;

use super::{fact, number, price, sheet, to_owned};
use crate::support::{day, dec};

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
