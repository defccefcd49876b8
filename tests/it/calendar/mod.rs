//! The calendar of the domain, one file for each of its nouns or for two that live together.

/// Short ways to write times, zones and meetings.
mod support;

/// Wall times and moments, read and written.
mod civil;

/// Offsets of zones, against a time-zone database and a golden table.
mod zone;

/// What makes a meeting and its slot impossible.
mod meeting;

/// Rules of recurrence, against the examples of RFC 5545 and a second way of counting.
mod recurrence;

/// Occurrences, exceptions and clock changes.
mod occurrence;

/// The index, against going through everything.
mod agenda;

/// Moving there and back.
mod placement;

/// What speaks against a time.
mod assessment;

/// Working days, and days for calls and for meetings.
mod rhythm;

/// Side by side without overlap.
mod lanes;

/// How many to invite, against the table of the article's numbers.
mod capacity;

/// iCalendar files, read back by a second reading of the standard.
mod ical;
