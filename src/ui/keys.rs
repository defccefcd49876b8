//! What the keys of a widget do: a list behind a question mark, which is a key and a button at the foot.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::element::{El, Handle, el, focus};
use crate::i18n::KeysKey;
use crate::session::{Desk, Live};

/// Keys by the names that stand on them, and what they do.
pub type KeyList = &'static [(&'static str, KeysKey)];

/// The list of a widget, and what opens it.
#[derive(Clone, Copy)]
pub struct Keys {
    desk: Desk,
    list: KeyList,
    opener: Handle,
    /// What had the focus when the key was pressed.
    left: Live<Option<HtmlElement>>,
}

impl Keys {
    /// The list with what is alike in every widget.
    pub fn new(desk: Desk, list: KeyList) -> Self {
        Self { desk, list, opener: Handle::new(), left: Live::new(None) }
    }

    /// Opens the list when its key is pressed anywhere in `root`, but where it is a letter.
    pub fn heard_in(self, root: El) -> El {
        root.on_key(move |event| {
            let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
            let asks = event.key() == "?" && !target.as_ref().is_some_and(is_written_in);
            if asks {
                self.turn();
                self.left.set(target);
            }
            asks
        })
    }

    /// Opens or closes the list.
    fn turn(self) {
        if let Some(opener) = self.opener.get().and_then(|node| node.dyn_into::<HtmlElement>().ok()) {
            opener.click();
        }
    }

    /// Closes the list and gives the focus back: out of a shadow root not every browser finds the way itself.
    fn close(self) {
        let left = self.left.get_untracked();
        self.turn();
        match left {
            Some(left) => focus(&left),
            None => self.opener.focus(),
        }
    }

    /// The button and the list, which the browser opens, and closes when something else is pressed.
    pub fn view(self) -> El {
        const EVERYWHERE: [(&str, KeysKey); 3] =
            [("Tab", KeysKey::Next), ("Escape", KeysKey::Back), ("?", KeysKey::This)];
        let words = self.desk.words();
        let title = words.text(KeysKey::Title);
        let button = super::button("?")
            .class("quiet keys-open")
            .part("keys-open")
            .attr("aria-label", &title)
            .attr("title", &title)
            .attr("popovertarget", "keys")
            .on_click(move || self.left.set(None))
            .handle(self.opener);
        let row =
            |(key, does): &(&str, KeysKey)| [el("dt").child(el("kbd").text(key)), el("dd").text(&words.text(*does))];
        let list = el("div")
            .attr("id", "keys")
            .class("keys")
            .part("keys")
            .attr("popover", "auto")
            .attr("role", "dialog")
            .attr("aria-labelledby", "keys-title")
            .attr("tabindex", "-1")
            .attr("autofocus", "")
            .on_key(move |event| {
                let closes = matches!(event.key().as_str(), "Escape" | "?");
                if closes {
                    self.close();
                }
                closes
            })
            .child(el("h2").attr("id", "keys-title").text(&title))
            .child(el("dl").children(self.list.iter().chain(&EVERYWHERE).flat_map(row)));
        el("div").child(button).child(list)
    }
}

/// Whether a key is a letter there, and not in what is ticked or pressed.
pub fn is_written_in(element: &HtmlElement) -> bool {
    let is_ticked = || matches!(element.get_attribute("type").as_deref(), Some("checkbox" | "radio" | "file"));
    match element.tag_name().as_str() {
        "INPUT" => !is_ticked(),
        tag => tag == "TEXTAREA",
    }
}
