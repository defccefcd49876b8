use sapa::domain::date::{Date, Weekday};

#[test]
fn reads_only_real_days() {
    for text in ["0001-01-01", "1970-01-01", "1998-05-07", "2000-02-29", "2024-02-29", "9999-12-31"] {
        assert_eq!(Date::parse(text).unwrap().to_string(), text);
    }
    for text in [
        "",
        "1998-5-7",
        "1998-05-7",
        "98-05-07",
        "1998/05/07",
        "19980507",
        "1998-05-07T00:00",
        " 1998-05-07",
        "0000-01-01",
        "1998-00-10",
        "1998-13-10",
        "1998-04-31",
        "1998-05-00",
        "1900-02-29",
        "2023-02-29",
        "199a-05-07",
        "+998-05-07",
        "1998-05-0é",
    ] {
        assert_eq!(Date::parse(text).map_err(|error| error.code()), Err("date.invalid"), "{text:?}");
    }
    assert!(Date::from_ymd(10_000, 1, 1).is_err());
    assert!(Date::from_ymd(2024, 2, 30).is_err());
}

#[test]
fn counts_every_day_of_four_centuries() {
    // The other way of counting: one day at a time, by the rule of leap years.
    let weekdays = [
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
        Weekday::Saturday,
        Weekday::Sunday,
    ];
    let first = Date::from_ymd(1800, 1, 1).unwrap();
    let mut date = first;
    let mut count = 0;
    for year in 1800..2200 {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        for (month, days) in (1..).zip([31, 28 + u32::from(leap), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]) {
            for day in 1..=days {
                assert_eq!((date.year(), date.month(), date.day()), (year, month, day));
                assert_eq!(date, Date::from_ymd(year, month, day).unwrap());
                assert_eq!(date.days_since(first), count);
                // 1800-01-01 was a Wednesday.
                assert_eq!(date.weekday(), weekdays[usize::try_from((count + 2) % 7).unwrap()]);
                date = date.add_days(1).unwrap();
                count += 1;
            }
        }
    }
    assert_eq!(count, 146_097);
    assert_eq!(Date::from_ymd(1970, 1, 1).unwrap().weekday(), Weekday::Thursday);
}

#[test]
fn adds_months_within_the_month() {
    let check = |date: &str, months: i32, expected: &str| {
        assert_eq!(Date::parse(date).unwrap().add_months(months).unwrap().to_string(), expected, "{date} + {months}");
    };
    check("2024-01-31", 1, "2024-02-29");
    check("2023-01-31", 1, "2023-02-28");
    check("2024-01-31", 2, "2024-03-31");
    check("2024-03-31", -1, "2024-02-29");
    check("2024-11-15", 2, "2025-01-15");
    check("2024-01-15", -1, "2023-12-15");
    check("2024-02-29", 12, "2025-02-28");
    check("2024-02-29", 48, "2028-02-29");
    check("2024-05-05", 0, "2024-05-05");
}

#[test]
fn stays_within_the_years_of_the_calendar() {
    assert_eq!(Date::MIN.to_string(), "0001-01-01");
    assert_eq!(Date::MAX.to_string(), "9999-12-31");
    assert_eq!(Date::MIN.add_days(Date::MAX.days_since(Date::MIN)).unwrap(), Date::MAX);
    for result in [
        Date::MIN.add_days(-1),
        Date::MAX.add_days(1),
        Date::MAX.add_days(i32::MAX),
        Date::MIN.add_days(i32::MIN),
        Date::MIN.add_months(-1),
        Date::MAX.add_months(1),
        Date::MAX.add_months(i32::MAX),
        Date::MIN.add_months(i32::MIN),
    ] {
        assert_eq!(result.map_err(|error| error.code()), Err("date.invalid"));
    }
}

#[test]
fn weeks_begin_where_one_likes() {
    let check = |date: &str, first: Weekday, expected: &str| {
        assert_eq!(Date::parse(date).unwrap().week_start(first).unwrap().to_string(), expected, "{date} {first:?}");
    };
    check("2026-03-02", Weekday::Monday, "2026-03-02");
    check("2026-03-08", Weekday::Monday, "2026-03-02");
    check("2026-03-02", Weekday::Sunday, "2026-03-01");
    check("2026-03-08", Weekday::Sunday, "2026-03-08");
    check("2026-03-02", Weekday::Tuesday, "2026-02-24");
    assert!(Date::MIN.week_start(Date::MIN.weekday()).is_ok());
    assert!(Date::MIN.week_start(Weekday::Tuesday).is_err());
    // Round the week from any day to any other.
    for earlier in Weekday::ALL {
        let days: i32 = Weekday::ALL.into_iter().map(|later| later.days_since(earlier)).sum();
        assert_eq!((earlier.days_since(earlier), days), (0, 21));
    }
}
