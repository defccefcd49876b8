//! Where texts are written again and again. The page is touched only where it says something else.

use leptos::prelude::document;
use web_sys::{Element, Text};

use super::{El, follow, set_style};

/// Texts, attributes and declarations of elements that are written together, by hand: an effect for each of them would cost
/// more than the writing.
#[derive(Default)]
pub struct Places(Vec<Place>);

struct Place {
    kind: Kind,
    last: Option<String>,
}

enum Kind {
    Text(Text),
    Attr(Element, &'static str),
    Style(Element, &'static str),
}

impl Places {
    /// And these attributes of the element.
    pub fn attrs(self, of: &El, names: &[&'static str]) -> Self {
        names.iter().fold(self, |places, name| places.and(Kind::Attr(of.0.node.clone(), name)))
    }

    /// And these declarations of the element's own style.
    pub fn styles(self, of: &El, names: &[&'static str]) -> Self {
        names.iter().fold(self, |places, name| places.and(Kind::Style(of.0.node.clone(), name)))
    }

    /// And a text at the end of each of these elements.
    pub fn texts(self, of: &[&El]) -> Self {
        of.iter().fold(self, |places, of| {
            let node = document().create_text_node("");
            of.append(&node);
            places.and(Kind::Text(node))
        })
    }

    /// Writes them, in the order in which they were named.
    pub fn write(&mut self, texts: Vec<String>) {
        for (place, now) in self.0.iter_mut().zip(texts) {
            if place.last.as_ref() == Some(&now) {
                continue;
            }
            match &place.kind {
                Kind::Text(node) => node.set_data(&now),
                Kind::Attr(node, name) => follow::set(node, name, Some(&now)),
                Kind::Style(node, name) => set_style(node, name, &now),
            }
            place.last = Some(now);
        }
    }

    fn and(mut self, kind: Kind) -> Self {
        self.0.push(Place { kind, last: None });
        self
    }
}
