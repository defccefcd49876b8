//! A second, small reading of RFC 5545, which knows nothing of the one that writes.

use sapa::domain::calendar::civil::DateTime;
use sapa::domain::calendar::timestamp::Timestamp;
use sapa::domain::date::{Date, Weekday};

use super::super::support::wall;

/// A line of a file: `name;parameters:value`.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) name: String,
    pub(super) parameters: String,
    pub(super) value: String,
}

impl Line {
    pub(super) fn is_time_of_event(&self) -> bool {
        let is_zone = self.name == "DTSTART" && self.parameters.is_empty();
        !is_zone && ["DTSTART", "DTEND", "DURATION"].contains(&self.name.as_str())
    }
}

pub(super) fn parse(file: &str) -> Vec<Line> {
    let unfolded = file.replace("\r\n ", "");
    let line = |text: &str| {
        let (name, value) = text.split_once(':').unwrap_or_else(|| panic!("{text:?}"));
        let (name, parameters) = name.split_once(';').unwrap_or((name, ""));
        Line { name: name.to_owned(), parameters: parameters.to_owned(), value: value.to_owned() }
    };
    unfolded.split_terminator("\r\n").map(line).collect()
}

pub(super) fn unescaped(value: &str) -> String {
    let mut text = String::new();
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n') => text.push('\n'),
                Some(c @ ('\\' | ';' | ',')) => text.push(c),
                other => panic!("\\{other:?} in {value:?}"),
            },
            ';' | ',' => panic!("bare {c} in {value:?}"),
            c => text.push(c),
        }
    }
    text
}

pub(super) fn time(value: &str) -> DateTime {
    let digits = value.trim_end_matches('Z');
    let part = |range| digits.get(range).unwrap_or_else(|| panic!("{value:?}"));
    wall(&format!("{}-{}-{}T{}:{}:{}", part(0..4), part(4..6), part(6..8), part(9..11), part(11..13), part(13..15)))
}

pub(super) fn rule_part<'a>(rule: &'a str, name: &str) -> Option<&'a str> {
    rule.split(';').find_map(|part| part.strip_prefix(name)?.strip_prefix('='))
}

pub(super) fn weekday(short: &str) -> Weekday {
    let index = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].iter().position(|name| *name == short);
    Weekday::ALL[index.unwrap_or_else(|| panic!("{short:?}"))]
}

struct Observance {
    start: DateTime,
    from: i32,
    to: i32,
    rule: Option<String>,
}

fn observances(file: &str) -> Vec<Observance> {
    let lines = parse(file);
    let mut found = Vec::new();
    for (index, _) in lines
        .iter()
        .enumerate()
        .filter(|(_, line)| ["STANDARD", "DAYLIGHT"].contains(&line.value.as_str()) && line.name == "BEGIN")
    {
        let within: Vec<_> = lines[index + 1..].iter().take_while(|line| line.name != "END").collect();
        let value = |name: &str| within.iter().find(|line| line.name == name).map(|line| line.value.clone());
        found.push(Observance {
            start: time(&value("DTSTART").unwrap()),
            from: seconds(&value("TZOFFSETFROM").unwrap()),
            to: seconds(&value("TZOFFSETTO").unwrap()),
            rule: value("RRULE"),
        });
    }
    found
}

pub(super) fn seconds(offset: &str) -> i32 {
    let part = |range| offset.get(range).map_or(0, |digits: &str| digits.parse().unwrap());
    let seconds = part(1..3) * 3_600 + part(3..5) * 60 + part(5..7);
    if offset.starts_with('-') { -seconds } else { seconds }
}

/// When which offset begins, in the order of time.
pub(super) fn onsets(file: &str) -> Vec<(Timestamp, i32)> {
    let each = |observance: &Observance| {
        let to = observance.to;
        observance.onsets().into_iter().map(move |onset| (onset, to))
    };
    let mut onsets: Vec<_> = observances(file).iter().flat_map(each).collect();
    onsets.sort_unstable();
    onsets
}

/// The offset by the latest onset up to this moment.
pub(super) fn offset_of(onsets: &[(Timestamp, i32)], moment: Timestamp) -> i32 {
    let begun = onsets.partition_point(|(onset, _)| *onset <= moment);
    onsets[begun.checked_sub(1).unwrap_or_else(|| panic!("nothing holds at {moment}"))].1
}

impl Observance {
    fn onsets(&self) -> Vec<Timestamp> {
        let universal = |local: DateTime| {
            let utc = Timestamp::parse(&format!("{local}Z")).unwrap();
            Timestamp::from_second(utc.second() - i64::from(self.from))
        };
        let Some(rule) = &self.rule else { return vec![universal(self.start)] };
        assert!(rule.starts_with("FREQ=YEARLY;"), "{rule}");
        let month: u32 = rule_part(rule, "BYMONTH").unwrap().parse().unwrap();
        let by_day = rule_part(rule, "BYDAY").unwrap();
        let (place, short) = by_day.split_at(by_day.len() - 2);
        let until = rule_part(rule, "UNTIL").map(|until| Timestamp::parse(&format!("{}Z", time(until))).unwrap());
        let onsets = (self.start.date().year()..=2031).map(|year| {
            let days = (1..=31).filter_map(|day| Date::from_ymd(year, month, day).ok());
            let days: Vec<_> = days.filter(|date| date.weekday() == weekday(short)).collect();
            let date = match place {
                "-1" => days.last(),
                nth => days.get(nth.parse::<usize>().unwrap() - 1),
            };
            universal(self.start.on(*date.unwrap()))
        });
        let onsets: Vec<_> = onsets.filter(|onset| until.is_none_or(|until| *onset <= until)).collect();
        assert_eq!(onsets.first(), Some(&universal(self.start)), "the rule gives its own first onset");
        onsets
    }
}
