//! All that is outside a session: a device, a host, a clock and ids.

use std::cell::{Cell, RefCell};

use sapa::domain::commitment::Commitment;
use sapa::domain::date::Date;
use sapa::domain::error::{Code, Error};
use sapa::domain::quote::Quote;
use sapa::storage::Memory;
use sapa::store::{
    Backend, Book, Catalogue, Changed, Clock, Context, Given, Host, Ids, Item, News, Pending, Receipt, Record, Write,
};
use sapa::wire::Value;

use crate::store::catalogue;

/// A device that can be told to refuse.
pub(super) struct Disk {
    pub(super) memory: Memory,
    pub(super) refuse: Cell<Option<Code>>,
}

impl Backend for Disk {
    fn read(&self) -> Pending<'_, Vec<Record>> {
        match self.refuse.get() {
            Some(code) => Box::pin(async move { Err(Error::new(code, "")) }),
            None => self.memory.read(),
        }
    }

    fn commit(&self, writes: Vec<Write>) -> Pending<'_, ()> {
        match self.refuse.get() {
            Some(code) => Box::pin(async move { Err(Error::new(code, "")) }),
            None => self.memory.commit(writes),
        }
    }

    fn close(&self) {}
}

type Listener = Box<dyn Fn(News)>;

/// A host that can be told to refuse, and counts what it made under which key.
#[derive(Default)]
pub(super) struct Crm {
    pub(super) refuse: Cell<Option<Code>>,
    pub(super) lose_answer: Cell<bool>,
    pub(super) made: RefCell<Vec<String>>,
    /// What was written beside quotes: the operation, the record and the key.
    pub(super) written: RefCell<Vec<String>>,
    /// What the host knows of promises.
    pub(super) promises: RefCell<Vec<Commitment>>,
    /// How often all of them were asked for.
    pub(super) read: Cell<u32>,
    listener: RefCell<Option<Listener>>,
}

impl Crm {
    /// Says so to whoever listens.
    pub(super) fn tell(&self, news: News) {
        if let Some(told) = self.listener.borrow().as_ref() {
            told(news);
        }
    }

    fn answer<T: 'static>(&self, answer: T) -> Pending<'_, T> {
        let refused = self.refuse.get();
        Box::pin(async move { refused.map_or(Ok(answer), |code| Err(Error::new(code, ""))) })
    }
}

impl Host for Crm {
    fn context(&self) -> Pending<'_, Context> {
        self.answer(Context { workspace: "w".into(), user: "anna".into(), host: "CRM".into(), ..Context::default() })
    }

    fn catalogue(&self) -> Pending<'_, Catalogue> {
        self.answer(catalogue())
    }

    fn book(&self) -> Pending<'_, Given> {
        self.read.set(self.read.get() + 1);
        let book = Book { commitments: self.promises.borrow().clone(), ..Book::default() };
        self.answer(Given { value: Value::Null, book })
    }

    fn write<'a>(&'a self, changed: &'a Changed) -> Pending<'a, Receipt> {
        if self.refuse.get().is_none() {
            let op = match (&changed.base, &changed.item) {
                (_, None) => "remove",
                (None, Some(_)) => "create",
                (Some(_), Some(_)) => "update",
            };
            self.written.borrow_mut().push([op, " ", &changed.key.id].concat());
            let mut promises = self.promises.borrow_mut();
            promises.retain(|promise| promise.id != changed.key.id);
            if let Some(Item::Commitment(promise)) = &changed.item {
                promises.push(promise.clone());
            }
        }
        self.answer(Receipt { id: changed.key.id.clone(), version: "1".into() })
    }

    fn listen(&self, told: Box<dyn Fn(News)>) {
        self.listener.replace(Some(told));
    }

    fn create_quote<'a>(&'a self, _: &'a Quote, idem: &'a str) -> Pending<'a, Receipt> {
        if self.refuse.get().is_none() && !self.made.borrow().iter().any(|known| known == idem) {
            self.made.borrow_mut().push(idem.to_owned());
        }
        if self.lose_answer.replace(false) {
            return Box::pin(async { Err(Error::new(Code::HostTimeout, "")) });
        }
        self.answer(Receipt { id: "77".into(), version: "1".into() })
    }
}

/// A day that does not pass, and ids in their order.
#[derive(Default)]
pub(super) struct Fixed(Cell<u32>);

impl Clock for Fixed {
    fn today(&self) -> Date {
        Date::parse("1998-05-07").unwrap()
    }
}

impl Ids for Fixed {
    fn next(&self) -> String {
        self.0.set(self.0.get() + 1);
        format!("q{}", self.0.get())
    }
}
