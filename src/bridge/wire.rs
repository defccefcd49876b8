//! The records of the contract where they are not what the device keeps. Unknown fields are ignored; wrong ones are named.

mod item;

use rust_decimal::Decimal;

use crate::domain::account::Account;
use crate::domain::client::Client;
use crate::domain::error::{Code, Error, Result};
use crate::domain::money::Currency;
use crate::domain::pricing::BookList;
use crate::domain::product::{PriceList, PriceLists};
use crate::domain::quote::{FreeLine, Quote, QuotedLine};
use crate::store::{Book, Catalogue, Context, Entity, Key, News, Receipt};
use crate::wire::{self, FromWire, Reader, Sieve, Unread, Value, Writer};

pub use item::{item, patch};

/// A page of `record.query`.
pub(super) struct Page {
    pub(super) records: Vec<Value>,
    /// Where the next page begins, if there is one.
    pub(super) cursor: Option<String>,
}

/// The terms clients of one group share.
struct Group {
    id: String,
    name: String,
    discount_percent: Decimal,
    payment_term: Option<String>,
}

/// The catalogue a page hands over, which is also what a host's records are put together to.
///
/// # Errors
/// `host.malformed` where a part is no list, or the price list cannot be read; `currency.invalid`; those of
/// [`PriceLists::new`]. A client, product or further price list that cannot be read is left out, and told in
/// [`Catalogue::left_out`].
pub fn catalogue(value: &Value) -> Result<Catalogue> {
    let mut from = Reader::new(value);
    let groups: Vec<Group> = from.list_or_empty("groups");
    let mut sieve = Sieve::default();
    let mut catalogue = Catalogue {
        clients: sieve.list_with(&mut from, "companies", "company", &|from| client(from, &groups)),
        products: sieve.list(&mut from, "products", "product"),
        price_list: from.one_with("priceList", &price_list),
        prices: PriceLists::default(),
        level: wire::level_or_none(&mut from),
        left_out: Vec::new(),
    };
    let mut lists = if from.has("priceLists") { sieve.list(&mut from, "priceLists", "priceList") } else { Vec::new() };
    drop_orphans(&mut lists, &catalogue.price_list.id, &mut sieve);
    catalogue.left_out = sieve.left_out();
    let mut catalogue = from.settle(catalogue).map_err(|fault| fault.or(Code::HostMalformed))?;
    // What the lists name is said as it is, because people read it too.
    catalogue.prices = PriceLists::new(&catalogue.price_list, &catalogue.products, lists)?;
    Ok(catalogue)
}

/// Leaves out the price lists that are built on one that was left out, and those built on them.
fn drop_orphans(lists: &mut Vec<BookList>, own: &str, sieve: &mut Sieve) {
    let is_orphan = |list: &BookList, sieve: &Sieve, lists: &[BookList]| {
        let base = list.base.as_ref().map_or(own, |base| &base.list);
        base != own && sieve.names("priceList", base) && lists.iter().all(|known| known.id != base)
    };
    while let Some(at) = lists.iter().position(|list| is_orphan(list, sieve, lists)) {
        let id = lists.remove(at).id;
        let problem = "built on a list that was left out".to_owned();
        sieve.leave_out("priceList", Unread { id, member: "base.list".to_owned(), problem });
    }
}

/// All other records: a list of them for each kind, by the contract's word for it, such as `commitment`. A kind that is not
/// there is empty.
///
/// # Errors
/// `host.malformed` where a kind is no list: "commitment: not a list". A record that cannot be read is left out, and told in
/// [`Book::left_out`].
pub fn book(value: &Value) -> Result<Book> {
    wire::read(value).map_err(|fault| Error::new(Code::HostMalformed, fault.text()))
}

/// The answer to `op`.
///
/// # Errors
/// `host.malformed`, naming what is wrong.
pub(super) fn answer<T: FromWire>(op: &str, value: &Value) -> Result<T> {
    wire::read(value).map_err(|fault| fault.under(op).or(Code::HostMalformed))
}

/// What an event of the host says; nothing where it is none of ours. News are hints, so a wrong one is passed over.
pub fn news(event: &Value) -> Option<News> {
    let data = event.get("data");
    let text = |name: &str| data.get(name).as_text().map(str::to_owned);
    Some(match event.get("name").as_text()? {
        "record.changed" => {
            let kind = text("entity")?;
            // A quote that was made stays as it is; what the host has beside ours is not shown.
            if kind == "quote" {
                return None;
            }
            let entity = Entity::ALL.into_iter().find(|entity| entity.name() == kind);
            News::Changed {
                key: entity.zip(text("id")).map(|(entity, id)| Key { entity, id }),
                version: text("version"),
            }
        }
        "connectivity" => News::Online(*data.get("online") == Value::Bool(true)),
        "context.changed" => News::Client(text("client")?),
        _ => return None,
    })
}

/// A quote as it travels.
pub fn quote(quote: &Quote) -> Value {
    let mut record = Writer::new();
    record
        .text("clientId", &quote.client)
        .text("created", &quote.created.to_string())
        .text("currency", quote.currency.code())
        .value("lines", Value::List(quote.lines.iter().map(line).collect()))
        .text("termId", quote.term.as_deref().unwrap_or_default())
        .decimal("manualPercent", quote.manual_percent)
        .decimal("list", quote.list)
        .decimal("net", quote.net)
        .text("note", &quote.note)
        .if_any("coupon", quote.coupon.as_ref())
        .if_any("tax", quote.tax.as_ref())
        .if_any("payment", quote.payment.as_ref());
    if !quote.free.is_empty() {
        record.value("free", Value::List(quote.free.iter().map(free).collect()));
    }
    record.end()
}

fn free(free: &FreeLine) -> Value {
    Writer::new().text("productId", &free.product).decimal("quantity", free.quantity).end()
}

impl FromWire for Context {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Context {
            workspace: from.text("workspace"),
            user: from.one_with("user", &|from| from.text("id")),
            level: from.one_with("user", &|from| wire::level_or_none(from)),
            host: from.one_with("host", &|from| from.text("name")),
            client: from.text_or_none("client"),
        }
    }
}

impl FromWire for Page {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Page { records: from.list("records"), cursor: from.text_or_none("cursor") }
    }
}

impl FromWire for Receipt {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Receipt { id: from.text("id"), version: from.text("version") }
    }
}

impl FromWire for Group {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Group {
            id: from.text("id"),
            name: from.text("name"),
            discount_percent: from.decimal("discountPercent"),
            payment_term: from.text_or_none("paymentTerm"),
        }
    }
}

/// The client, with its group's terms where it has none of its own.
fn client(from: &mut Reader<'_>, groups: &[Group]) -> Client {
    let group = from.text_or_none("group");
    let shared = group.as_ref().and_then(|id| groups.iter().find(|known| known.id == *id));
    let discount = from.decimal_or_none("discountPercent").or(shared.map(|shared| shared.discount_percent));
    // The record is the account's too: one of which only half can be read is no client whose limit is known.
    let _ = Account::from_wire(from);
    let term = from.text_or_none("paymentTerm").or_else(|| shared.and_then(|shared| shared.payment_term.clone()));
    Client {
        id: from.text("id"),
        name: from.text("name"),
        contact: from.one_or_none("contact"),
        city: from.text_or_none("city"),
        country: from.text_or_none("country"),
        group: shared.map(|shared| shared.name.clone()).or_else(|| group.clone()),
        group_id: group,
        discount_percent: discount.unwrap_or_default(),
        term,
    }
}

fn price_list(from: &mut Reader<'_>) -> PriceList {
    let made = Currency::new(&from.text("currency"), from.count("minorUnits"));
    let currency = from.accepted("currency", made, Currency::NONE);
    wire::price_list(from, currency)
}

fn line(line: &QuotedLine) -> Value {
    Writer::new()
        .text("productId", &line.product)
        .decimal("quantity", line.quantity)
        .decimal("price", line.price)
        .decimal("net", line.net)
        .end()
}

/// The rows of a catalogue's orders as records; what is no row stays as it is, and is then refused by name.
pub fn order_rows(rows: Value) -> Value {
    const ORDER: [&str; 6] = ["id", "clientId", "date", "lines", "required", "shipped"];
    const LINE: [&str; 4] = ["productId", "quantity", "price", "discount"];
    each(rows, &|order| {
        let mut record = named(order, &ORDER);
        if let Value::Record(fields) = &mut record {
            for (_, lines) in fields.iter_mut().filter(|(name, _)| name == "lines") {
                *lines = each(core::mem::replace(lines, Value::Null), &|line| named(line, &LINE));
            }
        }
        record
    })
}

fn each(list: Value, change: &dyn Fn(Value) -> Value) -> Value {
    match list {
        Value::List(values) => Value::List(values.into_iter().map(change).collect()),
        other => other,
    }
}

/// A row as a record of these members. A whole number in it is written as the contract writes numbers.
fn named(row: Value, names: &[&'static str]) -> Value {
    let Value::List(values) = row else { return row };
    let mut record = Writer::new();
    for (name, value) in names.iter().zip(values) {
        match value.as_count() {
            Some(count) => record.decimal(name, count.into()),
            None => record.value(name, value),
        };
    }
    record.end()
}
