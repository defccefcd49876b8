//! The table: our product first, theirs beside it, a row for each criterion.

use super::criterion::{Criterion, Kind};
use super::fact::{Fact, Freshness, ShelfLife, Source, SourceKind, Subject, Value};
use crate::domain::date::Date;

/// What is compared with what, and all that is known of it.
#[derive(Clone, Copy, Debug)]
pub struct Sheet<'a> {
    /// The id of our product.
    pub ours: &'a str,
    /// The ids of the competitors' products, in the order of their columns.
    pub theirs: &'a [&'a str],
    /// The rows.
    pub criteria: &'a [Criterion],
    /// What is known, of these products and of others.
    pub facts: &'a [Fact],
    /// How long facts hold.
    pub shelf_life: ShelfLife,
    /// The day on which it is read.
    pub today: Date,
}

/// Who looks at the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// We: every fact, with its age.
    Us,
    /// A client: only what is fresh and may be shared. Rows and competitors of whom nothing is left are not named.
    Client,
}

/// The table. The first column is ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid<'a> {
    /// The products.
    pub columns: Vec<Subject>,
    /// The rows, each with one cell for every column.
    pub rows: Vec<Row<'a>>,
}

/// One criterion across all products.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row<'a> {
    /// What is compared.
    pub criterion: &'a Criterion,
    /// What is known of each product, in the order of the columns.
    pub cells: Vec<Option<Cell<'a>>>,
    /// Whether the products differ in it, as far as is known. What is known of some only is a difference.
    pub differs: bool,
}

/// The latest that is known of one product under one criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell<'a> {
    /// What is claimed.
    pub fact: &'a Fact,
    /// Whether it still holds.
    pub freshness: Freshness,
    /// Where it was seen, where the reader may know it: a client does not learn what another client told us.
    pub source: Option<&'a Source>,
}

impl<'a> Sheet<'a> {
    /// The table as this audience may see it.
    pub fn grid(&self, audience: Audience) -> Grid<'a> {
        let mut columns = vec![Subject::Ours(self.ours.to_owned())];
        columns.extend(self.theirs.iter().map(|id| Subject::Theirs((*id).to_owned())));
        let rows = self.criteria.iter().map(|criterion| {
            let cells: Vec<_> = columns.iter().map(|subject| self.cell(criterion, subject, audience)).collect();
            Row { criterion, differs: differs(criterion, &cells), cells }
        });
        let mut grid = Grid { rows: rows.collect(), columns };
        if audience == Audience::Client {
            grid.keep_known();
        }
        grid
    }

    /// The fact to go by: the youngest, of equally young ones the surer, and of equally sure ones the one noted later.
    fn cell(&self, criterion: &Criterion, subject: &Subject, audience: Audience) -> Option<Cell<'a>> {
        self.facts
            .iter()
            .filter(|fact| fact.criterion == criterion.id && fact.subject == *subject)
            .map(|fact| Cell {
                fact,
                freshness: self.shelf_life.freshness(criterion.topic, fact.seen, self.today),
                source: (audience == Audience::Us || fact.source.kind != SourceKind::ClientSaid)
                    .then_some(&fact.source),
            })
            .filter(|cell| audience == Audience::Us || (cell.freshness.is_fresh() && cell.fact.shareable))
            // A day that has not come yet is a slip of the pen and must not hide what was really seen.
            .max_by_key(|Cell { fact, freshness, .. }| (*freshness != Freshness::Ahead, fact.seen, fact.confidence))
    }
}

impl<'a> Grid<'a> {
    /// The rows in which the products differ.
    pub fn differences(&self) -> impl Iterator<Item = &Row<'a>> {
        self.rows.iter().filter(|row| row.differs)
    }

    /// Drops rows and competitors of which there is nothing to show.
    fn keep_known(&mut self) {
        self.rows.retain(|row| row.cells.iter().any(Option::is_some));
        let known: Vec<bool> = (0..self.columns.len())
            .map(|column| column == 0 || self.rows.iter().any(|row| matches!(row.cells.get(column), Some(Some(_)))))
            .collect();
        keep(&mut self.columns, &known);
        for row in &mut self.rows {
            keep(&mut row.cells, &known);
            row.differs = differs(row.criterion, &row.cells);
        }
    }
}

impl Cell<'_> {
    /// Whether the value is of the criterion's kind and unit, so that it can be held against others.
    pub fn is_comparable(&self, criterion: &Criterion) -> bool {
        match self.fact.value {
            Value::Number(_) => {
                criterion.kind == Kind::Number && (self.fact.unit.is_none() || self.fact.unit == criterion.unit)
            }
            Value::Text(_) => criterion.kind == Kind::Text,
            Value::YesNo(_) => criterion.kind == Kind::YesNo,
        }
    }
}

/// Keeps the items whose place is marked.
fn keep<T>(items: &mut Vec<T>, marks: &[bool]) {
    let mut marks = marks.iter();
    items.retain(|_| marks.next() == Some(&true));
}

fn differs(criterion: &Criterion, cells: &[Option<Cell<'_>>]) -> bool {
    let claim = |cell: &'_ Option<Cell<'_>>| {
        cell.map(|cell| (cell.fact.value.clone(), cell.fact.unit.clone().or_else(|| criterion.unit.clone())))
    };
    cells.iter().skip(1).zip(cells).any(|(one, other)| claim(one) != claim(other))
}
