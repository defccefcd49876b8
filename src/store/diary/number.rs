//! What is seen of a meeting as one number, by which a view tells whether it has to be drawn again.

use super::window::Block;
use crate::domain::calendar::civil::DateTime;
use crate::domain::calendar::meeting::Meeting;
use crate::domain::calendar::occurrence::OccurrenceId;
use crate::domain::date::Date;

/// A number for an occurrence, to tell a view which one is meant.
pub fn number_of(id: &OccurrenceId) -> u32 {
    let hash = stirred(SEED, id.meeting.as_bytes());
    stirred(hash, &id.original.minutes_since(DateTime::midnight(Date::MIN)).to_le_bytes())
}

/// All that is to be seen of a block, stirred into one number (FNV-1a).
pub(super) fn seen(block: &Block, meeting: Option<&Meeting>, hours: (u32, u32)) -> u32 {
    let mut hash = SEED;
    let mut stir = |bytes: &[u8]| hash = stirred(hash, bytes);
    let Block { occurrence, start, end, top, minutes, lane, clash, .. } = block;
    stir(occurrence.id.meeting.as_bytes());
    for wall in [occurrence.id.original, *start, *end] {
        stir(&wall.date().days_since(Date::MIN).to_le_bytes());
        stir(&wall.minute_of_day().to_le_bytes());
    }
    for number in [*top, *minutes, hours.0, hours.1] {
        stir(&number.to_le_bytes());
    }
    let attendance = occurrence.attendance.map_or(0, |attendance| 1 + attendance as u8);
    stir(&[u8::from(*clash), attendance, u8::from(occurrence.moved_by_clock_change)]);
    for number in [lane.column, lane.span, lane.columns] {
        stir(&number.to_le_bytes());
    }
    if let Some(meeting) = meeting {
        stir(&[meeting.kind as u8, meeting.status as u8, u8::from(meeting.recurrence.is_some())]);
        let texts = [Some(&meeting.title), meeting.client.as_ref(), meeting.place.as_ref()];
        texts.into_iter().flatten().for_each(|text| stir(text.as_bytes()));
    }
    hash
}

const SEED: u32 = 0x811c_9dc5;

fn stirred(hash: u32, bytes: &[u8]) -> u32 {
    bytes.iter().fold(hash, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}
