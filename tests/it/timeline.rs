use proptest::collection::vec;
use proptest::prelude::*;
use sapa::domain::timeline::{Entry, Kind, Moment, merge};

use crate::support::day;

fn entry(id: &str, kind: Kind, on: &str, minute: Option<u16>) -> Entry {
    Entry {
        id: id.to_owned(),
        client: "ALFKI".to_owned(),
        at: Moment::new(day(on), minute).unwrap(),
        kind,
        text: String::new(),
        person: None,
    }
}

#[test]
fn newest_first_and_each_record_once() {
    let device = [entry("1", Kind::Call, "2026-03-02", None), entry("2", Kind::Note, "2026-03-02", Some(0))];
    let host = [
        entry("3", Kind::Order, "2026-03-02", None),
        entry("4", Kind::Meeting, "2026-03-03", None),
        // Another kind of record may well have the same number.
        entry("1", Kind::Invoice, "2026-03-02", Some(1439)),
        // The host has moved what the device holds as well; the device's own comes first.
        entry("1", Kind::Call, "2026-03-09", None),
    ];
    let seen = |sources: &[&[Entry]]| {
        let merged = merge(sources);
        merged.iter().map(|entry| (entry.id.clone(), entry.kind.name())).collect::<Vec<_>>()
    };
    let expected = [("4", "meeting"), ("1", "invoice"), ("2", "note"), ("1", "call"), ("3", "order")];
    assert_eq!(seen(&[&device, &host]), expected.map(|(id, kind)| (id.to_owned(), kind)));
    assert_eq!(seen(&[&host, &device])[0], ("1".to_owned(), "call"));
    assert!(seen(&[]).is_empty() && seen(&[&[], &[]]).is_empty());
}

#[test]
fn a_day_has_1440_minutes() {
    let moment = Moment::new(day("2026-03-02"), Some(1439)).unwrap();
    assert_eq!((moment.date(), moment.minute()), (day("2026-03-02"), Some(1439)));
    for minute in [1440, u16::MAX] {
        assert_eq!(Moment::new(day("2026-03-02"), Some(minute)).map_err(|error| error.code()), Err("date.invalid"));
    }
    assert!(Moment::from(day("2026-03-02")) < Moment::new(day("2026-03-02"), Some(0)).unwrap());
    assert!(moment < Moment::from(day("2026-03-03")));
}

proptest! {
    /// Sorted, complete, and stable: at one moment, sources keep their order and so do their entries.
    #[test]
    fn merging_is_stable(sources in vec(vec((0..3_u32, proptest::option::of(0..3_u16)), 0..8), 0..4)) {
        let mut place = 0;
        let sources: Vec<Vec<Entry>> = sources.into_iter().map(|source| {
            let entry = |(date, minute): (u32, Option<u16>)| {
                place += 1;
                entry(&format!("{place:03}"), Kind::Note, &format!("2026-03-{:02}", date + 1), minute)
            };
            source.into_iter().map(entry).collect()
        }).collect();
        let sources: Vec<&[Entry]> = sources.iter().map(Vec::as_slice).collect();
        let merged = merge(&sources);
        prop_assert_eq!(merged.len(), place);
        prop_assert!(merged.is_sorted_by(|one, other| one.at > other.at || (one.at == other.at && one.id < other.id)));
    }
}
