//! Two lines ordered more of together, where one alone does not do it.
//!
//! At the lowest total one of the two stands at a threshold: between thresholds the total is a straight line in both
//! quantities. So each threshold of the one is tried with the cheapest quantity of the other.

use rust_decimal::Decimal;

use super::mark::Point;
use super::{Trial, Way, is_free};
use crate::domain::error::Result;
use crate::domain::label::Label;
use crate::domain::money::sub;
use crate::domain::pricing::Priced;

/// More of another line, ordered along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Along {
    /// The line's id.
    pub line: Label,
    /// How many units to order of it: a whole number.
    pub quantity: Decimal,
    /// How many more that is.
    pub extra: Decimal,
}

/// Of so many lines each two are tried, and so many quantities of each: more would be searched for too long.
const LINES: usize = 4;
const QUANTITIES: usize = 5;

impl Trial<'_> {
    /// The cheapest way of each two lines that have less than the discount that is asked for. Of many, those count that are
    /// worth most, because they hold the order back most.
    pub(super) fn together(&mut self, now: &Priced, asked: Decimal) -> Result<Vec<Way>> {
        let mut behind: Vec<usize> = (0..now.lines.len()).collect();
        behind.retain(|line| is_free(&self.request, self.held, *line));
        behind.retain(|line| now.lines.get(*line).is_some_and(|line| line.percent() < asked));
        let worth = |line: usize| now.lines.get(line).map(|line| line.list);
        while behind.len() > LINES {
            let least = behind.iter().copied().min_by_key(|line| worth(*line));
            behind.retain(|line| Some(*line) != least);
        }
        let mut ways = Vec::new();
        for (at, one) in behind.iter().enumerate() {
            for other in behind.iter().skip(at + 1) {
                let both = [self.along(*one, *other)?, self.along(*other, *one)?];
                ways.extend(both.into_iter().flatten().min_by_key(|way| way.net));
            }
        }
        Ok(ways)
    }

    /// The cheapest way of raising `second` along with `first` at one of its thresholds.
    fn along(&mut self, first: usize, second: usize) -> Result<Option<Way>> {
        let Some(line) = self.request.lines.get(first) else { return Ok(None) };
        let (id, now) = (line.id.clone(), line.quantity);
        let mut best: Option<Way> = None;
        for Point { quantity, .. } in self.points(first, now)?.0.into_iter().take(QUANTITIES) {
            self.set(first, quantity);
            let Some(way) = self.cheapest(second)? else { continue };
            if best.as_ref().is_none_or(|best| way.net < best.net) {
                let along = Along { line: id.clone(), quantity, extra: sub(quantity, now)? };
                best = Some(Way { along: Some(along), ..way });
            }
        }
        self.set(first, now);
        Ok(best)
    }
}
