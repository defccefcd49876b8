//! An element as a leptos view. It is for the browser alone, as these widgets are: written out as HTML on a server it is
//! nothing, and the browser builds it.

use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::no_attrs;
use leptos::tachys::view::{Mountable, PositionState, Render, RenderHtml};
use send_wrapper::SendWrapper;

use super::El;

/// An element that can stand in a `view!`. leptos wants views to be `Send`; a page has one thread.
pub struct LeptosView(SendWrapper<El>);

impl From<El> for LeptosView {
    fn from(element: El) -> Self {
        LeptosView(SendWrapper::new(element))
    }
}

impl Render for LeptosView {
    type State = Self;

    fn build(self) -> Self {
        self
    }

    fn rebuild(self, state: &mut Self) {
        let _ = state.0.0.node.replace_with_with_node_1(&self.0.0.node);
        *state = self;
    }
}

impl RenderHtml for LeptosView {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        _: &mut String,
        _: &mut leptos::tachys::view::Position,
        _: bool,
        _: bool,
        _: Vec<AnyAttribute>,
    ) {
    }

    fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, _: &PositionState) -> Self {
        let after = cursor.current();
        if let Some(parent) = after.parent_node() {
            let _ = parent.insert_before(&self.0.0.node, after.next_sibling().as_ref());
        }
        self
    }

    fn into_owned(self) -> Self {
        self
    }
}

no_attrs!(LeptosView);

impl Mountable for LeptosView {
    fn unmount(&mut self) {
        self.0.0.node.remove();
    }

    fn mount(&mut self, parent: &web_sys::Element, marker: Option<&web_sys::Node>) {
        let _ = parent.insert_before(&self.0.0.node, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let node = &self.0.0.node;
        let parent = node.parent_element();
        parent.is_some_and(|parent| child.try_mount(&parent, Some(node)))
    }

    fn elements(&self) -> Vec<web_sys::Element> {
        vec![self.0.0.node.clone()]
    }
}
