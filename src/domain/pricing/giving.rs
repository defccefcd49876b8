//! Steps that add goods for nothing.

use rust_decimal::Decimal;

use super::pipeline::Pipeline;
use super::priced::FreeGood;
use super::running::Mask;
use super::step::{Adjust, Scope, Step};
use super::tier::Measure;
use super::when::Unmet;
use crate::domain::error::Result;
use crate::domain::money::{add, div, mul};

impl Pipeline<'_> {
    /// Adds free goods; no price changes.
    pub(super) fn give(&mut self, step: &Step, mask: &Mask) -> Result<()> {
        let Adjust::Free(goods) = &step.adjust else { return Ok(()) };
        let pools = self.pools(step.scope);
        // For each pool its first line and what is ordered in it.
        let mut ordered: Vec<(Option<usize>, Decimal)> = vec![(None, Decimal::ZERO); self.lines.len()];
        for (index, line) in self.lines.iter().enumerate().filter(|(index, _)| mask.has(*index)) {
            let pool = match step.scope {
                Scope::Order => 0,
                _ => pools.as_ref().map_or(index, |pools| pools[index]),
            };
            ordered[pool] = (ordered[pool].0.or(Some(index)), add(ordered[pool].1, line.line.stock_units()?)?);
        }
        let mut given = false;
        for (first, quantity) in ordered {
            let Some(line) = first.map(|index| self.lines[index].line) else { continue };
            let free = goods.quantity(quantity)?;
            if free.is_zero() {
                continue;
            }
            given = true;
            let price = if goods.item.is_some() { goods.worth } else { div(line.list_price()?, line.unit_factor)? };
            self.free.push(FreeGood {
                step: step.id.clone(),
                line: (step.scope != Scope::Order).then(|| line.id.clone()),
                item: goods.item.clone(),
                quantity: free,
                worth: mul(price, free)?,
            });
        }
        let missing = goods.slabs.first().map(|slab| slab.from).unwrap_or_default();
        self.push(step, (!given).then_some(Unmet::Below { measure: Measure::Quantity, missing }));
        Ok(())
    }
}
