//! What a step back is called, and what it takes back.

use sapa::domain::pricing::Thresholds;
use sapa::domain::quote::Draft;
use sapa::store::{Command, Edit, Event, Store, Supply};

use crate::store::catalogue;
use crate::support::{day, dec};

fn store() -> Store {
    let mut store = Store::default();
    store.apply(Command::Supply(Supply::Ready { catalogue: catalogue().into(), stale: false })).unwrap();
    store
}

fn added(product: &str, quantity: &str) -> Command {
    Command::AddLine { product: product.into(), quantity: dec(quantity) }
}

fn quantity(key: u32, quantity: &str) -> Command {
    Command::SetQuantity { key, quantity: dec(quantity) }
}

/// An order of five of product 1 and three of product 2.
fn written() -> Store {
    let mut store = store();
    for command in [added("1", "5"), added("2", "3")] {
        store.apply(command).unwrap();
    }
    store
}

fn ordered(store: &Store) -> Vec<(&str, String)> {
    let lines = store.state().draft.lines.iter();
    lines.map(|line| (line.product.as_str(), line.quantity.normalize().to_string())).collect()
}

#[test]
fn every_step_has_its_name_and_is_taken_back_alone() {
    let changed = |key, product: &str| Edit::Quantity { key, product: product.into() };
    let shared = sapa::store::sharing::share(written().state(), day("2026-03-02")).unwrap();
    let steps = [
        (added("1", "5"), Edit::Added("1".into())),
        (added("2", "3"), Edit::Added("2".into())),
        (Command::ChooseClient(Some("ALFKI".into())), Edit::Client),
        (Command::SaveQuote { id: "q".into(), created: day("2026-03-02"), host: false }, Edit::Client),
        (Command::RemoveLine { key: 1 }, Edit::Removed("1".into())),
        (quantity(2, "50"), changed(2, "2")),
        (Command::SetQuantities(vec![(2, dec("7"))]), Edit::Quantities),
        (Command::SetTerm(Some("prepay".into())), Edit::Term),
        (Command::SetManual(dec("5")), Edit::Manual),
        (Command::SetThresholds(Thresholds::Original), Edit::Thresholds),
        (Command::ArrangeSteps(vec!["manual".into(), "client".into()]), Edit::Steps),
        (Command::AddScenario, Edit::ScenarioAdded),
        (Command::ShowScenario(0), Edit::ScenarioShown),
        (Command::DropScenario, Edit::ScenarioDropped),
        (Command::ClearDraft, Edit::Begun),
        (Command::ChooseClient(None), Edit::Client),
        // For its own client: one step all the same.
        (Command::ReopenQuote("q".into()), Edit::Reopened),
        (Command::ClearDraft, Edit::Begun),
        (Command::OpenShared(shared), Edit::Linked),
    ];
    let mut store = store();
    let mut before: Vec<(Draft, Option<Edit>)> = Vec::new();
    for (command, edit) in steps {
        let was = (store.state().draft.clone(), store.last_edit().cloned());
        if store.apply(command).unwrap().contains(&Event::DraftChanged) {
            before.push(was);
        }
        assert_eq!(store.last_edit(), Some(&edit));
    }
    assert_eq!(before.len(), 18, "saving is no step");
    while let Some((draft, edit)) = before.pop() {
        store.apply(Command::Undo).unwrap();
        assert_eq!((&store.state().draft, store.last_edit()), (&draft, edit.as_ref()));
    }
}

#[test]
fn a_line_comes_back_only_when_it_was_the_last_that_went() {
    let mut store = written();
    store.apply(Command::RemoveLine { key: 1 }).unwrap();
    store.apply(quantity(2, "50")).unwrap();
    assert_eq!(
        store.last_edit(),
        Some(&Edit::Quantity { key: 2, product: "2".into() }),
        "not the line that went before"
    );
    store.apply(Command::Undo).unwrap();
    assert_eq!(ordered(&store), [("2", "3".to_owned())]);
    assert_eq!(store.last_edit(), Some(&Edit::Removed("1".into())));
    store.apply(Command::Undo).unwrap();
    assert_eq!(ordered(&store), [("1", "5".to_owned()), ("2", "3".to_owned())]);
}

#[test]
fn what_is_typed_into_a_field_is_one_step_until_it_is_left() {
    let check = |typed: &[(u32, &str)], leave_after: usize, undone: &[[&str; 2]]| {
        let mut store = written();
        for (at, (key, text)) in typed.iter().enumerate() {
            store.type_in(quantity(*key, text)).unwrap();
            if at + 1 == leave_after {
                store.leave_field();
            }
        }
        for quantities in undone {
            store.apply(Command::Undo).unwrap();
            let now: Vec<_> = ordered(&store).into_iter().map(|(_, quantity)| quantity).collect();
            assert_eq!(now, quantities, "{typed:?}, left after {leave_after}");
        }
        assert_eq!(store.last_edit(), Some(&Edit::Added("2".into())), "{typed:?}, left after {leave_after}");
    };
    check(&[(1, "1"), (1, "12"), (1, "120")], 9, &[["5", "3"]]);
    check(&[(1, "1"), (1, "12"), (1, "120")], 2, &[["12", "3"], ["5", "3"]]);
    check(&[(1, "1"), (2, "4"), (2, "40")], 9, &[["1", "3"], ["5", "3"]]);
    // Typed back to what it was: there is nothing to take back.
    check(&[(1, "1"), (1, "5")], 9, &[]);
}

#[test]
fn an_offer_that_is_taken_after_typing_is_a_step_of_its_own() {
    let mut store = written();
    store.type_in(quantity(1, "11")).unwrap();
    store.apply(quantity(1, "12")).unwrap();
    store.apply(Command::Undo).unwrap();
    assert_eq!(ordered(&store)[0], ("1", "11".to_owned()));
}

#[test]
fn before_anything_is_ordered_there_is_nothing_to_take_back() {
    let mut store = store();
    store.apply(Command::ChooseClient(Some("ALFKI".into()))).unwrap();
    assert_eq!(store.last_edit(), None);
    store.apply(added("1", "5")).unwrap();
    store.apply(Command::ClearDraft).unwrap();
    assert_eq!(store.last_edit(), Some(&Edit::Begun), "an order that is gone can come back");
    store.apply(Command::Undo).unwrap();
    assert_eq!(ordered(&store), [("1", "5".to_owned())]);
}

#[test]
fn an_approval_that_was_asked_for_stays_asked_for() {
    let mut store = written();
    store.apply(Command::SetManual(dec("9"))).unwrap();
    assert_eq!(store.apply(Command::AwaitApproval("p".into())), Ok(vec![Event::DraftChanged]));
    assert_eq!(store.last_edit(), Some(&Edit::Manual), "asking is no step");
    store.apply(Command::Undo).unwrap();
    let approval = |store: &Store| store.state().draft.approval.clone();
    assert_eq!((store.state().draft.manual_percent, approval(&store).as_deref()), (dec("0"), Some("p")));
    store.apply(Command::ClearDraft).unwrap();
    assert_eq!(approval(&store), None);
    store.apply(Command::Undo).unwrap();
    assert_eq!(approval(&store).as_deref(), Some("p"), "it belongs to the quote that came back");
}
