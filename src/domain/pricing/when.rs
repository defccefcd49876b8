//! When a rule holds: for whom, on which days, from how much on.

use rust_decimal::Decimal;

use super::goods::Goods;
use super::tier::Measure;
use crate::domain::date::Date;

/// When a rule holds. The default is always.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct When {
    /// The first day.
    pub valid_from: Option<Date>,
    /// The last day.
    pub valid_to: Option<Date>,
    /// The client's groups it is for; none are all.
    pub client_groups: Vec<String>,
    /// How much must be ordered; every one of them must be met.
    pub thresholds: Vec<Threshold>,
}

/// How much must be ordered for a rule to hold. Both ends are included.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Threshold {
    /// Of which goods.
    pub of: Goods,
    /// What is counted.
    pub measure: Measure,
    /// Over what it is added up.
    pub over: Over,
    /// At least so much.
    pub from: Option<Decimal>,
    /// At most so much.
    pub to: Option<Decimal>,
    /// What the same period has brought before, where it counts too.
    pub prior: Decimal,
    /// From how much on the answer should say what is missing.
    pub hint_from: Option<Decimal>,
}

/// Over what a threshold's measure is added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Over {
    /// All lines that count.
    #[default]
    Order,
    /// Each line by itself: a step on lines holds for those that meet it, a step on the order if one does.
    Line,
}

/// For whom and when an order is priced.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Buyer {
    /// The day on which rules must hold.
    pub day: Option<Date>,
    /// The client.
    pub client: Option<String>,
    /// The client's group.
    pub group: Option<String>,
    /// Where the client is.
    pub territory: Option<String>,
    /// What led the client here.
    pub campaign: Option<String>,
}

/// Why a rule does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unmet {
    /// None of its goods are ordered.
    Goods,
    /// It has not begun, or nobody said which day it is.
    Early,
    /// It has ended.
    Late,
    /// It is for others.
    Client,
    /// Too little is ordered.
    Below {
        /// What is counted.
        measure: Measure,
        /// How much is missing.
        missing: Decimal,
    },
    /// Too much is ordered.
    Above,
    /// Another step excludes it.
    Excluded {
        /// That step's id.
        by: String,
    },
}

impl When {
    /// Whether the rule holds for this buyer on this day, whatever is ordered.
    ///
    /// # Errors
    /// The reason why it does not.
    pub fn holds_for(&self, buyer: &Buyer) -> Result<(), Unmet> {
        if self.valid_from.is_some() || self.valid_to.is_some() {
            let Some(day) = buyer.day else { return Err(Unmet::Early) };
            if self.valid_from.is_some_and(|from| day < from) {
                return Err(Unmet::Early);
            }
            if self.valid_to.is_some_and(|to| day > to) {
                return Err(Unmet::Late);
            }
        }
        let theirs = |group: &String| self.client_groups.contains(group);
        if self.client_groups.is_empty() || buyer.group.as_ref().is_some_and(theirs) {
            Ok(())
        } else {
            Err(Unmet::Client)
        }
    }

    /// Whether it can ever hold.
    pub(super) fn is_sound(&self) -> bool {
        ends_after(self.valid_from, self.valid_to)
            && self.thresholds.iter().all(|threshold| ends_after(threshold.from, threshold.to))
    }
}

impl Threshold {
    /// Whether this much is enough and not too much.
    ///
    /// # Errors
    /// The reason why it is not.
    pub fn check(&self, measured: Decimal) -> Result<(), Unmet> {
        let measured = measured.saturating_add(self.prior);
        match (self.from, self.to) {
            (Some(from), _) if measured < from => {
                Err(Unmet::Below { measure: self.measure, missing: from.saturating_sub(measured) })
            }
            (_, Some(to)) if measured > to => Err(Unmet::Above),
            _ => Ok(()),
        }
    }

    /// Whether the answer should say how much is missing to this much.
    pub(super) fn hints_at(&self, measured: Decimal) -> bool {
        self.hint_from.is_some_and(|from| measured.saturating_add(self.prior) >= from)
    }
}

fn ends_after<T: PartialOrd + Copy>(from: Option<T>, to: Option<T>) -> bool {
    from.zip(to).is_none_or(|(from, to)| from <= to)
}
