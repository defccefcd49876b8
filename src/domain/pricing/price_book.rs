//! Price lists: for whom, in which currency and unit, on which days, and built on which other list.

mod checks;
mod list;

use rust_decimal::Decimal;

use super::formula::Formula;
use crate::domain::date::Date;
use crate::domain::error::{Code, Error, Result};
use crate::domain::money::{Currency, div, mul};
use checks::{bases, check_circles, check_entries};
use list::is_valid;

pub use list::{BookEntry, BookList, ListBase};

/// Price lists that were checked to fit together.
///
/// ```
/// use sapa::domain::money::Currency;
/// use sapa::domain::pricing::{BookEntry, BookList, BookUnit, Formula, ListBase, PriceBook, PriceQuery};
///
/// let euro = Currency::new("EUR", 2)?;
/// let entry = BookEntry { item: "chai".into(), unit: "bag".into(), price: 2.into(), ..BookEntry::default() };
/// let formula = Formula { discount_percent: 10.into(), ..Formula::default() };
/// let book = PriceBook::new(
///     vec![
///         BookList { entries: vec![entry], ..BookList::new("retail", euro) },
///         BookList {
///             client_groups: vec!["wholesale".into()],
///             base: Some(ListBase { list: "retail".into(), formula }),
///             ..BookList::new("wholesale", euro)
///         },
///     ],
///     vec![BookUnit { item: "chai".into(), unit: "box".into(), factor: 20.into() }],
/// )?;
///
/// let box_of_chai = PriceQuery { item: "chai", unit: "box", ..PriceQuery::new(euro) };
/// let found = book.price(&PriceQuery { client_group: Some("wholesale"), ..box_of_chai })?;
/// assert_eq!(found.map(|found| (found.list, found.price)), Some(("wholesale", 36.into())));
/// # Ok::<(), sapa::domain::error::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct PriceBook {
    lists: Vec<BookList>,
    /// For each list the one it is built on.
    bases: Vec<Option<usize>>,
    /// Sorted by item and unit.
    units: Vec<BookUnit>,
}

/// How large a unit of one thing is. What is not stated is the stock unit itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookUnit {
    /// Of what.
    pub item: String,
    /// The unit.
    pub unit: String,
    /// How many stock units it is: above zero.
    pub factor: Decimal,
}

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PriceQuery<'a> {
    /// The client's group.
    pub client_group: Option<&'a str>,
    /// The currency of the order.
    pub currency: Currency,
    /// The day of the order.
    pub day: Option<Date>,
    /// What is ordered.
    pub item: &'a str,
    /// In which unit.
    pub unit: &'a str,
}

/// A price, and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListPrice<'a> {
    /// The list's id.
    pub list: &'a str,
    /// What one unit costs, unrounded unless a formula rounds.
    pub price: Decimal,
}

impl<'a> PriceQuery<'a> {
    /// Nothing yet, in this currency.
    pub fn new(currency: Currency) -> Self {
        Self { client_group: None, currency, day: None, item: "", unit: "" }
    }
}

impl PriceBook {
    /// The lists as a book.
    ///
    /// # Errors
    /// `price_list.circle` for lists that are built on one another in a circle, naming them in turn; `price_list.base` for a
    /// base that is not there, naming both; `rule.invalid` for two lists of one name, for two prices of one thing on the same
    /// day, and for a unit of two sizes; `number.range` for a price below zero or a unit of nothing, naming the thing; those of
    /// [`Formula::check`], naming the list.
    pub fn new(mut lists: Vec<BookList>, mut units: Vec<BookUnit>) -> Result<Self> {
        for list in &mut lists {
            let sound = list.base.as_ref().map_or(Ok(()), |base| base.formula.check());
            sound.map_err(|error| Error::new(error.kind(), [list.id.as_str(), ": ", error.detail()].concat()))?;
            list.entries.sort_by(|a, b| (&a.item, &a.unit, a.valid_from).cmp(&(&b.item, &b.unit, b.valid_from)));
            check_entries(list)?;
            let sized = list.entries.iter().filter_map(|entry| Some((entry, entry.factor?)));
            units.extend(sized.map(|(entry, factor)| BookUnit {
                item: entry.item.clone(),
                unit: entry.unit.clone(),
                factor,
            }));
        }
        units.sort_by(|a, b| (&a.item, &a.unit).cmp(&(&b.item, &b.unit)));
        if let Some(unit) = units.iter().find(|unit| unit.factor <= Decimal::ZERO) {
            return Err(Error::new(Code::NumberRange, unit.item.clone()));
        }
        units.dedup();
        let same = |pair: &&[BookUnit]| matches!(pair, [a, b] if (&a.item, &a.unit) == (&b.item, &b.unit));
        if let Some([unit, ..]) = units.windows(2).find(same) {
            return Err(Error::new(Code::RuleInvalid, [unit.item.as_str(), ": ", &unit.unit].concat()));
        }
        let bases = bases(&lists)?;
        check_circles(&lists, &bases)?;
        Ok(Self { lists, bases, units })
    }

    /// The lists, their prices sorted by thing, unit and day.
    pub fn lists(&self) -> &[BookList] {
        &self.lists
    }

    /// The price of a thing: on the first list for the client's group that has it, or else on the first for everybody.
    ///
    /// # Errors
    /// `number.overflow`; `rule.invalid` for a formula that leads below zero.
    pub fn price(&self, query: &PriceQuery) -> Result<Option<ListPrice<'_>>> {
        for theirs in [true, false] {
            for (index, list) in self.lists.iter().enumerate() {
                if list.client_groups.is_empty() != theirs
                    && list.is_for(query)
                    && let Some(price) = self.on_list(index, query)?
                {
                    return Ok(Some(ListPrice { list: &list.id, price }));
                }
            }
        }
        Ok(None)
    }

    /// The price on one list, or on the lists it is built on.
    fn on_list(&self, index: usize, query: &PriceQuery) -> Result<Option<Decimal>> {
        // There is no circle, so the way down ends; what was passed is undone in turn.
        let mut formulas = Vec::new();
        let mut at = Some(index);
        while let Some(index) = at {
            let Some(list) = self.lists.get(index) else { break };
            if let Some(price) = self.own(list, query)? {
                let price = formulas.iter().rev().try_fold(price, |price, formula: &&Formula| formula.price(price))?;
                return Ok(Some(price));
            }
            formulas.extend(list.base.as_ref().map(|base| &base.formula));
            at = self.bases.get(index).copied().flatten();
        }
        Ok(None)
    }

    /// The list's own price in this unit, or else the one of another unit, converted.
    fn own(&self, list: &BookList, query: &PriceQuery) -> Result<Option<Decimal>> {
        let on_the_day = |entry: &&BookEntry| is_valid(entry.valid_from, entry.valid_to, query.day);
        let entries = || list.entries_of(query.item).iter().filter(on_the_day);
        if let Some(entry) = entries().find(|entry| entry.unit == query.unit) {
            return Ok(Some(entry.price));
        }
        let Some(entry) = entries().next() else { return Ok(None) };
        let (from, to) = (self.factor(query.item, &entry.unit), self.factor(query.item, query.unit));
        match (from, to) {
            // Two units of which neither is known are not the same.
            (None, None) => Ok(None),
            (from, to) => {
                let (from, to) = (from.unwrap_or(Decimal::ONE), to.unwrap_or(Decimal::ONE));
                Ok(Some(div(mul(entry.price, to)?, from)?))
            }
        }
    }

    /// How many stock units this unit of a thing is, if that is known.
    pub fn factor(&self, item: &str, unit: &str) -> Option<Decimal> {
        let place = self.units.binary_search_by(|known| (known.item.as_str(), known.unit.as_str()).cmp(&(item, unit)));
        self.units.get(place.ok()?).map(|unit| unit.factor)
    }
}
