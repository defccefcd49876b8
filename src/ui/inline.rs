//! Values that look like text and are edited where they stand: a text, and a choice of a few.
//!
//! They save on leaving or on Enter; Escape puts back what was there.

use wasm_bindgen::JsCast;

use super::element::{El, Handle, el};
use crate::session::Derived;

/// A text.
pub struct InlineText {
    /// The part name.
    pub part: &'static str,
    /// What the text is, for whoever does not see where it stands.
    pub label: String,
    /// What is shown while the text is empty.
    pub hint: String,
    /// The text in force.
    pub value: Derived<String>,
    /// Called with another text, without the spaces around it.
    pub on_change: Box<dyn Fn(String)>,
}

/// A choice of a few.
pub struct InlineChoice {
    /// The part name.
    pub part: &'static str,
    /// What is chosen.
    pub label: String,
    /// The values with their names.
    pub options: Vec<(&'static str, String)>,
    /// The value in force.
    pub value: Derived<String>,
    /// Called with another value.
    pub on_change: Box<dyn Fn(String)>,
}

/// The most letters a name of anything takes.
const LONGEST: &str = "120";

impl InlineText {
    /// The field.
    pub fn view(self) -> El {
        let InlineText { part, label, hint, value, on_change } = self;
        let field = Handle::new();
        el("input")
            .class("inline")
            .part(part)
            .attr("type", "text")
            .attr("autocomplete", "off")
            .attr("maxlength", LONGEST)
            .attr("aria-label", &label)
            .attr("title", &label)
            .attr("placeholder", &hint)
            .value_with(move || value.get())
            .on_change(move |text| on_change(text.trim().to_owned()))
            .handle(field)
            .on_key(move |event| {
                let key = event.key();
                let Some(node) = field.get().filter(|_| key == "Enter" || key == "Escape") else { return false };
                let input: web_sys::HtmlInputElement = node.unchecked_into();
                if key == "Escape" {
                    input.set_value(&value.get());
                }
                let _ = input.blur();
                true
            })
    }
}

impl InlineChoice {
    /// The field.
    pub fn view(self) -> El {
        let InlineChoice { part, label, options, value, on_change } = self;
        let option = |(value, name): (&str, String)| el("option").attr("value", value).text(&name);
        el("select")
            .class("inline")
            .part(part)
            .attr("aria-label", &label)
            .attr("title", &label)
            .children(options.into_iter().map(option))
            // After the options, because a select takes no value it does not offer.
            .value_with(move || value.get())
            .on_change(on_change)
    }
}
