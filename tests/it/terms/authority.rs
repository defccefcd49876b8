use rust_decimal::Decimal;
use sapa::domain::receivable::{Exposure, Invoice, Receivables, UnderWay};
use sapa::domain::terms::{
    Authority, Change, CreditPolicy, Deal, Decision, LateRule, Level, Limit, Reason, Shortened, Solvency,
};

use super::refused;
use crate::support::{day, dec};

fn limit(level: Level, from: &str, discount: &str, margin: Option<&str>) -> Limit {
    Limit { level, from: dec(from), discount_percent: dec(discount), margin_percent: margin.map(dec) }
}

/// Two bands: small orders, and those from 10,000 at list price, where less may be given.
pub(super) fn authority() -> Authority {
    Authority::new(vec![
        limit(Level::Beginner, "0", "0", Some("30")),
        limit(Level::Experienced, "0", "10", Some("20")),
        limit(Level::Experienced, "10000", "5", Some("25")),
        limit(Level::Senior, "0", "20", Some("10")),
        limit(Level::KeyAccount, "0", "40", None),
    ])
    .unwrap()
}

fn deal(list: &str, net: &str, cost: &str) -> Deal {
    Deal { list: dec(list), net: dec(net), cost: Some(dec(cost)), ..Deal::default() }
}

/// Who must grant it when an experienced manager asks, and for how many reasons; nobody if they may themselves.
fn check(deal: Deal, expected: Option<(Option<Level>, usize)>) {
    let decision = authority().decide(Level::Experienced, &deal).unwrap();
    let found = match &decision {
        Decision::Allowed => None,
        Decision::Needs { level, reasons } => Some((*level, reasons.len())),
    };
    assert_eq!(found, expected, "{deal:?}: {decision:?}");
}

#[test]
fn judges_everything_given_at_once() {
    check(deal("1000", "900", "500"), None);
    check(deal("1000", "899.99", "500"), Some((Some(Level::Senior), 1)));
    // The same money as free goods, or as time to pay.
    let free = Deal { list: dec("900"), free_goods: dec("100"), ..deal("900", "900", "500") };
    check(free, None);
    check(Deal { net: dec("890"), ..free }, Some((Some(Level::Senior), 1)));
    let late = Deal { deferral: dec("20"), ..deal("1000", "920", "500") };
    check(late, None);
    check(Deal { deferral: dec("20.01"), ..late }, Some((Some(Level::Senior), 1)));
    // Paid before: some of the discount comes back.
    check(Deal { deferral: dec("-5"), ..deal("1000", "895", "500") }, None);
    // Dearer than the list.
    check(deal("1000", "1100", "500"), None);
}

#[test]
fn keeps_the_margin() {
    check(deal("1000", "950", "760"), None);
    check(deal("1000", "950", "760.01"), Some((Some(Level::Senior), 1)));
    check(deal("1000", "850", "800"), Some((Some(Level::KeyAccount), 2)));
    // What is not known is not left; only who needs no margin can grant it.
    check(Deal { cost: None, ..deal("1000", "950", "0") }, Some((Some(Level::KeyAccount), 1)));
    check(deal("1000", "0", "500"), Some((None, 2)));
    check(deal("0", "0", "0"), Some((Some(Level::KeyAccount), 1)));
}

#[test]
fn looks_at_the_band_of_the_list_value() {
    check(deal("9999.99", "9000", "1000"), None);
    check(deal("10000", "9500", "1000"), None);
    check(deal("10000", "9499.99", "1000"), Some((Some(Level::Senior), 1)));
    // No discount makes a large order a small one, and free goods make it larger.
    check(deal("10500", "9450", "1000"), Some((Some(Level::Senior), 1)));
    let free = Deal { free_goods: dec("500"), ..deal("9600", "9450", "1000") };
    check(free, Some((Some(Level::Senior), 1)));
}

#[test]
fn says_what_is_asked_of_whom() {
    let Decision::Needs { level, reasons } = authority().decide(Level::Beginner, &deal("1000", "850", "800")).unwrap()
    else {
        panic!("allowed");
    };
    assert_eq!(level, Some(Level::KeyAccount));
    let [Reason::Discount { given, limit: most }, Reason::Margin { left, limit: least }] = reasons[..] else {
        panic!("{reasons:?}");
    };
    assert_eq!([given, most, least], ["15", "0", "30"].map(dec));
    assert_eq!(left.round_dp(4), dec("5.8824"));
    // Beyond everybody.
    let decision = authority().decide(Level::KeyAccount, &deal("1000", "500", "100")).unwrap();
    let beyond = Reason::Discount { given: dec("50"), limit: dec("40") };
    assert_eq!(decision, Decision::Needs { level: None, reasons: vec![beyond] });
    // A level without a limit of its own has that of the level below; without any, nothing.
    let only = Authority::new(vec![limit(Level::Experienced, "100", "10", None)]).unwrap();
    let small = deal("1000", "900", "500");
    assert_eq!(only.decide(Level::Senior, &small).unwrap(), Decision::Allowed);
    let nobody = |level, amount: &str| Decision::Needs { level, reasons: vec![Reason::Amount { amount: dec(amount) }] };
    assert_eq!(only.decide(Level::Beginner, &small).unwrap(), nobody(Some(Level::Experienced), "1000"));
    assert_eq!(only.decide(Level::KeyAccount, &deal("99", "99", "1")).unwrap(), nobody(None, "99"));
    assert_eq!(Level::ALL.map(Level::number), [1, 2, 3, 4]);
}

#[test]
fn takes_rounding_for_no_discount() {
    // 999.98 was rounded to 999.95 for want of smaller coins.
    let rounded = Deal { rounding: dec("0.03"), ..deal("999.98", "999.95", "500") };
    assert_eq!(authority().decide(Level::Beginner, &rounded).unwrap(), Decision::Allowed);
    let beyond = authority().decide(Level::Beginner, &Deal { rounding: dec("0"), ..rounded }).unwrap();
    assert!(matches!(beyond, Decision::Needs { .. }));
}

#[test]
fn refuses_limits_and_deals_that_contradict_themselves() {
    let fails = |limits: &[Limit]| refused(Authority::new(limits.to_vec()));
    let ten = limit(Level::Experienced, "0", "10", Some("20"));
    for wrong in [
        limit(Level::Experienced, "-1", "10", None),
        limit(Level::Experienced, "0", "-1", None),
        limit(Level::Experienced, "0", "100.01", None),
        limit(Level::Experienced, "0", "10", Some("100")),
    ] {
        assert_eq!(fails(&[wrong]), "rule.invalid", "{wrong:?}");
    }
    assert_eq!(fails(&[ten, ten]), "rule.invalid");
    // A level that may less than the one below it.
    assert_eq!(fails(&[ten, limit(Level::Senior, "0", "9", Some("20"))]), "rule.invalid");
    assert_eq!(fails(&[ten, limit(Level::Senior, "0", "10", Some("21"))]), "rule.invalid");
    assert_eq!(
        fails(&[ten, limit(Level::KeyAccount, "0", "20", None), limit(Level::KeyAccount, "500", "5", None)]),
        "rule.invalid"
    );
    assert_eq!(
        fails(&[limit(Level::Experienced, "0", "10", None), limit(Level::Senior, "0", "20", Some("5"))]),
        "rule.invalid"
    );
    for wrong in [deal("-1", "1", "1"), deal("1", "-1", "1"), deal("1", "1", "-1")] {
        assert_eq!(refused(authority().decide(Level::Senior, &wrong)), "number.range", "{wrong:?}");
    }
    let largest = Deal { list: Decimal::MAX, free_goods: Decimal::MAX, ..Deal::default() };
    assert_eq!(refused(authority().decide(Level::Senior, &largest)), "number.overflow");
}

#[test]
fn asks_again_only_for_what_got_worse() {
    let judged = |deal: Deal| deal.judge().unwrap();
    let approved = judged(deal("1000", "850", "600"));
    let worse = |now: Deal| judged(now).worse_than(&approved);
    assert_eq!(worse(deal("1000", "850", "600")), []);
    assert_eq!(worse(deal("900", "810", "500")), []);
    // Other lines, other steps, the same figures.
    assert_eq!(worse(Deal { free_goods: dec("100"), ..deal("900", "850", "600") }), []);
    assert_eq!(worse(deal("1000", "840", "580")), [Change::Discount { approved: dec("15"), now: dec("16") }]);
    assert_eq!(worse(deal("2000", "1700", "1200")), [Change::Amount { approved: dec("1000"), now: dec("2000") }]);
    let [Change::Margin { approved: was, now: Some(now) }] = worse(deal("1000", "850", "700"))[..] else { panic!() };
    assert!(now < was);
    let [Change::Margin { now: None, .. }] = worse(Deal { cost: None, ..deal("1000", "850", "0") })[..] else {
        panic!()
    };
    // No margin was judged then, so none can be worse now.
    let blind = judged(Deal { cost: None, ..deal("1000", "850", "0") });
    assert_eq!(approved.worse_than(&blind), []);
}

fn policy() -> CreditPolicy {
    let rule = |from_days, most_days| LateRule { from_days, most_days };
    CreditPolicy { tolerance: dec("1"), late: vec![rule(1, 30), rule(15, 14), rule(45, 0)], over_limit_days: 7 }
}

#[test]
fn shortens_the_wait_of_who_is_late() {
    let check = |asked: u32, overdue: &str, days_late: u32, over: &str, days: u32, expected: &[Shortened]| {
        let solvency = Solvency { overdue: dec(overdue), days_late, over_limit: dec(over) };
        let granted = policy().grant(asked, &solvency).unwrap();
        assert_eq!((granted.days, &granted.reasons[..]), (days, expected), "{asked} {solvency:?}");
    };
    let late = |amount: &str, days_late, most_days| Shortened::Overdue { amount: dec(amount), days_late, most_days };
    let over = |by: &str| Shortened::OverLimit { by: dec(by), most_days: 7 };
    check(60, "0", 0, "0", 60, &[]);
    check(60, "500", 3, "0", 30, &[late("500", 3, 30)]);
    check(60, "500", 14, "0", 30, &[late("500", 14, 30)]);
    check(60, "500", 15, "0", 14, &[late("500", 15, 14)]);
    check(60, "500", 400, "0", 0, &[late("500", 400, 0)]);
    check(60, "0", 0, "0.01", 7, &[over("0.01")]);
    check(60, "500", 3, "80", 7, &[late("500", 3, 30), over("80")]);
    check(20, "500", 3, "80", 7, &[over("80")]);
    // Nothing is shortened where nothing longer was asked for, or where only a trifle is late.
    check(5, "500", 20, "80", 5, &[]);
    check(0, "500", 400, "80", 0, &[]);
    check(60, "1", 90, "0", 60, &[]);
    check(60, "1.01", 90, "0", 0, &[late("1.01", 90, 0)]);
}

#[test]
fn reads_solvency_off_the_books() {
    let invoice = |id: &str, due: &str, amount: &str| Invoice {
        id: id.to_owned(),
        client: "ALFKI".to_owned(),
        order: None,
        issued: day("2026-01-01"),
        due: day(due),
        amount: dec(amount),
    };
    let invoices =
        [invoice("A", "2026-06-01", "100"), invoice("B", "2026-06-20", "50"), invoice("C", "2026-07-30", "70")];
    let receivables = Receivables::on(day("2026-06-30"), &invoices, &[]).unwrap();
    let order = UnderWay { this_order: dec("100"), ..UnderWay::default() };
    let solvency = |limit: Option<&str>| {
        let exposure = Exposure::of(receivables.balance, &order, limit.map(dec)).unwrap();
        Solvency::of(&receivables, &exposure).unwrap()
    };
    let found = Solvency { overdue: dec("150"), days_late: 29, over_limit: dec("0") };
    assert_eq!(solvency(None), found);
    assert_eq!(solvency(Some("320")), found);
    assert_eq!(solvency(Some("300")), Solvency { over_limit: dec("20"), ..found });
}

#[test]
fn refuses_credit_policies_that_contradict_themselves() {
    let rule = |from_days, most_days| LateRule { from_days, most_days };
    for late in
        [vec![rule(0, 30)], vec![rule(5, 30), rule(5, 14)], vec![rule(9, 14), rule(5, 7)], vec![rule(1, 7), rule(9, 8)]]
    {
        assert_eq!(refused(CreditPolicy { late, ..policy() }.grant(30, &Solvency::default())), "rule.invalid");
    }
    let policy = CreditPolicy { tolerance: dec("-1"), ..policy() };
    assert_eq!(refused(policy.grant(30, &Solvency::default())), "rule.invalid");
}
