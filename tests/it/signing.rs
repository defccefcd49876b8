//! Whether the draft may be signed, and how long the client may wait.

use sapa::domain::account::Account;
use sapa::domain::approval::{Approval, Verdict};
use sapa::domain::receivable::Invoice;
use sapa::domain::terms::{Authority, Change, CreditPolicy, Decision, LateRule, Level, Limit, Reason, Shortened};
use sapa::store::signing::{Owed, Signing};
use sapa::store::{Book, Command, Item, Store, Supply, quoting};

use crate::store::catalogue;
use crate::support::{day, dec};
use crate::wire::{json_of, plain};

const TODAY: &str = "2026-03-02";

/// Two levels with limits, a user of the level, costs of 10 and ten of product 1 at 18.00 ordered for ALFKI.
fn store(level: Option<Level>) -> Store {
    let limit = |level, discount: &str, margin: Option<&str>| Limit {
        level,
        from: dec("0"),
        discount_percent: dec(discount),
        margin_percent: margin.map(dec),
    };
    let limits = vec![limit(Level::Beginner, "5", Some("40")), limit(Level::Senior, "20", None)];
    let mut given = catalogue();
    given.level = level;
    given.price_list.authority = Some(Authority::new(limits).unwrap());
    given.price_list.credit = Some(CreditPolicy {
        tolerance: dec("1"),
        late: vec![LateRule { from_days: 1, most_days: 14 }],
        over_limit_days: 0,
    });
    for product in &mut given.products {
        product.cost = Some(dec("10"));
    }
    let mut store = Store::default();
    store.apply(Command::Supply(Supply::Ready { catalogue: given.into(), stale: false })).unwrap();
    store.apply(Command::ChooseClient(Some("ALFKI".into()))).unwrap();
    store.apply(Command::AddLine { product: "1".into(), quantity: dec("10") }).unwrap();
    store.apply(Command::SetTerm(Some("prepay".into()))).unwrap();
    store
}

fn signing(store: &Store) -> Signing {
    let priced = quoting::price(store.state(), day(TODAY)).unwrap();
    Signing::of(store.state(), &priced).unwrap()
}

#[test]
fn everything_given_counts() {
    let mut store = store(Some(Level::Beginner));
    // 180.00 less 2 percent for paying at once.
    let now = signing(&store);
    assert_eq!(now.judged.discount_percent, dec("2"));
    assert_eq!(now.decision, Some(Decision::Allowed));
    // Thirty days at 18 percent a year cost 1.35 percent: with nothing taken off, waiting alone is a discount.
    store.apply(Command::SetTerm(Some("net30".into()))).unwrap();
    let waiting = signing(&store).judged.discount_percent;
    assert!(dec("1.3") < waiting && waiting < dec("1.4"), "{waiting}");
    // 4 by hand and the waiting are more than the 5 allowed; so is the margin still at the limit of 40.
    store.apply(Command::SetManual(dec("4"))).unwrap();
    let Some(Decision::Needs { level, reasons }) = signing(&store).decision else { panic!("it must need somebody") };
    assert_eq!(level, Some(Level::Senior));
    assert!(matches!(reasons[..], [Reason::Discount { limit, .. }] if limit == dec("5")), "{reasons:?}");
}

#[test]
fn without_a_level_the_lowest_limits_hold() {
    let mut store = store(None);
    store.apply(Command::SetManual(dec("10"))).unwrap();
    let now = signing(&store);
    assert_eq!((now.level, now.is_known), (Level::Beginner, false));
    assert!(matches!(now.decision, Some(Decision::Needs { .. })));
}

#[test]
fn an_unknown_cost_is_no_margin() {
    let mut given = catalogue();
    given.price_list.authority = Some(
        Authority::new(vec![Limit {
            level: Level::Beginner,
            from: dec("0"),
            discount_percent: dec("50"),
            margin_percent: Some(dec("10")),
        }])
        .unwrap(),
    );
    let mut store = Store::default();
    store.apply(Command::Supply(Supply::Ready { catalogue: given.into(), stale: false })).unwrap();
    store.apply(Command::AddLine { product: "1".into(), quantity: dec("1") }).unwrap();
    let Some(Decision::Needs { level: None, reasons }) = signing(&store).decision else { panic!("nobody may") };
    assert_eq!(reasons, [Reason::NoMargin { limit: dec("10") }]);
}

#[test]
fn an_approval_stands_until_something_gets_worse() {
    let mut store = store(Some(Level::Beginner));
    store.apply(Command::SetManual(dec("10"))).unwrap();
    let approval = Approval {
        id: "p".into(),
        client: "ALFKI".into(),
        asked: day(TODAY),
        level: Some(Level::Senior),
        judged: signing(&store).judged,
        request: quoting::whole_request(store.state(), &store.state().draft, day(TODAY)).unwrap(),
        verdict: Verdict::Granted,
        by: Some("Steven".into()),
    };
    let item = Item::Approval(Box::new(approval));
    store.apply(Command::Put { item, idem: "i".into(), host: false }).unwrap();
    store.apply(Command::AwaitApproval("p".into())).unwrap();
    let changes = |store: &Store| signing(store).asked.map(|(_, changes)| changes);
    assert_eq!(changes(&store), Some(vec![]));
    store.apply(Command::SetManual(dec("9"))).unwrap();
    assert_eq!(changes(&store), Some(vec![]), "what is better needs no new approval");
    store.apply(Command::SetManual(dec("11"))).unwrap();
    let worse = changes(&store).unwrap();
    assert!(matches!(worse[..], [Change::Discount { .. }, Change::Margin { .. }]), "{worse:?}");

    store.apply(Command::AddScenario).unwrap();
    assert_eq!(changes(&store), None, "another scenario was never asked for");
    store.apply(Command::ShowScenario(0)).unwrap();
    assert!(changes(&store).is_some());
    store.apply(Command::ClearDraft).unwrap();
    assert_eq!(changes(&store), None, "nor was a new quote");
}

/// What is kept with an approval, priced again by whoever is to grant it, is what was judged.
#[test]
fn what_was_asked_is_priced_again_to_the_same() {
    use sapa::domain::pricing::{self, Discounting};
    use sapa::domain::terms::{CapitalCost, DayCount};
    use sapa::wire::{self, ToWire};

    let check = |term: &str, method, day_count, more: &str| {
        let mut given = catalogue();
        given.price_list.capital = CapitalCost { annual_percent: dec("18"), method, day_count };
        let text = format!(r#"{{"id": "asked", "percent": "1.5", {term}}}"#);
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        given.price_list.terms.push(wire::read(&plain(&value)).unwrap());
        given.price_list.tax = match more {
            "" => None,
            rules => Some(wire::read(&plain(&serde_json::from_str(rules).unwrap())).unwrap()),
        };
        let mut store = Store::default();
        store.apply(Command::Supply(Supply::Ready { catalogue: given.into(), stale: false })).unwrap();
        store.apply(Command::AddLine { product: "1".into(), quantity: dec("7") }).unwrap();
        store.apply(Command::SetManual(dec("3.3"))).unwrap();
        store.apply(Command::SetTerm(Some("asked".into()))).unwrap();
        let state = store.state();
        let judged = quoting::price(state, day(TODAY)).unwrap();
        let asked = quoting::whole_request(state, &state.draft, day(TODAY)).unwrap();
        let stored: pricing::Request = wire::read(&plain(&json_of(&asked.to_wire()))).unwrap();
        let again = pricing::price(&stored).unwrap();
        assert!(!again.deferral.as_ref().unwrap().cost.is_zero(), "{term} {day_count:?} {method:?}");
        assert_eq!(again, judged, "{term} {day_count:?} {method:?}");
    };
    let terms = [
        r#""days": 60"#,
        r#""days": 90, "instalments": {"count": 3}"#,
        r#""days": 0, "instalments": {"count": 5, "months": 1, "annualPercent": "8"}"#,
        r#""days": 60, "schedule": [{"percent": "30"}, {"due": ["monthEnd", {"days": 30}]}]"#,
        r#""days": 60, "early": {"percent": "2", "days": 10, "tax": "always"}"#,
    ];
    for term in terms {
        for day_count in <DayCount as wire::Choice>::ALL {
            for method in <Discounting as wire::Choice>::ALL {
                check(term, *method, *day_count, "");
                check(term, *method, *day_count, r#"{"percent": "19", "included": true}"#);
            }
        }
    }
}

#[test]
fn a_debt_shortens_the_time_to_pay() {
    let mut store = store(None);
    let invoice = |id: &str, due: &str, amount: &str| Invoice {
        id: id.into(),
        client: "ALFKI".into(),
        order: None,
        issued: day("2026-01-01"),
        due: day(due),
        amount: dec(amount),
    };
    let book = Book {
        accounts: vec![Account { client: "ALFKI".into(), credit_limit: Some(dec("700")), ..Account::default() }],
        invoices: vec![invoice("late", "2026-02-20", "100"), invoice("ahead", "2026-04-01", "400")],
        ..Book::default()
    };
    store.apply(Command::Know { book, fresh: true }).unwrap();
    let owed = Owed::of(store.state(), day(TODAY)).unwrap();
    let granted = owed.grant(store.state(), dec("100"), 30).unwrap().unwrap();
    assert_eq!(granted.days, 14);
    assert_eq!(granted.reasons, [Shortened::Overdue { amount: dec("100"), days_late: 10, most_days: 14 }]);
    // 500 owed and 250 ordered pass the 700.
    let granted = owed.grant(store.state(), dec("250"), 30).unwrap().unwrap();
    assert_eq!(granted.days, 0);
    assert_eq!(granted.reasons.last(), Some(&Shortened::OverLimit { by: dec("50"), most_days: 0 }));

    store.apply(Command::ChooseClient(Some("ERNSH".into()))).unwrap();
    let owed = Owed::of(store.state(), day(TODAY)).unwrap();
    assert_eq!(owed.grant(store.state(), dec("5000"), 30).unwrap().unwrap().days, 30, "somebody else's debt");
}
