//! The engine asked the other way round: what else would have to be ordered?
//!
//! Between two thresholds the list and the net amount are straight lines in the quantity of one line, and so the discount in
//! percent only rises or only falls there. It is enough to price at each threshold, and to halve the way to the next one
//! where the discount is reached between them: a line that gets more off than the others lifts the whole as it grows.

mod mark;
mod pair;

use rust_decimal::Decimal;

use super::priced::Priced;
use super::request::{Request, RoundAt};
use super::step::{Adjust, Step};
use super::tier::TierMode;
use super::{MOST_UNITS, price};
use crate::domain::error::{Code, Error, Result};
use crate::domain::label::Label;
use crate::domain::money::{Rounding, add, from_minor, mul, percent_of, sub};
use mark::{Point, points};

pub use mark::Mark;
pub use pair::Along;

/// How far an order is from a discount, and which lines would take it there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ways {
    /// What the order comes to as it is.
    pub net: Decimal,
    /// What comes off it as it is, in percent.
    pub percent: Decimal,
    /// Whether that is enough already; then there are no ways.
    pub is_there: bool,
    /// One for each line that can do it alone, the cheapest order first; where none can, one for each two that can together.
    pub ways: Vec<Way>,
}

/// One line ordered more of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// The line's id.
    pub line: Label,
    /// How many units to order of it: a whole number.
    pub quantity: Decimal,
    /// How many more that is.
    pub extra: Decimal,
    /// What the whole order comes to then.
    pub net: Decimal,
    /// What comes off it then, in percent.
    pub percent: Decimal,
    /// The threshold that is reached by it; none if the line only lifts the whole.
    pub mark: Option<Mark>,
    /// What must be ordered more of along with it, where one line alone does not do it.
    pub along: Option<Along>,
}

/// More lines than this would be searched for too long while somebody waits.
const MOST_LINES: usize = 200;

/// Beyond a hundred times as many units, and a hundred more, no advice is one.
const FAR: Decimal = Decimal::ONE_HUNDRED;

/// Where the asked discount starts for this order, and the cheapest ways there: for each line the quantity of it that brings
/// the discount of the whole order to so many percent at the lowest total. Where no line can do it alone, two are raised: of the
/// few lines that have less than that and count most.
///
/// What is missing for no other reason than that amounts are rounded, half a smallest unit for each, is not missing.
///
/// ```
/// use sapa::domain::money::Currency;
/// use sapa::domain::pricing::{Adjust, Band, Request, RequestLine, Scope, Step, Tiers, ways_to};
///
/// let bands = vec![Band { from: 12.into(), value: 10.into(), ..Band::default() }];
/// let request = Request {
///     lines: vec![RequestLine {
///         id: "chai".into(), quantity: 11.into(), unit_price: 18.into(), ..RequestLine::default()
///     }],
///     steps: vec![Step {
///         id: "volume".into(), adjust: Adjust::Tiers(Tiers { bands, ..Tiers::default() }), ..Step::default()
///     }],
///     ..Request::new(Currency::new("USD", 2)?)
/// };
/// let found = ways_to(&request, 10.into())?;
/// assert_eq!((found.ways[0].extra, found.ways[0].net.to_string()), (1.into(), "194.40".into()));
/// // And that is less than eleven cost.
/// assert_eq!(found.net.to_string(), "198.00");
/// # Ok::<(), sapa::domain::error::Error>(())
/// ```
///
/// # Errors
/// `number.range` for a percentage above 100 or more than 200 lines, otherwise as for [`price`].
pub fn ways_to(request: &Request, percent: Decimal) -> Result<Ways> {
    ways_around(request, percent, &[])
}

/// The same where the lines of these ids are to stay as they are.
///
/// # Errors
/// As for [`ways_to`].
pub fn ways_around(request: &Request, percent: Decimal, held: &[String]) -> Result<Ways> {
    if percent > Decimal::ONE_HUNDRED {
        return Err(Error::new(Code::NumberRange, "a discount above 100 percent"));
    }
    let kept = sub(Decimal::ONE_HUNDRED, percent)?;
    // Compared as amounts, because the percentage of a rounded amount is none that anybody asked for.
    search(
        request,
        &|priced| {
            let most = add(percent_of(priced.list, kept)?, slack(request, priced)?)?;
            Ok(priced.net <= most && !priced.list.is_zero())
        },
        Some(percent),
        held,
    )
}

/// Which lines to order more of and pay less in all: what a ladder is like just below a threshold. The lowest total first.
///
/// # Errors
/// `number.range` for more than 200 lines, otherwise as for [`price`].
pub fn cheaper(request: &Request) -> Result<Ways> {
    cheaper_around(request, &[])
}

/// The same where the lines of these ids are to stay as they are.
///
/// # Errors
/// As for [`cheaper`].
pub fn cheaper_around(request: &Request, held: &[String]) -> Result<Ways> {
    let now = price(request)?.net;
    search(request, &|priced| Ok(priced.net < now), None, held)
}

/// The ways to the goal; `asked` is the discount if that is the goal. Lines that are held stay as they are.
fn search(
    request: &Request,
    goal: &dyn Fn(&Priced) -> Result<bool>,
    asked: Option<Decimal>,
    held: &[String],
) -> Result<Ways> {
    if request.lines.len() > MOST_LINES {
        return Err(Error::new(Code::NumberRange, "more lines than can be searched"));
    }
    let now = price(request)?;
    let is_there = goal(&now)?;
    let mut ways = Vec::new();
    if !is_there {
        let sags = request.steps.iter().any(is_slab);
        let mut trial = Trial { request: request.clone(), goal, held, grows: asked.is_some(), sags };
        for index in (0..request.lines.len()).filter(|index| is_free(request, held, *index)) {
            ways.extend(trial.cheapest(index)?);
        }
        if let (Some(asked), true) = (asked, ways.is_empty()) {
            ways = trial.together(&now, asked)?;
        }
        ways.sort_by_key(|way: &Way| way.net);
    }
    Ok(Ways { net: now.net, percent: now.percent, is_there, ways })
}

/// Whether a line may be ordered more of.
fn is_free(request: &Request, held: &[String], index: usize) -> bool {
    request.lines.get(index).is_some_and(|line| held.iter().all(|held| **held != *line.id))
}

fn is_slab(step: &Step) -> bool {
    matches!(&step.adjust, Adjust::Tiers(tiers) if tiers.mode == TierMode::Slab)
}

/// By how much rounding may have kept the net amount up.
fn slack(request: &Request, priced: &Priced) -> Result<Decimal> {
    let most = match request.rounding {
        Rounding::Up | Rounding::Down | Rounding::Ceiling | Rounding::Floor => Decimal::ONE,
        _ => Decimal::new(5, 1),
    };
    let amounts = match request.policy.round_at {
        RoundAt::Document => Decimal::ONE,
        RoundAt::Line => priced.lines.len().into(),
        RoundAt::Unit => priced.lines.iter().try_fold(Decimal::ZERO, |sum, line| add(sum, line.quantity))?,
    };
    // Where each step is rounded, each may have added its part.
    let times = if request.policy.discount_rounding.is_some() { request.steps.len().into() } else { Decimal::ONE };
    mul(mul(mul(from_minor(1, request.currency)?, most)?, amounts)?, times)
}

/// The request with one line's quantity moved, and put back after.
struct Trial<'a> {
    request: Request,
    goal: &'a dyn Fn(&Priced) -> Result<bool>,
    /// The lines that stay as they are, by their ids.
    held: &'a [String],
    /// Whether the goal, once met between two thresholds, is met up to the next.
    grows: bool,
    /// Whether the total may fall between two thresholds: a ladder of slabs may count cheap goods together with dear ones.
    sags: bool,
}

impl Trial<'_> {
    /// The quantity of this line that does it at the lowest total, and the fewest units of those.
    fn cheapest(&mut self, index: usize) -> Result<Option<Way>> {
        let Some(line) = self.request.lines.get(index) else { return Ok(None) };
        let (id, now) = (line.id.clone(), line.quantity);
        let (points, far) = self.points(index, now)?;
        let mut best: Option<Way> = None;
        for (at, point) in points.iter().enumerate() {
            let end = points.get(at + 1).map_or(far, |next| next.quantity - Decimal::ONE);
            let Some((quantity, priced)) = self.within(index, point.quantity, end) else { continue };
            if best.as_ref().is_none_or(|best| priced.net < best.net) {
                best = Some(Way {
                    line: id.clone(),
                    quantity,
                    extra: sub(quantity, now)?,
                    net: priced.net,
                    percent: priced.percent,
                    mark: point.mark.clone().filter(|_| quantity == point.quantity),
                    along: None,
                });
            }
        }
        self.set(index, now);
        Ok(best)
    }

    /// The least the line can be raised to from `now` and where something changes from there on, each quantity once and in
    /// order; and how far was looked. The line's quantity is moved.
    fn points(&mut self, index: usize, now: Decimal) -> Result<(Vec<Point>, Decimal)> {
        let first = add(now.floor(), Decimal::ONE)?;
        let far = add(mul(first, FAR)?, FAR)?.min(MOST_UNITS);
        let mut points = points(&mut self.request, index, far)?;
        points.push(Point { quantity: first, mark: None });
        // Of two marks at one point the first in the order of the rules is told.
        points.sort_by(|a, b| a.quantity.cmp(&b.quantity).then(a.mark.is_none().cmp(&b.mark.is_none())));
        points.dedup_by(|later, earlier| later.quantity == earlier.quantity);
        Ok((points, far))
    }

    fn set(&mut self, index: usize, quantity: Decimal) {
        if let Some(line) = self.request.lines.get_mut(index) {
            line.quantity = quantity;
        }
    }

    /// The quantity from `first` to `last` that does it at the lowest total.
    fn within(&mut self, index: usize, first: Decimal, last: Decimal) -> Option<(Decimal, Priced)> {
        let start =
            if self.grows { self.first_within(index, first, last)? } else { (first, self.priced(index, first)?) };
        let lowest = self.lowest_within(index, start, last);
        (self.goal)(&lowest.1).is_ok_and(|met| met).then_some(lowest)
    }

    /// The least quantity that does it, if the goal is met from the start or from somewhere on to the end.
    fn first_within(&mut self, index: usize, first: Decimal, last: Decimal) -> Option<(Decimal, Priced)> {
        if let Some(priced) = self.met(index, first) {
            return Some((first, priced));
        }
        let mut found = (last, self.met(index, last).filter(|_| last > first)?);
        let mut short = first;
        while found.0 - short > Decimal::ONE {
            let half = middle(short, found.0);
            match self.met(index, half) {
                Some(priced) => found = (half, priced),
                None => short = half,
            }
        }
        Some(found)
    }

    /// The quantity with the lowest total from here on: where it begins, unless it sags.
    fn lowest_within(&mut self, index: usize, start: (Decimal, Priced), last: Decimal) -> (Decimal, Priced) {
        let (mut falling, mut end) = (start.0, last);
        let next = if self.sags && falling < end { self.priced(index, falling + Decimal::ONE) } else { None };
        if next.is_none_or(|next| next.net >= start.1.net) {
            return start;
        }
        while end - falling > Decimal::ONE {
            let half = middle(falling, end);
            if self.falls(index, half) { falling = half } else { end = half }
        }
        self.priced(index, end).map_or(start, |priced| (end, priced))
    }

    /// Whether one more costs less.
    fn falls(&mut self, index: usize, quantity: Decimal) -> bool {
        let (now, more) = (self.priced(index, quantity), self.priced(index, quantity + Decimal::ONE));
        now.zip(more).is_some_and(|(now, more)| more.net < now.net)
    }

    fn met(&mut self, index: usize, quantity: Decimal) -> Option<Priced> {
        self.priced(index, quantity).filter(|priced| (self.goal)(priced).is_ok_and(|met| met))
    }

    /// The order with so many of the line; nothing if that cannot be priced.
    fn priced(&mut self, index: usize, quantity: Decimal) -> Option<Priced> {
        self.request.lines.get_mut(index)?.quantity = quantity;
        price(&self.request).ok()
    }
}

/// A whole number between two that are more than one apart.
fn middle(low: Decimal, high: Decimal) -> Decimal {
    ((low + high) / Decimal::TWO).floor()
}
