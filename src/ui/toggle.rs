//! A switch that is on or off, with its label on it.

use super::element::{El, el};
use super::icon::{Icon, icon};
use crate::session::Live;

/// The switch. It says its state to screen readers and shows it by its knob.
pub fn toggle(part: &str, label: &str, on: Live<bool>) -> El {
    el("button")
        .attr("type", "button")
        .class("toggle")
        .part(part)
        .attr("role", "switch")
        .state_with("aria-checked", move || on.get())
        .on_click(move || on.set(!on.get_untracked()))
        .child(el("i").attr("aria-hidden", "true").child(icon(Icon::Tick)))
        .child(el("span").text(label))
}
