//! A loyalty programme: levels that a client reaches by buying, and what each brings.

use rust_decimal::Decimal;

use super::client::Client;
use super::error::{Code, Error, Result};
use super::history::{Bought, History, Period};
use super::money::sub;
use super::pricing::{Adjust, Basis, Combine, Exclusive, FreeGoods, Goods, Scope, Step, StepKind, When};
use super::product::Term;

/// A programme of a price list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loyalty {
    /// What people call it.
    pub name: String,
    /// Over which time what was bought counts.
    pub period: Period,
    /// The ids of the client groups it is for; none are all.
    pub client_groups: Vec<String>,
    /// What its percentages are taken of.
    pub basis: Basis,
    /// How it goes together with the steps before it.
    pub combine: Combine,
    /// With which other steps it does not go together.
    pub exclusive: Exclusive,
    /// Its rank among steps that exclude each other.
    pub priority: i32,
    /// The levels, the lowest first.
    pub levels: Vec<Level>,
}

/// One level of a programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    /// What people call it.
    pub name: String,
    /// How much must have been bought in the period.
    pub from: Decimal,
    /// What it brings.
    pub benefit: Benefit,
    /// For which goods.
    pub goods: Goods,
}

/// What a level brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Benefit {
    /// So many percent come off each line.
    Percent(Decimal),
    /// Goods are added for nothing.
    Free(FreeGoods),
    /// The term of this id, and every one that is no later, without a surcharge.
    Term(String),
}

/// Where a client stands in a programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership<'a> {
    /// What the client bought in the period.
    pub bought: Bought,
    /// The level it has come to, if to any.
    pub level: Option<&'a Level>,
    /// The next level, and how much must still be bought for it; nothing where what was bought is not known.
    pub next: Option<(&'a Level, Decimal)>,
}

impl Loyalty {
    /// The client's standing; nothing for a client whom the programme is not for.
    ///
    /// What is being ordered does not count before it has been ordered: a level is earned for the next order.
    ///
    /// # Errors
    /// `number.overflow`.
    pub fn membership(&self, client: Option<&Client>, history: &History) -> Result<Option<Membership<'_>>> {
        let Some(client) = client else { return Ok(None) };
        let theirs = |group: &String| self.client_groups.contains(group);
        if !self.client_groups.is_empty() && !client.group_id.as_ref().is_some_and(theirs) {
            return Ok(None);
        }
        let bought = history.bought(self.period)?;
        let Some(amount) = bought.amount() else { return Ok(Some(Membership { bought, level: None, next: None })) };
        let reached = self.levels.partition_point(|level| level.from <= amount);
        let next = self.levels.get(reached);
        let next = next.map(|next| Ok::<_, Error>((next, sub(next.from, amount)?))).transpose()?;
        let level = reached.checked_sub(1).and_then(|at| self.levels.get(at));
        Ok(Some(Membership { bought, level, next }))
    }

    /// What a level does to a price; nothing for one that brings a better term.
    pub fn step(&self, level: &Level) -> Option<Step> {
        let adjust = match &level.benefit {
            Benefit::Percent(percent) if percent.is_zero() => return None,
            Benefit::Percent(percent) => Adjust::Percent(*percent),
            Benefit::Free(free) => Adjust::Free(free.clone()),
            Benefit::Term(_) => return None,
        };
        Some(Step {
            id: "loyalty".to_owned(),
            kind: StepKind::Loyalty,
            scope: Scope::Line,
            basis: self.basis,
            combine: self.combine,
            goods: level.goods.clone(),
            when: When { client_groups: self.client_groups.clone(), ..When::default() },
            exclusive: self.exclusive.clone(),
            priority: self.priority,
            adjust,
            ..Step::default()
        })
    }

    /// Whether levels rise, and each brings something a list with these terms can give.
    ///
    /// # Errors
    /// `rule.invalid` naming the level.
    pub fn check(&self, terms: &[Term]) -> Result<()> {
        let rises = self.levels.is_sorted_by(|lower, upper| lower.from < upper.from);
        let is_sound = |level: &&Level| {
            let can_be_given = match &level.benefit {
                Benefit::Percent(percent) => (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(percent),
                Benefit::Free(_) => true,
                Benefit::Term(id) => terms.iter().any(|term| term.id == *id),
            };
            can_be_given && level.from >= Decimal::ZERO && !level.name.is_empty()
        };
        match self.levels.iter().find(|level| !is_sound(level)) {
            Some(level) => Err(Error::new(Code::RuleInvalid, level.name.clone())),
            None if rises => Ok(()),
            None => Err(Error::new(Code::RuleInvalid, self.name.clone())),
        }
    }
}

impl Level {
    /// What paying by a term changes for a client of this level: a surcharge is waived where the level says so.
    pub fn due(&self, term: &Term, terms: &[Term]) -> Decimal {
        let Benefit::Term(id) = &self.benefit else { return term.percent };
        let granted = terms.iter().find(|term| term.id == *id);
        let waived = term.percent < Decimal::ZERO && granted.is_some_and(|granted| term.days <= granted.days);
        if waived { Decimal::ZERO } else { term.percent }
    }
}
