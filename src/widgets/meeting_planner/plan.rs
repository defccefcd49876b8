//! What the parts of the planner share: which days are shown, what is chosen, what is being written or moved.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use super::client::Followed;
use super::drag::Drag;
use super::editor::Editing;
use super::moving::Moving;
use crate::domain::account::Person;
use crate::domain::calendar::civil::DateTime;
use crate::domain::calendar::meeting::Meeting;
use crate::domain::calendar::occurrence::OccurrenceId;
use crate::domain::calendar::timestamp::Timestamp;
use crate::domain::date::{Date, Weekday};
use crate::i18n::{DayForm, PlannerKey, intl};
use crate::session::desk::Notice;
use crate::session::{Derived, Desk, Live, Same};
use crate::store::diary::Window;
use crate::store::{Book, Catalogue, Command, Diary, Entity, Item, Key};
use crate::ui::{El, Handle, button};

/// The ways to look at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum View {
    Week,
    Day,
    Agenda,
}

/// The planner's own state, cheap to copy into every closure of its view.
#[derive(Clone, Copy)]
pub(super) struct Plan {
    pub(super) desk: Desk,
    pub(super) view: Live<View>,
    /// The day looked at; its week is shown.
    pub(super) day: Live<Date>,
    /// What is shown.
    pub(super) window: Derived<Window>,
    /// The client all widgets look at: by id, by name, and when we meet next.
    pub(super) client: Derived<Option<Followed>>,
    /// The meeting whose details are shown.
    pub(super) chosen: Live<Option<OccurrenceId>>,
    /// The form, while it is open.
    pub(super) editing: Live<Option<Rc<Editing>>>,
    /// A meeting on its way to another time.
    pub(super) moving: Live<Option<Moving>>,
    /// What was changed last.
    pub(super) undo: Live<Option<String>>,
    /// What screen readers are told.
    pub(super) said: Live<String>,
    /// The meeting the arrows have reached.
    pub(super) focus: Live<Option<OccurrenceId>>,
    /// The block the Tab key stops at: that meeting, or the first one of the day, or the first one there is.
    pub(super) roving: Derived<u32>,
    /// The minute of the day at which something new would begin.
    pub(super) slot: Live<u32>,
    /// A meeting under a finger or a mouse.
    pub(super) drag: Live<Rc<RefCell<Option<Drag>>>>,
    /// The element around the details.
    pub(super) panel: Handle,
    /// The element around the days.
    pub(super) grid: Handle,
    diary: Live<Rc<RefCell<Diary>>>,
    book: Derived<Same<Book>>,
    catalogue: Derived<Same<Catalogue>>,
}

impl Plan {
    pub(super) fn new(desk: Desk) -> Self {
        let diary = Rc::new(RefCell::new(Diary::new(&intl::own_zone(), Box::new(intl::zone))));
        let diary = Live::new(diary);
        let (view, day) = (Live::new(View::Week), Live::new(desk.today()));
        let book = Derived::new(move || Same(Some(desk.state.with(|state| Arc::clone(&state.book)))));
        let catalogue = Derived::new(move || Same(desk.state.with(|state| state.shared_catalogue().cloned())));
        let client = Derived::new(move || desk.state.with(|state| Followed::of(state, desk.today())));
        let window = Derived::new(move || {
            let (first, days) = shown(view.get(), day.get());
            book.with(|book| {
                let held = diary.get_untracked();
                let mut held = held.borrow_mut();
                if let Some(book) = &book.0 {
                    held.hold(book, desk.today());
                }
                held.window(first, days)
            })
        });
        let focus = Live::new(None::<OccurrenceId>);
        let roving = Derived::new(move || {
            let (focus, day) = (focus.get(), day.get());
            window.with(|window| {
                let reached = focus.as_ref().and_then(|id| key_of(window, id));
                let of_day = || window.days.iter().find(|shown| shown.date == day)?.blocks.first();
                let first = || of_day().or(window.days.iter().flat_map(|day| &day.blocks).next());
                reached.or(first().map(|block| block.key)).unwrap_or(0)
            })
        });
        Self {
            focus,
            roving,
            slot: Live::new(9 * 60),
            drag: Live::new(Rc::default()),
            desk,
            view,
            day,
            window,
            client,
            chosen: Live::new(None),
            editing: Live::new(None),
            moving: Live::new(None),
            undo: Live::new(None),
            said: Live::new(String::new()),
            panel: Handle::new(),
            grid: Handle::new(),
            diary,
            book,
            catalogue,
        }
    }

    /// Asks the diary, which first takes over the book if that is a new one; subscribes the reader to the book.
    pub(super) fn ask<T>(&self, ask: impl FnOnce(&mut Diary) -> T) -> T {
        let book = self.book.with(|book| book.0.clone());
        let held = self.diary.get_untracked();
        let mut held = held.borrow_mut();
        if let Some(book) = &book {
            held.hold(book, self.desk.today());
        }
        ask(&mut held)
    }

    /// Whether clients can be called by their names yet.
    pub(super) fn knows_clients(&self) -> bool {
        self.catalogue.with(|Same(catalogue)| catalogue.is_some())
    }

    /// The client's name, or its id until the name is known.
    pub(super) fn client(&self, id: &str) -> String {
        self.catalogue.with(|Same(catalogue)| {
            let mut clients = catalogue.iter().flat_map(|catalogue| &catalogue.clients);
            clients.find(|client| client.id == id).map_or(id, |client| &client.name).to_owned()
        })
    }

    /// The person at the client's whom a meeting is with, if it is known who.
    pub(super) fn person(&self, meeting: &Meeting) -> Option<Person> {
        let (person, client) = meeting.person.as_deref().zip(meeting.client.as_deref())?;
        self.desk.state.peek(|state| state.book.account(client)?.person(person).cloned())
    }

    pub(super) fn text(&self, key: PlannerKey) -> String {
        self.desk.words().text(key)
    }

    pub(super) fn fill(&self, key: PlannerKey, values: &[(&str, &str)]) -> String {
        self.desk.words().fill(key, values)
    }

    pub(super) fn button(&self, part: &str, key: PlannerKey) -> El {
        button(&self.text(key)).part(part)
    }

    pub(super) fn is_today(&self, date: Date) -> bool {
        self.desk.today() == date
    }

    /// Goes so many steps on: days or weeks, as they are looked at.
    pub(super) fn turn(&self, steps: i32) {
        let days = match self.view.get_untracked() {
            View::Day => 1,
            View::Week => 7,
            View::Agenda => AGENDA_DAYS,
        };
        if let Ok(day) = self.day.get_untracked().add_days(steps * days) {
            self.day.set(day);
        }
    }

    /// Zones of meetings that cannot be shown.
    pub(super) fn unknown(&self) -> String {
        self.ask(|diary| diary.unknown().join(", "))
    }

    /// A time as people say it: "Thursday, 7 May, 14:00".
    pub(super) fn when(&self, wall: DateTime) -> String {
        let words = self.desk.words();
        [&words.day(wall.date(), DayForm::Day), ", ", &words.time(wall)].concat()
    }

    /// Now, by the own clock; on the day that counts as today.
    pub(super) fn now(&self) -> DateTime {
        let midnight = DateTime::midnight(self.desk.today());
        midnight.add_minutes(i64::from(intl::minute_of_day())).unwrap_or(midnight)
    }

    /// The moment that is now.
    pub(super) fn stamp(&self) -> Timestamp {
        let now = self.now();
        self.ask(|diary| diary.moment(now))
    }

    /// Shows the details of a meeting, and its client everywhere.
    pub(super) fn choose(&self, id: &OccurrenceId) {
        let client = self.ask(|diary| diary.meeting(&id.meeting).and_then(|meeting| meeting.client.clone()));
        self.chosen.set(Some(id.clone()));
        let known = self.desk.state.peek(|state| state.client.clone());
        if client.is_some() && client != known {
            let _ = self.desk.act(Command::ChooseClient(client));
        }
    }

    /// Keeps a meeting, and says so.
    pub(super) fn keep(&self, meeting: Meeting, said: String) {
        if self.desk.put(Item::Meeting(meeting)).is_ok() {
            self.tell(said);
        }
    }

    /// Takes a meeting out, with the way back.
    pub(super) fn delete(&self, meeting: &Meeting) {
        let key = Key { entity: Entity::Meeting, id: meeting.id.clone() };
        if self.desk.remove(key).is_ok() {
            self.chosen.set(None);
            self.tell(self.fill(PlannerKey::Deleted, &[("title", &self.name(meeting))]));
        }
    }

    /// Says what was done, and offers the way back.
    pub(super) fn tell(&self, said: String) {
        self.undo.set(Some(said));
    }

    pub(super) fn take_back(&self) {
        let _ = self.desk.take_back();
        self.undo.set(None);
        self.said.set(self.text(PlannerKey::Undone));
    }

    /// What a meeting is called here: its title, or else its kind.
    pub(super) fn name(&self, meeting: &Meeting) -> String {
        let client = meeting.client.as_deref().map(|id| self.client(id));
        let title = if meeting.title.is_empty() {
            self.text(super::sentences::kind(meeting.kind))
        } else {
            meeting.title.clone()
        };
        client.map_or_else(|| title.clone(), |client| [&client, ": ", &title].concat())
    }

    /// Hands a calendar file to the person.
    pub(super) fn hand_over(&self, name: &str, text: String) {
        let name = [name, ".ics"].concat();
        self.desk.tell(Notice::File { name, kind: "text/calendar;charset=utf-8", text });
    }

    /// Gives the focus back to a meeting once it is drawn where it is now.
    pub(super) fn focus_on(&self, id: OccurrenceId) {
        let plan = *self;
        plan.focus.set(Some(id.clone()));
        let seek = move || {
            let key = plan.window.with(|window| key_of(window, &id));
            let grid = plan.grid.get();
            let element = grid.zip(key).and_then(|(grid, key)| {
                grid.query_selector(&["[data-key=\"", &key.to_string(), "\"]"].concat()).ok().flatten()
            });
            if let Some(element) = element {
                crate::ui::element::focus(&element);
            }
        };
        // At once where it is drawn already, so that the next key finds it.
        seek();
        leptos::prelude::request_animation_frame(seek);
    }
}

/// How many days a list shows.
const AGENDA_DAYS: i32 = 14;

/// The first day to show, and how many.
fn shown(view: View, day: Date) -> (Date, i32) {
    match view {
        View::Week | View::Day => (day.week_start(Weekday::Monday).unwrap_or(day), 7),
        View::Agenda => (day, AGENDA_DAYS),
    }
}

fn key_of(window: &Window, id: &OccurrenceId) -> Option<u32> {
    let mut blocks = window.days.iter().flat_map(|day| &day.blocks);
    blocks.find(|block| block.occurrence.id == *id).map(|block| block.key)
}
