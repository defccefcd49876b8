//! What is sold, and on what terms.

use rust_decimal::Decimal;

use super::money::Currency;
use super::pricing::Tiers;

/// Something that can be ordered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Product {
    /// The record's id, opaque to us.
    pub id: String,
    /// The number by which people order it.
    pub sku: String,
    /// Its name.
    pub name: String,
    /// What one of it is, such as "10 boxes x 20 bags".
    pub unit: String,
    /// The kind of goods it is filed under.
    pub category: String,
    /// List price of one unit, in the price list's currency.
    pub price: Decimal,
    /// What one unit costs us, if the user may know.
    pub cost: Option<Decimal>,
    /// No longer sold; kept because old quotes name it.
    pub discontinued: bool,
}

/// The rules all prices of the list are subject to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceList {
    /// The record's id, opaque to us.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The currency of every price on it.
    pub currency: Currency,
    /// Invented for a demonstration: nobody should be quoted from it.
    pub sample: bool,
    /// What comes off a line, by how much of it is ordered.
    pub line_tiers: Tiers,
    /// What comes off the whole order, by its amount.
    pub order_tiers: Tiers,
    /// When to pay, and what that changes.
    pub terms: Vec<Term>,
    /// What a year of waiting for money costs us, in percent.
    pub cost_of_capital_percent: Decimal,
}

/// A term of payment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The term's id within its price list.
    pub id: String,
    /// Days from delivery to payment.
    pub days: u32,
    /// What comes off for it, in percent; a surcharge is negative.
    pub percent: Decimal,
}

impl PriceList {
    /// The term with this id.
    pub fn term(&self, id: &str) -> Option<&Term> {
        self.terms.iter().find(|term| term.id == id)
    }
}
