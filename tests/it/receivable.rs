//! What is owed: every payment counts once, and the parts add up.

use proptest::collection::vec;
use proptest::prelude::*;
use rust_decimal::Decimal;
use sapa::domain::date::Date;
use sapa::domain::receivable::{Ageing, BUCKETS, Exposure, Invoice, Payment, Receivables, UnderWay};

use crate::support::{day, dec};

fn invoice(id: &str, issued: &str, due: &str, amount: &str) -> Invoice {
    let (id, client) = (id.to_owned(), "ALFKI".to_owned());
    Invoice { id, client, order: None, issued: day(issued), due: day(due), amount: dec(amount) }
}

fn payment(invoice: &str, date: &str, amount: &str) -> Payment {
    let invoice = Some(invoice.to_owned()).filter(|id| !id.is_empty());
    let (id, client) = ("P".to_owned(), "ALFKI".to_owned());
    Payment { id, client, invoice, date: day(date), amount: dec(amount) }
}

/// The ageing on 2026-06-30 as not due, buckets to 30, 60 and beyond, credits, unapplied.
fn check(invoices: &[Invoice], payments: &[Payment], expected: [&str; 6]) {
    let receivables = Receivables::on(day("2026-06-30"), invoices, payments).unwrap();
    let ageing = Ageing::of(&receivables, &[30, 60]).unwrap();
    let [first, second, third] = ageing.buckets[..] else { panic!("{ageing:?}") };
    let parts = [ageing.not_due, first, second, third, ageing.credits, ageing.unapplied];
    assert_eq!(parts, expected.map(dec), "{invoices:?} {payments:?}");
    assert_eq!(parts.iter().sum::<Decimal>(), ageing.balance);
    assert_eq!(ageing.balance, receivables.balance);
}

#[test]
fn ages_by_due_date() {
    let due = |due: &str| invoice("I", "2026-01-01", due, "10");
    // Due today is not late; the ends of buckets belong to them.
    check(&[due("2026-07-01"), due("2026-06-30")], &[], ["20", "0", "0", "0", "0", "0"]);
    check(&[due("2026-06-29"), due("2026-05-31")], &[], ["0", "20", "0", "0", "0", "0"]);
    check(&[due("2026-05-30"), due("2026-05-01")], &[], ["0", "0", "20", "0", "0", "0"]);
    check(&[due("2026-04-30"), due("0001-01-01")], &[], ["0", "0", "0", "20", "0", "0"]);
    check(&[], &[], ["0"; 6]);

    let receivables = Receivables { as_of: Date::MIN, items: vec![], unapplied: dec("0"), balance: dec("0") };
    assert_eq!(Ageing::of(&receivables, &[]).unwrap().buckets, [dec("0")]);
    assert_eq!(Ageing::of(&receivables, &BUCKETS).unwrap().buckets.len(), 5);
    for ends in [&[0, 30][..], &[-1], &[30, 30], &[60, 30]] {
        assert_eq!(Ageing::of(&receivables, ends).map_err(|error| error.code()), Err("rule.invalid"), "{ends:?}");
    }
}

#[test]
fn loses_no_payment() {
    let invoices = [invoice("A", "2026-05-01", "2026-06-15", "100"), invoice("B", "2026-06-30", "2026-07-30", "50")];
    let paid = |payments: &[Payment], expected| check(&invoices, payments, expected);
    paid(&[payment("A", "2026-06-30", "40.01")], ["50", "59.99", "0", "0", "0", "0"]);
    // After the day it has not happened.
    paid(&[payment("A", "2026-07-01", "40")], ["50", "100", "0", "0", "0", "0"]);
    // Paid twice over.
    paid(&[payment("A", "2026-05-02", "100"), payment("A", "2026-05-03", "30")], ["50", "0", "0", "0", "-30", "0"]);
    // For no invoice, or one nobody knows.
    paid(&[payment("", "2026-05-02", "7"), payment("?", "2026-05-02", "5")], ["50", "100", "0", "0", "0", "-12"]);
    // Paid back.
    paid(&[payment("", "2026-05-02", "7"), payment("", "2026-05-09", "-7")], ["50", "100", "0", "0", "0", "0"]);

    // Before the invoice was issued: the money is here, the claim is not.
    let later = [invoice("C", "2026-07-01", "2026-07-31", "80")];
    check(&later, &[payment("C", "2026-06-01", "80")], ["0", "0", "0", "0", "0", "-80"]);
    // Two records of one id: each is owed, and the money counts once.
    let twins = [invoice("A", "2026-05-01", "2026-06-15", "100"), invoice("A", "2026-05-01", "2026-06-15", "100")];
    check(&twins, &[payment("A", "2026-06-01", "100")], ["0", "100", "0", "0", "0", "0"]);
    // A credit note, used in part.
    let credit = [invoice("N", "2026-05-01", "2026-05-01", "-100")];
    check(&credit, &[payment("N", "2026-06-01", "-60")], ["0", "0", "0", "0", "-40", "0"]);
}

#[test]
fn lists_what_is_open() {
    let invoices = [invoice("A", "2026-05-01", "2026-06-15", "100"), invoice("B", "2026-06-30", "2026-07-30", "50")];
    let settled = [payment("A", "2026-06-20", "100")];
    let open = |on: &str| {
        let receivables = Receivables::on(day(on), &invoices, &settled).unwrap();
        let open = receivables.items.iter().map(|item| (item.invoice.id.clone(), item.open, item.is_overdue()));
        open.collect::<Vec<_>>()
    };
    assert_eq!(open("2026-04-30"), []);
    assert_eq!(open("2026-06-15"), [("A".to_owned(), dec("100"), false)]);
    assert_eq!(open("2026-06-16"), [("A".to_owned(), dec("100"), true)]);
    assert_eq!(open("2026-06-30"), [("B".to_owned(), dec("50"), false)]);
}

#[test]
fn reports_overflow() {
    let most = Decimal::MAX.to_string();
    let invoices = [invoice("A", "2026-05-01", "2026-06-15", &most), invoice("B", "2026-05-01", "2026-06-15", &most)];
    let code = Receivables::on(Date::MAX, &invoices, &[]).map_err(|error| error.code());
    assert_eq!(code, Err("number.overflow"));
    let orders = UnderWay { confirmed: Decimal::MAX, ..Default::default() };
    assert_eq!(Exposure::of(dec("1"), &orders, None).map_err(|error| error.code()), Err("number.overflow"));
}

#[test]
fn compares_exposure_with_the_limit() {
    let orders = UnderWay { confirmed: dec("20"), drafts: dec("30"), this_order: dec("40") };
    let check = |receivables: &str, limit: Option<&str>, total: &str, headroom: Option<&str>, over: bool| {
        let exposure = Exposure::of(dec(receivables), &orders, limit.map(dec)).unwrap();
        assert_eq!(exposure.total, dec(total));
        assert_eq!((exposure.headroom, exposure.over), (headroom.map(dec), over), "{receivables} {limit:?}");
    };
    check("10", Some("100.01"), "100", Some("0.01"), false);
    check("10", Some("100"), "100", Some("0"), false);
    check("10", Some("99.99"), "100", Some("-0.01"), true);
    // Nothing was agreed, or that nothing may be owed; credit helps.
    check("10", None, "100", None, false);
    check("-90", Some("0"), "0", Some("0"), false);
    check("-89.99", Some("0"), "0.01", Some("-0.01"), true);
}

fn any_day() -> impl Strategy<Value = Date> {
    (0..400).prop_map(|days| day("2025-12-01").add_days(days).unwrap())
}

fn any_amount() -> impl Strategy<Value = Decimal> {
    (-50_000_i64..150_000).prop_map(|cents| Decimal::new(cents, 2))
}

fn any_id() -> impl Strategy<Value = String> {
    "[a-f]"
}

proptest! {
    /// The parts add up to the balance, and the balance is what was billed less what came in, whatever belongs to what.
    #[test]
    fn ageing_sums_to_the_balance(
        invoices in vec((any_id(), any_day(), any_day(), any_amount()), 0..12),
        payments in vec((proptest::option::of(any_id()), any_day(), any_amount()), 0..12),
        as_of in any_day(),
        gaps in vec(1_i32..60, 0..5),
    ) {
        let client = String::new;
        let invoices: Vec<Invoice> = invoices.into_iter()
            .map(|(id, issued, due, amount)| Invoice { id, client: client(), order: None, issued, due, amount }).collect();
        let payments: Vec<Payment> = payments.into_iter()
            .map(|(invoice, date, amount)| Payment { id: client(), client: client(), invoice, date, amount }).collect();
        let ends: Vec<i32> = gaps.into_iter().scan(0, |end, gap| { *end += gap; Some(*end) }).collect();
        let receivables = Receivables::on(as_of, &invoices, &payments).unwrap();
        let ageing = Ageing::of(&receivables, &ends).unwrap();

        let billed: Decimal = invoices.iter().filter(|one| one.issued <= as_of).map(|one| one.amount).sum();
        let received: Decimal = payments.iter().filter(|one| one.date <= as_of).map(|one| one.amount).sum();
        prop_assert_eq!(ageing.balance, billed - received);
        let late: Decimal = ageing.buckets.iter().sum();
        prop_assert_eq!(ageing.not_due + late + ageing.credits + ageing.unapplied, ageing.balance);
        prop_assert_eq!(ageing.buckets.len(), ends.len() + 1);
        prop_assert!(ageing.not_due >= Decimal::ZERO && ageing.credits <= Decimal::ZERO);
        prop_assert!(ageing.buckets.iter().all(|bucket| *bucket >= Decimal::ZERO));
        prop_assert_eq!(late, receivables.overdue().map(|item| item.open).sum::<Decimal>());
    }
}
