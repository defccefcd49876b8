//! A stretch of time in somebody's day.

use super::civil::DateTime;
use super::zone::ZoneTable;
use crate::domain::error::{Code, Error, Result};

/// When something begins by the wall clock, and how long it lasts.
///
/// The length is time that passes, not a second wall time: a meeting of an hour that begins at half past one in the night
/// of a clock change still takes an hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Slot {
    /// The beginning.
    pub start: DateTime,
    /// The length.
    pub minutes: u32,
}

impl Slot {
    /// The longest slot: two weeks, enough for an exhibition.
    pub const MAX_MINUTES: u32 = 14 * 24 * 60;

    /// From a beginning and an end by the wall clock of a zone, as a dialog or another calendar gives them.
    ///
    /// # Errors
    /// `meeting.length` if the end is not after the beginning, or more than two weeks after it. In the night the clocks go
    /// forward, the time they jump over lasts no time at all.
    pub fn between(start: DateTime, end: DateTime, zone: &ZoneTable) -> Result<Self> {
        let minutes = zone.resolve(end).at.minutes_since(zone.resolve(start).at);
        let too_long = || Error::new(Code::MeetingLength, "does not end after it begins, within two weeks");
        let slot = Self { start, minutes: u32::try_from(minutes).map_err(|_| too_long())? };
        slot.check()?;
        Ok(slot)
    }

    /// Whether it lasts at least a minute and at most [`MAX_MINUTES`](Self::MAX_MINUTES).
    ///
    /// # Errors
    /// `meeting.length`.
    pub fn check(self) -> Result<()> {
        if (1..=Self::MAX_MINUTES).contains(&self.minutes) {
            Ok(())
        } else {
            Err(Error::new(Code::MeetingLength, self.minutes.to_string()))
        }
    }
}
