//! The ladders of a price list: by line, article, category and order; by quantity, amount and weight; with what was bought
//! before.

use proptest::prelude::*;
use sapa::domain::history::{Bought, History, Period};
use sapa::domain::pricing::{Measure, Scope, TierMode};
use sapa::domain::product::PriceList;
use sapa::domain::quote::{Draft, DraftLine};
use sapa::store::progress::{self, Progress};
use sapa::store::{Book, Catalogue, Command, Order, Store, Supply, quoting, wish};

use crate::store::catalogue;
use crate::support::{day, dec, tiers};

const TODAY: &str = "2026-05-20";

/// Chai and Chang are beverages of 1 and 2 kg, Tofu is produce of unknown weight.
fn given(change: impl FnOnce(&mut PriceList)) -> Catalogue {
    let mut given = catalogue();
    let mut tofu = given.products[0].clone();
    (tofu.id, tofu.name, tofu.category, tofu.price) = ("3".into(), "Tofu".into(), "Produce".into(), dec("10.00"));
    given.products.push(tofu);
    given.products[0].weight = Some(dec("1"));
    given.products[1].weight = Some(dec("2"));
    given.price_list.line_tiers = tiers(TierMode::AllUnits, Measure::Quantity, &[]);
    change(&mut given.price_list);
    given
}

fn store(lines: &[(&str, &str)], change: impl FnOnce(&mut PriceList)) -> Store {
    let mut store = Store::default();
    store.apply(Command::Supply(Supply::Ready { catalogue: given(change).into(), stale: false })).unwrap();
    // Added by hand, lines of one product would become one.
    let lines = (1..).zip(lines).map(|(key, (product, quantity))| DraftLine {
        key,
        product: (*product).into(),
        quantity: dec(quantity),
    });
    let draft = Some(Draft { lines: lines.collect(), ..Draft::default() });
    store.apply(Command::Restore { draft, quotes: Vec::new(), changes: Vec::new() }).unwrap();
    store
}

/// A store that knows these orders of ALFKI, for whom it prices.
fn with_orders(mut store: Store, orders: &[(&str, &str)]) -> Store {
    let order = |(at, (date, net)): (usize, &(&str, &str))| Order {
        id: at.to_string(),
        client: "ALFKI".into(),
        date: day(date),
        net: dec(net),
        shipped: true,
    };
    let book = Book { orders: orders.iter().enumerate().map(order).collect(), ..Book::default() };
    store.apply(Command::Know { book, fresh: true }).unwrap();
    store.apply(Command::ChooseClient(Some("ALFKI".into()))).unwrap();
    store
}

fn nets(store: &Store) -> Vec<String> {
    let priced = quoting::price(store.state(), day(TODAY)).unwrap();
    priced.lines.iter().map(|line| line.net.to_string()).collect()
}

#[test]
fn a_ladder_counts_what_its_list_counts_together() {
    let lines = [("1", "6"), ("2", "6"), ("1", "5"), ("3", "20")];
    let check = |scope, mode, measure, bands: &[(&str, &str)], expected: [&str; 4]| {
        let store = store(&lines, |list| {
            list.line_scope = scope;
            list.line_tiers = tiers(mode, measure, bands);
        });
        assert_eq!(nets(&store), expected, "{scope:?} {measure:?}");
    };
    use Measure::{Amount, Quantity, Weight};
    // 108, 114, 90 and 200 at list price.
    let ten = [("10", "10")];
    check(Scope::Line, TierMode::AllUnits, Quantity, &ten, ["108.00", "114.00", "90.00", "180.00"]);
    check(Scope::Item, TierMode::AllUnits, Quantity, &ten, ["97.20", "114.00", "81.00", "180.00"]);
    check(Scope::Group, TierMode::AllUnits, Quantity, &ten, ["97.20", "102.60", "81.00", "180.00"]);
    check(Scope::Group, TierMode::AllUnits, Quantity, &[("20", "10")], ["108.00", "114.00", "90.00", "180.00"]);
    check(Scope::Group, TierMode::AllUnits, Amount, &[("300", "10")], ["97.20", "102.60", "81.00", "200.00"]);
    // 6 + 12 + 5 kg of beverages; what tofu weighs nobody knows.
    check(Scope::Group, TierMode::AllUnits, Weight, &[("23", "10")], ["97.20", "102.60", "81.00", "200.00"]);
    check(Scope::Order, TierMode::AllUnits, Quantity, &[("37", "10")], ["97.20", "102.60", "81.00", "180.00"]);
    // Of 17 beverages seven are beyond ten: 7/17 of 10 percent of each line.
    check(Scope::Group, TierMode::Slab, Quantity, &ten, ["103.55", "109.31", "86.29", "190.00"]);
}

#[test]
fn only_orders_of_the_period_count() {
    let orders =
        [("2025-05-20", "1"), ("2025-05-21", "10"), ("2026-01-01", "100"), ("2026-04-01", "1000"), (TODAY, "10000")];
    let history = History::of(day(TODAY), orders.iter().map(|(on, net)| (day(on), dec(net))).collect());
    for (period, bought) in [(Period::Year, "11100"), (Period::Quarter, "11000"), (Period::TwelveMonths, "11110")] {
        assert_eq!(history.bought(period).unwrap(), Bought::Amount(dec(bought)), "{period:?}");
    }
    let later = History::of(day("2025-05-21"), orders.iter().map(|(on, net)| (day(on), dec(net))).collect());
    assert_eq!(later.bought(Period::Year).unwrap(), Bought::Amount(dec("11")), "what comes later does not count");
    assert_eq!(History::of(day(TODAY), Vec::new()).bought(Period::Year).unwrap(), Bought::Unknown);
    assert_eq!(History::of_nobody(day(TODAY)).bought(Period::Year).unwrap(), Bought::Nobody);
    for (on, start) in [("2024-02-29", "2023-03-01"), ("2025-12-31", "2025-01-01")] {
        assert_eq!(Period::TwelveMonths.start(day(on)).unwrap(), day(start), "{on}");
    }
    assert_eq!(Period::Quarter.start(day("2025-12-31")).unwrap(), day("2025-10-01"));
}

/// Order discounts of 5 and 10 percent from 1,000 and 2,000 a year on.
fn yearly(list: &mut PriceList) {
    list.order_tiers = tiers(TierMode::AllUnits, Measure::Amount, &[("1000", "5"), ("2000", "10")]);
    list.order_period = Some(Period::Year);
}

fn progress_of(store: &Store) -> Progress {
    let state = store.state();
    let steps = quoting::steps(state, day(TODAY)).unwrap();
    let priced = quoting::price(state, day(TODAY)).unwrap();
    let named = steps.iter().find(|named| progress::ladder(named).is_some()).unwrap();
    progress::progress(state, &named.step, &priced, day(TODAY)).unwrap()
}

#[test]
fn what_was_bought_this_year_lifts_the_order() {
    let lines = [("3", "20")];
    let store = with_orders(store(&lines, yearly), &[("2025-12-31", "9000"), ("2026-03-01", "850")]);
    assert_eq!(nets(&store), ["190.00"], "850 and 200 are above 1,000, and 200 less 5 percent is left");
    let before = Some((Period::Year, Bought::Amount(dec("850"))));
    assert_eq!(progress_of(&store), Progress { reached: dec("1050"), before });
    let next = quoting::price(store.state(), day(TODAY)).unwrap().next;
    assert_eq!(next.iter().map(|next| (next.from, next.missing)).collect::<Vec<_>>(), [(dec("2000"), dec("950"))]);
    // From 950 more on, 95 units, ten percent come off all of this order.
    let ways = wish::discount(store.state(), dec("10"), &[], day(TODAY)).unwrap();
    assert_eq!(ways.ways.iter().map(|way| way.quantity).collect::<Vec<_>>(), [dec("115")]);
}

#[test]
fn what_is_not_known_is_told_from_nothing() {
    let nobody = store(&[("3", "20")], yearly);
    assert_eq!(progress_of(&nobody).before, Some((Period::Year, Bought::Nobody)));
    let unknown = with_orders(store(&[("3", "20")], yearly), &[]);
    assert_eq!(progress_of(&unknown).before, Some((Period::Year, Bought::Unknown)));
    let idle = with_orders(store(&[("3", "20")], yearly), &[("2025-12-31", "9000")]);
    assert_eq!(progress_of(&idle).before, Some((Period::Year, Bought::Amount(dec("0")))));
    for store in [nobody, unknown, idle] {
        assert_eq!((nets(&store), progress_of(&store).reached), (vec!["200.00".to_owned()], dec("200")));
    }
}

#[test]
fn a_weight_that_is_missing_is_named() {
    let store = store(&[("1", "2"), ("3", "1")], |list| {
        list.line_scope = Scope::Group;
        list.line_tiers = tiers(TierMode::AllUnits, Measure::Weight, &[("5", "10")]);
    });
    let steps = quoting::steps(store.state(), day(TODAY)).unwrap();
    assert_eq!(progress::unweighed(store.state(), &steps), ["Tofu"]);
    assert_eq!(progress::unweighed(store.state(), &[]), Vec::<&str>::new());
}

proptest! {
    /// The button beside a line takes it to the next tier, and one unit less would not, whatever is counted together.
    #[test]
    fn enough_is_enough_and_not_more(
        chai in 1_u32..30, chang in 0_u32..30, from in 31_u32..2_000,
        scope in prop::sample::select(vec![Scope::Line, Scope::Item, Scope::Group]),
        measure in prop::sample::select(vec![Measure::Quantity, Measure::Amount, Measure::Weight]),
    ) {
        let lines = [("1", &*chai.to_string()), ("2", &*chang.to_string())];
        let mut store = store(&lines, |list| {
            list.line_scope = scope;
            list.line_tiers = tiers(TierMode::AllUnits, measure, &[(&from.to_string(), "10")]);
        });
        let priced = quoting::price(store.state(), day(TODAY)).unwrap();
        let Some(next) = priced.next.iter().find(|next| next.line.as_deref() == Some("1")) else { return Ok(()) };
        let enough = progress::enough(store.state(), 1, next, &priced).unwrap().unwrap();
        let mut percent = |quantity| {
            store.apply(Command::SetQuantity { key: 1, quantity }).unwrap();
            quoting::price(store.state(), day(TODAY)).unwrap().lines[0].percent().round_dp(1)
        };
        prop_assert_eq!((percent(enough - dec("1")), percent(enough)), (dec("0"), dec("10")));
    }
}
