//! The offer: being written, and as it was made.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::client::Client;
use super::date::Date;
use super::error::{Code, Error, Result};
use super::money::Currency;
use super::number::text;
use super::pricing::Request;
use super::product::{PriceList, Product};

/// An offer being written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Draft {
    /// For whom, once chosen.
    #[serde(default)]
    pub client: Option<String>,
    /// What is offered, in the order it was added.
    #[serde(default)]
    pub lines: Vec<DraftLine>,
    /// The payment term's id; the client's own term holds until one is chosen.
    #[serde(default)]
    pub term: Option<String>,
    /// What the account manager takes off every line, in percent.
    #[serde(default, with = "text")]
    pub manual_percent: Decimal,
    /// Words to go with the offer.
    #[serde(default)]
    pub note: String,
}

/// One line of a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DraftLine {
    /// Tells the lines of one draft apart; two may offer the same product.
    pub key: u32,
    /// The product's id.
    pub product: String,
    /// How many units of it.
    #[serde(with = "text")]
    pub quantity: Decimal,
}

/// An offer as it was made. Prices are kept, not looked up again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Quote {
    /// The quote's id.
    pub id: String,
    /// The client's id.
    pub client: String,
    /// The day it was made.
    pub created: Date,
    /// The currency of every amount in it.
    pub currency: Currency,
    /// What was offered.
    pub lines: Vec<QuotedLine>,
    /// The payment term's id.
    #[serde(default)]
    pub term: Option<String>,
    /// What the account manager took off every line, in percent.
    #[serde(default, with = "text")]
    pub manual_percent: Decimal,
    /// The sum of the lines at list price.
    #[serde(with = "text")]
    pub list: Decimal,
    /// What the client is to pay.
    #[serde(with = "text")]
    pub net: Decimal,
    /// Words that went with the offer.
    #[serde(default)]
    pub note: String,
}

/// One line of a quote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct QuotedLine {
    /// The product's id.
    pub product: String,
    /// The product's name on that day.
    pub name: String,
    /// How many units.
    #[serde(with = "text")]
    pub quantity: Decimal,
    /// List price of one unit on that day.
    #[serde(with = "text")]
    pub price: Decimal,
    /// What the client is to pay for the line, its share of order discounts included.
    #[serde(with = "text")]
    pub net: Decimal,
}

/// What the engine is to price: the draft's lines at list price and every rule that applies to this client.
///
/// # Errors
/// `record.not_found` for a product or term the price list does not have.
pub fn request<'a>(
    draft: &Draft,
    client: Option<&Client>,
    product: impl Fn(&str) -> Option<&'a Product>,
    price_list: &PriceList,
) -> Result<Request> {
    let _ = (draft, client, product("x"), price_list);
    Err(Error::new(Code::NotFound, "not yet"))
}
