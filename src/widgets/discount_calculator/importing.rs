//! The import of a price list under way: reading it in turns, taking it over, letting it go.

use core::time::Duration;
use std::rc::Rc;

use leptos::prelude::{request_animation_frame, set_timeout};
use rust_decimal::Decimal;

use crate::domain::date::Date;
use crate::domain::error::Error;
use crate::domain::import::{Inspection, Notation, Preview, Splitting, Table};
use crate::domain::money;
use crate::i18n::ImportKey;
use crate::session::desk::Notice;
use crate::session::{Desk, Live};
use crate::store::{Key as RecordKey, State, importing};
use crate::ui::Handle;
use crate::ui::status_line::host_name;

/// The import that may be under way, shared by the parts of its view.
#[derive(Clone, Copy)]
pub(super) struct Importing {
    pub(super) desk: Desk,
    pub(super) is_open: Live<bool>,
    pub(super) is_reading: Live<bool>,
    pub(super) progress: Live<Progress>,
    /// The number of the reading that counts.
    ticket: Live<u32>,
    /// What was found, until it is taken over or let go.
    pub(super) found: Live<Option<Rc<Found>>>,
    /// Why nothing was found.
    pub(super) problem: Live<String>,
    /// What was done last, with the way back.
    pub(super) done: Live<Option<String>>,
    pub(super) text: Live<String>,
    /// Opens it all; where the focus comes from and goes back to.
    pub(super) opener: Handle,
    pub(super) shown: Handle,
}

/// How far a list is read.
#[derive(Clone, Copy)]
pub(super) enum Progress {
    /// Not at all.
    Begun,
    /// So many percent of it are split into rows.
    Split(Decimal),
    /// So many rows are read of so many.
    Rows(usize, usize),
}

/// A list that is being read, held against what was for sale when it began.
struct Job {
    name: String,
    state: State,
    table: Table,
    notation: Notation,
    today: Date,
    inspection: Inspection,
}

/// How many rows are read in one turn: a tenth of a second or less on a slow tablet.
const TURN: usize = 2_000;

/// A list that was read.
pub(super) struct Found {
    pub(super) name: String,
    pub(super) preview: Preview,
}

impl Importing {
    /// Nothing is under way yet.
    pub(super) fn new(desk: Desk) -> Self {
        Self {
            desk,
            is_open: Live::new(false),
            is_reading: Live::new(false),
            progress: Live::new(Progress::Begun),
            ticket: Live::new(0),
            found: Live::new(None),
            problem: Live::new(String::new()),
            done: Live::new(None),
            text: Live::new(String::new()),
            opener: Handle::new(),
            shown: Handle::new(),
        }
    }

    /// Opens the file that was chosen.
    pub(super) fn open(self, file: Handle) {
        let Some(field) = file.get() else { return };
        let ticket = self.begin();
        let session = self.desk.session();
        leptos::task::spawn_local(async move {
            match session.open_file(field).await {
                Ok(opened) => self.split(ticket, opened.name, opened.table),
                Err(error) if self.counts(ticket) => self.end(Err(error)),
                Err(_) => {}
            }
        });
    }

    /// Reads what was pasted, once the page shows that it is being read.
    pub(super) fn check(self) {
        let words = self.desk.words();
        if self.text.with(|text| text.trim().is_empty()) {
            self.problem.set(words.text(ImportKey::Nothing));
            return;
        }
        let ticket = self.begin();
        let read = move || {
            let Some(text) = self.text.try_get_untracked().filter(|_| self.counts(ticket)) else { return };
            match Splitting::text(text) {
                Ok(text) => self.split(ticket, words.text(ImportKey::Pasted), text),
                Err(error) => self.end(Err(error)),
            }
        };
        request_animation_frame(move || set_timeout(read, Duration::ZERO));
    }

    /// Begins to read; the answer is the number of this reading, which is void once another began or it was stopped.
    fn begin(self) -> u32 {
        self.problem.set(String::new());
        self.done.set(None);
        self.progress.set(Progress::Begun);
        self.is_reading.set(true);
        self.void()
    }

    fn void(self) -> u32 {
        let ticket = self.ticket.get_untracked().wrapping_add(1);
        self.ticket.set(ticket);
        ticket
    }

    /// Whether this reading still counts. The widget may be gone by now.
    fn counts(self, ticket: u32) -> bool {
        self.ticket.try_get_untracked() == Some(ticket)
    }

    /// Splits some of a text into rows, and the next ones once the page has had its turn.
    fn split(self, ticket: u32, name: String, mut text: Splitting) {
        if !self.counts(ticket) {
            return;
        }
        if let Err(error) = text.read(TURN) {
            return self.end(Err(error));
        }
        let (read, all) = text.progress();
        if read < all {
            let percent = money::percentage(read.into(), all.into()).unwrap_or_default();
            self.progress.set(Progress::Split(percent));
            return set_timeout(move || self.split(ticket, name, text), Duration::ZERO);
        }
        self.look(ticket, name, text.finish());
    }

    /// Begins with the rows of the table, or says why there are none.
    fn look(self, ticket: u32, name: String, table: Table) {
        let Some(state) = self.desk.state.try_get_untracked() else { return };
        let (notation, today) = (self.desk.words().notation(), self.desk.today());
        match importing::begin(&state, &table, notation, today) {
            Ok(inspection) => self.turn(ticket, Job { name, state, table, notation, today, inspection }),
            Err(error) => self.end(Err(error)),
        }
    }

    /// Reads some rows, and the next ones once the page has had its turn.
    fn turn(self, ticket: u32, mut job: Job) {
        if !self.counts(ticket) {
            return;
        }
        let Job { name: _, state, table, notation, today, inspection } = &mut job;
        if let Err(error) = importing::read_on(inspection, TURN, state, table, *notation, *today) {
            return self.end(Err(error));
        }
        let (read, all) = inspection.progress(table);
        if read < all {
            self.progress.set(Progress::Rows(read, all));
            return set_timeout(move || self.turn(ticket, job), Duration::ZERO);
        }
        self.end(Ok(Found { name: job.name, preview: job.inspection.finish() }));
    }

    /// Shows what the table would become, or why there is none.
    fn end(self, found: Result<Found, Error>) {
        self.is_reading.set(false);
        match found {
            Ok(found) => {
                self.found.set(Some(Rc::new(found)));
                request_animation_frame(move || self.shown.focus());
            }
            Err(error) => self.fail(error),
        }
    }

    /// Stops reading; nothing was changed by what was read.
    pub(super) fn stop(self) {
        self.void();
        self.is_reading.set(false);
        self.opener.focus();
    }

    fn fail(self, error: Error) {
        let host = self.desk.status.peek(host_name);
        self.problem.set(self.desk.words().error(&error, &host));
        self.desk.tell(Notice::Error(error));
    }

    /// Puts all accepted prices in force.
    pub(super) fn take_over(self, found: &Found) {
        let words = self.desk.words();
        let name = found.name.clone();
        let done = words.text(ImportKey::Took);
        let today = self.desk.today();
        let item = self.desk.state.peek(|state| importing::take_over(state, &found.preview, name, today));
        match item.and_then(|item| self.desk.put(item)) {
            Ok(()) => {
                self.text.set(String::new());
                self.close();
                self.done.set(Some(done));
            }
            Err(error) => self.fail(error),
        }
    }

    pub(super) fn take_out(self) {
        if self.desk.remove(RecordKey::imported_prices()).is_ok() {
            self.done.set(Some(self.desk.words().text(ImportKey::TookOut)));
            self.opener.focus();
        }
    }

    /// Lets what was found go.
    pub(super) fn cancel(self) {
        self.found.set(None);
        self.opener.focus();
    }

    pub(super) fn step_back(self) {
        if self.is_reading.get_untracked() {
            self.stop();
        } else if self.found.with(Option::is_some) {
            self.cancel();
        } else {
            self.close();
        }
    }

    fn close(self) {
        self.opener.focus();
        self.found.set(None);
        self.problem.set(String::new());
        self.is_open.set(false);
    }
}
