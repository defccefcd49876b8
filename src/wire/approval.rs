//! What was asked of somebody who may grant more.

use super::{Choice, FromWire, Reader, ToWire, Value, Writer};
use crate::domain::approval::{Approval, Verdict};
use crate::domain::terms::Judged;

impl FromWire for Approval {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Approval {
            id: from.text("id"),
            client: from.text("clientId"),
            asked: from.date("asked"),
            level: super::level_or_none(from),
            judged: Judged {
                amount: from.decimal("amount"),
                discount_percent: from.decimal("discountPercent"),
                margin_percent: from.decimal_or_none("marginPercent"),
            },
            request: from.one("request"),
            verdict: from.choice_or_default("verdict"),
            by: from.text_or_none("by"),
        }
    }
}

impl ToWire for Approval {
    fn to_wire(&self) -> Value {
        Writer::new()
            .text("id", &self.id)
            .text("clientId", &self.client)
            .text("asked", &self.asked.to_string())
            .one_or_null("level", self.level.as_ref())
            .decimal("amount", self.judged.amount)
            .decimal("discountPercent", self.judged.discount_percent)
            .decimal_or_null("marginPercent", self.judged.margin_percent)
            .text("engine", env!("CARGO_PKG_VERSION"))
            .one("request", &self.request)
            .choice("verdict", self.verdict)
            .text_or_null("by", self.by.as_deref())
            .end()
    }
}

impl Choice for Verdict {
    const ALL: &'static [Self] = &[Verdict::Asked, Verdict::Granted, Verdict::Refused];

    fn word(self) -> &'static str {
        match self {
            Verdict::Asked => "asked",
            Verdict::Granted => "granted",
            Verdict::Refused => "refused",
        }
    }
}
