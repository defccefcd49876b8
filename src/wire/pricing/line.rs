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
    let mut lines = Vec::new();
    for cells in table.rows() {
        let mut line = RequestLine::default();
        let mut said = [false; REQUIRED];
        let mut count = 0;
        let mut reader = Reader::new(&Value::Null);
        for cell in cells {
            if let Some((at, member)) = members.get(count).copied().flatten()
                && !cell.is_empty()
            {
                if !take(&mut line, member, cell) {
                    reader.not(MEMBERS[at].0, wanted(member));
                }
                mark(&mut said, at);
            }
            count += 1;
        }
        if count != members.len() {
            reader.not("", "one cell for each column");
        }
        complete(&mut reader, said);
        from.adopt("", Some(lines.len()), reader);
        lines.push(line);
    }
    lines
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
