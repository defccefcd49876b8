//! What was billed and paid, from `invoice` and `payment` records. Nothing here writes them.

use rust_decimal::Decimal;

use super::{FromWire, Reader};
use crate::domain::money;
use crate::domain::receivable::{Invoice, Payment};

impl FromWire for Invoice {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Invoice {
            id: from.text("id"),
            client: from.text("clientId"),
            order: from.text_or_none("orderId"),
            issued: from.date("date"),
            due: from.date("due"),
            amount: from.decimal("amount"),
        }
    }
}

/// One `payment` record as payments of one invoice each, and one of none for the rest, so that they add up to its amount. The
/// first keeps the record's id; those after it are numbered below it, from 2 on.
pub fn payments(from: &mut Reader<'_>) -> Vec<Payment> {
    let (id, client, date, amount) =
        (from.text("id"), from.text("clientId"), from.date("date"), from.decimal("amount"));
    let parts = from.list_with("allocations", &|from| (from.text("invoiceId"), from.decimal("amount")));
    let mut shares: Vec<(Option<String>, Decimal)> = Vec::with_capacity(parts.len() + 1);
    let mut rest = amount;
    for (invoice, part) in parts {
        rest = from.accepted("allocations", money::sub(rest, part), rest);
        shares.push((Some(invoice), part));
    }
    if !rest.is_zero() || shares.is_empty() {
        shares.push((None, rest));
    }
    let payment = |(at, (invoice, amount)): (usize, (Option<String>, Decimal))| Payment {
        id: if at == 0 { id.clone() } else { [&id, "/", &(at + 1).to_string()].concat() },
        client: client.clone(),
        invoice,
        date,
        amount,
    };
    shares.into_iter().enumerate().map(payment).collect()
}
