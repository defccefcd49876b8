//! A term of payment.

use rust_decimal::Decimal;

use crate::domain::date::Date;
use crate::domain::error::{Code, Error, Result};
use crate::domain::terms::{Annualised, EqualParts, Plan, TaxReduction, TradeCredit};

/// A term of payment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Term {
    /// The term's id within its price list.
    pub id: String,
    /// What people call it; nothing for one that is named by what it says.
    pub name: Option<String>,
    /// Days from delivery to payment.
    pub days: u32,
    /// What comes off for it, in percent; a surcharge is negative.
    pub percent: Decimal,
    /// Whether all of it is paid then, or in parts.
    pub plan: Plan,
    /// What the client saves by paying at once what is not due yet.
    pub early: Option<Early>,
}

/// A discount for paying early: two percent within ten days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Early {
    /// What comes off then, in percent: 0 to below 100.
    pub percent: Decimal,
    /// Days from delivery within which it is had: fewer than those of the term.
    pub days: u32,
    /// What becomes of the tax.
    pub tax: TaxReduction,
}

/// Longer than anybody waits for the money of one order.
pub const MOST_DAYS: u32 = 730;

/// How the id of a term that was typed begins; the days follow, and the number of parts after an `x`.
const BY_HAND: &str = "by-hand-";

impl Term {
    /// A term that is on no list: so many days, 0 to [`MOST_DAYS`], in one payment or in equal parts of at least a day each.
    /// Its id says all of it, so a draft, a link and a quote keep it as they keep any other.
    ///
    /// ```
    /// use sapa::domain::product::Term;
    ///
    /// let term = Term::by_hand(75, 3)?;
    /// assert_eq!(term.id, "by-hand-75x3");
    /// assert_eq!(Term::read_by_hand(&term.id), Some(term));
    /// # Ok::<(), sapa::domain::error::Error>(())
    /// ```
    ///
    /// # Errors
    /// `term.invalid` for days or parts out of range.
    pub fn by_hand(days: u32, parts: u32) -> Result<Self> {
        let invalid = || Error::new(Code::TermInvalid, format!("{days} days, {parts} parts"));
        let days_text = days.to_string();
        let (id, plan) = match parts {
            1 => ([BY_HAND, &days_text].concat(), Plan::Once),
            _ => {
                let equal = EqualParts { count: parts, months: None, annual_percent: Decimal::ZERO };
                ([BY_HAND, &days_text, "x", &parts.to_string()].concat(), Plan::Equal(equal))
            }
        };
        if days > MOST_DAYS || parts == 0 || plan.check(days).is_err() {
            return Err(invalid());
        }
        Ok(Self { id, days, plan, ..Self::default() })
    }

    /// The typed term of this id; nothing for any other id.
    pub fn read_by_hand(id: &str) -> Option<Self> {
        let said = id.strip_prefix(BY_HAND)?;
        let (days, parts) = said.split_once('x').unwrap_or((said, "1"));
        let term = Self::by_hand(days.parse().ok()?, parts.parse().ok()?).ok()?;
        // One term has one id: "+75" and "075" are none.
        (term.id == id).then_some(term)
    }

    /// Whether it was typed, and in how many parts it is paid then.
    pub fn typed_parts(&self) -> Option<u32> {
        let Plan::Equal(parts) = &self.plan else { return self.id.starts_with(BY_HAND).then_some(1) };
        self.id.starts_with(BY_HAND).then_some(parts.count)
    }

    /// The discount for paying early as trade credit, which says what it is worth.
    pub fn trade_credit(&self) -> Option<TradeCredit> {
        let early = self.early?;
        let net_days = self.days;
        Some(TradeCredit { discount_percent: early.percent, discount_days: early.days, net_days })
    }

    /// Whether the discount for paying early can be had.
    ///
    /// # Errors
    /// `number.range` for a percentage or days out of range, `rule.invalid` for one on a term in parts.
    pub fn check_early(&self) -> Result<()> {
        let Some(credit) = self.trade_credit() else { return Ok(()) };
        if self.plan != Plan::Once {
            return Err(Error::new(Code::RuleInvalid, "early payment of a term in parts"));
        }
        credit.cost(Annualised::Period).map(|_| ())
    }

    /// Days from a delivery on this day to the last payment.
    ///
    /// # Errors
    /// `date.invalid` after the year 9999, `rule.invalid` for a part on no day.
    pub fn wait(&self, delivered: Date) -> Result<u32> {
        self.plan.days(delivered, self.days)
    }
}
