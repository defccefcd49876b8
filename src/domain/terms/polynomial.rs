//! The roots of a polynomial between zero and one.
//!
//! In Bernstein's form the changes of sign among the coefficients are never fewer than the roots, and of the same parity;
//! halving the interval until at most one change is left finds every root and misses none (Vincent, Collins and Akritas).

use rust_decimal::Decimal;

use crate::domain::error::Result;
use crate::domain::money::{add, div, mul};

/// Below this width roots are not told apart, and a polynomial that only touches zero counts as one root. The coefficients
/// on so short an interval still have digits left to be right about their signs.
const NARROW: Decimal = Decimal::from_parts(1, 0, 0, false, 8);

/// Where bisection stops.
const NARROWEST: Decimal = Decimal::from_parts(1, 0, 0, false, 24);

/// An interval and the polynomial's coefficients on it in Bernstein's form.
struct Piece {
    from: Decimal,
    to: Decimal,
    coefficients: Vec<Decimal>,
}

/// The roots of `a0 + a1 x + a2 x^2 + ...` above 0 and below 1, the lowest first. `a0` is not zero.
///
/// # Errors
/// `number.overflow`.
pub(super) fn roots_within_one(polynomial: &[Decimal]) -> Result<Vec<Decimal>> {
    let largest = polynomial.iter().map(Decimal::abs).max().unwrap_or_default();
    let mut scaled = Vec::with_capacity(polynomial.len());
    for coefficient in polynomial {
        scaled.push(div(*coefficient, largest)?);
    }
    let whole = |coefficients| Piece { from: Decimal::ZERO, to: Decimal::ONE, coefficients };
    let mut roots = Vec::new();
    match changes(&scaled) {
        0 => return Ok(roots),
        // Descartes: one root above zero, and it is below one if the sign there is another.
        1 => {
            let sum = scaled.iter().try_fold(Decimal::ZERO, |sum, coefficient| add(sum, *coefficient))?;
            let first = scaled.first().copied().unwrap_or_default();
            if !sum.is_zero() && sum.is_sign_negative() != first.is_sign_negative() {
                let piece = whole(vec![first, sum]);
                roots.push(bisect(&scaled, &piece)?);
            }
            return Ok(roots);
        }
        _ => {}
    }
    let mut pieces = vec![whole(bernstein(&scaled)?)];
    while let Some(piece) = pieces.pop() {
        match changes(&piece.coefficients) {
            0 => {}
            1 => roots.push(bisect(&scaled, &piece)?),
            _ if piece.to - piece.from < NARROW => roots.push(piece.from),
            _ => {
                let (left, right) = piece.halve()?;
                let middle = right.from;
                let met = right.coefficients.first().is_some_and(Decimal::is_zero);
                pieces.push(right);
                if met {
                    // A piece of no width: it keeps the root in its place until the left half is done.
                    pieces.push(Piece { from: middle, to: middle, coefficients: vec![Decimal::ONE, -Decimal::ONE] });
                }
                pieces.push(left);
            }
        }
    }
    Ok(roots)
}

impl Piece {
    /// Both halves, by de Casteljau's corner cutting.
    fn halve(mut self) -> Result<(Piece, Piece)> {
        let middle = div(add(self.from, self.to)?, Decimal::TWO)?;
        let mut left = Vec::with_capacity(self.coefficients.len());
        let values = &mut self.coefficients;
        for last in (0..values.len()).rev() {
            left.extend(values.first());
            for index in 0..last {
                if let [a, b, ..] = values.get_mut(index..).unwrap_or_default() {
                    *a = div(add(*a, *b)?, Decimal::TWO)?;
                }
            }
        }
        // What is left in place are the corners of the right half.
        let right = Piece { from: middle, to: self.to, coefficients: self.coefficients };
        Ok((Piece { from: self.from, to: middle, coefficients: left }, right))
    }
}

/// The coefficients in Bernstein's form on 0 to 1: `b_i = sum of C(i, k) / C(n, k) a_k` for k up to i.
fn bernstein(polynomial: &[Decimal]) -> Result<Vec<Decimal>> {
    let degree = polynomial.len().saturating_sub(1);
    let mut coefficients = Vec::with_capacity(polynomial.len());
    for index in 0..polynomial.len() {
        let mut weight = Decimal::ONE;
        let mut sum = Decimal::ZERO;
        for (k, coefficient) in polynomial.iter().enumerate().take(index + 1) {
            sum = add(sum, mul(weight, *coefficient)?)?;
            if k < index {
                weight = div(mul(weight, Decimal::from(index - k))?, Decimal::from(degree - k))?;
            }
        }
        coefficients.push(sum);
    }
    Ok(coefficients)
}

/// The one root inside the piece.
fn bisect(polynomial: &[Decimal], piece: &Piece) -> Result<Decimal> {
    let negative = piece.coefficients.iter().find(|value| !value.is_zero()).is_some_and(Decimal::is_sign_negative);
    let (mut from, mut to) = (piece.from, piece.to);
    while to - from > NARROWEST {
        let middle = div(add(from, to)?, Decimal::TWO)?;
        let value = polynomial.iter().rev().try_fold(Decimal::ZERO, |sum, a| add(mul(sum, middle)?, *a))?;
        if value.is_zero() {
            return Ok(middle);
        }
        if value.is_sign_negative() == negative { from = middle } else { to = middle }
    }
    div(add(from, to)?, Decimal::TWO)
}

/// Changes of sign along the coefficients, zeros left out.
fn changes(coefficients: &[Decimal]) -> usize {
    let mut signs = coefficients.iter().filter(|value| !value.is_zero()).map(Decimal::is_sign_negative);
    let Some(mut last) = signs.next() else { return 0 };
    signs.filter(|sign| core::mem::replace(&mut last, *sign) != *sign).count()
}
