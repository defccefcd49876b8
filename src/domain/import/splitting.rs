//! A long text that becomes a table in turns.

use super::table::{DELIMITERS, HEAD, Line, ROW, Scanner, Table, sheet_row, text_row};
use super::{MAX_BYTES, MAX_ROWS};
use crate::domain::error::{Code, Error, Result};
use crate::domain::import::heading::Heading;

/// A text that is split into rows and cells a few rows at a time, so that whoever waits can be told how far it is, and may change
/// his mind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Splitting {
    text: String,
    /// Where in the text the next row begins.
    at: usize,
    form: Form,
    /// How many rows were read, empty ones too.
    number: u32,
    lines: Vec<Line>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// As RFC 4180 has it. After a mark that was not closed no cell has several lines.
    Text { delimiter: u8, one_line: bool },
    /// The packed rows of a sheet.
    Sheet,
}

impl Splitting {
    /// Finds out what separates the cells of a text; see [`Table::parse`].
    ///
    /// # Errors
    /// `import.too_large` beyond [`MAX_BYTES`], with the detail "bytes".
    pub fn text(text: String) -> Result<Self> {
        if text.len() > MAX_BYTES {
            return Err(Error::new(Code::ImportTooLarge, "bytes"));
        }
        let at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let mut best = (DELIMITERS[0], (0, 0));
        for delimiter in DELIMITERS {
            let head = head(&text, at, delimiter);
            let known = Heading::find(&head).map_or(0, |(heading, _)| heading.known());
            let score = (known, head.iter().map(|line| line.cells.len()).max().unwrap_or(0));
            if score > best.1 {
                best = (delimiter, score);
            }
        }
        let form = Form::Text { delimiter: best.0, one_line: false };
        Ok(Self { text, at, form, number: 0, lines: Vec::new() })
    }

    /// The rows of a sheet; see [`Table::unpack`].
    pub fn sheet(packed: String) -> Self {
        Self { text: packed, at: 0, form: Form::Sheet, number: 0, lines: Vec::new() }
    }

    /// Reads at most so many rows more.
    ///
    /// # Errors
    /// `import.too_large` for a text beyond [`MAX_ROWS`], with the detail "rows".
    pub fn read(&mut self, rows: usize) -> Result<()> {
        match self.form {
            Form::Sheet => self.read_sheet(rows),
            Form::Text { delimiter, one_line } => {
                let mut scanner = Scanner { text: &self.text, at: self.at, delimiter, one_line };
                for _ in 0..rows {
                    let Some(row) = scanner.line() else { break };
                    self.number += 1;
                    self.lines.extend(text_row(self.number, row));
                    // The headings, and what stands above them, are no rows.
                    if self.lines.len() > MAX_ROWS + HEAD {
                        return Err(Error::new(Code::ImportTooLarge, "rows"));
                    }
                }
                let (at, one_line) = (scanner.at, scanner.one_line);
                (self.at, self.form) = (at, Form::Text { delimiter, one_line });
            }
        }
        Ok(())
    }

    fn read_sheet(&mut self, rows: usize) {
        for _ in 0..rows {
            let rest = self.text.get(self.at..).unwrap_or_default();
            if rest.is_empty() {
                break;
            }
            let row = rest.split(ROW).next().unwrap_or_default();
            self.lines.extend(sheet_row(row));
            self.at += row.len() + ROW.len_utf8();
        }
    }

    /// How many bytes were read, and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        (self.at.min(self.text.len()), self.text.len())
    }

    /// The table of the rows that were read.
    pub fn finish(self) -> Table {
        Table { lines: self.lines, is_text: self.form != Form::Sheet }
    }
}

/// The first rows that hold anything.
fn head(text: &str, at: usize, delimiter: u8) -> Vec<Line> {
    let mut scanner = Scanner { text, at, delimiter, one_line: false };
    let rows = core::iter::from_fn(|| scanner.line());
    (1..).zip(rows).filter_map(|(number, row)| text_row(number, row)).take(HEAD).collect()
}
