//! Each rule fires where it should, keeps still right beside that, and the list is in order.

mod client;

use proptest::collection::vec;
use proptest::prelude::*;
use sapa::domain::account::{Account, Stage};
use sapa::domain::attention::{Facts, Options, Row, Rule, Severity, what_now};
use sapa::domain::date::Date;
use sapa::domain::receivable::{Invoice, Receivables};
use sapa::domain::timeline::Kind;

use crate::support::{day, dec};

use client::{Client, TODAY, client};

/// Rule, severity, since, until, record, count.
fn check(row: &Row, severity: Severity, since: Option<&str>, until: Option<&str>, record: Option<&str>, count: u32) {
    let said = (row.severity, row.since, row.until, row.record.as_deref(), row.count);
    assert_eq!(said, (severity, since.map(day), until.map(day), record, count), "{row:?}");
}

#[test]
fn a_quiet_client_asks_for_nothing() {
    client().fires(&[]);
    // And with nothing known but its name.
    let account = Account { stage: Stage::Lapsed, ..Default::default() };
    let facts = Facts {
        account: &account,
        commitments: &[],
        receivables: None,
        exposure: None,
        entries: &[],
        next_step: None,
        referral_asked: None,
    };
    assert_eq!(what_now(&facts, Date::MIN, &Options::default()).unwrap(), []);
}

#[test]
fn commitments_that_slip() {
    let rows = client().promised("c", "2026-06-20", None, None, None).fires(&[Rule::CommitmentLate]);
    check(&rows[0], Severity::Urgent, Some("2026-06-20"), None, Some("c"), 1);
    let rows = client().promised("c", "2026-07-20", Some("2026-06-28"), None, None).fires(&[Rule::DelayNotTold]);
    check(&rows[0], Severity::Urgent, Some("2026-06-28"), Some("2026-07-20"), Some("c"), 1);
    let told = client().promised("c", "2026-06-20", Some("2026-06-10"), Some("2026-06-11"), None);
    check(&told.fires(&[Rule::CommitmentLateTold])[0], Severity::Warning, Some("2026-06-20"), None, Some("c"), 1);
    let rows = client().promised("c", "2026-07-03", None, None, None).fires(&[Rule::CommitmentDueSoon]);
    check(&rows[0], Severity::Warning, Some("2026-06-01"), Some("2026-07-03"), Some("c"), 1);
    client().promised("c", "2026-07-04", None, None, None).fires(&[]);
    // The older delay stands first.
    let both = client().promised("b", "2026-06-21", None, None, None).promised("a", "2026-06-20", None, None, None);
    let rows = both.fires(&[Rule::CommitmentLate, Rule::CommitmentLate]);
    assert_eq!(rows[0].record.as_deref(), Some("a"));
}

#[test]
fn debt_by_age() {
    let rows = client().billed("A", "2026-06-01", "10").billed("B", "2026-05-31", "5").fires(&[Rule::DebtOverdue]);
    check(&rows[0], Severity::Warning, Some("2026-05-31"), None, Some("B"), 2);
    assert_eq!(rows[0].amount, Some(dec("15")));
    let rows = client().billed("A", "2026-05-30", "10").fires(&[Rule::DebtOverdue]);
    check(&rows[0], Severity::Urgent, Some("2026-05-30"), None, Some("A"), 1);
    client().billed("A", "2026-06-30", "10").fires(&[]);
    client().billed("A", "2026-05-30", "10").paid(Some("A"), "10").fires(&[]);
    // Paid, though nobody has said what for.
    client().billed("A", "2026-05-30", "10").paid(None, "10").fires(&[]);
    client().billed("A", "2026-05-30", "10").paid(None, "9.99").fires(&[Rule::DebtOverdue]);
}

#[test]
fn credit_limit() {
    let owing = |limit| Client { limit, ..client().billed("A", "2026-07-30", "100") };
    let rows = owing(Some("99.5")).fires(&[Rule::OverLimit]);
    check(&rows[0], Severity::Warning, None, None, None, 1);
    assert_eq!(rows[0].amount, Some(dec("0.5")));
    owing(Some("100")).fires(&[]);
    owing(None).fires(&[]);
}

#[test]
fn meetings_without_the_one_who_decides() {
    let met = |with: [Option<&str>; 3]| {
        let [first, second, third] = with;
        client()
            .happened("m3", Kind::Meeting, "2026-06-20", third)
            .happened("m1", Kind::Meeting, "2026-06-01", first)
            .happened("m2", Kind::Meeting, "2026-06-10", second)
    };
    let rows = met([Some("clerk"), None, Some("nobody")]).fires(&[Rule::NoDecisionMaker]);
    check(&rows[0], Severity::Warning, Some("2026-06-01"), None, Some("m3"), 3);
    met([Some("clerk"), Some("director"), Some("clerk")]).fires(&[]);
    // An order came of them; then the count starts anew.
    met([None; 3]).happened("o", Kind::Order, "2026-06-20", None).fires(&[]);
    met([None; 3]).happened("o", Kind::Order, "2026-05-20", None).fires(&[Rule::NoDecisionMaker]);
    // Two meetings and one planned.
    let planned = client()
        .happened("m1", Kind::Meeting, "2026-06-01", None)
        .happened("m2", Kind::Meeting, "2026-06-10", None)
        .happened("m3", Kind::Meeting, "2026-07-01", None);
    planned.fires(&[]);
}

#[test]
fn next_steps() {
    let next = |date: Option<&str>| Client { next_step: date.map(day), ..client() };
    check(&next(None).fires(&[Rule::NoNextStep])[0], Severity::Hint, None, None, None, 1);
    let rows = next(Some("2026-06-29")).fires(&[Rule::NoNextStep]);
    check(&rows[0], Severity::Hint, Some("2026-06-29"), None, None, 1);
    next(Some(TODAY)).fires(&[]);
    let mut lapsed = next(None);
    lapsed.account.stage = Stage::Lapsed;
    lapsed.fires(&[]);
}

#[test]
fn silences() {
    let account = |key, stage, since: Option<&str>| {
        let mut client = client();
        client.account = Account { key, stage, since: since.map(day), ..client.account };
        client
    };
    let spoke = |key, stage, on: &str| account(key, stage, None).happened("x", Kind::Call, on, None);
    let rows = spoke(false, Stage::Active, "2026-05-30").fires(&[Rule::Silence]);
    check(&rows[0], Severity::Hint, Some("2026-05-30"), None, Some("x"), 1);
    spoke(false, Stage::Active, "2026-05-31").fires(&[]);
    spoke(true, Stage::New, "2026-06-15").fires(&[Rule::Silence]);
    spoke(true, Stage::New, "2026-06-16").fires(&[]);
    spoke(false, Stage::New, "2020-01-01").fires(&[]);
    // A note or a mail sent is no word from the client, and a call to come is not one yet.
    let written = spoke(false, Stage::Active, "2026-05-01")
        .happened("n", Kind::Note, TODAY, None)
        .happened("q", Kind::Quote, TODAY, None)
        .happened("p", Kind::Call, "2026-07-01", None);
    written.fires(&[Rule::Silence]);
    // Never a word.
    account(false, Stage::Active, Some("2026-01-01")).fires(&[Rule::Silence]);
    account(false, Stage::Active, None).fires(&[]);
}

#[test]
fn thanks_are_due() {
    let ordered = |on: &str| client().happened("o", Kind::Order, on, None);
    let rows = ordered("2026-06-23").fires(&[Rule::ThankForOrder]);
    check(&rows[0], Severity::Hint, Some("2026-06-23"), Some("2026-06-30"), Some("o"), 1);
    ordered("2026-06-22").fires(&[]);
    ordered("2026-06-25").happened("c", Kind::Call, "2026-06-25", None).fires(&[]);
    ordered("2026-06-25").happened("c", Kind::Call, "2026-06-24", None).fires(&[Rule::ThankForOrder]);
    ordered("2026-06-25").happened("c", Kind::Call, "2026-07-24", None).fires(&[Rule::ThankForOrder]);
}

#[test]
fn referrals() {
    let kept = |on: &str| client().promised("c", "2026-06-20", None, None, Some(on));
    let rows = kept("2026-06-20").fires(&[Rule::AskReferral]);
    check(&rows[0], Severity::Hint, Some("2026-06-20"), Some("2026-07-04"), Some("c"), 1);
    kept("2026-06-15").fires(&[]);
    // Kept late is no success, and whoever is owed something is not asked a favour.
    kept("2026-06-21").fires(&[]);
    kept("2026-06-20").promised("d", "2026-07-01", None, None, None).fires(&[Rule::CommitmentDueSoon]);
    let asked = |on: &str| Client { referral_asked: Some(day(on)), ..kept("2026-06-20") };
    asked("2026-04-01").fires(&[]);
    asked("2026-03-31").fires(&[Rule::AskReferral]);
}

#[test]
fn reports_overflow() {
    let most = "79228162514264337593543950335";
    let mut client = client().billed("A", "2026-06-01", most).paid(None, "1");
    client.invoices.push(Invoice { id: "B".to_owned(), amount: dec("1"), ..client.invoices[0].clone() });
    let (first, second) = client.invoices.split_at(1);
    let mut receivables = Receivables::on(day(TODAY), first, &client.payments).unwrap();
    receivables.items.extend(Receivables::on(day(TODAY), second, &[]).unwrap().items);
    let facts = Facts {
        account: &client.account,
        commitments: &[],
        receivables: Some(&receivables),
        exposure: None,
        entries: &[],
        next_step: None,
        referral_asked: None,
    };
    assert_eq!(what_now(&facts, day(TODAY), &Options::default()).map_err(|error| error.code()), Err("number.overflow"));
}

#[test]
fn names_are_published_once_each() {
    let mut names = Rule::ALL.map(Rule::name).to_vec();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), Rule::ALL.len());
    assert!(Rule::ALL.is_sorted());
}

proptest! {
    /// In the documented order, weight never rising, the oldest first; the same whatever order the facts come in.
    #[test]
    fn the_list_is_ranked(
        promises in vec((1_u32..31, proptest::option::of(1_u32..31), proptest::option::of(1_u32..31)), 0..6),
        meetings in vec((1_u32..31, 0_usize..4), 0..8),
        dues in vec(1_u32..31, 0..5),
        key: bool,
    ) {
        let june = |date: u32| format!("2026-06-{date:02}");
        let mut client = client();
        client.account.key = key;
        client.limit = Some("25");
        for (index, (due, known, kept)) in promises.into_iter().enumerate() {
            let (known, kept) = (known.map(june), kept.map(june));
            client = client.promised(&format!("c{index}"), &june(due), known.as_deref(), None, kept.as_deref());
        }
        for (index, (on, kind)) in meetings.into_iter().enumerate() {
            let kind = [Kind::Meeting, Kind::Call, Kind::Order, Kind::Note][kind];
            client = client.happened(&format!("e{index}"), kind, &june(on), None);
        }
        for (index, due) in dues.into_iter().enumerate() {
            client = client.billed(&format!("i{index}"), &june(due), "10");
        }
        let rows = client.rows();
        prop_assert!(rows.is_sorted_by_key(|row| (row.rule, row.since)));
        prop_assert!(rows.is_sorted_by_key(|row| row.severity));
        let named: Vec<_> = rows.iter().map(|row| (row.rule, row.since, row.amount, row.count)).collect();
        client.commitments.reverse();
        client.entries.reverse();
        client.invoices.reverse();
        let turned: Vec<_> = client.rows().iter().map(|row| (row.rule, row.since, row.amount, row.count)).collect();
        prop_assert_eq!(named, turned);
    }
}
