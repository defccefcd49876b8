use sapa::domain::pricing::{Deferral, Discounting, Paid, PaidOn, Scope::Line, price};
use sapa::domain::terms::{DayCount, Instalment};

use crate::support::{day, dec, percent, request};

#[test]
fn reckons_what_waiting_costs() {
    let deferral = |days, annual: &str, method, year_days| {
        let paid = Paid::After { days, year_days };
        Deferral { paid, annual_percent: dec(annual), method }
    };
    let check_percent = |method, days, annual: &str, expected: &str| {
        let mut request = request(&[("1", "125000")], vec![percent(Line, "20")]);
        request.deferral = Some(deferral(days, annual, method, 365));
        let deferred = price(&request).unwrap().deferral.unwrap();
        assert_eq!(deferred.cost_percent.round_dp(12), dec(expected), "{method:?} {days} {annual}");
        assert_eq!(deferred.present_value + deferred.cost, dec("100000"), "{method:?}");
        deferred
    };
    let compound = check_percent(Discounting::Compound, 60, "18", "2.684105340835");
    assert_eq!((compound.present_value, compound.cost), (dec("97315.89"), dec("2684.11")));
    assert_eq!(compound.effective_percent.round_dp(9), dec("22.147284273"));
    check_percent(Discounting::Simple, 60, "18", "2.873869079297");
    check_percent(Discounting::Bank, 60, "18", "2.958904109589");
    for method in [Discounting::Compound, Discounting::Simple, Discounting::Bank] {
        check_percent(method, 0, "18", "0");
        check_percent(method, 60, "0", "0");
    }
    check_percent(Discounting::Compound, 365, "5", "4.761904761905");
    check_percent(Discounting::Compound, 730, "100", "75");
    check_percent(Discounting::Compound, u32::MAX, "1000", "100");

    let year_360 = deferral(90, "18.25", Discounting::Compound, 360).factor().unwrap();
    assert_eq!(year_360.round_dp(20), dec("0.95895827841643127880"));
    let ten_years = deferral(3650, "1000", Discounting::Compound, 365).factor().unwrap();
    assert_eq!(ten_years.round_dp(20), dec("0.00000000003855432894"));

    let code = |deferral: Deferral| deferral.factor().map_err(|error| error.code());
    assert_eq!(code(deferral(1, "-1", Discounting::Compound, 365)), Err("number.range"));
    assert_eq!(code(deferral(1, "1001", Discounting::Simple, 365)), Err("number.range"));
    assert_eq!(code(deferral(1, "5", Discounting::Compound, 0)), Err("number.range"));
    assert_eq!(code(deferral(366, "100", Discounting::Bank, 365)), Err("number.range"));
}

#[test]
fn payments_on_days_count_in_proportion_to_what_is_owed() {
    let deferral = |day_count, owed: &str, payments: &[(&str, &str)]| {
        let payments = payments.iter().map(|(due, amount)| Instalment { due: day(due), amount: dec(amount) }).collect();
        let paid = PaidOn { delivered: day("2026-01-31"), day_count, owed: dec(owed), payments };
        Deferral { paid: Paid::On(paid), annual_percent: dec("12"), method: Discounting::Bank }
    };
    let check = |day_count, owed: &str, payments: &[(&str, &str)], factor: &str| {
        assert_eq!(deferral(day_count, owed, payments).factor().unwrap(), dec(factor), "{day_count:?} {payments:?}");
    };
    use DayCount::{Actual360, ActualActual, ThirtyE360, ThirtyUs360};
    // Half a year of months of 30 days; 181 days of the calendar.
    check(ThirtyE360, "7", &[("2026-07-31", "7")], "0.94");
    check(ThirtyUs360, "7", &[("2026-07-31", "7")], "0.94");
    check(Actual360, "7", &[("2026-07-29", "7")], "0.9403333333333333333333333333");
    check(ActualActual, "1", &[("2027-01-31", "1")], "0.88");
    check(ThirtyE360, "100", &[("2026-01-31", "50"), ("2026-07-31", "50")], "0.97");
    check(ThirtyE360, "1", &[("2026-01-31", "0.5"), ("2026-07-31", "0.5")], "0.97");
    // Interest of 6 percent for half a year at 12 percent a year.
    check(ThirtyE360, "94", &[("2026-07-31", "100")], "1");

    let code = |owed, payments: &[_]| deferral(ThirtyE360, owed, payments).factor().map_err(|error| error.code());
    assert_eq!(code("0", &[("2026-07-31", "1")]), Err("number.range"));
    assert_eq!(code("-1", &[("2026-07-31", "1")]), Err("number.range"));
    assert_eq!(code("1", &[]), Err("number.range"));
    assert_eq!(code("1", &[("2026-07-31", "-1"), ("2026-08-31", "2")]), Err("number.range"));
    assert_eq!(code("1", &[("2046-07-31", "1")]), Err("number.range"), "bank discount of everything");
    let mut asked = request(&[("1", "1")], vec![]);
    asked.deferral = Some(deferral(ThirtyE360, "0", &[]));
    assert_eq!(price(&asked).unwrap_err().code(), "number.range");
}
