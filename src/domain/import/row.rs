//! One row: the price it lists, or why it lists none.

use rust_decimal::Decimal;

use super::days::{DayOrder, day};
use super::heading::{Column, Heading};
use super::index::Articles;
use super::prices::ListedPrice;
use super::reading;
use super::table::{Cell, Line};
use super::{Figure, Market, Reason, marks};
use crate::domain::date::Date;
use crate::domain::number::{Reading, Separators};
use crate::domain::product::Product;

/// A row with what it is held against.
pub(super) struct Row<'a> {
    pub(super) line: &'a Line,
    pub(super) heading: &'a Heading,
    pub(super) market: &'a Market<'a>,
    pub(super) articles: &'a Articles<'a>,
    pub(super) separators: Separators,
    pub(super) order: DayOrder,
    pub(super) is_text: bool,
}

/// A row that lists a price.
pub(super) struct Read<'a> {
    pub(super) listed: ListedPrice,
    pub(super) product: &'a Product,
    /// What stood where it could have meant something else, and what it was read as.
    pub(super) unclear: Vec<(String, Figure)>,
}

/// What stood where the fault is, and the fault.
type Refused = (String, Reason);

impl<'a> Row<'a> {
    pub(super) fn read(&self) -> Result<Read<'a>, Refused> {
        self.whole()?;
        let product = self.product()?;
        let (price, reading) = self.price()?;
        self.currency()?;
        let (unit, factor) = self.unit(product)?;
        let mut unclear = Vec::new();
        if reading != Reading::Plain {
            unclear.push((self.text(Column::Price).to_owned(), Figure::Price(price)));
        }
        let valid_from = self.day(Column::From, &mut unclear)?;
        let valid_to = self.day(Column::To, &mut unclear)?;
        if let (Some(from), Some(to)) = (valid_from, valid_to)
            && to < from
        {
            return Err((self.text(Column::To).to_owned(), Reason::DatesReversed));
        }
        let group = self.group()?;
        let listed = ListedPrice { product: product.id.clone(), unit, factor, group, price, valid_from, valid_to };
        Ok(Read { listed, product, unclear })
    }

    /// Whether all cells are there.
    fn whole(&self) -> Result<(), Refused> {
        let cells = &self.line.cells;
        let first = || cells.first().map(|cell| cell.text.clone()).unwrap_or_default();
        if self.line.fault.is_some() {
            return Err((first(), Reason::Quotation));
        }
        let wanted = self.heading.width();
        let spare = cells.iter().skip(wanted).any(|cell| !cell.text.trim().is_empty());
        if self.is_text && (cells.len() < wanted || spare) {
            let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
            return Err((first(), Reason::Ragged { wanted: count(wanted), found: count(cells.len()) }));
        }
        Ok(())
    }

    /// What the row calls its product: the article, or else the name.
    pub(super) fn called(&self) -> &'a str {
        let article = self.text(Column::Article);
        if article.is_empty() { self.text(Column::Name) } else { article }
    }

    /// The product of this number, or else of this name, which people write where the number should be.
    fn product(&self) -> Result<&'a Product, Refused> {
        let (called, name) = (self.called(), self.text(Column::Name));
        if called.is_empty() {
            return Err((String::new(), Reason::ArticleMissing));
        }
        let article = Some(self.text(Column::Article)).filter(|article| !article.is_empty());
        if let Some(product) = article.and_then(|article| self.articles.find(article)) {
            return Ok(product);
        }
        match self.articles.named(if name.is_empty() { called } else { name }) {
            [(_, product)] => Ok(*product),
            [] => Err((called.to_owned(), Reason::ArticleUnknown)),
            _ => Err((called.to_owned(), Reason::NameTwice)),
        }
    }

    fn price(&self) -> Result<(Decimal, Reading), Refused> {
        let text = self.text(Column::Price);
        let refused = |reason| Err((text.to_owned(), reason));
        if text.is_empty() {
            return refused(Reason::PriceMissing);
        }
        let Some(cell) = self.cell(Column::Price) else { return refused(Reason::PriceMissing) };
        match reading::price(cell, self.market.currency.code(), self.separators) {
            Err(reason) => refused(reason),
            Ok((price, _)) if price < Decimal::ZERO => refused(Reason::PriceNegative),
            Ok(read) => Ok(read),
        }
    }

    fn currency(&self) -> Result<(), Refused> {
        let (text, ours) = (self.text(Column::Currency), self.market.currency.code());
        if text.is_empty() || marks::is_of(text, ours) == Some(true) {
            return Ok(());
        }
        Err((text.to_owned(), Reason::Currency(ours.to_owned())))
    }

    /// The unit, and how many of the product's own it holds.
    fn unit(&self, product: &Product) -> Result<(String, Decimal), Refused> {
        let (unit, factor) = (self.text(Column::Unit), self.text(Column::Factor));
        let is_own = unit.is_empty() || unit.to_lowercase() == product.unit.trim().to_lowercase();
        let held = match self.amount(Column::Factor) {
            _ if factor.is_empty() => None,
            Some((held, _)) if held > Decimal::ZERO => Some(held),
            _ => return Err((factor.to_owned(), Reason::Factor)),
        };
        match held {
            None if is_own => Ok((product.unit.clone(), Decimal::ONE)),
            None => Err((unit.to_owned(), Reason::UnitUnknown(product.unit.clone()))),
            // What holds one of its own units is no other unit.
            Some(held) if held == Decimal::ONE => Ok((product.unit.clone(), held)),
            Some(_) if is_own => Err((factor.to_owned(), Reason::Factor)),
            Some(held) => Ok((unit.to_owned(), held)),
        }
    }

    fn group(&self) -> Result<Option<String>, Refused> {
        let text = self.text(Column::Group);
        if text.is_empty() {
            return Ok(None);
        }
        let sought = text.to_lowercase();
        // By the name people know, or else by the id that other programs write.
        let mut known = self.market.groups.iter();
        let by_name = known.clone().find(|group| group.name.to_lowercase() == sought);
        let known = by_name.or_else(|| known.find(|group| group.id.to_lowercase() == sought));
        known.map(|group| Some(group.id.clone())).ok_or_else(|| (text.to_owned(), Reason::GroupUnknown))
    }

    fn day(&self, column: Column, unclear: &mut Vec<(String, Figure)>) -> Result<Option<Date>, Refused> {
        let text = self.text(column);
        if text.is_empty() {
            return Ok(None);
        }
        let (date, is_unclear) = day(text, self.order).ok_or_else(|| (text.to_owned(), Reason::DateInvalid))?;
        if is_unclear {
            unclear.push((text.to_owned(), Figure::Day(date)));
        }
        Ok(Some(date))
    }

    fn amount(&self, column: Column) -> Option<(Decimal, Reading)> {
        reading::amount(self.cell(column)?, self.separators)
    }

    fn text(&self, column: Column) -> &'a str {
        self.cell(column).map(|cell| cell.text.trim()).unwrap_or_default()
    }

    fn cell(&self, column: Column) -> Option<&'a Cell> {
        self.heading.cell(self.line, column)
    }
}
