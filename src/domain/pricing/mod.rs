//! From list prices and rules to the net price, step by step.

mod priced;
mod request;
mod tier;

pub use priced::{Deferred, Effect, NextTier, Priced, PricedLine};
pub use request::{Adjust, Basis, Deferral, Discounting, Request, RequestLine, Scope, Step, StepKind};
pub use tier::{Band, Measure, TierMode, Tiers};

use super::error::{Code, Error, Result};

/// Prices a request.
///
/// # Errors
/// `number.range`, `number.overflow` or `rule.invalid`; the detail names the line or the step.
pub fn price(request: &Request) -> Result<Priced> {
    let _ = request;
    Err(Error::new(Code::RuleInvalid, "not yet"))
}
