//! The row that says what the columns are.

use super::table::{Cell, HEAD, Line};
use crate::domain::fold::fold;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Article,
    /// What the product is called.
    Name,
    Price,
    Unit,
    /// How many of the product's own units one of the row's is.
    Factor,
    Currency,
    Group,
    From,
    To,
}

/// The headings of each column in English, Indonesian and Russian, in small letters and without signs.
const NAMES: [(Column, &[&str]); 9] = [
    (
        Column::Article,
        &[
            "article",
            "article no",
            "article number",
            "sku",
            "code",
            "item",
            "item no",
            "item code",
            "product code",
            "artikel",
            "kode",
            "kode barang",
            "kode produk",
            "kode artikel",
            "no artikel",
            "артикул",
            "код",
            "код товара",
            "номер",
            "номер артикула",
        ],
    ),
    (
        Column::Name,
        &[
            "product",
            "product name",
            "name",
            "item name",
            "description",
            "goods",
            "nama",
            "nama barang",
            "nama produk",
            "produk",
            "barang",
            "deskripsi",
            "наименование",
            "наименование товара",
            "название",
            "название товара",
            "товар",
            "номенклатура",
        ],
    ),
    (
        Column::Price,
        &[
            "price",
            "unit price",
            "list price",
            "new price",
            "harga",
            "harga satuan",
            "harga baru",
            "цена",
            "цена за единицу",
            "новая цена",
            "прайс",
        ],
    ),
    (
        Column::Unit,
        &[
            "unit",
            "units",
            "uom",
            "unit of measure",
            "satuan",
            "unit satuan",
            "единица",
            "ед",
            "ед изм",
            "единица измерения",
        ],
    ),
    (
        Column::Factor,
        &[
            "factor",
            "contains",
            "pieces per unit",
            "units per pack",
            "isi",
            "isi per satuan",
            "faktor",
            "коэффициент",
            "содержит",
            "в упаковке",
        ],
    ),
    (Column::Currency, &["currency", "mata uang", "valuta", "валюта"]),
    (
        Column::Group,
        &[
            "group",
            "client group",
            "customer group",
            "price group",
            "grup",
            "kelompok",
            "grup klien",
            "kelompok klien",
            "grup pelanggan",
            "kelompok pelanggan",
            "группа",
            "группа клиентов",
            "группа покупателей",
        ],
    ),
    (
        Column::From,
        &[
            "from",
            "valid from",
            "start",
            "start date",
            "berlaku dari",
            "berlaku mulai",
            "mulai",
            "dari",
            "действует с",
            "действительна с",
            "с",
            "начало",
            "дата начала",
        ],
    ),
    (
        Column::To,
        &[
            "to",
            "until",
            "valid to",
            "valid until",
            "end",
            "end date",
            "berlaku sampai",
            "berlaku hingga",
            "sampai",
            "hingga",
            "действует до",
            "действует по",
            "действительна до",
            "до",
            "по",
            "конец",
            "дата окончания",
        ],
    ),
];

/// The headings as they were understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    /// What each column holds, as far as it is read.
    columns: Vec<Option<Column>>,
    /// The headings of the others.
    pub(super) ignored: Vec<String>,
}

impl Heading {
    /// The headings and where they stand: in the first row that names articles, or products, and prices.
    pub(super) fn find(lines: &[Line]) -> Option<(Heading, usize)> {
        let read = |(at, line): (usize, &Line)| Heading::read(line).map(|heading| (heading, at));
        lines.iter().take(HEAD).enumerate().find_map(read)
    }

    fn read(line: &Line) -> Option<Heading> {
        let (mut columns, mut ignored) = (Vec::new(), Vec::new());
        for cell in &line.cells {
            // A second column of the same kind is not guessed between, but left out and said so.
            let column = column(&cell.text).filter(|column| !columns.contains(&Some(*column)));
            let text = cell.text.trim();
            if column.is_none() && !text.is_empty() {
                ignored.push(text.to_owned());
            }
            columns.push(column);
        }
        // Behind the last heading nothing is expected.
        while line.cells.get(columns.len().wrapping_sub(1)).is_some_and(|cell| cell.text.trim().is_empty()) {
            columns.pop();
        }
        let has = |column| columns.contains(&Some(column));
        (line.fault.is_none() && (has(Column::Article) || has(Column::Name)) && has(Column::Price))
            .then_some(Heading { columns, ignored })
    }

    /// How many columns are read.
    pub(super) fn known(&self) -> usize {
        self.columns.iter().flatten().count()
    }

    /// How many columns there are.
    pub(super) fn width(&self) -> usize {
        self.columns.len()
    }

    /// The line's cell of this kind.
    pub(super) fn cell<'a>(&self, line: &'a Line, column: Column) -> Option<&'a Cell> {
        line.cells.get(self.columns.iter().position(|known| *known == Some(column))?)
    }
}

fn column(heading: &str) -> Option<Column> {
    let mut name = String::with_capacity(heading.len());
    for word in heading.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(&fold(word));
    }
    // None of the names has a letter that becomes two, so those of another length need no folding.
    let is = |known: &str| known.len() == name.len() && fold(known) == name;
    NAMES.iter().find(|(_, names)| names.iter().any(|known| is(known))).map(|(column, _)| *column)
}
