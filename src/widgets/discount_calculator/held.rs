//! The lines whose quantities are to stay as they are, whatever is wished for.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use crate::i18n::CalculatorKey as Key;
use crate::session::{Derived, Desk, Live};
use crate::ui::{El, el};

/// The keys of those lines, as they are ticked.
#[derive(Clone, Copy)]
pub(super) struct Held {
    desk: Desk,
    held: Live<Vec<u32>>,
    /// The keys of all lines.
    lines: Derived<Vec<u32>>,
}

impl Held {
    pub(super) fn new(desk: Desk) -> Self {
        let lines =
            Derived::new(move || desk.state.with(|state| state.draft.lines.iter().map(|line| line.key).collect()));
        Self { desk, held: Live::new(Vec::new()), lines }
    }

    /// Reads the keys.
    pub(super) fn with<T>(self, read: impl FnOnce(&[u32]) -> T) -> T {
        self.held.with(|held| read(held))
    }

    /// A box to tick for each line; one line alone is what the wish is about.
    pub(super) fn view(self) -> El {
        let several = move || self.lines.with(|lines| lines.len() > 1);
        let boxes = move || {
            let legend = el("legend").text(&self.desk.words().text(Key::WishHeld));
            let list = el("div").class("held-lines").each(move || self.lines.get(), move |key| Some(self.tick(key)));
            el("fieldset").class("held").part("held-lines").child(legend).child(list)
        };
        el("div").class("held-place").effect(move || self.forget_gone()).when(several, boxes)
    }

    /// A line that is added later may get the key of one that is gone.
    fn forget_gone(self) {
        let kept = self.lines.with(|lines| {
            let is_there = |key: &u32| lines.len() > 1 && lines.contains(key);
            self.held.peek(|held| held.iter().copied().filter(is_there).collect::<Vec<_>>())
        });
        if self.held.peek(|held| held.len() != kept.len()) {
            self.held.set(kept);
        }
    }

    fn tick(self, key: u32) -> El {
        let name = self.desk.state.peek(|state| {
            let line = state.draft.lines.iter().find(|line| line.key == key)?;
            Some(state.product(&line.product).map_or(&line.product, |product| &product.name).clone())
        });
        let held = self.held;
        let input = el("input")
            .attr("type", "checkbox")
            .part("hold")
            .flag_with("checked", move || held.with(|held| held.contains(&key)))
            .on("change", move |event| {
                let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
                let mut keys = held.get_untracked();
                keys.retain(|other| *other != key);
                keys.extend(field.is_some_and(|field| field.checked()).then_some(key));
                held.set(keys);
            });
        el("label").child(input).child(el("span").text(&name.unwrap_or_default()))
    }
}
