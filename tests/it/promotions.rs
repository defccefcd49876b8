//! Promotions, coupons and the order of steps, from the price list to the price.

use sapa::domain::pricing::{
    Adjust, FreeGoods, FreeSlab, Goods, Measure, Scope, Step, StepKind, Threshold, Thresholds, When,
};
use sapa::domain::product::Promotion;
use sapa::domain::quote::{Draft, FreeLine};
use sapa::store::{Catalogue, Command, State, Store, Supply, quoting};

use crate::store::catalogue;
use crate::support::{day, dec};

fn promotion(id: &str, coupon: Option<&str>, step: Step) -> Promotion {
    let step = Step { id: id.into(), ..step };
    Promotion { name: id.to_uppercase(), coupon: coupon.map(str::to_owned), step }
}

fn percent(percent: &str) -> Step {
    Step { adjust: Adjust::Percent(dec(percent)), ..Step::default() }
}

/// A store with these promotions and ten of product 1 at 18.00 and ten of product 2 at 19.00 ordered.
fn store(promotions: Vec<Promotion>) -> Store {
    let mut given: Catalogue = catalogue();
    given.price_list.promotions = promotions;
    let mut store = Store::default();
    store.apply(Command::Supply(Supply::Ready { catalogue: given.into(), stale: false })).unwrap();
    for product in ["1", "2"] {
        store.apply(Command::AddLine { product: product.into(), quantity: dec("10") }).unwrap();
    }
    store
}

fn net(state: &State, on: &str) -> String {
    quoting::price(state, day(on)).unwrap().net.to_string()
}

fn order(state: &State) -> Vec<String> {
    quoting::steps(state, day("2026-03-02")).unwrap().into_iter().map(|named| named.step.id).collect()
}

#[test]
fn a_promotion_holds_on_its_days_for_its_goods() {
    let when = When { valid_from: Some(day("2026-03-02")), valid_to: Some(day("2026-03-06")), ..When::default() };
    let goods = Goods { items: vec!["1".into()], ..Goods::default() };
    let store = store(vec![promotion("spring", None, Step { when, goods, ..percent("10") })]);
    let check = |on: &str, expected: &str| assert_eq!(net(store.state(), on), expected, "{on}");
    check("2026-03-01", "370.00");
    check("2026-03-02", "352.00");
    check("2026-03-06", "352.00");
    check("2026-03-07", "370.00");
}

#[test]
fn goods_are_grouped_by_category() {
    let of = Goods { groups: vec!["Beverages".into()], ..Goods::default() };
    let from = |quantity: &str| {
        let threshold =
            Threshold { of: of.clone(), measure: Measure::Quantity, from: Some(dec(quantity)), ..Threshold::default() };
        Step { goods: of.clone(), when: When { thresholds: vec![threshold], ..When::default() }, ..percent("10") }
    };
    assert_eq!(net(store(vec![promotion("mix", None, from("20"))]).state(), "2026-03-02"), "333.00");
    assert_eq!(net(store(vec![promotion("mix", None, from("21"))]).state(), "2026-03-02"), "370.00");
}

#[test]
fn a_promotion_names_client_groups_by_id() {
    let when = When { client_groups: vec!["key".into()], ..When::default() };
    let mut given = catalogue();
    given.clients[0].group_id = Some("key".into());
    given.clients[1].group_id = Some("new".into());
    given.price_list.promotions = vec![promotion("loyal", None, Step { when, ..percent("10") })];
    let mut store = Store::default();
    store.apply(Command::Supply(Supply::Ready { catalogue: given.into(), stale: false })).unwrap();
    store.apply(Command::AddLine { product: "1".into(), quantity: dec("1") }).unwrap();
    for (client, expected) in [("ALFKI", "16.20"), ("ERNSH", "18.00")] {
        store.apply(Command::ChooseClient(Some(client.into()))).unwrap();
        assert_eq!(net(store.state(), "2026-03-02"), expected, "{client}");
    }
}

#[test]
fn a_coupon_counts_once_it_is_brought() {
    let amount = Step { scope: Scope::Order, adjust: Adjust::Amount(dec("20")), ..Step::default() };
    let mut store = store(vec![promotion("welcome", Some("Welcome20"), amount)]);
    assert_eq!(net(store.state(), "2026-03-02"), "370.00");
    store.apply(Command::SetCoupon(Some(" WELCOME20 ".into()))).unwrap();
    assert_eq!(net(store.state(), "2026-03-02"), "350.00");
    let steps = quoting::steps(store.state(), day("2026-03-02")).unwrap();
    assert!(steps.iter().any(|named| named.step.kind == StepKind::Coupon && named.name.as_deref() == Some("WELCOME")));

    let error = store.apply(Command::SetCoupon(Some("nonsense".into()))).unwrap_err();
    assert_eq!(error.to_string(), "coupon.unknown: nonsense");
    assert_eq!(net(store.state(), "2026-03-02"), "350.00", "the one before still counts");
    store.apply(Command::SetCoupon(Some("  ".into()))).unwrap();
    assert_eq!(net(store.state(), "2026-03-02"), "370.00", "an empty field is no coupon");
}

#[test]
fn a_coupon_that_left_the_list_is_named_and_not_counted() {
    let mut store = store(Vec::new());
    let draft = Draft { coupon: Some("OLD".into()), ..store.state().draft.clone() };
    store.apply(Command::Restore { draft: Some(draft), quotes: Vec::new(), changes: Vec::new() }).unwrap();
    let error = quoting::price(store.state(), day("2026-03-02")).unwrap_err();
    assert_eq!(error.to_string(), "coupon.unknown: OLD");
}

#[test]
fn free_goods_are_listed_and_saved() {
    let slabs = vec![FreeSlab { from: dec("10"), to: None, every: dec("5"), free: dec("1") }];
    let free = Adjust::Free(FreeGoods { slabs, recurring: true, ..FreeGoods::default() });
    let goods = Goods { items: vec!["2".into()], ..Goods::default() };
    let mut store = store(vec![promotion("gift", None, Step { adjust: free, goods, ..Step::default() })]);
    store.apply(Command::ChooseClient(Some("ALFKI".into()))).unwrap();
    let expected = [FreeLine { product: "2".into(), name: "Chang".into(), quantity: dec("2") }];
    let priced = quoting::price(store.state(), day("2026-03-02")).unwrap();
    assert_eq!(quoting::free(store.state(), &priced).unwrap(), expected);
    let quote = quoting::finish(store.state(), "q".into(), day("2026-03-02")).unwrap();
    assert_eq!((quote.free, quote.net.to_string().as_str()), (expected.to_vec(), "370.00"));
}

#[test]
fn steps_apply_in_the_order_the_draft_says() {
    let amount = Step { scope: Scope::Order, adjust: Adjust::Amount(dec("37")), ..Step::default() };
    let mut store = store(vec![promotion("tithe", None, amount), promotion("tenth", None, percent("10"))]);
    let usual = ["volume", "tithe", "tenth", "payment"];
    store.apply(Command::SetTerm(Some("prepay".into()))).unwrap();
    assert_eq!(order(store.state()), usual);
    assert_eq!(net(store.state(), "2026-03-02"), "293.71", "(370 - 37) x 0.9 x 0.98");
    store.apply(Command::ArrangeSteps(vec!["tenth".into(), "tithe".into()])).unwrap();
    assert_eq!(order(store.state()), ["volume", "tenth", "tithe", "payment"], "the others keep their places");
    assert_eq!(net(store.state(), "2026-03-02"), "290.08", "(370 x 0.9 - 37) x 0.98");
    store.apply(Command::ArrangeSteps(vec!["payment".into(), "gone".into(), "volume".into()])).unwrap();
    assert_eq!(order(store.state()), ["payment", "tithe", "tenth", "volume"], "an id that is gone is passed over");
    store.apply(Command::ArrangeSteps(Vec::new())).unwrap();
    assert_eq!(order(store.state()), usual);
}

#[test]
fn thresholds_look_where_the_draft_says() {
    let over = Threshold { measure: Measure::Amount, from: Some(dec("370")), ..Threshold::default() };
    let large = Step { when: When { thresholds: vec![over], ..When::default() }, ..percent("10") };
    let mut store = store(vec![promotion("first", None, percent("10")), promotion("large", None, large)]);
    assert_eq!(net(store.state(), "2026-03-02"), "333.00");
    store.apply(Command::SetThresholds(Thresholds::Original)).unwrap();
    assert_eq!(net(store.state(), "2026-03-02"), "299.70");
}
