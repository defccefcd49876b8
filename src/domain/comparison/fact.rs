//! What somebody says of a product, where it was seen, and when.

use rust_decimal::Decimal;

use super::criterion::Topic;
use crate::domain::date::Date;

/// A claim about one product under one criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The record's id, opaque to us.
    pub id: String,
    /// The product it is about.
    pub subject: Subject,
    /// The criterion's id.
    pub criterion: String,
    /// What is claimed.
    pub value: Value,
    /// The unit of a number, where it is not the criterion's own.
    pub unit: Option<String>,
    /// Where it was seen.
    pub source: Source,
    /// The day it was seen. Nobody knows how old a fact without a day is, so it counts as stale.
    pub seen: Option<Date>,
    /// How far it is to be trusted.
    pub confidence: Confidence,
    /// Whether a client may see it.
    pub shareable: bool,
    /// Invented for a demonstration.
    pub sample: bool,
}

/// A product, by id. Ours and theirs are numbered apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A product of ours.
    Ours(String),
    /// A competitor's product.
    Theirs(String),
}

/// What a fact claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A number of some unit.
    Number(Decimal),
    /// Words.
    Text(String),
    /// Has it, or has it not.
    YesNo(bool),
}

/// Where a fact was seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// What kind of place that is.
    pub kind: SourceKind,
    /// Its name or address.
    pub text: String,
}

/// What kind of place a fact was seen at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SourceKind {
    /// A public page.
    Site,
    /// A price list or catalogue.
    PriceList,
    /// A client told us. Who it was is nobody else's business.
    ClientSaid,
    /// We tried it.
    OwnTest,
    /// Anything else.
    #[default]
    Other,
}

/// How far a fact is to be trusted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// Hearsay.
    Low,
    /// One good source.
    #[default]
    Medium,
    /// Seen with our own eyes, or confirmed twice.
    High,
}

/// Whether a fact still holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freshness {
    /// Young enough to rely on.
    Fresh {
        /// Days since it was seen.
        age: i32,
    },
    /// Too old for what it is about.
    Stale {
        /// Days since it was seen.
        age: i32,
    },
    /// Nobody noted when it was seen.
    Undated,
    /// The day it is said to have been seen has not come yet.
    Ahead,
}

/// How many days a fact holds, by what it is about. Nobody has measured these; they are a start for one's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShelfLife {
    /// Prices.
    pub price: u16,
    /// Terms of delivery, payment and service.
    pub terms: u16,
    /// Properties of the product.
    pub feature: u16,
}

impl Default for ShelfLife {
    /// 30 days for a price, 90 for terms, 180 for a feature.
    fn default() -> Self {
        Self { price: 30, terms: 90, feature: 180 }
    }
}

impl ShelfLife {
    /// Days that facts of this topic hold.
    pub fn days(&self, topic: Topic) -> i32 {
        i32::from(match topic {
            Topic::Price => self.price,
            Topic::Terms => self.terms,
            Topic::Feature => self.feature,
        })
    }

    /// Whether what was seen on that day still holds today. On its last day it does.
    pub fn freshness(&self, topic: Topic, seen: Option<Date>, today: Date) -> Freshness {
        match seen.map(|seen| today.days_since(seen)) {
            None => Freshness::Undated,
            Some(age) if age < 0 => Freshness::Ahead,
            Some(age) if age <= self.days(topic) => Freshness::Fresh { age },
            Some(age) => Freshness::Stale { age },
        }
    }
}

impl Freshness {
    /// Whether the fact may be relied on.
    pub fn is_fresh(self) -> bool {
        matches!(self, Freshness::Fresh { .. })
    }
}

impl Fact {
    /// A fact without source, day or leave to be shown.
    pub fn new(id: impl Into<String>, subject: Subject, criterion: impl Into<String>, value: Value) -> Self {
        Self {
            id: id.into(),
            subject,
            criterion: criterion.into(),
            value,
            unit: None,
            source: Source::default(),
            seen: None,
            confidence: Confidence::default(),
            shareable: false,
            sample: false,
        }
    }
}

impl Source {
    /// The text as an address to follow, if it is one of the web and nothing else. Anything else stays text: it may be a
    /// script in an address's clothes.
    ///
    /// ```
    /// use sapa::domain::comparison::Source;
    ///
    /// let source = |text: &str| Source { text: text.into(), ..Source::default() };
    /// assert_eq!(source("https://example.org/prices").link(), Some("https://example.org/prices"));
    /// assert_eq!(source("javascript:alert(1)").link(), None);
    /// assert_eq!(source("the list of May").link(), None);
    /// ```
    pub fn link(&self) -> Option<&str> {
        let text = self.text.trim();
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
        let whole = !rest.is_empty() && !text.contains(|c: char| c.is_whitespace() || c.is_control());
        whole.then_some(text)
    }
}
