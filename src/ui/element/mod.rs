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
//! The parts: this file builds, [`follow`] keeps up with what closures say, [`events`] listens, [`dynamic`] lets children
//! come and go, [`place`] is where texts are written again and again, and [`leptos_view`] makes an element a leptos view, so
//! that a widget stands in anybody's `view!`. What is generic here only boxes its closure and goes on in a function that is not.

mod dynamic;
mod events;
mod follow;
mod leptos_view;
mod place;

use gloo::events::EventListener;
use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use wasm_bindgen::JsCast;

pub use leptos_view::LeptosView;
pub use place::Places;

use crate::session::Live;
use follow::Fact;

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element with all that keeps it up to date. It is in the page once it is the child of something that is.
#[must_use = "an element that is dropped is no longer kept up to date"]
pub struct El(Box<Inner>);

struct Inner {
    node: web_sys::Element,
    kept: Vec<Kept>,
    refill: Option<Refill>,
}

/// Shows what another key says.
type Refill = Box<dyn FnMut(u32)>;

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
        El(Box::new(Inner { node, kept: Vec::new(), refill: None }))
    }

    /// Sets an attribute.
    pub fn attr(self, name: &str, value: &str) -> Self {
        follow::set(&self.0.node, name, Some(value));
        self
    }

    /// Keeps an attribute at what the closure says; `None` takes it away.
    pub fn attr_with(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> Self {
        self.follow_attr(name, Box::new(value))
    }

    /// Keeps an attribute at "true" or "false", as ARIA writes states.
    pub fn state_with(self, name: &'static str, is: impl Fn() -> bool + 'static) -> Self {
        self.follow_fact(Fact::State(name), Box::new(is))
    }

    /// Keeps an attribute there while the closure says so, as `hidden` and `disabled` are written.
    pub fn flag_with(self, name: &'static str, is: impl Fn() -> bool + 'static) -> Self {
        self.follow_fact(Fact::Flag(name), Box::new(is))
    }

    /// Sets the classes.
    pub fn class(self, names: &str) -> Self {
        self.attr("class", names)
    }

    /// Has a class while the closure says so.
    pub fn class_with(self, name: &'static str, is: impl Fn() -> bool + 'static) -> Self {
        self.follow_fact(Fact::Class(name), Box::new(is))
    }

    /// Names the element for a page's style sheets and for tests.
    pub fn part(self, name: &str) -> Self {
        self.attr("part", name)
    }

    /// Sets one declaration of the element's own style, which a strict policy allows where a `style` attribute is not.
    pub fn style(self, name: &str, value: &str) -> Self {
        set_style(&self.0.node, name, value);
        self
    }

    /// Keeps a field's text at what the closure says.
    pub fn value_with(self, value: impl Fn() -> String + 'static) -> Self {
        self.follow_value(Box::new(value))
    }

    /// Appends a text.
    pub fn text(self, text: &str) -> Self {
        self.append(&document().create_text_node(text));
        self
    }

    /// Appends a text that follows the closure.
    pub fn text_with(self, text: impl Fn() -> String + 'static) -> Self {
        self.follow_text(Box::new(text))
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

    /// Makes it a child that can show what another key says, once the closure has written that into its [places](Places): building
    /// an element costs a browser several times what changing it does. See [`each`](Self::each).
    pub fn refilled(mut self, refill: impl FnMut(u32) + 'static) -> Self {
        self.0.refill = Some(Box::new(refill));
        self
    }

    /// Runs now, and again whenever something it read has changed.
    pub fn effect(self, run: impl FnMut() + 'static) -> Self {
        self.keep_running(Box::new(run))
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
        let Inner { node, kept, .. } = *self.0;
        drop(kept);
        node.remove();
    }
}

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

/// Gives a field the focus with all of its text selected, so that typing replaces it. A window that is not in front sends no
/// focus event, so the selecting is not left to one.
pub fn focus_all(node: &web_sys::Node) {
    focus(node);
    if let Some(field) = node.dyn_ref::<web_sys::HtmlInputElement>() {
        field.select();
    }
}

/// Gives an element the focus.
pub fn focus(node: &web_sys::Node) {
    if let Some(element) = node.dyn_ref::<web_sys::HtmlElement>() {
        let _ = element.focus();
    }
}

/// Sets one declaration of an element's own style.
pub fn set_style(node: &web_sys::Element, name: &str, value: &str) {
    if let Some(html) = node.dyn_ref::<web_sys::HtmlElement>() {
        let _ = html.style().set_property(name, value);
    } else if let Some(svg) = node.dyn_ref::<web_sys::SvgElement>() {
        let _ = svg.style().set_property(name, value);
    }
}
