//! What a person changes beside the quote: one record of one kind, kept and sent as a whole.

use std::sync::Arc;

use super::state::Place;
use crate::domain::account::{Account, Person};
use crate::domain::approval::Approval;
use crate::domain::calendar::meeting::Meeting;
use crate::domain::commitment::Commitment;
use crate::domain::comparison::{Criterion, Fact};
use crate::domain::import::PriceImport;
use crate::domain::timeline::Entry;

/// A record that can be changed here.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// What is known of a client, without its people.
    Account(Account),
    /// A person at the client of this id.
    Person(String, Person),
    /// A call or a note.
    Entry(Entry),
    /// A promise.
    Commitment(Commitment),
    /// An appointment.
    Meeting(Meeting),
    /// A criterion of the comparison, with its weight.
    Criterion(Criterion),
    /// A fact about a product.
    Fact(Fact),
    /// A deal somebody else must grant.
    Approval(Box<Approval>),
    /// The prices that were taken over from a file.
    Prices(Arc<PriceImport>),
}

/// The kind of an item, as the host contract calls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Entity {
    Company,
    Contact,
    Activity,
    Commitment,
    Meeting,
    Criterion,
    Fact,
    Approval,
    PriceList,
}

/// What tells one item from every other.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// Its kind.
    pub entity: Entity,
    /// Its id among its kind.
    pub id: String,
}

/// An item that was changed here, and where the change is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Changed {
    /// The item.
    pub key: Key,
    /// As it is now; nothing if it was taken out.
    pub item: Option<Item>,
    /// Where the change lies.
    pub place: Place,
    /// The version the host had when it was changed; nothing for what the host does not have yet.
    pub base: Option<String>,
    /// The idempotency key of the change.
    pub idem: String,
    /// Counts up with every change on this device.
    pub order: u32,
}

/// The id of the prices that were taken over: a new list goes in the place of the old one.
pub const IMPORTED: &str = "imported";

impl Item {
    /// What tells it from every other.
    pub fn key(&self) -> Key {
        let (entity, id) = match self {
            Item::Prices(_) => return Key::imported_prices(),
            Item::Account(account) => (Entity::Company, &account.client),
            Item::Person(_, person) => (Entity::Contact, &person.id),
            Item::Entry(entry) => (Entity::Activity, &entry.id),
            Item::Commitment(kept) => (Entity::Commitment, &kept.id),
            Item::Meeting(meeting) => (Entity::Meeting, &meeting.id),
            Item::Criterion(criterion) => (Entity::Criterion, &criterion.id),
            Item::Fact(fact) => (Entity::Fact, &fact.id),
            Item::Approval(approval) => (Entity::Approval, &approval.id),
        };
        Key { entity, id: id.clone() }
    }
}

impl Key {
    /// That of the prices that were taken over.
    pub fn imported_prices() -> Self {
        Key { entity: Entity::PriceList, id: IMPORTED.to_owned() }
    }
}

impl Entity {
    /// Every kind.
    pub const ALL: [Entity; 9] = [
        Entity::Company,
        Entity::Contact,
        Entity::Activity,
        Entity::Commitment,
        Entity::Meeting,
        Entity::Criterion,
        Entity::Fact,
        Entity::Approval,
        Entity::PriceList,
    ];

    /// The contract's word.
    pub const fn name(self) -> &'static str {
        match self {
            Entity::Company => "company",
            Entity::Contact => "contact",
            Entity::Activity => "activity",
            Entity::Commitment => "commitment",
            Entity::Meeting => "meeting",
            Entity::Criterion => "criterion",
            Entity::Fact => "fact",
            Entity::Approval => "approval",
            Entity::PriceList => "priceList",
        }
    }
}
