//! The quantities of a line at which a rule begins to give something else.

use rust_decimal::Decimal;

use super::super::limit::Limit;
use super::super::line::RequestLine;
use super::super::request::Request;
use super::super::running::{Mask, Running};
use super::super::standing::measure_of;
use super::super::step::{Adjust, Scope, Step};
use super::super::through;
use super::super::tier::Measure;
use super::super::when::{Over, Threshold};
use crate::domain::error::Result;
use crate::domain::money::{Rounding, add, div, mul, sub};

/// A threshold of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The step's id.
    pub step: String,
    /// What is counted: of the whole order, or of what the step counts together.
    pub measure: Measure,
    /// How much of it there must be.
    pub from: Decimal,
}

/// A quantity at which something changes, and what if it is worth telling.
pub(super) struct Point {
    pub(super) quantity: Decimal,
    pub(super) mark: Option<Mark>,
}

/// What is compared with a threshold.
#[derive(Clone, Copy, PartialEq)]
enum Gauge<'a> {
    /// What the step's ladder measures.
    Ladder(Measure),
    /// What a condition of the step measures.
    Condition(&'a Threshold),
    /// Ordered units that the step counts together.
    Units(Scope),
    /// The line's own stock units.
    Stock,
}

/// A threshold, on what it looks, and whether it must be passed and not only reached.
struct Edge<'a> {
    gauge: Gauge<'a>,
    at: Decimal,
    beyond: bool,
    /// The number by which people know it, if they do.
    known: Option<Decimal>,
}

/// How many sets or packages ahead are looked at: of those that go on for ever, the next few are the best ones.
const SETS: u32 = 4;

/// How often a threshold is looked for where it would be on a straight line.
const STRAIGHT: u32 = 6;

/// The points above the present quantity of the line, in no order. The line's quantity is moved; the caller puts it back.
pub(super) fn points(trial: &mut Request, index: usize, far: Decimal) -> Result<Vec<Point>> {
    let Some(line) = trial.lines.get(index).cloned() else { return Ok(Vec::new()) };
    // The steps are borrowed while quantities move.
    let steps = trial.steps.clone();
    let mut points: Vec<Point> = Vec::new();
    // Units only grow; money falls where another rule takes hold, and may pass the same threshold again from there.
    for is_money in [false, true] {
        for (at, step) in steps.iter().enumerate() {
            let mut starts = vec![line.quantity];
            if is_money {
                starts.extend(points.iter().map(|point| point.quantity));
                starts.sort_unstable();
                starts.dedup();
            }
            let mut probe = Probe { trial: &mut *trial, index, line: &line, at, step, seen: Vec::new() };
            for edge in probe.edges()?.iter().filter(|edge| edge.gauge.is_money() == is_money) {
                for (number, start) in starts.iter().enumerate() {
                    let end = starts.get(number + 1).map_or(far, |next| next - Decimal::ONE);
                    let Some(quantity) = probe.least(edge, *start, end)? else { continue };
                    let mark = edge.mark(step);
                    let is_known =
                        |known: &Point| known.quantity == quantity && (known.mark.is_some() || mark.is_none());
                    if !points.iter().any(is_known) {
                        points.push(Point { quantity, mark });
                    }
                }
            }
        }
    }
    Ok(points)
}

impl Gauge<'_> {
    /// What it measures that people know a threshold by.
    fn measure(self) -> Option<Measure> {
        match self {
            Gauge::Ladder(measure) => Some(measure),
            Gauge::Condition(threshold) => Some(threshold.measure),
            Gauge::Units(_) | Gauge::Stock => None,
        }
    }

    fn is_money(self) -> bool {
        self.measure() == Some(Measure::Amount)
    }
}

impl Edge<'_> {
    fn mark(&self, step: &Step) -> Option<Mark> {
        let (measure, from) = self.gauge.measure().zip(self.known)?;
        Some(Mark { step: step.id.clone(), measure, from })
    }
}

/// One step looked at through one line.
struct Probe<'a> {
    trial: &'a mut Request,
    index: usize,
    line: &'a RequestLine,
    at: usize,
    step: &'a Step,
    /// What was measured so far: a ladder asks the same for each of its thresholds.
    seen: Vec<(Gauge<'a>, Decimal, Option<Decimal>)>,
}

impl<'a> Probe<'a> {
    fn edges(&mut self) -> Result<Vec<Edge<'a>>> {
        let step = self.step;
        let mut edges = Vec::new();
        let edge = |gauge, at, beyond| Edge { gauge, at, beyond, known: None };
        // What came before in the period counts, and people still know the threshold by its own number.
        let from =
            |gauge, from: Decimal, prior| Ok(Edge { gauge, at: sub(from, prior)?, beyond: false, known: Some(from) });
        for threshold in &step.when.thresholds {
            let gauge = Gauge::Condition(threshold);
            if let Some(least) = threshold.from {
                edges.push(from(gauge, least, threshold.prior)?);
            }
            if let Some(most) = threshold.to {
                edges.push(edge(gauge, sub(most, threshold.prior)?, true));
            }
        }
        let Limit { units, units_per_line, .. } = step.limit;
        let units = units.map(|units| edge(Gauge::Units(Scope::Order), units, false));
        let per_line = units_per_line.map(|units| edge(Gauge::Units(Scope::Line), units, false));
        edges.extend(units.into_iter().chain(per_line));
        match &step.adjust {
            Adjust::Tiers(tiers) => {
                let gauge = Gauge::Ladder(tiers.measure);
                for band in &tiers.bands {
                    edges.push(from(gauge, band.from, tiers.prior)?);
                    if let Some(to) = band.to {
                        edges.push(edge(gauge, sub(to, tiers.prior)?, true));
                    }
                }
            }
            Adjust::BuyGet(buy_get) => {
                let gauge = Gauge::Units(step.scope);
                edges.extend(self.sets(gauge, add(buy_get.buy, buy_get.get)?, Decimal::ZERO)?);
            }
            Adjust::Package(package) => edges.extend(self.sets(Gauge::Stock, package.size, package.free_units)?),
            Adjust::Rules(rules) => {
                for rule in &rules.rules {
                    edges.extend(rule.from_quantity.map(|at| edge(Gauge::Stock, at, false)));
                    edges.extend(rule.to_quantity.map(|at| edge(Gauge::Stock, at, true)));
                }
            }
            Adjust::Percent(_) | Adjust::Amount(_) | Adjust::Factor(_) | Adjust::UnitPrice(_) | Adjust::Free(_) => {}
        }
        Ok(edges)
    }

    /// The next whole sets, after so many that count for none.
    fn sets(&mut self, gauge: Gauge<'a>, size: Decimal, before: Decimal) -> Result<Vec<Edge<'a>>> {
        let Some(now) = self.measure(gauge, self.line.quantity)? else { return Ok(Vec::new()) };
        let done = div(sub(now, before)?, size)?.floor();
        let set = |number: u32| {
            let at = add(before, mul(add(done, number.into())?, size)?)?;
            Ok(Edge { gauge, at, beyond: false, known: None })
        };
        (1..=SETS).map(set).collect()
    }

    /// The least whole quantity from `start` to `end` at which the threshold is met, if it is not met at the start already
    /// and is at the end.
    fn least(&mut self, edge: &Edge<'a>, start: Decimal, end: Decimal) -> Result<Option<Decimal>> {
        let met = |measured: Decimal| if edge.beyond { measured > edge.at } else { measured >= edge.at };
        let (mut low, mut high) = (start, end);
        let Some(mut below) = self.measure(edge.gauge, low)?.filter(|measured| !met(*measured)) else {
            return Ok(None);
        };
        let Some(mut above) = self.measure(edge.gauge, high)?.filter(|measured| met(*measured)) else {
            return Ok(None);
        };
        for guesses in 0.. {
            let first = add(low.floor(), Decimal::ONE)?;
            if first >= high {
                break;
            }
            // What is measured is nearly a straight line, and halving is for where it is not.
            let part = mul(div(sub(edge.at, below)?, sub(above, below)?)?, sub(high, low)?)?;
            let straight = add(low, part).map(|guess| Rounding::Ceiling.round(guess, 0))?;
            let half = div(add(low, high)?, Decimal::TWO)?.floor();
            let guess = if guesses < STRAIGHT { straight } else { half }.clamp(first, high - Decimal::ONE);
            let Some(then) = self.measure(edge.gauge, guess)? else { return Ok(None) };
            if met(then) { (high, above) = (guess, then) } else { (low, below) = (guess, then) }
        }
        Ok(Some(high))
    }

    /// What the gauge shows with so many of the line, looked up if it has been asked before.
    fn measure(&mut self, gauge: Gauge<'a>, quantity: Decimal) -> Result<Option<Decimal>> {
        let known = self.seen.iter().find(|(of, with, _)| *of == gauge && *with == quantity);
        if let Some((_, _, measured)) = known {
            return Ok(*measured);
        }
        let measured = self.measured(gauge, quantity)?;
        self.seen.push((gauge, quantity, measured));
        Ok(measured)
    }

    /// What the gauge shows with so many of the line; nothing if the line is none of its business.
    fn measured(&mut self, gauge: Gauge, quantity: Decimal) -> Result<Option<Decimal>> {
        if let Some(line) = self.trial.lines.get_mut(self.index) {
            line.quantity = quantity;
        }
        let (step, index) = (self.step, self.index);
        let of = if let Gauge::Condition(threshold) = gauge { &threshold.of } else { &step.goods };
        let mask = Mask(of.mask(&self.trial.lines)?);
        if !mask.has(index) {
            return Ok(None);
        }
        let look = self.trial.policy.thresholds;
        // Only money depends on what the steps before have taken off.
        let mut pipeline = through(self.trial, if gauge.is_money() { self.at } else { 0 })?;
        let Some(line) = pipeline.lines.get(index) else { return Ok(None) };
        match gauge {
            Gauge::Stock => line.line.stock_units().map(Some),
            Gauge::Ladder(measure) if step.scope == Scope::Order => {
                pipeline.order_measure(step, measure, &mask).map(Some)
            }
            Gauge::Condition(threshold) if threshold.over == Over::Order => pipeline.ordered(threshold, look).map(Some),
            Gauge::Condition(threshold) => {
                measure_of(line, threshold.measure, pipeline.own_amount(line, look)?).map(Some)
            }
            Gauge::Ladder(_) | Gauge::Units(_) => {
                let scope = if let Gauge::Units(scope) = gauge { scope } else { step.scope };
                let pools = pipeline.pools(scope);
                let pool = |of: usize| pools.as_ref().and_then(|pools| pools.get(of)).copied();
                let together = |of: usize| {
                    scope == Scope::Order || of == index || pool(of).is_some_and(|its| Some(its) == pool(index))
                };
                let mut sum = Decimal::ZERO;
                let counted = |(of, _): &(usize, &Running)| mask.has(*of) && together(*of);
                for (_, line) in pipeline.lines.iter().enumerate().filter(counted) {
                    let own = match gauge {
                        Gauge::Ladder(measure) => measure_of(line, measure, pipeline.measured_amount(line, step)?)?,
                        _ => line.line.quantity,
                    };
                    sum = add(sum, own)?;
                }
                Ok(Some(sum))
            }
        }
    }
}
