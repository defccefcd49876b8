//! What the records say when our product is held beside theirs: for us in full, for a client as much as they may see.

use core::cmp::Reverse;

use rust_decimal::Decimal;

use super::book::Book;
use super::state::State;
use crate::domain::comparison::{
    self, Audience, Conclusion, Confidence, Criterion, Fact, Freshness, Grid, Kind, Objection, Scores, Sheet,
    ShelfLife, Source, Subject, Value,
};
use crate::domain::date::Date;
use crate::domain::error::Result;

/// One of our products beside all that compete with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The products, ours first, in the order of the columns.
    pub products: Vec<Contender>,
    /// The rows.
    pub criteria: Vec<Criterion>,
    /// Whether some of it was invented for a demonstration.
    pub sample: bool,
    facts: Vec<Fact>,
    today: Date,
}

/// A product in the comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contender {
    /// The product.
    pub subject: Subject,
    /// Its name.
    pub name: String,
    /// Who sells it; empty for ours.
    pub company: String,
    /// How they work. For our eyes only.
    pub note: String,
}

/// The table as somebody may see it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The places of its columns among the products of the comparison.
    pub columns: Vec<usize>,
    /// The rows.
    pub rows: Vec<TableRow>,
}

/// A row of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// The place of its criterion among those of the comparison.
    pub criterion: usize,
    /// Whether the products differ in it.
    pub differs: bool,
    /// What is known of each product, in the order of the columns.
    pub cells: Vec<Option<TableCell>>,
}

/// What is known of one product under one criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableCell {
    /// The fact's id; empty for what our catalogue says, which is changed there.
    pub fact: String,
    /// What is claimed.
    pub value: Value,
    /// The unit of a number, where it is not the criterion's own.
    pub unit: Option<String>,
    /// Whether it can be held against the others.
    pub comparable: bool,
    /// Whether it still holds.
    pub freshness: Freshness,
    /// Where it was seen, where the reader may know it.
    pub source: Option<Source>,
    /// The day it was seen.
    pub seen: Option<Date>,
    /// How far it is to be trusted.
    pub confidence: Confidence,
    /// Whether a client may see it.
    pub shareable: bool,
}

/// What the comparison comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The scores, one for each product.
    pub scores: Scores,
    /// What follows, if anything does.
    pub conclusion: Option<Conclusion>,
}

impl Comparison {
    /// The comparison of our product of this id, if the catalogue has it. Weights given by criterion stand in for those of
    /// the records.
    ///
    /// What the catalogue says of our product is noted as seen today.
    pub fn of(state: &State, product: &str, today: Date, weights: &[(String, Decimal)]) -> Option<Self> {
        let (catalogue, book) = (state.catalogue()?, &*state.book);
        let ours = catalogue.products.iter().find(|known| known.id == product)?;
        let currency = catalogue.price_list.currency.code();
        let mut criteria = book.criteria.clone();
        for criterion in &mut criteria {
            if let Some((_, weight)) = weights.iter().find(|(id, _)| *id == criterion.id) {
                criterion.weight = *weight;
            }
        }
        let mut sample = false;
        let mut products = vec![Contender::ours(product, &ours.name)];
        for rival in comparison::rivals(&book.rivals, product) {
            let company = book.competitors.iter().find(|company| company.id == rival.competitor);
            sample |= rival.sample || company.is_some_and(|company| company.sample);
            products.push(Contender {
                subject: Subject::Theirs(rival.id.clone()),
                name: rival.name.clone(),
                company: company.map_or_else(|| rival.competitor.clone(), |company| company.name.clone()),
                note: company.map(|company| company.note.clone()).unwrap_or_default(),
            });
        }
        let mut facts: Vec<Fact> = book
            .facts
            .iter()
            .filter(|fact| products.iter().any(|known| known.subject == fact.subject))
            .cloned()
            .collect();
        sample |= facts.iter().any(|fact| fact.sample);
        // Last, so that of facts of the same day the catalogue's is the one to go by.
        facts.extend(book.catalogue_facts(ours, currency, today));
        Some(Self { products, criteria, sample, facts, today })
    }

    /// The table as this audience may see it.
    pub fn table(&self, audience: Audience) -> Table {
        self.read(audience, &mut |grid| {
            let column = |subject: &Subject| self.products.iter().position(|known| known.subject == *subject);
            let columns = grid.columns.iter().filter_map(column).collect();
            let rows = grid.rows.iter().filter_map(|row| {
                let criterion = self.criteria.iter().position(|known| known.id == row.criterion.id)?;
                let cell = |cell: &Option<comparison::Cell<'_>>| cell.map(|cell| TableCell::of(&cell, row.criterion));
                Some(TableRow { criterion, differs: row.differs, cells: row.cells.iter().map(cell).collect() })
            });
            Table { columns, rows: rows.collect() }
        })
    }

    /// The scores and what follows from them, for us.
    ///
    /// # Errors
    /// `number.range`, `number.overflow`.
    pub fn outcome(&self) -> Result<Outcome> {
        self.read(Audience::Us, &mut |grid| {
            let scores = comparison::score(grid)?;
            Ok(Outcome { conclusion: comparison::conclude(&scores)?, scores })
        })
    }

    /// How many days facts of this criterion hold.
    pub fn holds(&self, criterion: &Criterion) -> u32 {
        ShelfLife::default().days(criterion.topic).unsigned_abs()
    }

    /// The criterion of this id.
    pub fn criterion(&self, id: &str) -> Option<&Criterion> {
        self.criteria.iter().find(|criterion| criterion.id == id)
    }

    fn read<T>(&self, audience: Audience, read: &mut dyn FnMut(&Grid<'_>) -> T) -> T {
        let id = |product: &'_ Contender| match &product.subject {
            Subject::Ours(id) | Subject::Theirs(id) => id.clone(),
        };
        let ids: Vec<String> = self.products.iter().map(id).collect();
        let theirs: Vec<&str> = ids.iter().skip(1).map(String::as_str).collect();
        let sheet = Sheet {
            ours: ids.first().map(String::as_str).unwrap_or_default(),
            theirs: &theirs,
            criteria: &self.criteria,
            facts: &self.facts,
            shelf_life: ShelfLife::default(),
            today: self.today,
        };
        read(&sheet.grid(audience))
    }
}

impl Contender {
    fn ours(id: &str, name: &str) -> Self {
        let subject = Subject::Ours(id.to_owned());
        Self { subject, name: name.to_owned(), company: String::new(), note: String::new() }
    }

    /// Whether it is ours.
    pub fn is_ours(&self) -> bool {
        matches!(self.subject, Subject::Ours(_))
    }
}

impl TableCell {
    fn of(cell: &comparison::Cell<'_>, criterion: &Criterion) -> Self {
        let fact = cell.fact;
        TableCell {
            fact: fact.id.clone(),
            value: fact.value.clone(),
            // A unit says nothing of words, nor of yes and no.
            unit: fact.unit.clone().filter(|unit| Some(unit) != criterion.unit.as_ref() && fact_is_number(fact)),
            comparable: cell.is_comparable(criterion),
            freshness: cell.freshness,
            source: cell.source.cloned(),
            seen: fact.seen,
            confidence: fact.confidence,
            shareable: fact.shareable,
        }
    }

    /// Whether it takes part in a score, were its criterion scored.
    pub fn counts(&self) -> bool {
        self.freshness.is_fresh() && self.comparable
    }
}

fn fact_is_number(fact: &Fact) -> bool {
    matches!(fact.value, Value::Number(_))
}

/// The places in the catalogue of our products that can be compared, with how many compete with each: those of the quote
/// being written first, then those that have rivals. What is sold no more is there only if it has.
pub fn comparable_products(state: &State) -> Vec<(usize, usize)> {
    let Some(catalogue) = state.catalogue() else { return Vec::new() };
    let mut found: Vec<_> = catalogue
        .products
        .iter()
        .enumerate()
        .filter_map(|(at, product)| {
            let rivals = comparison::rivals(&state.book.rivals, &product.id).len();
            let quoted = rivals > 0 && state.draft.lines.iter().any(|line| line.product == product.id);
            (rivals > 0 || !product.discontinued).then_some((quoted, rivals, at))
        })
        .collect();
    found.sort_by_key(|(quoted, rivals, _)| Reverse((*quoted, *rivals > 0)));
    found.into_iter().map(|(_, rivals, at)| (at, rivals)).collect()
}

/// The cards for readers of this language, a BCP 47 tag such as "ru", in the order of the records.
pub fn cards_in(book: &Book, language: &str) -> Vec<Objection> {
    let is_read = |card: &&Objection| {
        let locale = card.locale.as_deref().and_then(|locale| locale.split(['-', '_']).next());
        locale.is_none_or(|locale| locale.eq_ignore_ascii_case(language))
    };
    book.objections.iter().filter(is_read).cloned().collect()
}

/// A value as it is typed, read for a criterion of this kind: a number is none of it, because its signs depend on the
/// language.
pub fn worded(kind: Kind, text: &str) -> Option<Value> {
    match kind {
        Kind::Number => None,
        Kind::Text => Some(text.trim()).filter(|text| !text.is_empty()).map(|text| Value::Text(text.to_owned())),
        Kind::YesNo => match text {
            "yes" => Some(Value::YesNo(true)),
            "no" => Some(Value::YesNo(false)),
            _ => None,
        },
    }
}
