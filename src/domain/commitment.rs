//! What the client was told to expect, by when, and whether it came.

use super::date::{Date, Weekday};

/// Something the manager said would be done by a day.
///
/// ```
/// use sapa::domain::commitment::{Commitment, State};
/// use sapa::domain::date::Date;
///
/// let day = |text| Date::parse(text);
/// let mut samples = Commitment {
///     id: "c1".into(), client: "ALFKI".into(), what: "Send samples".into(), made: day("2026-03-02")?,
///     due: day("2026-03-20")?, delay_known: None, told: None, kept: None,
/// };
/// assert_eq!(samples.state(day("2026-03-10")?, 3), State::Open);
/// samples.delay_known = Some(day("2026-03-10")?);
/// assert_eq!(samples.state(day("2026-03-10")?, 3), State::AtRisk);
/// samples.told = Some(day("2026-03-11")?);
/// assert_eq!((samples.state(day("2026-03-25")?, 3), samples.days_late(day("2026-03-25")?)), (State::LateTold, 5));
/// # Ok::<(), sapa::domain::error::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commitment {
    /// The record's id, opaque to us.
    pub id: String,
    /// The client's id.
    pub client: String,
    /// What will be done, in the manager's words.
    pub what: String,
    /// The day it was said.
    pub made: Date,
    /// The last day on which it is not late.
    pub due: Date,
    /// The day we learnt that it will be late.
    pub delay_known: Option<Date>,
    /// The day the client was told so.
    pub told: Option<Date>,
    /// The day it was done.
    pub kept: Option<Date>,
}

/// The days most promises fall due on: the next working day, and the one a week after it. Fewer at the end of the calendar.
///
/// ```
/// use sapa::domain::commitment::usual_days;
/// use sapa::domain::date::Date;
///
/// let friday = Date::parse("1998-05-08")?;
/// assert_eq!(usual_days(friday), [Date::parse("1998-05-11")?, Date::parse("1998-05-18")?]);
/// # Ok::<(), sapa::domain::error::Error>(())
/// ```
pub fn usual_days(today: Date) -> Vec<Date> {
    let ahead = match today.weekday() {
        Weekday::Friday => 3,
        Weekday::Saturday => 2,
        _ => 1,
    };
    [ahead, ahead + 7].into_iter().filter_map(|days| today.add_days(days).ok()).collect()
}

/// How a commitment stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Time enough.
    Open,
    /// Due within the days the caller calls soon.
    DueSoon,
    /// A delay is known and the client does not know of it; there is still time to say so.
    AtRisk,
    /// Not done, the day has passed, and the client was told nothing.
    Late,
    /// Not done and the day has passed, but the client knows.
    LateTold,
    /// Done in time.
    Kept,
    /// Done after the day.
    KeptLate,
}

/// How a manager keeps commitments: counts, from which a share can be shown together with its base.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// Neither done nor late.
    pub open: u32,
    /// Done in time.
    pub kept: u32,
    /// Late, done since or not, and the client learnt of it no later than on the day.
    pub warned: u32,
    /// Late, done since or not, and the client was not told in time.
    pub late: u32,
}

impl Commitment {
    /// How it stands on the day `today`; what is dated after that day has not happened yet.
    ///
    /// Due today or within `soon` days is due soon. Negative `soon` is as good as none.
    pub fn state(&self, today: Date, soon: i32) -> State {
        let by_today = |date: Option<Date>| date.filter(|date| *date <= today);
        if let Some(kept) = by_today(self.kept) {
            return if kept <= self.due { State::Kept } else { State::KeptLate };
        }
        let told = by_today(self.told).is_some();
        if self.due < today {
            return if told { State::LateTold } else { State::Late };
        }
        if by_today(self.delay_known).is_some() && !told {
            State::AtRisk
        } else if self.due.days_since(today) <= soon {
            State::DueSoon
        } else {
            State::Open
        }
    }

    /// Days from the due date to the day it was done, or to `today` if it is not done; never below zero.
    pub fn days_late(&self, today: Date) -> i32 {
        let until = self.kept.filter(|kept| *kept <= today).unwrap_or(today);
        until.days_since(self.due).max(0)
    }

    /// Whether the client learnt of a delay while there was time to change plans: on the due date at the latest.
    pub fn told_in_time(&self) -> bool {
        self.told.is_some_and(|told| told <= self.due)
    }
}

impl Record {
    /// Counts how commitments stand on the day `today`.
    pub fn of(commitments: &[Commitment], today: Date) -> Self {
        let mut record = Record::default();
        for commitment in commitments {
            let count = match commitment.state(today, 0) {
                State::Open | State::DueSoon | State::AtRisk => &mut record.open,
                State::Kept => &mut record.kept,
                State::Late | State::LateTold | State::KeptLate if commitment.told_in_time() => &mut record.warned,
                State::Late | State::LateTold | State::KeptLate => &mut record.late,
            };
            *count = count.saturating_add(1);
        }
        record
    }
}
