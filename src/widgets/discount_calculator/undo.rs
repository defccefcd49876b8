//! The one line that says what was done last, and takes it back; and where the focus goes when what was pressed is gone.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent, Node};

use crate::i18n::{Key, UndoKey};
use crate::session::{Derived, Desk};
use crate::store::{Command, Edit, State};
use crate::ui::element::focus;
use crate::ui::keys::is_written_in;
use crate::ui::{El, Handle, Icon, el, icon};

/// The way back, for the line, the keys and the focus.
#[derive(Clone, Copy)]
pub(super) struct Undo {
    desk: Desk,
    /// The field that adds a product: where the focus goes when there is nothing to take back.
    product: Handle,
    button: Handle,
}

impl Undo {
    pub(super) fn new(desk: Desk, product: Handle) -> Self {
        Self { desk, product, button: Handle::new() }
    }

    /// The line. It follows what is typed once the typing settles, and its button stays the same one, so that it can be pressed
    /// again and again.
    pub(super) fn view(self) -> El {
        let Undo { desk, .. } = self;
        let last = Derived::new(move || {
            desk.state.with(|_| ());
            desk.session().last_edit()
        });
        let said = move || last.get().map(|edit| desk.state.peek(|state| self.said(&edit, state))).unwrap_or_default();
        let button = move || {
            el("button")
                .attr("type", "button")
                .part("undo")
                .handle(self.button)
                .child(icon(Icon::Back))
                .text(&desk.words().text(Key::Undo))
                .on_click(move || self.take_back())
        };
        el("div")
            .class("removed")
            .class_with("shown", move || last.with(Option::is_some))
            .child(el("span").attr("role", "status").part("last-edit").text_with(said))
            .when(move || last.with(Option::is_some), button)
    }

    /// Hears in `root` the keys that take a step back, and that a field was left; looks after the focus when what was pressed is
    /// gone.
    pub(super) fn heard_in(self, root: El) -> El {
        root.on("click", move |event| self.keep_focus(event))
            .on("focusout", move |_| self.desk.session().leave_field())
            .on_key(move |event| {
                let asks = is_undo(event) && self.desk.session().last_edit().is_some();
                if asks {
                    self.take_back();
                    self.keep_focus(event);
                }
                asks
            })
    }

    fn take_back(self) {
        let _ = self.desk.act(Command::Undo);
    }

    /// Whoever pressed what is gone a moment later would be nowhere on the page: they come to the way back instead.
    fn keep_focus(self, event: &Event) {
        let pressed = event.target().and_then(|target| target.dyn_into::<Node>().ok());
        leptos::prelude::request_animation_frame(move || {
            let is_gone = pressed.is_some_and(|pressed| !pressed.is_connected());
            if !is_gone || self.has_focus() {
                return;
            }
            match self.button.get().filter(|button| button.is_connected()) {
                Some(button) => focus(&button),
                None => self.product.focus(),
            }
        });
    }

    fn has_focus(self) -> bool {
        let root = self.product.get().and_then(|field| field.closest(".calculator").ok().flatten());
        root.is_some_and(|root: Element| root.matches(":focus-within").unwrap_or(true))
    }

    fn said(self, edit: &Edit, state: &State) -> String {
        let words = self.desk.words();
        let of = |key, id: &str| {
            let name = state.product(id).map_or(id, |product| &product.name);
            words.fill(key, &[("product", name)])
        };
        let key = match edit {
            Edit::Added(product) => return of(UndoKey::Added, product),
            Edit::Quantity { product, .. } => return of(UndoKey::Quantity, product),
            Edit::Removed(product) => return of(UndoKey::Removed, product),
            Edit::Client => UndoKey::Client,
            Edit::Quantities => UndoKey::Quantities,
            Edit::Term => UndoKey::Term,
            Edit::Manual => UndoKey::Manual,
            Edit::Coupon => UndoKey::Coupon,
            Edit::Steps => UndoKey::Steps,
            Edit::Thresholds => UndoKey::Thresholds,
            Edit::ScenarioAdded => UndoKey::ScenarioAdded,
            Edit::ScenarioShown => UndoKey::ScenarioShown,
            Edit::ScenarioDropped => UndoKey::ScenarioDropped,
            Edit::Begun => UndoKey::Begun,
            Edit::Reopened => UndoKey::Reopened,
            Edit::Linked => UndoKey::Linked,
        };
        words.text(key)
    }
}

/// Whether the key takes a step back. The letter stands on another key in another language; where something is written it takes
/// back what was written. An empty field has nothing of its own, and a browser would go on to what was written elsewhere.
fn is_undo(event: &KeyboardEvent) -> bool {
    let is_key = matches!(event.key().as_str(), "z" | "Z" | "я" | "Я");
    let is_held = (event.ctrl_key() || event.meta_key()) && !event.shift_key() && !event.alt_key();
    let field = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok()).filter(is_written_in);
    let is_empty =
        |field: &HtmlElement| field.dyn_ref::<HtmlInputElement>().is_some_and(|field| field.value().is_empty());
    is_key && is_held && field.as_ref().is_none_or(is_empty)
}
