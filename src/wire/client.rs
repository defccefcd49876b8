//! Who buys.

use super::{FromWire, Reader, ToWire, Value, Writer};
use crate::domain::client::{Client, Contact};

impl FromWire for Client {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Client {
            id: from.text("id"),
            name: from.text("name"),
            contact: from.one_or_none("contact"),
            city: from.text_or_none("city"),
            country: from.text_or_none("country"),
            group: from.text_or_none("group"),
            group_id: from.text_or_none("groupId"),
            discount_percent: from.decimal_or_none("discountPercent").unwrap_or_default(),
            term: from.text_or_none("term"),
        }
    }
}

impl ToWire for Client {
    fn to_wire(&self) -> Value {
        Writer::new()
            .text("id", &self.id)
            .text("name", &self.name)
            .one_or_null("contact", self.contact.as_ref())
            .text_or_null("city", self.city.as_deref())
            .text_or_null("country", self.country.as_deref())
            .text_or_null("group", self.group.as_deref())
            .if_any("groupId", self.group_id.as_ref())
            .decimal("discountPercent", self.discount_percent)
            .text_or_null("term", self.term.as_deref())
            .end()
    }
}

impl FromWire for Contact {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Contact { name: from.text("name"), title: from.text_or_none("title") }
    }
}

impl ToWire for Contact {
    fn to_wire(&self) -> Value {
        Writer::new().text("name", &self.name).text_or_null("title", self.title.as_deref()).end()
    }
}
