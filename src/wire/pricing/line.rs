//! The lines of a request, as records or as a table: what is said under which name is the same in both.

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::domain::pricing::{Per, RequestLine};
use crate::wire::table::Table;
use crate::wire::{Choice, FromWire, Reader, ToWire, Value, Writer, decimal};

/// Every member of a line, under the name it has.
const MEMBERS: [(&str, Member); 12] = [
    ("id", Member::Id),
    ("quantity", Member::Quantity),
    ("unitPrice", Member::UnitPrice),
    ("item", Member::Item),
    ("brand", Member::Brand),
    ("group", Member::Group),
    ("unitFactor", Member::UnitFactor),
    ("per", Member::Per),
    ("weight", Member::Weight),
    ("cost", Member::Cost),
    ("minPrice", Member::MinPrice),
    ("taxPercent", Member::TaxPercent),
];

/// So many of the members, from the first on, no line can do without.
const REQUIRED: usize = 3;

#[derive(Clone, Copy, PartialEq)]
enum Member {
    Id,
    Quantity,
    UnitPrice,
    Item,
    Brand,
    Group,
    UnitFactor,
    Per,
    Weight,
    Cost,
    MinPrice,
    TaxPercent,
}

/// The lines of a request: a list of records, or one table.
pub(super) fn lines(from: &mut Reader<'_>) -> Vec<RequestLine> {
    match from.value().get("lines") {
        Value::Record(_) => from.one_with("lines", &rows),
        _ => from.list("lines"),
    }
}

impl ToWire for RequestLine {
    fn to_wire(&self) -> Value {
        Writer::new()
            .text("id", &self.id)
            .if_any("item", self.item.as_ref())
            .if_any("brand", self.brand.as_ref())
            .if_any("group", self.group.as_ref())
            .decimal("quantity", self.quantity)
            .unless("unitFactor", &self.unit_factor, &Decimal::ONE)
            .decimal("unitPrice", self.unit_price)
            .choice_unless_default("per", self.per)
            .unless_default("weight", &self.weight)
            .if_any("cost", self.cost.as_ref())
            .if_any("minPrice", self.min_price.as_ref())
            .unless_default("taxPercent", &self.tax_percent)
            .end()
    }
}

impl FromWire for RequestLine {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        let mut line = RequestLine::default();
        let Value::Record(fields) = from.value() else {
            from.refuse("", "a record");
            return line;
        };
        let mut said = [false; REQUIRED];
        for (name, value) in fields {
            let Some((at, member)) = member(name) else { continue };
            let taken = match value {
                Value::Null => continue,
                Value::Text(text) => take(&mut line, member, text),
                _ => false,
            };
            if !taken {
                from.not(name, wanted(member));
            }
            mark(&mut said, at);
        }
        complete(from, said);
        line
    }
}

fn rows(from: &mut Reader<'_>) -> Vec<RequestLine> {
    let table = Table::read(from);
    // A name nobody knows is passed over, as in a record.
    let members: Vec<_> = table.columns.iter().map(|name| member(name)).collect();
    let usual = RequestLine::default();
    let mut lines: Vec<RequestLine> = Vec::new();
    let mut row = Row::default();
    table.each_cell(&mut |cell, ends| {
        if row.count == 0 {
            lines.push(usual.clone());
        }
        if let Some(line) = lines.last_mut() {
            row.take(line, members.get(row.count).copied().flatten(), cell);
        }
        row.count += 1;
        if ends {
            let Row { said, count, fault } = core::mem::take(&mut row);
            if fault.is_some() || count != members.len() || said.contains(&false) {
                let mut reader = Reader::new(&Value::Null);
                if let Some((name, wanted)) = fault {
                    reader.not(name, wanted);
                }
                if count != members.len() {
                    reader.not("", "one cell for each column");
                }
                complete(&mut reader, said);
                from.adopt("", Some(lines.len() - 1), reader);
            }
        }
    });
    lines
}

/// What has been seen of a row's cells.
#[derive(Default)]
struct Row {
    said: [bool; REQUIRED],
    count: usize,
    /// The first member that is not what is wanted, and what that is.
    fault: Option<(&'static str, &'static str)>,
}

impl Row {
    fn take(&mut self, line: &mut RequestLine, member: Option<(usize, Member)>, cell: &str) {
        let Some((at, member)) = member.filter(|_| !cell.is_empty()) else { return };
        if !take(line, member, cell) && self.fault.is_none() {
            self.fault = MEMBERS.get(at).map(|(name, _)| (*name, wanted(member)));
        }
        mark(&mut self.said, at);
    }
}

/// Where among the members this name's stands, and which it is.
fn member(name: &str) -> Option<(usize, Member)> {
    MEMBERS.iter().enumerate().find(|(_, (known, _))| *known == name).map(|(at, (_, member))| (at, *member))
}

/// Takes the member's text over; not if it is not what is wanted.
fn take(line: &mut RequestLine, member: Member, text: &str) -> bool {
    match member {
        Member::Id => line.id = Arc::from(text),
        Member::Item => line.item = Some(text.to_owned()),
        Member::Brand => line.brand = Some(text.to_owned()),
        Member::Group => line.group = Some(text.to_owned()),
        Member::Per => match Per::ALL.iter().find(|per| per.word() == text) {
            Some(per) => line.per = *per,
            None => return false,
        },
        _ => {
            let Some(number) = decimal::read(text) else { return false };
            match member {
                Member::Quantity => line.quantity = number,
                Member::UnitPrice => line.unit_price = number,
                Member::UnitFactor => line.unit_factor = number,
                Member::Weight => line.weight = number,
                Member::Cost => line.cost = Some(number),
                Member::MinPrice => line.min_price = Some(number),
                _ => line.tax_percent = number,
            }
        }
    }
    true
}

fn wanted(member: Member) -> &'static str {
    match member {
        Member::Id | Member::Item | Member::Brand | Member::Group => "text",
        Member::Per => "one of unit, stockUnit, line",
        _ => "a decimal number as a string",
    }
}

fn mark(said: &mut [bool], at: usize) {
    if let Some(said) = said.get_mut(at) {
        *said = true;
    }
}

/// Refuses a line that lacks what it needs.
fn complete(from: &mut Reader<'_>, said: [bool; REQUIRED]) {
    for ((name, member), said) in MEMBERS.iter().zip(said) {
        if !said {
            from.lacks(name, wanted(*member));
        }
    }
}
