//! The steps of a request, applied one after another.

use rust_decimal::Decimal;

use super::priced::{Deferred, Effect, NextTier, Priced, PricedLine};
use super::request::{Adjust, Basis, Request, Scope, Step};
use super::running::{Running, sum};
use super::tier::{Measure, Rate, Tiers};
use super::{group, hint};
use crate::domain::allocation::{Allocation, allocate};
use crate::domain::error::Result;
use crate::domain::money::{add, from_minor, mul, percentage, sub};

/// A request half-way to its answer.
pub(super) struct Pipeline<'a> {
    request: &'a Request,
    lines: Vec<Running<'a>>,
    /// For each line the number of its group; none while no step has asked for groups.
    groups: Option<Vec<usize>>,
    waterfall: Vec<Effect>,
    next: Vec<NextTier>,
}

impl<'a> Pipeline<'a> {
    /// Every line at list price.
    pub(super) fn open(request: &'a Request) -> Result<Self> {
        let lines = request.lines.iter().map(|line| Running::open(line, request)).collect::<Result<_>>()?;
        Ok(Self { request, lines, groups: None, waterfall: Vec::with_capacity(request.steps.len()), next: Vec::new() })
    }

    /// Applies one step to every line.
    pub(super) fn apply(&mut self, step: &Step) -> Result<()> {
        let (amount, percent) = match (step.scope, &step.adjust) {
            (Scope::Order, adjust) => self.order(step, adjust)?,
            (Scope::Line | Scope::Group, Adjust::Percent(percent)) => {
                let rate = Rate::Flat(*percent);
                (self.each(&|_, line| rate.of(line.base(step.basis)))?, Some(*percent))
            }
            (Scope::Line | Scope::Group, Adjust::Amount(amount)) => {
                (self.each(&|_, line| mul(*amount, line.line.quantity))?, None)
            }
            (Scope::Line, Adjust::Tiers(tiers)) => self.line_tiers(step, tiers)?,
            (Scope::Group, Adjust::Tiers(tiers)) => self.group_tiers(step, tiers)?,
        };
        self.waterfall.push(Effect { step: step.id.clone(), kind: step.kind, amount, percent });
        Ok(())
    }

    /// The answer.
    pub(super) fn close(self) -> Result<Priced> {
        let amount = |minor| from_minor(minor, self.request.currency);
        let list = amount(sum(&self.lines, |line| line.list)?)?;
        let net = amount(sum(&self.lines, |line| line.shown)?)?;
        let lines = self.lines.into_iter().map(|line| {
            let (list, net) = (amount(line.list)?, amount(line.shown)?);
            let discount = amount(line.list - line.shown)?;
            let percent = percent_off(list, net)?;
            Ok(PricedLine { id: line.line.id.clone(), list, net, discount, percent, effects: line.effects })
        });
        Ok(Priced {
            lines: lines.collect::<Result<_>>()?,
            list,
            net,
            discount: sub(list, net)?,
            percent: percent_off(list, net)?,
            waterfall: self.waterfall,
            next: self.next,
            deferral: deferred(self.request, list, net)?,
        })
    }

    /// Takes off each line what `cut` says of it.
    fn each(&mut self, cut: &dyn Fn(usize, &Running) -> Result<Decimal>) -> Result<Decimal> {
        let before = sum(&self.lines, |line| line.shown)?;
        for (index, line) in self.lines.iter_mut().enumerate() {
            let cut = cut(index, line)?;
            line.cut(cut, self.request)?;
        }
        from_minor(sum(&self.lines, |line| line.shown)? - before, self.request.currency)
    }

    fn line_tiers(&mut self, step: &Step, tiers: &Tiers) -> Result<(Decimal, Option<Decimal>)> {
        let mut rates = Vec::with_capacity(self.lines.len());
        for line in &self.lines {
            let measure = measure_of(line, tiers.measure, step.basis);
            rates.push(tiers.rate(measure)?);
            self.next.extend(hint::next(&step.id, Some(&line.line.id), tiers, measure, self.request.currency)?);
        }
        let amount = self.each(&|index, line| rates[index].of(line.base(step.basis)))?;
        Ok((amount, common(&rates)))
    }

    fn group_tiers(&mut self, step: &Step, tiers: &Tiers) -> Result<(Decimal, Option<Decimal>)> {
        let groups = self.groups.take().unwrap_or_else(|| group::numbers(&self.request.lines));
        let mut measures = vec![Decimal::ZERO; groups.iter().max().map_or(0, |last| last + 1)];
        for (line, group) in self.lines.iter().zip(&groups) {
            measures[*group] = add(measures[*group], measure_of(line, tiers.measure, step.basis))?;
        }
        let rates = measures.iter().map(|measure| tiers.rate(*measure)).collect::<Result<Vec<_>>>()?;
        // Groups are numbered as they first appear, so the line that brings a new number is the group's first.
        let mut seen = 0;
        for (line, group) in self.lines.iter().zip(&groups) {
            if *group == seen {
                let hint = hint::next(&step.id, Some(&line.line.id), tiers, measures[seen], self.request.currency)?;
                self.next.extend(hint);
                seen += 1;
            }
        }
        let amount = self.each(&|index, line| rates[groups[index]].of(line.base(step.basis)))?;
        self.groups = Some(groups);
        Ok((amount, common(&rates)))
    }

    /// Changes the document's total and shares the change out over the lines.
    fn order(&mut self, step: &Step, adjust: &Adjust) -> Result<(Decimal, Option<Decimal>)> {
        if self.lines.is_empty() {
            return Ok((Decimal::ZERO, None));
        }
        let currency = self.request.currency;
        let total = sum(&self.lines, |line| line.shown)?;
        let before = from_minor(total, currency)?;
        let base = match step.basis {
            Basis::Running => before,
            Basis::List => from_minor(sum(&self.lines, |line| line.list)?, currency)?,
        };
        let (cut, percent) = match adjust {
            Adjust::Percent(percent) => (Rate::Flat(*percent).of(base)?, Some(*percent)),
            Adjust::Amount(amount) => (*amount, None),
            Adjust::Tiers(tiers) => {
                let measure = match tiers.measure {
                    Measure::Quantity => {
                        self.request.lines.iter().try_fold(Decimal::ZERO, |sum, line| add(sum, line.quantity))?
                    }
                    Measure::Amount => base,
                };
                self.next.extend(hint::next(&step.id, None, tiers, measure, currency)?);
                let rate = tiers.rate(measure)?;
                (rate.of(base)?, rate.flat())
            }
        };

        // As on a line, what remains is rounded and the discount is the rest.
        let after = self.request.rounding.to_minor(sub(before, cut)?.max(Decimal::ZERO), currency)?;
        let cut = total - after;
        let nets: Vec<i128> = self.lines.iter().map(|line| line.shown).collect();
        let mut shares = allocate(cut, &nets, self.request.allocation)?;
        if shares.iter().zip(&nets).any(|(share, net)| share > net) {
            // The chosen policy asks of some line more than it holds; this one never does.
            shares = allocate(cut, &nets, Allocation::LargestRemainder)?;
        }
        for (line, share) in self.lines.iter_mut().zip(shares) {
            line.share(share, self.request)?;
        }
        Ok((from_minor(-cut, currency)?, percent))
    }
}

fn measure_of(line: &Running, measure: Measure, basis: Basis) -> Decimal {
    match measure {
        Measure::Quantity => line.line.quantity,
        Measure::Amount => line.base(basis),
    }
}

/// The one percentage that all rates come to, if they do.
fn common(rates: &[Rate]) -> Option<Decimal> {
    let first = rates.first()?;
    rates.iter().all(|rate| rate == first).then(|| first.flat()).flatten()
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
