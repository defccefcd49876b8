//! Steps on the whole order, shared out over its lines.

use rust_decimal::Decimal;

use super::floor::Breach;
use super::hint;
use super::pipeline::Pipeline;
use super::request::{Request, Thresholds};
use super::running::{Mask, Running, sum};
use super::standing::measure_of;
use super::step::{Adjust, Basis, Combine, Step};
use super::tier::Measure;
use crate::domain::allocation::{Allocation, allocate, allocate_with_caps, overfills};
use crate::domain::error::{Code, Error, Result};
use crate::domain::money::{add, div, from_minor, mul, percent_of, sub};

/// What an order step wants to take off.
struct OrderCut {
    cut: Decimal,
    percent: Option<Decimal>,
}

impl Pipeline<'_> {
    /// Changes the document's total and shares the change out over the lines.
    #[cfg_attr(optimize_attribute, optimize(speed), inline(never))]
    pub(super) fn on_order(&mut self, step: &Step, mask: &Mask) -> Result<(Option<Decimal>, Decimal)> {
        if self.lines.is_empty() {
            return Ok((None, Decimal::ZERO));
        }
        let currency = self.request.currency;
        let total = sum(&self.lines, mask, |line| line.shown)?;
        let before = from_minor(total, currency)?;
        let OrderCut { mut cut, percent } = self.order_cut(step, mask)?;
        if step.limit.amount.is_some() {
            cut = self.capped(step, mask, cut, before)?;
        }
        if let Combine::Max | Combine::Min = step.combine {
            let taken = sub(from_minor(sum(&self.lines, mask, |line| line.chain().shown)?, currency)?, before)?;
            cut = sub(if step.combine == Combine::Max { cut.max(taken) } else { cut.min(taken) }, taken)?;
        }

        // As on a line, what remains is rounded and the discount is the rest.
        let after = match self.request.policy.discount_rounding {
            Some(rounding) => (total - rounding.to_minor(cut, currency)?).max(0),
            None => self.request.rounding.to_minor(sub(before, cut)?.max(Decimal::ZERO), currency)?,
        };
        let beyond_zero = sub(cut, before)?.max(Decimal::ZERO);
        // Where the lines come to nothing, a surcharge still stays on those it is about.
        let weight = |line: &Running| if total == 0 { 1 } else { line.shown };
        let nets = self.lines.iter().enumerate().map(|(index, line)| if mask.has(index) { weight(line) } else { 0 });
        let nets: Vec<i128> = nets.collect();
        let unplaced = self.share_out(step, total - after, &nets)?;
        Ok((percent, add(unplaced, beyond_zero)?))
    }

    fn order_cut(&mut self, step: &Step, mask: &Mask) -> Result<OrderCut> {
        let currency = self.request.currency;
        let base = self.order_base(step, mask)?;
        Ok(match &step.adjust {
            Adjust::Percent(percent) => OrderCut { cut: percent_of(base, *percent)?, percent: Some(*percent) },
            Adjust::Amount(amount) => OrderCut { cut: *amount, percent: None },
            Adjust::Factor(factor) => OrderCut { cut: sub(base, mul(base, *factor)?)?, percent: None },
            Adjust::Tiers(tiers) => {
                let measure = self.order_measure(step, tiers.measure, mask)?;
                self.next.extend(hint::next(&step.id, None, tiers, measure, currency)?);
                let rate = tiers.rate(measure)?;
                OrderCut { cut: rate.of(base)?, percent: rate.percent() }
            }
            // Refused before pricing began.
            _ => OrderCut { cut: Decimal::ZERO, percent: None },
        })
    }

    /// What an order step's percentage is taken of.
    fn order_base(&self, step: &Step, mask: &Mask) -> Result<Decimal> {
        let base = match (step.basis, step.combine) {
            (Basis::List, _) => sum(&self.lines, mask, |line| line.list)?,
            (Basis::Running, Combine::Compound) => sum(&self.lines, mask, |line| line.shown)?,
            (Basis::Running, _) => sum(&self.lines, mask, |line| line.chain().shown)?,
        };
        from_minor(base, self.request.currency)
    }

    /// By what an order step's ladder measures the lines together.
    pub(super) fn order_measure(&self, step: &Step, measure: Measure, mask: &Mask) -> Result<Decimal> {
        match (measure, self.request.policy.thresholds) {
            (Measure::Amount, Thresholds::Running) => self.order_base(step, mask),
            (Measure::Amount, Thresholds::Original) => {
                from_minor(sum(&self.lines, mask, |line| line.list)?, self.request.currency)
            }
            (Measure::Quantity | Measure::Weight, _) => {
                self.lines.iter().enumerate().try_fold(Decimal::ZERO, |sum, (index, line)| {
                    if mask.has(index) { add(sum, measure_of(line, measure, Decimal::ZERO)?) } else { Ok(sum) }
                })
            }
        }
    }

    /// Takes `cut` off the lines in proportion to the weights, none below its floor; what could not come off is the answer.
    #[cfg_attr(optimize_attribute, optimize(speed), inline(never))]
    fn share_out(&mut self, step: &Step, cut: i128, weights: &[i128]) -> Result<Decimal> {
        let (shares, unplaced) = self.shares(step, cut, weights)?;
        for (line, share) in self.lines.iter_mut().zip(shares) {
            if share != 0 {
                line.share(share, self.request)?;
            }
        }
        from_minor(unplaced, self.request.currency)
    }

    /// Each line's share of the cut, and what none can take.
    #[cfg_attr(optimize_attribute, optimize(speed), inline(never))]
    fn shares(&self, step: &Step, cut: i128, weights: &[i128]) -> Result<(Vec<i128>, i128)> {
        let Request { allocation, floor, .. } = self.request;
        let mut rooms = Vec::with_capacity(self.lines.len());
        for line in &self.lines {
            rooms.push(line.room());
        }
        let by_remainder = *allocation == Allocation::LargestRemainder && floor.breach == Breach::Hold && cut > 0;
        // The chosen policy asks of some line more than it may give; what is full passes the rest on to the others.
        if by_remainder && overfills(cut, weights, &rooms) {
            return allocate_with_caps(cut, weights, &rooms);
        }
        let shares = allocate(cut, weights, *allocation)?;
        if shares.iter().zip(&rooms).any(|(share, room)| share > room) {
            let at_floor = |(share, line): (&i128, &Running)| line.has_floor() && *share > line.room();
            if floor.breach == Breach::Refuse && shares.iter().zip(&self.lines).any(at_floor) {
                return Err(Error::new(Code::RuleInvalid, step.id.clone()));
            }
            return allocate_with_caps(cut, weights, &rooms);
        }
        if shares.iter().any(|share| share.signum() != cut.signum() && *share != 0) {
            return Ok((allocate(cut, weights, Allocation::LargestRemainder)?, 0));
        }
        Ok((shares, 0))
    }

    /// What an order step takes off at most, if it is to share out `cut` over lines that come to `total`.
    fn capped(&self, step: &Step, mask: &Mask, cut: Decimal, total: Decimal) -> Result<Decimal> {
        if total.is_zero() {
            return Ok(cut);
        }
        let mut shares = Vec::with_capacity(self.lines.len());
        for (index, line) in self.lines.iter().enumerate() {
            let shown = if mask.has(index) { from_minor(line.shown, self.request.currency)? } else { Decimal::ZERO };
            shares.push(div(mul(cut, shown)?, total)?);
        }
        Ok(self.cap(step, &shares)?.unwrap_or(cut))
    }
}
