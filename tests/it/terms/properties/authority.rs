use proptest::collection::vec;
use proptest::prelude::*;
use rust_decimal::Decimal;
use sapa::domain::terms::{Authority, CreditPolicy, Deal, Decision, LateRule, Level, Limit, Solvency};

use super::cents;
use crate::support::dec;

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
