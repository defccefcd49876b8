//! Values that views watch.
//!
//! leptos compiles its signals and memos once for every type they hold, at 2 to 4 KB each; a widget has dozens of types.
//! [`Live`] and [`Derived`] keep their value behind `Rc<dyn Any>`, so one signal and one memo serve all of them, and a new
//! type costs a few dozen bytes. They are leptos signals otherwise: reading inside an effect or a `Derived` subscribes it,
//! and they end with the reactive owner that made them.

use std::any::Any;
use std::marker::PhantomData;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use send_wrapper::SendWrapper;

use super::Ask;

/// A value that can be set, cheap to copy into every closure of a view.
pub struct Live<T> {
    signal: RwSignal<Rc<dyn Any>, LocalStorage>,
    holds: PhantomData<fn() -> T>,
}

/// A value worked out from others, anew when one of them changed; who watches it hears of it only if it differs.
pub struct Derived<T> {
    memo: Memo<Shared>,
    holds: PhantomData<fn() -> T>,
}

impl<T: 'static> Live<T> {
    /// The value, owned by the current reactive owner.
    pub fn new(value: T) -> Self {
        Self::sharing(Rc::new(value))
    }

    /// The same with a value that others hold as well.
    pub fn sharing(value: Rc<T>) -> Self {
        Self { signal: RwSignal::new_local(value), holds: PhantomData }
    }

    /// Reads the value and subscribes the reader.
    pub fn with<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        read(&held(self.signal.get()))
    }

    /// Reads the value without subscribing.
    pub fn peek<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        read(&held(self.signal.get_untracked()))
    }

    /// Replaces the value and tells who watches it. After the owner has ended this does nothing: work that outlives a view
    /// has nobody left to tell.
    pub fn set(&self, value: T) {
        self.share(Rc::new(value));
    }

    /// The same with a value that others hold as well.
    pub fn share(&self, value: Rc<T>) {
        self.signal.try_set(value);
    }
}

impl<T: Clone + 'static> Live<T> {
    /// A copy of the value; subscribes the reader.
    pub fn get(&self) -> T {
        self.with(T::clone)
    }

    /// A copy of the value, without subscribing.
    pub fn get_untracked(&self) -> T {
        self.peek(T::clone)
    }

    /// A copy of the value, without subscribing, or nothing after the owner has ended.
    pub fn try_get_untracked(&self) -> Option<T> {
        self.signal.try_get_untracked().map(|value| T::clone(&held(value)))
    }
}

impl<T: 'static> Derived<T> {
    /// The value of `compute`, which runs when somebody asks and something it read has changed.
    pub fn new(compute: impl Fn() -> T + 'static) -> Self
    where
        T: PartialEq,
    {
        let same = |a: &dyn Any, b: &dyn Any| a.downcast_ref::<T>() == b.downcast_ref();
        Self { memo: memo(Box::new(move || -> Rc<dyn Any> { Rc::new(compute()) }), same), holds: PhantomData }
    }

    /// The same for what is not worth comparing: it counts as changed whenever something it read has.
    pub fn unchecked(compute: impl Fn() -> T + 'static) -> Self {
        Self { memo: memo(Box::new(move || -> Rc<dyn Any> { Rc::new(compute()) }), |_, _| false), holds: PhantomData }
    }

    /// Reads the value and subscribes the reader.
    pub fn with<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        read(&held(self.memo.get().value.take()))
    }
}

impl<T: Clone + 'static> Derived<T> {
    /// A copy of the value; subscribes the reader.
    pub fn get(&self) -> T {
        self.with(T::clone)
    }
}

impl<T> Clone for Live<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Live<T> {}

impl<T> Clone for Derived<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Derived<T> {}

/// A value of any type, with how to compare it. leptos wants memos to be `Send`; a page has one thread.
#[derive(Clone)]
struct Shared {
    value: SendWrapper<Rc<dyn Any>>,
    same: Compare,
}

type Compare = fn(&dyn Any, &dyn Any) -> bool;

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        (self.same)(&**self.value, &**other.value)
    }
}

/// A shared thing, the same only if it is the very same: comparing all that is in it would cost more than it saves.
#[derive(Clone)]
pub struct Same<T>(pub Option<Arc<T>>);

impl<T> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0.as_ref().map(Arc::as_ptr) == other.0.as_ref().map(Arc::as_ptr)
    }
}

fn memo(compute: Box<dyn Ask<Rc<dyn Any>>>, same: Compare) -> Memo<Shared> {
    let compute = SendWrapper::new(compute);
    Memo::new(move |_| Shared { value: SendWrapper::new(compute.ask()), same })
}

fn held<T: 'static>(value: Rc<dyn Any>) -> Rc<T> {
    match value.downcast() {
        Ok(value) => value,
        Err(_) => unreachable!("a live value holds what it was made with"),
    }
}
