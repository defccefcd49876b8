//! The records as they travel, and what they become here. Unknown fields are ignored; wrong ones are named.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::domain::client::{Client, Contact};
use crate::domain::error::{Code, Error, Result};
use crate::domain::money::Currency;
use crate::domain::number::text;
use crate::domain::pricing::{Band, Measure, TierMode, Tiers};
use crate::domain::product::{self, Product, Term};
use crate::domain::quote::Quote;
use crate::store;

/// The answer to `context.get`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Context {
    workspace: String,
    user: Named,
    host: HostName,
    #[serde(default)]
    client: Option<String>,
    #[serde(default)]
    pub(super) groups: Vec<Group>,
}

#[derive(Deserialize)]
struct Named {
    id: String,
}

#[derive(Deserialize)]
struct HostName {
    name: String,
}

/// The terms clients of one group share.
#[derive(Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Group {
    id: String,
    name: String,
    #[serde(with = "text")]
    discount_percent: Decimal,
    #[serde(default)]
    payment_term: Option<String>,
}

/// A page of `record.query`.
#[derive(Deserialize)]
pub struct Page<T> {
    pub(super) records: Vec<T>,
    #[serde(default)]
    pub(super) cursor: Option<String>,
}

/// A client as it travels.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Company {
    id: String,
    name: String,
    #[serde(default)]
    contact: Option<Contact>,
    #[serde(default)]
    city: Option<String>,
    #[serde(default)]
    country: Option<String>,
    #[serde(default)]
    group: Option<String>,
    #[serde(default, with = "text::option")]
    discount_percent: Option<Decimal>,
    #[serde(default)]
    payment_term: Option<String>,
}

/// A price list as it travels.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PriceList {
    id: String,
    name: String,
    currency: String,
    minor_units: u32,
    #[serde(default)]
    sample: bool,
    line_tiers: Ladder,
    order_tiers: Ladder,
    terms: Vec<Term>,
    #[serde(with = "text")]
    cost_of_capital_percent: Decimal,
}

#[derive(Deserialize)]
struct Ladder {
    #[serde(default)]
    mode: TierMode,
    measure: Measure,
    bands: Vec<Band>,
}

/// The catalogue a page hands over where there is no host.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Catalogue {
    pub(super) companies: Vec<Company>,
    pub(super) products: Vec<Product>,
    pub(super) price_list: PriceList,
    #[serde(default)]
    pub(super) groups: Vec<Group>,
}

/// The answer to `record.create`.
#[derive(Deserialize)]
pub struct Created {
    id: String,
    version: String,
}

/// A quote as it travels.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct QuoteRecord<'a> {
    client_id: &'a str,
    created: String,
    currency: &'a str,
    lines: Vec<LineRecord<'a>>,
    term_id: &'a str,
    #[serde(with = "text")]
    manual_percent: Decimal,
    #[serde(with = "text")]
    list: Decimal,
    #[serde(with = "text")]
    net: Decimal,
    note: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct LineRecord<'a> {
    product_id: &'a str,
    #[serde(with = "text")]
    quantity: Decimal,
    #[serde(with = "text")]
    price: Decimal,
    #[serde(with = "text")]
    net: Decimal,
}

impl Context {
    /// What the session needs of it.
    pub fn into_context(self) -> store::Context {
        let Context { workspace, user, host, client, groups: _ } = self;
        store::Context { workspace, user: user.id, host: host.name, client }
    }
}

impl Company {
    /// The client, with its group's terms where it has none of its own.
    pub fn into_client(self, groups: &[Group]) -> Client {
        let Company { id, name, contact, city, country, group, discount_percent, payment_term } = self;
        let shared = group.as_ref().and_then(|id| groups.iter().find(|known| known.id == *id));
        Client {
            discount_percent: discount_percent.or(shared.map(|shared| shared.discount_percent)).unwrap_or_default(),
            term: payment_term.or_else(|| shared.and_then(|shared| shared.payment_term.clone())),
            group: shared.map(|shared| shared.name.clone()).or(group),
            id,
            name,
            contact,
            city,
            country,
        }
    }
}

impl TryFrom<PriceList> for product::PriceList {
    type Error = Error;

    fn try_from(list: PriceList) -> Result<Self> {
        let tiers = |ladder: Ladder| Tiers { mode: ladder.mode, measure: ladder.measure, bands: ladder.bands };
        Ok(product::PriceList {
            currency: Currency::new(&list.currency, list.minor_units)?,
            id: list.id,
            name: list.name,
            sample: list.sample,
            line_tiers: tiers(list.line_tiers),
            order_tiers: tiers(list.order_tiers),
            terms: list.terms,
            cost_of_capital_percent: list.cost_of_capital_percent,
        })
    }
}

impl TryFrom<Catalogue> for store::Catalogue {
    type Error = Error;

    fn try_from(all: Catalogue) -> Result<Self> {
        let Catalogue { companies, products, price_list, groups } = all;
        let clients: Vec<_> = companies.into_iter().map(|company| company.into_client(&groups)).collect();
        distinct("company", clients.iter().map(|client| client.id.as_str()))?;
        distinct("product", products.iter().map(|product| product.id.as_str()))?;
        Ok(store::Catalogue { clients, products, price_list: price_list.try_into()? })
    }
}

impl From<Created> for store::Receipt {
    fn from(Created { id, version }: Created) -> Self {
        store::Receipt { id, version }
    }
}

impl<'a> From<&'a Quote> for QuoteRecord<'a> {
    fn from(quote: &'a Quote) -> Self {
        let lines = quote.lines.iter().map(|line| LineRecord {
            product_id: &line.product,
            quantity: line.quantity,
            price: line.price,
            net: line.net,
        });
        QuoteRecord {
            client_id: &quote.client,
            created: quote.created.to_string(),
            currency: quote.currency.code(),
            lines: lines.collect(),
            term_id: quote.term.as_deref().unwrap_or_default(),
            manual_percent: quote.manual_percent,
            list: quote.list,
            net: quote.net,
            note: &quote.note,
        }
    }
}

/// Refuses two records under one id, since every view finds records by it.
fn distinct<'a>(entity: &str, ids: impl Iterator<Item = &'a str>) -> Result<()> {
    let mut ids: Vec<_> = ids.collect();
    ids.sort_unstable();
    match ids.windows(2).find(|pair| pair.first() == pair.last()) {
        Some(pair) => Err(Error::new(Code::HostMalformed, format!("two records {entity} {}", pair.concat()))),
        None => Ok(()),
    }
}
