use proptest::collection::vec;
use proptest::prelude::*;
use rust_decimal::Decimal;
use sapa::domain::terms::{CapitalCost, DayCount, Instalment, Schedule, TradeCredit, dated_present_value};

use super::{any_day_count, cents};
use crate::support::{day, dec};
use crate::terms::{METHODS, near};

fn any_cost() -> impl Strategy<Value = CapitalCost> {
    (cents(1..=6_000), proptest::sample::select(&METHODS[..]), any_day_count())
        .prop_map(|(annual_percent, method, day_count)| CapitalCost { annual_percent, method, day_count })
}

fn any_payments() -> impl Strategy<Value = Vec<Instalment>> {
    vec((0_i32..360, 1_i64..1_000_000), 1..6).prop_map(|payments| {
        let payment = |(days, amount)| Instalment {
            due: day("2026-03-01").add_days(days).unwrap(),
            amount: Decimal::new(amount, 2),
        };
        payments.into_iter().map(payment).collect()
    })
}

proptest! {
    #[test]
    fn waiting_takes_off_and_the_three_answers_agree(
        payments in any_payments(), cost in any_cost(), discount in cents(0..=9_000),
    ) {
        let schedule = Schedule::new(day("2026-03-01"), &payments).unwrap();
        let worth = schedule.present_value(&cost).unwrap();
        prop_assert!(worth > Decimal::ZERO && worth <= schedule.total());
        let break_even = schedule.break_even_discount(&cost).unwrap();
        // Less by that percentage now is as good; dearer by the surcharge later is as good.
        prop_assert!(near(schedule.total() * (dec("100") - break_even) / dec("100"), worth, 15));
        let surcharge = schedule.fair_surcharge(&cost).unwrap();
        prop_assert!(near(worth * (dec("100") + surcharge) / dec("100"), schedule.total(), 15));
        let effective = schedule.effective_discount(discount, &cost).unwrap();
        prop_assert!(effective >= discount && effective <= dec("100"));
        let dearer = CapitalCost { annual_percent: cost.annual_percent + Decimal::ONE, ..cost };
        prop_assert!(schedule.present_value(&dearer).unwrap() <= worth);
    }

    #[test]
    fn early_money_earns_what_late_money_costs(cost in any_cost(), days in 0_i32..500) {
        let years = Decimal::from(days) / dec("365");
        let (late, early) = (cost.over(years).unwrap(), cost.over(-years).unwrap());
        prop_assert!(near(late * early, Decimal::ONE, 24), "{} {}", late, early);
    }

    #[test]
    fn the_annual_cost_makes_both_worth_the_same(payments in any_payments(), discount in 0_i64..400) {
        let payments: Vec<Instalment> =
            payments.into_iter().map(|paid| Instalment { due: paid.due.add_days(30).unwrap(), ..paid }).collect();
        let schedule = Schedule::new(day("2026-03-01"), &payments).unwrap();
        let cash = schedule.total() * Decimal::new(1_000 - discount, 3);
        let rate = schedule.annual_cost(cash, DayCount::Actual365).unwrap();
        prop_assert!(rate >= Decimal::ZERO);
        let flows: Vec<_> = core::iter::once((day("2026-03-01"), -cash))
            .chain(payments.iter().map(|paid| (paid.due, paid.amount)))
            .collect();
        let value = dated_present_value(rate, &flows, DayCount::Actual365).unwrap();
        prop_assert!(near(value, Decimal::ZERO, 9), "{} {}", rate, value);
    }

    #[test]
    fn the_largest_early_discount_costs_what_capital_costs(cost in any_cost(), days in 1_u32..200) {
        let offer = TradeCredit { discount_percent: Decimal::ZERO, discount_days: 10, net_days: 10 + days };
        let largest = offer.largest_discount(&cost, 365).unwrap();
        let kept = (dec("100") - largest) / dec("100");
        prop_assert!(near(kept, cost.over(Decimal::from(days) / dec("365")).unwrap(), 24));
        prop_assert!(largest > Decimal::ZERO && largest < dec("100"));
    }
}
