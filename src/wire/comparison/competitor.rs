//! Who competes with us, what they sell, and what to answer. Nothing here writes these records.

use crate::domain::comparison::{Competitor, CompetitorProduct, Objection};
use crate::wire::{FromWire, Reader};

impl FromWire for Competitor {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Competitor {
            id: from.text("id"),
            name: from.text("name"),
            note: from.text_or_none("note").unwrap_or_default(),
            sample: from.flag_or_false("sample"),
        }
    }
}

impl FromWire for CompetitorProduct {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        CompetitorProduct {
            id: from.text("id"),
            competitor: from.text("competitorId"),
            name: from.text("name"),
            answers: from.text_or_none("productId"),
            sample: from.flag_or_false("sample"),
        }
    }
}

impl FromWire for Objection {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Objection {
            id: from.text("id"),
            locale: from.text_or_none("locale"),
            wording: from.text("wording"),
            acknowledge: from.text("acknowledge"),
            question: from.text("question"),
            proof: from.text("proof"),
            tags: from.list("tags"),
            competitor: from.text_or_none("competitorId"),
            sample: from.flag_or_false("sample"),
        }
    }
}
