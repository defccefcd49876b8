//! What a person does to an element. Listeners go when the element does.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, KeyboardEvent};

use super::{El, Kept};

impl El {
    /// It was clicked or tapped, or chosen with a key.
    pub fn on_click(self, run: impl Fn() + 'static) -> Self {
        self.on("click", move |_| run())
    }

    /// Something was typed; the closure gets the whole text of the field.
    pub fn on_input(self, run: impl Fn(String) + 'static) -> Self {
        let field = self.field();
        self.on("input", move |_| run(field.value()))
    }

    /// Another value was settled on; the closure gets it.
    pub fn on_change(self, run: impl Fn(String) + 'static) -> Self {
        let field = self.field();
        self.on("change", move |_| run(field.value()))
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

    /// It got the focus.
    pub fn on_focus(self, run: impl Fn(&HtmlInputElement) + 'static) -> Self {
        let field = self.field();
        self.on("focus", move |_| run(&field))
    }

    /// It lost the focus.
    pub fn on_blur(self, run: impl Fn() + 'static) -> Self {
        self.on("blur", move |_| run())
    }

    /// Any other event.
    pub fn on(mut self, event: &'static str, run: impl Fn(&Event) + 'static) -> Self {
        let run: Box<dyn FnMut(&Event)> = Box::new(run);
        // Not passive: a listener may say that the browser need not do its part.
        let listener =
            EventListener::new_with_options(&self.0.node, event, EventListenerOptions::enable_prevent_default(), run);
        self.0.kept.push(Kept::Listener(listener));
        self
    }
}
