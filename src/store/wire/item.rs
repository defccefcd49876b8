//! Changed records, in the form of the contract's.

use std::sync::Arc;

use crate::store::{Changed, Entity, IMPORTED, Item, Key};
use crate::wire::{self, Choice, FromWire, Reader, ToWire, Value, Writer};

impl FromWire for Changed {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        let entity = from.choice("entity");
        Changed {
            key: Key { entity, id: from.text("id") },
            item: from.has("item").then(|| from.one_with("item", &|from| item(entity, from))),
            place: from.one("place"),
            base: from.text_or_none("base"),
            idem: from.text("idem"),
            order: from.count("order"),
        }
    }
}

impl ToWire for Changed {
    fn to_wire(&self) -> Value {
        Writer::new()
            .choice("entity", self.key.entity)
            .text("id", &self.key.id)
            .one_or_null("item", self.item.as_ref())
            .one("place", &self.place)
            .text_or_null("base", self.base.as_deref())
            .text("idem", &self.idem)
            .count("order", self.order)
            .end()
    }
}

/// The item of this kind.
fn item(entity: Entity, from: &mut Reader<'_>) -> Item {
    match entity {
        Entity::Company => Item::Account(FromWire::from_wire(from)),
        Entity::Contact => {
            let (client, person) = wire::contact(from);
            Item::Person(client, person)
        }
        Entity::Activity => Item::Entry(FromWire::from_wire(from)),
        Entity::Commitment => Item::Commitment(FromWire::from_wire(from)),
        Entity::Meeting => Item::Meeting(FromWire::from_wire(from)),
        Entity::Criterion => Item::Criterion(FromWire::from_wire(from)),
        Entity::Fact => Item::Fact(FromWire::from_wire(from)),
        Entity::Approval => Item::Approval(Box::new(FromWire::from_wire(from))),
        Entity::PriceList => Item::Prices(Arc::new(FromWire::from_wire(from))),
    }
}

impl ToWire for Item {
    fn to_wire(&self) -> Value {
        match self {
            Item::Account(account) => account.to_wire(),
            Item::Person(client, person) => wire::contact_record(client, person),
            Item::Entry(entry) => entry.to_wire(),
            Item::Commitment(commitment) => commitment.to_wire(),
            Item::Meeting(meeting) => meeting.to_wire(),
            Item::Criterion(criterion) => criterion.to_wire(),
            Item::Fact(fact) => fact.to_wire(),
            Item::Approval(approval) => approval.to_wire(),
            Item::Prices(prices) => wire::imported_prices(prices, IMPORTED),
        }
    }
}

impl Choice for Entity {
    const ALL: &'static [Self] = &Entity::ALL;

    fn word(self) -> &'static str {
        self.name()
    }
}
