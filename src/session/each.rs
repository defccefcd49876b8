//! One value for each of many keys.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use send_wrapper::SendWrapper;

use super::Live;

/// Values by key, worked out together: who watches one of them is woken when that one changed, and not with every other. A
/// single one can be put in between.
///
/// A [`Derived`](super::Derived) for each key would be asked anew, with all who watch it, whenever anything it is worked
/// out from has changed: for the lines of a long order, that is most of the work of a key press.
pub struct Each<T: 'static> {
    known: Live<Known<T>>,
}

type Known<T> = Rc<RefCell<Vec<One<T>>>>;

/// The value of a key, and where it is told to those who watch it.
struct One<T: 'static> {
    key: u32,
    value: T,
    watched: Option<Live<T>>,
}

impl<T: Clone + Default + PartialEq + 'static> Each<T> {
    /// The values that `read` gives, anew whenever something it read has changed.
    pub fn new(read: impl Fn() -> Vec<(u32, T)> + 'static) -> Self {
        let known = Known::<T>::default();
        let told = Rc::clone(&known);
        let effect = RenderEffect::new(move |_| tell(&told, read()));
        let effect = SendWrapper::new(RefCell::new(Some(effect)));
        on_cleanup(move || drop(effect.take()));
        Self { known: Live::new(known) }
    }

    /// The value of one key for as long as the current reactive owner lives; the default of `T` while there is none.
    pub fn of(&self, key: u32) -> Live<T> {
        self.known.peek(|known| {
            let mut known = known.borrow_mut();
            let at = known.iter().position(|one| one.key == key).unwrap_or_else(|| {
                known.push(One { key, value: T::default(), watched: None });
                known.len() - 1
            });
            let live = Live::new(known[at].value.clone());
            known[at].watched = Some(live);
            live
        })
    }

    /// Reads the values with their keys, in their order, without subscribing.
    pub fn peek<R>(&self, read: impl FnOnce(&mut dyn Iterator<Item = (u32, &T)>) -> R) -> R {
        self.known.peek(|known| read(&mut known.borrow().iter().map(|one| (one.key, &one.value))))
    }

    /// Puts the value of one key in; the next time all are worked out may change it again.
    pub fn put(&self, key: u32, value: T) {
        let watched = self.known.peek(|known| {
            let mut known = known.borrow_mut();
            let one = known.iter_mut().find(|one| one.key == key)?;
            one.value = value.clone();
            one.watched
        });
        if let Some(live) = watched {
            live.set(value);
        }
    }
}

impl<T> Clone for Each<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Each<T> {}

fn tell<T: Clone + PartialEq + 'static>(known: &RefCell<Vec<One<T>>>, now: Vec<(u32, T)>) {
    let mut changed = Vec::new();
    let mut before = known.take();
    // What is asked for anew stands mostly in the order it stood in, so each is looked for from the end backwards.
    before.reverse();
    let next = now.into_iter().map(|(key, value)| {
        let at = before.iter().rposition(|one| one.key == key);
        let last = at.map(|at| before.remove(at));
        let watched = last.as_ref().and_then(|last| last.watched);
        if let Some(live) = watched
            && last.is_some_and(|last| last.value != value)
        {
            changed.push((live, value.clone()));
        }
        One { key, value, watched }
    });
    let next = next.collect();
    known.replace(next);
    // Only now, since who is told may ask for another key.
    changed.into_iter().for_each(|(live, value)| live.set(value));
}
