//! What products are compared by.

use rust_decimal::Decimal;

use crate::domain::comparison::{Criterion, Direction, Kind, ProductMember, Topic};
use crate::wire::{Choice, FromWire, Reader, ToWire, Value, Writer};

impl FromWire for Criterion {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        let weight = from.decimal("weight");
        if weight < Decimal::ZERO {
            from.refuse("weight", "zero or more");
        }
        Criterion {
            id: from.text("id"),
            name: from.text("name"),
            unit: from.text_or_none("unit"),
            kind: from.choice("kind"),
            topic: from.choice("topic"),
            direction: from.choice_or_none("direction"),
            weight,
            product_member: from.choice_or_none("productMember"),
        }
    }
}

impl ToWire for Criterion {
    fn to_wire(&self) -> Value {
        Writer::new()
            .text("id", &self.id)
            .text("name", &self.name)
            .text_or_null("unit", self.unit.as_deref())
            .choice("kind", self.kind)
            .choice("topic", self.topic)
            .choice_or_null("direction", self.direction)
            .decimal("weight", self.weight)
            .choice_or_null("productMember", self.product_member)
            .end()
    }
}

impl Choice for Kind {
    const ALL: &'static [Self] = &[Self::Number, Self::Text, Self::YesNo];

    fn word(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Text => "text",
            Self::YesNo => "yesNo",
        }
    }
}

impl Choice for Topic {
    const ALL: &'static [Self] = &[Self::Price, Self::Terms, Self::Feature];

    fn word(self) -> &'static str {
        match self {
            Self::Price => "price",
            Self::Terms => "terms",
            Self::Feature => "feature",
        }
    }
}

impl Choice for Direction {
    const ALL: &'static [Self] = &[Self::Max, Self::Min];

    fn word(self) -> &'static str {
        match self {
            Self::Max => "max",
            Self::Min => "min",
        }
    }
}

impl Choice for ProductMember {
    const ALL: &'static [Self] = &[Self::Price, Self::Unit];

    fn word(self) -> &'static str {
        match self {
            Self::Price => "price",
            Self::Unit => "unit",
        }
    }
}
