use proptest::prelude::*;
use sapa::domain::commitment::{Commitment, Record, State, usual_days};

use crate::support::day;

use State::{AtRisk, DueSoon, Kept, KeptLate, Late, LateTold, Open};

/// A commitment of 1 March for the 20th; the days in March on which a delay was known, the client was told, and it was kept.
fn commitment(delay_known: Option<u32>, told: Option<u32>, kept: Option<u32>) -> Commitment {
    let march = |date: u32| day(&format!("2026-03-{date:02}"));
    Commitment {
        id: "c".to_owned(),
        client: "ALFKI".to_owned(),
        what: "Прислать образцы".to_owned(),
        made: march(1),
        due: march(20),
        delay_known: delay_known.map(march),
        told: told.map(march),
        kept: kept.map(march),
    }
}

#[test]
fn the_usual_days_are_working_days() {
    let check = |today: &str, days: [&str; 2]| assert_eq!(usual_days(day(today)), days.map(day), "{today}");
    check("2026-11-26", ["2026-11-27", "2026-12-04"]);
    check("2026-11-27", ["2026-11-30", "2026-12-07"]);
    check("2026-11-28", ["2026-11-30", "2026-12-07"]);
    check("2026-11-29", ["2026-11-30", "2026-12-07"]);
    assert_eq!(usual_days(day("9999-12-31")), [], "no day comes after the last");
}

#[test]
fn states_follow_the_calendar() {
    let check = |known, told, kept, today: u32, state: State, late: i32| {
        let commitment = commitment(known, told, kept);
        let today = day(&format!("2026-03-{today:02}"));
        assert_eq!((commitment.state(today, 3), commitment.days_late(today)), (state, late), "{commitment:?} {today}");
    };
    check(None, None, None, 16, Open, 0);
    check(None, None, None, 17, DueSoon, 0);
    check(None, None, None, 20, DueSoon, 0);
    check(None, None, None, 21, Late, 1);
    // A delay that is known weighs more than a date that is near, until the client knows too.
    check(Some(10), None, None, 9, Open, 0);
    check(Some(10), None, None, 10, AtRisk, 0);
    check(Some(10), None, None, 20, AtRisk, 0);
    check(Some(10), None, None, 21, Late, 1);
    check(Some(10), Some(12), None, 11, AtRisk, 0);
    check(Some(10), Some(12), None, 12, Open, 0);
    check(Some(10), Some(12), None, 19, DueSoon, 0);
    check(Some(10), Some(12), None, 25, LateTold, 5);
    // Told too late: the client knows all the same.
    check(Some(10), Some(24), None, 23, Late, 3);
    check(Some(10), Some(24), None, 24, LateTold, 4);
    // Done, though not yet on the days before.
    check(None, None, Some(20), 19, DueSoon, 0);
    check(None, None, Some(20), 31, Kept, 0);
    check(Some(10), None, Some(22), 21, Late, 1);
    check(Some(10), None, Some(22), 31, KeptLate, 2);
}

#[test]
fn counts_what_was_kept() {
    let commitments = [
        commitment(None, None, None),
        commitment(None, None, Some(20)),
        commitment(None, Some(20), None),
        commitment(None, Some(20), Some(25)),
        commitment(None, Some(21), Some(25)),
        commitment(None, None, Some(21)),
    ];
    let record = Record::of(&commitments, day("2026-03-31"));
    assert_eq!(record, Record { open: 0, kept: 1, warned: 2, late: 3 });
    assert_eq!(Record::of(&commitments, day("2026-03-02")), Record { open: 6, ..Default::default() });
    assert_eq!(Record::of(&[], day("2026-03-02")), Record::default());
}

proptest! {
    /// Dates in any order, even a promise due before it was made, have a state, and it is late exactly when days say so.
    #[test]
    fn days_and_state_agree(
        dates in proptest::array::uniform5(proptest::option::of(1_u32..31)), today in 1_u32..31, soon in -3..9,
    ) {
        let [known, told, kept, made, due] = dates;
        let march = |date: u32| day(&format!("2026-03-{date:02}"));
        let mut commitment = commitment(known, told, kept);
        commitment.made = march(made.unwrap_or(1));
        commitment.due = march(due.unwrap_or(1));
        let state = commitment.state(march(today), soon);
        let late = matches!(state, Late | LateTold | KeptLate);
        prop_assert_eq!(late, commitment.days_late(march(today)) > 0);
        let record = Record::of(&[commitment], march(today));
        prop_assert_eq!(record.open + record.kept + record.warned + record.late, 1);
    }
}
