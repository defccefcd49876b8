//! What products are compared by.

use rust_decimal::Decimal;

use super::fact::{Confidence, Fact, Source, SourceKind, Subject, Value};
use crate::domain::date::Date;
use crate::domain::product::Product;

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
    /// What of our own product says its value, so that nobody has to note it.
    pub product_member: Option<ProductMember>,
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

/// What our catalogue says of a product that can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProductMember {
    /// The list price of one piece.
    Price,
    /// What one piece is.
    Unit,
}

impl Criterion {
    /// A criterion without unit, direction and weight.
    pub fn new(id: impl Into<String>, name: impl Into<String>, kind: Kind, topic: Topic) -> Self {
        Self {
            id: id.into(),
            name: name.into(),
            unit: None,
            kind,
            topic,
            direction: None,
            weight: Decimal::ZERO,
            product_member: None,
        }
    }

    /// What the catalogue says today of our product, if it is asked: a fact without an id, which is fresh every day.
    ///
    /// `currency` is the code of the one the price list is in. A price in another one than the criterion's is shown and not
    /// scored.
    ///
    /// ```
    /// # use sapa::domain::{comparison::*, date::Date, product::Product};
    /// # let chai = Product {
    /// #     id: "1".into(), sku: "1".into(), name: "Chai".into(), unit: "10 boxes x 20 bags".into(),
    /// #     category: "Beverages".into(), price: 18.into(), cost: None, weight: None, tax_class: None, discontinued: false,
    /// # };
    /// # let today = Date::parse("1998-05-07")?;
    /// let packing = Criterion {
    ///     product_member: Some(ProductMember::Unit),
    ///     ..Criterion::new("packing", "Packing", Kind::Text, Topic::Feature)
    /// };
    /// let fact = packing.catalogue_fact(&chai, "USD", today).unwrap();
    /// assert_eq!((fact.value, fact.seen), (Value::Text("10 boxes x 20 bags".into()), Some(today)));
    /// # Ok::<(), sapa::domain::error::Error>(())
    /// ```
    pub fn catalogue_fact(&self, product: &Product, currency: &str, today: Date) -> Option<Fact> {
        let (value, unit) = match self.product_member? {
            ProductMember::Price => (Value::Number(product.price), Some(currency)),
            ProductMember::Unit => (Value::Text(product.unit.clone()), None),
        };
        Some(Fact {
            // A criterion that names no unit leaves it to the list, and so does the fact.
            unit: unit.filter(|_| self.unit.is_some()).map(str::to_owned),
            source: Source { kind: SourceKind::PriceList, text: String::new() },
            seen: Some(today),
            confidence: Confidence::High,
            shareable: true,
            ..Fact::new("", Subject::Ours(product.id.clone()), self.id.as_str(), value)
        })
    }

    /// Which values are better, if values of this criterion can be scored at all.
    pub fn scored(&self) -> Option<Direction> {
        self.direction.filter(|_| self.kind != Kind::Text)
    }
}
