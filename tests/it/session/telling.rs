use std::cell::{Cell, RefCell};
use std::rc::Rc;

use sapa::session::Pace;
use sapa::store::Command;

use super::Office;
use crate::support::dec;

#[test]
fn listeners_hear_changes_until_they_are_forgotten() {
    let office = Office::new();
    let session = office.open(false, None);
    let heard = Rc::new(Cell::new(0));
    let counter = Rc::clone(&heard);
    let number = session.watch(move |_, _, _| counter.set(counter.get() + 1));
    session.act(Command::SetManual(dec("5"))).unwrap();
    let after_one = heard.get();
    assert!(after_one > 0);
    session.forget(number);
    session.act(Command::SetManual(dec("6"))).unwrap();
    assert_eq!(heard.get(), after_one);
    assert_eq!(Rc::strong_count(&heard), 1, "a forgotten listener is dropped");
}

thread_local! {
    /// What is to happen later, until a test lets it.
    static LATER: RefCell<Vec<Box<dyn FnOnce()>>> = RefCell::default();
}

#[test]
fn what_is_typed_is_told_at_once_and_again_when_it_has_settled() {
    let session = Office::new().open_where(false, None, |_, call| LATER.with_borrow_mut(|later| later.push(call)));
    let heard = Rc::new(RefCell::new(Vec::new()));
    let writer = Rc::clone(&heard);
    session.watch(move |state, _, pace| writer.borrow_mut().push((state.draft.manual_percent, pace)));
    let type_in = |percent| session.type_in(Command::SetManual(dec(percent))).unwrap();
    let wait = || LATER.take().into_iter().for_each(|call| call());
    type_in("1");
    type_in("12");
    assert!(!session.is_settled());
    wait();
    let told = [(dec("1"), Pace::Typing), (dec("12"), Pace::Typing), (dec("12"), Pace::Settled)];
    assert_eq!(heard.take(), told, "the first key's pause was none");

    type_in("13");
    session.settle();
    wait();
    session.settle();
    assert_eq!(
        heard.take(),
        [(dec("13"), Pace::Typing), (dec("13"), Pace::Settled)],
        "a field that was left is told once"
    );

    type_in("13.5");
    session.type_on();
    LATER.with_borrow_mut(|later| later.remove(0))();
    assert!(!session.is_settled(), "whoever takes a number out is still typing");
    wait();
    assert_eq!(heard.take().len(), 2);

    type_in("14");
    session.act(Command::ClearDraft).unwrap();
    wait();
    let told = [(dec("14"), Pace::Typing), (dec("0"), Pace::Settled)];
    assert_eq!(heard.take(), told, "whatever is not typed settles what was");
}
