use proptest::prelude::*;
use rust_decimal::Decimal;
use sapa::domain::money::Rounding;
use sapa::domain::pricing::{self, Priced};
use sapa::domain::product::{Early, PriceList, Term};
use sapa::domain::quote::Payment;
use sapa::domain::terms::{CashRounding, Instalment, Move, Part, Plan, TaxReduction};

use super::{TODAY, equal, list, part, priced};
use crate::support::{currency, day, dec, request};

#[test]
fn coins_round_what_is_paid_and_nothing_else() {
    let mut priced = priced("99.98");
    let list = PriceList { cash: Some(CashRounding { step: dec("0.05"), rounding: Rounding::HalfUp }), ..list() };
    let paid = |priced: &Priced, term: &Term| Payment::of(priced, term, &list, day(TODAY)).unwrap();
    assert_eq!(paid(&priced, &Term::default()).due, dec("100.00"));
    let parts = Term { days: 90, plan: equal(3, None, "0"), ..Term::default() };
    assert_eq!(paid(&priced, &parts).total, dec("100.00"));
    let early = Early { percent: dec("2"), days: 10, tax: TaxReduction::OnEarly };
    let early = paid(&priced, &Term { days: 30, early: Some(early), ..Term::default() });
    assert_eq!((early.due, early.early.unwrap().due), (dec("100.00"), dec("98.00")));
    priced.taxed.gross = dec("99.97");
    assert_eq!(paid(&priced, &Term::default()).due, dec("99.95"));
}

#[test]
fn parts_are_paid_in_coins() {
    let check = |net: &str, step: &str, plan: Plan, expected: &[&str], interest: &str| {
        let list = PriceList { cash: Some(CashRounding { step: dec(step), rounding: Rounding::HalfUp }), ..list() };
        let term = Term { days: 90, plan, ..Term::default() };
        let payment = Payment::of(&priced(net), &term, &list, day(TODAY)).unwrap();
        let paid: Vec<_> = payment.payments.iter().map(|paid| format!("{} {}", paid.due, paid.amount)).collect();
        assert_eq!(paid, expected, "{net} {step} {term:?}");
        assert_eq!((payment.interest, payment.due + payment.interest), (dec(interest), payment.total), "{term:?}");
        assert_eq!(payment.due - payment.rounding, dec(net));
    };
    let third = |first: &str, second: &str, third: &str| {
        [("2026-04-01", first), ("2026-05-01", second), ("2026-05-31", third)]
            .map(|(day, paid)| format!("{day} {paid}"))
    };
    let thirds = |plan: Plan, net: &str, step: &str, parts: [&str; 3], interest: &str| {
        let expected = third(parts[0], parts[1], parts[2]);
        check(net, step, plan, &expected.each_ref().map(String::as_str), interest);
    };
    thirds(equal(3, None, "0"), "100.00", "0.05", ["33.35", "33.30", "33.35"], "0.00");
    thirds(equal(3, None, "0"), "100.01", "1", ["33", "34", "33"], "0");
    thirds(equal(3, None, "12"), "300.00", "0.05", ["102.00", "101.95", "102.00"], "5.95");
    let deposit = [part(Part::Percent(dec("30")), &[]), part(Part::Rest, &[Move::Days(60)])];
    check("99.99", "0.05", Plan::Parts(deposit.to_vec()), &["2026-03-02 30.00", "2026-05-01 70.00"], "0.00");
    // A part of less than half a coin is none.
    let little = [part(Part::Fixed(dec("0.40")), &[]), part(Part::Rest, &[Move::Days(60)])];
    check("9.00", "1", Plan::Parts(little.to_vec()), &["2026-05-01 9"], "0.00");
}

/// The tax falls with a price reckoned as if it were paid early, and coins round what is left: both are told, each for itself.
#[test]
fn what_coins_do_is_told_apart_from_the_tax() {
    let list = PriceList { cash: Some(CashRounding { step: dec("0.05"), rounding: Rounding::HalfUp }), ..list() };
    let early = Early { percent: dec("2"), days: 10, tax: TaxReduction::Always };
    let mut request = request(&[("1", "100.00")], Vec::new());
    request.lines[0].tax_percent = dec("21");
    let priced = pricing::price(&request).unwrap();
    let term = Term { days: 30, early: Some(early), ..Term::default() };
    let payment = Payment::of(&priced, &term, &list, day(TODAY)).unwrap();
    // 121.00 less the tax on 2.00, which is 0.42: 120.58.
    assert_eq!((priced.taxed.gross, payment.due, payment.rounding), (dec("121.00"), dec("120.60"), dec("0.02")));
}

proptest! {
    /// Rounded to coins the payments still come to what is owed in coins, each in whole coins and less than one from what it was.
    #[test]
    fn coins_add_up(
        cents in 1_i64..10_000_000, count in 2_u32..=24, percent in 0_i64..40, step in prop::sample::select(vec![2_i64, 5, 10, 50, 100]),
    ) {
        let coins = CashRounding { step: Decimal::new(step, 2), rounding: Rounding::HalfUp };
        let amount = coins.round(Decimal::new(cents, 2)).unwrap();
        let before = equal(count, Some(1), &percent.to_string()).payments(amount, day(TODAY), 0, currency(2)).unwrap();
        let paid = coins.payments(before.clone()).unwrap();
        let sum = |paid: &[Instalment]| paid.iter().map(|paid| paid.amount).sum::<Decimal>();
        prop_assert_eq!(sum(&paid), coins.round(sum(&before)).unwrap());
        if percent == 0 {
            prop_assert_eq!(sum(&paid), amount);
        }
        for part in &paid {
            prop_assert!((part.amount % coins.step).is_zero() && part.amount > Decimal::ZERO, "{}", part.amount);
        }
        for before in &before {
            let now = paid.iter().find(|paid| paid.due == before.due).map_or(Decimal::ZERO, |paid| paid.amount);
            prop_assert!((now - before.amount).abs() < coins.step, "{} became {now}", before.amount);
        }
    }
}
