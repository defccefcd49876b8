//! A moment, the same everywhere.

use core::fmt;

use super::civil::{DAY, DateTime};
use crate::domain::error::{Code, Error, Result};

/// A second of universal time.
///
/// The first and the last day of the years 1 to 9999 are left out, so that every moment has a wall time at every offset.
///
/// ```
/// use sapa::domain::calendar::timestamp::Timestamp;
///
/// let call = Timestamp::parse("2026-03-28T22:30:00Z")?;
/// assert_eq!(call.at_offset(7 * 3_600).to_string(), "2026-03-29T05:30:00");
/// assert_eq!(call.add_minutes(45).to_string(), "2026-03-28T23:15:00Z");
/// # Ok::<(), sapa::domain::error::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Timestamp {
    second: i64,
}

impl Timestamp {
    /// 0001-01-02T00:00:00Z.
    pub const MIN: Timestamp = Timestamp { second: -62_135_510_400 };
    /// 9999-12-30T23:59:59Z.
    pub const MAX: Timestamp = Timestamp { second: 253_402_214_399 };

    /// So many seconds after 1970-01-01T00:00:00Z, held within the range.
    pub fn from_second(second: i64) -> Self {
        Self { second: second.clamp(Self::MIN.second, Self::MAX.second) }
    }

    /// Reads the `Z` form of RFC 3339, as `Date.prototype.toISOString` writes it. A fraction of a second is cut off.
    ///
    /// # Errors
    /// `date.invalid`; for another offset than `Z` too.
    pub fn parse(text: &str) -> Result<Self> {
        let invalid = || Error::new(Code::DateInvalid, text);
        let time = text.strip_suffix('Z').ok_or_else(invalid)?;
        let (whole, fraction) = time.split_once('.').unwrap_or((time, "0"));
        if whole.len() != "YYYY-MM-DDTHH:MM:SS".len()
            || fraction.is_empty()
            || !fraction.bytes().all(|digit| digit.is_ascii_digit())
        {
            return Err(invalid());
        }
        let second = DateTime::parse(whole).map_err(|_| invalid())?.seconds();
        (Self::MIN.second..=Self::MAX.second).contains(&second).then_some(Self { second }).ok_or_else(invalid)
    }

    /// Seconds since 1970-01-01T00:00:00Z.
    pub fn second(self) -> i64 {
        self.second
    }

    /// The moment so many minutes later, or earlier if negative, held within the range.
    pub fn add_minutes(self, minutes: i64) -> Self {
        Self::from_second(self.second.saturating_add(minutes.saturating_mul(60)))
    }

    /// Whole minutes from `earlier` to this, rounded down; negative if `earlier` is later.
    pub fn minutes_since(self, earlier: Timestamp) -> i64 {
        (self.second - earlier.second).div_euclid(60)
    }

    /// What the wall clock shows so many seconds east of Greenwich; at most a day either way.
    pub fn at_offset(self, offset: i32) -> DateTime {
        let offset = i64::from(offset).clamp(-DAY, DAY);
        DateTime::from_seconds(self.second + offset).unwrap_or(DateTime::midnight(crate::domain::date::Date::MIN))
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}Z", self.at_offset(0))
    }
}
