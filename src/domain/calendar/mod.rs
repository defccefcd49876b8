//! Meetings: when they are, how they repeat, clash and lie side by side, how many to invite.
//!
//! A meeting keeps the wall time that was agreed and the zone by whose clock; what moment that is follows from the zone's
//! table. Nothing here knows what time it is.
//!
//! ```
//! use sapa::domain::calendar::agenda::Agenda;
//! use sapa::domain::calendar::civil::DateTime;
//! use sapa::domain::calendar::meeting::{Kind, Meeting, Status};
//! use sapa::domain::calendar::recurrence::{End, Frequency, Recurrence};
//! use sapa::domain::calendar::slot::Slot;
//! use sapa::domain::calendar::timestamp::Timestamp;
//! use sapa::domain::calendar::zone::Zones;
//! use sapa::domain::date::Weekday;
//!
//! // Jakarta has kept one offset since 1964; in a browser, `Intl` would be asked.
//! let mut zones = Zones::default();
//! zones.cover("Asia/Jakarta", &(2026..=2026), &|_: Timestamp| 7 * 3_600);
//!
//! let meeting = Meeting {
//!     id: "m1".into(),
//!     kind: Kind::Meeting,
//!     status: Status::Confirmed,
//!     client: Some("ALFKI".into()),
//!     title: "Samples".into(),
//!     zone: "Asia/Jakarta".into(),
//!     slot: Slot { start: DateTime::parse("2026-03-02T09:00")?, minutes: 60 },
//!     place: None,
//!     person: None,
//!     purpose: None,
//!     checklist: vec![],
//!     outcome: None,
//!     recurrence: Some(Recurrence {
//!         frequency: Frequency::Weekly,
//!         interval: 1,
//!         weekdays: vec![Weekday::Monday],
//!         week_start: Weekday::Monday,
//!         end: End::Never,
//!     }),
//!     unread_rule: None,
//!     exceptions: vec![],
//! };
//! meeting.check(&zones)?;
//!
//! let agenda = Agenda::new([&meeting], &zones)?;
//! let (from, to) = (Timestamp::parse("2026-03-15T17:00:00Z")?, Timestamp::parse("2026-03-22T17:00:00Z")?);
//! let week = agenda.between(&zones, from, to)?;
//! assert_eq!(week.len(), 1);
//! assert_eq!(week[0].start.to_string(), "2026-03-16T02:00:00Z");
//! # Ok::<(), sapa::domain::error::Error>(())
//! ```

/// A moment, the same everywhere.
pub mod timestamp;

/// What a calendar and a clock on the wall show.
pub mod civil;

/// Between the two: the offsets of a zone, as far as they were looked up.
pub mod zone;

mod survey;

/// A stretch of time in somebody's day.
pub mod slot;

/// How a meeting turned out.
pub mod outcome;

/// Rules by which a meeting comes again.
pub mod recurrence;

/// Such a rule as text.
pub mod rrule;

/// A meeting as it is kept: once, or again and again.
pub mod meeting;

/// When one works, and the time kept free between appointments.
pub mod workweek;

/// A meeting on a certain day.
pub mod occurrence;

/// What there is to do between two moments.
pub mod agenda;

/// Moving a meeting and changing its length.
pub mod placement;

/// Days for calls and days for meetings.
pub mod rhythm;

/// What speaks against a time.
pub mod assessment;

/// Side by side what happens at the same time.
pub mod lanes;

/// How many to invite, when not everybody comes.
pub mod capacity;

/// Meetings for other calendars.
pub mod ical;
