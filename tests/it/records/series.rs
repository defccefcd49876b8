use proptest::prelude::*;
use sapa::bridge;
use sapa::domain::calendar::civil::DateTime;
use sapa::domain::calendar::meeting::Meeting;
use sapa::domain::calendar::recurrence::{End, Frequency, Recurrence};
use sapa::domain::calendar::rrule;
use sapa::domain::date::Weekday;
use sapa::store::Item;
use sapa::wire::ToWire;
use serde_json::json;

use super::{full, read, with};
use crate::wire::json_of;

#[test]
fn weekly_rules_are_read_and_others_kept() {
    let (_, record) = &full()[4];
    let meeting = |rule: &str| read::<Meeting>(&with(record, &json!({"rrule": rule})));
    for (text, written) in [
        ("FREQ=WEEKLY", "FREQ=WEEKLY"),
        ("FREQ=WEEKLY;INTERVAL=1;BYDAY=MO;WKST=MO", "FREQ=WEEKLY;BYDAY=MO"),
        ("BYDAY=TH,MO;FREQ=WEEKLY;COUNT=10", "FREQ=WEEKLY;COUNT=10;BYDAY=MO,TH"),
        ("FREQ=WEEKLY;UNTIL=19980701", "FREQ=WEEKLY;UNTIL=19980701T235959"),
        ("FREQ=WEEKLY;UNTIL=19980504T100000", "FREQ=WEEKLY;UNTIL=19980504T100000"),
    ] {
        let meeting = meeting(text);
        assert_eq!((meeting.unread_rule.clone(), meeting.exceptions.len()), (None, 3), "{text}");
        assert_eq!(json_of(&meeting.to_wire())["rrule"], written);
    }
    for text in [
        "",
        "FREQ=WEEKLY;",
        "FREQ=MONTHLY;BYDAY=-1FR",
        "freq=weekly",
        "INTERVAL=2",
        "FREQ=WEEKLY;BYMONTH=5",
        "FREQ=WEEKLY;BYDAY=2MO",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=WEEKLY;INTERVAL=+2",
        "FREQ=WEEKLY;COUNT=0",
        "FREQ=WEEKLY;COUNT=",
        "FREQ=WEEKLY;COUNT=4294967296",
        "FREQ=WEEKLY;COUNT=2;UNTIL=19980701",
        "FREQ=WEEKLY;BYDAY=MO;BYDAY=MO",
        // Which day that is depends on the zone.
        "FREQ=WEEKLY;UNTIL=19980701T100000Z",
        "FREQ=WEEKLY;UNTIL=19980230",
        "FREQ=WEEKLY;UNTIL=１９９８0701",
        // Does not begin at its start, a Monday.
        "FREQ=WEEKLY;BYDAY=TU",
        "FREQ=WEEKLY;UNTIL=19980503",
        "RRULE:FREQ=WEEKLY",
    ] {
        let meeting = meeting(text);
        assert_eq!((&meeting.recurrence, &meeting.exceptions), (&None, &Vec::new()), "{text}");
        let item = Item::Meeting(meeting);
        assert_eq!(json_of(&item.to_wire())["rrule"], text, "goes back as it came");
        let patch = json_of(&bridge::wire::patch(&item));
        assert_eq!((&patch["rrule"], patch.get("exceptions")), (&json!(text), None));
    }
    let single: Meeting = read(&with(record, &json!({"rrule": null})));
    assert_eq!((single.recurrence, single.unread_rule, single.exceptions), (None, None, Vec::new()));
}

#[test]
fn exceptions_stand_in_order_and_once() {
    let (_, record) = &full()[4];
    let twice = json!([
        {"original": "1998-05-18T10:00", "left": true},
        {"original": "1998-05-07T10:00", "minutes": 30},
        {"original": "1998-05-18T10:00", "minutes": 15},
    ]);
    let meeting: Meeting = read(&with(record, &json!({"exceptions": twice})));
    let found: Vec<_> = meeting
        .exceptions
        .iter()
        .map(|exception| (exception.original.to_string(), exception.slot.map(|slot| slot.minutes)))
        .collect();
    assert_eq!(found, [("1998-05-07T10:00:00".to_owned(), Some(30)), ("1998-05-18T10:00:00".to_owned(), Some(15))]);
}

fn any_rule() -> impl Strategy<Value = Recurrence> {
    let weekday = || (0..7_usize).prop_map(|at| Weekday::ALL[at]);
    let time = (0..3_000_000_i64)
        .prop_map(|minutes| DateTime::parse("1998-01-05T09:00:30").unwrap().add_minutes(minutes).unwrap());
    let end = prop_oneof![Just(End::Never), any::<u32>().prop_map(End::After), time.prop_map(End::Until)];
    (any::<u32>(), 0..128_usize, weekday(), end).prop_map(|(interval, days, week_start, end)| Recurrence {
        frequency: Frequency::Weekly,
        interval,
        weekdays: Weekday::ALL
            .into_iter()
            .enumerate()
            .filter(|(at, _)| days >> at & 1 == 1)
            .map(|(_, day)| day)
            .collect(),
        week_start,
        end,
    })
}

proptest! {
    #[test]
    fn a_rule_is_read_as_it_was_written(rule in any_rule()) {
        prop_assert_eq!(rrule::read(&rrule::write(&rule, &rrule::compact)), Some(rule));
    }

    #[test]
    fn any_text_is_a_rule_or_is_not(text in "\\PC*|FREQ=WEEKLY(;(UNTIL|COUNT|BYDAY|INTERVAL|WKST)=\\PC{0,18}){0,3}") {
        if let Some(rule) = rrule::read(&text) {
            prop_assert_eq!(rrule::read(&rrule::write(&rule, &rrule::compact)).map(|rule| rule.end), Some(rule.end));
        }
    }
}
