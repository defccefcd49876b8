//! The list of clients and the field that searches it.
//!
//! Only the rows near what is seen are in the page, so that ten thousand clients cost what thirty do. Matching is the
//! combobox's: every word of the query in a text folded beforehand.

use web_sys::KeyboardEvent;

use crate::domain::client::Client;
use crate::domain::fold::fold;
use crate::i18n::{CardCount, CardKey};
use crate::session::{Derived, Desk, Live};
use crate::store::Command;
use crate::ui::combobox::{Choice, choices_of};
use crate::ui::{El, Handle, el, element};

/// How many rows are in the page: somewhat more than are ever seen at once.
const ROWS: usize = 20;
/// How many of them lie before the first that is seen.
const BEFORE: usize = 4;

/// The search and the list.
#[derive(Clone, Copy)]
struct Clients {
    desk: Desk,
    all: Derived<Vec<Choice>>,
    query: Live<String>,
    /// Which of them match, as places in `all`.
    found: Derived<Vec<u32>>,
    /// The first row in the page, as a place in `found`.
    first: Live<usize>,
    /// The row the arrows have reached, as a place in `found`.
    active: Live<usize>,
    /// Whether the list is open where there is no room to show it all the time.
    open: Live<bool>,
    chosen: Derived<Option<u32>>,
    field: Handle,
    list: Handle,
}

/// The field with its list. `chosen` is the place of the client whose card is open.
pub(super) fn clients(desk: Desk, field: Handle, chosen: Derived<Option<u32>>) -> El {
    let all = choices_of(desk, |catalogue| catalogue.clients.iter().map(choice).collect());
    let query = Live::new(String::new());
    let found = Derived::new(move || {
        let query = query.with(|query| fold(query));
        all.with(|all| {
            let matches = (0_u32..).zip(all.iter()).filter(|(_, choice)| choice.matches(&query));
            matches.map(|(place, _)| place).collect::<Vec<u32>>()
        })
    });
    let clients = Clients {
        desk,
        all,
        query,
        found,
        first: Live::new(0),
        active: Live::new(0),
        open: Live::new(false),
        chosen,
        field,
        list: Handle::new(),
    };
    clients.view()
}

fn choice(client: &Client) -> Choice {
    let contact = client.contact.as_ref().map(|contact| contact.name.as_str());
    let about = [client.city.as_deref(), client.country.as_deref(), contact];
    Choice::new(&client.id, &client.name, about.into_iter().flatten().collect::<Vec<_>>().join(" · "))
}

impl Clients {
    fn view(self) -> El {
        let words = self.desk.words();
        let find = words.text(CardKey::Find);
        let input = el("input")
            .attr("id", "find")
            .part("find")
            .attr("type", "search")
            .attr("autocomplete", "off")
            .attr("spellcheck", "false")
            .attr("placeholder", &find)
            .attr("aria-controls", "client-rows")
            .attr("aria-describedby", "client-count")
            .value_with(move || self.query.get())
            .on_input(move |text| self.look_for(text))
            .on_click(move || self.open.set(true))
            .on_key(move |event| self.field_key(event))
            .handle(self.field);
        let count = move || {
            let found = self.found.with(Vec::len);
            match found {
                0 => self.desk.words().fill(CardKey::NobodyFound, &[("text", self.query.get().trim())]),
                _ => self.desk.words().count(CardCount::Clients, u32::try_from(found).unwrap_or(u32::MAX), &[]),
            }
        };
        el("nav")
            .class("clients")
            .class_with("open", move || self.open.get() || self.chosen.get().is_none())
            .attr("aria-label", &words.text(CardKey::Clients))
            .child(el("label").class("unseen").attr("for", "find").text(&find))
            .child(input)
            .child(
                el("p")
                    .attr("id", "client-count")
                    .part("find-count")
                    .class("client-count")
                    .attr("role", "status")
                    .text_with(count),
            )
            .child(self.rows())
    }

    fn rows(self) -> El {
        let keys = move || {
            let first = self.first.get();
            self.found.with(|found| found.iter().skip(first).take(ROWS).copied().collect::<Vec<u32>>())
        };
        let before = move || self.first.get();
        let after = move || self.found.with(Vec::len).saturating_sub(self.first.get() + ROWS);
        el("ul")
            .attr("id", "client-rows")
            .class("client-rows")
            .part("clients")
            .attr("aria-label", &self.desk.words().text(CardKey::Clients))
            .handle(self.list)
            .on("scroll", move |_| self.scrolled())
            .on_key(move |event| self.row_key(event))
            .child(space(before))
            .each(keys, move |place| self.row(place))
            .child(space(after))
            .effect(move || {
                if let Some(place) = self.chosen.get() {
                    // The list may have to be laid out first.
                    leptos::prelude::request_animation_frame(move || self.reveal(place));
                }
            })
    }

    fn row(self, place: u32) -> Option<El> {
        let index = usize::try_from(place).unwrap_or_default();
        let choice = self.all.with(|all| all.get(index).cloned())?;
        let at = move || self.found.with(|found| found.binary_search(&place).ok());
        let is_chosen = move || self.chosen.get() == Some(place);
        let reached = move || at() == Some(self.reached());
        let id = choice.id;
        let button = el("button")
            .attr("type", "button")
            .attr("id", &row_id(place))
            .class("client-row")
            .part("client")
            .attr_with("aria-current", move || is_chosen().then(|| "true".to_owned()))
            .attr_with("tabindex", move || Some(if reached() { "0" } else { "-1" }.to_owned()))
            .on_click(move || self.choose(&id))
            .child(el("b").text(&choice.text))
            .child(el("small").text(&choice.detail));
        let row = el("li")
            .attr_with("aria-posinset", move || at().map(|at| (at + 1).to_string()))
            .attr_with("aria-setsize", move || Some(self.found.with(Vec::len).to_string()));
        Some(row.child(button))
    }

    /// The row that Tab leads to: the one the arrows have reached, if it is in the page.
    fn reached(self) -> usize {
        let first = self.first.get();
        self.active.get().clamp(first, first + ROWS - 1)
    }

    fn look_for(self, text: String) {
        self.query.set(text);
        self.first.set(0);
        self.active.set(0);
        self.open.set(true);
        if let Some(list) = self.list.get() {
            list.set_scroll_top(0);
        }
    }

    fn choose(self, id: &str) {
        if self.desk.act(Command::ChooseClient(Some(id.to_owned()))).is_ok() && self.open.get_untracked() {
            // Where the list closes now, its row would take the focus along.
            self.field.focus();
            self.open.set(false);
        }
    }

    /// Whether a key meant something in the field.
    fn field_key(self, event: &KeyboardEvent) -> bool {
        match event.key().as_str() {
            "ArrowDown" => {
                self.open.set(true);
                self.go_to(self.active.get_untracked());
            }
            "Enter" => {
                let first = self.found.with(|found| found.first().copied());
                let choice = first.and_then(|place| {
                    self.all.with(|all| all.get(usize::try_from(place).ok()?).map(|choice| choice.id.clone()))
                });
                if let Some(id) = choice.filter(|_| !self.query.peek(String::is_empty)) {
                    self.choose(&id);
                }
            }
            "Escape" if !self.query.peek(String::is_empty) => {
                self.look_for(String::new());
                self.open.set(false);
            }
            "Escape" if self.open.get_untracked() => self.open.set(false),
            _ => return false,
        }
        true
    }

    /// Whether a key meant something in the list.
    fn row_key(self, event: &KeyboardEvent) -> bool {
        let at = self.reached();
        let last = self.found.with(Vec::len).saturating_sub(1);
        match event.key().as_str() {
            "ArrowUp" if at == 0 => self.field.focus(),
            "ArrowUp" => self.go_to(at - 1),
            "ArrowDown" => self.go_to(at + 1),
            "PageUp" => self.go_to(at.saturating_sub(PAGE)),
            "PageDown" => self.go_to(at + PAGE),
            "Home" => self.go_to(0),
            "End" => self.go_to(last),
            "Escape" => self.field.focus(),
            _ => return false,
        }
        true
    }

    /// Moves the focus to the row at this place of what was found.
    fn go_to(self, at: usize) {
        let at = at.min(self.found.with(Vec::len).saturating_sub(1));
        self.active.set(at);
        let first = self.first.get_untracked();
        if !(first..first + ROWS).contains(&at) {
            self.first.set(at.saturating_sub(ROWS / 2));
        }
        let Some(place) = self.found.with(|found| found.get(at).copied()) else { return };
        // The row may have to be drawn first.
        leptos::prelude::request_animation_frame(move || {
            let row =
                self.list.get().and_then(|list| list.query_selector(&["#", &row_id(place)].concat()).ok().flatten());
            if let Some(row) = row {
                element::focus(&row);
            }
        });
    }

    /// Brings a client who was chosen elsewhere into the middle of the list; one who is seen stays where he is.
    fn reveal(self, place: u32) {
        let at = self.found.with(|found| found.binary_search(&place));
        let (Some(list), Ok(at)) = (self.list.get(), at) else { return };
        let count = self.found.with(Vec::len).max(1);
        let (row, seen) = (list.scroll_height() / i32::try_from(count).unwrap_or(i32::MAX), list.client_height());
        let above = i32::try_from(at).unwrap_or_default().saturating_mul(row) - list.scroll_top();
        if above < 0 || above > seen - row {
            list.set_scroll_top(list.scroll_top() + above - (seen - row) / 2);
        }
        self.active.set(at);
    }

    /// Draws the rows near what is seen now.
    fn scrolled(self) {
        let Some(list) = self.list.get() else { return };
        let count = self.found.with(Vec::len);
        let (top, height) = (list.scroll_top().max(0).unsigned_abs(), list.scroll_height().max(1).unsigned_abs());
        // All rows are of one height, so the place is a share of the whole.
        let seen = u64::from(top) * u64::try_from(count).unwrap_or_default() / u64::from(height);
        let seen = usize::try_from(seen).unwrap_or_default();
        let first = self.first.get_untracked();
        if seen < first + BEFORE / 2 || seen > first + BEFORE * 2 {
            self.first.set(seen.saturating_sub(BEFORE).min(count.saturating_sub(ROWS)));
        }
    }
}

/// How far Page Up and Page Down go.
const PAGE: usize = 8;

fn row_id(place: u32) -> String {
    ["client-", &place.to_string()].concat()
}

/// The room of rows that are not in the page.
fn space(rows: impl Fn() -> usize + 'static) -> El {
    let room = Handle::new();
    let show = move || {
        let rows = rows();
        if let Some(node) = room.get() {
            element::set_style(&node, "block-size", &["calc(", &rows.to_string(), " * var(--_client-row))"].concat());
        }
    };
    el("li").class("client-space").attr("aria-hidden", "true").handle(room).effect(show)
}
