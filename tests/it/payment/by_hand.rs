use sapa::domain::product::Term;
use sapa::domain::share::Shared;
use sapa::store::{Command, Store, Supply, quoting, sharing};

use super::TODAY;
use crate::store::catalogue;
use crate::support::{day, dec};

#[test]
fn a_typed_term_says_all_of_itself() {
    let check = |days, parts, id: &str| {
        let term = Term::by_hand(days, parts).unwrap();
        assert_eq!((term.id.as_str(), term.typed_parts()), (id, Some(parts)));
        assert_eq!(Term::read_by_hand(id), Some(term));
    };
    check(0, 1, "by-hand-0");
    check(75, 1, "by-hand-75");
    check(730, 60, "by-hand-730x60");
    for (days, parts) in [(731, 1), (30, 0), (30, 61), (2, 3), (0, 2)] {
        assert_eq!(Term::by_hand(days, parts).unwrap_err().code(), "term.invalid", "{days} {parts}");
    }
    for id in [
        "by-hand-",
        "by-hand-075",
        "by-hand-+75",
        "by-hand-75x1",
        "by-hand-75x",
        "by-hand-2x3",
        "by-hand-9999",
        "net30",
    ] {
        assert_eq!(Term::read_by_hand(id), None, "{id}");
    }
    assert_eq!(Term { id: "net30".into(), days: 30, ..Term::default() }.typed_parts(), None);
}

#[test]
fn a_typed_term_goes_wherever_a_draft_goes() {
    let mut store = Store::default();
    store.apply(Command::Supply(Supply::Ready { catalogue: catalogue().into(), stale: false })).unwrap();
    store.apply(Command::ChooseClient(Some("ALFKI".into()))).unwrap();
    store.apply(Command::AddLine { product: "1".into(), quantity: dec("10") }).unwrap();
    let waiting = |store: &Store| quoting::price(store.state(), day(TODAY)).unwrap().deferral.unwrap().cost;
    let usual = waiting(&store);
    store.apply(Command::SetTerm(Some("by-hand-90x3".into()))).unwrap();
    assert!(waiting(&store) > usual, "authority judges the typed term's waiting");
    let shared = sharing::share(store.state(), day(TODAY)).unwrap().to_text().unwrap();
    assert!(shared.contains("~by-hand-90x3~"), "{shared}");
    store.apply(Command::SaveQuote { id: "Q".into(), created: day(TODAY), host: false }).unwrap();
    store.apply(Command::ClearDraft).unwrap();
    store.apply(Command::ReopenQuote("Q".into())).unwrap();
    assert_eq!(quoting::term(store.state()).unwrap().typed_parts(), Some(3));

    store.apply(Command::ClearDraft).unwrap();
    let shared = Shared::parse(&shared).unwrap();
    assert!(sharing::compare(&shared, store.state(), day(TODAY)).unwrap().is_empty());
    store.apply(Command::OpenShared(shared)).unwrap();
    assert_eq!(quoting::term(store.state()).unwrap().days, 90);
    let refused = store.apply(Command::SetTerm(Some("by-hand-2x3".into())));
    assert_eq!(refused.unwrap_err().code(), "record.not_found");
}
