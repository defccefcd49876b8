//! An answer whose lines are a table.

use crate::domain::pricing::{Priced, PricedLine};
use crate::wire::table::columns;
use crate::wire::{Reader, ToWire, Value, Writer, decimal};

/// What a column of the answer may be.
const COLUMNS: [&str; 7] = ["id", "list", "net", "discount", "percent", "tax", "gross"];

/// The columns of lines that a request wants its answer in, as the member `answer` says; none if it wants records.
pub fn asked_columns(from: &mut Reader<'_>) -> Option<Vec<usize>> {
    if !from.has("answer") {
        return None;
    }
    Some(from.one_with("answer", &|from| {
        let names = columns(from);
        let places = names.iter().map(|name| COLUMNS.iter().position(|known| known == name));
        places.collect::<Option<Vec<_>>>().unwrap_or_else(|| {
            from.refuse("columns", &["a list of some of ", &COLUMNS.join(", ")].concat());
            Vec::new()
        })
    }))
}

/// An answer with its lines in columns.
#[derive(Debug)]
pub struct PricedTable<'a> {
    /// The answer.
    pub priced: &'a Priced,
    /// Which columns, as [`asked_columns`] found them.
    pub columns: &'a [usize],
}

impl PricedTable<'_> {
    /// The rows: cells between tabs, a newline after each row; nothing at all where there are no columns.
    #[cfg_attr(optimize_attribute, optimize(speed), inline(never))]
    pub fn text(&self) -> String {
        if self.columns.is_empty() {
            return String::new();
        }
        let mut text = Vec::with_capacity(self.priced.lines.len() * self.columns.len() * 8);
        for line in &self.priced.lines {
            for (at, column) in self.columns.iter().enumerate() {
                if at > 0 {
                    text.push(b'\t');
                }
                put(line, *column, &mut text);
            }
            text.push(b'\n');
        }
        // Names are text, and the rest is ASCII.
        String::from_utf8(text).unwrap_or_default()
    }
}

impl ToWire for PricedTable<'_> {
    /// The answer but for the text of its lines, which is for whoever writes much text quicker than this.
    fn to_wire(&self) -> Value {
        let names = self.columns.iter().filter_map(|column| COLUMNS.get(*column));
        let names = names.map(|name| Value::Text((*name).to_owned())).collect();
        let lines = Writer::new().value("columns", Value::List(names)).end();
        super::answer::with_lines(self.priced, lines)
    }
}

fn put(line: &PricedLine, column: usize, text: &mut Vec<u8>) {
    let number = match column {
        0 => return text.extend_from_slice(line.id.as_bytes()),
        1 => line.list,
        2 => line.net,
        3 => line.discount,
        4 => line.percent(),
        5 => line.tax,
        _ => line.gross,
    };
    decimal::put(number, text);
}
