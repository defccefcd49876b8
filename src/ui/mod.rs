//! Small views every widget shares. Each is a function or a set of options beside its style sheet.

pub mod bars;
pub mod client_field;
pub mod combobox;
pub mod css;
pub mod element;
pub mod fold;
pub mod frame;
pub mod guarded_field;
pub mod icon;
pub mod inline;
pub mod keys;
pub mod ladder;
pub mod left_out;
pub mod number_field;
pub mod status_line;
pub mod stylesheet;
pub mod toggle;
pub mod waterfall;

pub use bars::{Bar, bars};
pub use client_field::{client_field, client_name};
pub use combobox::{Choice, Combobox};
pub use element::{El, Handle, Places, el, svg};
pub use fold::{fold, fold_of};
pub use frame::{failure, frame};
pub use guarded_field::GuardedField;
pub use icon::{Icon, icon};
pub use inline::{InlineChoice, InlineText};
pub use keys::{KeyList, Keys};
pub use ladder::Ladder;
pub use left_out::{kinds_left_out, left_out};
pub use number_field::NumberField;
pub use status_line::status_line;
pub use toggle::toggle;
pub use waterfall::Waterfall;

/// A button that submits no form.
pub fn button(label: &str) -> El {
    el("button").attr("type", "button").text(label)
}
