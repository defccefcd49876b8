//! How a meeting turned out.

use super::timestamp::Timestamp;

/// What became of an occurrence, as the account manager logged it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Whether they met.
    pub attendance: Attendance,
    /// Whether somebody who can decide was in the room. Says nothing if nobody met.
    pub decision_maker: bool,
    /// When it was logged.
    pub logged: Timestamp,
}

/// Whether they met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attendance {
    /// The client came.
    Held,
    /// Somebody came in the client's place.
    Substitute,
    /// The client did not come and said nothing.
    NoShow,
    /// The client asked for another time.
    MovedByClient,
    /// Called off early enough to use the time otherwise.
    CancelledInTime,
}

impl Attendance {
    /// All there are, the likeliest first.
    pub const LIKELIEST_FIRST: [Attendance; 5] = [
        Attendance::Held,
        Attendance::NoShow,
        Attendance::MovedByClient,
        Attendance::CancelledInTime,
        Attendance::Substitute,
    ];

    /// Whether it counts as a meeting that took place. One called off or moved in time counts neither way: it tells
    /// nothing about how many of the invited come.
    pub fn counts(self) -> Option<bool> {
        match self {
            Attendance::Held | Attendance::Substitute => Some(true),
            Attendance::NoShow => Some(false),
            Attendance::MovedByClient | Attendance::CancelledInTime => None,
        }
    }

    /// Whether the time is free again.
    pub fn frees(self) -> bool {
        matches!(self, Attendance::MovedByClient | Attendance::CancelledInTime)
    }
}
