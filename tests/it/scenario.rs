//! Scenarios of one offer, side by side.

use proptest::prelude::*;
use sapa::domain::quote::{Draft, MOST_SCENARIOS};
use sapa::store::scenario::scenarios;
use sapa::store::{Command, Store, Supply};

use crate::store::catalogue;
use crate::support::{day, dec};

fn percents(draft: &Draft) -> Vec<String> {
    draft.scenarios().map(|draft| draft.manual_percent.to_string()).collect()
}

fn store() -> Store {
    let mut store = Store::default();
    store.apply(Command::Supply(Supply::Ready { catalogue: catalogue().into(), stale: false })).unwrap();
    store.apply(Command::AddLine { product: "1".into(), quantity: dec("10") }).unwrap();
    store
}

#[test]
fn a_scenario_starts_as_a_copy_and_goes_its_own_way() {
    let mut store = store();
    store.apply(Command::AddScenario).unwrap();
    store.apply(Command::SetManual(dec("5"))).unwrap();
    store.apply(Command::SetTerm(Some("prepay".into()))).unwrap();
    assert_eq!(percents(&store.state().draft), ["0", "5"]);
    let side_by_side: Vec<_> = scenarios(store.state(), day("2026-03-02")).into_iter().map(Result::unwrap).collect();
    assert_eq!(side_by_side.iter().map(|one| one.net.to_string()).collect::<Vec<_>>(), ["180.00", "167.58"]);
    assert_eq!(side_by_side.iter().map(|one| one.current).collect::<Vec<_>>(), [false, true]);

    store.apply(Command::ShowScenario(0)).unwrap();
    assert_eq!((store.state().draft.place, store.state().draft.term.as_deref()), (0, None));
    store.apply(Command::ShowScenario(1)).unwrap();
    store.apply(Command::DropScenario).unwrap();
    assert_eq!(percents(&store.state().draft), ["0"]);
    store.apply(Command::Undo).unwrap();
    assert_eq!(percents(&store.state().draft), ["0", "5"], "dropping can be taken back");
}

#[test]
fn there_are_three_at_most() {
    let mut store = store();
    for _ in 1..MOST_SCENARIOS {
        store.apply(Command::AddScenario).unwrap();
    }
    assert_eq!(store.apply(Command::AddScenario).unwrap_err().code(), "number.range");
    assert_eq!(store.apply(Command::ShowScenario(3)).unwrap_err().code(), "record.not_found");
    assert_eq!(store.state().draft.scenarios().count(), MOST_SCENARIOS);
}

#[test]
fn another_client_takes_its_own_term_in_every_scenario() {
    let mut store = store();
    store.apply(Command::ChooseClient(Some("ALFKI".into()))).unwrap();
    store.apply(Command::SetTerm(Some("prepay".into()))).unwrap();
    store.apply(Command::AddScenario).unwrap();
    store.apply(Command::ChooseClient(Some("ERNSH".into()))).unwrap();
    store.apply(Command::ShowScenario(0)).unwrap();
    let draft = &store.state().draft;
    assert_eq!((draft.client.as_deref(), draft.term.as_deref()), (Some("ERNSH"), None));
}

#[test]
fn the_last_scenario_stays() {
    let mut store = store();
    store.apply(Command::DropScenario).unwrap();
    assert_eq!(store.state().draft.lines.len(), 1);
}

proptest! {
    /// Whatever is added, shown and dropped: the one being written stands at its place, and none holds others.
    #[test]
    fn scenarios_keep_their_order(moves in prop::collection::vec(0_u8..8, 0..40)) {
        let mut draft = Draft::default();
        let mut expected = vec![0_u32];
        let mut place = 0;
        let mut next = 0;
        for step in moves {
            match step {
                0..=2 => {
                    if draft.add_scenario().is_ok() {
                        next += 1;
                        draft.manual_percent = next.into();
                        expected.push(next);
                        place = expected.len() - 1;
                    }
                }
                3 => {
                    draft.drop_scenario();
                    if expected.len() > 1 {
                        expected.remove(place);
                    }
                    place = place.saturating_sub(1);
                }
                other => {
                    let wanted = usize::from(other) - 4;
                    if draft.show_scenario(wanted).is_ok() {
                        place = wanted;
                    }
                }
            }
            prop_assert_eq!(draft.place, place);
            prop_assert!(draft.others.iter().all(|other| other.others.is_empty()));
            prop_assert_eq!(percents(&draft), expected.iter().map(u32::to_string).collect::<Vec<_>>());
        }
    }
}
