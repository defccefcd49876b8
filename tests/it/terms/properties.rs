use proptest::collection::vec;
use proptest::prelude::*;
use rust_decimal::Decimal;
use sapa::domain::date::Date;
use sapa::domain::money::Rounding;
use sapa::domain::terms::{
    Annuity, Authority, Bill, CapitalCost, CashRounding, CreditPolicy, DayCount, Deal, Decision, Due, EarlyPayment,
    FirstPayment, Goal, GoalLine, Instalment, Ladder, LateRule, Level, Limit, Move, Part, Schedule, Solvency,
    TaxReduction, TaxRounding, Taxed, Term, TradeCredit, break_even_volume, contribution, due_date, effective_rate,
    instalments, internal_rates, largest_discount, margin, net_present_value, nominal_rate, seek,
};

use super::{DAY_COUNTS, METHODS, near};
use crate::support::{currency, day, dec};

fn cents(range: core::ops::RangeInclusive<i64>) -> impl Strategy<Value = Decimal> {
    range.prop_map(|cents| Decimal::new(cents, 2))
}

fn any_date() -> impl Strategy<Value = Date> {
    (-300_000_i32..300_000).prop_map(|days| day("1970-01-01").add_days(days).unwrap())
}

fn any_day_count() -> impl Strategy<Value = DayCount> {
    proptest::sample::select(&DAY_COUNTS[..])
}

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

fn any_ladder() -> impl Strategy<Value = Vec<(Decimal, Decimal)>> {
    vec((1_i64..400, 0_i64..2_000), 1..5).prop_map(|gaps| {
        let (mut from, mut percent) = (0, 0);
        let rung = |(gap, more)| {
            from += gap;
            percent += more;
            (Decimal::from(from), Decimal::new(percent, 2))
        };
        gaps.into_iter().map(rung).collect()
    })
}

fn any_deal() -> impl Strategy<Value = Deal> {
    (
        cents(0..=500_000),
        cents(0..=50_000),
        cents(0..=500_000),
        cents(0..=5_000),
        proptest::option::of(cents(0..=400_000)),
    )
        .prop_map(|(list, free_goods, net, deferral, cost)| Deal {
            list,
            free_goods,
            net,
            rounding: Decimal::ZERO,
            deferral,
            cost,
        })
}

/// Limits that rise with the level, as two limits a level.
fn any_authority() -> impl Strategy<Value = Authority> {
    vec((0_i64..20, 0_i64..20), 4).prop_map(|steps| {
        let mut limits = Vec::new();
        let (mut small, mut large) = (0, 0);
        for (level, (more_small, more_large)) in Level::ALL.into_iter().zip(steps) {
            small += more_small;
            large += more_large;
            for (from, percent) in [(0, small), (2_000, large)] {
                let margin_percent = Some(Decimal::from(80 - percent));
                limits.push(Limit { level, from: from.into(), discount_percent: percent.into(), margin_percent });
            }
        }
        Authority::new(limits).unwrap()
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

    #[test]
    fn rates_and_their_inverses_meet(rate in -90_i64..500, periods in 1_u32..400) {
        let rate = Decimal::new(rate, 2);
        let nominal = nominal_rate(rate, periods).unwrap();
        prop_assert!(near(effective_rate(nominal, periods).unwrap(), rate, 18), "{}", nominal);
    }

    #[test]
    fn annuities_and_their_payments_meet(
        rate in -500_i64..3_000, periods in 1_u32..60, payment in -10_000_i64..10_000, future in -10_000_i64..10_000,
        begin in any::<bool>(),
    ) {
        let due = if begin { Due::Begin } else { Due::End };
        let annuity = Annuity { rate: Decimal::new(rate, 4), periods, future: future.into(), due };
        let present = annuity.present_value(payment.into()).unwrap();
        prop_assert!(near(annuity.payment(present).unwrap(), payment.into(), 12));
        // The same, payment by payment.
        let mut flows = vec![Decimal::from(payment); periods as usize];
        flows.insert(if begin { periods as usize } else { 0 }, Decimal::ZERO);
        *flows.last_mut().unwrap() += Decimal::from(future);
        let value = net_present_value(annuity.rate, &flows, FirstPayment::Now).unwrap();
        prop_assert!(near(present, -value, 12), "{} {}", present, value);
    }

    #[test]
    fn internal_rates_are_worth_nothing(flows in vec(-1_000_i64..1_000, 2..14)) {
        let flows: Vec<Decimal> = flows.into_iter().map(Decimal::from).collect();
        // A double rate of zero counts once.
        prop_assume!(!flows.iter().sum::<Decimal>().is_zero());
        let rates = internal_rates(&flows).unwrap();
        prop_assert!(rates.is_sorted() && rates.iter().all(|rate| *rate > Decimal::NEGATIVE_ONE));
        for rate in &rates {
            // The value is measured against what its terms come to, which near -100 % is a great deal.
            let size: Vec<Decimal> = flows.iter().map(Decimal::abs).collect();
            let value = net_present_value(*rate, &flows, FirstPayment::Now).unwrap();
            let most = net_present_value(*rate, &size, FirstPayment::Now).unwrap();
            prop_assert!(value.abs() <= most * dec("0.0000000001"), "{}: {} of {}", rate, value, most);
        }
        // Never more than the changes of sign, and of the same parity (Descartes).
        let signs: Vec<bool> = flows.iter().filter(|flow| !flow.is_zero()).map(Decimal::is_sign_negative).collect();
        let changes = signs.windows(2).filter(|pair| pair[0] != pair[1]).count();
        prop_assert!(rates.len() <= changes && (changes - rates.len()).is_multiple_of(2), "{:?} {}", rates, changes);
    }

    #[test]
    fn internal_rates_are_all_found(rates in proptest::collection::btree_set(-80_i64..300, 1..6)) {
        // The polynomial with just these roots in x = 1 + r, the highest power first.
        let mut flows = vec![Decimal::ONE];
        for rate in &rates {
            let root = Decimal::new(100 + rate, 2);
            flows.push(Decimal::ZERO);
            for index in (1..flows.len()).rev() {
                flows[index] = flows[index] - root * flows[index - 1];
            }
        }
        let found = internal_rates(&flows).unwrap();
        prop_assert_eq!(found.len(), rates.len(), "{:?}", found);
        for (found, rate) in found.iter().zip(&rates) {
            prop_assert!(near(*found, Decimal::new(*rate, 2), 10), "{} {}", found, rate);
        }
    }

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
        let value = sapa::domain::terms::dated_present_value(rate, &flows, DayCount::Actual365).unwrap();
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

    #[test]
    fn settlements_add_up(
        lines in vec((cents(0..=100_000), 0_i64..30), 0..5), percent in cents(0..=10_000),
        tax in proptest::sample::select(&[TaxReduction::OnEarly, TaxReduction::Always, TaxReduction::Never][..]),
        coin in proptest::option::of(proptest::sample::select(&[5_u32, 10, 50][..])), whole in any::<bool>(),
    ) {
        let lines: Vec<Taxed> = lines.into_iter().map(|(net, tax)| Taxed { net, tax_percent: tax.into() }).collect();
        let bill = Bill {
            lines: &lines,
            fixed_tax: Decimal::ZERO,
            tax_rounding: if whole { TaxRounding::Document } else { TaxRounding::Line },
            currency: currency(2),
            rounding: Rounding::HalfUp,
            cash: coin.map(|units| CashRounding::units(units, currency(2)).unwrap()),
        };
        let settled = EarlyPayment { discount_percent: percent, tax }.settle(&bill).unwrap();
        prop_assert_eq!(settled.gross, settled.net + settled.tax);
        prop_assert_eq!(settled.discount, settled.late - settled.early);
        let step = coin.map_or(dec("0.01"), |units| Decimal::new(units.into(), 2));
        prop_assert!((settled.late % step).is_zero() && (settled.early % step).is_zero());
        prop_assert!(settled.early >= Decimal::ZERO && settled.early <= settled.late);
        prop_assert!((settled.late - settled.gross).abs() * Decimal::TWO <= step);
    }

    #[test]
    fn coins_are_near_and_stay(amount in cents(-100_000..=100_000), units in 1_u32..200) {
        let coins = CashRounding::units(units, currency(2)).unwrap();
        let rounded = coins.round(amount).unwrap();
        prop_assert!((rounded - amount).abs() * Decimal::TWO <= coins.step);
        prop_assert_eq!(coins.round(rounded).unwrap(), rounded);
        prop_assert_eq!(coins.round(-amount).unwrap(), -rounded);
    }

    #[test]
    fn discounts_start_where_they_say(rungs in any_ladder(), asked in cents(1..=8_000)) {
        let ladder = Ladder::of_percents(Decimal::ONE, &rungs).unwrap();
        let given = |total: Decimal, quantity: Decimal| (Decimal::ONE - total / quantity) * dec("100");
        match ladder.start(asked).unwrap() {
            Some(from) => {
                prop_assert!(given(ladder.total(from).unwrap(), from) >= asked);
                let below = from - dec("0.01");
                prop_assert!(given(ladder.total(below).unwrap(), below) < asked);
            }
            None => prop_assert!(rungs.iter().all(|(_, percent)| *percent < asked)),
        }
        match ladder.slab_start(asked).unwrap() {
            Some(from) => {
                prop_assert!(near(given(ladder.slab_total(from).unwrap(), from), asked, 20));
                let below = from * dec("0.9999");
                prop_assert!(given(ladder.slab_total(below).unwrap(), below) < asked);
            }
            None => prop_assert!(rungs.iter().all(|(_, percent)| *percent <= asked)),
        }
    }

    #[test]
    fn slabs_are_continuous_and_rise(rungs in any_ladder(), quantity in cents(0..=200_000), more in cents(0..=10_000)) {
        let ladder = Ladder::of_percents(dec("3"), &rungs).unwrap();
        let (now, then) = (ladder.slab_total(quantity).unwrap(), ladder.slab_total(quantity + more).unwrap());
        prop_assert!(then >= now && then - now <= dec("3") * more);
        prop_assert!(ladder.total(quantity).unwrap() <= now);
    }

    #[test]
    fn cliffs_save_the_most(rungs in any_ladder(), quantity in cents(1..=200_000)) {
        let ladder = Ladder::of_percents(Decimal::ONE, &rungs).unwrap();
        let now = ladder.total(quantity).unwrap();
        let cliff = ladder.cliff(quantity).unwrap();
        if let Some(cliff) = cliff {
            prop_assert!(cliff.extra > Decimal::ZERO && cliff.saving > Decimal::ZERO);
            prop_assert_eq!(ladder.total(quantity + cliff.extra).unwrap(), cliff.total);
            prop_assert_eq!(now - cliff.total, cliff.saving);
        }
        let best = cliff.map_or(now, |cliff| cliff.total);
        for (from, _) in rungs.iter().filter(|(from, _)| *from > quantity) {
            prop_assert!(ladder.total(*from).unwrap() >= best);
        }
    }

    #[test]
    fn goals_are_met_to_the_cent(
        lines in vec((0_i64..100_000, 0_i64..=110, any::<bool>()), 0..8), target in 0_i64..400_000,
    ) {
        let line = |(amount, floor, locked)| GoalLine {
            amount: Decimal::new(amount, 2),
            floor: Decimal::new(amount * floor, 4),
            locked,
        };
        let lines: Vec<GoalLine> = lines.into_iter().map(line).collect();
        let target = Decimal::new(target, 2);
        let least = |line: &GoalLine| if line.locked { line.amount } else { Rounding::Ceiling.round(line.floor, 2) };
        let lowest: Decimal = lines.iter().map(least).sum();
        match seek(&lines, target, currency(2)).unwrap() {
            Goal::OutOfReach { nearest } => {
                prop_assert_eq!(nearest, lowest);
                let fixed = lines.iter().all(|line| line.locked || line.amount.is_zero());
                prop_assert!(target < lowest || fixed);
            }
            Goal::Reached { percent, amounts } => {
                prop_assert_eq!(amounts.iter().sum::<Decimal>(), target);
                prop_assert_eq!(amounts.len(), lines.len());
                for (line, amount) in lines.iter().zip(amounts) {
                    prop_assert!(amount >= least(line), "{:?} {}", line, amount);
                    let fair = line.amount * (dec("100") - percent) / dec("100");
                    let expected = if line.locked { line.amount } else { fair.max(least(line)) };
                    let roomy = lines.iter().any(|line| !line.locked && line.amount > Decimal::ZERO) && target > lowest;
                    prop_assert!(!roomy || (amount - expected).abs() < dec("0.01"), "{:?} {} {}", line, amount, expected);
                }
            }
        }
    }

    #[test]
    fn margins_and_volumes_come_back(price in cents(100..=100_000), cost in 1_i64..95, asked in 1_i64..90, cut in 0_i64..50) {
        let (list, cost) = (price, price * Decimal::new(cost, 2));
        let discount = largest_discount(list, cost, asked.into()).unwrap();
        let left = margin(list * (dec("100") - discount) / dec("100"), cost).unwrap();
        prop_assert!(near(left, asked.into(), 15), "{} {}", discount, left);

        let change = -(list - cost) * Decimal::new(cut, 2);
        let more = break_even_volume(list, cost, change).unwrap();
        let before = contribution(dec("1000"), list, cost).unwrap();
        let after = contribution(dec("1000") * (Decimal::ONE + more), list + change, cost).unwrap();
        prop_assert!(near(before, after, 15), "{} {}", before, after);
    }

    #[test]
    fn authority_rises_with_the_level(authority in any_authority(), deal in any_deal()) {
        let decisions = Level::ALL.map(|level| authority.decide(level, &deal).unwrap());
        let first = decisions.iter().position(|decision| *decision == Decision::Allowed);
        for (index, decision) in decisions.iter().enumerate() {
            match decision {
                Decision::Allowed => prop_assert!(first.is_some_and(|first| first <= index)),
                Decision::Needs { level, reasons } => {
                    prop_assert!(!reasons.is_empty());
                    prop_assert_eq!(level.map(|level| usize::from(level.number() - 1)), first);
                }
            }
            prop_assert_eq!(*decision == Decision::Allowed, first.is_some_and(|first| first <= index));
        }
    }

    #[test]
    fn giving_more_is_never_easier(authority in any_authority(), deal in any_deal(), more in cents(0..=10_000)) {
        let allowed = |deal: &Deal, level| authority.decide(level, deal).unwrap() == Decision::Allowed;
        let lower = Deal { net: (deal.net - more).max(Decimal::ZERO), ..deal };
        let later = Deal { deferral: deal.deferral + more, ..deal };
        for level in Level::ALL {
            for dearer in [&lower, &later] {
                prop_assert!(!allowed(dearer, level) || allowed(&deal, level), "{:?} {:?}", dearer, deal);
            }
        }
    }

    #[test]
    fn an_approval_stands_until_a_figure_is_worse(authority in any_authority(), deal in any_deal(), other in any_deal()) {
        let (approved, now) = (deal.judge().unwrap(), other.judge().unwrap());
        prop_assert!(approved.worse_than(&approved).is_empty());
        // Within one band and with nothing worse, who might sign then may sign now.
        if now.worse_than(&approved).is_empty() && (now.amount < dec("2000")) == (approved.amount < dec("2000")) {
            for level in Level::ALL {
                if deal.cost.is_some() && approved.margin_percent.is_some() && authority.decide(level, &deal).unwrap() == Decision::Allowed {
                    prop_assert_eq!(authority.decide(level, &other).unwrap(), Decision::Allowed);
                }
            }
        }
    }

    #[test]
    fn who_owes_more_waits_no_longer(
        asked in 0_u32..120, overdue in cents(0..=1_000), late in 0_u32..100, over in cents(0..=100), more in 0_u32..50,
    ) {
        let rule = |from_days, most_days| LateRule { from_days, most_days };
        let policy = CreditPolicy {
            tolerance: dec("1"),
            late: vec![rule(1, 45), rule(10, 14), rule(60, 0)],
            over_limit_days: 7,
        };
        let solvency = Solvency { overdue, days_late: late, over_limit: over };
        let granted = policy.grant(asked, &solvency).unwrap();
        prop_assert!(granted.days <= asked);
        prop_assert_eq!(granted.days < asked, !granted.reasons.is_empty());
        let worse = Solvency { days_late: late + more, overdue: overdue + Decimal::from(more), ..solvency };
        prop_assert!(policy.grant(asked, &worse).unwrap().days <= granted.days);
    }
}
