//! The stored form of what the store adds to the domain's nouns.

mod book;
mod item;

use std::sync::Arc;

use super::{Catalogue, Entry, Place, Record, Saved, Table};
use crate::domain::error::{Code, Error, Result};
use crate::domain::product::{PriceList, PriceLists, Product};
use crate::wire::{self, FromWire, Reader, ToWire, Value, Writer};

pub use book::{book_kinds, read_book};

impl Record {
    /// What is stored under the record's key.
    pub fn stored(&self) -> Value {
        match self {
            Record::Quote(saved) => saved.to_wire(),
            Record::Outbox(entry) => entry.to_wire(),
            Record::Draft(draft) => draft.to_wire(),
            Record::Catalogue(catalogue) => catalogue.to_wire(),
            Record::Book(given) => given.value.clone(),
            Record::Change(changed) => changed.to_wire(),
        }
    }

    /// The record that was stored in this table.
    ///
    /// # Errors
    /// `storage.failed`, naming the table and the field that is not of its shape.
    pub fn restore(table: Table, stored: &Value) -> Result<Record> {
        let mut from = Reader::new(stored);
        let record = match table {
            Table::Quotes => Record::Quote(Box::new(FromWire::from_wire(&mut from))),
            Table::Outbox => Record::Outbox(FromWire::from_wire(&mut from)),
            Table::Draft => Record::Draft(FromWire::from_wire(&mut from)),
            Table::Catalogue => Record::Catalogue(Arc::new(FromWire::from_wire(&mut from))),
            Table::Book => Record::Book(Box::new(FromWire::from_wire(&mut from))),
            Table::Changes => Record::Change(Box::new(FromWire::from_wire(&mut from))),
        };
        from.settle(record).map_err(|fault| Error::new(Code::StorageFailed, fault.under(table.name()).text()))
    }
}

impl FromWire for Catalogue {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        let (products, price_list): (Vec<Product>, PriceList) = (from.list("products"), from.one("priceList"));
        let prices = PriceLists::new(&price_list, &products, from.list_or_empty("priceLists"));
        Catalogue {
            clients: from.list("clients"),
            prices: from.accepted("priceLists", prices, PriceLists::default()),
            products,
            price_list,
            level: wire::level_or_none(from),
            left_out: Vec::new(),
        }
    }
}

impl ToWire for Catalogue {
    fn to_wire(&self) -> Value {
        Writer::new()
            .list("clients", &self.clients)
            .list("products", &self.products)
            .one("priceList", &self.price_list)
            .list_if_any("priceLists", self.prices.lists())
            .if_any("level", self.level.as_ref())
            .end()
    }
}

impl FromWire for Entry {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Entry { idem: from.text("idem"), quote: from.text("quote") }
    }
}

impl ToWire for Entry {
    fn to_wire(&self) -> Value {
        Writer::new().text("idem", &self.idem).text("quote", &self.quote).end()
    }
}

impl FromWire for Saved {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Saved { quote: from.one("quote"), place: from.one("place"), order: from.count("order") }
    }
}

impl ToWire for Saved {
    fn to_wire(&self) -> Value {
        Writer::new().one("quote", &self.quote).one("place", &self.place).count("order", self.order).end()
    }
}

impl FromWire for Place {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        match from.variant() {
            "device" => Place::Device,
            "pending" => Place::Pending,
            "host" => from.one_with("host", &|from| Place::Host { id: from.text("id"), version: from.text("version") }),
            "refused" => from.one_with("refused", &|from| Place::Refused { code: from.text("code") }),
            _ => {
                from.refuse("", "a place");
                Place::Device
            }
        }
    }
}

impl ToWire for Place {
    fn to_wire(&self) -> Value {
        match self {
            Place::Device => Value::Text("device".to_owned()),
            Place::Pending => Value::Text("pending".to_owned()),
            Place::Host { id, version } => {
                Writer::new().value("host", Writer::new().text("id", id).text("version", version).end()).end()
            }
            Place::Refused { code } => Writer::new().value("refused", Writer::new().text("code", code).end()).end(),
        }
    }
}
