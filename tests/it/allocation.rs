use proptest::collection::vec;
use proptest::prelude::*;
use sapa::domain::allocation::{Allocation, allocate, allocate_with_caps, overfills, proportions};

use crate::support::{any_of, dec};

use Allocation::{
    FloorThenFirst, HalfDownThenFirst, LargestRemainder, LargestRemainderSigned, RemainderToLast, Sequential,
};

#[test]
fn settles_spare_units_by_policy() {
    let check = |total: i128, weights: &[i128], policy: Allocation, expected: &[i128]| {
        let mirrored: Vec<i128> = expected.iter().map(|share| -share).collect();
        assert_eq!(allocate(total, weights, policy).unwrap(), expected, "{total} over {weights:?}, {policy:?}");
        assert_eq!(allocate(-total, weights, policy).unwrap(), mirrored, "-{total} over {weights:?}, {policy:?}");
    };

    check(300, &[43, 14, 23], LargestRemainder, &[161, 53, 86]);
    check(300, &[43, 14, 23], HalfDownThenFirst, &[162, 52, 86]);
    check(300, &[43, 14, 23], FloorThenFirst, &[162, 52, 86]);
    check(300, &[43, 14, 23], RemainderToLast, &[161, 52, 87]);

    check(1000, &[1, 1, 1], LargestRemainder, &[334, 333, 333]);
    check(1000, &[1, 1, 1], HalfDownThenFirst, &[334, 333, 333]);
    check(1000, &[1, 1, 1], RemainderToLast, &[333, 333, 334]);
    check(5000, &[12, 23, 30], FloorThenFirst, &[924, 1769, 2307]);

    // 1.6, 1.6 and 1.8 are all rounded up, 1 too much: the first gives it back.
    check(5, &[16, 16, 18], HalfDownThenFirst, &[1, 2, 2]);
    // Here the first has nothing to give back.
    check(5, &[1, 16, 16, 17], HalfDownThenFirst, &[0, 1, 2, 2]);
    // Every share is cut down to nothing.
    check(2, &[1, 1, 1], RemainderToLast, &[0, 0, 2]);

    for policy in [LargestRemainder, RemainderToLast, FloorThenFirst, HalfDownThenFirst] {
        check(0, &[], policy, &[]);
        check(0, &[3, 4], policy, &[0, 0]);
        check(40, &[10, 0], policy, &[40, 0]);
        check(40, &[0, 10], policy, &[0, 40]);
        check(10, &[0, 0], policy, &[5, 5]);
        check(7, &[123], policy, &[7]);
    }
    check(1, &[0, 1, 1], LargestRemainder, &[0, 1, 0]);
    check(1, &[0, 1, 1], FloorThenFirst, &[0, 1, 0]);
    check(1, &[1, 1, 0], RemainderToLast, &[0, 1, 0]);
}

#[test]
fn shares_as_two_more_money_libraries_do() {
    let check = |total: i128, weights: &[i128], policy: Allocation, expected: &[i128]| {
        assert_eq!(allocate(total, weights, policy).unwrap(), expected, "{total} over {weights:?}, {policy:?}");
    };
    // moneyphp: not the mirror image of 4 and 1.
    check(5, &[7, 3], LargestRemainderSigned, &[4, 1]);
    check(-5, &[7, 3], LargestRemainderSigned, &[-3, -2]);
    check(-10, &[0, 1, 1, 1], LargestRemainderSigned, &[0, -3, -3, -4]);
    // RubyMoney: the last first.
    check(100, &[1, 1, 1], Sequential, &[34, 33, 33]);
    check(5, &[7, 3], Sequential, &[4, 1]);
    check(-5, &[7, 3], Sequential, &[-4, -1]);
    check(5, &[0, 1, 0], Sequential, &[0, 5, 0]);
}

#[test]
fn proportions_are_whole_numbers() {
    assert_eq!(proportions(&[dec("0.10"), dec("2"), dec("0.005")]).unwrap(), [100, 2000, 5]);
    assert_eq!(proportions(&[]).unwrap(), [0_i128; 0]);
    let code = proportions(&[dec("79228162514264337593543950335"), dec("0.0000000000000000000000000001")]);
    assert_eq!(code.unwrap_err().code(), "number.overflow");
}

#[test]
fn fills_up_whatever_the_order() {
    // Each line that is full makes just the next one full: more rounds than are tried before sorting.
    let caps: Vec<i128> = (1..=24).map(|index| (1 << index) - 1).rev().collect();
    let weights = vec![1_i128; caps.len()];
    let all: i128 = caps.iter().sum();
    let (shares, unplaced) = allocate_with_caps(all - 1, &weights, &caps).unwrap();
    assert_eq!((shares.iter().sum::<i128>(), unplaced), (all - 1, 0));
    assert_eq!((shares[0], &shares[1..]), (caps[0] - 1, &caps[1..]));
}

#[test]
fn says_nothing_of_what_leaves_a_machine_word() {
    let most = i128::from(i64::MAX);
    assert!(overfills(most, &[1, 1], &[0, 0]));
    assert!(!overfills(most, &[2, 2], &[0, 0]));
    assert!(!overfills(1, &[0, 0], &[0, 0]), "without weights all count the same");
    assert!(!overfills(1, &[1, -1], &[0, 0]), "a negative weight is for whoever shares out");
    assert!(overfills(1, &[1], &[0]));
}

#[test]
fn refuses_what_cannot_be_shared() {
    let check = |total: i128, weights: &[i128], code: &str| {
        assert_eq!(allocate(total, weights, LargestRemainder).map_err(|error| error.code()), Err(code), "{weights:?}");
    };
    check(1, &[], "number.range");
    check(1, &[2, -1], "number.range");
    check(i128::MAX, &[2, 1], "number.overflow");
    check(i128::MIN, &[1], "number.overflow");
    check(1, &[i128::MAX, 1], "number.overflow");
}

#[test]
fn fills_up_to_the_caps() {
    let check = |total: i128, weights: &[i128], caps: &[i128], shares: &[i128], unplaced: i128| {
        let expected = (shares.to_vec(), unplaced);
        assert_eq!(
            allocate_with_caps(total, weights, caps).unwrap(),
            expected,
            "{total} over {weights:?} below {caps:?}"
        );
        let mirrored = (shares.iter().map(|share| -share).collect(), -unplaced);
        assert_eq!(
            allocate_with_caps(-total, weights, caps).unwrap(),
            mirrored,
            "-{total} over {weights:?} below {caps:?}"
        );
    };
    check(0, &[], &[], &[], 0);
    check(5, &[], &[], &[], 5);
    check(2000, &[3000, 1000], &[3000, 1000], &[1500, 500], 0);
    check(10000, &[3000, 1000], &[3000, 1000], &[3000, 1000], 6000);
    check(5000, &[3000, 0], &[3000, 9000], &[3000, 0], 2000);
    check(10, &[0, 0], &[3, 100], &[3, 7], 0);
    // Sylius, MinimumPriceDistributor: totals as weights, what each line may lose as caps.
    check(1200, &[1000, 2000, 5000, 3000], &[1000, 100, 0, 400], &[700, 100, 0, 400], 0);
    check(2500, &[5000, 6000], &[500, 6000], &[500, 2000], 0);
    check(2000, &[5000, 2000], &[500, 2000], &[500, 1500], 0);
    check(1000, &[5000], &[500], &[500], 500);
    check(2700, &[10000, 4000, 4000], &[1000, 4000, 4000], &[1000, 850, 850], 0);
    check(3600, &[10000, 4000, 3000, 1000], &[1000, 1000, 3000, 1000], &[1000, 1000, 1200, 400], 0);
    // The spare unit still goes to the earlier of two equals.
    check(101, &[1, 1, 1], &[100, 100, 1], &[50, 50, 1], 0);
    check(102, &[1, 1, 1], &[100, 100, 1], &[51, 50, 1], 0);
    check(101, &[1, 1], &[100, 60], &[51, 50], 0);

    let code = |total, weights: &[i128], caps: &[i128]| allocate_with_caps(total, weights, caps).unwrap_err().code();
    assert_eq!(code(1, &[1, 1], &[1]), "number.range");
    assert_eq!(code(1, &[1], &[-1]), "number.range");
    assert_eq!(code(1, &[-1], &[1]), "number.range");
    assert_eq!(code(1, &[i128::MAX], &[i128::MAX]), "number.overflow");
}

proptest! {
    #[test]
    fn shares_add_up(
        amount in -10_000_000_000_i128..=10_000_000_000,
        weights in vec(prop_oneof![Just(0_i128), 0..=1_000_000_000_i128], 1..40),
        policy in any_of::<Allocation>(),
    ) {
        let shares = allocate(amount, &weights, policy).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(shares.iter().sum::<i128>(), amount);
        let sum: i128 = weights.iter().sum();
        for (share, weight) in shares.iter().zip(&weights) {
            prop_assert!(share.signum() * amount.signum() >= 0, "{share} has the wrong sign");
            prop_assert!(sum == 0 || *weight > 0 || *share == 0, "a weight of zero got {share}");
            if policy == Allocation::LargestRemainder && sum > 0 {
                prop_assert!((share * sum - amount * weight).abs() < sum, "{share} is a unit away from the exact share");
            }
        }
    }

    #[test]
    fn water_finds_its_level(
        amount in -2_000_i128..=2_000,
        lines in vec((0_i128..=50, 0_i128..=200), 1..12),
    ) {
        let (weights, caps): (Vec<i128>, Vec<i128>) = lines.into_iter().unzip();
        let (shares, unplaced) =
            allocate_with_caps(amount, &weights, &caps).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(shares.iter().sum::<i128>() + unplaced, amount);
        let weightless = weights.iter().all(|weight| *weight == 0);
        let weight = |index: usize| if weightless { 1 } else { weights[index] };
        for (index, share) in shares.iter().enumerate() {
            prop_assert!(share.abs() <= caps[index] && share.signum() * amount.signum() >= 0);
            prop_assert!(unplaced == 0 || weight(index) == 0 || share.abs() == caps[index], "room was left");
            // Whoever is not full stands as high as anybody, up to one unit.
            for (other, height) in shares.iter().enumerate() {
                if share.abs() < caps[index] && weight(index) > 0 && weight(other) > 0 {
                    let above = height.abs() * weight(index) - share.abs() * weight(other);
                    prop_assert!(above < weight(index) + weight(other), "{height} stands above {share}");
                }
            }
        }
    }

    #[test]
    fn what_surely_overfills_does(
        amount in 0_i128..=2_000,
        lines in vec((0_i128..=50, 0_i128..=200), 1..12),
    ) {
        let (weights, caps): (Vec<i128>, Vec<i128>) = lines.into_iter().unzip();
        let sum: i128 = weights.iter().sum();
        prop_assume!(sum > 0);
        let cut_down = |(weight, cap): (&i128, &i128)| amount * weight / sum > *cap;
        let found = overfills(amount, &weights, &caps);
        prop_assert_eq!(found, weights.iter().zip(&caps).any(cut_down));
        let shares = allocate(amount, &weights, Allocation::LargestRemainder)
            .map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert!(!found || shares.iter().zip(&caps).any(|(share, cap)| share > cap));
    }
}
