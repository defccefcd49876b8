//! Rules that compete for a line.

use crate::domain::pricing::{Grant, Joins, Model, Rule, RuleSet, Trait};
use crate::wire::{Choice, FromWire, Reader, ToWire, Value, Writer};

impl Choice for Model {
    const ALL: &'static [Self] = &[
        Self::MostSpecific,
        Self::FirstMatch,
        Self::CompoundWithinPriority,
        Self::BestWithinPriority,
        Self::ExclusiveFirst,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::MostSpecific => "mostSpecific",
            Self::FirstMatch => "firstMatch",
            Self::CompoundWithinPriority => "compoundWithinPriority",
            Self::BestWithinPriority => "bestWithinPriority",
            Self::ExclusiveFirst => "exclusiveFirst",
        }
    }
}

impl Choice for Joins {
    const ALL: &'static [Self] = &[Self::Alone, Self::Stacks, Self::Excludes];

    fn word(self) -> &'static str {
        match self {
            Self::Alone => "alone",
            Self::Stacks => "stacks",
            Self::Excludes => "excludes",
        }
    }
}

impl Choice for Trait {
    const ALL: &'static [Self] =
        &[Self::Item, Self::Group, Self::Brand, Self::Client, Self::ClientGroup, Self::Territory, Self::Campaign];

    fn word(self) -> &'static str {
        match self {
            Self::Item => "item",
            Self::Group => "group",
            Self::Brand => "brand",
            Self::Client => "client",
            Self::ClientGroup => "clientGroup",
            Self::Territory => "territory",
            Self::Campaign => "campaign",
        }
    }
}

impl FromWire for RuleSet {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        RuleSet { model: from.choice_or_default("model"), rules: from.list("rules") }
    }
}

impl ToWire for RuleSet {
    fn to_wire(&self) -> Value {
        Writer::new().choice_unless_default("model", self.model).list("rules", &self.rules).end()
    }
}

impl FromWire for Rule {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Rule {
            id: from.text("id"),
            matches: if from.has("for") { from.one_with("for", &traits) } else { Vec::new() },
            from_quantity: from.decimal_or_none("fromQuantity"),
            to_quantity: from.decimal_or_none("toQuantity"),
            priority: from.has("priority").then(|| from.rank_or_zero("priority")),
            joins: from.choice_or_default("joins"),
            grant: from.one("grant"),
        }
    }
}

impl ToWire for Rule {
    fn to_wire(&self) -> Value {
        let mut rule = Writer::new();
        rule.text("id", &self.id);
        if !self.matches.is_empty() {
            let mut traits = Writer::new();
            for (of, name) in &self.matches {
                traits.text(of.word(), name);
            }
            rule.value("for", traits.end());
        }
        rule.if_any("fromQuantity", self.from_quantity.as_ref()).if_any("toQuantity", self.to_quantity.as_ref());
        if let Some(priority) = self.priority {
            rule.value("priority", Value::Number(priority.into()));
        }
        rule.choice_unless_default("joins", self.joins).one("grant", &self.grant).end()
    }
}

/// Every trait that is named; a name that is none of a trait is a slip that would make the rule fit too much.
pub fn traits(from: &mut Reader<'_>) -> Vec<(Trait, String)> {
    if let Value::Record(fields) = from.value()
        && let Some((name, _)) = fields.iter().find(|(name, _)| Trait::ALL.iter().all(|of| of.word() != name))
    {
        let known: Vec<_> = Trait::ALL.iter().map(|of| of.word()).collect();
        from.refuse(name, &["one of ", &known.join(", ")].concat());
    }
    Trait::ALL.iter().filter_map(|of| Some((*of, from.text_or_none(of.word())?))).collect()
}

impl FromWire for Grant {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        match from.variant() {
            "percent" => Grant::Percent(from.decimal("percent")),
            "amount" => Grant::Amount(from.decimal("amount")),
            "unitPrice" => Grant::UnitPrice(from.decimal("unitPrice")),
            "factor" => Grant::Factor(from.decimal("factor")),
            _ => {
                from.refuse("", "a record of one of percent, amount, unitPrice, factor");
                Grant::default()
            }
        }
    }
}

impl ToWire for Grant {
    fn to_wire(&self) -> Value {
        let mut grant = Writer::new();
        match self {
            Grant::Percent(percent) => grant.decimal("percent", *percent),
            Grant::Amount(amount) => grant.decimal("amount", *amount),
            Grant::UnitPrice(price) => grant.decimal("unitPrice", *price),
            Grant::Factor(factor) => grant.decimal("factor", *factor),
        };
        grant.end()
    }
}
