//! Those who watch a session. What is typed is told with each key to what a person looks at, and to everybody once the
//! typing pauses.

use std::rc::Rc;

use super::{Session, Status};
use crate::store::State;

pub(super) type Listener = Rc<dyn Fn(&Rc<State>, &Status, Pace)>;

/// Whether the next change is likely on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// Somebody is typing. What they look at follows each key; the rest of a page would cost more time than there is between
    /// two keys, and can wait until they pause.
    Typing,
    /// Nobody is.
    Settled,
}

/// How long a pause in typing is, in milliseconds: longer than between two keys of a number, too short to be waited for.
const PAUSE: u32 = 250;

impl Session {
    /// Calls `listener` after every change, and once more when what was typed has settled, until [`Session::forget`] is called
    /// with the number returned.
    pub fn watch(&self, listener: impl Fn(&Rc<State>, &Status, Pace) + 'static) -> u32 {
        let number = self.next_listener.get();
        self.next_listener.set(number.wrapping_add(1));
        self.listeners.borrow_mut().push((number, Rc::new(listener)));
        number
    }

    /// Ends a watch.
    pub fn forget(&self, number: u32) {
        self.listeners.borrow_mut().retain(|(known, _)| *known != number);
    }

    /// Tells everybody what was typed without waiting for the pause: who does something else has typed it to its end.
    pub fn settle(&self) {
        if !self.is_settled() {
            self.tell();
        }
    }

    /// Calls back once there was time to type another key.
    pub fn after_typing(&self, call: impl FnOnce() + 'static) {
        (self.around.after)(PAUSE, Box::new(call));
    }

    /// Whether everybody knows of everything that was typed.
    pub fn is_settled(&self) -> bool {
        self.typed == self.settled
    }

    /// Somebody types on, though what stands there now changes nothing.
    pub fn type_on(&self) {
        if !self.is_settled() {
            self.await_pause();
        }
    }

    pub(super) fn tell(&self) {
        self.settled.set(self.typed.get());
        self.tell_at(Pace::Settled);
    }

    pub(super) fn tell_typed(&self) {
        self.tell_at(Pace::Typing);
        self.await_pause();
    }

    fn await_pause(&self) {
        let key = self.typed.get().wrapping_add(1);
        self.typed.set(key);
        let this = self.this.clone();
        self.after_typing(move || {
            if let Some(session) = this.upgrade().filter(|session| session.typed.get() == key) {
                session.settle();
            }
        });
    }

    fn tell_at(&self, pace: Pace) {
        // A listener may act or forget, so nothing stays borrowed while it runs.
        let (state, status) = (Rc::new(self.state()), self.status());
        let listeners: Vec<_> = self.listeners.borrow().iter().map(|(_, listener)| Rc::clone(listener)).collect();
        for listener in listeners {
            listener(&state, &status, pace);
        }
    }
}
