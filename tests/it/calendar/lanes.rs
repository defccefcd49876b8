use proptest::prelude::*;
use sapa::domain::calendar::lanes::lanes;
use sapa::domain::calendar::timestamp::Timestamp;

/// Draws the lanes of stretches given in hours: column, span and columns of each.
fn check(stretches: &[(i64, i64)], expected: &[(usize, usize, usize)]) {
    let moments: Vec<_> = stretches.iter().map(|(start, end)| (hour(*start), hour(*end))).collect();
    let found: Vec<_> = lanes(&moments).iter().map(|lane| (lane.column, lane.span, lane.columns)).collect();
    assert_eq!(found, expected, "{stretches:?}");
}

fn hour(hour: i64) -> Timestamp {
    Timestamp::from_second(hour * 3_600)
}

#[test]
fn divides_the_width_only_where_it_must() {
    check(&[], &[]);
    check(&[(9, 10), (10, 11)], &[(0, 1, 1), (0, 1, 1)]);
    check(&[(9, 11), (10, 12)], &[(0, 1, 2), (1, 1, 2)]);
    // The order they are given in is the order of the answer.
    check(&[(10, 12), (9, 11)], &[(1, 1, 2), (0, 1, 2)]);
    // A column that is free again is taken again.
    check(&[(9, 12), (9, 10), (10, 11)], &[(0, 1, 2), (1, 1, 2), (1, 1, 2)]);
    // Three at once, and a fourth beside the longest, over the two columns left to it.
    check(&[(9, 14), (9, 11), (9, 10), (12, 13)], &[(0, 1, 3), (1, 1, 3), (2, 1, 3), (1, 2, 3)]);
    // Of two that begin together the longer stands first.
    check(&[(9, 10), (9, 12)], &[(1, 1, 2), (0, 1, 2)]);
    check(&[(9, 10), (9, 10)], &[(0, 1, 2), (1, 1, 2)]);
}

proptest! {
    #[test]
    fn nothing_is_drawn_over_another(stretches in prop::collection::vec((0_i64..48, 1_i64..12), 0..40)) {
        let moments: Vec<_> = stretches.iter().map(|(start, length)| (hour(*start), hour(start + length))).collect();
        let lanes = lanes(&moments);
        prop_assert_eq!(lanes.len(), moments.len());
        for (index, (one, lane)) in moments.iter().zip(&lanes).enumerate() {
            prop_assert!(lane.span >= 1 && lane.column + lane.span <= lane.columns);
            let overlapping: Vec<usize> = (0..moments.len())
                .filter(|other| *other != index && moments[*other].0 < one.1 && one.0 < moments[*other].1)
                .collect();
            for other in &overlapping {
                let other = &lanes[*other];
                prop_assert_eq!(other.columns, lane.columns);
                prop_assert!(other.column + other.span <= lane.column || lane.column + lane.span <= other.column);
            }
            // Alone it has the whole width, and no width is divided further than somebody needs.
            prop_assert_eq!(overlapping.is_empty(), lane.columns == 1);
            prop_assert!(lanes.iter().any(|other| other.column + 1 == lane.columns));
        }
        // No more columns than stand side by side at some moment.
        let at_once = |at: Timestamp| moments.iter().filter(|(start, end)| *start <= at && at < *end).count();
        let most = moments.iter().map(|(start, _)| at_once(*start)).max().unwrap_or(0);
        prop_assert!(lanes.iter().all(|lane| lane.columns <= most));
    }
}
