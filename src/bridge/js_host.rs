//! [`Host`] over a connection of `connection.js`.

use std::cell::RefCell;

use js_sys::{Object, Reflect};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

use super::wire::{Catalogue, Company, Context, Created, Group, Page, QuoteRecord};
use crate::domain::error::{Code, Error, Result};
use crate::domain::product::Product;
use crate::domain::quote::Quote;
use crate::store::{self, Host, Pending, Receipt};

/// Records asked for at once, and how often one may ask before a host that never ends is stopped.
const PAGE: u32 = 1_000;
const PAGES: usize = 200;

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
}

/// The host at the other end of a connection.
pub struct JsHost {
    connection: Connection,
    /// The groups of the last context, which clients refer to.
    groups: RefCell<Vec<Group>>,
}

impl JsHost {
    /// The host behind this connection.
    pub fn new(connection: Connection) -> Self {
        Self { connection, groups: RefCell::default() }
    }

    async fn call<A: Serialize, T: DeserializeOwned>(&self, op: &str, args: &A, idem: Option<&str>) -> Result<T> {
        let args = args.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(malformed)?;
        let options = Object::new();
        if let Some(idem) = idem {
            let _ = Reflect::set(&options, &"idem".into(), &idem.into());
        }
        let answer = self.connection.request(op, args, options.into()).await.map_err(|thrown| refused(&thrown))?;
        serde_wasm_bindgen::from_value(answer).map_err(malformed)
    }

    async fn all<T: DeserializeOwned>(&self, entity: &str) -> Result<Vec<T>> {
        let mut all = Vec::new();
        let mut cursor = None;
        for _ in 0..PAGES {
            let query = Query { entity, limit: PAGE, cursor: cursor.clone() };
            let page: Page<T> = self.call("record.query", &query, None).await?;
            all.extend(page.records);
            match page.cursor {
                None => return Ok(all),
                same if same == cursor => break,
                next => cursor = next,
            }
        }
        Err(Error::new(Code::HostMalformed, format!("the pages of {entity} never end")))
    }
}

#[derive(Serialize)]
struct Query<'a> {
    entity: &'a str,
    limit: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    cursor: Option<String>,
}

#[derive(Serialize)]
struct Create<'a> {
    entity: &'a str,
    record: QuoteRecord<'a>,
}

#[derive(Serialize)]
struct Nothing {}

impl Host for JsHost {
    fn context(&self) -> Pending<'_, store::Context> {
        Box::pin(async move {
            let mut context: Context = self.call("context.get", &Nothing {}, None).await?;
            self.groups.replace(core::mem::take(&mut context.groups));
            Ok(context.into_context())
        })
    }

    fn catalogue(&self) -> Pending<'_, store::Catalogue> {
        Box::pin(async move {
            let companies: Vec<Company> = self.all("company").await?;
            let products: Vec<Product> = self.all("product").await?;
            let lists = self.all("priceList").await?;
            let price_list =
                lists.into_iter().next().ok_or_else(|| Error::new(Code::HostMalformed, "no price list"))?;
            let groups = self.groups.borrow().clone();
            Catalogue { companies, products, price_list, groups }.try_into()
        })
    }

    fn create_quote<'a>(&'a self, quote: &'a Quote, idem: &'a str) -> Pending<'a, Receipt> {
        Box::pin(async move {
            let create = Create { entity: "quote", record: quote.into() };
            let created: Created = self.call("record.create", &create, Some(idem)).await?;
            Ok(created.into())
        })
    }
}

#[allow(clippy::needless_pass_by_value, reason = "the shape `map_err` wants")]
fn malformed(error: serde_wasm_bindgen::Error) -> Error {
    Error::new(Code::HostMalformed, error.to_string())
}

/// A HostError of `connection.js` as ours. Its codes are the contract's, under our prefix.
fn refused(thrown: &JsValue) -> Error {
    let text =
        |key: &str| Reflect::get(thrown, &key.into()).ok().and_then(|value| value.as_string()).unwrap_or_default();
    let code = format!("host.{}", text("code"));
    let known = Code::ALL.into_iter().find(|known| known.as_str() == code);
    Error::new(known.unwrap_or(Code::HostInternal), text("message"))
}

/// The catalogue a page hands over as plain data.
///
/// # Errors
/// `host.malformed`, naming what is wrong; `currency.invalid`.
pub fn catalogue(data: JsValue) -> Result<store::Catalogue> {
    serde_wasm_bindgen::from_value::<Catalogue>(data).map_err(malformed)?.try_into()
}
