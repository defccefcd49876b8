//! Lines of an order that take their price from price lists.

use rust_decimal::Decimal;

use super::line::{Per, RequestLine};
use super::price_book::{BookList, BookUnit, PriceBook, PriceQuery};
use super::when::Buyer;
use crate::domain::error::{Code, Error, Result};
use crate::domain::money::Currency;

/// Gives each of the lines at these places the price that the lists have for this buyer and day: of its unit, or of a stock
/// unit where it names none. What a line says of the size of its unit is known to the lists too, and the other way round.
///
/// # Errors
/// Those of [`PriceBook::new`] and [`PriceBook::price`]; `record.not_found` for a line whose item is on none of the lists, naming
/// both.
pub fn take_list_prices(
    lines: &mut [RequestLine],
    places: &[usize],
    lists: Vec<BookList>,
    buyer: &Buyer,
    currency: Currency,
) -> Result<()> {
    let mut units = Vec::new();
    for line in places.iter().filter_map(|place| lines.get(*place)) {
        if let (Some(item), Some(unit)) = (&line.item, &line.unit)
            && line.unit_factor != Decimal::ONE
        {
            units.push(BookUnit { item: item.to_string(), unit: unit.to_string(), factor: line.unit_factor });
        }
    }
    let book = PriceBook::new(lists, units)?;
    let query = PriceQuery { client_group: buyer.group.as_deref(), day: buyer.day, ..PriceQuery::new(currency) };
    for place in places {
        let Some(line) = lines.get_mut(*place) else { continue };
        let item = line.item.as_deref().unwrap_or_default();
        let unit = line.unit.as_deref().unwrap_or_default();
        let Some(found) = book.price(&PriceQuery { item, unit, ..query })? else {
            return Err(Error::new(Code::NotFound, ["a list price for line ", &line.id, ", item ", item].concat()));
        };
        let (price, factor) = (found.price, book.factor(item, unit));
        line.unit_price = price;
        line.per = if line.unit.is_none() { Per::StockUnit } else { Per::Unit };
        if line.unit_factor == Decimal::ONE {
            line.unit_factor = factor.unwrap_or(Decimal::ONE);
        }
    }
    Ok(())
}
