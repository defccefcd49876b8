//! A price list out of somebody's file: from text to a table, from its rows to prices, and why a row is none.
//!
//! Nothing is taken by halves. [`preview`] says what every row would become; what a person then takes over is one
//! [`PriceImport`], looked up through a [`PriceBook`](super::pricing::PriceBook).
//!
//! ```
//! use sapa::domain::import::{Market, Notation, Table, preview};
//! use sapa::domain::money::Currency;
//! use sapa::domain::number::Separators;
//! use sapa::domain::product::Product;
//!
//! let chai = Product {
//!     id: "1".into(), sku: "T-01".into(), name: "Chai".into(), unit: "box".into(), category: "Tea".into(),
//!     price: 18.into(), cost: None, weight: None, tax_class: None, discontinued: false,
//! };
//! let market = Market {
//!     products: &[chai], groups: &[], currency: Currency::new("USD", 2)?,
//!     notation: Notation { separators: Separators { decimal: '.', group: ',' }, day_first: false },
//!     current: &|product, _| product.price,
//! };
//! let preview = preview(&Table::parse("SKU;Price;Shelf\nT-01;19,50;7\nT-02;4,00;7")?, &market)?;
//! assert_eq!(preview.accepted[0].price.to_string(), "19.50");
//! assert_eq!(preview.rejected[0].row, 3, "nobody sells T-02");
//! assert_eq!(preview.ignored, ["Shelf"]);
//! # Ok::<(), sapa::domain::error::Error>(())
//! ```

mod days;
mod heading;
mod index;
mod marks;
mod prices;
mod reading;
mod row;
mod splitting;
mod table;

use days::DayOrder;
use heading::{Column, Heading};
use index::{Articles, Taken};
pub use prices::{ListedPrice, PriceImport};
use reading::convention;
use row::Row;
pub use splitting::Splitting;
pub use table::{Cell, Fault, Line, Table};

use rust_decimal::Decimal;

use super::date::Date;
use super::error::{Code, Error, Result};
use super::money::{self, Currency};
use super::number::Separators;
use super::product::Product;

/// The most bytes of text that are read.
pub const MAX_BYTES: usize = 5_000_000;

/// The most rows that are read, the one with the headings not counted.
pub const MAX_ROWS: usize = 20_000;

/// More of a cell than this many letters is not shown to anybody.
const SHOWN: usize = 60;

/// What the rows are held against.
pub struct Market<'a> {
    /// What is sold.
    pub products: &'a [Product],
    /// The groups clients belong to.
    pub groups: &'a [ClientGroup],
    /// The currency of the price list.
    pub currency: Currency,
    /// How the reader writes, for where the file leaves it open.
    pub notation: Notation,
    /// What one unit of a product costs a group, by its id, now, for what would change.
    pub current: &'a dyn Fn(&Product, Option<&str>) -> Decimal,
}

/// How a reader writes numbers and days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Notation {
    /// The marks in numbers.
    pub separators: Separators,
    /// Whether 5/6/2026 is the fifth of June; where it is not, it is read as the sixth of May, and that is said.
    pub day_first: bool,
}

/// A group of clients: files call it by its name, and every rule by its id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClientGroup {
    /// The group's id.
    pub id: String,
    /// What people call it.
    pub name: String,
}

/// What a table would become.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// The prices, in the order of their rows.
    pub accepted: Vec<ListedPrice>,
    /// The rows that are no prices, in their order.
    pub rejected: Vec<Rejected>,
    /// The headings nobody here knows, whose columns are not read.
    pub ignored: Vec<String>,
    /// The accepted prices that differ from what holds now.
    pub changes: Vec<Change>,
    /// What the accepted rows say that could have meant something else.
    pub unclear: Vec<Unclear>,
}

/// A row that is no price.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected {
    /// Its number, as a spreadsheet counts: from 1, the headings included.
    pub row: u32,
    /// What stood where the fault is; cut off where it is long.
    pub cell: String,
    /// The fault.
    pub reason: Reason,
}

/// Why a row is no price.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It has another number of cells than the headings.
    Ragged {
        /// How many it should have.
        wanted: u32,
        /// How many it has.
        found: u32,
    },
    /// A quotation mark is not closed, or text follows the one that closes.
    Quotation,
    /// It names no article.
    ArticleMissing,
    /// Nothing of this number or name is sold.
    ArticleUnknown,
    /// Several products have this name.
    NameTwice,
    /// The row of this number has a price for the same article, unit, group and days.
    Twice(u32),
    /// It has no price.
    PriceMissing,
    /// The price is no number.
    PriceInvalid,
    /// The price has more digits than can be reckoned with.
    PriceTooLarge,
    /// The price is below zero.
    PriceNegative,
    /// The price is in another currency than the list's, which is this.
    Currency(String),
    /// The article is sold in this unit, and it is not said how many of them the row's unit holds.
    UnitUnknown(String),
    /// How many units it holds is no number above zero, or another row says otherwise.
    Factor,
    /// No client belongs to this group.
    GroupUnknown,
    /// A day is none of the calendar.
    DateInvalid,
    /// The last day is before the first.
    DatesReversed,
}

/// A price that would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The row.
    pub row: u32,
    /// The product's id.
    pub product: String,
    /// The id of the group of clients it would change for; all where it is none.
    pub group: Option<String>,
    /// What one of the product's units costs now.
    pub old: Decimal,
    /// What it would cost.
    pub new: Decimal,
}

/// A number or a day that reads otherwise elsewhere, such as "1.234" or "5/6/2026".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unclear {
    /// The row.
    pub row: u32,
    /// What stood there.
    pub typed: String,
    /// What it was read as.
    pub read: Figure,
}

/// What was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// A price.
    Price(Decimal),
    /// A day.
    Day(Date),
}

/// What the table would become, row by row.
///
/// # Errors
/// `import.headings` if no row among the first twenty names a column of articles and one of prices; `import.too_large`
/// beyond [`MAX_ROWS`].
pub fn preview(table: &Table, market: &Market) -> Result<Preview> {
    let mut inspection = Inspection::begin(table, market)?;
    inspection.read(MAX_ROWS, table, market);
    Ok(inspection.finish())
}

/// A table that is read a few rows at a time, so that whoever waits can be told how far it is, and may change his mind. It is
/// held against the same table and the same market from the beginning to the end.
#[derive(Debug)]
pub struct Inspection {
    heading: Heading,
    /// Where the rows begin.
    start: usize,
    separators: Separators,
    order: DayOrder,
    taken: Taken,
    /// How many rows were read.
    read: usize,
    preview: Preview,
}

impl Inspection {
    /// Finds the headings, and reads no row yet.
    ///
    /// # Errors
    /// As for [`preview`].
    pub fn begin(table: &Table, market: &Market) -> Result<Self> {
        let (heading, at) = Heading::find(&table.lines).ok_or_else(|| Error::new(Code::ImportHeadings, ""))?;
        let lines = table.lines.get(at + 1..).unwrap_or_default();
        if lines.len() > MAX_ROWS {
            return Err(Error::new(Code::ImportTooLarge, "rows"));
        }
        let prices = lines.iter().filter_map(|line| heading.cell(line, Column::Price)).filter(|cell| !cell.exact);
        let Notation { separators, day_first } = market.notation;
        let separators = convention(prices.map(|cell| cell.text.as_str()), separators);
        let days = [Column::From, Column::To].into_iter();
        let days = days.flat_map(|column| {
            lines.iter().filter_map({
                let heading = &heading;
                move |line| heading.cell(line, column)
            })
        });
        let order = DayOrder::of(days.map(|cell| cell.text.as_str()), day_first);
        let preview = Preview { ignored: heading.ignored.clone(), ..Preview::default() };
        Ok(Self { heading, start: at + 1, separators, order, taken: Taken::default(), read: 0, preview })
    }

    /// Reads at most so many rows more.
    pub fn read(&mut self, rows: usize, table: &Table, market: &Market) {
        let articles = Articles::of(market.products);
        let lines = table.lines.iter().skip(self.start + self.read).take(rows);
        for line in lines {
            self.read += 1;
            let (heading, is_text) = (&self.heading, table.is_text);
            let (separators, order) = (self.separators, self.order);
            let row = Row { line, heading, market, articles: &articles, separators, order, is_text };
            let preview = &mut self.preview;
            let read =
                row.read().and_then(|read| match self.taken.take(line.number, &preview.accepted, &read.listed) {
                    Ok(()) => Ok(read),
                    Err(reason) => Err((row.called().to_owned(), reason)),
                });
            match read {
                Ok(read) => {
                    preview.changes.extend(change(line.number, &read.listed, read.product, market));
                    let unclear = |(typed, read)| Unclear { row: line.number, typed, read };
                    preview.unclear.extend(read.unclear.into_iter().map(unclear));
                    preview.accepted.push(read.listed);
                }
                Err((cell, reason)) => {
                    let cell = cell.chars().take(SHOWN).collect();
                    preview.rejected.push(Rejected { row: line.number, cell, reason });
                }
            }
        }
    }

    /// How many rows were read, and how many there are.
    pub fn progress(&self, table: &Table) -> (usize, usize) {
        (self.read, table.lines.len().saturating_sub(self.start))
    }

    /// What the rows that were read would become.
    pub fn finish(self) -> Preview {
        self.preview
    }
}

/// What the price changes, if it does.
fn change(row: u32, listed: &ListedPrice, product: &Product, market: &Market) -> Option<Change> {
    let old = (market.current)(product, listed.group.as_deref());
    let new = money::div(listed.price, listed.factor).unwrap_or(listed.price);
    let change = Change { row, product: listed.product.clone(), group: listed.group.clone(), old, new };
    (old != new).then_some(change)
}
