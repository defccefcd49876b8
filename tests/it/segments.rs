//! ABC and RFM beyond the published cases: ties, edges, bad input, and what must hold of any orders.

use proptest::collection::vec;
use proptest::prelude::*;
use rust_decimal::Decimal;
use sapa::domain::date::Date;
use sapa::domain::segments::abc::{Abc, Class, Thresholds};
use sapa::domain::segments::rfm::{Rfm, Score, Segment, default_segments};
use sapa::domain::segments::{Sale, line_amount, totals};

use crate::card_cases::orders;
use crate::support::{day, dec};

use Class::{A, B, C};

fn sale<'a>(client: &'a str, on: &str, amount: &str) -> Sale<'a> {
    Sale { client, on: day(on), amount: dec(amount) }
}

#[test]
fn sums_by_client_within_the_span() {
    let sales = [
        sale("б", "2026-01-31", "1.005"),
        sale("a", "2026-02-01", "2"),
        sale("б", "2026-02-28", "0.1"),
        sale("a", "2026-03-01", "4"),
        sale("б", "2026-02-02", "-0.1"),
    ];
    let sums: Vec<_> = totals(&sales, day("2026-02-01"), day("2026-02-28")).unwrap();
    let seen: Vec<_> = sums.iter().map(|total| (total.client, total.count, total.last, total.amount)).collect();
    assert_eq!(seen, [("a", 1, day("2026-02-01"), dec("2")), ("б", 2, day("2026-02-28"), dec("0"))]);
    assert!(totals(&sales, day("2026-03-01"), day("2026-02-01")).unwrap().is_empty());
    assert_eq!(line_amount(dec("12"), dec("14.00"), dec("0.15")).unwrap(), dec("142.8"));
    let most = Sale { client: "a", on: Date::MIN, amount: Decimal::MAX };
    assert_eq!(totals(&[most, most], Date::MIN, Date::MAX).map_err(|error| error.code()), Err("number.overflow"));
}

#[test]
fn classes_follow_the_share_before() {
    let check = |amounts: &[(&str, &str)], expected: &[(&str, Class)]| {
        let sales: Vec<Sale> = amounts.iter().map(|(client, amount)| sale(client, "2026-01-01", amount)).collect();
        let abc = Abc::of(&sales, Date::MIN, Date::MAX, Thresholds::default()).unwrap();
        let classes: Vec<_> = abc.clients.iter().map(|ranked| (ranked.client, ranked.class)).collect();
        assert_eq!(classes, expected, "{amounts:?}");
    };
    check(&[], &[]);
    // One client is everything; whoever crosses a threshold stays above it.
    check(&[("a", "1")], &[("a", A)]);
    check(&[("a", "79"), ("b", "20"), ("c", "1")], &[("a", A), ("b", A), ("c", C)]);
    // Exactly at a threshold the next one is below it.
    check(&[("a", "80"), ("b", "15"), ("c", "5")], &[("a", A), ("b", B), ("c", C)]);
    // Of equals, the id decides, whatever the order of the sales.
    check(&[("c", "25"), ("a", "25"), ("d", "25"), ("b", "25")], &[("a", A), ("b", A), ("c", A), ("d", A)]);
    check(&[("b", "0"), ("z", "5"), ("a", "0")], &[("z", A), ("a", C), ("b", C)]);
    // Goods taken back; nobody has a share of nothing.
    check(&[("a", "10"), ("b", "-2")], &[("a", A), ("b", C)]);
    check(&[("a", "10"), ("b", "-10")], &[("a", C), ("b", C)]);
    check(&[("a", "1"), ("b", "-10")], &[("a", C), ("b", C)]);

    let code = |a: &str, b: &str| {
        let thresholds = Thresholds { a: dec(a), b: dec(b) };
        Abc::of(&[], Date::MIN, Date::MAX, thresholds).map(|_| "fine").unwrap_or_else(|error| error.code())
    };
    assert_eq!((code("0", "1"), code("0.5", "0.5")), ("fine", "fine"));
    assert_eq!((code("0.9", "0.8"), code("-0.1", "0.8")), ("rule.invalid", "rule.invalid"));
    assert_eq!(code("80", "95"), "rule.invalid");
}

/// Sales that are spread evenly: "80/20" would be a wrong guess here. Counted independently.
#[test]
fn classes_of_the_example_orders() {
    let file = include_str!("../data/rfm_orders.csv");
    let abc = Abc::of(&orders(file).unwrap(), Date::MIN, Date::MAX, Thresholds::default()).unwrap();
    let count = |class| abc.clients.iter().filter(|ranked| ranked.class == class).count();
    assert_eq!((count(A), count(B), count(C)), (606, 228, 161));
    assert_eq!(abc.total, dec("464158"));
}

/// The two traps of the method: the day and the unit.
#[test]
fn scores_depend_on_the_day_and_the_unit() {
    let sales = orders(include_str!("../data/rfm_orders.csv")).unwrap();
    let on = |date: &str| Rfm::on(day(date), &sales).unwrap();
    let (one, next) = (on("2006-12-31"), on("2007-01-01"));
    assert!(one.clients.iter().zip(&next.clients).all(|(one, next)| one.recency + 1 == next.recency));

    let cents: Vec<Sale> = sales.iter().map(|sale| Sale { amount: sale.amount * dec("100"), ..*sale }).collect();
    let in_cents = Rfm::on(day("2006-12-31"), &cents).unwrap();
    assert_eq!(in_cents.cuts.unwrap().monetary, ["25481", "38101", "50541", "66501"].map(dec));
    assert!(one.clients.iter().zip(&in_cents.clients).any(|(one, cents)| one.score != cents.score));
}

#[test]
fn scores_at_the_edges() {
    assert_eq!(Rfm::on(day("2026-01-31"), &[sale("a", "2026-02-01", "1")]).unwrap().cuts, None);

    // One client: every cut lies 1 above it.
    let rfm = Rfm::on(day("2026-01-31"), &[sale("a", "2026-01-01", "7")]).unwrap();
    assert_eq!(rfm.cuts.unwrap().monetary, [dec("8"); 4]);
    assert_eq!((rfm.clients[0].recency, rfm.clients[0].score.to_string()), (30, "511".to_owned()));

    // On a cut the next score begins; half a unit below it has not.
    let names = ["a", "b", "c", "d", "e", "f"];
    let sales: Vec<Sale> = names
        .iter()
        .zip(["0", "1", "2", "3", "4", "5"])
        .map(|(client, amount)| sale(client, "2026-01-01", amount))
        .collect();
    let cuts = Rfm::on(day("2026-01-31"), &sales).unwrap().cuts.unwrap();
    assert_eq!(cuts.monetary, ["2", "3", "4", "5"].map(dec));
    let money = |amount: &str| cuts.score(dec("0"), dec("0"), dec(amount)).monetary;
    assert_eq!(["1.99", "2", "4.5", "5", "99"].map(money), [1, 2, 4, 5, 5]);

    // Between two values, in exact decimals.
    let sales = [sale("a", "2026-01-01", "0"), sale("b", "2026-01-01", "0.01")];
    let cuts = Rfm::on(day("2026-01-31"), &sales).unwrap().cuts.unwrap();
    assert_eq!(cuts.monetary, ["1.002", "1.004", "1.006", "1.008"].map(dec));
}

#[test]
fn the_first_segment_wins() {
    let score = |recency, frequency, monetary| Score { recency, frequency, monetary };
    let name = |score: Score, table: &[Segment]| score.segment(table).map(|segment| segment.name.clone());
    let table = default_segments();
    assert_eq!(table.len(), 10);
    assert_eq!(name(score(5, 5, 5), &table).as_deref(), Some("Champions"));
    // Also loyal, but that comes later.
    assert_eq!(name(score(3, 3, 3), &table).as_deref(), Some("Potential Loyalist"));
    let turned: Vec<Segment> = table.iter().rev().cloned().collect();
    assert_eq!(name(score(3, 3, 3), &turned).as_deref(), Some("About To Sleep"));
    assert_eq!(name(score(1, 1, 5), &table), None);
    assert_eq!(name(score(5, 5, 5), &[]), None);
    // A range the wrong way round holds nobody.
    assert_eq!(name(score(3, 3, 3), &[Segment::new("x", [5, 1], [1, 5], [1, 5])]), None);
}

fn any_sales() -> impl Strategy<Value = Vec<(String, Date, Decimal)>> {
    let date = (0..900).prop_map(|days| day("2024-01-01").add_days(days).unwrap());
    let amount = (-2_000_i64..90_000).prop_map(|cents| Decimal::new(cents, 2));
    vec(("[a-h]", date, amount), 0..60)
}

fn borrowed(sales: &[(String, Date, Decimal)]) -> Vec<Sale<'_>> {
    sales.iter().map(|(client, on, amount)| Sale { client, on: *on, amount: *amount }).collect()
}

proptest! {
    /// Nobody is lost, classes only fall, and the order in which sales come does not matter.
    #[test]
    fn abc_ranks_everybody(sales in any_sales()) {
        let mut sales = borrowed(&sales);
        let abc = Abc::of(&sales, Date::MIN, Date::MAX, Thresholds::default()).unwrap();
        prop_assert_eq!(abc.total, sales.iter().map(|sale| sale.amount).sum::<Decimal>());
        prop_assert_eq!(abc.total, abc.clients.iter().map(|ranked| ranked.amount).sum::<Decimal>());
        prop_assert!(abc.clients.is_sorted_by_key(|ranked| core::cmp::Reverse(ranked.amount)));
        prop_assert!(abc.total <= Decimal::ZERO || abc.clients[0].class == A);
        if sales.iter().all(|sale| sale.amount > Decimal::ZERO) {
            prop_assert!(abc.clients.is_sorted_by_key(|ranked| ranked.class));
        }
        sales.reverse();
        prop_assert_eq!(Abc::of(&sales, Date::MIN, Date::MAX, Thresholds::default()).unwrap(), abc);
    }

    /// Every client gets three scores, more money never scores less, and each is counted in one segment.
    #[test]
    fn rfm_scores_everybody(sales in any_sales(), as_of in 0..1_000) {
        let as_of = day("2024-01-01").add_days(as_of).unwrap();
        let sales = borrowed(&sales);
        let rfm = Rfm::on(as_of, &sales).unwrap();
        prop_assert_eq!(rfm.cuts.is_none(), rfm.clients.is_empty());
        for scored in &rfm.clients {
            let Score { recency, frequency, monetary } = scored.score;
            prop_assert!([recency, frequency, monetary].iter().all(|score| (1..=5).contains(score)));
            prop_assert!(scored.recency >= 0);
        }
        let mut by_money = rfm.clients.clone();
        by_money.sort_by_key(|scored| scored.monetary);
        prop_assert!(by_money.is_sorted_by_key(|scored| scored.score.monetary));
        let mut by_days = rfm.clients.clone();
        by_days.sort_by_key(|scored| scored.recency);
        prop_assert!(by_days.is_sorted_by_key(|scored| core::cmp::Reverse(scored.score.recency)));

        let table = default_segments();
        let groups = rfm.by_segment(&table).unwrap();
        prop_assert_eq!(groups.iter().map(|group| group.clients as usize).sum::<usize>(), rfm.clients.len());
        let bought: Decimal = sales.iter().filter(|sale| sale.on <= as_of).map(|sale| sale.amount).sum();
        prop_assert_eq!(groups.iter().map(|group| group.revenue).sum::<Decimal>(), bought);
    }
}
