use proptest::collection::vec;
use proptest::prelude::*;
use rust_decimal::Decimal;
use sapa::domain::date::Date;
use sapa::domain::money::Rounding;
use sapa::domain::terms::{DayCount, Instalment, Move, Part, Term, due_date, instalments};

use super::{any_day_count, cents};
use crate::support::{currency, day, dec};

fn any_date() -> impl Strategy<Value = Date> {
    (-300_000_i32..300_000).prop_map(|days| day("1970-01-01").add_days(days).unwrap())
}

fn any_terms() -> impl Strategy<Value = Vec<Term>> {
    let part = prop_oneof![
        cents(0..=10_000).prop_map(Part::Percent),
        cents(0..=10_000).prop_map(Part::PercentOfRest),
        cents(0..=50_000).prop_map(Part::Fixed),
        Just(Part::Rest),
    ];
    vec((part, 0_u32..100), 0..5).prop_map(|terms| {
        let mut terms: Vec<Term> =
            terms.into_iter().map(|(part, days)| Term { part, due: vec![Move::Days(days)] }).collect();
        terms.push(Term { part: Part::Rest, due: vec![Move::MonthEnd] });
        terms
    })
}

/// Percentages that come to the whole.
fn percents_of_all() -> impl Strategy<Value = Vec<Term>> {
    vec(0_i64..=10_000, 0..5).prop_map(|mut cuts| {
        cuts.extend([0, 10_000]);
        cuts.sort_unstable();
        let part = |pair: &[i64]| Part::Percent(Decimal::new(pair[1] - pair[0], 2));
        cuts.windows(2).map(|pair| Term { part: part(pair), due: vec![Move::Days(30)] }).collect()
    })
}

proptest! {
    #[test]
    fn years_rise_with_the_day(count in any_day_count(), from in any_date(), days in 0_i32..2_000) {
        let to = from.add_days(days).unwrap();
        let years = count.years(from, to).unwrap();
        prop_assert_eq!(count.years(to, from).unwrap(), -years);
        let tomorrow = count.years(from, to.add_days(1).unwrap()).unwrap();
        // Months of 30 days may count a day twice, at the end of February even three times backwards, never more.
        prop_assert!(tomorrow >= years, "{} {} {:?}: {} then {}", from, to, count, years, tomorrow);
        prop_assert!((years - Decimal::from(days) / dec("365.25")).abs() < dec("0.1"));
    }

    #[test]
    fn whole_years_are_years(count in any_day_count(), from in any_date(), years in 0_i32..20) {
        let from = Date::from_ymd(from.year(), from.month(), from.day().min(27)).unwrap();
        let to = from.add_months(years * 12).unwrap();
        let expected = match count {
            DayCount::Actual365 | DayCount::Actual360 => return Ok(()),
            _ => Decimal::from(years),
        };
        // A year from one leap year's middle to another year's is a day's part more or less.
        prop_assert!((count.years(from, to).unwrap() - expected).abs() < dec("0.003"));
    }

    #[test]
    fn due_dates_never_precede(from in any_date(), days in 0_u32..200, day_of_month in 1_u32..=31) {
        let due = due_date(from, &[Move::Days(days), Move::NextDayOfMonth(day_of_month)]).unwrap();
        let earliest = from.add_days(days.cast_signed()).unwrap();
        prop_assert!(due >= earliest && due.days_since(earliest) <= 31);
        let month_ends = due.add_days(1).unwrap().day() == 1;
        prop_assert!(due.day() == day_of_month || (due.day() < day_of_month && month_ends));
        let end = due_date(from, &[Move::MonthEnd]).unwrap();
        prop_assert!(end >= from && end.month() == from.month() && end.add_days(1).unwrap().day() == 1);
    }

    #[test]
    fn instalments_add_up(amount in prop_oneof![cents(-500_000..=500_000), cents(-5..=5)], terms in prop_oneof![any_terms(), percents_of_all()], digits in 2_u32..=3) {
        let payments =
            instalments(amount, day("2026-03-01"), &terms, currency(digits), Rounding::HalfUp).unwrap();
        prop_assert_eq!(payments.iter().map(|paid| paid.amount).sum::<Decimal>(), amount);
        for paid in &payments {
            prop_assert!(!paid.amount.is_zero() && paid.amount.is_sign_negative() == amount.is_sign_negative());
            prop_assert!(paid.amount.normalize().scale() <= digits);
        }
        let mirrored = instalments(-amount, day("2026-03-01"), &terms, currency(digits), Rounding::HalfUp).unwrap();
        let amounts = |payments: &[Instalment], sign: i32| payments.iter().map(|paid| paid.amount * Decimal::from(sign)).collect::<Vec<_>>();
        prop_assert_eq!(amounts(&mirrored, 1), amounts(&payments, -1));
    }
}
