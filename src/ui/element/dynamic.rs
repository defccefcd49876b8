//! Children that come and go. Each group ends at an empty comment, before which its elements are inserted.
//!
//! A child's own signals belong to a reactive owner that ends when the child goes, and children are built without
//! subscribing: only what decides *which* children there are is followed, so that a child follows its own data itself.

use leptos::prelude::*;
use leptos::reactive::owner::Owner;

use super::El;
use crate::session::{Ask, Derived};

impl El {
    /// A child while the closure says so.
    pub fn when(self, is: impl Fn() -> bool + 'static, view: impl Fn() -> El + 'static) -> Self {
        self.one_of(Box::new(is), Box::new(view), None)
    }

    /// One child or the other.
    pub fn either(
        self,
        is: impl Fn() -> bool + 'static,
        view: impl Fn() -> El + 'static,
        otherwise: impl Fn() -> El + 'static,
    ) -> Self {
        self.one_of(Box::new(is), Box::new(view), Some(Box::new(otherwise)))
    }

    /// The child of the number the closure gives, or none.
    pub fn switch(self, which: impl Fn() -> u32 + 'static, view: impl Fn(u32) -> Option<El> + 'static) -> Self {
        self.one(Box::new(which), Box::new(view))
    }

    /// A child for each key, kept while its key is there; keys that moved take their child along. A view of `None` is none.
    ///
    /// A child that can be [refilled](Self::refilled) is not thrown away when its key is gone, but shows what a new key says.
    pub fn each(self, keys: impl Fn() -> Vec<u32> + 'static, view: impl Fn(u32) -> Option<El> + 'static) -> Self {
        self.keyed(Box::new(keys), Box::new(view))
    }

    /// All children anew whenever something the closure read has changed: for short lists that nobody has the focus in.
    pub fn children_with(self, view: impl Fn() -> Vec<El> + 'static) -> Self {
        self.redrawn(Box::new(view))
    }

    fn one_of(self, is: Box<dyn Ask<bool>>, view: View, otherwise: Option<View>) -> Self {
        let view = move |is| if is == 0 { otherwise.as_ref().map(|view| view.ask()) } else { Some(view.ask()) };
        self.one(Box::new(move || u32::from(is.ask())), Box::new(view))
    }

    fn one(self, which: Box<dyn Ask<u32>>, view: KeyView) -> Self {
        let which = Derived::new(move || which.ask());
        self.keyed(Box::new(move || vec![which.get()]), view)
    }

    fn keyed(self, keys: Box<dyn Ask<Vec<u32>>>, view: KeyView) -> Self {
        let end = self.end();
        let mut rows = Rows { parent: Owner::current(), rows: Vec::new(), spare: Vec::new(), view };
        self.keep_running(Box::new(move || {
            let keys = keys.ask();
            untrack(|| rows.show(&keys, &end));
        }))
    }

    fn redrawn(self, view: Box<dyn Ask<Vec<El>>>) -> Self {
        let end = self.end();
        let mut shown: Vec<El> = Vec::new();
        self.keep_running(Box::new(move || {
            let new = view.ask();
            shown.drain(..).for_each(El::remove);
            new.iter().for_each(|child| insert(&child.0.node, &end));
            shown = new;
        }))
    }

    fn end(&self) -> web_sys::Comment {
        let end = document().create_comment("");
        self.append(&end);
        end
    }
}

type View = Box<dyn Ask<El>>;
type KeyView = Box<dyn Fn(u32) -> Option<El>>;

/// The children of a keyed group, in their order.
struct Rows {
    parent: Option<Owner>,
    rows: Vec<Row>,
    /// Children nobody sees, to be refilled.
    spare: Vec<Row>,
    view: KeyView,
}

struct Row {
    key: u32,
    element: Option<El>,
    /// Ends the row's signals with the row; after the element, whose effects read them.
    _owner: Owner,
}

impl Rows {
    fn show(&mut self, keys: &[u32], end: &web_sys::Comment) {
        if self.rows.iter().map(|row| &row.key).eq(keys) {
            return;
        }
        let mut old = core::mem::take(&mut self.rows);
        // What stands in the page comes first: it stands where it is needed.
        old.append(&mut self.spare);
        for key in keys {
            let row = match old.iter().position(|row| row.key == *key) {
                Some(at) => old.remove(at),
                None => refilled(&mut old, keys, *key).unwrap_or_else(|| self.row(*key)),
            };
            self.rows.push(row);
        }
        for row in old {
            if row.is_refillable() {
                row.element.iter().for_each(|element| element.0.node.remove());
                self.spare.push(row);
            } else if let Some(element) = row.element {
                element.remove();
            }
        }

        // From the last to the first, so that each has its place once the one after it has; what stands right stays.
        let mut next: web_sys::Node = end.clone().into();
        for node in self.rows.iter().rev().filter_map(|row| row.element.as_ref()).map(|element| &element.0.node) {
            if node.next_sibling().as_ref() != Some(&next) {
                insert(node, &next);
            }
            next = node.clone().into();
        }
    }

    fn row(&self, key: u32) -> Row {
        // Owned by what owns the group, not by the effect, which ends all that it owns before it runs again.
        let owner = self.parent.as_ref().map_or_else(Owner::new, |parent| parent.with(Owner::new));
        let element = owner.with(|| (self.view)(key));
        Row { key, element, _owner: owner }
    }
}

impl Row {
    /// Whether it may show something else. What holds the focus may not: a person would be somewhere else without having gone.
    fn is_refillable(&self) -> bool {
        let element = self.element.as_ref().filter(|element| element.0.refill.is_some());
        element.is_some_and(|element| !element.0.node.matches(":focus-within").unwrap_or(true))
    }
}

/// A row none of the keys needs, showing what this key says.
fn refilled(rows: &mut Vec<Row>, keys: &[u32], key: u32) -> Option<Row> {
    let at = rows.iter().position(|row| row.is_refillable() && !keys.contains(&row.key))?;
    let mut row = rows.remove(at);
    row.key = key;
    row.element.as_mut()?.0.refill.as_mut()?(key);
    Some(row)
}

fn insert(node: &web_sys::Node, before: &web_sys::Node) {
    // While the group is shown, so is its end.
    if let Some(parent) = before.parent_node() {
        let _ = parent.insert_before(node, Some(before));
    }
}
