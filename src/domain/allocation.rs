//! Sharing an amount out so that the shares add up to it.
//!
//! Amounts are whole numbers of the currency's smallest unit. They are multiplied with one another here, which is why
//! they are `i128` and not decimals.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::error::{Code, Error, Result};

/// Who gets the smallest units that do not divide evenly. Order systems disagree; ours must be able to agree with each.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Allocation {
    /// The largest fractional parts; between equal ones, the earlier.
    #[default]
    LargestRemainder,
    /// Every share is cut down, and the last takes what is left.
    RemainderToLast,
    /// Every share is cut down, and the first take one more each.
    FloorThenFirst,
    /// Every share is rounded, a tie down; what is missing or too much is settled from the first on, one unit each.
    HalfDownThenFirst,
    /// As the largest remainder, but every share is cut down towards negative infinity, so that a negative total is not the
    /// mirror image of the positive one.
    LargestRemainderSigned,
    /// From the last to the first, each takes its share, cut down, of what the ones after it have left.
    Sequential,
}

/// Rounds of asking who is full, before the lines are put in the order in which one more is enough.
const ROUNDS: u32 = 8;

/// Shares of `total` in proportion to `weights`; they add up to `total` exactly.
///
/// A negative total gives the shares of the positive one with the sign changed, but under
/// [`Allocation::LargestRemainderSigned`]. A weight of zero gets nothing, unless
/// all are zero: then all count the same.
///
/// ```
/// use sapa::domain::allocation::{Allocation, allocate};
///
/// assert_eq!(allocate(10_00, &[1, 1, 1], Allocation::LargestRemainder)?, [3_34, 3_33, 3_33]);
/// assert_eq!(allocate(10_00, &[1, 1, 1], Allocation::RemainderToLast)?, [3_33, 3_33, 3_34]);
/// # Ok::<(), sapa::domain::error::Error>(())
/// ```
///
/// # Errors
/// `number.range` for a negative weight, or for no weights and a total that is not zero; `number.overflow`.
#[cfg_attr(optimize_attribute, optimize(speed), inline(never))]
pub fn allocate(total: i128, weights: &[i128], policy: Allocation) -> Result<Vec<i128>> {
    let sum = sum_of(weights)?;
    if sum == 0 && !weights.is_empty() {
        return allocate(total, &vec![1; weights.len()], policy);
    }
    if total == 0 {
        return Ok(vec![0; weights.len()]);
    }
    if weights.is_empty() {
        return Err(Error::new(Code::NumberRange, "nothing to share out over"));
    }

    if policy == Allocation::Sequential {
        return sequential(total, weights, sum);
    }
    let signed = policy == Allocation::LargestRemainderSigned;
    let amount = if signed { total } else { total.checked_abs().ok_or_else(overflow)? };
    let mut left = amount;
    let mut shares = Vec::with_capacity(weights.len());
    let mut remainders = Vec::with_capacity(weights.len());
    let words = word(amount).zip(word(sum)).filter(|_| fits(amount, widest(weights)));
    for weight in weights {
        let (mut share, remainder) = match (words, word(*weight)) {
            (Some((amount, sum)), Some(weight)) => {
                let product = amount * weight;
                let share = product.div_euclid(sum);
                (i128::from(share), i128::from(product - share * sum))
            }
            _ => {
                let product = amount.checked_mul(*weight).ok_or_else(overflow)?;
                let share = product.div_euclid(sum);
                (share, product - share * sum)
            }
        };
        // `remainder > sum - remainder` is "more than half" without doubling.
        if policy == Allocation::HalfDownThenFirst && remainder > sum - remainder {
            share += 1;
        }
        left -= share;
        shares.push(share);
        remainders.push(remainder);
    }

    match policy {
        Allocation::LargestRemainder | Allocation::LargestRemainderSigned => {
            give_to_largest(&mut shares, &remainders, left);
        }
        Allocation::RemainderToLast => give_to_last(&mut shares, weights, left),
        // A sequence was shared out above.
        Allocation::FloorThenFirst | Allocation::HalfDownThenFirst | Allocation::Sequential => {
            give_to_first(&mut shares, weights, left);
        }
    }
    if total < 0 && !signed {
        shares.iter_mut().for_each(|share| *share = -*share);
    }
    Ok(shares)
}

/// Whether [`allocate`] by the largest remainder would surely give one more than its cap, which is seen without a division and
/// often at one of the first. The total, the weights and the caps are zero or more, and there is one cap for each weight; of
/// numbers so large that their products leave a machine word nothing is said.
///
/// ```
/// use sapa::domain::allocation::overfills;
///
/// assert!(overfills(10, &[1, 4], &[10, 7]));
/// assert!(!overfills(10, &[1, 4], &[10, 8]));
/// ```
#[cfg_attr(optimize_attribute, optimize(speed), inline(never))]
pub fn overfills(total: i128, weights: &[i128], caps: &[i128]) -> bool {
    let (Some(total), Some(sum @ 1..)) = (word(total), sum_of(weights).ok().and_then(word)) else { return false };
    for (weight, cap) in weights.iter().zip(caps) {
        let (Some(weight), Some(cap)) = (word(*weight), word(*cap)) else { return false };
        let (Some(reached), Some(full)) = (total.checked_mul(weight), cap.checked_mul(sum)) else { return false };
        // Cut down it is above the cap where the exact share comes to one more.
        if reached.saturating_sub(full) >= sum {
            return true;
        }
    }
    false
}

/// Whole numbers in the proportions of these decimals, as weights to share out by.
///
/// ```
/// use rust_decimal::Decimal;
/// use sapa::domain::allocation::proportions;
///
/// assert_eq!(proportions(&[Decimal::new(5, 1), 2.into()])?, [5, 20]);
/// # Ok::<(), sapa::domain::error::Error>(())
/// ```
///
/// # Errors
/// `number.overflow` for proportions beyond what 128 bits hold.
pub fn proportions(weights: &[Decimal]) -> Result<Vec<i128>> {
    let scale = weights.iter().map(Decimal::scale).max().unwrap_or_default();
    let lifted = weights.iter().map(|weight| {
        let lift = 10_i128.checked_pow(scale - weight.scale()).ok_or_else(overflow)?;
        weight.mantissa().checked_mul(lift).ok_or_else(overflow)
    });
    lifted.collect()
}

/// Shares of `total` in proportion to `weights`, none above its cap, and what could not be placed.
///
/// What a full line cannot take goes to those that still have room, in proportion again: water finding its level.
///
/// # Errors
/// As for [`allocate`]; `number.range` also for a negative cap or another number of caps than weights.
#[cfg_attr(optimize_attribute, optimize(speed), inline(never))]
pub fn allocate_with_caps(total: i128, weights: &[i128], caps: &[i128]) -> Result<(Vec<i128>, i128)> {
    sum_of(caps)?;
    if caps.len() != weights.len() {
        return Err(Error::new(Code::NumberRange, "one cap for each weight"));
    }
    let mut weight_left = sum_of(weights)?;
    if weight_left == 0 && !weights.is_empty() {
        return allocate_with_caps(total, &vec![1; weights.len()], caps);
    }

    widest(caps).checked_mul(weight_left).ok_or_else(overflow)?;
    let mut left = total.checked_abs().ok_or_else(overflow)?;
    left.checked_mul(widest(weights)).ok_or_else(overflow)?;

    // Whatever is full leaves more for each of the others, so those are asked again until all have room. A few rounds
    // usually do; lines fill up in the order of cap over weight, in which the last round finds all that are left.
    let narrow = fits(left, widest(weights)) && fits(widest(caps), weight_left);
    let mut shares = vec![0; weights.len()];
    let mut roomy: Vec<usize> = (0..weights.len()).filter(|index| weights[*index] > 0).collect();
    for round in 0.. {
        if round == ROUNDS {
            roomy.sort_unstable_by(|a, b| (caps[*a] * weights[*b]).cmp(&(caps[*b] * weights[*a])));
        }
        let before = roomy.len();
        roomy.retain(|index| {
            let (weight, cap) = (weights[*index], caps[*index]);
            // Multiplied out, because a division takes many times longer.
            let has_room = match (word(left), word(weight), word(cap), word(weight_left)) {
                (Some(left), Some(weight), Some(cap), Some(weight_left)) if narrow => left * weight < cap * weight_left,
                _ => left * weight < cap * weight_left,
            };
            if !has_room {
                shares[*index] = cap;
                left -= cap;
                weight_left -= weight;
            }
            has_room
        });
        if roomy.len() == before || roomy.is_empty() {
            break;
        }
    }
    // In line order again, so that spare units go to the earlier line.
    if !roomy.is_sorted() {
        roomy.sort_unstable();
    }
    if !roomy.is_empty() {
        let rest: Vec<i128> = roomy.iter().map(|index| weights[*index]).collect();
        for (index, share) in roomy.iter().zip(allocate(left, &rest, Allocation::LargestRemainder)?) {
            shares[*index] = share;
        }
        left = 0;
    }
    if total < 0 {
        shares.iter_mut().for_each(|share| *share = -*share);
        left = -left;
    }
    Ok((shares, left))
}

fn sequential(total: i128, weights: &[i128], sum: i128) -> Result<Vec<i128>> {
    let (mut left, mut weight_left) = (total, sum);
    let mut shares = vec![0; weights.len()];
    for (share, weight) in shares.iter_mut().zip(weights).rev() {
        if weight_left > 0 {
            *share = left.checked_mul(*weight).ok_or_else(overflow)? / weight_left;
        }
        left -= *share;
        weight_left -= weight;
    }
    Ok(shares)
}

#[cfg_attr(optimize_attribute, optimize(speed), inline(never))]
fn give_to_largest(shares: &mut [i128], remainders: &[i128], left: i128) {
    // `left` is below the number of lines, because every remainder is below the sum of the weights.
    let Some(count) = usize::try_from(left).ok().filter(|count| *count > 0) else { return };
    let mut order: Vec<usize> = (0..shares.len()).collect();
    let larger_first = |a: &usize, b: &usize| match remainders[*b].cmp(&remainders[*a]) {
        Ordering::Equal => a.cmp(b),
        unequal => unequal,
    };
    order.select_nth_unstable_by(count - 1, larger_first);
    order.iter().take(count).for_each(|index| shares[*index] += 1);
}

fn give_to_last(shares: &mut [i128], weights: &[i128], left: i128) {
    if let Some(last) = weights.iter().rposition(|weight| *weight > 0) {
        shares[last] += left;
    }
}

fn give_to_first(shares: &mut [i128], weights: &[i128], mut left: i128) {
    for (share, weight) in shares.iter_mut().zip(weights) {
        if left != 0 && *weight > 0 && *share + left.signum() >= 0 {
            *share += left.signum();
            left -= left.signum();
        }
    }
}

#[cfg_attr(optimize_attribute, optimize(speed), inline(never))]
fn sum_of(values: &[i128]) -> Result<i128> {
    values.iter().try_fold(0_i128, |sum, value| {
        if *value < 0 {
            return Err(Error::new(Code::NumberRange, "a negative weight or cap"));
        }
        sum.checked_add(*value).ok_or_else(overflow)
    })
}

fn widest(values: &[i128]) -> i128 {
    values.iter().max().copied().unwrap_or_default()
}

/// The number in half the width, in which multiplication and division are many times quicker; of nearly all orders even products
/// fit into it.
#[inline]
fn word(number: i128) -> Option<i64> {
    i64::try_from(number).ok()
}

fn fits(a: i128, b: i128) -> bool {
    a.checked_mul(b).and_then(word).is_some()
}

#[cold]
fn overflow() -> Error {
    Error::new(Code::NumberOverflow, "too large to share out")
}
