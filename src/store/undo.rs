//! The way back: what was done to the draft, and how it was before.

use super::command::{Event, Store};
use crate::domain::error::Result;
use crate::domain::quote::Draft;

/// How many steps back a person can go.
const UNDO_STEPS: usize = 50;

/// What was done to the draft by one step, as a person would name it. Products are told by their ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// It is for another client.
    Client,
    /// A product was added.
    Added(String),
    /// Another quantity was typed on a line.
    Quantity {
        /// The line's key within the draft.
        key: u32,
        /// Its product.
        product: String,
    },
    /// Other quantities were taken from advice.
    Quantities,
    /// A line was taken out.
    Removed(String),
    /// It is paid otherwise.
    Term,
    /// Another percentage is given by hand.
    Manual,
    /// Another coupon, or none.
    Coupon,
    /// The steps of the price apply in another order.
    Steps,
    /// Thresholds look at something else.
    Thresholds,
    /// A scenario was added.
    ScenarioAdded,
    /// Another scenario is being written.
    ScenarioShown,
    /// A scenario was let go of.
    ScenarioDropped,
    /// An empty quote was begun in its place.
    Begun,
    /// A saved quote was copied into its place.
    Reopened,
    /// The quote of a link was taken into its place.
    Linked,
}

impl Edit {
    /// Whether another draft stands there than before, which nobody was asked to approve.
    fn is_another(&self) -> bool {
        use Edit::{Begun, Linked, Reopened, ScenarioAdded, ScenarioDropped, ScenarioShown};
        matches!(self, Begun | Linked | Reopened | ScenarioAdded | ScenarioDropped | ScenarioShown)
    }
}

/// The draft as it was, and what was done to it then.
#[derive(Clone, Debug)]
pub(super) struct Past {
    draft: Draft,
    edit: Edit,
    /// In a field that has not been left since.
    typed: bool,
}

impl Store {
    /// What [`Command::Undo`](super::Command::Undo) would take back. Nothing while nothing was ever ordered: there is nothing a
    /// person could lose yet.
    pub fn last_edit(&self) -> Option<&Edit> {
        let last = self.past.last()?;
        let ordered = |draft: &Draft| !draft.lines.is_empty();
        let is_any = ordered(&self.state.draft) || self.past.iter().rev().any(|past| ordered(&past.draft));
        is_any.then_some(&last.edit)
    }

    /// The field that was typed in was left: what is typed from now on is a step of its own.
    pub fn leave_field(&mut self) {
        if let Some(last) = self.past.last_mut() {
            last.typed = false;
        }
    }

    /// Makes one step of what is typed into one field, and none where it is again what it was.
    pub(super) fn join_typed(&mut self) {
        let Some(last) = self.past.last_mut() else { return };
        last.typed = true;
        if let [.., before, last] = &*self.past
            && before.typed
            && before.edit == last.edit
        {
            self.past.pop();
        }
        if self.past.last().is_some_and(|past| past.draft == self.state.draft) {
            self.past.pop();
        }
    }

    /// Makes one step of the last two, under the name of the last.
    pub(super) fn join(&mut self) {
        if let Some(last) = self.past.pop()
            && let Some(before) = self.past.last_mut()
        {
            before.edit = last.edit;
        }
    }

    pub(super) fn undo(&mut self) -> Vec<Event> {
        let Some(Past { mut draft, edit, .. }) = self.past.pop() else {
            return Vec::new();
        };
        // An approval that was asked for stays asked for.
        if !edit.is_another() {
            draft.approval = self.state.draft.approval.take();
        }
        let mut events = vec![Event::DraftChanged];
        if self.state.client != draft.client {
            self.state.client.clone_from(&draft.client);
            events.insert(0, Event::ClientChosen);
        }
        self.state.draft = draft;
        events
    }

    /// Changes the draft and remembers how it was; a change that changes nothing leaves no step to undo.
    pub(super) fn edit(&mut self, edit: Edit, change: &mut dyn FnMut(&mut Draft) -> Result<()>) -> Result<Vec<Event>> {
        let mut draft = self.state.draft.clone();
        change(&mut draft)?;
        if draft == self.state.draft {
            return Ok(Vec::new());
        }
        if self.past.len() == UNDO_STEPS {
            self.past.remove(0);
        }
        let draft = core::mem::replace(&mut self.state.draft, draft);
        self.past.push(Past { draft, edit, typed: false });
        Ok(vec![Event::DraftChanged])
    }
}
