//! From list prices and rules to the net price, step by step.
//!
//! Three promises hold for every request, and `tests/it/properties.rs` tries to break them:
//!
//! - The net price is rounded and the discount is what is left of the list price, never the other way round, so that
//!   lines add up to the total and a full discount leaves exactly nothing.
//! - The effects of the steps add up to `net - list`, on each line and over the order.
//! - No line and no order falls below zero, whatever the rules say together.
//!
//! ```
//! use sapa::domain::money::{Currency, Rounding};
//! use sapa::domain::allocation::Allocation;
//! use sapa::domain::pricing::{self, Adjust, Basis, Request, RequestLine, Scope, Step, StepKind};
//!
//! let priced = pricing::price(&Request {
//!     currency: Currency::new("EUR", 2)?,
//!     rounding: Rounding::HalfUp,
//!     allocation: Allocation::LargestRemainder,
//!     lines: vec![RequestLine {
//!         id: "1".into(),
//!         group: None,
//!         quantity: 3.into(),
//!         unit_price: 25.into(),
//!         cost: None,
//!     }],
//!     steps: vec![Step {
//!         id: "loyal".into(),
//!         kind: StepKind::Client,
//!         scope: Scope::Line,
//!         basis: Basis::Running,
//!         adjust: Adjust::Percent(10.into()),
//!     }],
//!     deferral: None,
//! })?;
//! assert_eq!(priced.net.to_string(), "67.50");
//! assert_eq!(priced.waterfall[0].amount.to_string(), "-7.50");
//! # Ok::<(), sapa::domain::error::Error>(())
//! ```

mod deferral;
mod group;
mod growth;
mod hint;
mod pipeline;
mod priced;
mod request;
mod running;
mod tier;

pub use deferral::{Deferral, Discounting};
pub use priced::{Deferred, Effect, NextTier, Priced, PricedLine};
pub use request::{Adjust, Basis, Request, RequestLine, Scope, Step, StepKind};
pub use tier::{Band, Measure, Rate, TierMode, Tiers};

use super::error::Result;

/// Prices a request.
///
/// # Errors
/// `number.range` for a negative quantity, price or rate of capital, `rule.invalid` for a step that contradicts itself;
/// the detail names the line or the step. `number.overflow` beyond 28 digits.
pub fn price(request: &Request) -> Result<Priced> {
    request.check()?;
    let mut pipeline = pipeline::Pipeline::open(request)?;
    for step in &request.steps {
        pipeline.apply(step)?;
    }
    pipeline.close()
}
