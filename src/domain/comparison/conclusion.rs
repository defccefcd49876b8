//! What the comparison says, in the parts of two sentences: who is ahead and by how much; what speaks for us and against.

use rust_decimal::Decimal;

use super::score::{Part, Scores};
use super::share::Interval;
use crate::domain::error::Result;
use crate::domain::money::{add, sub};

/// So many criteria are named on each side: a sentence holds no more.
const NAMED: usize = 2;

/// Our product beside the best of theirs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conclusion {
    /// The column that is ahead: ours, which is 0, or the rival's. None if they are level.
    pub leader: Option<usize>,
    /// The column of the best of theirs.
    pub rival: usize,
    /// Our score less the rival's, of 1.
    pub lead: Interval,
    /// Whether the leader stays first of all, whatever the missing values are.
    pub certain: bool,
    /// The criteria that speak most for us, the weightiest first; of each, both products' values are known and count.
    pub for_us: Vec<Point>,
    /// The criteria that speak most for the rival, likewise.
    pub against_us: Vec<Point>,
}

/// A criterion that decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// The criterion's id.
    pub criterion: String,
    /// What it adds to the lead of whom it speaks for, above zero, of 1.
    pub points: Decimal,
}

/// Draws the conclusion; none where there is nothing to compare with, or nothing that counts.
///
/// # Errors
/// `number.overflow`.
pub fn conclude(scores: &Scores) -> Result<Option<Conclusion>> {
    let rival = scores.ranking().into_iter().find(|column| *column > 0);
    let (Some(rival), false) = (rival, scores.parts.is_empty()) else { return Ok(None) };
    let (mut for_us, mut against_us, mut neutral) = (Vec::new(), Vec::new(), Decimal::ZERO);
    for part in &scores.parts {
        let points = sub(points(part, 0), points(part, rival))?;
        neutral = add(neutral, points)?;
        let side = if points > Decimal::ZERO { &mut for_us } else { &mut against_us };
        // What is not known of one of the two speaks for nobody, though its range counts in the lead.
        if !points.is_zero() && part.knows(0) && part.knows(rival) {
            side.push(Point { criterion: part.criterion.clone(), points: points.abs() });
        }
    }
    for side in [&mut for_us, &mut against_us] {
        side.sort_by_key(|point: &Point| core::cmp::Reverse(point.points));
        side.truncate(NAMED);
    }
    let leader = match neutral {
        lead if lead.is_zero() => None,
        lead => Some(if lead > Decimal::ZERO { 0 } else { rival }),
    };
    let mut certain = leader.is_some();
    for other in (0..scores.totals.len()).filter(|other| Some(*other) != leader) {
        certain = certain && scores.least_lead(leader.unwrap_or_default(), other)? > Decimal::ZERO;
    }
    let low = scores.least_lead(0, rival)?.min(neutral);
    let high = (-scores.least_lead(rival, 0)?).max(neutral);
    Ok(Some(Conclusion { leader, rival, lead: Interval { low, neutral, high }, certain, for_us, against_us }))
}

fn points(part: &Part, column: usize) -> Decimal {
    part.points.get(column).map_or(Decimal::ZERO, |points| points.neutral)
}
