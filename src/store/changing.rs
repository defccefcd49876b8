//! Changing records: what a change means for the book, for the device and for the host, and the way back.
//!
//! A change is the whole record as it is to be. It lies over the book until the host has it; a later change of the same
//! record takes its place, under a key of its own. Taking a change back before anybody else knew of it forgets it; after
//! that, it is one more change.

use std::sync::Arc;

use super::book::Book;
use super::command::{Event, Store};
use super::item::{Changed, Item, Key};
use super::state::Place;

/// How many changes a person can take back.
const STEPS: usize = 50;

/// The way back from one change.
#[derive(Clone, Debug)]
pub(super) struct Step {
    key: Key,
    /// The change it made, by its idempotency key.
    idem: String,
    /// The record as it was.
    before: Option<Item>,
    /// The change that lay over it before.
    earlier: Option<Changed>,
}

impl Store {
    /// Whether a change of a record can be taken back.
    pub fn can_take_back(&self) -> bool {
        !self.steps.is_empty()
    }

    pub(super) fn change(&mut self, key: Key, item: Option<Item>, idem: String, host: bool) -> Vec<Event> {
        let before = self.state.book.get(&key);
        if before == item {
            return Vec::new();
        }
        let earlier = self.state.changes.iter().find(|changed| changed.key == key).cloned();
        if self.steps.len() == STEPS {
            self.steps.remove(0);
        }
        self.steps.push(Step { key: key.clone(), idem: idem.clone(), before, earlier });
        self.apply_change(key, item, idem, host)
    }

    pub(super) fn take_back(&mut self, idem: String, host: bool) -> Vec<Event> {
        let Some(step) = self.steps.pop() else { return Vec::new() };
        let now = self.state.changes.iter().find(|changed| changed.key == step.key);
        let unsent = now.is_some_and(|now| now.idem == step.idem && !matches!(now.place, Place::Host { .. }));
        if !unsent {
            return self.apply_change(step.key, step.before, idem, host);
        }
        let changes = Arc::make_mut(&mut self.state.changes);
        changes.retain(|changed| changed.key != step.key);
        lay(Arc::make_mut(&mut self.state.book), &step.key, step.before);
        match step.earlier {
            Some(earlier) => {
                changes.push(earlier);
                vec![Event::BookChanged, Event::Changed(step.key)]
            }
            None => vec![Event::BookChanged, Event::Forgotten(step.key)],
        }
    }

    /// Takes over what is known, and lays over it what was changed here and the host does not have yet.
    pub(super) fn know(&mut self, mut book: Book, fresh: bool) -> Vec<Event> {
        let mut events = vec![Event::BookChanged];
        let changes = Arc::make_mut(&mut self.state.changes);
        if fresh {
            // What the host has is in its answer; what it has refused stays, for the person to see.
            let settled = |changed: &Changed| matches!(changed.place, Place::Host { .. });
            let gone = changes.iter().filter(|changed| settled(changed));
            events.extend(gone.map(|changed| Event::Forgotten(changed.key.clone())));
            changes.retain(|changed| !settled(changed));
        }
        for changed in changes.iter() {
            lay(&mut book, &changed.key, changed.item.clone());
        }
        self.state.book = Arc::new(book);
        self.state.is_known = true;
        events
    }

    /// Notes where a change lies, unless a later one has taken its place.
    pub(super) fn settle(&mut self, key: &Key, idem: &str, place: Place) -> Vec<Event> {
        let changes = Arc::make_mut(&mut self.state.changes);
        let Some(changed) = changes.iter_mut().find(|changed| changed.key == *key) else { return Vec::new() };
        if let Place::Host { version, .. } = &place {
            let book = Arc::make_mut(&mut self.state.book);
            // What was removed there is new to the host if it ever comes back.
            let version = Some(version.clone()).filter(|_| changed.item.is_some() || changed.idem != idem);
            match &version {
                Some(version) => book.versions.insert(key.clone(), version.clone()),
                None => book.versions.remove(key),
            };
            changed.base = version;
        }
        if changed.idem == idem {
            changed.place = place;
        }
        vec![Event::BookChanged]
    }

    fn apply_change(&mut self, key: Key, item: Option<Item>, idem: String, host: bool) -> Vec<Event> {
        lay(Arc::make_mut(&mut self.state.book), &key, item.clone());
        let changes = Arc::make_mut(&mut self.state.changes);
        let order = changes.iter().map(|changed| changed.order).max().map_or(1, |order| order + 1);
        let base = self.state.book.versions.get(&key).cloned();
        changes.retain(|changed| changed.key != key);
        let place = if host { Place::Pending } else { Place::Device };
        changes.push(Changed { key: key.clone(), item, place, base, idem, order });
        vec![Event::BookChanged, Event::Changed(key)]
    }
}

pub(super) fn lay(book: &mut Book, key: &Key, item: Option<Item>) {
    match item {
        Some(item) => book.put(item),
        None => book.remove(key),
    }
}
