//! The steps of a request, applied one after another.

use std::rc::Rc;

use rust_decimal::Decimal;

use super::cut::Cuts;
use super::group;
use super::line::RequestLine;
use super::priced::{Effect, FreeGood, NextTier};
use super::request::Request;
use super::running::{Mask, Rounder, Running, sum, too_much};
use super::step::{Adjust, Combine, Scope, Step};
use super::when::Unmet;
use crate::domain::allocation::allocate;
use crate::domain::error::{Code, Error, Result};
use crate::domain::label::Label;
use crate::domain::money::{add, div, from_minor, mul, percent_of};

/// A request half-way to its answer.
pub(super) struct Pipeline<'a> {
    pub(super) request: &'a Request,
    pub(super) lines: Vec<Running<'a>>,
    /// What the lines together have come to, in smallest units.
    pub(super) shown: i128,
    /// For each line the number of its item and of its group; none while no step has asked for them.
    items: Option<Rc<[usize]>>,
    groups: Option<Rc<[usize]>>,
    pub(super) waterfall: Vec<Effect>,
    /// By how much each step moved each line: the lines of the first step, then those of the second. What is missing at the end is
    /// nothing.
    pub(super) effects: Vec<Decimal>,
    pub(super) next: Vec<NextTier>,
    pub(super) free: Vec<FreeGood>,
    /// Whether any step looks back at where its chain began.
    chained: bool,
}

impl<'a> Pipeline<'a> {
    /// Every line at list price.
    #[cfg_attr(optimize_attribute, optimize(speed), inline(never))]
    pub(super) fn open(request: &'a Request) -> Result<Self> {
        let mut rounder = Rounder::new(request);
        let lift = request.floor.lift()?;
        let chained = request.steps.iter().any(|step| step.combine != Combine::Compound);
        let mut lines = Vec::with_capacity(request.lines.len());
        for line in &request.lines {
            lines.push(Running::open(line, request, lift, chained, &mut rounder)?);
        }
        Ok(Self {
            request,
            shown: sum(&lines, &Mask::default(), |line| line.shown)?,
            lines,
            items: None,
            groups: None,
            waterfall: Vec::with_capacity(request.steps.len()),
            effects: Vec::with_capacity(request.steps.len() * request.lines.len()),
            next: Vec::new(),
            free: Vec::new(),
            chained,
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
        let (percent, unplaced) = match (&step.adjust, step.scope) {
            (Adjust::Free(_), _) => return self.give(step, &mask),
            (Adjust::BuyGet(_), _) | (_, Scope::Line | Scope::Item | Scope::Group) => self.on_lines(step, &mask),
            (_, Scope::Order) => self.on_order(step, &mask),
        }?;
        let amount = from_minor(self.moved()?, self.request.currency)?;
        self.waterfall.push(Effect { step: step.id.clone(), kind: step.kind, amount, percent, unmet: None, unplaced });
        Ok(())
    }

    /// Writes down by how much the present step moved each line; by how much all of them is the answer.
    #[cfg_attr(optimize_attribute, optimize(speed), inline(never))]
    fn moved(&mut self) -> Result<i128> {
        // The steps before that moved nothing have left no row.
        self.effects.resize(self.waterfall.len() * self.lines.len(), Decimal::ZERO);
        let mut shown = 0_i128;
        for line in &mut self.lines {
            let moved = line.shown - line.before;
            self.effects.push(if moved == 0 { Decimal::ZERO } else { from_minor(moved, self.request.currency)? });
            line.before = line.shown;
            let Some(more) = shown.checked_add(line.shown) else { return Err(too_much()) };
            shown = more;
        }
        let moved = shown - self.shown;
        self.shown = shown;
        Ok(moved)
    }

    /// Leaves the step out and says why.
    pub(super) fn pass(&mut self, step: &Step, unmet: Unmet) -> Result<()> {
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
            Scope::Item => Some(Rc::clone(self.items.get_or_insert_with(|| numbers(lines, |line| &line.item)))),
            Scope::Group => Some(Rc::clone(self.groups.get_or_insert_with(|| numbers(lines, |line| &line.group)))),
        }
    }

    /// Changes each line by itself.
    fn on_lines(&mut self, step: &Step, mask: &Mask) -> Result<(Option<Decimal>, Decimal)> {
        if let Some(done) = self.keep(step, mask)? {
            return Ok(done);
        }
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
    pub(super) fn cap(&self, step: &Step, cuts: &[Decimal]) -> Result<Option<Decimal>> {
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

    /// Says of a step that changed no price whether it holds.
    pub(super) fn push(&mut self, step: &Step, unmet: Option<Unmet>) {
        self.waterfall.push(Effect {
            step: step.id.clone(),
            kind: step.kind,
            amount: Decimal::ZERO,
            percent: None,
            unmet,
            unplaced: Decimal::ZERO,
        });
    }
}

/// The same error, naming the step instead of the line.
pub(super) fn named(error: Error, step: &Step) -> Error {
    if error.kind() == Code::RuleInvalid { Error::new(Code::RuleInvalid, step.id.clone()) } else { error }
}

#[cfg_attr(optimize_attribute, optimize(speed), inline(never))]
fn numbers(lines: &[RequestLine], named_by: fn(&RequestLine) -> &Option<Label>) -> Rc<[usize]> {
    let mut names = Vec::with_capacity(lines.len());
    for line in lines {
        names.push(named_by(line).as_ref().map(|label| &**label));
    }
    group::numbers(&names).into()
}
