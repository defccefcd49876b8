use sapa::domain::account::{Account, Person, Role, Stage};
use sapa::domain::attention::{Options, Rule};
use sapa::domain::calendar::civil::DateTime;
use sapa::domain::calendar::meeting::{self, Exception, Meeting, Status};
use sapa::domain::calendar::outcome::{Attendance, Outcome};
use sapa::domain::calendar::recurrence::{End, Frequency, Recurrence};
use sapa::domain::calendar::slot::Slot;
use sapa::domain::calendar::timestamp::Timestamp;
use sapa::domain::commitment::{Commitment, State};
use sapa::domain::date::Weekday;
use sapa::domain::quote::Quote;
use sapa::domain::segments::abc::Class;
use sapa::domain::timeline::{Entry, Kind};
use sapa::store::{Book, Card, Order, Place, Saved, Standings, card};

use crate::book::{book, demonstration};
use crate::support::{currency, day, dec};

const CLIENT: &str = "ALFKI";
const TODAY: &str = "2026-03-10";

fn card(book: &Book) -> Card {
    Card::of(book, &[], CLIENT, day(TODAY)).unwrap()
}

fn order(id: &str, date: &str, net: &str, shipped: bool) -> Order {
    Order { id: id.into(), client: CLIENT.into(), date: day(date), net: dec(net), shipped }
}

fn note(id: &str, date: &str) -> Entry {
    Entry {
        id: id.into(),
        client: CLIENT.into(),
        at: day(date).into(),
        kind: Kind::Note,
        text: "Asked for samples".into(),
        person: None,
    }
}

fn commitment(id: &str, due: &str, kept: Option<&str>) -> Commitment {
    Commitment {
        id: id.into(),
        client: CLIENT.into(),
        what: "Send samples".into(),
        made: day("2026-02-01"),
        due: day(due),
        delay_known: None,
        told: None,
        kept: kept.map(day),
    }
}

fn at(text: &str) -> DateTime {
    DateTime::parse(text).unwrap()
}

fn meeting(id: &str, start: &str) -> Meeting {
    Meeting {
        id: id.into(),
        kind: meeting::Kind::Meeting,
        status: Status::Confirmed,
        client: Some(CLIENT.into()),
        title: "Terms for the spring".into(),
        zone: "Europe/Berlin".into(),
        slot: Slot { start: at(start), minutes: 60 },
        place: None,
        person: Some("clerk".into()),
        purpose: None,
        checklist: Vec::new(),
        outcome: None,
        recurrence: None,
        unread_rule: None,
        exceptions: Vec::new(),
    }
}

fn outcome(attendance: Attendance, decision_maker: bool) -> Option<Outcome> {
    Some(Outcome { attendance, decision_maker, logged: Timestamp::MIN })
}

/// A clerk, and a director who decides.
fn people() -> Account {
    let person = |id: &str, role| Person { id: id.into(), name: id.into(), role, ..Person::default() };
    Account {
        client: CLIENT.into(),
        stage: Stage::Active,
        people: vec![person("clerk", Role::Uses), person("director", Role::Decides)],
        ..Account::default()
    }
}

#[test]
fn the_timeline_merges_all_sources() {
    let quote = Quote {
        id: "Q".into(),
        client: CLIENT.into(),
        created: day("2026-03-05"),
        currency: currency(2),
        lines: Vec::new(),
        term: None,
        manual_percent: dec("0"),
        list: dec("120"),
        net: dec("100"),
        free: Vec::new(),
        coupon: None,
        tax: None,
        payment: None,
        note: String::new(),
    };
    let mut other = quote.clone();
    other.client = "ERNSH".into();
    let quotes = [quote, other].map(|quote| Saved { quote, place: Place::Device, order: 1 });
    let mut held = meeting("M", "2026-03-06T10:30");
    held.outcome = outcome(Attendance::Held, false);
    let mut book = Book { accounts: vec![people()], ..Book::default() };
    book.orders = vec![order("1", "2026-03-01", "50.5", true), order("2", "2026-03-20", "1", false)];
    book.entries = vec![note("N", "2026-03-08"), Entry { client: "ERNSH".into(), ..note("X", "2026-03-09") }];
    book.meetings = vec![held, meeting("planned", "2026-03-12T09:00")];

    let card = Card::of(&book, &quotes, CLIENT, day(TODAY)).unwrap();
    let told: Vec<_> = card.timeline.iter().map(|entry| (entry.id.as_str(), entry.kind)).collect();
    assert_eq!(told, [("N", Kind::Note), ("M", Kind::Meeting), ("Q", Kind::Quote), ("1", Kind::Order)]);
    let amounts: Vec<_> = card.timeline.iter().map(|entry| card.amount(entry)).collect();
    assert_eq!(amounts, [None, None, Some(dec("100")), Some(dec("50.5"))]);
    assert_eq!(card.timeline[1].at.minute(), Some(630));
    assert_eq!(card.last_contact().unwrap().id, "M");
    assert_eq!(card.next_step.unwrap().at, at("2026-03-12T09:00"));
}

#[test]
fn the_outcome_says_whom_a_meeting_was_with() {
    let with = |planned: &str, attendance, decides| {
        let mut held = meeting("M", "2026-03-06T10:30");
        (held.person, held.outcome) = (Some(planned.into()), outcome(attendance, decides));
        let book = Book { accounts: vec![people()], meetings: vec![held], ..Book::default() };
        card(&book).timeline.first().map(|entry| entry.person.clone())
    };
    assert_eq!(with("clerk", Attendance::Held, false), Some(Some("clerk".into())));
    assert_eq!(with("clerk", Attendance::Held, true), Some(Some("director".into())));
    assert_eq!(with("director", Attendance::Held, true), Some(Some("director".into())));
    assert_eq!(with("director", Attendance::Substitute, false), Some(None));
    assert_eq!(with("nobody", Attendance::Held, false), Some(None));
    assert_eq!(with("clerk", Attendance::NoShow, false), None);
    assert_eq!(with("clerk", Attendance::MovedByClient, false), None);
}

#[test]
fn a_call_on_the_calendar_is_a_call() {
    let mut held = meeting("M", "2026-03-06T10:30");
    (held.kind, held.outcome) = (meeting::Kind::Call, outcome(Attendance::Held, false));
    let book = Book { accounts: vec![people()], meetings: vec![held], ..Book::default() };
    assert_eq!(card(&book).timeline[0].kind, Kind::Call);
}

#[test]
fn a_series_tells_of_each_time() {
    let mut weekly = meeting("W", "2026-02-26T09:00");
    weekly.recurrence = Some(weekly_rule());
    let exception = |original: &str, slot: Option<&str>, outcome| Exception {
        original: at(original),
        slot: slot.map(|start| Slot { start: at(start), minutes: 60 }),
        outcome,
    };
    weekly.exceptions = vec![
        exception("2026-02-26T09:00", Some("2026-02-26T09:00"), outcome(Attendance::Held, false)),
        exception("2026-03-05T09:00", Some("2026-03-06T15:00"), outcome(Attendance::Held, true)),
        exception("2026-03-12T09:00", None, None),
    ];
    let mut book = Book { accounts: vec![people()], meetings: vec![weekly], ..Book::default() };
    let told = card(&book);
    let days: Vec<_> = told.timeline.iter().map(|entry| entry.at.date().to_string()).collect();
    assert_eq!(days, ["2026-03-06", "2026-02-26"]);
    assert_ne!(told.timeline[0].id, told.timeline[1].id);
    assert_eq!(told.next_step.unwrap().at, at("2026-03-19T09:00"));

    // One that was moved to an earlier day comes first.
    book.meetings[0].exceptions.push(exception("2026-03-19T09:00", Some("2026-03-11T08:00"), None));
    let next = card(&book).next_step.unwrap();
    assert_eq!((next.at, next.id.original), (at("2026-03-11T08:00"), at("2026-03-19T09:00")));
}

fn weekly_rule() -> Recurrence {
    Recurrence {
        frequency: Frequency::Weekly,
        interval: 1,
        weekdays: Vec::new(),
        week_start: Weekday::Monday,
        end: End::Never,
    }
}

#[test]
fn promises_stand_in_order() {
    let commitments = vec![
        commitment("later", "2026-04-01", None),
        commitment("kept first", "2026-02-20", Some("2026-02-10")),
        commitment("late", "2026-03-01", None),
        commitment("kept last", "2026-02-20", Some("2026-02-19")),
        Commitment { client: "ERNSH".into(), ..commitment("other", "2026-03-01", None) },
    ];
    let book = Book { commitments, ..Book::default() };
    let card = card(&book);
    let ids: Vec<_> = card.commitments.iter().map(|promise| promise.id.as_str()).collect();
    assert_eq!(ids, ["late", "later", "kept last", "kept first"]);
    assert!(card.commitment("other").is_none());
    assert_eq!(card.what_now(&Options::default()).unwrap()[0].rule, Rule::CommitmentLate);
}

#[test]
fn a_promise_is_changed_by_what_happened() {
    let today = day(TODAY);
    let promise = commitment("c", "2026-03-20", None);
    let delayed = card::delayed(&promise, today);
    assert_eq!(delayed.state(today, 3), State::AtRisk);
    let told = card::told(&delayed, day("2026-03-12"));
    assert_eq!((told.delay_known, told.told), (Some(today), Some(day("2026-03-12"))));
    assert_eq!(card::told(&promise, today).delay_known, Some(today));
    assert!(card::is_open(&told, today) && !card::is_open(&card::kept(&told, today), today));
    assert_eq!(card::kept(&promise, today).state(today, 3), State::Kept);
}

#[test]
fn orders_under_way_count_against_the_limit() {
    let account = Account { credit_limit: Some(dec("100")), ..people() };
    let orders = vec![order("1", "2026-03-01", "70", false), order("2", "2026-03-05", "40", false)];
    let book = Book { accounts: vec![account], orders, ..Book::default() };
    let card = card(&book);
    let money = card.money().unwrap().unwrap();
    assert_eq!((money.under_way, money.exposure.headroom, money.exposure.over), (dec("110"), Some(dec("-10")), true));
    let rules: Vec<_> = card.what_now(&Options::default()).unwrap().iter().map(|row| row.rule).collect();
    assert_eq!(rules, [Rule::OverLimit, Rule::NoNextStep, Rule::ThankForOrder]);
}

#[test]
fn an_unknown_client_has_an_empty_card() {
    let card = card(&Book::default());
    assert_eq!((card.account.client.as_str(), card.account.stage), (CLIENT, Stage::Potential));
    assert_eq!(card.money().unwrap(), None);
    assert!(card.timeline.is_empty() && card.last_contact().is_none() && card.next_step.is_none());
}

#[test]
fn the_demonstration_gives_every_client_a_card() {
    let book = book(&demonstration()).unwrap();
    let today = day("1998-05-07");
    let mut fired = Vec::new();
    for account in &book.accounts {
        let card = Card::of(&book, &[], &account.client, today).unwrap();
        assert!(card.timeline.is_sorted_by(|one, next| one.at >= next.at), "{}", account.client);
        assert!(card.account.address().is_some(), "{}", account.client);
        let rows = card.what_now(&Options::default()).unwrap();
        fired.extend(rows.iter().map(|row| row.rule));
        let Some(money) = card.money().unwrap() else { continue };
        let ageing = money.ageing;
        let parts = ageing.not_due + ageing.credits + ageing.unapplied;
        assert_eq!(ageing.buckets.iter().fold(parts, |sum, part| sum + part), ageing.balance, "{}", account.client);
        assert!(money.open.is_sorted_by_key(|item| item.invoice.due));
    }
    // Enough is going on in it for most rules to be seen.
    fired.sort();
    fired.dedup();
    assert!(fired.len() >= 8, "{fired:?}");
}

#[test]
fn everybody_who_bought_has_a_standing() {
    let book = book(&demonstration()).unwrap();
    let standings = Standings::on(day("1998-05-07"), &book).unwrap();
    let known: Vec<_> = book.accounts.iter().filter_map(|account| standings.of(&account.client)).collect();
    // Two of the 91 never bought. The counts are those of the clients ranked over all orders, the crosser included.
    let count = |class| known.iter().filter(|standing| standing.class == class).count();
    assert_eq!((known.len(), [Class::A, Class::B, Class::C].map(count)), (89, [34, 27, 28]));
    assert_eq!(standings.of("QUICK").unwrap().before, dec("0"));
    assert_eq!(standings.of("QUICK").unwrap().score.to_string(), "355");
    assert!(standings.of("PARIS").is_none() && standings.of("nobody").is_none());
    assert_eq!(standings.from, day("1996-07-04"));

    let earlier = Standings::on(day("1996-07-03"), &book).unwrap();
    assert!(earlier.of("QUICK").is_none() && earlier.cuts.is_none());
}
