//! Which steps exclude which.

use super::pipeline::Pipeline;
use super::request::{Precedence, Priority, Request, Thresholds, Tie};
use super::step::{Exclusive, Step};
use crate::domain::error::{Code, Error, Result};

/// For each step the one that excludes it, if one does; nothing at all if no step is exclusive.
///
/// Whether a step holds is judged here by what was ordered, so that an earlier reduction cannot undo an exclusion.
///
/// # Errors
/// `rule.invalid` naming two steps of which neither comes first.
pub(super) fn excluded<'a>(request: &'a Request, pipeline: &mut Pipeline) -> Result<Vec<Option<&'a Step>>> {
    let steps = &request.steps;
    if steps.iter().all(|step| step.exclusive == Exclusive::No) {
        return Ok(Vec::new());
    }
    let mut excluded = vec![None; steps.len()];
    let mut holding = Vec::with_capacity(steps.len());
    for (index, step) in steps.iter().enumerate() {
        if pipeline.standing(step, Thresholds::Original)?.is_ok() {
            holding.push(index);
        }
    }

    let (all, others): (Vec<usize>, Vec<usize>) =
        holding.iter().partition(|index| steps[**index].exclusive == Exclusive::All);
    if let Some(winner) = winner(request, &all)? {
        let ahead = |index: &&usize| rank(request, **index) > rank(request, winner);
        match others.iter().find(ahead).filter(|_| request.policy.precedence == Precedence::Priority) {
            Some(ahead) => all.iter().for_each(|index| excluded[*index] = Some(&steps[*ahead])),
            None => {
                for (index, by) in excluded.iter_mut().enumerate().filter(|(index, _)| *index != winner) {
                    *by = holding.contains(&index).then_some(&steps[winner]);
                }
                return Ok(excluded);
            }
        }
    }

    let group = |index: &usize| match &steps[*index].exclusive {
        Exclusive::Group(name) => Some(name),
        Exclusive::No | Exclusive::All => None,
    };
    let mut grouped: Vec<usize> = others.into_iter().filter(|index| group(index).is_some()).collect();
    grouped.sort_by(|a, b| group(a).cmp(&group(b)));
    for members in grouped.chunk_by(|a, b| group(a) == group(b)) {
        if let Some(winner) = winner(request, members)? {
            for index in members.iter().filter(|index| **index != winner) {
                excluded[*index] = Some(&steps[winner]);
            }
        }
    }
    Ok(excluded)
}

/// The one of these steps that holds.
fn winner(request: &Request, candidates: &[usize]) -> Result<Option<usize>> {
    let Some(highest) = candidates.iter().map(|index| rank(request, *index)).max() else { return Ok(None) };
    let first: Vec<usize> = candidates.iter().copied().filter(|index| rank(request, *index) == highest).collect();
    match (request.policy.tie, &first[..]) {
        (Tie::Refuse, [one, other, ..]) => {
            let names = [request.steps[*one].id.as_str(), ", ", &request.steps[*other].id].concat();
            Err(Error::new(Code::RuleInvalid, names))
        }
        (Tie::LargestDiscount, [_, _, ..]) => {
            let mut best: Option<(i128, usize)> = None;
            for index in first {
                let discount = alone(request, &request.steps[index])?;
                if best.is_none_or(|(most, _)| discount > most) {
                    best = Some((discount, index));
                }
            }
            Ok(best.map(|(_, index)| index))
        }
        (_, first) => Ok(first.first().copied()),
    }
}

/// What the step would take off if it were the only one, in smallest units.
fn alone(request: &Request, step: &Step) -> Result<i128> {
    let mut pipeline = Pipeline::open(request)?;
    pipeline.apply(step)?;
    pipeline.discount()
}

/// The higher, the earlier.
fn rank(request: &Request, index: usize) -> i64 {
    let priority = i64::from(request.steps[index].priority);
    match request.policy.priority {
        Priority::HighestFirst => priority,
        Priority::LowestFirst => -priority,
    }
}
