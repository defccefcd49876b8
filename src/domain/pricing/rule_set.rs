//! Rules that compete for a line, and which of them win.

use core::cmp::{Ordering, Reverse};

use rust_decimal::Decimal;

use super::line::RequestLine;
use super::when::Buyer;
use crate::domain::error::{Code, Error, Result};
use crate::domain::money::{mul, percent_of, percentage, sub};

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

    pub(super) fn is_sound(&self) -> bool {
        let sound = |rule: &Rule| match rule.grant {
            Grant::Percent(percent) => percent <= Decimal::ONE_HUNDRED,
            Grant::Amount(_) => true,
            Grant::UnitPrice(number) | Grant::Factor(number) => number >= Decimal::ZERO,
        };
        self.rules.iter().all(sound)
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
        self.0.iter().try_fold(before, |price, rule| {
            let after = match rule.grant {
                Grant::Percent(percent) => sub(price, percent_of(price, percent)?)?,
                Grant::Amount(amount) => sub(price, amount)?,
                Grant::UnitPrice(price) => price,
                Grant::Factor(factor) => mul(price, factor)?,
            };
            Ok(after.max(Decimal::ZERO))
        })
    }

    /// What they take off a unit of this price, in percent.
    ///
    /// # Errors
    /// `number.overflow`.
    pub fn percent(&self, before: Decimal) -> Result<Decimal> {
        percentage(sub(before, self.unit_price(before)?)?, before)
    }
}

impl Rule {
    fn fits(&self, subject: &Subject) -> bool {
        self.matches.iter().all(|(of, name)| subject.named(*of) == Some(name))
            && self.from_quantity.is_none_or(|from| subject.quantity >= from)
            && self.to_quantity.is_none_or(|to| subject.quantity <= to)
    }

    /// How closely it names goods, and then the client: the lower, the closer.
    fn distance(&self, traits: core::ops::RangeInclusive<Trait>) -> Option<Trait> {
        self.matches.iter().map(|(of, _)| *of).filter(|of| traits.contains(of)).min()
    }

    /// What else it asks for.
    fn is_special(&self) -> bool {
        self.matches.iter().any(|(of, _)| *of > Trait::Territory)
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
    pub(super) fn of(line: &'a RequestLine, buyer: &'a Buyer) -> Result<Self> {
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
