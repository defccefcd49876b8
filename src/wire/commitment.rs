//! What a client was told to expect, from `commitment` records.

use super::{FromWire, Reader, ToWire, Value, Writer};
use crate::domain::commitment::Commitment;

/// The promise, if it is one to keep: ours, and not called off. A client's own promises are none of ours, and one that was
/// called off would be late for ever.
pub fn promise(from: &mut Reader<'_>) -> Option<Commitment> {
    let commitment = Commitment::from_wire(from);
    let cancelled = from.date_or_none("cancelled");
    match from.text("by").as_str() {
        OURS => cancelled.is_none().then_some(commitment),
        "client" => None,
        _ => {
            from.refuse("by", "one of us, client");
            None
        }
    }
}

const OURS: &str = "us";

impl FromWire for Commitment {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Commitment {
            id: from.text("id"),
            client: from.text("clientId"),
            what: from.text("text"),
            made: from.date("made"),
            due: from.date("due"),
            delay_known: from.date_or_none("delayKnown"),
            told: from.date_or_none("delayTold"),
            kept: from.date_or_none("done"),
        }
    }
}

impl ToWire for Commitment {
    fn to_wire(&self) -> Value {
        Writer::new()
            .text("id", &self.id)
            .text("clientId", &self.client)
            .text("by", OURS)
            .text("text", &self.what)
            .date("made", self.made)
            .date("due", self.due)
            .date_or_null("delayKnown", self.delay_known)
            .date_or_null("delayTold", self.told)
            .date_or_null("done", self.kept)
            .end()
    }
}
