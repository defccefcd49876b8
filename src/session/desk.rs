//! What one mounted widget holds of a session.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::{Session, Status};
use crate::domain::error::Error;
use crate::i18n::Words;
use crate::store::{Command, Event, State};

/// What a widget tells the page around it. Only what a person did is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Another client was chosen.
    ClientChange(Option<String>),
    /// The quote being written changed.
    QuoteChange,
    /// A quote was saved; whether the host has it.
    QuoteSave {
        /// The quote's id.
        id: String,
        /// At the host, not only on the device.
        host: bool,
    },
    /// Something could not be done.
    Error(Error),
}

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
    session: StoredValue<Rc<Session>, LocalStorage>,
    words: StoredValue<Rc<Words>, LocalStorage>,
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
        let session = StoredValue::new_local(session);
        on_cleanup(move || {
            session.try_with_value(|session| session.forget(number));
        });
        Desk { state, status, session, words: StoredValue::new_local(words), tell: StoredValue::new_local(tell) }
    }

    /// The words of this widget.
    pub fn words(&self) -> Rc<Words> {
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
                        Event::ClientChosen => self.tell(Notice::ClientChange(self.state.get_untracked().client.clone())),
                        Event::DraftChanged => self.tell(Notice::QuoteChange),
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
