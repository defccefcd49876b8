//! What happened with a client, newest first.

use core::cmp::Reverse;
use std::collections::BTreeSet;

use super::date::Date;
use super::error::{Code, Error, Result};

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The id of the record it shows, opaque to us.
    pub id: String,
    /// The client's id.
    pub client: String,
    /// When.
    pub at: Moment,
    /// What kind of thing.
    pub kind: Kind,
    /// What about it, in the words of whoever wrote it.
    pub text: String,
    /// The id of the [`Person`](super::account::Person) it was with.
    pub person: Option<String>,
}

/// A day, and the minute of it if that is known. The later, the greater; a day alone comes before its minutes.
///
/// It is the wall clock of whoever wrote it down. Zones matter where a moment lies ahead, and those are the calendar's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    date: Date,
    minute: Option<u16>,
}

/// A kind of entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Kind {
    Order,
    Quote,
    Call,
    Meeting,
    Note,
    Invoice,
    Payment,
    Commitment,
}

/// The entries of several sources, newest first. Of entries at the same moment, those of an earlier source come first, and
/// those of one source stay as they are.
///
/// A record that several sources tell of is shown once, as the first of them tells it: the device's own copy, say, before
/// the host's.
///
/// ```
/// use sapa::domain::date::Date;
/// use sapa::domain::timeline::{Entry, Kind, Moment, merge};
///
/// let entry = |id: &str, day: &str, minute| {
///     let at = Moment::new(Date::parse(day)?, minute)?;
///     let (client, text) = ("ALFKI".to_owned(), String::new());
///     Ok::<_, sapa::domain::error::Error>(Entry { id: id.to_owned(), client, at, kind: Kind::Call, text, person: None })
/// };
/// let device = [entry("a", "2026-03-02", Some(600))?];
/// let host = [entry("b", "2026-03-01", None)?, entry("c", "2026-03-02", Some(601))?, entry("a", "2026-03-02", None)?];
/// let ids: Vec<&str> = merge(&[&device, &host]).iter().map(|entry| entry.id.as_str()).collect();
/// assert_eq!(ids, ["c", "a", "b"]);
/// # Ok::<(), sapa::domain::error::Error>(())
/// ```
pub fn merge<'a>(sources: &[&'a [Entry]]) -> Vec<&'a Entry> {
    let mut seen = BTreeSet::new();
    let mut entries: Vec<&Entry> = Vec::new();
    entries.extend(sources.iter().copied().flatten().filter(|entry| seen.insert((entry.kind, entry.id.as_str()))));
    entries.sort_by_key(|entry| Reverse(entry.at));
    entries
}

impl Moment {
    /// A moment; the minute counts from midnight, 0 to 1439.
    ///
    /// # Errors
    /// `date.invalid` if the day has no such minute.
    pub fn new(date: Date, minute: Option<u16>) -> Result<Self> {
        if minute.is_some_and(|minute| minute >= 24 * 60) {
            return Err(Error::new(Code::DateInvalid, "no such minute of the day"));
        }
        Ok(Self { date, minute })
    }

    /// The day.
    pub fn date(self) -> Date {
        self.date
    }

    /// The minute of the day, if it is known.
    pub fn minute(self) -> Option<u16> {
        self.minute
    }
}

impl From<Date> for Moment {
    fn from(date: Date) -> Self {
        Self { date, minute: None }
    }
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 8] = [
        Kind::Order,
        Kind::Quote,
        Kind::Call,
        Kind::Meeting,
        Kind::Note,
        Kind::Invoice,
        Kind::Payment,
        Kind::Commitment,
    ];

    /// The kind as it is published.
    pub const fn name(self) -> &'static str {
        match self {
            Kind::Order => "order",
            Kind::Quote => "quote",
            Kind::Call => "call",
            Kind::Meeting => "meeting",
            Kind::Note => "note",
            Kind::Invoice => "invoice",
            Kind::Payment => "payment",
            Kind::Commitment => "commitment",
        }
    }

    /// Whether the client spoke to us: what ends a silence. A quote or an invoice may lie unread.
    pub const fn is_contact(self) -> bool {
        matches!(self, Kind::Order | Kind::Call | Kind::Meeting)
    }
}
