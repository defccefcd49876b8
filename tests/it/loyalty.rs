//! A loyalty programme: what a client's orders of the period bring.

use proptest::prelude::*;
use sapa::domain::history::{Bought, Period};
use sapa::domain::loyalty::{Benefit, Level, Loyalty};
use sapa::domain::pricing::{Basis, Combine, Exclusive, FreeGoods, FreeSlab, Goods};
use sapa::domain::product::Term;
use sapa::store::{Book, Command, Order, Store, Supply, progress, quoting};

use crate::store::catalogue;
use crate::support::{day, dec};

const TODAY: &str = "2026-05-20";

fn level(name: &str, from: &str, benefit: Benefit) -> Level {
    Level { name: name.into(), from: dec(from), benefit, goods: Goods::default() }
}

fn programme(levels: Vec<Level>) -> Loyalty {
    Loyalty {
        name: "Club".into(),
        period: Period::Year,
        client_groups: vec!["regular".into()],
        basis: Basis::Running,
        combine: Combine::Compound,
        exclusive: Exclusive::No,
        priority: 0,
        levels,
    }
}

fn two_levels() -> Loyalty {
    programme(vec![
        level("Silver", "1000", Benefit::Percent(dec("2"))),
        level("Gold", "5000", Benefit::Percent(dec("5"))),
    ])
}

/// Ten of product 1 at 18.00 for ALFKI, a regular client with 10 percent agreed, who has these orders.
fn store(loyalty: Loyalty, orders: &[(&str, &str)]) -> Store {
    let mut given = catalogue();
    given.clients[0].group_id = Some("regular".into());
    given.clients[0].discount_percent = dec("10");
    given.price_list.terms.push(Term { id: "net60".into(), days: 60, percent: dec("-2"), ..Term::default() });
    given.price_list.terms.push(Term { id: "net90".into(), days: 90, percent: dec("-4"), ..Term::default() });
    given.price_list.loyalty = Some(loyalty);
    let order = |(at, (date, net)): (usize, &(&str, &str))| Order {
        id: at.to_string(),
        client: "ALFKI".into(),
        date: day(date),
        net: dec(net),
        shipped: false,
    };
    let book = Book { orders: orders.iter().enumerate().map(order).collect(), ..Book::default() };
    let mut store = Store::default();
    for command in [
        Command::Supply(Supply::Ready { catalogue: given.into(), stale: false }),
        Command::Know { book, fresh: true },
        Command::ChooseClient(Some("ALFKI".into())),
        Command::AddLine { product: "1".into(), quantity: dec("10") },
    ] {
        store.apply(command).unwrap();
    }
    store
}

fn net(store: &Store) -> String {
    quoting::price(store.state(), day(TODAY)).unwrap().net.to_string()
}

fn names(store: &Store) -> Vec<String> {
    let steps = quoting::steps(store.state(), day(TODAY)).unwrap();
    steps.into_iter().map(|named| named.name.unwrap_or(named.step.id)).collect()
}

#[test]
fn a_level_follows_from_what_was_bought() {
    let check = |orders: &[(&str, &str)], level: Option<&str>, next: Option<(&str, &str)>, total: &str| {
        let store = store(two_levels(), orders);
        let (_, found) = progress::membership(store.state(), day(TODAY)).unwrap().unwrap();
        assert_eq!(found.level.map(|level| level.name.as_str()), level, "{orders:?}");
        let next = next.map(|(name, missing)| (name, dec(missing)));
        assert_eq!(found.next.map(|(level, missing)| (level.name.as_str(), missing)), next, "{orders:?}");
        assert_eq!(net(&store), total, "{orders:?}");
    };
    // 180 less ten percent is 162.
    check(&[], None, None, "162.00");
    check(&[("2025-12-31", "9000")], None, Some(("Silver", "1000")), "162.00");
    check(&[("2026-01-01", "999.99")], None, Some(("Silver", "0.01")), "162.00");
    check(&[("2026-01-01", "999.99"), (TODAY, "0.01")], Some("Silver"), Some(("Gold", "4000")), "158.76");
    check(&[("2026-01-01", "5000"), ("2026-05-21", "1")], Some("Gold"), None, "153.90");
}

#[test]
fn its_step_stands_after_the_clients_own_and_can_be_moved() {
    let mut store = store(two_levels(), &[("2026-01-01", "1000")]);
    assert_eq!(names(&store), ["volume", "client", "Club, Silver"]);
    store.apply(Command::ArrangeSteps(vec!["loyalty".into(), "client".into()])).unwrap();
    assert_eq!(names(&store), ["volume", "Club, Silver", "client"]);
}

#[test]
fn it_goes_together_with_others_as_it_says() {
    let check = |change: fn(&mut Loyalty), total: &str| {
        let mut loyalty = two_levels();
        change(&mut loyalty);
        assert_eq!(net(&store(loyalty, &[("2026-01-01", "5000")])), total);
    };
    check(|loyalty| loyalty.combine = Combine::Add, "153.00");
    check(|loyalty| loyalty.combine = Combine::Max, "162.00");
    check(|loyalty| loyalty.combine = Combine::Min, "171.00");
    check(|loyalty| loyalty.basis = Basis::List, "153.00");
    check(|loyalty| loyalty.exclusive = Exclusive::All, "171.00");
}

#[test]
fn it_is_for_its_groups_alone() {
    let mut loyalty = two_levels();
    loyalty.client_groups = vec!["key".into()];
    let store = store(loyalty, &[("2026-01-01", "5000")]);
    assert_eq!(progress::membership(store.state(), day(TODAY)).unwrap(), None);
    assert_eq!((net(&store).as_str(), names(&store)), ("162.00", vec!["volume".to_owned(), "client".to_owned()]));
}

#[test]
fn nobody_has_no_level_and_a_stranger_an_unknown_one() {
    let mut store = store(two_levels(), &[]);
    let membership = progress::membership(store.state(), day(TODAY)).unwrap().unwrap().1;
    assert_eq!((membership.bought, membership.level, membership.next), (Bought::Unknown, None, None));
    store.apply(Command::ChooseClient(None)).unwrap();
    assert_eq!(progress::membership(store.state(), day(TODAY)).unwrap(), None);
}

#[test]
fn a_level_may_bring_goods() {
    let free = FreeGoods {
        slabs: vec![FreeSlab { from: dec("10"), to: None, every: dec("10"), free: dec("1") }],
        ..FreeGoods::default()
    };
    let store = store(programme(vec![level("Silver", "1000", Benefit::Free(free))]), &[("2026-01-01", "1000")]);
    let priced = quoting::price(store.state(), day(TODAY)).unwrap();
    assert_eq!((priced.net.to_string().as_str(), priced.free[0].quantity), ("162.00", dec("1")));
}

#[test]
fn a_level_may_waive_the_surcharge_of_a_term() {
    let mut store =
        store(programme(vec![level("Silver", "1000", Benefit::Term("net60".into()))]), &[("2026-01-01", "1000")]);
    // Neither what is paid early nor what is paid later than the level grants is changed by it.
    for (term, total) in [("net30", "162.00"), ("net60", "162.00"), ("net90", "168.48"), ("prepay", "158.76")] {
        store.apply(Command::SetTerm(Some(term.into()))).unwrap();
        assert_eq!(net(&store), total, "{term}");
    }
    let told = |store: &Store| -> Vec<_> {
        let terms = progress::terms(store.state(), day(TODAY)).into_iter();
        terms.filter(|(term, due)| term.percent != *due).map(|(term, due)| (term.id, due)).collect()
    };
    assert_eq!(told(&store), [("net60".to_owned(), dec("0"))], "what is waived is told as waived");
    let net60 = store.state().price_list().unwrap().term("net60").unwrap().clone();
    assert_eq!(progress::due(store.state(), &net60, day(TODAY)), dec("0"));
    store.apply(Command::ChooseClient(None)).unwrap();
    assert_eq!(told(&store), [], "for nobody nothing is");
    assert_eq!(progress::due(store.state(), &net60, day(TODAY)), net60.percent);
}

#[test]
fn a_programme_that_contradicts_itself_is_refused() {
    let terms = catalogue().price_list.terms;
    let check = |levels: Vec<Level>, detail: &str| {
        let error = programme(levels).check(&terms).unwrap_err();
        assert_eq!((error.code(), error.detail()), ("rule.invalid", detail));
    };
    let percent = |percent: &str| Benefit::Percent(dec(percent));
    check(vec![level("A", "10", percent("1")), level("B", "10", percent("2"))], "Club");
    check(vec![level("A", "10", percent("101"))], "A");
    check(vec![level("A", "-1", percent("1"))], "A");
    check(vec![level("A", "1", Benefit::Term("never".into()))], "A");
    assert!(programme(vec![level("A", "0", Benefit::Term("net30".into()))]).check(&terms).is_ok());
}

proptest! {
    /// Whoever bought more is never on a lower level, and what is missing is exactly what is missing.
    #[test]
    fn buying_what_is_missing_leads_to_the_next_level(bought in 0_u32..6_000) {
        let of = |amount: rust_decimal::Decimal| {
            let store = store(two_levels(), &[("2026-01-01", &*amount.to_string())]);
            let (_, found) = progress::membership(store.state(), day(TODAY)).unwrap().unwrap();
            let next = found.next.map(|(level, missing)| (level.name.clone(), missing));
            (found.level.map(|level| level.name.clone()), next)
        };
        if let (_, Some((name, missing))) = of(bought.into()) {
            prop_assert!(missing > dec("0"));
            prop_assert_eq!(of(missing + rust_decimal::Decimal::from(bought)).0, Some(name.clone()));
            prop_assert_ne!(of(missing + rust_decimal::Decimal::from(bought) - dec("0.01")).0, Some(name));
        }
    }
}
