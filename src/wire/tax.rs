//! The tax of a price list.

use rust_decimal::Decimal;

use super::{FromWire, Reader, ToWire, Value, Writer};
use crate::domain::error::{Code, Error};
use crate::domain::money::Rounding;
use crate::domain::product::TaxRules;
use crate::domain::terms::CashRounding;

impl FromWire for TaxRules {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        let class = |from: &mut Reader<'_>| (from.text("taxClass"), from.decimal("percent"));
        let rules = TaxRules {
            included: from.flag_or_false("included"),
            rounding: from.choice_or_default("rounding"),
            percent: from.decimal("percent"),
            classes: from.list_or_empty_with("classes", &class),
        };
        from.accepted("percent", rules.check(), ());
        rules
    }
}

impl ToWire for TaxRules {
    fn to_wire(&self) -> Value {
        let class = |(class, percent): &(String, Decimal)| {
            Writer::new().text("taxClass", class).decimal("percent", *percent).end()
        };
        let mut rules = Writer::new();
        rules.flag_if_true("included", self.included);
        rules.choice_unless_default("rounding", self.rounding).decimal("percent", self.percent);
        if !self.classes.is_empty() {
            rules.value("classes", Value::List(self.classes.iter().map(class).collect()));
        }
        rules.end()
    }
}

/// The smallest coin of a price list, if what is paid is rounded to it.
pub(super) fn cash(from: &mut Reader<'_>) -> Option<CashRounding> {
    let step = from.decimal_or_none("cashStep")?;
    let made = if step > Decimal::ZERO { Ok(()) } else { Err(Error::new(Code::RuleInvalid, "a step of zero or less")) };
    from.accepted("cashStep", made, ());
    Some(CashRounding { step, rounding: Rounding::HalfUp })
}
