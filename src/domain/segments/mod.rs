//! Who buys how much, how often and how lately: ABC and RFM, computed from the orders when asked for.
//!
//! Nothing here is stored with a client. A result carries the day or the span it holds for, and its module names the method,
//! because another day or another method gives other letters.

/// Classes by share of sales.
pub mod abc;

/// Scores by recency, frequency and money.
pub mod rfm;

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::date::Date;
use super::error::Result;
use super::money::{add, mul, sub};

/// An order, or a line of one, as far as segments are concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sale<'a> {
    /// The client's id.
    pub client: &'a str,
    /// The day of the order.
    pub on: Date,
    /// What it came to; below zero for goods taken back.
    pub amount: Decimal,
}

/// What one client bought in a span of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Total<'a> {
    /// The client's id.
    pub client: &'a str,
    /// How many sales.
    pub count: u32,
    /// The day of the last one.
    pub last: Date,
    /// Their sum, unrounded.
    pub amount: Decimal,
}

/// The sales from the day `from` to the day `to`, both included, by client; in the order of the clients' ids.
///
/// # Errors
/// `number.overflow`.
pub fn totals<'a>(sales: &[Sale<'a>], from: Date, to: Date) -> Result<Vec<Total<'a>>> {
    let mut by_client: BTreeMap<&str, Total> = BTreeMap::new();
    for &Sale { client, on, amount } in sales.iter().filter(|sale| from <= sale.on && sale.on <= to) {
        let total = by_client.entry(client).or_insert(Total { client, count: 0, last: on, amount: Decimal::ZERO });
        total.count = total.count.saturating_add(1);
        total.last = total.last.max(on);
        total.amount = add(total.amount, amount)?;
    }
    Ok(by_client.into_values().collect())
}

/// What a line of an order comes to, unrounded: quantity x unit price x (1 - discount), the discount as a fraction.
///
/// # Errors
/// `number.overflow`.
pub fn line_amount(quantity: Decimal, unit_price: Decimal, discount: Decimal) -> Result<Decimal> {
    mul(mul(quantity, unit_price)?, sub(Decimal::ONE, discount)?)
}
