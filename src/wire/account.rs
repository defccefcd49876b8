//! What is known of a client, from its `company` record, and of its people, from their `contact` records.

use super::{Choice, FromWire, Reader, ToWire, Value, Writer};
use crate::domain::account::{Account, Channel, Person, Role, Stage};

impl FromWire for Account {
    /// Of the record's many members, those that are the account's. People are records of their own.
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Account {
            client: from.text("id"),
            stage: from.choice_or_default("stage"),
            key: from.flag_or_false("keyAccount"),
            addressed_as: from.text_or_none("formOfAddress"),
            owner: from.text_or_none("ownerId"),
            since: from.date_or_none("since"),
            credit_limit: from.has("credit").then(|| from.one_with("credit", &|from| from.decimal("limit"))),
            people: Vec::new(),
        }
    }
}

impl ToWire for Account {
    fn to_wire(&self) -> Value {
        let credit = self.credit_limit.map(|limit| Writer::new().decimal("limit", limit).end());
        Writer::new()
            .text("id", &self.client)
            .choice("stage", self.stage)
            .flag("keyAccount", self.key)
            .text_or_null("formOfAddress", self.addressed_as.as_deref())
            .text_or_null("ownerId", self.owner.as_deref())
            .date_or_null("since", self.since)
            .value("credit", credit.unwrap_or(Value::Null))
            .end()
    }
}

/// A person, and the id of the client it is at.
pub fn contact(from: &mut Reader<'_>) -> (String, Person) {
    let mut channels = Vec::new();
    channels.extend(from.text_or_none("phone").map(Channel::Phone));
    channels.extend(from.text_or_none("email").map(Channel::Email));
    channels.extend(from.text_or_none("fax").map(Channel::Fax));
    let person = Person {
        id: from.text("id"),
        name: from.text("name"),
        addressed_as: from.text_or_none("formOfAddress"),
        position: from.text_or_none("title"),
        channels,
        role: from.choice_or_default("role"),
    };
    (from.text("clientId"), person)
}

/// The record of a person at the client of this id. It has room for one number, one address and one fax: the first of each.
pub fn contact_record(client: &str, person: &Person) -> Value {
    let (mut phone, mut email, mut fax) = (None, None, None);
    for channel in &person.channels {
        let (place, text) = match channel {
            Channel::Phone(text) => (&mut phone, text),
            Channel::Email(text) => (&mut email, text),
            Channel::Fax(text) => (&mut fax, text),
        };
        place.get_or_insert(text.as_str());
    }
    Writer::new()
        .text("id", &person.id)
        .text("clientId", client)
        .text("name", &person.name)
        .text_or_null("formOfAddress", person.addressed_as.as_deref())
        .text_or_null("title", person.position.as_deref())
        .text_or_null("phone", phone)
        .text_or_null("email", email)
        .text_or_null("fax", fax)
        .choice_or_null("role", Some(person.role).filter(|role| *role != Role::Unknown))
        .end()
}

impl Choice for Stage {
    const ALL: &'static [Self] = &Stage::ALL;

    fn word(self) -> &'static str {
        self.name()
    }
}

impl Choice for Role {
    /// One that is not known is not written.
    const ALL: &'static [Self] = &[Role::Decides, Role::Influences, Role::Uses, Role::Blocks];

    fn word(self) -> &'static str {
        self.name()
    }
}
