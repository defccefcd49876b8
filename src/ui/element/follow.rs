//! What keeps an element at what closures say. The page is touched only when they say something else.

use leptos::prelude::document;
use leptos::reactive::effect::RenderEffect;
use web_sys::Element;

use super::{El, Kept};
use crate::session::Ask;

/// Something that is or is not, and how the element shows it.
pub(super) enum Fact {
    /// An attribute that is "true" or "false".
    State(&'static str),
    /// An attribute that is there or not.
    Flag(&'static str),
    /// A class.
    Class(&'static str),
}

impl El {
    pub(super) fn follow_text(self, read: Box<dyn Ask<String>>) -> Self {
        let node = document().create_text_node("");
        self.append(&node);
        let mut last = String::new();
        self.keep_running(Box::new(move || {
            let now = read.ask();
            if now != last {
                node.set_data(&now);
                last = now;
            }
        }))
    }

    pub(super) fn follow_value(self, read: Box<dyn Ask<String>>) -> Self {
        let field = self.field();
        self.keep_running(Box::new(move || {
            let now = read.ask();
            // A person types into it as well, so what it holds is asked of the field itself.
            if field.value() != now {
                field.set_value(&now);
            }
        }))
    }

    pub(super) fn follow_attr(self, name: &'static str, read: Box<dyn Ask<Option<String>>>) -> Self {
        let node = self.0.node.clone();
        let mut last = None;
        self.keep_running(Box::new(move || {
            let now = read.ask();
            if now != last {
                set(&node, name, now.as_deref());
                last = now;
            }
        }))
    }

    pub(super) fn follow_fact(self, fact: Fact, is: Box<dyn Ask<bool>>) -> Self {
        let node = self.0.node.clone();
        let mut last = None;
        self.keep_running(Box::new(move || {
            let now = is.ask();
            if last.replace(now) != Some(now) {
                fact.show(&node, now);
            }
        }))
    }

    pub(super) fn keep_running(mut self, mut run: Box<dyn FnMut()>) -> Self {
        self.0.kept.push(Kept::Effect(RenderEffect::new(move |_| run())));
        self
    }
}

impl Fact {
    fn show(&self, node: &Element, is: bool) {
        match self {
            Fact::State(name) => set(node, name, Some(if is { "true" } else { "false" })),
            Fact::Flag(name) => set(node, name, is.then_some("")),
            Fact::Class(name) => {
                // The name is written in this crate, so the browser has nothing to refuse.
                let _ = node.class_list().toggle_with_force(name, is);
            }
        }
    }
}

pub(super) fn set(node: &Element, name: &str, value: Option<&str>) {
    // Attribute names are written in this crate, so the browser has nothing to refuse.
    let _ = match value {
        Some(value) => node.set_attribute(name, value),
        None => node.remove_attribute(name),
    };
}
