//! Finding the changes of a zone's clocks by asking for offsets alone.

use super::timestamp::Timestamp;
use super::zone::{Transition, Zone};

/// Seconds between two looks at the clock.
///
/// Clocks that are changed and changed back within a week would be missed. In the years 1990 to 2040 of the IANA database,
/// release 2025b, no zone's are.
const STEP: i64 = 7 * 86_400;

/// The changes after `start`, up to and with `end`.
///
/// The offset is asked for once a week; where it differs, halving the interval finds the second of the change, twenty
/// questions later. A year costs 52 questions and some 20 for each change.
pub(super) fn survey(zone: &dyn Zone, start: Timestamp, end: Timestamp) -> Vec<Transition> {
    let mut found = Vec::new();
    let (mut at, mut offset) = (start, zone.offset_at(start));
    while at < end {
        let next = Timestamp::from_second(at.second() + STEP).min(end);
        let there = zone.offset_at(next);
        // Two changes in one week are found one after the other.
        while offset != there {
            let change = first_change(zone, at, next, offset);
            (at, offset) = (change.at, change.offset);
            found.push(change);
        }
        at = next;
    }
    found
}

/// A change between two moments, the first of which has this offset and the second another.
fn first_change(zone: &dyn Zone, mut before: Timestamp, mut after: Timestamp, offset: i32) -> Transition {
    let mut changed = zone.offset_at(after);
    while after.second() - before.second() > 1 {
        let middle = Timestamp::from_second(before.second() + (after.second() - before.second()) / 2);
        match zone.offset_at(middle) {
            same if same == offset => before = middle,
            other => (after, changed) = (middle, other),
        }
    }
    Transition { at: after, offset: changed }
}
