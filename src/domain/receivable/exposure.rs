//! What would be at stake if the client stopped paying.

use rust_decimal::Decimal;

use crate::domain::error::Result;
use crate::domain::money::{add, sub};

/// What a client owes and is about to owe, against what it may.
///
/// ```
/// use sapa::domain::receivable::{UnderWay, Exposure};
///
/// let orders = UnderWay { confirmed: 300.into(), drafts: 0.into(), this_order: 250.into() };
/// let exposure = Exposure::of(500.into(), &orders, Some(1_000.into()))?;
/// assert_eq!((exposure.total, exposure.headroom, exposure.over), (1_050.into(), Some((-50).into()), true));
/// # Ok::<(), sapa::domain::error::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exposure {
    /// The sum of what is owed and what is under way.
    pub total: Decimal,
    /// What was agreed as the most, if anything was.
    pub limit: Option<Decimal>,
    /// What the limit leaves; below zero if it is passed.
    pub headroom: Option<Decimal>,
    /// Whether the limit is passed. Reaching it is not passing it.
    pub over: bool,
}

/// What is under way and not invoiced yet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UnderWay {
    /// Orders confirmed.
    pub confirmed: Decimal,
    /// Invoices drafted and not issued.
    pub drafts: Decimal,
    /// The order on the table.
    pub this_order: Decimal,
}

impl Exposure {
    /// Adds what is under way to the balance of the receivables, credits and unapplied cash included.
    ///
    /// # Errors
    /// `number.overflow`.
    pub fn of(receivables: Decimal, orders: &UnderWay, limit: Option<Decimal>) -> Result<Self> {
        let total = add(add(add(receivables, orders.confirmed)?, orders.drafts)?, orders.this_order)?;
        let headroom = limit.map(|limit| sub(limit, total)).transpose()?;
        Ok(Self { total, limit, headroom, over: limit.is_some_and(|limit| total > limit) })
    }

    /// By how much the limit is passed; zero if it is not, or there is none.
    pub fn over_by(&self) -> Decimal {
        self.headroom.map_or(Decimal::ZERO, |headroom| (-headroom).max(Decimal::ZERO))
    }
}
