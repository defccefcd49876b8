//! The price lists that go before the products' own prices.

use rust_decimal::Decimal;

use super::{PriceList, Product};
use crate::domain::date::Date;
use crate::domain::error::Result;
use crate::domain::money::Currency;
use crate::domain::pricing::{BookEntry, BookList, ListPrice, PriceBook, PriceQuery};

/// Price lists beside the products' own prices, on which they may be built: those are a list too, under the id of the list with
/// the rules, for everybody and after all others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PriceLists {
    /// The products' own prices stand last; nothing at all where there are no other lists.
    book: PriceBook,
}

impl PriceLists {
    /// The lists, for these products. A price that names no unit is one of the product's own unit.
    ///
    /// # Errors
    /// Those of [`PriceBook::new`].
    pub fn new(own: &PriceList, products: &[Product], mut lists: Vec<BookList>) -> Result<Self> {
        if lists.is_empty() {
            return Ok(Self::default());
        }
        let mut known: Vec<(&str, &str)> =
            products.iter().map(|product| (product.id.as_str(), product.unit.as_str())).collect();
        known.sort_unstable();
        for list in &mut lists {
            for entry in list.entries.iter_mut().filter(|entry| entry.unit.is_empty()) {
                if let Ok(place) = known.binary_search_by(|(id, _)| (*id).cmp(&entry.item)) {
                    known[place].1.clone_into(&mut entry.unit);
                }
            }
        }
        let entry = |product: &Product| BookEntry {
            item: product.id.clone(),
            unit: product.unit.clone(),
            price: product.price,
            ..BookEntry::default()
        };
        lists.push(BookList {
            name: own.name.clone(),
            entries: products.iter().map(entry).collect(),
            ..BookList::new(&own.id, own.currency)
        });
        Ok(Self { book: PriceBook::new(lists, Vec::new())? })
    }

    /// The lists but for the products' own prices.
    pub fn lists(&self) -> &[BookList] {
        self.book.lists().split_last().map(|(_, lists)| lists).unwrap_or_default()
    }

    /// What one of the product's own units costs clients of this group on this day, and on which list; nothing where no list
    /// has it in this currency, or there are none.
    ///
    /// # Errors
    /// Those of [`PriceBook::price`].
    pub fn price(
        &self,
        product: &Product,
        client_group: Option<&str>,
        currency: Currency,
        day: Date,
    ) -> Result<Option<ListPrice<'_>>> {
        let query = PriceQuery { client_group, currency, day: Some(day), item: &product.id, unit: &product.unit };
        let found = self.book.price(&query)?;
        Ok(found.map(|found| ListPrice { price: written(found.price, currency), ..found }))
    }

    /// The lists that are for this group alone in this currency on this day, by what people call them.
    pub fn named_for(&self, client_group: &str, currency: Currency, day: Date) -> Vec<&str> {
        let query = PriceQuery { client_group: Some(client_group), day: Some(day), ..PriceQuery::new(currency) };
        let theirs = self.lists().iter().filter(|list| !list.client_groups.is_empty() && list.is_for(&query));
        theirs.map(|list| if list.name.is_empty() { list.id.as_str() } else { list.name.as_str() }).collect()
    }
}

/// The same amount with as many digits as it needs, and no fewer than its currency has: percentages leave zeros behind.
fn written(price: Decimal, currency: Currency) -> Decimal {
    let mut price = price.normalize();
    price.rescale(price.scale().max(currency.minor_units()));
    price
}
