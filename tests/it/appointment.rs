//! A meeting as it is typed, right and wrong, and how many to invite.

use sapa::domain::calendar::civil::DateTime;
use sapa::domain::calendar::meeting::{Exception, Kind, Status};
use sapa::domain::calendar::recurrence::End;
use sapa::domain::date::Weekday;
use sapa::store::Appointment;
use sapa::store::appointment::Field;
use sapa::store::invitations::{Question, answer, percent_of};

fn form() -> Appointment {
    let mut form = Appointment::at(DateTime::parse("2026-03-03T09:05").unwrap(), Some("ALFKI".into()));
    form.title = "  Samples ".into();
    form
}

#[test]
fn becomes_a_meeting() {
    let meeting = form().meeting("m", "Asia/Jakarta", None).unwrap();
    assert_eq!((meeting.id.as_str(), meeting.title.as_str(), meeting.zone.as_str()), ("m", "Samples", "Asia/Jakarta"));
    assert_eq!(meeting.slot.start.to_string(), "2026-03-03T09:05:00");
    assert_eq!((meeting.kind, meeting.status, meeting.slot.minutes), (Kind::Meeting, Status::Planned, 60));
    assert_eq!(Appointment::of(&meeting, meeting.slot).meeting("m", "Asia/Jakarta", Some(&meeting)).unwrap(), meeting);
}

#[test]
fn says_which_field_is_wrong() {
    let check = |change: fn(&mut Appointment), field: Field, code: &str| {
        let mut form = form();
        change(&mut form);
        let (at, error) = form.meeting("m", "UTC", None).unwrap_err();
        assert_eq!((at, error.code()), (field, code), "{form:?}");
    };
    check(|form| form.date = "2026-02-30".into(), Field::Date, "date.invalid");
    check(|form| form.date = String::new(), Field::Date, "date.invalid");
    check(|form| form.time = "24:00".into(), Field::Time, "date.invalid");
    check(|form| form.time = String::new(), Field::Time, "date.invalid");
    for minutes in ["0", "", "-5", "an hour", "1.5", "20161", "99999999999"] {
        let mut form = form();
        form.minutes = minutes.into();
        let (at, error) = form.slot().unwrap_err();
        assert_eq!((at, error.code()), (Field::Minutes, "meeting.length"), "{minutes}");
    }
    check(
        |form| {
            form.weeks = 1;
            form.weekdays = [false; 7];
        },
        Field::Repeat,
        "recurrence.invalid",
    );
    check(
        |form| {
            form.weeks = 1;
            form.weekdays = [true, false, false, false, false, false, false];
        },
        Field::Repeat,
        "recurrence.invalid",
    );
    check(
        |form| {
            form.weeks = 1;
            form.until = "2026-03-02".into();
        },
        Field::Until,
        "recurrence.invalid",
    );
}

#[test]
fn keeps_the_exceptions_of_a_rule_that_stays() {
    let mut form = form();
    form.weeks = 2;
    form.until = "2026-06-30".into();
    let mut series = form.meeting("m", "UTC", None).unwrap();
    let rule = series.recurrence.clone().unwrap();
    assert_eq!((rule.interval, rule.weekdays.as_slice()), (2, [Weekday::Tuesday].as_slice()));
    let second = DateTime::parse("2026-03-17T09:05").unwrap();
    series.exceptions.push(Exception { original: second, slot: None, outcome: None });

    let mut again = Appointment::of(&series, series.slot);
    again.title = "Other".into();
    assert_eq!(again.meeting("m", "UTC", Some(&series)).unwrap().exceptions, series.exceptions);
    again.weeks = 1;
    assert_eq!(again.meeting("m", "UTC", Some(&series)).unwrap().exceptions, [], "they belong to the old rule");

    // A count has no field; it stays. Weekdays left out mean the first one's.
    let counted = series.recurrence.as_mut().unwrap();
    counted.end = End::After(4);
    counted.weekdays.clear();
    let same = Appointment::of(&series, series.slot).meeting("m", "UTC", Some(&series)).unwrap();
    assert_eq!(same, series);
}

#[test]
fn answers_in_whole_percents() {
    let question = |target: i64, certainty: i64, rate: i64, slots: i64| Question {
        target: target.into(),
        certainty: certainty.into(),
        show_rate: rate.into(),
        slots: slots.into(),
    };
    let [exact, low, high] = answer(question(5, 80, 20, 8)).unwrap();
    assert_eq!(
        (exact.invitations, exact.too_few, exact.too_many, exact.expected.to_string()),
        (33, 18, 20, "6.6".into())
    );
    assert_eq!([low.invitations, high.invitations], [15, 20]);
    assert_eq!((low.too_few, high.too_few), (84, 63));
    for wrong in [
        question(0, 80, 20, 8),
        question(5, 0, 20, 8),
        question(5, 100, 20, 8),
        question(5, 80, 0, 8),
        question(5, 80, 101, 8),
        question(5, 80, 20, 0),
        question(-1, 80, 20, 8),
    ] {
        assert_eq!(answer(wrong).unwrap_err().code(), "number.range", "{wrong:?}");
    }
    assert_eq!((percent_of(1, 3), percent_of(2, 3), percent_of(0, 0)), (Some(33), Some(67), None));
}
