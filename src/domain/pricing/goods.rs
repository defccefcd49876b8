//! Which lines a rule is about.

use rust_decimal::Decimal;

use super::line::RequestLine;
use crate::domain::error::Result;

/// Which lines a rule is about: those that meet every criterion it names. The default is about all of them.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Goods {
    /// Ids of lines.
    pub lines: Vec<String>,
    /// What is sold, by the lines' `item`.
    pub items: Vec<String>,
    /// The lines' groups.
    pub groups: Vec<String>,
    /// List price of a unit, at least.
    pub price_from: Option<Decimal>,
    /// List price of a unit, at most.
    pub price_to: Option<Decimal>,
}

impl Goods {
    /// For each line whether it is meant; none if all are.
    pub(super) fn mask(&self, lines: &[RequestLine]) -> Result<Option<Vec<bool>>> {
        if self.is_all() {
            return Ok(None);
        }
        // Sorted once, so that a rule about thousands of items does not look through them for each line.
        let (ids, items, groups) = (sorted(&self.lines), sorted(&self.items), sorted(&self.groups));
        let priced = self.price_from.is_some() || self.price_to.is_some();
        let meant = lines.iter().map(|line| {
            let named = holds(&ids, Some(&line.id))
                && holds(&items, line.item.as_deref())
                && holds(&groups, line.group.as_deref());
            if !named || !priced {
                return Ok(named);
            }
            let price = line.list_price()?;
            Ok(self.price_from.is_none_or(|from| price >= from) && self.price_to.is_none_or(|to| price <= to))
        });
        meant.collect::<Result<_>>().map(Some)
    }

    fn is_all(&self) -> bool {
        self.lines.is_empty()
            && self.items.is_empty()
            && self.groups.is_empty()
            && self.price_from.is_none()
            && self.price_to.is_none()
    }
}

fn sorted(names: &[String]) -> Vec<&str> {
    let mut names: Vec<&str> = names.iter().map(String::as_str).collect();
    names.sort_unstable();
    names
}

/// Whether the name is among them; no names at all mean any.
fn holds(names: &[&str], name: Option<&str>) -> bool {
    names.is_empty() || name.is_some_and(|name| names.binary_search(&name).is_ok())
}
