//! One line on its way from list to net.

use rust_decimal::Decimal;

use super::request::{Basis, Request, RequestLine};
use crate::domain::error::{Code, Error, Result};
use crate::domain::money::{from_minor, mul, sub};

/// What a line has come to so far.
///
/// Steps change `exact`, which is never rounded on the way; `shown` is the same in whole smallest units, and what a step
/// is said to have done is by how much it moved `shown`. So the effects add up to net less list by construction.
pub(super) struct Running<'a> {
    pub(super) line: &'a RequestLine,
    /// Quantity times unit price.
    full: Decimal,
    /// The same rounded, in smallest units: the line's list amount.
    pub(super) list: i128,
    exact: Decimal,
    /// In smallest units.
    pub(super) shown: i128,
    pub(super) effects: Vec<Decimal>,
}

impl<'a> Running<'a> {
    pub(super) fn open(line: &'a RequestLine, request: &Request) -> Result<Self> {
        let full = mul(line.quantity, line.unit_price)?;
        let list = request.rounding.to_minor(full, request.currency)?;
        Ok(Self { line, full, list, exact: full, shown: list, effects: Vec::with_capacity(request.steps.len()) })
    }

    /// What a line step's percentage is taken of.
    pub(super) fn base(&self, basis: Basis) -> Decimal {
        match basis {
            Basis::Running => self.exact,
            Basis::List => self.full,
        }
    }

    /// Takes `cut` off, down to zero at most.
    pub(super) fn cut(&mut self, cut: Decimal, request: &Request) -> Result<()> {
        self.exact = sub(self.exact, cut)?.max(Decimal::ZERO);
        self.move_to(request.rounding.to_minor(self.exact, request.currency)?, request)
    }

    /// Takes off this line's share of what an order step takes off. From here on the line goes by its rounded amount.
    pub(super) fn share(&mut self, share: i128, request: &Request) -> Result<()> {
        let shown = self.shown - share;
        self.exact = from_minor(shown, request.currency)?;
        self.move_to(shown, request)
    }

    fn move_to(&mut self, shown: i128, request: &Request) -> Result<()> {
        self.effects.push(from_minor(shown - self.shown, request.currency)?);
        self.shown = shown;
        Ok(())
    }
}

/// The sum of an amount over all lines, in smallest units.
pub(super) fn sum(lines: &[Running], amount: fn(&Running) -> i128) -> Result<i128> {
    let total = lines.iter().try_fold(0_i128, |sum, line| sum.checked_add(amount(line)));
    total.ok_or_else(|| Error::new(Code::NumberOverflow, "the sum of the lines"))
}
