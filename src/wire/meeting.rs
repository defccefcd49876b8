//! Appointments, from `meeting` records.

use super::{Choice, FromWire, Reader, ToWire, Value, Writer, list};
use crate::domain::calendar::meeting::{Exception, Item, Kind, Meeting, Purpose, Status};
use crate::domain::calendar::outcome::{Attendance, Outcome};
use crate::domain::calendar::recurrence::Recurrence;
use crate::domain::calendar::rrule;
use crate::domain::calendar::slot::Slot;

impl FromWire for Meeting {
    /// A rule that is none of ours is kept unread, and the exceptions to it are left to its host. A page's own data may leave
    /// out the zone, which is then universal time.
    fn from_wire(from: &mut Reader<'_>) -> Self {
        let slot = Slot { start: from.wall_time("start"), minutes: minutes(from) };
        let text = from.text_or_none("rrule");
        let recurrence = text.as_deref().and_then(rrule::read).filter(|rule| rule.check(slot.start).is_ok());
        let exceptions = from.list_or_empty_with("exceptions", &|from| exception(from, slot));
        Meeting {
            id: from.text("id"),
            kind: from.choice("kind"),
            status: from.choice("status"),
            client: from.text_or_none("clientId"),
            title: from.text("title"),
            zone: from.text_or_none("zone").unwrap_or_else(|| "UTC".to_owned()),
            slot,
            place: from.text_or_none("place"),
            person: from.text_or_none("contactId"),
            purpose: from.choice_or_none("purpose"),
            checklist: from.list_or_empty("checklist"),
            outcome: from.one_or_none("outcome"),
            unread_rule: text.filter(|_| recurrence.is_none()),
            exceptions: if recurrence.is_some() { one_each(exceptions) } else { Vec::new() },
            recurrence,
        }
    }
}

impl ToWire for Meeting {
    fn to_wire(&self) -> Value {
        let rule = |rule: &Recurrence| rrule::write(rule, &rrule::compact);
        let rule = self.recurrence.as_ref().map(rule).or_else(|| self.unread_rule.clone());
        let exceptions = self.exceptions.iter().map(|exception| exception_record(exception, self.slot)).collect();
        Writer::new()
            .text("id", &self.id)
            .choice("kind", self.kind)
            .choice("status", self.status)
            .text_or_null("clientId", self.client.as_deref())
            .text_or_null("contactId", self.person.as_deref())
            .text("title", &self.title)
            .text_or_null("place", self.place.as_deref())
            .choice_or_null("purpose", self.purpose)
            .wall_time("start", self.slot.start)
            .count("minutes", self.slot.minutes)
            .text("zone", &self.zone)
            .value("checklist", list(&self.checklist))
            .text_or_null("rrule", rule.as_deref())
            .value("exceptions", Value::List(exceptions))
            .one_or_null("outcome", self.outcome.as_ref())
            .end()
    }
}

/// A length of at least a minute. One longer than we would plan is the host's affair.
fn minutes(from: &mut Reader<'_>) -> u32 {
    let minutes = from.count("minutes");
    if minutes == 0 {
        from.refuse("minutes", "a whole number from 1");
    }
    minutes
}

/// What is different about one occurrence of a series whose first is `slot`. What it does not say is as the rule has it.
fn exception(from: &mut Reader<'_>, slot: Slot) -> Exception {
    let original = from.wall_time("original");
    let start = if from.has("start") { from.wall_time("start") } else { original };
    let minutes = if from.has("minutes") { minutes(from) } else { slot.minutes };
    let left = from.flag_or_false("left");
    Exception { original, slot: (!left).then_some(Slot { start, minutes }), outcome: from.one_or_none("outcome") }
}

fn exception_record(exception: &Exception, slot: Slot) -> Value {
    let mut record = Writer::new();
    record.wall_time("original", exception.original);
    match exception.slot {
        None => {
            record.flag("left", true);
        }
        Some(Slot { start, minutes }) => {
            if start != exception.original {
                record.wall_time("start", start);
            }
            if minutes != slot.minutes {
                record.count("minutes", minutes);
            }
        }
    }
    if let Some(outcome) = &exception.outcome {
        record.one("outcome", outcome);
    }
    record.end()
}

/// In the order of the occurrences; of several for one, the last.
fn one_each(mut exceptions: Vec<Exception>) -> Vec<Exception> {
    exceptions.reverse();
    exceptions.sort_by_key(|exception| exception.original);
    exceptions.dedup_by_key(|exception| exception.original);
    exceptions
}

impl FromWire for Item {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Item { text: from.text("text"), ready: from.flag_or_false("ready") }
    }
}

impl ToWire for Item {
    fn to_wire(&self) -> Value {
        Writer::new().text("text", &self.text).flag("ready", self.ready).end()
    }
}

impl FromWire for Outcome {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Outcome {
            attendance: from.choice("attendance"),
            decision_maker: from.flag_or_false("decisionMaker"),
            logged: from.instant("logged"),
        }
    }
}

impl ToWire for Outcome {
    fn to_wire(&self) -> Value {
        Writer::new()
            .choice("attendance", self.attendance)
            .flag("decisionMaker", self.decision_maker)
            .instant("logged", self.logged)
            .end()
    }
}

impl Choice for Kind {
    const ALL: &'static [Self] = &[Self::Call, Self::Meeting, Self::Event];

    fn word(self) -> &'static str {
        match self {
            Self::Call => "call",
            Self::Meeting => "meeting",
            Self::Event => "event",
        }
    }
}

impl Choice for Status {
    const ALL: &'static [Self] = &[Self::Planned, Self::Confirmed];

    fn word(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Confirmed => "confirmed",
        }
    }
}

impl Choice for Purpose {
    const ALL: &'static [Self] = &[Self::Introduction, Self::Presentation, Self::Contract, Self::Documents];

    fn word(self) -> &'static str {
        match self {
            Self::Introduction => "introduction",
            Self::Presentation => "presentation",
            Self::Contract => "contract",
            Self::Documents => "documents",
        }
    }
}

impl Choice for Attendance {
    const ALL: &'static [Self] =
        &[Self::Held, Self::Substitute, Self::NoShow, Self::MovedByClient, Self::CancelledInTime];

    fn word(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Substitute => "substitute",
            Self::NoShow => "noShow",
            Self::MovedByClient => "movedByClient",
            Self::CancelledInTime => "cancelledInTime",
        }
    }
}
