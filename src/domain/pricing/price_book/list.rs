//! One price list: for whom it is, what stands on it, and what it is built on.

use rust_decimal::Decimal;

use super::PriceQuery;
use crate::domain::date::Date;
use crate::domain::money::Currency;
use crate::domain::pricing::formula::Formula;

/// One price list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookList {
    /// Names the list.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// The currency of its prices.
    pub currency: Currency,
    /// The client's groups it is for; none are all.
    pub client_groups: Vec<String>,
    /// The first day.
    pub valid_from: Option<Date>,
    /// The last day.
    pub valid_to: Option<Date>,
    /// Where a price comes from that is not on the list itself.
    pub base: Option<ListBase>,
    /// Its own prices.
    pub entries: Vec<BookEntry>,
}

/// Another list, and how its prices become those of this one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListBase {
    /// The other list's id. For whom and when it is valid does not matter here.
    pub list: String,
    /// What becomes of its price; the exchange rate is in here.
    pub formula: Formula,
}

/// The price of one thing.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct BookEntry {
    /// What is sold.
    pub item: String,
    /// In which unit.
    pub unit: String,
    /// How many stock units that is, where it is said here; it then holds for every list.
    pub factor: Option<Decimal>,
    /// What one such unit costs.
    pub price: Decimal,
    /// The first day.
    pub valid_from: Option<Date>,
    /// The last day.
    pub valid_to: Option<Date>,
}

impl BookList {
    /// An empty list for everybody and always.
    pub fn new(id: &str, currency: Currency) -> Self {
        Self {
            id: id.to_owned(),
            name: String::new(),
            currency,
            client_groups: Vec::new(),
            valid_from: None,
            valid_to: None,
            base: None,
            entries: Vec::new(),
        }
    }

    /// Whether the list may be used for this client, currency and day.
    pub fn is_for(&self, query: &PriceQuery) -> bool {
        let theirs = |group: &str| self.client_groups.iter().any(|named| named == group);
        self.currency == query.currency
            && is_valid(self.valid_from, self.valid_to, query.day)
            && (self.client_groups.is_empty() || query.client_group.is_some_and(theirs))
    }

    /// The entries of one thing, in the order of their units.
    pub(super) fn entries_of(&self, item: &str) -> &[BookEntry] {
        let start = self.entries.partition_point(|entry| entry.item.as_str() < item);
        let length = self.entries[start..].partition_point(|entry| entry.item == item);
        &self.entries[start..start + length]
    }
}

pub(super) fn is_valid(from: Option<Date>, to: Option<Date>, day: Option<Date>) -> bool {
    match day {
        Some(day) => from.is_none_or(|from| day >= from) && to.is_none_or(|to| day <= to),
        None => from.is_none() && to.is_none(),
    }
}
