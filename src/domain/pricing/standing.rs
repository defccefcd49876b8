//! Whether a step holds for what is ordered, and on which lines.

use rust_decimal::Decimal;

use super::hint;
use super::pipeline::Pipeline;
use super::priced::NextTier;
use super::request::Thresholds;
use super::running::{Mask, Running, sum};
use super::step::{Scope, Step};
use super::tier::Measure;
use super::when::{Over, Threshold, Unmet};
use crate::domain::error::Result;
use crate::domain::money::{add, from_minor, mul};

/// The lines a step holds for; or why it does not, and what to say of that.
pub(super) type Standing = core::result::Result<Mask, (Unmet, Option<NextTier>)>;

impl Pipeline<'_> {
    /// Whether the step holds, with thresholds that look at what was ordered or at what is left of it.
    pub(super) fn standing(&self, step: &Step, look: Thresholds) -> Result<Standing> {
        if let Err(unmet) = step.when.holds_for(&self.request.buyer) {
            return Ok(Err((unmet, None)));
        }
        let mut mask = Mask(step.goods.mask(&self.request.lines)?);
        if mask.is_empty() {
            return Ok(Err((Unmet::Goods, None)));
        }
        for threshold in &step.when.thresholds {
            let met = match threshold.over {
                Over::Order => self.over_order(threshold, look)?,
                Over::Line => self.over_line(threshold, look, step, &mut mask)?,
            };
            if let Err((unmet, measured)) = met {
                let hint = match unmet {
                    Unmet::Below { measure, missing } if threshold.hints_at(measured) => {
                        let from = threshold.from.unwrap_or_default();
                        Some(hint::threshold(step, measure, from, missing, self.request.currency))
                    }
                    _ => None,
                };
                return Ok(Err((unmet, hint)));
            }
        }
        Ok(Ok(mask))
    }

    /// What comes of it: the reason and the measure it was judged by.
    fn over_order(
        &self,
        threshold: &Threshold,
        look: Thresholds,
    ) -> Result<core::result::Result<(), (Unmet, Decimal)>> {
        let measured = self.ordered(threshold, look)?;
        Ok(threshold.check(measured).map_err(|unmet| (unmet, measured)))
    }

    /// What the lines come to that a threshold adds up over the order.
    pub(super) fn ordered(&self, threshold: &Threshold, look: Thresholds) -> Result<Decimal> {
        let of = Mask(threshold.of.mask(&self.request.lines)?);
        match threshold.measure {
            Measure::Amount if look == Thresholds::Running => {
                from_minor(sum(&self.lines, &of, |line| line.shown)?, self.request.currency)
            }
            Measure::Amount => from_minor(sum(&self.lines, &of, |line| line.list)?, self.request.currency),
            Measure::Quantity | Measure::Weight => {
                let counted = self.lines.iter().enumerate().filter(|(index, _)| of.has(*index));
                counted.into_iter().try_fold(Decimal::ZERO, |sum, (_, line)| {
                    add(sum, measure_of(line, threshold.measure, Decimal::ZERO)?)
                })
            }
        }
    }

    fn over_line(
        &self,
        threshold: &Threshold,
        look: Thresholds,
        step: &Step,
        mask: &mut Mask,
    ) -> Result<core::result::Result<(), (Unmet, Decimal)>> {
        let of = Mask(threshold.of.mask(&self.request.lines)?);
        let mut meets = Vec::with_capacity(self.lines.len());
        let mut closest = None;
        for (index, line) in self.lines.iter().enumerate() {
            let measured = measure_of(line, threshold.measure, self.own_amount(line, look)?)?;
            let met = if of.has(index) { threshold.check(measured) } else { Err(Unmet::Goods) };
            meets.push(met.is_ok() && (step.scope == Scope::Order || mask.has(index)));
            if let Err(unmet) = met
                && closest.as_ref().is_none_or(|(_, most)| measured > *most)
            {
                closest = Some((unmet, measured));
            }
        }
        if !meets.contains(&true) {
            return Ok(closest.map_or(Ok(()), Err));
        }
        if step.scope != Scope::Order {
            mask.0 = Some(meets);
        }
        Ok(Ok(()))
    }

    /// By which amount a ladder measures a line.
    pub(super) fn measured_amount(&self, line: &Running, step: &Step) -> Result<Decimal> {
        match self.request.policy.thresholds {
            Thresholds::Running => line.base(step.basis, step.combine, self.request),
            Thresholds::Original => line.full(self.request),
        }
    }

    /// By which amount a condition on each line measures it.
    pub(super) fn own_amount(&self, line: &Running, look: Thresholds) -> Result<Decimal> {
        if look == Thresholds::Running { Ok(line.exact) } else { line.full(self.request) }
    }
}

/// How much a line is, in units, money or weight.
#[inline]
pub(super) fn measure_of(line: &Running, measure: Measure, amount: Decimal) -> Result<Decimal> {
    match measure {
        Measure::Quantity => line.line.stock_units(),
        Measure::Amount => Ok(amount),
        Measure::Weight => mul(line.line.weight, line.line.quantity),
    }
}
