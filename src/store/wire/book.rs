//! The book, from lists of records by the contract's word for their kind.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::domain::account::{Account, Person};
use crate::domain::error::{Code, Error, Result};
use crate::domain::import::PriceImport;
use crate::domain::money;
use crate::domain::segments::line_amount;
use crate::store::Given;
use crate::store::{Book, Entity, IMPORTED, Key, Order};
use crate::wire::{self, FromWire, Reader, Value};

/// The kinds that nobody changes here.
const READ_ONLY: [&str; 6] = ["order", "invoice", "payment", "competitor", "competitorProduct", "objection"];

/// The contract's word for every kind of record the book is made of.
pub fn book_kinds() -> impl Iterator<Item = &'static str> {
    Entity::ALL.into_iter().map(Entity::name).chain(READ_ONLY)
}

/// What a host gave, read: a record with a list of records for each kind, each list optional.
///
/// # Errors
/// An error of this code, naming what is wrong.
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
        let mut book = Book {
            accounts: from.list_or_empty("company"),
            orders: from.list_or_empty("order"),
            invoices: from.list_or_empty("invoice"),
            payments: from.list_or_empty_with("payment", &wire::payments).concat(),
            entries: from.list_or_empty("activity"),
            commitments: from.list_or_empty_with("commitment", &wire::promise).into_iter().flatten().collect(),
            meetings: from.list_or_empty("meeting"),
            competitors: from.list_or_empty("competitor"),
            rivals: from.list_or_empty("competitorProduct"),
            criteria: from.list_or_empty("criterion"),
            facts: from.list_or_empty("fact"),
            objections: from.list_or_empty("objection"),
            approvals: from.list_or_empty("approval"),
            prices: from.list_or_empty_with("priceList", &prices).into_iter().flatten().next(),
            ..Book::default()
        };
        settle(&mut book.accounts, from.list_or_empty_with("contact", &wire::contact));
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
/// made up. Two under one id are refused, since every view finds records by it.
fn note(book: &mut Book, from: &mut Reader<'_>, name: &'static str, entity: Option<Entity>) {
    let Value::List(records) = from.value().get(name) else { return };
    let mut ids = BTreeSet::new();
    for record in records {
        let id = record.get("id").as_text().unwrap_or_default();
        if !ids.insert(id) {
            from.refuse(name, &["records of different ids, but twice ", id].concat());
        }
        if let (Some(entity), Some(version)) = (entity, record.get("version").as_text()) {
            book.versions.insert(Key { entity, id: id.to_owned() }, version.to_owned());
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
