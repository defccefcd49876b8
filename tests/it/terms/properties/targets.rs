use proptest::collection::vec;
use proptest::prelude::*;
use rust_decimal::Decimal;
use sapa::domain::money::Rounding;
use sapa::domain::terms::{Goal, GoalLine, Ladder, break_even_volume, contribution, largest_discount, margin, seek};

use super::cents;
use crate::support::{currency, dec};
use crate::terms::near;

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

proptest! {
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
}
