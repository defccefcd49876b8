//! What was changed last, where it is kept, and the way back.

use std::time::Duration;

use super::view::View;
use crate::i18n::{CardKey, Key};
use crate::session::Live;
use crate::store::Place;
use crate::ui::status_line::host_name;
use crate::ui::{El, Icon, el, icon};

/// How long the notice floats over the card; then it rests at its end, where the change can still be taken back.
const FLOATS: Duration = Duration::from_secs(8);

/// The notice; nothing until something was changed here.
pub(super) fn saved(view: View) -> El {
    let is_shown = move || view.changed.with(Option::is_some);
    let changes = Live::new(0_u32);
    let rested = Live::new(0_u32);
    let float = move || {
        if view.changed.with(Option::is_none) {
            return;
        }
        let change = changes.get_untracked().wrapping_add(1);
        changes.set(change);
        leptos::prelude::set_timeout(move || rested.set(change), FLOATS);
    };
    let floats = move || changes.get() != rested.get();
    let undo = move || {
        let back = move || {
            let _ = view.desk.take_back();
            view.changed.set(None);
        };
        let words = view.desk.words();
        let button = el("button").attr("type", "button").part("undo").child(icon(Icon::Back));
        button.text(&words.text(Key::Undo)).on_click(back)
    };
    let said = el("p").attr("role", "status").part("saved").text_with(move || said(view).unwrap_or_default());
    el("div")
        .class("saved")
        .class_with("shown", is_shown)
        .class_with("floats", floats)
        .effect(float)
        .child(said)
        .when(move || can_take_back(view), undo)
}

/// Where the last change is kept.
fn said(view: View) -> Option<String> {
    let words = view.desk.words();
    let host = view.desk.status.with(host_name);
    let key = view.changed.get()?;
    let place = view.desk.state.with(|state| {
        let changed = state.changes.iter().find(|changed| changed.key == key)?;
        Some(match changed.place {
            Place::Device => words.text(Key::PlaceDevice),
            Place::Pending => words.fill(Key::PlacePending, &[("host", &host)]),
            Place::Host { .. } => words.fill(Key::PlaceHost, &[("host", &host)]),
            Place::Refused { .. } => words.fill(Key::PlaceRefused, &[("host", &host)]),
        })
    })?;
    Some(words.fill(CardKey::SavedWhere, &[("place", &place)]))
}

/// Whether the last change of all is the one made here: another widget's is not taken back from here.
fn can_take_back(view: View) -> bool {
    let Some(key) = view.changed.get() else { return false };
    view.desk.state.with(|state| {
        let last = state.changes.iter().max_by_key(|changed| changed.order);
        last.is_some_and(|last| last.key == key)
    })
}
