//! Moving a meeting and changing its length, in whatever way that was asked for.

use super::civil::DateTime;
use super::meeting::{Exception, Meeting};
use super::slot::Slot;
use crate::domain::error::Result;

/// A drag or an arrow key goes by so many minutes.
pub const STEP: u32 = 15;

/// How much of a series is meant. A single meeting is all of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// This occurrence.
    Occurrence,
    /// All of it. Occurrences with a place of their own stay there, the one in hand apart.
    Series,
}

/// The whole steps in so many minutes of a drag, the nearest. It is the way that is rounded, not the place where it ends,
/// so that a meeting at ten past keeps its ten minutes, and dragging there and back changes nothing.
pub fn snapped(minutes: i64) -> i64 {
    let step = i64::from(STEP);
    let rest = minutes % step;
    let up = if rest.abs() > step / 2 { step * rest.signum() } else { 0 };
    (minutes - rest).saturating_add(up)
}

/// The meeting with one occurrence, or the whole series, beginning elsewhere: `start` is where the occurrence in hand, named
/// by its original start, is to begin by the meeting's own clock.
///
/// ```
/// # use sapa::domain::calendar::{civil::DateTime, meeting::{Kind, Meeting, Status}, placement::{Scope, move_to}, slot::Slot};
/// # let nine = DateTime::parse("2026-03-02T09:10")?;
/// # let meeting = Meeting {
/// #     id: "m".into(), kind: Kind::Call, status: Status::Planned, client: None, title: "Offer".into(), zone: "UTC".into(),
/// #     slot: Slot { start: nine, minutes: 30 }, place: None, person: None, purpose: None, checklist: vec![],
/// #     outcome: None, recurrence: None, unread_rule: None, exceptions: vec![],
/// # };
/// let ten = nine.add_minutes(60)?;
/// let moved = move_to(&meeting, nine, ten, Scope::Occurrence)?;
/// assert_eq!(moved.slot.start, ten);
/// assert_eq!(move_to(&moved, ten, nine, Scope::Occurrence)?, meeting);
/// # Ok::<(), sapa::domain::error::Error>(())
/// ```
///
/// # Errors
/// `record.not_found` if there is no such occurrence; `date.invalid` outside the years 1 to 9999.
pub fn move_to(meeting: &Meeting, original: DateTime, start: DateTime, scope: Scope) -> Result<Meeting> {
    let slot = meeting.slot_of(original)?;
    match (&meeting.recurrence, scope) {
        (None, _) => Ok(Meeting { slot: Slot { start, ..slot }, ..meeting.clone() }),
        (Some(_), Scope::Occurrence) => Ok(with_slot(meeting, original, Slot { start, ..slot })),
        (Some(rule), Scope::Series) => {
            let minutes = start.minutes_since(slot.start);
            let first = meeting.slot.start.add_minutes(minutes)?;
            let days = first.date().days_since(meeting.slot.start.date());
            let mut moved = meeting.clone();
            moved.slot.start = first;
            moved.recurrence = Some(rule.moved(days, minutes)?);
            for exception in &mut moved.exceptions {
                if exception.original == original {
                    exception.slot = Some(Slot { start, ..slot });
                }
                exception.original = exception.original.add_minutes(minutes)?;
            }
            Ok(moved)
        }
    }
}

/// The meeting with one occurrence, or the whole series, taking so many minutes.
///
/// # Errors
/// `meeting.length` below a minute or above two weeks; `record.not_found` if there is no such occurrence.
pub fn resize(meeting: &Meeting, original: DateTime, minutes: u32, scope: Scope) -> Result<Meeting> {
    let slot = Slot { minutes, ..meeting.slot_of(original)? };
    slot.check()?;
    if meeting.recurrence.is_some() && scope == Scope::Occurrence {
        return Ok(with_slot(meeting, original, slot));
    }
    let mut resized = meeting.clone();
    resized.slot.minutes = minutes;
    if let Some(exception) = resized.exceptions.iter_mut().find(|exception| exception.original == original) {
        exception.slot = Some(slot);
    }
    Ok(resized)
}

fn with_slot(meeting: &Meeting, original: DateTime, slot: Slot) -> Meeting {
    let outcome = meeting.exception(original).and_then(|exception| exception.outcome);
    meeting.with_exception(Exception { original, slot: Some(slot), outcome })
}
