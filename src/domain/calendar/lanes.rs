//! Side by side what happens at the same time.

use core::cmp::Reverse;

use super::timestamp::Timestamp;

/// Where an occurrence is drawn across the width of its day: from `column` of `columns`, over `span` of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lane {
    /// The first column it takes, from 0.
    pub column: usize,
    /// How many columns it takes, at least one.
    pub span: usize,
    /// Into how many columns the width is divided where it lies.
    pub columns: usize,
}

/// A lane for each stretch of time, in the order given. Stretches that overlap never share a column; each is as wide as its
/// neighbours leave it. Stretches are given as they are drawn: a short one with the height it needs to be touched.
///
/// ```
/// use sapa::domain::calendar::lanes::{Lane, lanes};
/// use sapa::domain::calendar::timestamp::Timestamp;
///
/// let at = |hour: i64| Timestamp::from_second(hour * 3_600);
/// let side_by_side = lanes(&[(at(9), at(11)), (at(10), at(12)), (at(13), at(14))]);
/// assert_eq!(side_by_side[0], Lane { column: 0, span: 1, columns: 2 });
/// assert_eq!(side_by_side[1], Lane { column: 1, span: 1, columns: 2 });
/// assert_eq!(side_by_side[2], Lane { column: 0, span: 1, columns: 1 });
/// ```
pub fn lanes(stretches: &[(Timestamp, Timestamp)]) -> Vec<Lane> {
    let mut order: Vec<usize> = (0..stretches.len()).collect();
    // Of two that begin together the longer one stands first, as in the calendars people know.
    order.sort_unstable_by_key(|index| stretches.get(*index).map(|(start, end)| (*start, Reverse(*end), *index)));

    let mut lanes = vec![Lane { column: 0, span: 1, columns: 1 }; stretches.len()];
    let mut group = Group::default();
    for index in order {
        let Some(stretch) = stretches.get(index) else { continue };
        if stretch.0 >= group.end {
            group.close(&mut lanes);
            group = Group::default();
        }
        group.place(index, *stretch);
    }
    group.close(&mut lanes);
    lanes
}

/// Stretches that hang together by overlapping.
struct Group {
    /// The stretches of each column, in the order of time.
    columns: Vec<Vec<Placed>>,
    end: Timestamp,
}

#[derive(Clone, Copy)]
struct Placed {
    index: usize,
    start: Timestamp,
    end: Timestamp,
}

impl Default for Group {
    fn default() -> Self {
        Self { columns: Vec::new(), end: Timestamp::MIN }
    }
}

impl Group {
    /// Puts the stretch into the first column that is free by then.
    fn place(&mut self, index: usize, (start, end): (Timestamp, Timestamp)) {
        let placed = Placed { index, start, end };
        let is_free = |column: &Vec<Placed>| column.last().is_none_or(|last| last.end <= start);
        match self.columns.iter_mut().find(|column| is_free(column)) {
            Some(column) => column.push(placed),
            None => self.columns.push(vec![placed]),
        }
        self.end = self.end.max(end);
    }

    /// Writes down the lanes, each as wide as the columns to its right are free.
    fn close(&self, lanes: &mut [Lane]) {
        for (column, stretches) in self.columns.iter().enumerate() {
            for placed in stretches {
                let overlaps = |other: &Placed| other.start < placed.end && placed.start < other.end;
                let right = self.columns.iter().skip(column + 1);
                let span = 1 + right.take_while(|column| !column.iter().any(overlaps)).count();
                if let Some(lane) = lanes.get_mut(placed.index) {
                    *lane = Lane { column, span, columns: self.columns.len() };
                }
            }
        }
    }
}
