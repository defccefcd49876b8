//! Scores by how lately, how often and for how much a client buys.
//!
//! The method is that of the R package rfm 0.3.0 (MIT, <https://github.com/rsquaredacademy/rfm>), after Blattberg, Kim and
//! Neslin, *Database Marketing*, 2008. Others of the same name give other scores.

use core::fmt;

use rust_decimal::Decimal;

use super::{Sale, totals};
use crate::domain::date::Date;
use crate::domain::error::Result;
use crate::domain::money::{add, mul, sub};

/// The method's name, for exports. The 1 that is added is one day, one order and one unit of the currency, so sales counted
/// in cents give other scores than sales counted in dollars.
pub const METHOD: &str = "rfm quantile-7 20/40/60/80 +1 half-open";

/// Every client's scores on a day.
///
/// ```
/// use sapa::domain::date::Date;
/// use sapa::domain::segments::rfm::{Rfm, default_segments};
/// use sapa::domain::segments::Sale;
///
/// let names = ["a", "b", "c", "d", "e"];
/// let sales: Vec<Sale> = (1_i32..=5).zip(names)
///     .map(|(n, client)| Ok(Sale { client, on: Date::MIN.add_days(n * 10)?, amount: (n * 100).into() }))
///     .collect::<Result<_, sapa::domain::error::Error>>()?;
/// let rfm = Rfm::on(Date::MIN.add_days(60)?, &sales)?;
/// let last = rfm.clients[4];
/// assert_eq!((last.recency, last.score.to_string()), (10, "515".into()));
/// assert!(last.score.segment(&default_segments()).is_none());
/// # Ok::<(), sapa::domain::error::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rfm<'a> {
    /// The day; one later, and every recency is one more.
    pub as_of: Date,
    /// Where one score ends and the next begins; nothing if nobody had bought by then.
    pub cuts: Option<Cuts>,
    /// Those who had bought by then, in the order of their ids.
    pub clients: Vec<Scored<'a>>,
}

/// Where scores 1 to 4 end and 2 to 5 begin: the quantiles of type 7 at 20, 40, 60 and 80 percent, plus 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cuts {
    /// In days.
    pub recency: [Decimal; 4],
    /// In orders.
    pub frequency: [Decimal; 4],
    /// In money.
    pub monetary: [Decimal; 4],
}

/// What a client did, and what it scores.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scored<'a> {
    /// The client's id.
    pub client: &'a str,
    /// Days since its last order.
    pub recency: i32,
    /// How many orders.
    pub frequency: u32,
    /// Their sum.
    pub monetary: Decimal,
    /// The scores.
    pub score: Score,
}

/// Three scores from 1 to 5, where 5 is what one wishes for: the fewest days, the most orders, the most money.
///
/// Written as three digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Score {
    /// How lately.
    pub recency: u8,
    /// How often.
    pub frequency: u8,
    /// For how much.
    pub monetary: u8,
}

/// A name for a region of scores. Regions overlap, so the order of a table is part of its meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The name.
    pub name: String,
    /// The lowest and the highest recency score.
    pub recency: [u8; 2],
    /// The lowest and the highest frequency score.
    pub frequency: [u8; 2],
    /// The lowest and the highest monetary score.
    pub monetary: [u8; 2],
}

/// What the clients of one segment did together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group<'t> {
    /// The segment; nothing for the clients none holds.
    pub segment: Option<&'t Segment>,
    /// How many clients.
    pub clients: u32,
    /// Their orders.
    pub orders: u32,
    /// The sum of their orders.
    pub revenue: Decimal,
}

impl<'a> Rfm<'a> {
    /// Scores the clients by their orders up to and including the day `as_of`; one sale is one order.
    ///
    /// # Errors
    /// `number.overflow`.
    pub fn on(as_of: Date, sales: &[Sale<'a>]) -> Result<Self> {
        let totals = totals(sales, Date::MIN, as_of)?;
        let measures = || totals.iter().map(|total| (as_of.days_since(total.last), total));
        let cuts = (!totals.is_empty()).then(|| {
            Ok(Cuts {
                recency: cuts(measures().map(|(days, _)| days.into()).collect())?,
                frequency: cuts(measures().map(|(_, total)| total.count.into()).collect())?,
                monetary: cuts(measures().map(|(_, total)| total.amount).collect())?,
            })
        });
        let cuts = cuts.transpose()?;
        let scored = |cuts: Cuts| {
            measures().map(move |(recency, total)| Scored {
                client: total.client,
                recency,
                frequency: total.count,
                monetary: total.amount,
                score: cuts.score(recency.into(), total.count.into(), total.amount),
            })
        };
        Ok(Self { as_of, cuts, clients: cuts.into_iter().flat_map(scored).collect() })
    }

    /// The clients by segment of the table, in its order, and last those whom no segment holds.
    ///
    /// # Errors
    /// `number.overflow`.
    pub fn by_segment<'t>(&self, table: &'t [Segment]) -> Result<Vec<Group<'t>>> {
        let group = |segment| Group { segment, clients: 0, orders: 0, revenue: Decimal::ZERO };
        let mut groups: Vec<Group> = table.iter().map(Some).chain([None]).map(group).collect();
        for scored in &self.clients {
            let place = table.iter().position(|segment| segment.holds(scored.score)).unwrap_or(table.len());
            if let Some(group) = groups.get_mut(place) {
                group.clients = group.clients.saturating_add(1);
                group.orders = group.orders.saturating_add(scored.frequency);
                group.revenue = add(group.revenue, scored.monetary)?;
            }
        }
        Ok(groups)
    }
}

impl Cuts {
    /// The scores of one client: days since the last order, orders, money.
    pub fn score(&self, recency: Decimal, frequency: Decimal, monetary: Decimal) -> Score {
        let above = |cuts: &[Decimal; 4], value: Decimal| cuts.iter().map(|cut| u8::from(*cut <= value)).sum::<u8>();
        Score {
            // Few days are good, so this scale runs backwards.
            recency: 5 - above(&self.recency, recency),
            frequency: 1 + above(&self.frequency, frequency),
            monetary: 1 + above(&self.monetary, monetary),
        }
    }
}

impl Score {
    /// The first segment of the table that holds all three scores; nothing if none does.
    pub fn segment<'t>(&self, table: &'t [Segment]) -> Option<&'t Segment> {
        table.iter().find(|segment| segment.holds(*self))
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}{}", self.recency, self.frequency, self.monetary)
    }
}

impl Segment {
    /// A segment between the lowest and the highest of each score, both included.
    pub fn new(name: &str, recency: [u8; 2], frequency: [u8; 2], monetary: [u8; 2]) -> Self {
        Self { name: name.to_owned(), recency, frequency, monetary }
    }

    fn holds(&self, score: Score) -> bool {
        let within = |[low, high]: [u8; 2], score: u8| low <= score && score <= high;
        within(self.recency, score.recency)
            && within(self.frequency, score.frequency)
            && within(self.monetary, score.monetary)
    }
}

/// The ten segments of the R package's vignette, in its order.
pub fn default_segments() -> Vec<Segment> {
    vec![
        Segment::new("Champions", [5, 5], [5, 5], [5, 5]),
        Segment::new("Potential Loyalist", [3, 5], [3, 5], [2, 5]),
        Segment::new("Loyal", [2, 4], [2, 4], [2, 4]),
        Segment::new("Promising", [3, 4], [1, 3], [3, 5]),
        Segment::new("New", [4, 5], [1, 3], [1, 4]),
        Segment::new("Can't Lose Them", [1, 2], [3, 4], [4, 5]),
        Segment::new("At Risk", [1, 2], [2, 5], [4, 5]),
        Segment::new("Need Attention", [1, 3], [3, 5], [3, 5]),
        Segment::new("About To Sleep", [2, 3], [1, 3], [1, 4]),
        Segment::new("Lost", [1, 1], [1, 5], [1, 1]),
    ]
}

fn cuts(mut values: Vec<Decimal>) -> Result<[Decimal; 4]> {
    values.sort_unstable();
    let cut = |fifths: usize| add(quantile(&values, fifths)?, Decimal::ONE);
    Ok([cut(1)?, cut(2)?, cut(3)?, cut(4)?])
}

/// The quantile of type 7 (Hyndman and Fan 1996) at so many fifths: on the way from the first value to the last, in equal
/// strides from one to the next. Zero if there are no values.
fn quantile(sorted: &[Decimal], fifths: usize) -> Result<Decimal> {
    let strides = sorted.len().saturating_sub(1) * fifths;
    let at = |index: usize| sorted.get(index).copied();
    let low = at(strides / 5).unwrap_or_default();
    let high = at(strides / 5 + 1).unwrap_or(low);
    // Tenths have a last digit where fifths written as a quotient might not.
    let part = Decimal::new([0, 2, 4, 6, 8][strides % 5], 1);
    add(low, mul(sub(high, low)?, part)?)
}
