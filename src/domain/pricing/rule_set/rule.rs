//! One rule of a set: for what and whom it is, and what it gives.

use rust_decimal::Decimal;

use super::super::line::RequestLine;
use super::super::when::Buyer;
use crate::domain::error::Result;
use crate::domain::money::{mul, percent_of, sub};

/// One rule of a set.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Rule {
    /// Names the rule in the answer.
    pub id: String,
    /// What it is for; every trait must be the subject's.
    pub matches: Vec<(Trait, String)>,
    /// The least quantity, in stock units.
    pub from_quantity: Option<Decimal>,
    /// The largest quantity, in stock units.
    pub to_quantity: Option<Decimal>,
    /// Its rank; none is below all others.
    pub priority: Option<i32>,
    /// How it bears others.
    pub joins: Joins,
    /// What it gives.
    pub grant: Grant,
}

/// What a rule can be for, the goods' traits first, each closer to the goods or the client than the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trait {
    /// What is sold.
    Item,
    /// The goods' group.
    Group,
    /// The goods' brand.
    Brand,
    /// The client.
    Client,
    /// The client's group.
    ClientGroup,
    /// Where the client is.
    Territory,
    /// What led the client here.
    Campaign,
}

/// How a rule bears others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Joins {
    /// It stands alone against others of its rank.
    #[default]
    Alone,
    /// It goes together with others that stack or compound.
    Stacks,
    /// It goes with no other rule at all.
    Excludes,
}

/// What a rule gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grant {
    /// So many percent off.
    Percent(Decimal),
    /// So much off a unit.
    Amount(Decimal),
    /// The price of a unit.
    UnitPrice(Decimal),
    /// The price times this.
    Factor(Decimal),
}

/// What rules are chosen for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the traits say it")]
pub struct Subject<'a> {
    pub item: Option<&'a str>,
    pub group: Option<&'a str>,
    pub brand: Option<&'a str>,
    pub client: Option<&'a str>,
    pub client_group: Option<&'a str>,
    pub territory: Option<&'a str>,
    pub campaign: Option<&'a str>,
    /// How much, in stock units.
    pub quantity: Decimal,
    /// What a unit costs before the rules, by which the best of them is found.
    pub unit_price: Decimal,
}

impl Rule {
    pub(super) fn fits(&self, subject: &Subject) -> bool {
        self.matches.iter().all(|(of, name)| subject.named(*of) == Some(name))
            && self.from_quantity.is_none_or(|from| subject.quantity >= from)
            && self.to_quantity.is_none_or(|to| subject.quantity <= to)
    }

    /// How closely it names goods, and then the client: the lower, the closer.
    pub(super) fn distance(&self, traits: core::ops::RangeInclusive<Trait>) -> Option<Trait> {
        self.matches.iter().map(|(of, _)| *of).filter(|of| traits.contains(of)).min()
    }

    /// What else it asks for.
    pub(super) fn is_special(&self) -> bool {
        self.matches.iter().any(|(of, _)| *of > Trait::Territory)
    }

    pub(super) fn is_sound(&self) -> bool {
        // One that names two of a kind would never fit.
        let twice = |of: Trait| self.matches.iter().filter(|(named, _)| *named == of).count() > 1;
        let range = self.from_quantity.zip(self.to_quantity);
        if self.matches.iter().any(|(of, _)| twice(*of)) || range.is_some_and(|(from, to)| from > to) {
            return false;
        }
        match self.grant {
            Grant::Percent(percent) => percent <= Decimal::ONE_HUNDRED,
            Grant::Amount(_) => true,
            Grant::UnitPrice(number) | Grant::Factor(number) => number >= Decimal::ZERO,
        }
    }
}

impl Grant {
    /// What a unit of this price costs then, not below zero.
    pub(super) fn applied(self, price: Decimal) -> Result<Decimal> {
        let after = match self {
            Grant::Percent(percent) => sub(price, percent_of(price, percent)?)?,
            Grant::Amount(amount) => sub(price, amount)?,
            Grant::UnitPrice(price) => price,
            Grant::Factor(factor) => mul(price, factor)?,
        };
        Ok(after.max(Decimal::ZERO))
    }
}

impl Default for Grant {
    fn default() -> Self {
        Grant::Percent(Decimal::ZERO)
    }
}

impl Default for Subject<'_> {
    /// One unit of anything for anybody, at a price of 100, so that amounts are percentages.
    fn default() -> Self {
        Subject {
            item: None,
            group: None,
            brand: None,
            client: None,
            client_group: None,
            territory: None,
            campaign: None,
            quantity: Decimal::ONE,
            unit_price: Decimal::ONE_HUNDRED,
        }
    }
}

impl<'a> Subject<'a> {
    /// A line and who buys it.
    pub(in super::super) fn of(line: &'a RequestLine, buyer: &'a Buyer) -> Result<Self> {
        Ok(Subject {
            item: line.item.as_deref(),
            group: line.group.as_deref(),
            brand: line.brand.as_deref(),
            client: buyer.client.as_deref(),
            client_group: buyer.group.as_deref(),
            territory: buyer.territory.as_deref(),
            campaign: buyer.campaign.as_deref(),
            quantity: line.stock_units()?,
            unit_price: line.list_price()?,
        })
    }

    fn named(&self, of: Trait) -> Option<&'a str> {
        match of {
            Trait::Item => self.item,
            Trait::Group => self.group,
            Trait::Brand => self.brand,
            Trait::Client => self.client,
            Trait::ClientGroup => self.client_group,
            Trait::Territory => self.territory,
            Trait::Campaign => self.campaign,
        }
    }
}
