//! One rule of the pipeline.

use rust_decimal::Decimal;

use super::free::{BuyGet, FreeGoods};
use super::goods::Goods;
use super::limit::Limit;
use super::package::Package;
use super::rule_set::RuleSet;
use super::tier::{Gives, Tiers};
use super::when::When;

/// One rule.
///
/// The default takes nothing off any line, for whatever reason; it is there for `..Step::default()`.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Step {
    /// Names the rule in the answer.
    pub id: String,
    /// Why the price changes, for people to read.
    pub kind: StepKind,
    /// On what the rule looks, and what it changes.
    pub scope: Scope,
    /// What its percentage is taken of.
    pub basis: Basis,
    /// How it goes together with the steps before it.
    pub combine: Combine,
    /// Which lines it changes.
    pub goods: Goods,
    /// When it holds at all.
    pub when: When,
    /// How far it goes.
    pub limit: Limit,
    /// With which other steps it does not go together.
    pub exclusive: Exclusive,
    /// Its rank among steps that exclude each other.
    pub priority: i32,
    /// What it does.
    pub adjust: Adjust,
}

/// Why the price changes, in the order in which steps usually stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum StepKind {
    /// Much of a line or a group is ordered.
    Volume,
    /// It was agreed with the client.
    Client,
    /// The client has come to a level of a loyalty programme.
    Loyalty,
    /// A promotion is on.
    #[default]
    Promotion,
    /// The client brought a coupon.
    Coupon,
    /// The account manager decided it.
    Manual,
    /// The whole order is large.
    Order,
    /// The client pays early or late.
    Payment,
}

/// On what a rule looks, and what it changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Scope {
    /// Each line by itself.
    #[default]
    Line,
    /// Each line, by what all lines of its item come to.
    Item,
    /// Each line, by what all lines of its group come to.
    Group,
    /// The document; what comes off is shared out over the lines.
    Order,
}

/// What a percentage is taken of, and an amount measured by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Basis {
    /// The amount the steps before left.
    #[default]
    Running,
    /// The amount at list price.
    List,
}

/// How a step goes together with the steps before it.
///
/// The steps that follow one another with another mode than [`Combine::Compound`] form a chain with the one before them:
/// all look at the amount the chain began with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Combine {
    /// It begins with what the step before left.
    #[default]
    Compound,
    /// It begins with what the chain began with, and both come off.
    Add,
    /// Of it and the chain before it, whichever takes more off; on each line, or on the order if that is the scope.
    Max,
    /// Whichever takes less off.
    Min,
}

/// With which other steps a step does not go together.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Exclusive {
    /// It goes together with all.
    #[default]
    No,
    /// Only one of the steps of this group holds.
    Group(String),
    /// If it holds, no other step does.
    All,
}

/// What a rule does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Adjust {
    /// So many percent come off; a surcharge is negative.
    Percent(Decimal),
    /// So much comes off each unit the list price is for, or off the order if that is the scope; a surcharge is negative.
    Amount(Decimal),
    /// The price is multiplied by this.
    Factor(Decimal),
    /// One unit costs this, of those the list price is for.
    UnitPrice(Decimal),
    /// What comes off, or the price, depends on how much is ordered.
    Tiers(Tiers),
    /// Units are sold in packages.
    Package(Package),
    /// Of those that buy some units, a few more are reduced.
    BuyGet(BuyGet),
    /// Goods are added for nothing; the price stays.
    Free(FreeGoods),
    /// Of a set of rules, those that fit the line.
    Rules(RuleSet),
}

impl Default for Adjust {
    fn default() -> Self {
        Adjust::Percent(Decimal::ZERO)
    }
}

impl Step {
    /// Whether the step can be done and does not contradict itself.
    pub(super) fn is_sound(&self) -> bool {
        self.when.is_sound() && self.limit.is_sound() && self.does_what_its_scope_can() && self.adjust.is_sound()
    }

    fn does_what_its_scope_can(&self) -> bool {
        let counted = self.limit.counts_units();
        match &self.adjust {
            Adjust::Percent(_) | Adjust::Amount(_) | Adjust::Factor(_) => !counted || self.scope != Scope::Order,
            Adjust::Tiers(tiers) => !counted && (tiers.gives != Gives::UnitPrice || self.scope != Scope::Order),
            Adjust::UnitPrice(_) => self.scope != Scope::Order,
            Adjust::Package(_) | Adjust::Rules(_) => self.scope == Scope::Line && !counted,
            Adjust::BuyGet(_) | Adjust::Free(_) => !counted,
        }
    }
}

impl Adjust {
    fn is_sound(&self) -> bool {
        match self {
            Adjust::Percent(percent) => *percent <= Decimal::ONE_HUNDRED,
            Adjust::Amount(_) => true,
            Adjust::Factor(number) | Adjust::UnitPrice(number) => *number >= Decimal::ZERO,
            Adjust::Tiers(tiers) => tiers.is_sound(),
            Adjust::Package(package) => package.is_sound(),
            Adjust::BuyGet(buy_get) => buy_get.is_sound(),
            Adjust::Free(free) => free.is_sound(),
            Adjust::Rules(rules) => rules.is_sound(),
        }
    }
}
