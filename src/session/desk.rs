//! What one mounted widget holds of a session.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;
use send_wrapper::SendWrapper;

use super::{Live, Pace, Session, Status};
use crate::domain::date::Date;
use crate::domain::error::Error;
use crate::i18n::Words;
use crate::store::{Command, Event, Item, Key, LeftOut, State};

/// What a widget tells the page around it. Only what a person did is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// There is something to work with.
    Ready,
    /// The shared state has changed, whoever changed it.
    Change,
    /// Another client was chosen.
    ClientChange(Option<String>),
    /// The quote being written changed.
    QuoteChange {
        /// Whether every field holds something that can be used.
        valid: bool,
    },
    /// A quote was saved; whether the host has it.
    QuoteSave {
        /// The quote's id.
        id: String,
        /// At the host, not only on the device.
        host: bool,
    },
    /// A record was changed.
    RecordChange(Key),
    /// Records could not be read and were left out.
    LeftOut(Vec<LeftOut>),
    /// Something could not be done.
    Error(Error),
    /// A person wants a copy of what is on the device.
    Export,
    /// A person wants what the widget shows on paper, and nothing else of the page.
    Print,
    /// A person wants a text on the clipboard.
    Copy(String),
    /// A person has decided upon the quote of the link that was opened.
    LinkDone,
    /// A person wants a file.
    File {
        /// What it is to be called.
        name: String,
        /// Its media type.
        kind: &'static str,
        /// What is in it.
        text: String,
    },
}

/// A widget's hold on the shared session, cheap to copy into every closure of its view.
///
/// The values belong to the mount. They are registered with the session and taken out again when the mount ends, so
/// that a session which outlives a hundred widgets holds on to none of them.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The shared state; while somebody types a number, as it was before.
    pub state: Live<State>,
    /// The shared state with every key that was typed, for what a person looks at while typing. Everything else would only make
    /// the next key wait.
    pub now: Live<State>,
    /// Whether somebody types, so that `state` is behind `now`.
    pub is_typing: Live<bool>,
    /// Where the data live.
    pub status: Live<Status>,
    /// How many fields of this widget hold something that cannot be used.
    pub invalid: Live<u32>,
    held: Live<Rc<Held>>,
}

/// What does not change while the widget is mounted.
struct Held {
    session: Rc<Session>,
    words: Rc<Words>,
    tell: Rc<dyn Fn(Notice)>,
    /// The quote has changed, and the page has not been told because somebody is still typing.
    owes_quote: Cell<bool>,
}

impl Desk {
    /// Joins a session for as long as the current reactive owner lives.
    pub fn join(session: Rc<Session>, words: Rc<Words>, tell: Rc<dyn Fn(Notice)>) -> Self {
        let shared = Rc::new(session.state());
        let (state, now) = (Live::sharing(Rc::clone(&shared)), Live::sharing(shared));
        let status = Live::new(session.status());
        announce(now, status, Rc::clone(&tell));
        let held = Held { session: Rc::clone(&session), words, tell, owes_quote: Cell::new(false) };
        let desk = Desk {
            state,
            now,
            is_typing: Live::new(false),
            status,
            invalid: Live::new(0),
            held: Live::new(Rc::new(held)),
        };
        let number = session.watch(move |state, status, pace| desk.hear(state, status, pace));
        let watched = SendWrapper::new(session);
        on_cleanup(move || watched.forget(number));
        desk
    }

    /// The session has changed.
    fn hear(&self, state: &Rc<State>, status: &Status, pace: Pace) {
        self.now.share(Rc::clone(state));
        if self.status.try_get_untracked().is_some_and(|known| known != *status) {
            self.status.set(status.clone());
        }
        let is_typing = pace == Pace::Typing;
        if self.is_typing.try_get_untracked().is_some_and(|was| was != is_typing) {
            self.is_typing.set(is_typing);
        }
        if !is_typing {
            self.state.share(Rc::clone(state));
            if self.held.try_get_untracked().is_some_and(|held| held.owes_quote.take()) {
                self.quote_changed();
            }
        }
    }

    /// The words of this widget.
    pub fn words(&self) -> Rc<Words> {
        self.held.peek(|held| Rc::clone(&held.words))
    }

    /// The session itself, for what takes time.
    pub fn session(&self) -> Rc<Session> {
        self.held.peek(|held| Rc::clone(&held.session))
    }

    /// Carries out what a person did here, and tells the page of it.
    ///
    /// # Errors
    /// Those of [`Session::act`]; the page is told of them as well.
    pub fn act(&self, command: Command) -> Result<(), Error> {
        self.told(self.session().act(command))
    }

    /// The same for what is being typed: what explains it, and the page, hear of it once the typing pauses.
    ///
    /// # Errors
    /// As for [`act`](Self::act).
    pub fn type_in(&self, command: Command) -> Result<(), Error> {
        self.told(self.session().type_in(command))
    }

    /// Puts a record in, new or changed, and tells the page of it.
    ///
    /// # Errors
    /// As for [`act`](Self::act).
    pub fn put(&self, item: Item) -> Result<(), Error> {
        self.told(self.session().put(item))
    }

    /// Takes a record out, and tells the page of it.
    ///
    /// # Errors
    /// As for [`act`](Self::act).
    pub fn remove(&self, key: Key) -> Result<(), Error> {
        self.told(self.session().remove(key))
    }

    /// Takes back the last change of a record, and tells the page of it.
    ///
    /// # Errors
    /// As for [`act`](Self::act).
    pub fn take_back(&self) -> Result<(), Error> {
        self.told(self.session().take_back())
    }

    /// Today, in the user's zone.
    pub fn today(&self) -> Date {
        self.session().clock().today()
    }

    fn told(&self, done: Result<Vec<Event>, Error>) -> Result<(), Error> {
        match done {
            Ok(events) => {
                events.into_iter().for_each(|event| self.announce(event));
                Ok(())
            }
            Err(error) => {
                self.tell(Notice::Error(error.clone()));
                Err(error)
            }
        }
    }

    fn announce(&self, event: Event) {
        match event {
            Event::ClientChosen => self.tell(Notice::ClientChange(self.now.peek(|state| state.client.clone()))),
            Event::DraftChanged if self.session().is_settled() => self.quote_changed(),
            Event::DraftChanged => self.held.peek(|held| held.owes_quote.set(true)),
            Event::Changed(key) => self.tell(Notice::RecordChange(key)),
            _ => {}
        }
    }

    fn quote_changed(&self) {
        self.tell(Notice::QuoteChange { valid: self.invalid.get_untracked() == 0 });
    }

    /// Counts a field that came to hold something that cannot be used, or no longer does.
    pub fn count_invalid(&self, more: bool) {
        if let Some(count) = self.invalid.try_get_untracked() {
            self.invalid.set(if more { count + 1 } else { count.saturating_sub(1) });
        }
    }

    /// Tells the page around the widget.
    pub fn tell(&self, notice: Notice) {
        // What went on after the widget had gone has nobody left to tell.
        if let Some(held) = self.held.try_get_untracked() {
            (held.tell)(notice);
        }
    }
}

/// Tells the page's owner when there is something to work with, and of each new trouble with the device, the host or a record.
fn announce(state: Live<State>, status: Live<Status>, tell: Rc<dyn Fn(Notice)>) {
    let told = RefCell::new(Vec::<Error>::new());
    let left_out = RefCell::new(Vec::<LeftOut>::new());
    let ready = Cell::new(false);
    Effect::new(move |_| {
        let troubles = status.with(Status::troubles);
        let known = told.replace(troubles.clone());
        troubles
            .into_iter()
            .filter(|trouble| !known.contains(trouble))
            .for_each(|trouble| tell(Notice::Error(trouble)));
        let unread: Vec<LeftOut> = state.with(|state| state.left_out().cloned().collect());
        if left_out.replace(unread.clone()) != unread && !unread.is_empty() {
            tell(Notice::LeftOut(unread));
        }
        tell(Notice::Change);
        if state.with(|state| state.catalogue().is_some()) && !ready.replace(true) {
            tell(Notice::Ready);
        }
    });
}
