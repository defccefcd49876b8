//! Something to open. It is drawn while it is open, so that what is closed costs no key press anything.

use super::element::{El, Handle, el};
use super::icon::{Icon, icon};
use crate::session::Live;

/// A button that opens and closes the view under it.
pub fn fold(part: &str, label: &str, view: impl Fn() -> El + 'static) -> El {
    fold_of(part, label, Live::new(false), Handle::new(), view)
}

/// The same where others close it, or send the focus back to what opens it.
pub fn fold_of(part: &str, label: &str, open: Live<bool>, opener: Handle, view: impl Fn() -> El + 'static) -> El {
    let button = el("button")
        .attr("type", "button")
        .class("fold-button")
        .part(part)
        .state_with("aria-expanded", move || open.get())
        .handle(opener)
        .on_click(move || open.set(!open.get_untracked()))
        .child(icon(Icon::Open))
        .child(el("span").text(label));
    el("div").class("fold").child(button).when(move || open.get(), view)
}
