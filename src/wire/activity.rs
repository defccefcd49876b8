//! What was written down about a client, from `activity` records.

use super::{Choice, FromWire, Reader, ToWire, Value, Writer};
use crate::domain::calendar::timestamp::Timestamp;
use crate::domain::timeline::{Entry, Kind, Moment};

/// The contract's word for what happened.
#[derive(Clone, Copy)]
struct Word(&'static str);

impl FromWire for Entry {
    /// Calls are calls; everything else is a note, which the timeline shows and from which nothing is concluded. The moment is
    /// that of universal time, to the minute, because which zone it was written in is not said.
    fn from_wire(from: &mut Reader<'_>) -> Self {
        let at = from.instant("at").at_offset(0);
        let minute = u16::try_from(at.minute_of_day()).ok();
        let moment = Moment::new(at.date(), minute);
        Entry {
            id: from.text("id"),
            client: from.text("clientId"),
            at: from.accepted("at", moment, Moment::from(at.date())),
            kind: if from.choice::<Word>("kind").0 == CALL { Kind::Call } else { Kind::Note },
            text: from.text("text"),
            person: from.text_or_none("contactId"),
        }
    }
}

impl ToWire for Entry {
    /// An entry without a minute is written at the day's first.
    fn to_wire(&self) -> Value {
        let minute = i64::from(self.at.minute().unwrap_or_default());
        let day = Timestamp::parse(&[&self.at.date().to_string(), "T00:00:00Z"].concat()).unwrap_or(Timestamp::MIN);
        Writer::new()
            .text("id", &self.id)
            .text("clientId", &self.client)
            .text_or_null("contactId", self.person.as_deref())
            .instant("at", day.add_minutes(minute))
            .text("kind", if self.kind == Kind::Call { CALL } else { "note" })
            .text("text", &self.text)
            .end()
    }
}

const CALL: &str = "call";

impl Choice for Word {
    const ALL: &'static [Self] = &[
        Word(CALL),
        Word("email"),
        Word("note"),
        Word("request"),
        Word("complaint"),
        Word("referral"),
        Word("system"),
    ];

    fn word(self) -> &'static str {
        self.0
    }
}
