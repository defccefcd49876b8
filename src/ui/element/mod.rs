//! Elements of a view, put together by method calls.
//!
//! ```ignore
//! el("button").attr("type", "button").part("save").text_with(move || label.get()).on_click(move || save())
//! ```
//!
//! leptos gives each element of a `view!` a type of its own, made of the types of all its attributes and children, and
//! compiles the code that builds and updates it once for each: 150 KB for the discount calculator. [`El`] is one type. What
//! is dynamic is a boxed closure in a leptos effect, so the code exists once and each use costs a call. Methods whose name
//! ends in `_with` follow what their closure reads; the others set a thing once.
//!
//! The parts: this file builds, [`events`] listens, [`dynamic`] lets children come and go, and [`leptos_view`] makes an
//! element a leptos view, so that a widget stands in anybody's `view!`.

mod dynamic;
mod events;
mod leptos_view;

use gloo::events::EventListener;
use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use wasm_bindgen::JsCast;

pub use leptos_view::LeptosView;

use crate::session::Live;

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element with all that keeps it up to date. It is in the page once it is the child of something that is.
#[must_use = "an element that is dropped is no longer kept up to date"]
pub struct El(Box<Inner>);

struct Inner {
    node: web_sys::Element,
    kept: Vec<Kept>,
}

/// What lives as long as the element and ends with it.
#[expect(dead_code, reason = "held for what dropping it ends")]
enum Kept {
    Child(El),
    Effect(RenderEffect<()>),
    Listener(EventListener),
}

/// An HTML element.
pub fn el(tag: &str) -> El {
    El::around(document().create_element(tag).ok())
}

/// An SVG element.
pub fn svg(tag: &str) -> El {
    El::around(document().create_element_ns(Some(SVG), tag).ok())
}

impl El {
    fn around(made: Option<web_sys::Element>) -> Self {
        let Some(node) = made else { unreachable!("tag names are written in this crate, and are names") };
        El(Box::new(Inner { node, kept: Vec::new() }))
    }

    /// Sets an attribute.
    pub fn attr(self, name: &str, value: &str) -> Self {
        set(&self.0.node, name, Some(value));
        self
    }

    /// Keeps an attribute at what the closure says; `None` takes it away.
    pub fn attr_with(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> Self {
        self.follow(Box::new(value), Box::new(move |node, value| set(node, name, value)))
    }

    /// Keeps an attribute at "true" or "false", as ARIA writes states.
    pub fn state_with(self, name: &'static str, is: impl Fn() -> bool + 'static) -> Self {
        self.attr_with(name, move || Some(is().to_string()))
    }

    /// Keeps an attribute there while the closure says so, as `hidden` and `disabled` are written.
    pub fn flag_with(self, name: &'static str, is: impl Fn() -> bool + 'static) -> Self {
        self.attr_with(name, move || is().then(String::new))
    }

    /// Sets the classes.
    pub fn class(self, names: &str) -> Self {
        self.attr("class", names)
    }

    /// Has a class while the closure says so.
    pub fn class_with(self, name: &'static str, is: impl Fn() -> bool + 'static) -> Self {
        let said = move || is().then(String::new);
        self.follow(
            Box::new(said),
            Box::new(move |node, said| {
                let classes = node.class_list();
                // The name is written in this crate, so the browser has nothing to refuse.
                let _ = if said.is_some() { classes.add_1(name) } else { classes.remove_1(name) };
            }),
        )
    }

    /// Names the element for a page's style sheets and for tests.
    pub fn part(self, name: &str) -> Self {
        self.attr("part", name)
    }

    /// Sets one declaration of the element's own style, which a strict policy allows where a `style` attribute is not.
    pub fn style(self, name: &str, value: &str) -> Self {
        if let Some(html) = self.0.node.dyn_ref::<web_sys::HtmlElement>() {
            let _ = html.style().set_property(name, value);
        } else if let Some(svg) = self.0.node.dyn_ref::<web_sys::SvgElement>() {
            let _ = svg.style().set_property(name, value);
        }
        self
    }

    /// Keeps a field's text at what the closure says.
    pub fn value_with(self, value: impl Fn() -> String + 'static) -> Self {
        let field = self.field();
        self.effect(move || {
            let value = value();
            if field.value() != value {
                field.set_value(&value);
            }
        })
    }

    /// Appends a text.
    pub fn text(self, text: &str) -> Self {
        self.append(&document().create_text_node(text));
        self
    }

    /// Appends a text that follows the closure.
    pub fn text_with(self, text: impl Fn() -> String + 'static) -> Self {
        let node = document().create_text_node("");
        self.append(&node);
        let text = move || Some(text());
        self.follow(Box::new(text), Box::new(move |_, text| node.set_data(text.unwrap_or_default())))
    }

    /// Appends a child.
    pub fn child(mut self, child: El) -> Self {
        self.append(&child.0.node);
        self.0.kept.push(Kept::Child(child));
        self
    }

    /// Appends children.
    pub fn children(self, children: impl IntoIterator<Item = El>) -> Self {
        children.into_iter().fold(self, El::child)
    }

    /// Lets `handle` find the element.
    pub fn handle(self, handle: Handle) -> Self {
        handle.0.set(Some(self.0.node.clone()));
        self
    }

    /// Runs now, and again whenever something it read has changed.
    pub fn effect(mut self, mut run: impl FnMut() + 'static) -> Self {
        self.0.kept.push(Kept::Effect(RenderEffect::new(move |_| run())));
        self
    }

    /// Applies what `read` says whenever it says something else.
    fn follow(self, read: Box<dyn Fn() -> Option<String>>, apply: Apply) -> Self {
        let node = self.0.node.clone();
        let mut last = None;
        self.effect(move || {
            let now = Some(read());
            if now != last {
                apply(&node, now.as_ref().and_then(Option::as_deref));
                last = now;
            }
        })
    }

    fn append(&self, node: &web_sys::Node) {
        // A fresh node has no parent it could be inside of, which is all the browser would refuse.
        let _ = self.0.node.append_child(node);
    }

    /// The element as a field. The browser's getter asks for `value`, whatever kind of field it is.
    fn field(&self) -> web_sys::HtmlInputElement {
        self.0.node.clone().unchecked_into()
    }

    /// Takes the element out of the page. Its listeners go first: losing the focus by being removed is nobody's doing.
    fn remove(self) {
        let Inner { node, kept } = *self.0;
        drop(kept);
        node.remove();
    }
}

type Apply = Box<dyn Fn(&web_sys::Element, Option<&str>)>;

/// A way to an element that is somewhere else in the view: it moves the focus, or looks around.
#[derive(Clone, Copy)]
pub struct Handle(Live<Option<web_sys::Element>>);

impl Handle {
    /// A handle of nothing yet.
    pub fn new() -> Self {
        Handle(Live::new(None))
    }

    /// The element, while there is one.
    pub fn get(self) -> Option<web_sys::Element> {
        self.0.try_get_untracked().flatten()
    }

    /// Gives the element the focus.
    pub fn focus(self) {
        if let Some(element) = self.get() {
            focus(&element);
        }
    }
}

impl Default for Handle {
    fn default() -> Self {
        Self::new()
    }
}

/// Gives an element the focus.
pub fn focus(node: &web_sys::Node) {
    if let Some(element) = node.dyn_ref::<web_sys::HtmlElement>() {
        let _ = element.focus();
    }
}

fn set(node: &web_sys::Element, name: &str, value: Option<&str>) {
    // Attribute names are written in this crate, so the browser has nothing to refuse.
    let _ = match value {
        Some(value) => node.set_attribute(name, value),
        None => node.remove_attribute(name),
    };
}
