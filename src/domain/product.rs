//! What is sold, and on what terms.

mod lists;
mod tax;
mod term;

use rust_decimal::Decimal;

use super::history::Period;
use super::loyalty::Loyalty;
use super::money::Currency;
use super::pricing::{Floor, Scope, Step, Tiers};
use super::terms::{Authority, CapitalCost, CashRounding, CreditPolicy};

pub use lists::PriceLists;
pub use tax::TaxRules;
pub use term::{Early, MOST_DAYS, Term};

/// Something that can be ordered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Product {
    /// The record's id, opaque to us.
    pub id: String,
    /// The number by which people order it.
    pub sku: String,
    /// Its name.
    pub name: String,
    /// What one of it is, such as "10 boxes x 20 bags".
    pub unit: String,
    /// The kind of goods it is filed under.
    pub category: String,
    /// Which tax it bears, where the price list tells classes apart.
    pub tax_class: Option<String>,
    /// List price of one unit, in the price list's currency.
    pub price: Decimal,
    /// What one unit costs us, if the user may know.
    pub cost: Option<Decimal>,
    /// What one unit weighs, in kilograms, if that is known.
    pub weight: Option<Decimal>,
    /// No longer sold; kept because old quotes name it.
    pub discontinued: bool,
}

/// The rules all prices of the list are subject to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceList {
    /// The record's id, opaque to us.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The host's version of the record, if it has told one: a shared quote names it.
    pub version: Option<String>,
    /// The currency of every price on it.
    pub currency: Currency,
    /// Invented for a demonstration: nobody should be quoted from it.
    pub sample: bool,
    /// What comes off by how much is ordered of a line, an article or a group.
    pub line_tiers: Tiers,
    /// What counts together for it.
    pub line_scope: Scope,
    /// Over which time what was bought before counts for it too; only for amounts of the whole order.
    pub line_period: Option<Period>,
    /// What comes off the whole order, by how much it is.
    pub order_tiers: Tiers,
    /// Over which time what was bought before counts for it too; only for amounts.
    pub order_period: Option<Period>,
    /// When to pay, and what that changes.
    pub terms: Vec<Term>,
    /// The tax on what is sold; nothing where prices are without it and it is nobody's concern here.
    pub tax: Option<TaxRules>,
    /// The smallest coin, where what is to be paid is rounded to it.
    pub cash: Option<CashRounding>,
    /// What waiting for money costs us.
    pub capital: CapitalCost,
    /// What is offered for a time, to some clients, or against a coupon.
    pub promotions: Vec<Promotion>,
    /// Below what nothing is sold.
    pub floor: Floor,
    /// Who may grant how much; nothing where that is not settled here.
    pub authority: Option<Authority>,
    /// How late a client may pay who is late already, or over the limit; nothing where that is not settled here.
    pub credit: Option<CreditPolicy>,
    /// What clients who buy much get besides.
    pub loyalty: Option<Loyalty>,
}

/// A rule of pricing that is not always in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promotion {
    /// What people call it.
    pub name: String,
    /// The code a client must bring; nothing if none is needed.
    pub coupon: Option<String>,
    /// What it does and when it holds. Its id is the promotion's.
    pub step: Step,
}

impl PriceList {
    /// A list in this currency that gives and asks nothing; for `..PriceList::new(currency)`.
    pub fn new(currency: Currency) -> Self {
        Self {
            id: String::new(),
            name: String::new(),
            version: None,
            currency,
            sample: false,
            line_tiers: Tiers::default(),
            line_scope: Scope::Item,
            line_period: None,
            order_tiers: Tiers::default(),
            order_period: None,
            terms: Vec::new(),
            tax: None,
            cash: None,
            capital: CapitalCost::yearly(Decimal::ZERO),
            promotions: Vec::new(),
            floor: Floor::default(),
            authority: None,
            credit: None,
            loyalty: None,
        }
    }

    /// Whether something on it depends on what a client bought before.
    pub fn counts_history(&self) -> bool {
        self.line_period.is_some() || self.order_period.is_some() || self.loyalty.is_some()
    }

    /// The term a quote names by this id: one of the list, or one that was typed.
    pub fn any_term(&self, id: &str) -> Option<Term> {
        self.term(id).cloned().or_else(|| Term::read_by_hand(id))
    }

    /// The term of the list with this id.
    pub fn term(&self, id: &str) -> Option<&Term> {
        self.terms.iter().find(|term| term.id == id)
    }

    /// What a coupon brings. Codes are read as people write them: case and the spaces around do not count.
    pub fn coupon(&self, code: &str) -> Option<&Promotion> {
        let code = code.trim().to_lowercase();
        let bears = |promotion: &&Promotion| promotion.coupon.as_ref().is_some_and(|own| own.to_lowercase() == code);
        self.promotions.iter().find(bears)
    }
}
