//! Finding an article among many, and a price that was listed before.

use core::cmp::Ordering;

use super::Reason;
use super::prices::ListedPrice;
use crate::domain::date::Date;
use crate::domain::fold::fold;
use crate::domain::product::Product;

/// The products by their numbers, and by their names.
pub(super) struct Articles<'a> {
    /// Sorted by the number in small letters and without the zeros in front of digits, then as it is.
    keys: Vec<(String, String, &'a Product)>,
    /// Sorted by the folded name.
    names: Vec<(String, &'a Product)>,
}

impl<'a> Articles<'a> {
    pub(super) fn of(products: &'a [Product]) -> Self {
        let mut keys: Vec<_> = products
            .iter()
            .map(|product| {
                let number = product.sku.trim().to_lowercase();
                (bare(&number).to_owned(), number, product)
            })
            .collect();
        keys.sort_by(|a, b| (&a.0, &a.1).cmp(&(&b.0, &b.1)));
        let mut names: Vec<_> = products.iter().map(|product| (fold(product.name.trim()), product)).collect();
        names.sort_by(|a, b| a.0.cmp(&b.0));
        Self { keys, names }
    }

    /// The product of this number. A spreadsheet takes "00017" for the number 17, so zeros in front are forgiven where only
    /// one product is meant.
    pub(super) fn find(&self, number: &str) -> Option<&'a Product> {
        let number = number.to_lowercase();
        let bare = bare(&number);
        let start = self.keys.partition_point(|key| key.0.as_str() < bare);
        let alike = self.keys.get(start..).unwrap_or_default();
        let alike = alike.get(..alike.partition_point(|key| key.0 == bare)).unwrap_or_default();
        let exact = alike.iter().find(|key| key.1 == number);
        exact.or(if let [only] = alike { Some(only) } else { None }).map(|key| key.2)
    }

    /// The products of this name, capitals and accents left aside.
    pub(super) fn named(&self, name: &str) -> &[(String, &'a Product)] {
        let name = fold(name);
        let start = self.names.partition_point(|(known, _)| *known < name);
        let rest = self.names.get(start..).unwrap_or_default();
        rest.get(..rest.partition_point(|(known, _)| *known == name)).unwrap_or_default()
    }
}

fn bare(number: &str) -> &str {
    let is_digits = number.bytes().all(|byte| byte.is_ascii_digit());
    if is_digits { number.trim_start_matches('0') } else { number }
}

/// The prices that were accepted, so that none is listed twice for one day.
#[derive(Debug, Default)]
pub(super) struct Taken {
    /// The rows of the accepted prices.
    rows: Vec<u32>,
    /// The places of the accepted prices, sorted by article, unit, group and first day. They never overlap.
    sorted: Vec<u32>,
}

impl Taken {
    /// Notes the price that is accepted next, unless one of these holds on some of its days or gives its unit another size.
    pub(super) fn take(&mut self, row: u32, accepted: &[ListedPrice], price: &ListedPrice) -> Result<(), Reason> {
        let listed = |place: &u32| accepted.get(*place as usize);
        let of_unit = |known: &ListedPrice| (&known.product, &known.unit).cmp(&(&price.product, &price.unit));
        let first = self.sorted.partition_point(|place| listed(place).is_some_and(|known| of_unit(known).is_lt()));
        let first = self.sorted.get(first).and_then(listed).filter(|known| of_unit(known).is_eq());
        if first.is_some_and(|known| known.factor != price.factor) {
            return Err(Reason::Factor);
        }
        let at = self.sorted.partition_point(|place| listed(place).is_some_and(|known| order(known, price).is_le()));
        let beside = [at.checked_sub(1), Some(at)].into_iter().flatten().filter_map(|at| self.sorted.get(at));
        for place in beside {
            if let Some(known) = listed(place)
                && same(known, price).is_eq()
                && from(known) <= to(price)
                && from(price) <= to(known)
            {
                let first = self.rows.get(*place as usize).copied().unwrap_or_default();
                return Err(Reason::Twice(first));
            }
        }
        self.sorted.insert(at, u32::try_from(accepted.len()).unwrap_or(u32::MAX));
        self.rows.push(row);
        Ok(())
    }
}

fn order(a: &ListedPrice, b: &ListedPrice) -> Ordering {
    same(a, b).then(from(a).cmp(&from(b)))
}

fn same(a: &ListedPrice, b: &ListedPrice) -> Ordering {
    (&a.product, &a.unit, &a.group).cmp(&(&b.product, &b.unit, &b.group))
}

fn from(price: &ListedPrice) -> Date {
    price.valid_from.unwrap_or(Date::MIN)
}

fn to(price: &ListedPrice) -> Date {
    price.valid_to.unwrap_or(Date::MAX)
}
