//! The steps of a request, applied one after another.

use std::rc::Rc;

use rust_decimal::Decimal;

use super::cut::Cuts;
use super::floor::Breach;
use super::line::RequestLine;
use super::priced::{Deferred, Effect, FreeGood, NextTier, Priced, PricedLine, Taxed};
use super::request::Request;
use super::running::{Mask, Rounder, Running, sum};
use super::standing::measure_of;
use super::step::{Adjust, Basis, Combine, Scope, Step};
use super::tier::Measure;
use super::when::Unmet;
use super::{group, hint};
use crate::domain::allocation::{Allocation, allocate, allocate_with_caps};
use crate::domain::error::{Code, Error, Result};
use crate::domain::money::{add, div, from_minor, mul, percent_of, percentage, sub};

/// A request half-way to its answer.
pub(super) struct Pipeline<'a> {
    pub(super) request: &'a Request,
    pub(super) lines: Vec<Running<'a>>,
    /// For each line the number of its item and of its group; none while no step has asked for them.
    items: Option<Rc<[usize]>>,
    groups: Option<Rc<[usize]>>,
    waterfall: Vec<Effect>,
    pub(super) next: Vec<NextTier>,
    free: Vec<FreeGood>,
    /// Whether any step looks back at where its chain began.
    chained: bool,
}

/// What an order step wants to take off.
struct OrderCut {
    cut: Decimal,
    percent: Option<Decimal>,
}

impl<'a> Pipeline<'a> {
    /// Every line at list price.
    pub(super) fn open(request: &'a Request) -> Result<Self> {
        let mut rounder = Rounder::new(request);
        let lines = request.lines.iter().map(|line| Running::open(line, request, &mut rounder));
        Ok(Self {
            request,
            lines: lines.collect::<Result<_>>()?,
            items: None,
            groups: None,
            waterfall: Vec::with_capacity(request.steps.len()),
            next: Vec::new(),
            free: Vec::new(),
            chained: request.steps.iter().any(|step| step.combine != Combine::Compound),
        })
    }

    /// Applies one step, if it holds.
    pub(super) fn apply(&mut self, step: &Step) -> Result<()> {
        let mask = match self.standing(step, self.request.policy.thresholds)? {
            Ok(mask) => mask,
            Err((unmet, hint)) => {
                self.next.extend(hint);
                return self.pass(step, unmet);
            }
        };
        if self.chained && step.combine == Combine::Compound {
            self.lines.iter_mut().for_each(Running::begin_chain);
        }
        let before = sum(&self.lines, &Mask::default(), |line| line.shown)?;
        let (percent, unplaced) = match (&step.adjust, step.scope) {
            (Adjust::Free(_), _) => return self.give(step, &mask),
            (Adjust::BuyGet(_), _) | (_, Scope::Line | Scope::Item | Scope::Group) => self.on_lines(step, &mask),
            (_, Scope::Order) => self.on_order(step, &mask),
        }?;
        let after = sum(&self.lines, &Mask::default(), |line| line.shown)?;
        let amount = from_minor(after - before, self.request.currency)?;
        self.waterfall.push(Effect { step: step.id.clone(), kind: step.kind, amount, percent, unmet: None, unplaced });
        Ok(())
    }

    /// Leaves the step out and says why.
    pub(super) fn pass(&mut self, step: &Step, unmet: Unmet) -> Result<()> {
        self.lines.iter_mut().for_each(Running::stay);
        self.push(step, Some(unmet));
        Ok(())
    }

    /// What the steps so far have taken off, in smallest units.
    pub(super) fn discount(&self) -> Result<i128> {
        sum(&self.lines, &Mask::default(), |line| line.list - line.shown)
    }

    /// For each line the number of its pool, where lines count together in pools.
    pub(super) fn pools(&mut self, scope: Scope) -> Option<Rc<[usize]>> {
        let lines = &self.request.lines;
        match scope {
            Scope::Line | Scope::Order => None,
            Scope::Item => Some(Rc::clone(self.items.get_or_insert_with(|| group::numbers(lines, item).into()))),
            Scope::Group => Some(Rc::clone(self.groups.get_or_insert_with(|| group::numbers(lines, group_of).into()))),
        }
    }

    /// The answer.
    pub(super) fn close(self) -> Result<Priced> {
        let request = self.request;
        let amount = |minor| from_minor(minor, request.currency);
        let list_sum = sum(&self.lines, &Mask::default(), |line| line.list)?;
        let net_sum = sum(&self.lines, &Mask::default(), |line| line.shown)?;
        let (list, net) = (amount(list_sum)?, amount(net_sum)?);
        let (taxes, taxed) = self.tax(net_sum, list_sum)?;
        let mut lines = Vec::with_capacity(self.lines.len());
        for (index, line) in self.lines.into_iter().enumerate() {
            let (list, net) = (amount(line.list)?, amount(line.shown)?);
            let tax = taxes.get(index).copied().unwrap_or_default();
            let percent = if line.list == line.shown { Decimal::ZERO } else { percent_off(list, net)? };
            lines.push(PricedLine {
                id: line.line.id.clone(),
                list,
                net,
                discount: amount(line.list - line.shown)?,
                percent,
                tax: amount(tax)?,
                gross: amount(if request.tax.included { line.shown } else { line.shown + tax })?,
                unrounded: line.unrounded(request)?,
                quantity: line.line.quantity,
                effects: line.effects,
            });
        }
        Ok(Priced {
            lines,
            list,
            net,
            discount: sub(list, net)?,
            percent: percent_off(list, net)?,
            waterfall: self.waterfall,
            next: self.next,
            free: self.free,
            taxed,
            deferral: deferred(request, list, net)?,
        })
    }

    /// Changes each line by itself.
    fn on_lines(&mut self, step: &Step, mask: &Mask) -> Result<(Option<Decimal>, Decimal)> {
        let Cuts { mut cuts, mut percent } = self.cuts(step, mask)?;
        if let Some(cap) = self.cap(step, &cuts)? {
            percent = None;
            self.shrink(&mut cuts, cap)?;
        }
        let request = self.request;
        let mut rounder = Rounder::new(request);
        let mut unplaced = Decimal::ZERO;
        for (index, (line, cut)) in self.lines.iter_mut().zip(cuts).enumerate() {
            let combine = if mask.has(index) { step.combine } else { Combine::Add };
            let cut = match request.policy.discount_rounding {
                Some(rounding) => rounding.round(cut, request.currency.minor_units()),
                None => cut,
            };
            let rest = line.cut(cut, combine, request, &mut rounder).map_err(|error| named(error, step))?;
            if !rest.is_zero() {
                unplaced = add(unplaced, rest)?;
            }
        }
        Ok((percent, unplaced))
    }

    /// The limit of what comes off, if the cuts together go beyond it; what is added on other lines does not count.
    fn cap(&self, step: &Step, cuts: &[Decimal]) -> Result<Option<Decimal>> {
        let Some(most) = step.limit.amount else { return Ok(None) };
        let with_tax = step.limit.amount_with_tax && !self.request.tax.included;
        let (mut total, mut gross) = (Decimal::ZERO, Decimal::ZERO);
        for (line, cut) in self.lines.iter().zip(cuts).filter(|(_, cut)| **cut > Decimal::ZERO) {
            total = add(total, *cut)?;
            gross = add(gross, add(*cut, percent_of(*cut, line.line.tax_percent)?)?)?;
        }
        let reached = if with_tax { gross } else { total };
        if reached <= most {
            return Ok(None);
        }
        if with_tax { Ok(Some(div(mul(most, total)?, gross)?)) } else { Ok(Some(most)) }
    }

    /// Lets the cuts come to `cap`, in proportion.
    fn shrink(&self, cuts: &mut [Decimal], cap: Decimal) -> Result<()> {
        let Request { rounding, allocation, currency, .. } = self.request;
        let mut weights = Vec::with_capacity(cuts.len());
        for cut in cuts.iter() {
            // Only the proportions matter, to a hundredth of the smallest unit.
            weights.push(rounding.to_minor(mul(*cut, Decimal::ONE_HUNDRED)?, *currency)?.max(0));
        }
        let shares = allocate(rounding.to_minor(cap, *currency)?, &weights, *allocation)?;
        for (cut, share) in cuts.iter_mut().zip(shares).filter(|(cut, _)| **cut > Decimal::ZERO) {
            *cut = from_minor(share, *currency)?;
        }
        Ok(())
    }

    /// Changes the document's total and shares the change out over the lines.
    fn on_order(&mut self, step: &Step, mask: &Mask) -> Result<(Option<Decimal>, Decimal)> {
        if self.lines.is_empty() {
            return Ok((None, Decimal::ZERO));
        }
        let currency = self.request.currency;
        let total = sum(&self.lines, mask, |line| line.shown)?;
        let before = from_minor(total, currency)?;
        let OrderCut { mut cut, percent } = self.order_cut(step, mask)?;
        if step.limit.amount.is_some() {
            let shares = self.lines.iter().enumerate();
            let shares = shares.map(|(index, line)| if mask.has(index) { line.shown } else { 0 });
            let shares = shares.map(|shown| div(mul(cut, from_minor(shown, currency)?)?, before.max(Decimal::ONE)));
            if let Some(cap) = self.cap(step, &shares.collect::<Result<Vec<_>>>()?)? {
                cut = cap;
            }
        }
        let taken = sub(from_minor(sum(&self.lines, mask, |line| line.chain_shown)?, currency)?, before)?;
        let cut = match step.combine {
            Combine::Compound | Combine::Add => cut,
            Combine::Max => sub(cut.max(taken), taken)?,
            Combine::Min => sub(cut.min(taken), taken)?,
        };

        // As on a line, what remains is rounded and the discount is the rest.
        let after = match self.request.policy.discount_rounding {
            Some(rounding) => (total - rounding.to_minor(cut, currency)?).max(0),
            None => self.request.rounding.to_minor(sub(before, cut)?.max(Decimal::ZERO), currency)?,
        };
        let beyond_zero = sub(cut, before)?.max(Decimal::ZERO);
        let nets = self.lines.iter().enumerate().map(|(index, line)| if mask.has(index) { line.shown } else { 0 });
        let nets: Vec<i128> = nets.collect();
        let unplaced = self.share_out(step, total - after, &nets)?;
        Ok((percent, add(unplaced, beyond_zero)?))
    }

    fn order_cut(&mut self, step: &Step, mask: &Mask) -> Result<OrderCut> {
        let currency = self.request.currency;
        let base = match (step.basis, step.combine) {
            (Basis::List, _) => sum(&self.lines, mask, |line| line.list)?,
            (Basis::Running, Combine::Compound) => sum(&self.lines, mask, |line| line.shown)?,
            (Basis::Running, _) => sum(&self.lines, mask, |line| line.chain_shown)?,
        };
        let base = from_minor(base, currency)?;
        Ok(match &step.adjust {
            Adjust::Percent(percent) => OrderCut { cut: percent_of(base, *percent)?, percent: Some(*percent) },
            Adjust::Amount(amount) => OrderCut { cut: *amount, percent: None },
            Adjust::Factor(factor) => OrderCut { cut: sub(base, mul(base, *factor)?)?, percent: None },
            Adjust::Tiers(tiers) => {
                let mut measure = Decimal::ZERO;
                if tiers.measure == Measure::Amount {
                    measure = match self.request.policy.thresholds {
                        super::Thresholds::Running => base,
                        super::Thresholds::Original => from_minor(sum(&self.lines, mask, |line| line.list)?, currency)?,
                    };
                } else {
                    for (_, line) in self.lines.iter().enumerate().filter(|(index, _)| mask.has(*index)) {
                        measure = add(measure, measure_of(line, tiers.measure, Decimal::ZERO)?)?;
                    }
                }
                self.next.extend(hint::next(&step.id, None, tiers, measure, currency)?);
                let rate = tiers.rate(measure)?;
                OrderCut { cut: rate.of(base)?, percent: rate.percent() }
            }
            // Refused before pricing began.
            _ => OrderCut { cut: Decimal::ZERO, percent: None },
        })
    }

    /// Takes `cut` off the lines in proportion to the weights, none below its floor; what could not come off is the answer.
    fn share_out(&mut self, step: &Step, cut: i128, weights: &[i128]) -> Result<Decimal> {
        let request = self.request;
        let mut shares = allocate(cut, weights, request.allocation)?;
        let mut unplaced = 0;
        if shares.iter().zip(&self.lines).any(|(share, line)| *share > line.room()) {
            // The chosen policy asks of some line more than it may give; what is full passes the rest on to the others.
            let rooms: Vec<i128> = self.lines.iter().map(Running::room).collect();
            (shares, unplaced) = allocate_with_caps(cut, weights, &rooms)?;
            if request.floor.breach == Breach::Refuse && self.lines.iter().any(Running::has_floor) {
                return Err(Error::new(Code::RuleInvalid, step.id.clone()));
            }
        } else if shares.iter().any(|share| share.signum() != cut.signum() && *share != 0) {
            shares = allocate(cut, weights, Allocation::LargestRemainder)?;
        }
        for (line, share) in self.lines.iter_mut().zip(shares) {
            if share == 0 { line.stay() } else { line.share(share, request)? }
        }
        from_minor(unplaced, request.currency)
    }

    /// Adds free goods; no price changes.
    fn give(&mut self, step: &Step, mask: &Mask) -> Result<()> {
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
        self.lines.iter_mut().for_each(Running::stay);
        let missing = goods.slabs.first().map(|slab| slab.from).unwrap_or_default();
        self.push(step, (!given).then_some(Unmet::Below { measure: Measure::Quantity, missing }));
        Ok(())
    }

    fn push(&mut self, step: &Step, unmet: Option<Unmet>) {
        self.waterfall.push(Effect {
            step: step.id.clone(),
            kind: step.kind,
            amount: Decimal::ZERO,
            percent: None,
            unmet,
            unplaced: Decimal::ZERO,
        });
    }

    /// The tax of each line, and what is to be paid with charges.
    fn tax(&self, net: i128, list: i128) -> Result<(Vec<i128>, Taxed)> {
        let Request { rounding, allocation, currency, tax, charges, lines, .. } = self.request;
        let mut charged = Vec::with_capacity(charges.len());
        for charge in charges {
            charged.push((rounding.to_minor(charge.amount, *currency)?, charge.tax_percent));
        }
        let overflow = || Error::new(Code::NumberOverflow, "the total");
        let total = |goods: i128, amounts: fn(&Running) -> i128| -> Result<(Vec<i128>, [i128; 3])> {
            let before =
                charged.iter().try_fold(goods, |sum, (amount, _)| sum.checked_add(*amount)).ok_or_else(overflow)?;
            let free_of_tax = |(_, percent): &(i128, Decimal)| percent.is_zero();
            if lines.iter().all(|line| line.tax_percent.is_zero()) && charged.iter().all(free_of_tax) {
                return Ok((Vec::new(), [before, 0, before]));
            }
            let taxed = self.lines.iter().map(|line| (amounts(line), line.line.tax_percent));
            let taxed: Vec<(i128, Decimal)> = taxed.chain(charged.iter().copied()).collect();
            let taxes = tax.of(&taxed, *rounding, *allocation, *currency)?;
            let sum = taxes.iter().try_fold(0_i128, |sum, tax| sum.checked_add(*tax)).ok_or_else(overflow)?;
            let sums = if tax.included { [before - sum, sum, before] } else { [before, sum, before + sum] };
            Ok((taxes, sums))
        };
        let (taxes, [without, sum, with]) = total(net, |line| line.shown)?;
        let list_with = if net == list { with } else { total(list, |line| line.list)?.1[2] };
        let amount = |minor| from_minor(minor, *currency);
        let taxed = Taxed {
            net: amount(without)?,
            tax: amount(sum)?,
            gross: amount(with)?,
            discount: amount(list_with - with)?,
        };
        Ok((taxes, taxed))
    }
}

/// The same error, naming the step instead of the line.
fn named(error: Error, step: &Step) -> Error {
    if error.kind() == Code::RuleInvalid { Error::new(Code::RuleInvalid, step.id.clone()) } else { error }
}

fn item(line: &RequestLine) -> Option<&str> {
    line.item.as_deref()
}

fn group_of(line: &RequestLine) -> Option<&str> {
    line.group.as_deref()
}

fn percent_off(list: Decimal, net: Decimal) -> Result<Decimal> {
    percentage(sub(list, net)?, list)
}

fn deferred(request: &Request, list: Decimal, net: Decimal) -> Result<Option<Deferred>> {
    let Some(deferral) = request.deferral else { return Ok(None) };
    let factor = deferral.factor()?;
    let worth = mul(net, factor)?;
    let present_value = request.rounding.round(worth, request.currency.minor_units());
    Ok(Some(Deferred {
        present_value,
        cost: sub(net, present_value)?,
        cost_percent: mul(sub(Decimal::ONE, factor)?, Decimal::ONE_HUNDRED)?.normalize(),
        effective_percent: percent_off(list, worth)?,
    }))
}
