//! Who buys.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::number::text;

/// A company that buys, with the terms agreed with it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Client {
    /// The record's id, opaque to us.
    pub id: String,
    /// The company's name.
    pub name: String,
    /// The person to speak to.
    #[serde(default)]
    pub contact: Option<Contact>,
    /// The city of its address.
    #[serde(default)]
    pub city: Option<String>,
    /// The country of its address.
    #[serde(default)]
    pub country: Option<String>,
    /// The group of clients it is served as, such as "Wholesale".
    #[serde(default)]
    pub group: Option<String>,
    /// What was agreed to be taken off every line, in percent.
    #[serde(default, with = "text")]
    pub discount_percent: Decimal,
    /// The agreed payment term's id.
    #[serde(default)]
    pub term: Option<String>,
}

/// A person at the client's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Contact {
    /// Given and family name, as the person writes it.
    pub name: String,
    /// The person's position.
    #[serde(default)]
    pub title: Option<String>,
}
