//! The draft as a file that other programs read. Nothing internal is in it: no cost, no margin.

use super::quoting;
use super::state::State;
use crate::domain::date::Date;
use crate::domain::error::{Code, Error, Result};
use crate::domain::pricing::Priced;
use crate::domain::product::Product;
use crate::domain::quote::DraftLine;
use crate::wire::{Value, Writer, json};

/// The lines as CSV after RFC 4180, with the heads given; free goods follow as lines of no price.
///
/// A cell that a spreadsheet would take for a formula gets an apostrophe before it.
///
/// # Errors
/// `record.not_found` for a product the price list does not have.
pub fn csv(state: &State, priced: &Priced, heads: [&str; 7], day: Date) -> Result<String> {
    let mut text = String::new();
    row(&mut text, &heads);
    for (line, priced) in state.draft.lines.iter().zip(&priced.lines) {
        let product = product(state, line)?;
        let figures =
            [line.quantity, quoting::unit_price(state, product, day)?, priced.percent().round_dp(4), priced.net];
        let [quantity, price, percent, net] = figures.map(|figure| figure.normalize().to_string());
        row(&mut text, &[&product.sku, &product.name, &product.unit, &quantity, &price, &percent, &net]);
    }
    for free in quoting::free(state, priced)? {
        let product = state.product(&free.product).ok_or_else(|| missing(&free.product))?;
        let quantity = free.quantity.normalize().to_string();
        row(&mut text, &[&product.sku, &product.name, &product.unit, &quantity, "0", "100", "0"]);
    }
    Ok(text)
}

/// The draft as JSON: what was ordered, by which steps it is priced, what it comes to, the tax in it, and what is to be paid when.
///
/// # Errors
/// `record.not_found` for a product the price list does not have; as for [`quoting::payment`].
pub fn json(state: &State, priced: &Priced, day: Date) -> Result<String> {
    let list = state.price_list().ok_or_else(|| missing("price list"))?;
    let lines = state.draft.lines.iter().zip(&priced.lines).map(|(line, priced)| {
        let product = product(state, line)?;
        let mut record = Writer::new();
        record.text("productId", &product.id).text("sku", &product.sku).text("name", &product.name);
        record
            .text("unit", &product.unit)
            .decimal("quantity", line.quantity)
            .decimal("price", quoting::unit_price(state, product, day)?);
        Ok(record.decimal("percent", priced.percent()).decimal("net", priced.net).end())
    });
    let lines = lines.collect::<Result<_>>()?;
    let term = quoting::term(state).map(|term| term.id);
    let mut quote = Writer::new();
    quote
        .text("created", &day.to_string())
        .text("priceList", &list.id)
        .text_or_null("priceListVersion", list.version.as_deref())
        .text("currency", list.currency.code())
        .text_or_null("termId", term.as_deref())
        .text_or_null("coupon", state.draft.coupon.as_deref())
        .decimal("manualPercent", state.draft.manual_percent)
        .value("lines", Value::List(lines))
        .list("free", &quoting::free(state, priced)?)
        .list("waterfall", &priced.waterfall)
        .decimal("list", priced.list)
        .decimal("net", priced.net)
        .if_any("tax", quoting::tax(state, priced)?.as_ref())
        .if_any("payment", quoting::payment(state, priced, day)?.as_ref());
    let quote = quote.end();
    // Every number that counts is text; the counts are whole.
    Ok(json::write(&quote, &|_| String::from("null")))
}

fn row(text: &mut String, cells: &[&str]) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            text.push(',');
        }
        let formula =
            cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.parse::<rust_decimal::Decimal>().is_err();
        let cell = [if formula { "'" } else { "" }, cell].concat();
        if cell.contains(['"', ',', '\n', '\r']) {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(&cell);
        }
    }
    text.push_str("\r\n");
}

fn product<'a>(state: &'a State, line: &DraftLine) -> Result<&'a Product> {
    state.product(&line.product).ok_or_else(|| missing(&line.product))
}

fn missing(what: &str) -> Error {
    Error::new(Code::NotFound, what)
}
