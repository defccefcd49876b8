//! Percentages off lines, one after the other: what most steps are, and what an order of thousands of lines has most of.

use rust_decimal::Decimal;

use super::pipeline::Pipeline;
use super::request::RoundAt;
use super::running::{Mask, Rounder};
use super::step::{Adjust, Basis, Combine, Step};
use crate::domain::error::Result;
use crate::domain::money::{add, percent_of, sub};

/// A percentage that comes off, and the part of one that it leaves, so that a line takes one multiplication.
#[derive(Clone, Copy)]
pub(super) struct Keep {
    percent: Decimal,
    part: Decimal,
}

impl Keep {
    fn all_but(percent: Decimal) -> Result<Self> {
        Ok(Self { percent, part: sub(Decimal::ONE, percent_of(Decimal::ONE, percent)?)? })
    }
}

impl Pipeline<'_> {
    /// Applies the step if it takes a percentage off what each of its lines has come to, and has no other terms; what it does
    /// to a line that reaches its floor, or beyond the digits that are exact, is what [`Pipeline::on_lines`] does.
    #[cfg_attr(optimize_attribute, optimize(speed), inline(never))]
    pub(super) fn keep(&mut self, step: &Step, mask: &Mask) -> Result<Option<(Option<Decimal>, Decimal)>> {
        let policy = &self.request.policy;
        let plain = (step.basis, step.combine) == (Basis::Running, Combine::Compound)
            && (policy.round_at, policy.discount_rounding) == (RoundAt::Line, None)
            && step.limit.amount.is_none()
            && !step.limit.counts_units();
        if !plain {
            return Ok(None);
        }
        let (keeps, pools, percent) = match &step.adjust {
            Adjust::Percent(percent) => (vec![Keep::all_but(*percent)?], None, Some(*percent)),
            Adjust::Tiers(tiers) if tiers.is_plain() => {
                let rates = self.rates(step, tiers, mask)?;
                let mut keeps: Vec<Keep> = Vec::with_capacity(rates.found.len());
                for rate in &rates.found {
                    let percent = rate.percent().unwrap_or_default();
                    // Neighbours are often on the same rung.
                    keeps.push(match keeps.last() {
                        Some(last) if last.percent == percent => *last,
                        _ => Keep::all_but(percent)?,
                    });
                }
                let common = rates.common(mask);
                (keeps, Some(rates.pools), common)
            }
            _ => return Ok(None),
        };
        let request = self.request;
        let mut rounder = Rounder::new(request);
        let mut unplaced = Decimal::ZERO;
        for (index, line) in self.lines.iter_mut().enumerate() {
            let keep = match &pools {
                None => keeps.first(),
                Some(None) => keeps.get(index),
                Some(Some(pools)) => pools.get(index).and_then(|pool| keeps.get(*pool)),
            };
            let Some(keep) = keep.filter(|keep| !keep.percent.is_zero() && mask.has(index)) else { continue };
            if !line.keep(keep.part, request)? {
                let cut = percent_of(line.exact, keep.percent)?;
                let rest = line.cut(cut, Combine::Compound, request, &mut rounder);
                let rest = rest.map_err(|error| super::pipeline::named(error, step))?;
                if !rest.is_zero() {
                    unplaced = add(unplaced, rest)?;
                }
            }
        }
        Ok(Some((percent, unplaced)))
    }
}
