//! What must hold of every score and of every search, tried on random ones.

use proptest::collection::vec;
use proptest::prelude::*;
use rust_decimal::Decimal;
use sapa::domain::comparison::*;

use crate::comparison::{fact, number, sheet};

fn any_direction() -> impl Strategy<Value = Direction> {
    prop_oneof![Just(Direction::Max), Just(Direction::Min)]
}

fn any_value() -> impl Strategy<Value = Option<Decimal>> {
    prop_oneof![
        6 => (0_i64..=100_000, 0_u32..=4).prop_map(|(mantissa, scale)| Some(Decimal::new(mantissa, scale))),
        1 => Just(Some(Decimal::ZERO)),
        2 => Just(None),
    ]
}

/// A few criteria over the same products. Where there is a most, no value is above it.
fn any_rows() -> impl Strategy<Value = Vec<Measured>> {
    (1_usize..6).prop_flat_map(|columns| {
        let row = (0_i64..20, any_direction(), any::<bool>(), vec(any_value(), columns)).prop_map(
            |(weight, direction, bounded, values)| {
                let most = bounded.then(|| Decimal::from(200_000));
                Measured { weight: weight.into(), direction, most, values }
            },
        );
        vec(row, 1..6)
    })
}

fn sums(rows: &[Measured]) -> Result<Vec<Interval>, TestCaseError> {
    weighted_sum(rows).map_err(|error| TestCaseError::fail(error.to_string()))
}

/// The last digits differ where a sum is taken in another order.
fn near(one: Decimal, other: Decimal) -> bool {
    (one - other).abs() < Decimal::new(1, 20)
}

fn same(one: &Interval, other: &Interval) -> bool {
    near(one.low, other.low) && near(one.neutral, other.neutral) && near(one.high, other.high)
}

proptest! {
    #[test]
    fn scaling_all_weights_changes_nothing(rows in any_rows(), factor in 1_i64..1_000) {
        let mut scaled = rows.clone();
        scaled.iter_mut().for_each(|row| row.weight *= Decimal::from(factor));
        for (one, other) in sums(&rows)?.iter().zip(&sums(&scaled)?) {
            prop_assert!(same(one, other), "{one:?} became {other:?}");
        }
    }

    #[test]
    fn scaling_the_unit_changes_nothing(rows in any_rows(), factor in 1_i64..1_000) {
        let mut scaled = rows.clone();
        for row in &mut scaled {
            row.most = row.most.map(|most| most * Decimal::from(factor));
            row.values.iter_mut().flatten().for_each(|value| *value *= Decimal::from(factor));
        }
        for (one, other) in sums(&rows)?.iter().zip(&sums(&scaled)?) {
            prop_assert!(same(one, other), "{one:?} became {other:?}");
        }
    }

    #[test]
    fn moving_the_columns_moves_the_scores(rows in any_rows(), by in 0_usize..6) {
        let mut moved = rows.clone();
        for row in &mut moved {
            let by = by % row.values.len();
            row.values.rotate_left(by);
        }
        let mut expected = sums(&rows)?;
        let by = by % expected.len();
        expected.rotate_left(by);
        for (one, other) in expected.iter().zip(&sums(&moved)?) {
            prop_assert!(same(one, other), "{one:?} became {other:?}");
        }
    }

    #[test]
    fn the_dominated_never_rank_above_their_dominator(rows in any_rows(), worse in vec((0_i64..100, any::<bool>()), 6)) {
        // A column as good as the first or worse, criterion by criterion, is put in at the front.
        let mut rows = rows;
        for (row, (by, equal)) in rows.iter_mut().zip(&worse) {
            let best = row.values[0].unwrap_or(Decimal::ONE);
            row.values[0] = Some(best);
            let by = if *equal { Decimal::ZERO } else { Decimal::from(*by) };
            let dominated = match row.direction {
                Direction::Max => (best - by).max(Decimal::ZERO),
                Direction::Min => best + by,
            };
            row.values.insert(0, Some(dominated));
        }
        let sums = sums(&rows)?;
        prop_assert!(sums[0].low <= sums[1].low && sums[0].neutral <= sums[1].neutral && sums[0].high <= sums[1].high, "{sums:?}");
    }

    #[test]
    fn shares_are_parts_of_one_whole(rows in any_rows()) {
        let exact = rows.iter().all(|row| row.values.iter().all(Option::is_some));
        let weighed = rows.iter().any(|row| !row.weight.is_zero());
        let whole = if weighed { Decimal::ONE } else { Decimal::ZERO };
        let sums = sums(&rows)?;
        prop_assert!(near(sums.iter().map(|sum| sum.neutral).sum(), whole), "{sums:?}");
        for sum in &sums {
            prop_assert!(Decimal::ZERO <= sum.low && sum.low <= sum.neutral && sum.neutral <= sum.high && sum.high <= Decimal::ONE + Decimal::new(1, 20));
            prop_assert!(!exact || sum.is_exact());
        }
    }

    #[test]
    fn forgetting_a_value_never_narrows_an_interval(rows in any_rows(), row in any::<prop::sample::Index>(), column in any::<prop::sample::Index>()) {
        let before = sums(&rows)?;
        let mut rows = rows;
        let row = row.index(rows.len());
        let column = column.index(rows[row].values.len());
        rows[row].values[column] = None;
        let slack = Decimal::new(1, 20);
        for (before, after) in before.iter().zip(&sums(&rows)?) {
            prop_assert!(after.low <= before.low + slack && before.high <= after.high + slack, "{before:?} became {after:?}");
        }
    }

    #[test]
    fn the_truth_lies_in_the_interval(rows in any_rows(), truths in vec(vec((0_i64..=200_000, 0_u32..=3), 6), 6)) {
        let mut known = rows.clone();
        for (row, truths) in known.iter_mut().zip(&truths) {
            for (value, (mantissa, scale)) in row.values.iter_mut().zip(truths) {
                *value = value.or(Some(Decimal::new(*mantissa, *scale)));
            }
        }
        let slack = Decimal::new(1, 20);
        for (guess, truth) in sums(&rows)?.iter().zip(&sums(&known)?) {
            prop_assert!(guess.low <= truth.neutral + slack && truth.neutral <= guess.high + slack, "{truth:?} is not within {guess:?}");
        }
    }

    #[test]
    fn a_certain_leader_leads_whatever_the_truth(
        criteria in vec((1_i64..9, any_direction()), 1..5),
        values in vec(vec(any_value(), 5), 3),
        truths in vec(vec((0_i64..=200_000, 0_u32..=3), 5), 3),
    ) {
        let criteria: Vec<_> = criteria.iter().enumerate().map(|(n, (weight, direction))| number(&n.to_string(), *direction, *weight)).collect();
        let products = ["chai", "a", "b"];
        let facts = |values: &[Vec<Option<Decimal>>]| -> Vec<Fact> {
            let pairs = products.iter().zip(values).flat_map(|(product, values)| {
                values.iter().enumerate().filter_map(move |(n, value)| Some(fact(product, &n.to_string(), Value::Number((*value)?))))
            });
            pairs.collect()
        };
        let fail = |error: sapa::domain::error::Error| TestCaseError::fail(error.to_string());
        let scores_of = |facts: &[Fact]| score(&sheet(&products[1..], &criteria, facts).grid(Audience::Us));
        let guess = scores_of(&facts(&values)).map_err(fail)?;
        let Some(conclusion) = conclude(&guess).map_err(fail)? else { return Ok(()) };
        // A criterion of which nothing is known does not count, so nothing is made known of it here either.
        let counts = |n: usize| guess.parts.iter().any(|part| part.criterion == n.to_string());
        let mut known = values;
        for (values, truths) in known.iter_mut().zip(&truths) {
            for (n, (value, (mantissa, scale))) in values.iter_mut().zip(truths).enumerate() {
                *value = value.or(counts(n).then(|| Decimal::new(*mantissa, *scale)));
            }
        }
        let truth = scores_of(&facts(&known)).map_err(fail)?;
        let slack = Decimal::new(1, 20);
        let lead = truth.totals[0].neutral - truth.totals[conclusion.rival].neutral;
        prop_assert!(conclusion.lead.low <= lead + slack && lead <= conclusion.lead.high + slack);
        if let (Some(leader), true) = (conclusion.leader, conclusion.certain) {
            for total in &truth.totals {
                prop_assert!(total.neutral <= truth.totals[leader].neutral + slack, "{conclusion:?}");
            }
        }
    }

    #[test]
    fn finding_never_panics_and_finds_what_it_shows(wording in "\\PC{0,30}", typed in "\\PC{0,12}") {
        let cards = [Objection { wording: wording.clone(), ..Objection::default() }];
        find(&cards, &typed);
        let word = wording.split_whitespace().next().unwrap_or_default();
        prop_assert_eq!(find(&cards, word).len(), 1, "{} in {}", word, wording);
    }
}
