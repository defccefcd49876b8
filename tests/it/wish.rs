//! What a draft would need for what a client wishes.

use proptest::prelude::*;
use rust_decimal::Decimal;
use sapa::domain::pricing::{Band, Floor, Measure, Tiers, Way};
use sapa::store::{Command, State, Store, Supply, quoting, wish};

use crate::store::catalogue;
use crate::support::{day, dec};

const TODAY: &str = "2026-03-02";

/// Ten of product 1 at 18.00, of cost 10, under order discounts from 150 and 170 on.
fn store(floor: Floor) -> Store {
    let mut given = catalogue();
    let band = |from: &str, value: &str| Band { from: dec(from), value: dec(value), ..Band::default() };
    given.price_list.order_tiers =
        Tiers { measure: Measure::Amount, bands: vec![band("150", "2"), band("170", "5")], ..Tiers::default() };
    given.price_list.floor = floor;
    for product in &mut given.products {
        product.cost = Some(dec("10"));
    }
    let mut store = Store::default();
    store.apply(Command::Supply(Supply::Ready { catalogue: given.into(), stale: false })).unwrap();
    store.apply(Command::AddLine { product: "1".into(), quantity: dec("10") }).unwrap();
    store
}

fn net(state: &State, percent: Decimal) -> Decimal {
    let draft = sapa::domain::quote::Draft { manual_percent: percent, ..state.draft.clone() };
    let request = quoting::request(state, &draft, day(TODAY)).unwrap();
    sapa::domain::pricing::price(&request).unwrap().net
}

#[test]
fn a_total_is_reached_by_the_least_percentage() {
    let store = store(Floor::default());
    // 180 less 5 percent is 171; 90 would be 180 less 50 percent, which loses both order discounts.
    let check = |total: &str, percent: &str, net: &str, is_free| {
        let found = wish::total(store.state(), dec(total), day(TODAY)).unwrap();
        let told = (found.percent, found.net, found.reached, found.is_free);
        assert_eq!(told, (dec(percent), dec(net), true, is_free), "{total}");
    };
    check("171", "0", "171.00", true);
    check("200", "0", "171.00", true);
    check("170.99", "0.01", "170.98", false);
    check("90", "50", "90.00", false);
    check("0", "100", "0.00", false);
}

#[test]
fn a_total_below_the_floor_is_out_of_reach() {
    let store = store(Floor { min_markup_percent: Some(dec("5")), ..Floor::default() });
    let found = wish::total(store.state(), dec("90"), day(TODAY)).unwrap();
    assert_eq!((found.net, found.reached), (dec("105.00"), false));
}

#[test]
fn what_is_given_up_must_be_sold_more() {
    let store = store(Floor::default());
    // Of 171 at a cost of 100, 71 is left; of 135.5 it is 35.5, so twice as much must be sold.
    let found = wish::total(store.state(), dec("135.5"), day(TODAY)).unwrap();
    let more = found.more_percent.unwrap();
    assert!(dec("99") < more && more < dec("101"), "{more}");
    assert_eq!(wish::total(store.state(), dec("171"), day(TODAY)).unwrap().more_percent, None, "nothing is given up");
}

#[test]
fn a_discount_is_reached_by_ordering_more() {
    let store = store(Floor::default());
    // From 12 units on 3 percent come off the line, and 5 off the order.
    let found = wish::discount(store.state(), dec("7"), &[], day(TODAY)).unwrap();
    assert_eq!((found.is_there, found.ways[0].quantity, found.ways[0].net), (false, dec("12"), dec("199.04")));
    assert!(wish::discount(store.state(), dec("5"), &[], day(TODAY)).unwrap().is_there);
    assert_eq!(wish::discount(store.state(), dec("40"), &[], day(TODAY)).unwrap().ways, []);
}

#[test]
fn lines_that_are_held_stay_as_they_are() {
    let mut store = store(Floor::default());
    store.apply(Command::AddLine { product: "2".into(), quantity: dec("11") }).unwrap();
    let named = |ways: &[Way]| ways.iter().map(|way| way.line.to_string()).collect::<Vec<_>>();
    let check = |held: &[u32], discount: &[&str]| {
        let found = wish::discount(store.state(), dec("6"), held, day(TODAY)).unwrap();
        assert_eq!(named(&found.ways), discount, "{held:?}");
        assert!(found.ways.iter().all(|way| way.along.is_none()), "{held:?}");
        let cheaper = wish::cheaper(store.state(), held, day(TODAY)).unwrap();
        assert!(held.iter().all(|key| !named(&cheaper.ways).contains(&key.to_string())), "{held:?}");
    };
    check(&[], &["2", "1"]);
    check(&[1], &["2"]);
    check(&[2], &["1"]);
    check(&[1, 2], &[]);
}

proptest! {
    /// What is found reaches the total, and a hundredth of a percent less does not.
    #[test]
    fn no_smaller_percentage_next_to_it_does(cents in 0_i64..17_100) {
        let store = store(Floor::default());
        let total = Decimal::new(cents, 2);
        let found = wish::total(store.state(), total, day(TODAY)).unwrap();
        prop_assert!(found.reached && found.net <= total);
        prop_assert_eq!(net(store.state(), found.percent), found.net);
        let less = found.percent - dec("0.01");
        prop_assert!(less < Decimal::ZERO || net(store.state(), less) > total);
    }
}

#[test]
fn what_two_lines_do_together_is_one_step() {
    let mut store = store(Floor::default());
    store.apply(Command::AddLine { product: "2".into(), quantity: dec("3") }).unwrap();
    let before = store.state().draft.clone();
    let quantities = |store: &Store| store.state().draft.lines.iter().map(|line| line.quantity).collect::<Vec<_>>();
    store.apply(Command::SetQuantities(vec![(1, dec("12")), (2, dec("5"))])).unwrap();
    assert_eq!(quantities(&store), [dec("12"), dec("5")]);
    store.apply(Command::Undo).unwrap();
    assert_eq!(store.state().draft, before, "one step back");

    for (orders, code) in [
        (vec![(1, dec("12")), (9, dec("5"))], "record.not_found"),
        (vec![(1, dec("12")), (2, dec("-1"))], "number.range"),
    ] {
        assert_eq!(store.apply(Command::SetQuantities(orders)).unwrap_err().code(), code);
        assert_eq!(store.state().draft, before, "all of it or nothing");
    }
    assert_eq!(store.apply(Command::SetQuantities(vec![(1, dec("10"))])).unwrap(), [], "nothing is changed");
}
