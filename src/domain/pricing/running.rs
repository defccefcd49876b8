//! One line on its way from list to net.

use rust_decimal::Decimal;

use super::floor::Breach;
use super::line::RequestLine;
use super::request::{Request, RoundAt};
use super::step::{Basis, Combine};
use crate::domain::error::{Code, Error, Result};
use crate::domain::money::{Rounding, add, div, exact_product, from_minor, mul, sub};

/// What a line has come to so far.
///
/// Steps change `exact`, which is never rounded on the way; `shown` is the same in whole smallest units, and what a step
/// is said to have done is by how much it moved `shown`. So the effects add up to net less list by construction.
pub(super) struct Running<'a> {
    pub(super) line: &'a RequestLine,
    /// Quantity times list price, rounded, in smallest units: the line's list amount.
    pub(super) list: i128,
    pub(super) exact: Decimal,
    /// In smallest units.
    pub(super) shown: i128,
    /// Only kept where a step looks at it, because all steps go over all lines and the less these are the quicker.
    chain: Option<Box<Chain>>,
    /// Below what the line is not sold, in smallest units.
    floor_shown: i128,
    /// What it was when the present step began, in smallest units.
    pub(super) before: i128,
}

/// What `exact` and `shown` were when the present chain of steps began.
#[derive(Clone, Copy)]
pub(super) struct Chain {
    pub(super) exact: Decimal,
    pub(super) shown: i128,
}

/// Rounds the lines' amounts one after another, in smallest units.
///
/// Where only the document is rounded, a line's amount is what it adds to the rounded sum of the lines up to it.
pub(super) struct Rounder<'a> {
    request: &'a Request,
    sum: Decimal,
    rounded: i128,
}

impl<'a> Rounder<'a> {
    pub(super) fn new(request: &'a Request) -> Self {
        Self { request, sum: Decimal::ZERO, rounded: 0 }
    }

    #[inline]
    fn round(&mut self, amount: Decimal, quantity: Decimal) -> Result<i128> {
        let Request { rounding, currency, policy, .. } = self.request;
        match policy.round_at {
            RoundAt::Line => rounding.to_minor(amount, *currency),
            RoundAt::Unit => rounding.to_minor(by_unit(amount, quantity, self.request)?, *currency),
            RoundAt::Document => {
                self.sum = add(self.sum, amount)?;
                let rounded = rounding.to_minor(self.sum, *currency)?;
                let difference = rounded - self.rounded;
                self.rounded = rounded;
                Ok(difference)
            }
        }
    }
}

impl<'a> Running<'a> {
    #[inline(always)]
    pub(super) fn open(
        line: &'a RequestLine,
        request: &Request,
        lift: Option<Decimal>,
        chained: bool,
        rounder: &mut Rounder,
    ) -> Result<Self> {
        let mut full = line.amount()?;
        let list = rounder.round(full, line.quantity)?;
        if request.policy.discount_rounding.is_some() {
            // What is taken off a rounded amount, rounded, leaves a rounded amount, and all of it leaves nothing.
            full = from_minor(list, request.currency)?;
        }
        let floor_shown = Rounding::Ceiling.to_minor(request.floor.of(line, full, lift)?, request.currency)?.max(0);
        Ok(Self {
            line,
            list,
            exact: full,
            shown: list,
            chain: chained.then(|| Box::new(Chain { exact: full, shown: list })),
            floor_shown,
            before: list,
        })
    }

    /// Quantity times list price, which is where the line began.
    pub(super) fn full(&self, request: &Request) -> Result<Decimal> {
        if request.policy.discount_rounding.is_some() {
            from_minor(self.list, request.currency)
        } else {
            self.line.amount()
        }
    }

    /// What a line step's percentage is taken of.
    pub(super) fn base(&self, basis: Basis, combine: Combine, request: &Request) -> Result<Decimal> {
        match (basis, combine) {
            (Basis::List, _) => self.full(request),
            (Basis::Running, Combine::Compound) => Ok(self.exact),
            (Basis::Running, _) => Ok(self.chain().exact),
        }
    }

    /// Where the present chain of steps began.
    pub(super) fn chain(&self) -> Chain {
        self.chain.as_deref().copied().unwrap_or(Chain { exact: self.exact, shown: self.shown })
    }

    /// From here on a new chain of steps begins.
    pub(super) fn begin_chain(&mut self) {
        self.chain = Some(Box::new(Chain { exact: self.exact, shown: self.shown }));
    }

    /// How much may still come off, in smallest units.
    pub(super) fn room(&self) -> i128 {
        (self.shown - self.floor_shown).max(0)
    }

    /// Whether the line has a floor above zero.
    pub(super) fn has_floor(&self) -> bool {
        self.floor_shown > 0
    }

    /// Takes `cut` off, down to the floor at most; what could not come off is the answer.
    ///
    /// # Errors
    /// `rule.invalid` if the floor must not be touched; the caller names the step.
    pub(super) fn cut(
        &mut self,
        cut: Decimal,
        combine: Combine,
        request: &Request,
        rounder: &mut Rounder,
    ) -> Result<Decimal> {
        let by_line = request.policy.round_at == RoundAt::Line;
        if cut.is_zero() && combine != Combine::Min && by_line {
            return Ok(Decimal::ZERO);
        }
        let wanted = match combine {
            Combine::Compound | Combine::Add => sub(self.exact, cut)?,
            Combine::Max => sub(self.chain().exact, cut)?.min(self.exact),
            Combine::Min => sub(self.chain().exact, cut)?.max(self.exact),
        };
        if by_line {
            // What is rounded to more than the floor is above it, and whole numbers are quickly compared.
            let shown = request.rounding.to_minor(wanted, request.currency)?;
            if shown > self.floor_shown {
                (self.exact, self.shown) = (wanted, shown);
                return Ok(Decimal::ZERO);
            }
        }
        let lowest = from_minor(self.floor_shown, request.currency)?.min(self.exact);
        let unplaced = if wanted < lowest { sub(lowest, wanted)? } else { Decimal::ZERO };
        if self.has_floor() && !unplaced.is_zero() && request.floor.breach == Breach::Refuse {
            return Err(Error::new(Code::RuleInvalid, &*self.line.id));
        }
        self.exact = wanted.max(lowest);
        let mut shown = rounder.round(self.exact, self.line.quantity)?;
        if request.policy.round_at == RoundAt::Unit {
            shown = shown.max(self.floor_shown.min(self.shown));
        }
        self.shown = shown;
        Ok(unplaced)
    }

    /// Leaves this part of the line, if that is exact and above the floor; if not, nothing is done.
    #[inline]
    pub(super) fn keep(&mut self, part: Decimal, request: &Request) -> Result<bool> {
        let Some(wanted) = exact_product(self.exact, part) else { return Ok(false) };
        let shown = request.rounding.to_minor(wanted, request.currency)?;
        if shown <= self.floor_shown {
            return Ok(false);
        }
        (self.exact, self.shown) = (wanted, shown);
        Ok(true)
    }

    /// Takes off this line's share of what an order step takes off. From here on the line goes by its rounded amount.
    #[inline]
    pub(super) fn share(&mut self, share: i128, request: &Request) -> Result<()> {
        self.shown -= share;
        self.exact = from_minor(self.shown, request.currency)?;
        Ok(())
    }

    /// What the line comes to before it is rounded for the last time: a whole number of units at the price of one.
    pub(super) fn unrounded(&self, request: &Request) -> Result<Decimal> {
        match request.policy.round_at {
            RoundAt::Unit => by_unit(self.exact, self.line.quantity, request),
            RoundAt::Line | RoundAt::Document => Ok(self.exact),
        }
    }
}

/// The amount with the price of one unit rounded.
fn by_unit(amount: Decimal, quantity: Decimal, request: &Request) -> Result<Decimal> {
    if quantity.is_zero() {
        return Ok(amount);
    }
    mul(request.rounding.round(div(amount, quantity)?, request.currency.minor_units()), quantity)
}

/// The sum of an amount over all lines that count, in smallest units.
#[cfg_attr(optimize_attribute, optimize(speed), inline(never))]
pub(super) fn sum(lines: &[Running], mask: &Mask, amount: impl Fn(&Running) -> i128) -> Result<i128> {
    let mut total = 0_i128;
    for (index, line) in lines.iter().enumerate() {
        if mask.0.is_none() || mask.has(index) {
            let Some(more) = total.checked_add(amount(line)) else { return Err(too_much()) };
            total = more;
        }
    }
    Ok(total)
}

#[cold]
pub(super) fn too_much() -> Error {
    Error::new(Code::NumberOverflow, "the sum of the lines")
}

/// Which lines count; all, unless they are named.
#[derive(Clone, Default)]
pub(super) struct Mask(pub(super) Option<Vec<bool>>);

impl Mask {
    #[inline]
    pub(super) fn has(&self, index: usize) -> bool {
        self.0.as_ref().is_none_or(|mask| mask.get(index).copied().unwrap_or_default())
    }

    /// Whether no line counts although there are lines.
    pub(super) fn is_empty(&self) -> bool {
        self.0.as_ref().is_some_and(|mask| !mask.is_empty() && !mask.contains(&true))
    }
}
