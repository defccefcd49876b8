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
    text: &'a str,
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

    /// Hands out the cells one after the other, and whether their row ends with them. Whether there is one for each column is
    /// for the reader of a row to see.
    pub(super) fn each_cell(&self, take: &mut dyn FnMut(&'a str, bool)) {
        let mut start = 0;
        // By hand, because the library's ways of splitting search twice, and there are some hundred thousand letters.
        for (at, byte) in self.text.bytes().enumerate() {
            if byte == b'\t' || byte == b'\n' {
                take(self.text.get(start..at).unwrap_or_default(), byte == b'\n');
                start = at + 1;
            }
        }
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            take(self.text.get(start..).unwrap_or_default(), true);
        }
    }
}

/// The names of columns in a record.
pub(super) fn columns<'a>(from: &mut Reader<'a>) -> Vec<&'a str> {
    let names = match from.value().get("columns") {
        Value::List(values) => values.iter().map(Value::as_text).collect::<Option<Vec<_>>>(),
        _ => None,
    };
    names.unwrap_or_else(|| {
        from.refuse("columns", "a list of names");
        Vec::new()
    })
}
