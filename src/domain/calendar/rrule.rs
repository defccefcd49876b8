//! A rule of recurrence as text: RFC 5545, section 3.3.10, as far as our rules go.

use super::civil::DateTime;
use super::recurrence::{End, Frequency, Recurrence};
use crate::domain::date::{Date, Weekday};

/// The rule as text, without "RRULE:". `until` writes the end of one that has an end, since whether that is a wall time or
/// universal time depends on what stands around the rule.
///
/// ```
/// use sapa::domain::calendar::rrule;
///
/// let text = "FREQ=WEEKLY;INTERVAL=2;UNTIL=20260410T090000;BYDAY=MO,FR";
/// let rule = rrule::read(text).unwrap();
/// assert_eq!(rrule::write(&rule, &rrule::compact), text);
/// assert_eq!(rrule::read("FREQ=MONTHLY;BYDAY=-1FR"), None);
/// ```
pub fn write(rule: &Recurrence, until: &dyn Fn(DateTime) -> String) -> String {
    let mut text = String::from(match rule.frequency {
        Frequency::Weekly => "FREQ=WEEKLY",
    });
    if rule.interval != 1 {
        text.push_str(&[";INTERVAL=", &rule.interval.to_string()].concat());
    }
    if rule.week_start != Weekday::Monday {
        text.push_str(&[";WKST=", short(rule.week_start)].concat());
    }
    match rule.end {
        End::Never => {}
        End::After(count) => text.push_str(&[";COUNT=", &count.to_string()].concat()),
        End::Until(last) => text.push_str(&[";UNTIL=", &until(last)].concat()),
    }
    let days: Vec<_> = Weekday::ALL.into_iter().filter(|weekday| rule.weekdays.contains(weekday)).map(short).collect();
    if !days.is_empty() {
        text.push_str(&[";BYDAY=", &days.join(",")].concat());
    }
    text
}

/// The rule of a text, if it is one of ours: of weeks, on weekdays, and with no part that would be passed over. Its end is a
/// day, or a wall time; one in universal time is none of ours, because which day that is depends on a zone.
pub fn read(text: &str) -> Option<Recurrence> {
    let mut frequency = None;
    let mut interval = None;
    let mut weekdays = None;
    let mut week_start = None;
    let mut end = None;
    for part in text.split(';') {
        let (name, value) = part.split_once('=')?;
        // A part that is said twice says nothing.
        let twice = match name {
            "FREQ" => frequency.replace((value == "WEEKLY").then_some(Frequency::Weekly)?).is_some(),
            "INTERVAL" => interval.replace(count(value)?).is_some(),
            "BYDAY" => weekdays.replace(value.split(',').map(weekday).collect::<Option<Vec<_>>>()?).is_some(),
            "WKST" => week_start.replace(weekday(value)?).is_some(),
            "COUNT" => end.replace(End::After(count(value)?)).is_some(),
            "UNTIL" => end.replace(last(value)?).is_some(),
            _ => true,
        };
        if twice {
            return None;
        }
    }
    Some(Recurrence {
        frequency: frequency?,
        interval: interval.unwrap_or(1),
        weekdays: weekdays.unwrap_or_default(),
        week_start: week_start.unwrap_or(Weekday::Monday),
        end: end.unwrap_or(End::Never),
    })
}

/// A wall time as iCalendar has it: `YYYYMMDDTHHMMSS`.
pub fn compact(time: DateTime) -> String {
    time.to_string().replace(['-', ':'], "")
}

/// The two letters of a weekday.
pub(super) fn short(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "MO",
        Weekday::Tuesday => "TU",
        Weekday::Wednesday => "WE",
        Weekday::Thursday => "TH",
        Weekday::Friday => "FR",
        Weekday::Saturday => "SA",
        Weekday::Sunday => "SU",
    }
}

fn weekday(text: &str) -> Option<Weekday> {
    Weekday::ALL.into_iter().find(|weekday| short(*weekday) == text)
}

/// Digits alone: a sign is no part of the grammar.
fn count(text: &str) -> Option<u32> {
    text.bytes().all(|digit| digit.is_ascii_digit()).then(|| text.parse().ok())?
}

/// `YYYYMMDD` or `YYYYMMDDTHHMMSS`.
fn last(text: &str) -> Option<End> {
    let (day, time) = match text.split_once('T') {
        Some((day, time)) => (day, Some(time)),
        None => (text, None),
    };
    let date = Date::parse(&[day.get(..4)?, "-", day.get(4..6)?, "-", day.get(6..)?].concat()).ok()?;
    let Some(time) = time else { return Some(End::on(date)) };
    let clock = [&date.to_string(), "T", time.get(..2)?, ":", time.get(2..4)?, ":", time.get(4..)?].concat();
    DateTime::parse(&clock).ok().map(End::Until)
}
