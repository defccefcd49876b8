//! Where each client stands among the others: ABC and RFM, worked out once for the whole base.

use rust_decimal::Decimal;

use super::book::Book;
use crate::domain::date::Date;
use crate::domain::error::Result;
use crate::domain::segments::Sale;
use crate::domain::segments::abc::{Abc, Class, Thresholds};
use crate::domain::segments::rfm::{Cuts, Rfm, Score, Scored};

/// The standing of everybody who has bought by a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standings {
    /// The last day counted.
    pub as_of: Date,
    /// The day of the first order; the last day counted if there is none.
    pub from: Date,
    /// What all clients bought.
    pub total: Decimal,
    /// Where the classes end.
    pub thresholds: Thresholds,
    /// Where the scores end.
    pub cuts: Option<Cuts>,
    /// In the order of the clients' ids.
    clients: Vec<Standing>,
}

/// One client's standing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The client's id.
    pub client: String,
    /// Its class by share of sales.
    pub class: Class,
    /// What it bought.
    pub amount: Decimal,
    /// What those before it bought.
    pub before: Decimal,
    /// Days since its last order.
    pub recency: i32,
    /// How many orders.
    pub frequency: u32,
    /// Its scores.
    pub score: Score,
}

impl Standings {
    /// From every order of the book up to and including the day `as_of`.
    ///
    /// # Errors
    /// `number.overflow`.
    pub fn on<'a>(as_of: Date, book: &'a Book) -> Result<Self> {
        let sale = |order: &'a super::Order| Sale { client: &order.client, on: order.date, amount: order.net };
        let sales: Vec<Sale> = book.orders.iter().map(sale).collect();
        let thresholds = Thresholds::default();
        let abc = Abc::of(&sales, Date::MIN, as_of, thresholds)?;
        let rfm = Rfm::on(as_of, &sales)?;
        let standing = |scored: &Scored| Standing {
            client: scored.client.to_owned(),
            class: Class::C,
            amount: scored.monetary,
            before: Decimal::ZERO,
            recency: scored.recency,
            frequency: scored.frequency,
            score: scored.score,
        };
        let mut clients: Vec<Standing> = rfm.clients.iter().map(standing).collect();
        for ranked in &abc.clients {
            let at = clients.binary_search_by(|standing| standing.client.as_str().cmp(ranked.client));
            if let Some(standing) = at.ok().and_then(|at| clients.get_mut(at)) {
                (standing.class, standing.before) = (ranked.class, ranked.before);
            }
        }
        let from = sales.iter().map(|sale| sale.on).min().unwrap_or(as_of).min(as_of);
        Ok(Self { as_of, from, total: abc.total, thresholds, cuts: rfm.cuts, clients })
    }

    /// The client's standing; nothing if it has not bought by then.
    pub fn of(&self, client: &str) -> Option<&Standing> {
        let at = self.clients.binary_search_by(|standing| standing.client.as_str().cmp(client)).ok()?;
        self.clients.get(at)
    }
}
