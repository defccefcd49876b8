//! Rules that compete for a line, and which of them win.

mod rule;

use core::cmp::{Ordering, Reverse};

use rust_decimal::Decimal;

use crate::domain::error::{Code, Error, Result};
use crate::domain::money::{percentage, sub};

pub use rule::{Grant, Joins, Rule, Subject, Trait};

/// Rules of which each says for what and whom it is; how those that fit a line compete is the model's to say.
///
/// ```
/// use sapa::domain::pricing::{Grant, Model, Rule, RuleSet, Subject, Trait};
///
/// let rule = |id: &str, percent: i64, of: Trait, name: &str| Rule {
///     id: id.into(),
///     matches: vec![(of, name.into())],
///     grant: Grant::Percent(percent.into()),
///     ..Rule::default()
/// };
/// let rules = RuleSet {
///     model: Model::MostSpecific,
///     rules: vec![rule("teas", 15, Trait::Group, "tea"), rule("chai", 10, Trait::Item, "chai")],
/// };
/// let chai = Subject { item: Some("chai"), group: Some("tea"), ..Subject::default() };
/// assert_eq!(rules.choose(&chai)?.ids(), ["chai"]);
/// # Ok::<(), sapa::domain::error::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct RuleSet {
    /// How the rules that fit compete.
    pub model: Model,
    /// The rules.
    pub rules: Vec<Rule>,
}

/// How rules that fit the same line compete. A higher priority comes first everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Model {
    /// The highest priority; without priorities, the one whose goods, and then whose client, are named most closely. Two
    /// of the same rank are an error, unless both stack: then all that stack apply.
    #[default]
    MostSpecific,
    /// The first that fits, in the order of the set.
    FirstMatch,
    /// Only the highest priority counts. In it, those that compound together compete with each that does not.
    CompoundWithinPriority,
    /// In each priority only the best counts; the winners compound.
    BestWithinPriority,
    /// One that tolerates no other, if there is any; otherwise all, the highest priority first.
    ExclusiveFirst,
}

/// The rules that win, in the order in which they apply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice<'a>(Vec<&'a Rule>);

impl RuleSet {
    /// The rules that apply.
    ///
    /// # Errors
    /// `rule.invalid` naming two rules of which neither comes first.
    pub fn choose<'a>(&'a self, subject: &Subject) -> Result<Choice<'a>> {
        let mut fits: Vec<&Rule> = self.rules.iter().filter(|rule| rule.fits(subject)).collect();
        if self.model == Model::FirstMatch {
            fits.truncate(1);
            return Ok(Choice(fits));
        }
        // Stable: rules of one rank stay in the order of the set.
        fits.sort_by_key(|rule| Reverse(rule.priority));
        let Some(first) = fits.first().copied() else { return Ok(Choice(fits)) };
        match self.model {
            Model::MostSpecific => most_specific(fits),
            Model::CompoundWithinPriority => {
                fits.retain(|rule| rule.priority == first.priority);
                best(&fits, subject, true).map(Choice)
            }
            Model::BestWithinPriority => {
                let mut winners = Vec::new();
                for rank in fits.chunk_by(|a, b| a.priority == b.priority) {
                    let mut winner = best(rank, subject, false)?;
                    if winner.iter().any(|rule| rule.joins == Joins::Excludes) {
                        // It wins alone, or not at all once others have been granted.
                        return Ok(Choice(if winners.is_empty() { winner } else { winners }));
                    }
                    winners.append(&mut winner);
                }
                Ok(Choice(winners))
            }
            Model::ExclusiveFirst | Model::FirstMatch => {
                let exclusive = fits.iter().copied().find(|rule| rule.joins == Joins::Excludes);
                Ok(Choice(exclusive.map_or(fits, |rule| vec![rule])))
            }
        }
    }

    /// Whether every rule of it can be followed; a step with one that cannot is refused.
    pub fn is_sound(&self) -> bool {
        self.rules.iter().all(Rule::is_sound)
    }
}

impl Choice<'_> {
    /// The rules' ids.
    pub fn ids(&self) -> Vec<&str> {
        self.0.iter().map(|rule| rule.id.as_str()).collect()
    }

    /// What a unit costs after all of them, not below zero.
    ///
    /// # Errors
    /// `number.overflow`.
    pub fn unit_price(&self, before: Decimal) -> Result<Decimal> {
        self.0.iter().try_fold(before, |price, rule| rule.grant.applied(price))
    }

    /// What they take off a unit of this price, in percent.
    ///
    /// # Errors
    /// `number.overflow`.
    pub fn percent(&self, before: Decimal) -> Result<Decimal> {
        percentage(sub(before, self.unit_price(before)?)?, before)
    }
}

/// Sorted rules, highest priority first; never none.
fn most_specific(mut fits: Vec<&Rule>) -> Result<Choice<'_>> {
    let Some(first) = fits.first().copied() else { return Ok(Choice(fits)) };
    let mut rank: Vec<&Rule> = fits.iter().copied().filter(|rule| rule.priority == first.priority).collect();
    if rank.iter().all(|rule| rule.joins == Joins::Stacks) {
        fits.retain(|rule| rule.joins == Joins::Stacks);
        return Ok(Choice(fits));
    }
    // A rule that names no goods at all is farther than any that does.
    let closest = |rank: &mut Vec<&Rule>, from: Trait, to: Trait| {
        let distance = |rule: &&Rule| rule.distance(from..=to).map_or((1, to), |of| (0, of));
        let least = rank.iter().map(distance).min();
        rank.retain(|rule| Some(distance(rule)) == least);
    };
    closest(&mut rank, Trait::Item, Trait::Brand);
    if !rank.iter().any(|rule| rule.is_special()) || rank.iter().all(|rule| rule.is_special()) {
        closest(&mut rank, Trait::Client, Trait::Territory);
    }
    match rank[..] {
        [] | [_] => Ok(Choice(rank)),
        [one, other, ..] => {
            let names = [one.id.as_str(), ", ", &other.id].concat();
            Err(Error::new(Code::RuleInvalid, names))
        }
    }
}

/// The best of one rank: the lowest price wins, of equal ones the earlier. With `together`, those that compound stand as
/// one.
fn best<'a>(rank: &[&'a Rule], subject: &Subject, together: bool) -> Result<Vec<&'a Rule>> {
    let (stack, mut sides): (Vec<&Rule>, Vec<Vec<&Rule>>) = if together {
        let (stack, alone): (Vec<&Rule>, Vec<&Rule>) =
            rank.iter().copied().partition(|rule| rule.joins == Joins::Stacks);
        (stack, alone.into_iter().map(|rule| vec![rule]).collect())
    } else {
        (Vec::new(), rank.iter().map(|rule| vec![*rule]).collect())
    };
    if !stack.is_empty() {
        sides.insert(0, stack);
    }
    // One that excludes all others comes before those that do not.
    if sides.iter().flatten().any(|rule| rule.joins == Joins::Excludes) {
        sides.retain(|side| side.iter().any(|rule| rule.joins == Joins::Excludes));
    }
    let mut winner: Option<(Decimal, Vec<&Rule>)> = None;
    for side in sides {
        let choice = Choice(side);
        let price = choice.unit_price(subject.unit_price)?;
        if winner.as_ref().is_none_or(|(least, _)| price.cmp(least) == Ordering::Less) {
            winner = Some((price, choice.0));
        }
    }
    Ok(winner.map(|(_, side)| side).unwrap_or_default())
}
