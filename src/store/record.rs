//! What is kept on the device, one record at a time.

use std::sync::Arc;

use super::book::Book;
use super::item::{Changed, Key};
use super::state::Saved;
use crate::domain::client::Client;
use crate::domain::product::{PriceList, PriceLists, Product};
use crate::domain::quote::Draft;
use crate::domain::terms::Level;
use crate::wire::{LeftOut, Value};

/// The version of the stored shapes. It rises when an older build could no longer read what a newer one wrote.
pub const SCHEMA: u32 = 2;

/// The tables of the device's database. Their names are part of the stored schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Table {
    /// Saved quotes, by quote id.
    Quotes,
    /// What waits for the host, by idempotency key.
    Outbox,
    /// The quote being written: one record.
    Draft,
    /// The last catalogue the host gave: one record.
    Catalogue,
    /// The last other records the host gave: one record.
    Book,
    /// Records that were changed here, by kind and id.
    Changes,
}

/// One record of one table.
#[derive(Clone, Debug, PartialEq)]
pub enum Record {
    /// A saved quote.
    Quote(Box<Saved>),
    /// A message waiting for the host.
    Outbox(Entry),
    /// The quote being written.
    Draft(Draft),
    /// What the host last gave to sell.
    Catalogue(Arc<Catalogue>),
    /// What else the host last gave.
    Book(Box<Given>),
    /// A record that was changed here.
    Change(Box<Changed>),
}

/// What the host gave, and what it was read as. It is kept as it came, because most of it is never written by us.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    /// As it came.
    pub value: Value,
    /// As it was read.
    pub book: Book,
}

/// One change of the device's data. A list of writes is kept whole or not at all.
#[derive(Clone, Debug, PartialEq)]
pub enum Write {
    /// Adds the record, or replaces the one under its key.
    Put(Record),
    /// Takes the record away; fine if there is none.
    Delete(Table, String),
}

/// What is for sale, to whom, at what price.
#[derive(Clone, Debug, PartialEq)]
pub struct Catalogue {
    /// The clients of the base.
    pub clients: Vec<Client>,
    /// The products on the list.
    pub products: Vec<Product>,
    /// Tiers, terms and the currency.
    pub price_list: PriceList,
    /// The lists whose prices go before the products' own.
    pub prices: PriceLists,
    /// How far the user may go, if the host has said so.
    pub level: Option<Level>,
    /// What the host gave and could not be read.
    pub left_out: Vec<LeftOut>,
}

/// A saved quote that waits for the host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The idempotency key: the host applies what bears it once, however often it is sent.
    pub idem: String,
    /// The quote to send.
    pub quote: String,
}

impl Table {
    /// Every table, in the order they are created.
    pub const ALL: [Table; 6] =
        [Table::Quotes, Table::Outbox, Table::Draft, Table::Catalogue, Table::Book, Table::Changes];

    /// The stored name.
    pub const fn name(self) -> &'static str {
        match self {
            Table::Quotes => "quotes",
            Table::Outbox => "outbox",
            Table::Draft => "draft",
            Table::Catalogue => "catalogue",
            Table::Book => "book",
            Table::Changes => "changes",
        }
    }
}

impl Record {
    /// The table the record belongs to.
    pub fn table(&self) -> Table {
        match self {
            Record::Quote(_) => Table::Quotes,
            Record::Outbox(_) => Table::Outbox,
            Record::Draft(_) => Table::Draft,
            Record::Catalogue(_) => Table::Catalogue,
            Record::Book(_) => Table::Book,
            Record::Change(_) => Table::Changes,
        }
    }

    /// The key within the table. Tables of one record use one fixed key.
    pub fn key(&self) -> String {
        match self {
            Record::Quote(saved) => saved.quote.id.clone(),
            Record::Outbox(entry) => entry.idem.clone(),
            Record::Change(changed) => changed.key.stored(),
            Record::Draft(_) | Record::Catalogue(_) | Record::Book(_) => "current".to_owned(),
        }
    }
}

impl Key {
    /// The key under which a change is stored.
    pub fn stored(&self) -> String {
        [self.entity.name(), "/", &self.id].concat()
    }
}
