//! Thousands of rows as one text: rows end with a newline, and tabs stand between their cells, as in a spreadsheet's clipboard.
//!
//! A row of text crosses to JavaScript many times quicker than a record does. A cell without text says nothing, as an absent
//! field of a record; neither a tab nor a newline can stand in one.

use super::{Reader, Value};

/// The columns' names and the rows' text.
#[derive(Debug)]
pub(super) struct Table<'a> {
    /// The names, in the order of the cells.
    pub(super) columns: Vec<&'a str>,
    pub(super) text: &'a str,
}

impl<'a> Table<'a> {
    /// The table in a record of `columns` and `text`.
    pub(super) fn read(from: &mut Reader<'a>) -> Self {
        let columns = columns(from);
        let text = from.value().get("text").as_text();
        if text.is_none() {
            from.refuse("text", "text");
        }
        Self { columns, text: text.unwrap_or_default() }
    }

    /// About how many rows there are: they are not counted, because that takes as long as reading some of them. More than this
    /// many find room as they come, since a text may be long and have no row.
    pub(super) fn likely_rows(&self) -> usize {
        (self.text.len() / 32).min(10_000)
    }

    /// The cells, row by row. Whether a row has one for each column is for its reader to see.
    pub(super) fn cells(&self) -> Cells<'a> {
        Cells { text: self.text.as_bytes(), at: 0 }
    }
}

/// One cell after the other.
pub(super) struct Cells<'a> {
    text: &'a [u8],
    at: usize,
}

/// What stands between two tabs or newlines; no letter is cut in two, because neither is ever a part of another.
pub(super) struct Cell<'a> {
    pub(super) text: &'a [u8],
    /// Where in the table's text it begins.
    pub(super) start: usize,
    /// Whether it is the last of its row.
    pub(super) ends_row: bool,
}

impl<'a> Cells<'a> {
    /// Whether the table has another row, asked at the end of one.
    pub(super) fn has_more(&self) -> bool {
        self.at < self.text.len()
    }
}

impl<'a> Iterator for Cells<'a> {
    type Item = Cell<'a>;

    #[inline]
    fn next(&mut self) -> Option<Cell<'a>> {
        let start = self.at;
        let rest = self.text.get(start..)?;
        // By hand, because the library's ways of splitting search twice, and there are some hundred thousand letters.
        let mut length = 0;
        while length < rest.len() && rest[length] != b'\t' && rest[length] != b'\n' {
            length += 1;
        }
        self.at = start + length + 1;
        let ends_row = length == rest.len() || rest[length] == b'\n';
        Some(Cell { text: &rest[..length], start, ends_row })
    }
}

/// The names of columns in a record.
pub(super) fn columns<'a>(from: &mut Reader<'a>) -> Vec<&'a str> {
    let names = match from.value().get("columns") {
        Value::List(values) => values.iter().map(Value::as_text).collect::<Option<Vec<_>>>(),
        _ => None,
    };
    from.has("columns");
    names.unwrap_or_else(|| {
        from.refuse("columns", "a list of names");
        Vec::new()
    })
}
