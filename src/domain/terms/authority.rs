//! Who may grant a deal, and what has to be asked of whom.

use rust_decimal::Decimal;

use super::deal::{Deal, Judged};
use crate::domain::error::{Code, Error, Result};

/// How far an account manager has come; a later one may do whatever an earlier one may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Without experience.
    Beginner,
    /// More than a year: advises, negotiates by telephone, settles conflicts.
    Experienced,
    /// More than two years: finds new clients and brings a base of their own.
    Senior,
    /// More than three years: keeps the key accounts.
    KeyAccount,
}

/// What a level may grant from an amount on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// Whose limit it is.
    pub level: Level,
    /// The list value of the goods, free ones included, from which it holds: up to the level's next limit.
    ///
    /// It is the list value, so that no discount moves a deal into another band.
    pub from: Decimal,
    /// The largest discount in percent, all in all: 0 to 100.
    pub discount_percent: Decimal,
    /// The smallest margin in percent that must be left, if one must: below 100.
    pub margin_percent: Option<Decimal>,
}

/// The limits of all levels. Where a level has none of its own, that of the level below holds; where there is none at all,
/// nothing may be granted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authority {
    limits: Vec<Limit>,
}

/// Whether a level may grant a deal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// It may.
    Allowed,
    /// Somebody else must.
    Needs {
        /// The lowest level that may; none if no level may.
        level: Option<Level>,
        /// Why the level that asked may not.
        reasons: Vec<Reason>,
    },
}

/// Why a deal is beyond a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// More than the largest discount.
    Discount {
        /// What was given, in percent.
        given: Decimal,
        /// What may be.
        limit: Decimal,
    },
    /// Less than the smallest margin.
    Margin {
        /// What is left, in percent.
        left: Decimal,
        /// What must be.
        limit: Decimal,
    },
    /// A margin must be left and there is none to reckon: the cost is not known, or nothing is left of the price.
    NoMargin {
        /// What must be left, in percent.
        limit: Decimal,
    },
    /// Nobody up to this level has a limit for this amount.
    Amount {
        /// The list value of the goods.
        amount: Decimal,
    },
}

impl Level {
    /// The levels, the lowest first.
    pub const ALL: [Level; 4] = [Level::Beginner, Level::Experienced, Level::Senior, Level::KeyAccount];

    /// The level's number: 1 to 4.
    pub fn number(self) -> u8 {
        self as u8 + 1
    }

    /// The level of this number.
    pub fn numbered(number: u32) -> Option<Self> {
        Level::ALL.into_iter().find(|level| u32::from(level.number()) == number)
    }
}

impl Authority {
    /// The limits, in any order.
    ///
    /// # Errors
    /// `rule.invalid` for a percentage or an amount out of range, for two limits of one level from one amount, and where
    /// a level may grant less than the one below it.
    pub fn new(limits: Vec<Limit>) -> Result<Self> {
        let authority = Self { limits };
        let limits = &authority.limits;
        let twice = |limit: &Limit| {
            limits.iter().filter(|other| (other.level, other.from) == (limit.level, limit.from)).count() > 1
        };
        let wrong = |limit: &Limit| !limit.is_sound() || twice(limit) || authority.falls_at(limit.from);
        match limits.iter().find(|limit| wrong(limit)) {
            Some(limit) => Err(Error::new(Code::RuleInvalid, ["authority from ", &limit.from.to_string()].concat())),
            None => Ok(authority),
        }
    }

    /// The limits, in the order they were given.
    pub fn limits(&self) -> &[Limit] {
        &self.limits
    }

    /// Whether the level may grant the deal, and otherwise who may and why.
    ///
    /// ```
    /// use sapa::domain::terms::{Authority, Deal, Decision, Level, Limit, Reason};
    ///
    /// let limit = |level, discount: i64| {
    ///     Limit { level, from: 0.into(), discount_percent: discount.into(), margin_percent: None }
    /// };
    /// let authority = Authority::new(vec![limit(Level::Experienced, 10), limit(Level::Senior, 20)])?;
    /// // 8 percent off, and half a percent's worth of waiting on top: within 10. With free goods it is not.
    /// let deal = Deal { list: 1_000.into(), net: 920.into(), deferral: 5.into(), ..Deal::default() };
    /// assert_eq!(authority.decide(Level::Experienced, &deal)?, Decision::Allowed);
    /// let deal = Deal { list: 900.into(), free_goods: 100.into(), net: 828.into(), ..deal };
    /// let Decision::Needs { level, reasons } = authority.decide(Level::Experienced, &deal)? else { panic!() };
    /// assert_eq!(level, Some(Level::Senior));
    /// assert!(matches!(reasons[..], [Reason::Discount { .. }]));
    /// # Ok::<(), sapa::domain::error::Error>(())
    /// ```
    ///
    /// # Errors
    /// As for [`Deal::judge`].
    pub fn decide(&self, level: Level, deal: &Deal) -> Result<Decision> {
        let judged = deal.judge()?;
        let reasons = self.reasons(level, &judged);
        if reasons.is_empty() {
            return Ok(Decision::Allowed);
        }
        let level = Level::ALL.into_iter().find(|level| self.reasons(*level, &judged).is_empty());
        Ok(Decision::Needs { level, reasons })
    }

    /// Why the level may not grant what is judged; nothing if it may.
    fn reasons(&self, level: Level, judged: &Judged) -> Vec<Reason> {
        let Some(limit) = self.at(level, judged.amount) else { return vec![Reason::Amount { amount: judged.amount }] };
        let mut reasons = Vec::new();
        if judged.discount_percent > limit.discount_percent {
            reasons.push(Reason::Discount { given: judged.discount_percent, limit: limit.discount_percent });
        }
        match (judged.margin_percent, limit.margin_percent) {
            (Some(left), Some(limit)) if left < limit => reasons.push(Reason::Margin { left, limit }),
            (None, Some(limit)) => reasons.push(Reason::NoMargin { limit }),
            _ => {}
        }
        reasons
    }

    /// The limit that holds for the level at an amount: its own, or else that of the level below.
    fn at(&self, level: Level, amount: Decimal) -> Option<&Limit> {
        Level::ALL.iter().rev().filter(|below| **below <= level).find_map(|level| self.own(*level, amount))
    }

    fn own(&self, level: Level, amount: Decimal) -> Option<&Limit> {
        self.limits.iter().filter(|limit| limit.level == level && limit.from <= amount).max_by_key(|limit| limit.from)
    }

    /// Whether a level may grant less than one below it at this amount.
    fn falls_at(&self, amount: Decimal) -> bool {
        let own: Vec<&Limit> = Level::ALL.iter().filter_map(|level| self.own(*level, amount)).collect();
        !own.is_sorted_by(|below, above| {
            let margin = |limit: &Limit| limit.margin_percent.unwrap_or(Decimal::MIN);
            above.discount_percent >= below.discount_percent && margin(above) <= margin(below)
        })
    }
}

impl Limit {
    fn is_sound(&self) -> bool {
        self.from >= Decimal::ZERO
            && (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&self.discount_percent)
            && self.margin_percent.is_none_or(|margin| margin < Decimal::ONE_HUNDRED)
    }
}
