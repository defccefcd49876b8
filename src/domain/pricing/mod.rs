//! From list prices and rules to the net price, step by step.
//!
//! Four promises hold for every request, and `tests/it/pricing_properties.rs` tries to break them:
//!
//! - The net price is rounded and the discount is what is left of the list price, never the other way round, so that
//!   lines add up to the total and a full discount leaves exactly nothing.
//! - The effects of the steps add up to `net - list`, on each line and over the order.
//! - No line and no order falls below zero, nor below its floor, whatever the rules say together.
//! - A step that does not hold says why, and what a floor kept back is stated.
//!
//! [`price`] prices lines and documents; [`ways_to`] and [`cheaper`] ask it the other way round. The nouns it is made of answer for themselves: [`Tiers`] and [`Package`] for a
//! quantity, [`FreeGoods`] and [`BuyGet`] for what is given, [`When`] and [`Threshold`] whether a rule holds, [`RuleSet`]
//! which of its rules win, [`Formula`] for a price that follows from another, and [`PriceBook`] for the list price itself.
//!
//! ```
//! use sapa::domain::money::Currency;
//! use sapa::domain::pricing::{self, Adjust, Request, RequestLine, Step, StepKind};
//!
//! let priced = pricing::price(&Request {
//!     lines: vec![RequestLine {
//!         id: "1".into(), quantity: 3.into(), unit_price: 25.into(), ..RequestLine::default()
//!     }],
//!     steps: vec![Step {
//!         id: "loyal".into(), kind: StepKind::Client, adjust: Adjust::Percent(10.into()), ..Step::default()
//!     }],
//!     ..Request::new(Currency::new("EUR", 2)?)
//! })?;
//! assert_eq!(priced.net.to_string(), "67.50");
//! assert_eq!(priced.waterfall[0].amount.to_string(), "-7.50");
//! # Ok::<(), sapa::domain::error::Error>(())
//! ```

mod answer;
mod contest;
mod cut;
mod deferral;
mod floor;
mod formula;
mod free;
mod giving;
mod goods;
mod group;
mod hint;
mod inverse;
mod keep;
mod limit;
mod line;
mod listed;
mod order;
mod package;
mod pipeline;
mod price_book;
mod priced;
mod rate;
mod request;
mod rule_set;
mod running;
mod standing;
mod step;
mod tax;
mod tier;
mod when;

pub use deferral::{Deferral, Discounting, Paid, PaidOn};
pub use floor::{Breach, Floor};
pub use formula::Formula;
pub use free::{BuyGet, FreeGoods, FreeSlab};
pub use goods::Goods;
pub use inverse::{Along, Mark, Way, Ways, cheaper, cheaper_around, ways_around, ways_to};
pub use limit::{Limit, Pick, Reduced};
pub(super) use line::MOST_UNITS;
pub use line::{Per, RequestLine};
pub use listed::take_list_prices;
pub use package::Package;
pub use price_book::{BookEntry, BookList, BookUnit, ListBase, ListPrice, PriceBook, PriceQuery};
pub use priced::{Deferred, Effect, Effects, FreeGood, NextTier, Priced, PricedLine, Taxed};
pub use rate::Rate;
pub use request::{Charge, Policy, Precedence, Priority, Request, RoundAt, Thresholds, Tie};
pub use rule_set::{Choice, Grant, Joins, Model, Rule, RuleSet, Subject, Trait};
pub use step::{Adjust, Basis, Combine, Exclusive, Scope, Step, StepKind};
pub use tax::{Tax, TaxRounding};
pub use tier::{Band, Gives, Measure, TierMode, Tiers};
pub use when::{Buyer, Over, Threshold, Unmet, When};

use super::error::{Code, Error, Result};

/// Prices a request.
///
/// # Errors
/// `number.range` for a negative quantity, price or rate of capital, `rule.invalid` for a step that contradicts itself or
/// others, or sells below a floor that must not be touched; `number.overflow` beyond 28 digits. The detail names the line
/// or the step, if it is one.
pub fn price(request: &Request) -> Result<Priced> {
    request.check()?;
    through(request, request.steps.len())?.close()
}

/// The lines as the first so many steps leave them.
fn through(request: &Request, steps: usize) -> Result<pipeline::Pipeline<'_>> {
    let mut pipeline = pipeline::Pipeline::open(request)?;
    let excluded = contest::excluded(request, &mut pipeline)?;
    for (index, step) in request.steps.iter().enumerate().take(steps) {
        match excluded.get(index).copied().flatten() {
            Some(by) => pipeline.pass(step, Unmet::Excluded { by: by.id.clone() })?,
            None => pipeline.apply(step).map_err(|error| of_step(error, step))?,
        }
    }
    Ok(pipeline)
}

/// The same error, naming the step in which the arithmetic left its range.
fn of_step(error: Error, step: &Step) -> Error {
    if error.kind() == Code::NumberOverflow { Error::new(Code::NumberOverflow, step.id.clone()) } else { error }
}
