//! What a person does to an element. Listeners go when the element does.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, KeyboardEvent};

use super::{El, Kept};
use crate::session::Ask;

impl El {
    /// It was clicked or tapped, or chosen with a key.
    pub fn on_click(self, run: impl Fn() + 'static) -> Self {
        self.on_plain("click", Box::new(run))
    }

    /// Something in it is about to be clicked: this runs before what listens there.
    pub fn before_click(mut self, run: impl Fn() + 'static) -> Self {
        let capture = EventListenerOptions::run_in_capture_phase();
        let listener = EventListener::new_with_options(&self.0.node, "click", capture, move |_| run());
        self.0.kept.push(Kept::Listener(listener));
        self
    }

    /// It lost the focus.
    pub fn on_blur(self, run: impl Fn() + 'static) -> Self {
        self.on_plain("blur", Box::new(run))
    }

    /// Something was typed; the closure gets the whole text of the field.
    pub fn on_input(self, run: impl Fn(String) + 'static) -> Self {
        self.on_text("input", Box::new(run))
    }

    /// Another value was settled on; the closure gets it.
    pub fn on_change(self, run: impl Fn(String) + 'static) -> Self {
        self.on_text("change", Box::new(run))
    }

    /// It got the focus.
    pub fn on_focus(self, run: impl Fn(&HtmlInputElement) + 'static) -> Self {
        let field = self.field();
        self.on_plain("focus", Box::new(move || run(&field)))
    }

    /// A key was pressed. The closure says whether it has dealt with it; then nothing else happens.
    pub fn on_key(self, run: impl Fn(&KeyboardEvent) -> bool + 'static) -> Self {
        self.on("keydown", move |event| {
            if run(event.unchecked_ref()) {
                event.prevent_default();
                event.stop_propagation();
            }
        })
    }

    /// Any other event.
    pub fn on(self, event: &'static str, run: impl Fn(&Event) + 'static) -> Self {
        self.listen(event, Box::new(run))
    }

    fn on_plain(self, event: &'static str, run: Box<dyn Ask<()>>) -> Self {
        self.listen(event, Box::new(move |_| run.ask()))
    }

    fn on_text(self, event: &'static str, run: Box<dyn Fn(String)>) -> Self {
        let field = self.field();
        self.listen(event, Box::new(move |_| run(field.value())))
    }

    fn listen(mut self, event: &'static str, run: Box<dyn FnMut(&Event)>) -> Self {
        // Not passive: a listener may say that the browser need not do its part.
        let active = EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(&self.0.node, event, active, run);
        self.0.kept.push(Kept::Listener(listener));
        self
    }
}
