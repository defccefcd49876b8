//! [`Host`] over a connection of `connection.js`.

use std::cell::RefCell;

use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::*;

use super::wire::{self, Page};
use crate::domain::error::{Code, Error, Result};
use crate::domain::quote::Quote;
use crate::js;
use crate::store::{
    Book, Catalogue, Changed, Context, Given, Host, IMPORTED, Key, News, Pending, Receipt, book_kinds, read_book,
};
use crate::wire::{Value, Writer};

/// Records asked for at once, and how often one may ask before a host that never ends is stopped.
const PAGE: u32 = 1_000;
const PAGES: usize = 200;

/// What a request goes without.
const NO_OPTIONS: Value = Value::Record(Vec::new());

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.ts");

#[wasm_bindgen]
extern "C" {
    /// A connection as `connectDirect` makes it.
    #[derive(Clone)]
    pub type Connection;

    #[wasm_bindgen(method, catch)]
    async fn request(
        this: &Connection,
        op: &str,
        args: JsValue,
        options: JsValue,
    ) -> core::result::Result<JsValue, JsValue>;

    /// Returns what ends it.
    #[wasm_bindgen(method)]
    fn listen(this: &Connection, told: &Closure<dyn Fn(JsValue)>) -> Function;
}

/// A listener of the host, which the host forgets when this goes.
struct Listening {
    end: Function,
    _told: Closure<dyn Fn(JsValue)>,
}

impl Drop for Listening {
    fn drop(&mut self) {
        let _ = self.end.call0(&JsValue::NULL);
    }
}

/// The host at the other end of a connection.
pub struct JsHost {
    connection: Connection,
    /// The groups of the last context, which clients refer to.
    groups: RefCell<Value>,
    listening: RefCell<Option<Listening>>,
}

impl JsHost {
    /// The host behind this connection.
    pub fn new(connection: Connection) -> Self {
        Self { connection, groups: RefCell::new(Value::Null), listening: RefCell::default() }
    }

    async fn call(&self, op: &str, args: Value, options: Value) -> Result<Value> {
        let answer = self.connection.request(op, js::write(&args), js::write(&options)).await;
        answer.map(|answer| js::read(&answer)).map_err(|thrown| refused(&thrown))
    }

    async fn all(&self, entity: &str) -> Result<Vec<Value>> {
        let mut all = Vec::new();
        let mut cursor: Option<String> = None;
        for _ in 0..PAGES {
            let mut query = Writer::new();
            query.text("entity", entity).count("limit", PAGE);
            if let Some(cursor) = &cursor {
                query.text("cursor", cursor);
            }
            let page: Page = wire::answer("record.query", &self.call("record.query", query.end(), NO_OPTIONS).await?)?;
            all.extend(page.records);
            match page.cursor {
                None => return Ok(all),
                same if same == cursor => break,
                next => cursor = next,
            }
        }
        Err(Error::new(Code::HostMalformed, ["the pages of ", entity, " never end"].concat()))
    }
}

impl Host for JsHost {
    fn context(&self) -> Pending<'_, Context> {
        Box::pin(async move {
            let answer = self.call("context.get", Writer::new().end(), NO_OPTIONS).await?;
            let context = wire::answer("context.get", &answer)?;
            self.groups.replace(answer.get("groups").clone());
            Ok(context)
        })
    }

    fn catalogue(&self) -> Pending<'_, Catalogue> {
        Box::pin(async move {
            let companies = self.all("company").await?;
            let products = self.all("product").await?;
            // Beside the list with the rules a host may have prices that were taken over, and lists of prices alone.
            let price_lists = self.all("priceList").await?.into_iter();
            let price_lists = price_lists.filter(|list| list.get("id").as_text() != Some(IMPORTED));
            let says = |list: &Value, name: &str| *list.get(name) != Value::Null;
            let (rules, others): (Vec<_>, Vec<_>) = price_lists.partition(|list| says(list, "lineTiers"));
            // Where none has rules, what is wrong with the first is to be said.
            let price_list = rules.into_iter().chain(others.first().cloned()).next().unwrap_or(Value::Null);
            let prices = others.into_iter().filter(|list| says(list, "prices") || says(list, "base")).collect();
            let whole = Writer::new()
                .value("companies", Value::List(companies))
                .value("products", Value::List(products))
                .value("priceList", price_list)
                .value("priceLists", Value::List(prices))
                .value("groups", self.groups.borrow().clone())
                .end();
            wire::catalogue(&whole)
        })
    }

    fn create_quote<'a>(&'a self, quote: &'a Quote, idem: &'a str) -> Pending<'a, Receipt> {
        Box::pin(async move {
            let create = Writer::new().text("entity", "quote").value("record", wire::quote(quote)).end();
            let options = Writer::new().text("idem", idem).end();
            wire::answer("record.create", &self.call("record.create", create, options).await?)
        })
    }

    fn book(&self) -> Pending<'_, Given> {
        Box::pin(async move {
            let mut given = Writer::new();
            for entity in book_kinds() {
                match self.all(entity).await {
                    Ok(records) => given.value(entity, Value::List(records)),
                    // A host need not have every kind of record.
                    Err(error) if error.kind() == Code::HostUnsupported => continue,
                    Err(error) => return Err(error),
                };
            }
            read_book(given.end(), Code::HostMalformed)
        })
    }

    fn listen(&self, told: Box<dyn Fn(News)>) {
        let told: Closure<dyn Fn(JsValue)> = Closure::new(move |event: JsValue| {
            if let Some(news) = wire::news(&js::read(&event)) {
                told(news);
            }
        });
        self.listening.replace(Some(Listening { end: self.connection.listen(&told), _told: told }));
    }

    fn write<'a>(&'a self, changed: &'a Changed) -> Pending<'a, Receipt> {
        Box::pin(async move {
            let Key { entity, id } = &changed.key;
            let mut args = Writer::new();
            args.text("entity", entity.name());
            let mut options = Writer::new();
            options.text("idem", &changed.idem);
            let op = match (&changed.base, &changed.item) {
                (None, Some(item)) => {
                    args.value("record", wire::item(item));
                    "record.create"
                }
                (base, item) => {
                    args.text("id", id);
                    if let Some(base) = base {
                        options.text("baseVersion", base);
                    }
                    match item {
                        Some(item) => {
                            args.value("patch", wire::patch(item));
                            "record.update"
                        }
                        None => "record.remove",
                    }
                }
            };
            let answer = self.call(op, args.end(), options.end()).await?;
            // A record that was removed has no version any more.
            if changed.item.is_none() {
                return Ok(Receipt { id: id.clone(), version: String::new() });
            }
            wire::answer(op, &answer)
        })
    }
}

/// A HostError of `connection.js` as ours. Its codes are the contract's, under our prefix.
fn refused(thrown: &JsValue) -> Error {
    let text =
        |key: &str| Reflect::get(thrown, &key.into()).ok().and_then(|value| value.as_string()).unwrap_or_default();
    let code = ["host.", &text("code")].concat();
    let known = Code::ALL.into_iter().find(|known| known.as_str() == code);
    Error::new(known.unwrap_or(Code::HostInternal), text("message"))
}

/// The other records a page hands over as plain data: its companies and orders, and what stands in `records`.
///
/// # Errors
/// `host.malformed`, naming what is wrong.
pub fn book(data: &JsValue) -> Result<Book> {
    let records = Reflect::get(data, &"records".into()).unwrap_or_default();
    let part = |owner: &JsValue, name: &str| {
        let part = Reflect::get(owner, &name.into()).unwrap_or_default();
        js::copy(&part).map_err(|fault| fault.under(name).or(Code::HostMalformed))
    };
    let mut parts = Writer::new();
    for entity in book_kinds() {
        let value = match entity {
            "company" => part(data, "companies")?,
            "order" => wire::order_rows(part(data, "orders")?),
            _ if records.is_object() => part(&records, entity)?,
            _ => Value::Null,
        };
        parts.value(entity, value);
    }
    wire::book(&parts.end())
}

/// The catalogue a page hands over as plain data.
///
/// # Errors
/// As for [`wire::catalogue`].
pub fn catalogue(data: &JsValue) -> Result<Catalogue> {
    // Part by part, because what else the object holds may be large, such as orders, and is not ours to judge.
    let mut parts = Writer::new();
    for name in ["companies", "products", "priceList", "priceLists", "groups"] {
        let part = Reflect::get(data, &name.into()).unwrap_or_default();
        parts.value(name, js::copy(&part).map_err(|fault| fault.under(name).or(Code::HostMalformed))?);
    }
    wire::catalogue(&parts.end())
}
