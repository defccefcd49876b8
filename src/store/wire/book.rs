//! The book, from lists of records by the contract's word for their kind.

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::domain::account::{Account, Person};
use crate::domain::error::{Code, Error, Result};
use crate::domain::import::PriceImport;
use crate::domain::money;
use crate::domain::segments::line_amount;
use crate::store::Given;
use crate::store::{Book, Entity, IMPORTED, Key, Order};
use crate::wire::{self, FromWire, Reader, Sieve, Value};

/// The kinds that nobody changes here.
const READ_ONLY: [&str; 6] = ["order", "invoice", "payment", "competitor", "competitorProduct", "objection"];

/// The contract's word for every kind of record the book is made of.
pub fn book_kinds() -> impl Iterator<Item = &'static str> {
    Entity::ALL.into_iter().map(Entity::name).chain(READ_ONLY)
}

/// What a host gave, read: a record with a list of records for each kind, each list optional.
///
/// # Errors
/// An error of this code, naming the kind that is no list. A record that cannot be read is no error: see [`Book::left_out`].
pub fn read_book(value: Value, code: Code) -> Result<Given> {
    match wire::read(&value) {
        Ok(book) => Ok(Given { value, book }),
        Err(fault) => Err(Error::new(code, fault.text())),
    }
}

impl FromWire for Given {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Given { value: from.value().clone(), book: FromWire::from_wire(from) }
    }
}

impl FromWire for Book {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        let mut sieve = Sieve::default();
        let mut book = Book {
            accounts: list(&mut sieve, from, "company"),
            orders: list(&mut sieve, from, "order"),
            invoices: list(&mut sieve, from, "invoice"),
            payments: sieve.list_or_empty_with(from, "payment", &wire::payments).concat(),
            entries: list(&mut sieve, from, "activity"),
            commitments: sieve.list_or_empty_with(from, "commitment", &wire::promise).into_iter().flatten().collect(),
            meetings: list(&mut sieve, from, "meeting"),
            competitors: list(&mut sieve, from, "competitor"),
            rivals: list(&mut sieve, from, "competitorProduct"),
            criteria: list(&mut sieve, from, "criterion"),
            facts: list(&mut sieve, from, "fact"),
            objections: list(&mut sieve, from, "objection"),
            approvals: list(&mut sieve, from, "approval"),
            prices: sieve.list_or_empty_with(from, "priceList", &prices).into_iter().flatten().next(),
            ..Book::default()
        };
        settle(&mut book.accounts, sieve.list_or_empty_with(from, "contact", &wire::contact));
        book.left_out = sieve.left_out();
        for entity in Entity::ALL {
            note(&mut book, from, entity.name(), Some(entity));
        }
        for entity in READ_ONLY {
            note(&mut book, from, entity, None);
        }
        book
    }
}

impl FromWire for Order {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        let net = from.decimal_or_none("net").unwrap_or_else(|| {
            let mut sum = Decimal::ZERO;
            for line in from.list_with("lines", &line) {
                sum = from.accepted("lines", money::add(sum, line), sum);
            }
            sum
        });
        Order {
            id: from.text("id"),
            client: from.text("clientId"),
            date: from.date("date"),
            net,
            shipped: from.date_or_none("shipped").is_some(),
        }
    }
}

fn list<T: FromWire>(sieve: &mut Sieve, from: &mut Reader<'_>, name: &'static str) -> Vec<T> {
    sieve.list_or_empty_with(from, name, &T::from_wire)
}

/// The prices that were taken over, if these are they and not the list with the rules.
fn prices(from: &mut Reader<'_>) -> Option<Arc<PriceImport>> {
    (from.value().get("id").as_text() == Some(IMPORTED)).then(|| Arc::new(FromWire::from_wire(from)))
}

/// What a line of an order comes to.
fn line(from: &mut Reader<'_>) -> Decimal {
    let amount = line_amount(from.decimal("quantity"), from.decimal("price"), from.decimal("discount"));
    from.accepted("quantity", amount, Decimal::ZERO)
}

/// Gives each person to its account. One at a client that was not given still gets one: somebody knows why it is there.
fn settle(accounts: &mut Vec<Account>, people: Vec<(String, Person)>) {
    let mut places: BTreeMap<String, usize> =
        accounts.iter().enumerate().map(|(at, account)| (account.client.clone(), at)).collect();
    for (client, person) in people {
        let at = *places.entry(client.clone()).or_insert(accounts.len());
        if at == accounts.len() {
            accounts.push(Account { client, ..Account::default() });
        }
        if let Some(account) = accounts.get_mut(at) {
            account.people.push(person);
        }
    }
}

/// Notes what the records of one kind say of themselves: their versions, if they can be changed here, and whether they are
/// made up. Of two under one id it is the first that is kept.
fn note(book: &mut Book, from: &mut Reader<'_>, name: &'static str, entity: Option<Entity>) {
    let Value::List(records) = from.value().get(name) else { return };
    for record in records {
        let id = record.get("id").as_text().unwrap_or_default();
        if let (Some(entity), Some(version)) = (entity, record.get("version").as_text()) {
            book.versions.entry(Key { entity, id: id.to_owned() }).or_insert_with(|| version.to_owned());
        }
        // That the list with the rules is made up is said beside its name.
        book.sample |= entity != Some(Entity::PriceList) && is_sample(record);
    }
}

/// Whether some of a record is made up, or worked out from others.
fn is_sample(record: &Value) -> bool {
    let said = |name| *record.get(name) == Value::Bool(true);
    said("sample") || said("generated") || matches!(record.get("sampleFields"), Value::List(names) if !names.is_empty())
}
