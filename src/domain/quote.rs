//! The offer: being written, and as it was made.

mod payment;
mod request;
mod scenarios;
mod taxes;

use rust_decimal::Decimal;

use super::date::Date;
use super::money::Currency;
use super::pricing::{FreeGood, Thresholds};

pub use payment::{EarlyDue, Payment};
pub use request::{NamedStep, may_have, request, steps, term};
pub use scenarios::MOST_SCENARIOS;
pub use taxes::{QuoteTax, RateTax, by_rate};

/// An offer being written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// For whom, once chosen.
    pub client: Option<String>,
    /// What is offered, in the order it was added.
    pub lines: Vec<DraftLine>,
    /// The payment term's id; the client's own term holds until one is chosen.
    pub term: Option<String>,
    /// What the account manager takes off every line, in percent.
    pub manual_percent: Decimal,
    /// The coupon the client brought, as it was typed.
    pub coupon: Option<String>,
    /// The ids of the steps in the order they are to apply, where it is not the usual one.
    pub arrangement: Vec<String>,
    /// On what thresholds look.
    pub thresholds: Thresholds,
    /// The id of the approval that was asked for it.
    pub approval: Option<String>,
    /// Words to go with the offer.
    pub note: String,
    /// The other scenarios of the offer, in order; they have none of their own.
    pub others: Vec<Draft>,
    /// The place of this scenario among all of them.
    pub place: usize,
}

/// One line of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftLine {
    /// Tells the lines of one draft apart; two may offer the same product.
    pub key: u32,
    /// The product's id.
    pub product: String,
    /// How many units of it.
    pub quantity: Decimal,
}

impl Draft {
    /// The line that the engine's answer names by this id.
    pub fn line(&self, id: &str) -> Option<&DraftLine> {
        self.lines.iter().find(|line| line.key.to_string() == id)
    }

    /// The id of the product that is given away: that of the line it is given for, unless it is another.
    pub fn given<'a>(&'a self, good: &'a FreeGood) -> Option<&'a str> {
        let same = || self.line(good.line.as_deref()?).map(|line| line.product.as_str());
        good.item.as_deref().or_else(same)
    }
}

/// An offer as it was made. Prices are kept, not looked up again.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    pub term: Option<String>,
    /// What the account manager took off every line, in percent.
    pub manual_percent: Decimal,
    /// The sum of the lines at list price.
    pub list: Decimal,
    /// What the client is to pay.
    pub net: Decimal,
    /// What is added for nothing.
    pub free: Vec<FreeLine>,
    /// The coupon the client brought.
    pub coupon: Option<String>,
    /// The tax; nothing where none is levied, and in quotes that were made before it was kept.
    pub tax: Option<QuoteTax>,
    /// What is to be paid when, delivered on the day it was made; nothing where no term is known, and in quotes that were made
    /// before it was kept.
    pub payment: Option<Payment>,
    /// Words that went with the offer.
    pub note: String,
}

/// One line of a quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuotedLine {
    /// The product's id.
    pub product: String,
    /// The product's name on that day.
    pub name: String,
    /// How many units.
    pub quantity: Decimal,
    /// List price of one unit on that day.
    pub price: Decimal,
    /// What the client is to pay for the line, its share of order discounts included.
    pub net: Decimal,
}

/// Goods that are added to a quote for nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FreeLine {
    /// The product's id.
    pub product: String,
    /// The product's name on that day.
    pub name: String,
    /// How many units.
    pub quantity: Decimal,
}
