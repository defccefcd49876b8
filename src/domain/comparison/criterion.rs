//! What products are compared by.

use rust_decimal::Decimal;

/// One row of the comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// The record's id, opaque to us.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What its numbers count, such as "USD" or "days".
    pub unit: Option<String>,
    /// What a value of it looks like.
    pub kind: Kind,
    /// How soon what is known of it grows old.
    pub topic: Topic,
    /// Which values are better. Without one the criterion is shown and not scored, as is every text.
    pub direction: Option<Direction>,
    /// How much it counts, zero or more. Only the proportions of weights matter.
    pub weight: Decimal,
}

/// What a value of a criterion looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A number of the criterion's unit.
    Number,
    /// Words, for reading only.
    Text,
    /// Has it, or has it not.
    YesNo,
}

/// Which values are better. For yes or no, more is yes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The more the better.
    Max,
    /// The less the better.
    Min,
}

/// What a criterion is about, which says how soon a fact of it grows old.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// What it costs.
    Price,
    /// Delivery, payment, service.
    Terms,
    /// What it is and does.
    Feature,
}

impl Criterion {
    /// A criterion without unit, direction and weight.
    pub fn new(id: impl Into<String>, name: impl Into<String>, kind: Kind, topic: Topic) -> Self {
        Self { id: id.into(), name: name.into(), unit: None, kind, topic, direction: None, weight: Decimal::ZERO }
    }

    /// Which values are better, if values of this criterion can be scored at all.
    pub fn scored(&self) -> Option<Direction> {
        self.direction.filter(|_| self.kind != Kind::Text)
    }
}
