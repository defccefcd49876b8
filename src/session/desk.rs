//! What one mounted widget holds of a session.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use send_wrapper::SendWrapper;

use super::{Session, Status};
use crate::domain::error::Error;
use crate::i18n::Words;
use crate::store::{Command, Event, State};

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
    /// Something could not be done.
    Error(Error),
    /// A person wants a copy of what is on the device.
    Export,
}

/// The words of a widget, in a wrapper that lets view closures hold them: a page has one thread.
pub type SharedWords = SendWrapper<Rc<Words>>;

/// A widget's hold on the shared session, cheap to copy into every closure of its view.
///
/// The signals belong to the mount. They are registered with the session and taken out again when the mount ends, so
/// that a session which outlives a hundred widgets holds on to none of them.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The shared state.
    pub state: ReadSignal<Arc<State>>,
    /// Where the data live.
    pub status: ReadSignal<Status>,
    /// How many fields of this widget hold something that cannot be used.
    pub invalid: RwSignal<u32>,
    session: StoredValue<Rc<Session>, LocalStorage>,
    words: StoredValue<SharedWords, LocalStorage>,
    tell: StoredValue<Rc<dyn Fn(Notice)>, LocalStorage>,
}

impl Desk {
    /// Joins a session for as long as the current reactive owner lives.
    pub fn join(session: Rc<Session>, words: Rc<Words>, tell: Rc<dyn Fn(Notice)>) -> Self {
        let (state, set_state) = signal(session.state().shared());
        let (status, set_status) = signal(session.status());
        let told = RefCell::new(Some(session.status()));
        let number = session.watch(move |state, status| {
            // A signal whose mount has ended is silently gone.
            set_state.try_set(state.shared());
            if told.borrow().as_ref() != Some(status) {
                told.replace(Some(status.clone()));
                set_status.try_set(status.clone());
            }
        });
        announce(state, status, Rc::clone(&tell));
        let session = StoredValue::new_local(session);
        on_cleanup(move || {
            session.try_with_value(|session| session.forget(number));
        });
        let invalid = RwSignal::new(0);
        Desk {
            state,
            status,
            invalid,
            session,
            words: StoredValue::new_local(SendWrapper::new(words)),
            tell: StoredValue::new_local(tell),
        }
    }

    /// The words of this widget.
    pub fn words(&self) -> SharedWords {
        self.words.get_value()
    }

    /// The session itself, for what takes time.
    pub fn session(&self) -> Rc<Session> {
        self.session.get_value()
    }

    /// Carries out what a person did here, and tells the page of it.
    ///
    /// # Errors
    /// Those of [`Session::act`]; the page is told of them as well.
    pub fn act(&self, command: Command) -> Result<(), Error> {
        match self.session().act(command) {
            Ok(events) => {
                for event in events {
                    match event {
                        Event::ClientChosen => {
                            self.tell(Notice::ClientChange(self.state.get_untracked().client.clone()))
                        }
                        Event::DraftChanged => {
                            self.tell(Notice::QuoteChange { valid: self.invalid.get_untracked() == 0 })
                        }
                        Event::QuoteSaved(_) | Event::QuotePlaced(_) | Event::SupplyChanged => {}
                    }
                }
                Ok(())
            }
            Err(error) => {
                self.tell(Notice::Error(error.clone()));
                Err(error)
            }
        }
    }

    /// Tells the page around the widget.
    pub fn tell(&self, notice: Notice) {
        (self.tell.get_value())(notice);
    }
}

/// Tells the page's owner when there is something to work with, and of each new trouble with the device or the host.
fn announce(state: ReadSignal<Arc<State>>, status: ReadSignal<Status>, tell: Rc<dyn Fn(Notice)>) {
    let told = RefCell::new(Vec::<Error>::new());
    let ready = Cell::new(false);
    Effect::new(move |_| {
        let troubles = status.with(Status::troubles);
        let known = told.replace(troubles.clone());
        troubles
            .into_iter()
            .filter(|trouble| !known.contains(trouble))
            .for_each(|trouble| tell(Notice::Error(trouble)));
        tell(Notice::Change);
        if state.with(|state| state.catalogue().is_some()) && !ready.replace(true) {
            tell(Notice::Ready);
        }
    });
}
