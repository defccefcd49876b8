//! What a step takes off each line.

use std::rc::Rc;

use rust_decimal::Decimal;

use super::hint;
use super::limit::{Pick, Reduced};
use super::pipeline::Pipeline;
use super::rate::Rate;
use super::rule_set::{RuleSet, Subject};
use super::running::{Mask, Running};
use super::standing::measure_of;
use super::step::{Adjust, Scope, Step};
use super::tier::{Measure, Tiers};
use crate::domain::error::Result;
use crate::domain::money::{add, div, mul, percent_of, sub};

/// What a ladder gives each line.
pub(super) struct Rates {
    /// For each pool of lines; each line is one if lines do not count together.
    pub(super) found: Vec<Rate>,
    pub(super) pools: Option<Rc<[usize]>>,
    /// Each line's own part of what its pool was asked for.
    own: Vec<Decimal>,
}

/// What a step takes off each line, and the percentage if one holds for all of them.
pub(super) struct Cuts {
    pub(super) cuts: Vec<Decimal>,
    pub(super) percent: Option<Decimal>,
}

impl Pipeline<'_> {
    /// What the step takes off each of the lines it holds for.
    pub(super) fn cuts(&mut self, step: &Step, mask: &Mask) -> Result<Cuts> {
        let (units, pick) = match &step.adjust {
            Adjust::BuyGet(buy_get) => (Some(self.reduced_units(step, mask)?), buy_get.pick),
            _ => (None, step.limit.pick),
        };
        let units = match units {
            Some(of_pools) => Some(self.hand_out(step.scope, of_pools, None, pick, mask)?),
            None if step.limit.counts_units() => {
                let most = step.limit.units.unwrap_or(Decimal::MAX);
                Some(self.hand_out(Scope::Order, vec![most], step.limit.units_per_line, pick, mask)?)
            }
            None => None,
        };
        let rates = match &step.adjust {
            Adjust::Tiers(tiers) => Some(self.rates(step, tiers, mask)?),
            _ => None,
        };
        let mut cuts = Vec::with_capacity(self.lines.len());
        for (index, line) in self.lines.iter().enumerate() {
            let cut = match &rates {
                _ if !mask.has(index) => Decimal::ZERO,
                Some(rates) => rates.off(index, line.base(step.basis, step.combine, self.request)?)?,
                None => self.cut(step, line, units.as_ref().and_then(|units| units.get(index)).copied())?,
            };
            cuts.push(cut);
        }
        let percent = match &step.adjust {
            Adjust::Percent(percent) => Some(*percent),
            _ => rates.and_then(|rates| rates.common(mask)),
        };
        Ok(Cuts { cuts, percent })
    }

    fn cut(&self, step: &Step, line: &Running, units: Option<Decimal>) -> Result<Decimal> {
        let quantity = line.line.quantity;
        let whole = line.base(step.basis, step.combine, self.request)?;
        let base = match units {
            None => whole,
            Some(_) if quantity.is_zero() => Decimal::ZERO,
            Some(units) => match step.limit.reduced {
                Reduced::Alike => div(mul(whole, units)?, quantity)?,
                Reduced::Same => {
                    let full = line.full(self.request)?;
                    let taken = sub(full, whole)?;
                    sub(div(mul(full, units)?, quantity)?, taken)?.max(Decimal::ZERO)
                }
            },
        };
        match &step.adjust {
            Adjust::Percent(percent) => percent_of(base, *percent),
            Adjust::BuyGet(buy_get) => percent_of(base, buy_get.percent),
            Adjust::Amount(amount) => match units {
                None => mul(*amount, line.line.priced_units(quantity)?),
                Some(units) => Ok(mul(*amount, line.line.priced_units(units)?)?.min(base)),
            },
            Adjust::Factor(factor) => sub(base, mul(base, *factor)?),
            Adjust::UnitPrice(price) => sub(base, mul(*price, line.line.priced_units(units.unwrap_or(quantity))?)?),
            Adjust::Package(package) => sub(base, package.total(line.line.stock_units()?)?),
            Adjust::Rules(rules) => self.by_rules(rules, line, base),
            Adjust::Tiers(_) | Adjust::Free(_) => Ok(Decimal::ZERO),
        }
    }

    fn by_rules(&self, rules: &RuleSet, line: &Running, base: Decimal) -> Result<Decimal> {
        let quantity = line.line.quantity;
        if quantity.is_zero() {
            return Ok(Decimal::ZERO);
        }
        let choice = rules.choose(&Subject::of(line.line, &self.request.buyer)?)?;
        let before = if base == line.full(self.request)? { line.line.list_price()? } else { div(base, quantity)? };
        sub(base, mul(choice.unit_price(before)?, quantity)?)
    }

    /// For each line what the ladder gives, and the line's own part of what it was asked for.
    #[cfg_attr(optimize_attribute, optimize(speed), inline(never))]
    pub(super) fn rates(&mut self, step: &Step, tiers: &Tiers, mask: &Mask) -> Result<Rates> {
        let mut own = Vec::with_capacity(self.lines.len());
        for (index, line) in self.lines.iter().enumerate() {
            let counted = || match tiers.measure {
                Measure::Amount => self.measured_amount(line, step),
                measure => measure_of(line, measure, Decimal::ZERO),
            };
            own.push(if mask.has(index) { counted()? } else { Decimal::ZERO });
        }
        let pools = self.pools(step.scope);
        let mut pooled = Vec::new();
        if let Some(pools) = &pools {
            pooled = vec![Decimal::ZERO; pools.iter().max().map_or(0, |last| last + 1)];
            for (pool, own) in pools.iter().zip(&own) {
                pooled[*pool] = add(pooled[*pool], *own)?;
            }
        }
        let measures = if pools.is_some() { &pooled } else { &own };
        let found = measures.iter().map(|measure| tiers.rate(*measure)).collect::<Result<Vec<_>>>()?;
        // Pools are numbered as they first appear; the first of its lines that counts speaks for the pool.
        let mut said = vec![false; measures.len()];
        for (index, line) in self.lines.iter().enumerate() {
            let pool = pools.as_ref().map_or(index, |pools| pools[index]);
            if mask.has(index) && !said[pool] {
                said[pool] = true;
                let hint = hint::next(&step.id, Some(&line.line.id), tiers, measures[pool], self.request.currency)?;
                self.next.extend(hint);
            }
        }
        Ok(Rates { found, pools, own })
    }

    /// For each pool of lines, how many of its units are reduced because others are bought.
    fn reduced_units(&mut self, step: &Step, mask: &Mask) -> Result<Vec<Decimal>> {
        let Adjust::BuyGet(buy_get) = &step.adjust else { return Ok(Vec::new()) };
        let pools = self.pools(step.scope);
        let mut ordered = vec![Decimal::ZERO; self.lines.len().max(1)];
        for (index, line) in self.lines.iter().enumerate().filter(|(index, _)| mask.has(*index)) {
            let pool = pool_of(step.scope, &pools, index);
            ordered[pool] = add(ordered[pool], line.line.quantity)?;
        }
        ordered.into_iter().map(|ordered| buy_get.reduced(ordered)).collect()
    }

    /// How many units of each line the step is about: each pool's units go to its lines in the order of their list price.
    fn hand_out(
        &mut self,
        scope: Scope,
        mut left: Vec<Decimal>,
        per_line: Option<Decimal>,
        pick: Pick,
        mask: &Mask,
    ) -> Result<Vec<Decimal>> {
        let pools = self.pools(scope);
        let prices = self.lines.iter().map(|line| line.line.list_price()).collect::<Result<Vec<_>>>()?;
        let mut order: Vec<usize> = (0..self.lines.len()).filter(|index| mask.has(*index)).collect();
        order.sort_by(|a, b| match pick {
            Pick::Dearest => prices[*b].cmp(&prices[*a]),
            Pick::Cheapest => prices[*a].cmp(&prices[*b]),
        });
        let mut units = vec![Decimal::ZERO; self.lines.len()];
        for index in order {
            let left = &mut left[pool_of(scope, &pools, index)];
            let quantity = self.lines[index].line.quantity;
            units[index] = quantity.min(per_line.unwrap_or(quantity)).min(*left);
            *left = sub(*left, units[index])?;
        }
        Ok(units)
    }
}

/// Where a line is counted. The order is one pool; by itself every line is.
fn pool_of(scope: Scope, pools: &Option<Rc<[usize]>>, index: usize) -> usize {
    match (scope, pools) {
        (Scope::Order, _) => 0,
        (_, Some(pools)) => pools[index],
        (_, None) => index,
    }
}

impl Rates {
    fn of(&self, index: usize) -> &Rate {
        &self.found[self.pools.as_ref().map_or(index, |pools| pools[index])]
    }

    fn off(&self, index: usize, amount: Decimal) -> Result<Decimal> {
        self.of(index).off(amount, self.own[index])
    }

    /// The one percentage that all rates come to, if they do.
    #[cfg_attr(optimize_attribute, optimize(speed), inline(never))]
    pub(super) fn common(&self, mask: &Mask) -> Option<Decimal> {
        let mut held = (0..self.own.len()).filter(|index| mask.has(*index)).map(|index| self.of(index).percent());
        let first = held.next()??;
        held.all(|percent| percent == Some(first)).then_some(first)
    }
}
