//! Prices that were taken over, as one list.

use rust_decimal::Decimal;

use crate::domain::client::Client;
use crate::domain::date::Date;
use crate::domain::error::Result;
use crate::domain::money::Currency;
use crate::domain::pricing::{BookEntry, BookList, PriceBook, PriceQuery};
use crate::domain::product::Product;

/// Prices that were taken over together. They go before the prices of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceImport {
    /// What the list is called, such as the name of its file.
    pub name: String,
    /// The day it was taken over.
    pub imported: Date,
    /// The currency of all its prices.
    pub currency: Currency,
    prices: Vec<ListedPrice>,
    /// What it names groups by, each once.
    groups: Vec<String>,
    /// The same prices, to look one up.
    book: PriceBook,
}

/// One price of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedPrice {
    /// The product's id.
    pub product: String,
    /// What the price is for one of.
    pub unit: String,
    /// How many of the product's own units that is: above zero, and one for its own unit.
    pub factor: Decimal,
    /// The id of the group of clients it is for, by which promotions name it too; none are all.
    pub group: Option<String>,
    /// What one such unit costs: zero or more.
    pub price: Decimal,
    /// The first day.
    pub valid_from: Option<Date>,
    /// The last day.
    pub valid_to: Option<Date>,
}

impl PriceImport {
    /// The prices as a list of this name.
    ///
    /// # Errors
    /// `rule.invalid` for two prices of one thing on the same day, `number.range` for a price below zero or a unit of
    /// nothing.
    pub fn new(name: String, imported: Date, currency: Currency, prices: Vec<ListedPrice>) -> Result<Self> {
        let book = book(currency, &prices)?;
        let mut groups: Vec<String> = Vec::new();
        for group in prices.iter().filter_map(|price| price.group.as_ref()) {
            if !groups.contains(group) {
                groups.push(group.clone());
            }
        }
        Ok(Self { prices, groups, book, ..Self::empty(name, imported, currency) })
    }

    /// A list of this name without any price.
    pub fn empty(name: String, imported: Date, currency: Currency) -> Self {
        Self { name, imported, currency, prices: Vec::new(), groups: Vec::new(), book: PriceBook::default() }
    }

    /// Its prices.
    pub fn prices(&self) -> &[ListedPrice] {
        &self.prices
    }

    /// By what the list names the client's group: its id, or its name in a list that was taken over when names were kept.
    pub fn group_of<'a>(&self, client: &'a Client) -> Option<&'a str> {
        let id = client.group_id.as_deref();
        let names = |group: &str| self.groups.iter().any(|known| known == group);
        let name = client.group.as_deref().filter(|name| !id.is_some_and(names) && names(name));
        name.or(client.group_key())
    }

    /// What one of the product's own units costs clients of this group on this day; nothing if the list does not say so in
    /// this currency. A price for the group goes before one for all.
    ///
    /// # Errors
    /// `number.overflow`.
    pub fn price(
        &self,
        product: &Product,
        client_group: Option<&str>,
        currency: Currency,
        day: Date,
    ) -> Result<Option<Decimal>> {
        let query = PriceQuery { client_group, currency, day: Some(day), item: &product.id, unit: &product.unit };
        Ok(self.book.price(&query)?.map(|found| found.price))
    }
}

/// One list for each group, and one for all.
fn book(currency: Currency, prices: &[ListedPrice]) -> Result<PriceBook> {
    let mut lists: Vec<BookList> = Vec::new();
    for price in prices {
        let id = price.group.as_deref().unwrap_or_default();
        let known = lists.iter().position(|list| list.id == id);
        let at = known.unwrap_or(lists.len());
        if known.is_none() {
            let client_groups = price.group.iter().cloned().collect();
            lists.push(BookList { client_groups, ..BookList::new(id, currency) });
        }
        if let Some(list) = lists.get_mut(at) {
            list.entries.push(BookEntry {
                item: price.product.clone(),
                unit: price.unit.clone(),
                factor: Some(price.factor).filter(|factor| *factor != Decimal::ONE),
                price: price.price,
                valid_from: price.valid_from,
                valid_to: price.valid_to,
            });
        }
    }
    PriceBook::new(lists, Vec::new())
}
