//! Prices out of somebody's file: choose it or paste it, see what every row would become, take all of it over or nothing.

use core::time::Duration;
use std::rc::Rc;

use leptos::prelude::{request_animation_frame, set_timeout};

use super::import_preview::preview;
use crate::domain::date::Date;
use crate::domain::error::Error;
use crate::domain::import::{Inspection, Preview, PriceImport, Table};
use crate::domain::number::Separators;
use crate::i18n::{ImportCount, ImportKey, Key};
use crate::session::desk::Notice;
use crate::session::{Derived, Desk, Live};
use crate::store::{Key as RecordKey, State, importing};
use crate::ui::status_line::host_name;
use crate::ui::{El, Handle, Icon, button, el, fold_of, icon};

/// The import that may be under way, shared by the parts of its view.
#[derive(Clone, Copy)]
pub(super) struct Importing {
    pub(super) desk: Desk,
    is_open: Live<bool>,
    is_reading: Live<bool>,
    /// How many rows were read of how many; of none while the rows are not known.
    progress: Live<(usize, usize)>,
    /// The number of the reading that counts.
    ticket: Live<u32>,
    /// What was found, until it is taken over or let go.
    found: Live<Option<Rc<Found>>>,
    /// Why nothing was found.
    problem: Live<String>,
    /// What was done last, with the way back.
    done: Live<Option<String>>,
    text: Live<String>,
    /// Opens it all; where the focus comes from and goes back to.
    opener: Handle,
    pub(super) shown: Handle,
}

/// A list that is being read, held against what was for sale when it began.
struct Job {
    name: String,
    state: State,
    table: Table,
    separators: Separators,
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

/// What is in force, and the import of another list.
pub(super) fn import(desk: Desk) -> El {
    let importing = Importing {
        desk,
        is_open: Live::new(false),
        is_reading: Live::new(false),
        progress: Live::new((0, 0)),
        ticket: Live::new(0),
        found: Live::new(None),
        problem: Live::new(String::new()),
        done: Live::new(None),
        text: Live::new(String::new()),
        opener: Handle::new(),
        shown: Handle::new(),
    };
    let label = desk.words().text(ImportKey::Open);
    let opener = fold_of("import", &label, importing.is_open, importing.opener, move || body(importing));
    el("div").class("import").child(in_force(importing)).child(done(importing)).child(opener)
}

/// The list that goes before the catalogue's prices, and the way to take it out.
fn in_force(importing: Importing) -> El {
    let desk = importing.desk;
    let said = Derived::new(move || {
        let said = |prices: &PriceImport| {
            let words = desk.words();
            let count = words.count(ImportCount::Prices, count(prices.prices()), &[]);
            let date = words.date(prices.imported);
            words.fill(ImportKey::InForce, &[("name", &prices.name), ("date", &date), ("count", &count)])
        };
        desk.state.with(|state| state.book.prices.as_deref().map(said)).unwrap_or_default()
    });
    let view = move || {
        let remove = button(&desk.words().text(ImportKey::TakeOut)).class("quiet").part("import-remove");
        el("div")
            .class("in-force")
            .child(el("p").part("import-list").text_with(move || said.get()))
            .child(remove.on_click(move || importing.take_out()))
    };
    el("div").when(move || !said.with(String::is_empty), view)
}

/// What was done last, and the way back while nothing else was changed since.
fn done(importing: Importing) -> El {
    let desk = importing.desk;
    let is_last = move || {
        importing.done.with(Option::is_some)
            && desk.state.with(|state| {
                let last = state.changes.iter().max_by_key(|changed| changed.order);
                last.is_some_and(|last| last.key == RecordKey::imported_prices())
            })
    };
    let undo = move || {
        let undo = el("button").attr("type", "button").part("import-undo").child(icon(Icon::Back));
        undo.text(&desk.words().text(Key::Undo)).on_click(move || {
            let _ = desk.take_back();
            importing.done.set(None);
            importing.opener.focus();
        })
    };
    let said = el("span").part("import-done").text_with(move || importing.done.get().unwrap_or_default());
    el("div")
        .class("removed")
        .class_with("shown", move || importing.done.with(Option::is_some))
        .child(el("p").attr("role", "status").child(said))
        .when(is_last, undo)
}

fn body(importing: Importing) -> El {
    let desk = importing.desk;
    let escape = move |event: &web_sys::KeyboardEvent| {
        let is_escape = event.key() == "Escape";
        if is_escape {
            importing.step_back();
        }
        is_escape
    };
    let reading = move || {
        let words = desk.words();
        let number = |count: usize| words.number(count.into());
        match (importing.is_reading.get(), importing.progress.get()) {
            (false, _) => String::new(),
            (true, (_, 0)) => words.text(ImportKey::Reading),
            (true, (read, all)) => words.fill(ImportKey::ReadSoFar, &[("read", &number(read)), ("all", &number(all))]),
        }
    };
    let problem = move || {
        let text = el("span").text_with(move || importing.problem.get());
        el("p").class("bad").part("error").child(icon(Icon::Warning)).child(text)
    };
    let stop =
        move || button(&desk.words().text(ImportKey::Cancel)).part("import-stop").on_click(move || importing.stop());
    let has_problem = move || !importing.problem.with(String::is_empty);
    let step = move |is_found| match is_found {
        0 => Some(chooser(importing)),
        _ => importing.found.get_untracked().map(|found| preview(importing, &found)),
    };
    el("div")
        .class("import-body")
        .on_key(escape)
        .switch(move || u32::from(importing.found.with(Option::is_some)), step)
        .child(el("p").class("muted").attr("role", "status").part("import-reading").text_with(reading))
        .child(el("div").class("import-stop").when(move || importing.is_reading.get(), stop))
        .child(el("div").attr("role", "alert").class("said").when(has_problem, problem))
}

/// Where the list comes from.
fn chooser(importing: Importing) -> El {
    let words = importing.desk.words();
    let file = Handle::new();
    let chosen = el("input")
        .attr("type", "file")
        .attr("accept", ".csv,.tsv,.txt,.xlsx")
        .class("unseen")
        .part("import-file")
        .handle(file)
        .on_change(move |_| importing.open(file));
    let choose = el("label").class("file").part("import-choose").child(chosen);
    let area = el("textarea")
        .attr("id", "import-text")
        .part("import-text")
        .attr("rows", "4")
        .attr("spellcheck", "false")
        .attr("autocomplete", "off")
        .value_with(move || importing.text.get())
        .on_input(move |text| importing.text.set(text));
    let label = el("label").attr("for", "import-text").text(&words.text(ImportKey::Paste));
    let check = button(&words.text(ImportKey::Check)).part("import-check").on_click(move || importing.check());
    el("div")
        .class("import-chooser")
        .child(el("p").class("muted").text(&words.text(ImportKey::About)))
        .child(choose.child(el("span").text(&words.text(ImportKey::Choose))))
        .child(el("div").class("field").child(label).child(area))
        .child(check)
}

impl Importing {
    /// Opens the file that was chosen.
    fn open(self, file: Handle) {
        let Some(field) = file.get() else { return };
        let ticket = self.begin();
        let session = self.desk.session();
        leptos::task::spawn_local(async move {
            match session.open_file(field).await {
                Ok(opened) => self.look(ticket, opened.name, Ok(opened.table)),
                Err(error) => self.look(ticket, String::new(), Err(error)),
            }
        });
    }

    /// Reads what was pasted, once the page shows that it is being read.
    fn check(self) {
        let words = self.desk.words();
        if self.text.with(|text| text.trim().is_empty()) {
            self.problem.set(words.text(ImportKey::Nothing));
            return;
        }
        let ticket = self.begin();
        let read = move || {
            let Some(text) = self.text.try_get_untracked() else { return };
            self.look(ticket, words.text(ImportKey::Pasted), Table::parse(&text));
        };
        request_animation_frame(move || set_timeout(read, Duration::ZERO));
    }

    /// Begins to read; the answer is the number of this reading, which is void once another began or it was stopped.
    fn begin(self) -> u32 {
        self.problem.set(String::new());
        self.done.set(None);
        self.progress.set((0, 0));
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

    /// Begins with the rows of the table, or says why there are none.
    fn look(self, ticket: u32, name: String, table: Result<Table, Error>) {
        if !self.counts(ticket) {
            return;
        }
        let Some(state) = self.desk.state.try_get_untracked() else { return };
        let (separators, today) = (self.desk.words().separators(), self.desk.today());
        let begun = table.and_then(|table| Ok((importing::begin(&state, &table, separators, today)?, table)));
        match begun {
            Ok((inspection, table)) => self.turn(ticket, Job { name, state, table, separators, today, inspection }),
            Err(error) => self.end(Err(error)),
        }
    }

    /// Reads some rows, and the next ones once the page has had its turn.
    fn turn(self, ticket: u32, mut job: Job) {
        if !self.counts(ticket) {
            return;
        }
        let Job { name: _, state, table, separators, today, inspection } = &mut job;
        if let Err(error) = importing::read_on(inspection, TURN, state, table, *separators, *today) {
            return self.end(Err(error));
        }
        let (read, all) = inspection.progress(table);
        if read < all {
            self.progress.set((read, all));
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
    fn stop(self) {
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

    fn take_out(self) {
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

    fn step_back(self) {
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

/// How many there are, for words that bend with it.
pub(super) fn count<T>(all: &[T]) -> u32 {
    u32::try_from(all.len()).unwrap_or(u32::MAX)
}
