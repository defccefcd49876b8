//! Rows of cells, out of text or out of a spreadsheet.

use super::splitting::Splitting;
use crate::domain::error::Result;

/// What separates cells; found by trying.
pub(super) const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

/// So many lines are looked at to tell what separates cells, and for the headings.
pub(super) const HEAD: usize = 20;

/// Rows of cells. Empty rows are counted and left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The rows that hold anything.
    pub lines: Vec<Line>,
    /// Whether it came as text, where every row has to have all cells; a spreadsheet leaves empty ones out.
    pub is_text: bool,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number, as a spreadsheet counts: from 1.
    pub number: u32,
    /// Its cells.
    pub cells: Vec<Cell>,
    /// What kept it from being read.
    pub fault: Option<Fault>,
}

/// One cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What stands in it.
    pub text: String,
    /// A number of a spreadsheet, with a point before its fraction whoever reads it.
    pub exact: bool,
}

/// What keeps a row of text from being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A quotation mark is not closed, or text follows the one that closes.
    Quotation,
}

impl Table {
    /// Reads text as RFC 4180 has it, with commas, semicolons or tabs between the cells; a byte order mark, any end of line
    /// and cells of several lines are fine. A quotation mark that is never closed spoils its own row and no other.
    ///
    /// # Errors
    /// `import.too_large` beyond [`MAX_BYTES`](super::MAX_BYTES) or [`MAX_ROWS`](super::MAX_ROWS), with the detail "bytes" or "rows".
    pub fn parse(text: &str) -> Result<Self> {
        let mut splitting = Splitting::text(text.to_owned())?;
        splitting.read(usize::MAX)?;
        Ok(splitting.finish())
    }
}

/// A sheet's rows, as `elements/spreadsheet.js` packs them into one text: what separates them occurs in no cell, since XML
/// does not allow it.
pub(super) const ROW: char = '\u{1e}';
const CELL: char = '\u{1f}';
/// Before a number.
const EXACT: char = '\u{1}';

impl Table {
    /// The rows of a sheet: each its number and its cells.
    pub fn unpack(packed: &str) -> Self {
        Self { lines: packed.split(ROW).filter_map(sheet_row).collect(), is_text: false }
    }
}

/// A row of a sheet, if it is one.
pub(super) fn sheet_row(row: &str) -> Option<Line> {
    let mut cells = row.split(CELL);
    let number = cells.next()?.parse().ok()?;
    let cell = |text: &str| {
        let exact = text.strip_prefix(EXACT);
        Cell { text: exact.unwrap_or(text).to_owned(), exact: exact.is_some() }
    };
    Some(Line { number, cells: cells.map(cell).collect(), fault: None })
}

/// A row of text, if it holds anything.
pub(super) fn text_row(number: u32, (cells, fault): Row) -> Option<Line> {
    let holds = fault.is_some() || cells.iter().any(|cell| !cell.text.trim().is_empty());
    holds.then_some(Line { number, cells, fault })
}

/// The cells of a row of text, and what kept it from being read.
type Row = (Vec<Cell>, Option<Fault>);

/// Reads text row by row.
pub(super) struct Scanner<'a> {
    pub(super) text: &'a str,
    /// Where the next row begins.
    pub(super) at: usize,
    /// What separates cells.
    pub(super) delimiter: u8,
    /// After a mark that was not closed no cell has several lines: else each row would be searched to the end of the text.
    pub(super) one_line: bool,
}

impl<'a> Scanner<'a> {
    /// The next row; nothing at the end of the text.
    pub(super) fn line(&mut self) -> Option<Row> {
        if self.at >= self.text.len() {
            return None;
        }
        let start = self.at;
        let (mut cells, mut fault) = (Vec::new(), None);
        loop {
            let mut cell = String::new();
            let is_quoted = self.peek() == Some(b'"');
            if is_quoted {
                let Some(quoted) = self.quoted() else { return Some(self.spoilt(start)) };
                cell = quoted;
            }
            let delimiter = self.delimiter;
            let rest = self.until(|byte| byte == delimiter || matches!(byte, b'\n' | b'\r'));
            if is_quoted && !rest.is_empty() {
                if cell.contains(['\n', '\r']) {
                    // The mark that closed it was meant to open another.
                    return Some(self.spoilt(start));
                }
                fault = Some(Fault::Quotation);
            }
            cell.push_str(rest);
            cells.push(Cell { text: cell, exact: false });
            if self.peek() != Some(delimiter) {
                self.end_of_line();
                return Some((cells, fault));
            }
            self.at += 1;
        }
    }

    /// The one line that begins here, with a mark that is not closed in it.
    fn spoilt(&mut self, start: usize) -> Row {
        self.at = start;
        self.one_line = true;
        let text = self.until(|byte| matches!(byte, b'\n' | b'\r')).to_owned();
        self.end_of_line();
        (vec![Cell { text, exact: false }], Some(Fault::Quotation))
    }

    /// What stands between quotation marks, two of which are one; nothing if they are not closed.
    fn quoted(&mut self) -> Option<String> {
        self.at += 1;
        let mut cell = String::new();
        loop {
            let one_line = self.one_line;
            cell.push_str(self.until(|byte| byte == b'"' || (one_line && matches!(byte, b'\n' | b'\r'))));
            if self.peek() != Some(b'"') {
                return None;
            }
            self.at += 1;
            if self.peek() != Some(b'"') {
                return Some(cell);
            }
            cell.push('"');
            self.at += 1;
        }
    }

    /// The text up to such a byte, or to the end. The bytes asked for are of ASCII, so the text is cut between letters.
    fn until(&mut self, stops: impl Fn(u8) -> bool) -> &'a str {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let length = rest.bytes().position(stops).unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }

    fn end_of_line(&mut self) {
        let first = self.peek();
        self.at += usize::from(first.is_some());
        self.at += usize::from(first == Some(b'\r') && self.peek() == Some(b'\n'));
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }
}
