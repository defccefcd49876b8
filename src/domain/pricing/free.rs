//! Goods for nothing: added to what is ordered, or among it.

use rust_decimal::Decimal;

use super::limit::Pick;
use crate::domain::error::Result;
use crate::domain::money::{div, mul};

/// Goods that are added for nothing.
///
/// ```
/// use sapa::domain::pricing::FreeGoods;
///
/// let every_ten = FreeGoods { recurring: true, ..FreeGoods::buy(10.into(), 1.into()) };
/// assert_eq!(every_ten.quantity(25.into())?, 2.into());
/// # Ok::<(), sapa::domain::error::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct FreeGoods {
    /// What is given, the highest reached first to count.
    pub slabs: Vec<FreeSlab>,
    /// Whether a slab's goods are given for every `every` units, and not just once.
    pub recurring: bool,
    /// Whether a part of a unit is given too.
    pub parts: bool,
    /// What is given, if it is not the same as what is ordered.
    pub item: Option<String>,
    /// What one of it is worth, if it is not the same as what is ordered.
    pub worth: Decimal,
}

/// So many free goods for a range of quantities.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FreeSlab {
    /// The least quantity ordered.
    pub from: Decimal,
    /// The largest quantity ordered.
    pub to: Option<Decimal>,
    /// For how many units the goods are given, where they recur.
    pub every: Decimal,
    /// How many goods are given.
    pub free: Decimal,
}

/// Some units reduced among those that are ordered: buy two, get two more for nothing means four units at half the price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BuyGet {
    /// Units to be paid in full.
    pub buy: Decimal,
    /// Units reduced for them.
    pub get: Decimal,
    /// At most so many reduced units.
    pub most: Option<Decimal>,
    /// What comes off the reduced units, in percent.
    pub percent: Decimal,
    /// Which units are reduced, where several lines count together.
    pub pick: Pick,
}

impl FreeGoods {
    /// Whole units of the same goods, once, from so many on.
    pub fn buy(buy: Decimal, get: Decimal) -> Self {
        let slabs = vec![FreeSlab { from: buy, to: None, every: buy, free: get }];
        Self { slabs, ..Self::default() }
    }

    /// How many goods are free if so many units are ordered. A quantity between two whole ones counts as the lower.
    ///
    /// # Errors
    /// `number.overflow`.
    pub fn quantity(&self, ordered: Decimal) -> Result<Decimal> {
        let reached = self.slabs.iter().rev().find(|slab| slab.from <= ordered);
        let Some(slab) = reached.filter(|slab| slab.to.is_none_or(|to| ordered.floor() <= to)) else {
            return Ok(Decimal::ZERO);
        };
        if !self.recurring {
            return Ok(slab.free);
        }
        if self.parts {
            return div(mul(ordered, slab.free)?, slab.every);
        }
        Ok(mul(div(ordered, slab.every)?.floor(), slab.free)?.floor())
    }

    pub(super) fn is_sound(&self) -> bool {
        self.worth >= Decimal::ZERO
            && self.slabs.is_sorted_by(|lower, upper| lower.from < upper.from)
            && self.slabs.iter().all(|slab| {
                slab.from >= Decimal::ZERO
                    && slab.free >= Decimal::ZERO
                    && (!self.recurring || slab.every > Decimal::ZERO)
                    && slab.to.is_none_or(|to| to >= slab.from)
            })
    }
}

impl BuyGet {
    /// Buy some, get some for nothing.
    pub fn free(buy: Decimal, get: Decimal) -> Self {
        Self { buy, get, most: None, percent: Decimal::ONE_HUNDRED, pick: Pick::Cheapest }
    }

    /// How many of so many units are reduced. Only a whole set counts: whoever buys three of two plus two gets none.
    ///
    /// # Errors
    /// `number.overflow`.
    pub fn reduced(&self, ordered: Decimal) -> Result<Decimal> {
        let set = self.buy.saturating_add(self.get);
        let reduced = mul(div(ordered, set)?.floor(), self.get)?;
        Ok(self.most.map_or(reduced, |most| reduced.min(most)))
    }

    pub(super) fn is_sound(&self) -> bool {
        self.buy >= Decimal::ZERO
            && self.get > Decimal::ZERO
            && self.most.is_none_or(|most| most >= Decimal::ZERO)
            && (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&self.percent)
    }
}
