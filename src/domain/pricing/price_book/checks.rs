//! Whether lists fit together: no price twice, every base there, no circle.

use rust_decimal::Decimal;

use super::list::BookList;
use crate::domain::date::Date;
use crate::domain::error::{Code, Error, Result};

/// Sorted entries: whichever overlap stand side by side.
pub(super) fn check_entries(list: &BookList) -> Result<()> {
    if let Some(entry) = list.entries.iter().find(|entry| entry.price < Decimal::ZERO) {
        return Err(Error::new(Code::NumberRange, entry.item.clone()));
    }
    for pair in list.entries.windows(2) {
        if let [earlier, later] = pair {
            let same = (&earlier.item, &earlier.unit) == (&later.item, &later.unit);
            let until = earlier.valid_to.unwrap_or(Date::MAX);
            if same && later.valid_from.unwrap_or(Date::MIN) <= until {
                return Err(Error::new(Code::RuleInvalid, [list.id.as_str(), ": ", &later.item].concat()));
            }
        }
    }
    Ok(())
}

/// For each list the one it is built on.
pub(super) fn bases(lists: &[BookList]) -> Result<Vec<Option<usize>>> {
    let mut ids: Vec<(&str, usize)> = lists.iter().enumerate().map(|(index, list)| (list.id.as_str(), index)).collect();
    ids.sort_unstable();
    if let Some(twin) = ids.windows(2).find(|pair| pair.first().map(|id| id.0) == pair.last().map(|id| id.0)) {
        return Err(Error::new(Code::RuleInvalid, twin.first().map(|id| id.0).unwrap_or_default()));
    }
    let base = |list: &BookList| {
        let Some(base) = &list.base else { return Ok(None) };
        let place = ids.binary_search_by(|(id, _)| (*id).cmp(&base.list));
        let found = place.ok().and_then(|place| ids.get(place)).map(|(_, index)| *index);
        found.map(Some).ok_or_else(|| Error::new(Code::PriceListBase, [list.id.as_str(), " > ", &base.list].concat()))
    };
    lists.iter().map(base).collect()
}

/// Walks down from every list; whoever comes back to a list of the same walk has gone in a circle.
pub(super) fn check_circles(lists: &[BookList], bases: &[Option<usize>]) -> Result<()> {
    let mut walked: Vec<Option<usize>> = vec![None; lists.len()];
    for start in 0..lists.len() {
        let mut at = Some(start);
        while let Some(index) = at {
            match walked[index] {
                Some(walk) if walk == start => return Err(circle(lists, bases, index)),
                Some(_) => break,
                None => walked[index] = Some(start),
            }
            at = bases[index];
        }
    }
    Ok(())
}

/// Names the lists of the circle in turn.
fn circle(lists: &[BookList], bases: &[Option<usize>], first: usize) -> Error {
    let mut names = lists[first].id.clone();
    let mut at = bases[first];
    while let Some(index) = at {
        names.push_str(" > ");
        names.push_str(&lists[index].id);
        at = bases[index].filter(|_| index != first);
    }
    Error::new(Code::PriceListCircle, names)
}
