//! Who buys.

use rust_decimal::Decimal;

/// A company that buys, with the terms agreed with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Client {
    /// The record's id, opaque to us.
    pub id: String,
    /// The company's name.
    pub name: String,
    /// The person to speak to.
    pub contact: Option<Contact>,
    /// The city of its address.
    pub city: Option<String>,
    /// The country of its address.
    pub country: Option<String>,
    /// The group of clients it is served as, such as "Wholesale".
    pub group: Option<String>,
    /// That group's id, by which promotions and price lists name it.
    pub group_id: Option<String>,
    /// What was agreed to be taken off every line, in percent.
    pub discount_percent: Decimal,
    /// The agreed payment term's id.
    pub term: Option<String>,
}

impl Client {
    /// By what rules name the client's group: its id, or its name where the host knows names alone.
    pub fn group_key(&self) -> Option<&str> {
        self.group_id.as_deref().or(self.group.as_deref())
    }
}

/// A person at the client's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Given and family name, as the person writes it.
    pub name: String,
    /// The person's position.
    pub title: Option<String>,
}
