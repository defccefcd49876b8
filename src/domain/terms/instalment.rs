//! Splitting an amount into payments.

use rust_decimal::Decimal;

use super::due_date::{Move, due_date};
use crate::domain::date::Date;
use crate::domain::error::{Code, Error, Result};
use crate::domain::money::{Currency, Rounding, add, percent_of, sub, to_minor};

/// One line of the terms of payment: how much, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// How much.
    pub part: Part,
    /// When, as moves from the day of the invoice or the delivery.
    pub due: Vec<Move>,
}

/// How much of an amount one term asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// So many percent of the whole: 0 to 100.
    Percent(Decimal),
    /// So many percent of what the terms before left: 0 to 100.
    PercentOfRest(Decimal),
    /// So much money, zero or more; what is left if that is less. Its sign is that of the amount.
    Fixed(Decimal),
    /// All that is left.
    Rest,
}

/// A payment to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instalment {
    /// The last day on which it is not late.
    pub due: Date,
    /// How much, in the currency's smallest units at the finest.
    pub amount: Decimal,
}

/// The payments the terms make of an amount, in the order of the terms; they add up to it exactly.
///
/// A term that comes to nothing makes no payment. Where percentages use up the whole, the last payment takes what
/// rounding left.
///
/// ```
/// use sapa::domain::date::Date;
/// use sapa::domain::money::{Currency, Rounding};
/// use sapa::domain::terms::{Move, Part, Term, instalments};
///
/// let terms = [
///     Term { part: Part::Percent(30.into()), due: vec![] },
///     Term { part: Part::Rest, due: vec![Move::Days(60)] },
/// ];
/// let euro = Currency::new("EUR", 2)?;
/// let paid = instalments(1_000.into(), Date::parse("2026-03-01")?, &terms, euro, Rounding::HalfUp)?;
/// assert_eq!((paid[0].amount, paid[1].amount), (300.into(), 700.into()));
/// assert_eq!(paid[1].due.to_string(), "2026-04-30");
/// # Ok::<(), sapa::domain::error::Error>(())
/// ```
///
/// # Errors
/// `rule.invalid` without terms, for a percentage or an amount out of range, and where the terms leave a part of the
/// amount unpaid; `number.range` for an amount finer than the currency; otherwise as for [`due_date`].
pub fn instalments(
    amount: Decimal,
    from: Date,
    terms: &[Term],
    currency: Currency,
    rounding: Rounding,
) -> Result<Vec<Instalment>> {
    to_minor(amount, currency)?;
    let whole = amount.abs();
    // What is left, and what would be had nothing been rounded: the latter tells a gap in the terms from spare cents.
    let (mut left, mut exact) = (whole, whole);
    let mut payments: Vec<Instalment> = Vec::with_capacity(terms.len());
    let mut due = from;
    for term in terms {
        due = due_date(from, &term.due)?;
        exact = sub(exact, term.part.of(whole, exact)?)?.max(Decimal::ZERO);
        let part = term.part.of(whole, left)?;
        let rounded = rounding.round(part, currency.minor_units()).min(left);
        left = sub(left, rounded)?;
        if !rounded.is_zero() {
            payments.push(Instalment { due, amount: rounded });
        }
    }
    if terms.is_empty() || !exact.is_zero() {
        return Err(Error::new(Code::RuleInvalid, "terms of payment that leave a part unpaid"));
    }
    match payments.last_mut() {
        Some(last) => last.amount = add(last.amount, left)?,
        // Each part was too small to be paid, and together they are not.
        None if !left.is_zero() => payments.push(Instalment { due, amount: left }),
        None => {}
    }
    if amount.is_sign_negative() {
        payments.iter_mut().for_each(|payment| payment.amount = -payment.amount);
    }
    Ok(payments)
}

impl Part {
    /// The part of `whole`, where `rest` is what the terms before left.
    fn of(self, whole: Decimal, rest: Decimal) -> Result<Decimal> {
        match self {
            Part::Percent(percent) => percent_of(whole, share(percent)?),
            Part::PercentOfRest(percent) => percent_of(rest, share(percent)?),
            Part::Fixed(amount) if amount >= Decimal::ZERO => Ok(amount.min(rest)),
            Part::Fixed(_) => Err(Error::new(Code::RuleInvalid, "a payment below zero")),
            Part::Rest => Ok(rest),
        }
    }
}

fn share(percent: Decimal) -> Result<Decimal> {
    if (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&percent) {
        Ok(percent)
    } else {
        Err(Error::new(Code::RuleInvalid, "a percentage of the amount"))
    }
}
