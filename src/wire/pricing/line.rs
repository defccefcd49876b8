//! The lines of a request, as records or as a table: what is said under which name is the same in both.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::domain::label::Label;
use crate::domain::pricing::{Per, RequestLine};
use crate::wire::read::UNKNOWN;
use crate::wire::table::{Cells, Table};
use crate::wire::{Choice, FromWire, Reader, ToWire, Value, Writer, decimal};

/// Every member of a line, under the name it has.
const MEMBERS: [(&str, Member); 13] = [
    ("id", Member::Id),
    ("quantity", Member::Quantity),
    ("unitPrice", Member::UnitPrice),
    ("item", Member::Item),
    ("brand", Member::Brand),
    ("group", Member::Group),
    ("unit", Member::Unit),
    ("unitFactor", Member::UnitFactor),
    ("per", Member::Per),
    ("weight", Member::Weight),
    ("cost", Member::Cost),
    ("minPrice", Member::MinPrice),
    ("taxPercent", Member::TaxPercent),
];

/// So many of the members, from the first on, no line can do without.
const REQUIRED: usize = 3;

/// Where among them the price stands.
const PRICE: usize = 2;

#[derive(Clone, Copy, PartialEq)]
enum Member {
    Id,
    Quantity,
    UnitPrice,
    Item,
    Brand,
    Group,
    Unit,
    UnitFactor,
    Per,
    Weight,
    Cost,
    MinPrice,
    TaxPercent,
}

/// The lines of a request: a list of records, or one table. Where price lists are there to ask, a line may be without a price; the
/// places of those that are come second.
pub(super) fn lines(from: &mut Reader<'_>, listed: bool) -> (Vec<RequestLine>, Vec<usize>) {
    match from.value().get("lines") {
        Value::Record(_) => from.one_with("lines", &|from| rows(from, listed)),
        _ if !listed => (from.list("lines"), Vec::new()),
        _ => {
            let (read, unpriced) = (Cell::new(0), RefCell::new(Vec::new()));
            let lines = from.list_with("lines", &|from| {
                let (line, priced) = record(from, listed);
                let at = read.replace(read.get() + 1);
                if !priced {
                    unpriced.borrow_mut().push(at);
                }
                line
            });
            (lines, unpriced.into_inner())
        }
    }
}

impl ToWire for RequestLine {
    fn to_wire(&self) -> Value {
        Writer::new()
            .text("id", &self.id)
            .if_any("item", self.item.as_ref())
            .if_any("brand", self.brand.as_ref())
            .if_any("group", self.group.as_ref())
            .if_any("unit", self.unit.as_ref())
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
        record(from, false).0
    }
}

/// A line, and whether it says its price: it need not where price lists are there to ask.
fn record(from: &mut Reader<'_>, listed: bool) -> (RequestLine, bool) {
    let mut line = RequestLine::default();
    let Value::Record(fields) = from.value() else {
        from.refuse("", "a record");
        return (line, true);
    };
    let mut said = [false; REQUIRED];
    let strict = from.is_strict_by_hand();
    for (name, value) in fields {
        let Some((at, member)) = member(name) else {
            if strict && *value != Value::Null {
                from.not(name, UNKNOWN);
            }
            continue;
        };
        let taken = match value {
            Value::Null => continue,
            Value::Text(text) => take(&mut line, member, text.as_bytes(), &|| text.as_str().into()),
            _ => false,
        };
        if !taken {
            from.not(name, wanted(member));
        }
        mark(&mut said, at);
    }
    complete(from, said, listed);
    (line, said[PRICE])
}

#[cfg_attr(optimize_attribute, optimize(speed), inline(never))]
fn rows(from: &mut Reader<'_>, listed: bool) -> (Vec<RequestLine>, Vec<usize>) {
    let table = Table::read(from);
    // A name nobody knows is refused where it is in a record, and else passed over.
    let unknown = table.columns.iter().find(|name| member(name).is_none());
    if from.is_strict_by_hand()
        && let Some(name) = unknown
    {
        from.not(["columns.", name].concat().as_str(), UNKNOWN);
    }
    let members: Vec<_> = table.columns.iter().map(|name| member(name)).collect();
    let text: Arc<str> = table.text.into();
    let mut cells = table.cells();
    let (mut lines, mut unpriced) = (Vec::with_capacity(table.likely_rows()), Vec::new());
    while cells.has_more() {
        let at = lines.len();
        // Written where it stays, because a line is long.
        lines.push(RequestLine::default());
        let row = Row::read(&mut cells, &members, &text, &mut lines[at]);
        if row.count != members.len() || row.fault.is_some() || row.said != [true; REQUIRED] {
            if listed && !row.said[PRICE] {
                unpriced.push(at);
            }
            from.adopt("", Some(at), row.refuse(members.len(), listed));
        }
    }
    (lines, unpriced)
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
    /// Takes the cells of the next row over; names are parts of the table's text.
    #[inline]
    fn read(
        cells: &mut Cells<'_>,
        members: &[Option<(usize, Member)>],
        text: &Arc<str>,
        line: &mut RequestLine,
    ) -> Self {
        let mut row = Self::default();
        for cell in cells {
            if let Some(Some((at, member))) = members.get(row.count)
                && !cell.text.is_empty()
            {
                let name = || Label::part(text, cell.start..cell.start + cell.text.len());
                if !take(line, *member, cell.text, &name) && row.fault.is_none() {
                    row.fault = MEMBERS.get(*at).map(|(name, _)| (*name, wanted(*member)));
                }
                mark(&mut row.said, *at);
            }
            row.count += 1;
            if cell.ends_row {
                break;
            }
        }
        row
    }

    /// What is wrong with it.
    #[cold]
    fn refuse(self, columns: usize, listed: bool) -> Reader<'static> {
        let mut reader = Reader::new(&Value::Null);
        if let Some((name, wanted)) = self.fault {
            reader.not(name, wanted);
        }
        if self.count != columns {
            reader.not("", "one cell for each column");
        }
        complete(&mut reader, self.said, listed);
        reader
    }
}

/// Where among the members this name's stands, and which it is.
fn member(name: &str) -> Option<(usize, Member)> {
    MEMBERS.iter().enumerate().find(|(_, (known, _))| *known == name).map(|(at, (_, member))| (at, *member))
}

/// Takes the member's text over, which may be a name; not if it is not what is wanted.
#[inline(always)]
fn take(line: &mut RequestLine, member: Member, text: &[u8], name: &dyn Fn() -> Label) -> bool {
    match member {
        Member::Id => line.id = name(),
        Member::Item => line.item = Some(name()),
        Member::Brand => line.brand = Some(name()),
        Member::Group => line.group = Some(name()),
        Member::Unit => line.unit = Some(name()),
        Member::Per => match Per::ALL.iter().find(|per| per.word().as_bytes() == text) {
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
        Member::Id | Member::Item | Member::Brand | Member::Group | Member::Unit => "text",
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
fn complete(from: &mut Reader<'_>, said: [bool; REQUIRED], listed: bool) {
    let needed = if listed { PRICE } else { REQUIRED };
    for ((name, member), said) in MEMBERS.iter().zip(said).take(needed) {
        if !said {
            from.lacks(name, wanted(*member));
        }
    }
}
