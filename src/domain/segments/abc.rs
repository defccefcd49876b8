//! Classes by share of sales, after Pareto: the few who bring most, and the many who bring the rest.

use core::cmp::Reverse;

use rust_decimal::Decimal;

use super::{Sale, totals};
use crate::domain::date::Date;
use crate::domain::error::{Code, Error, Result};
use crate::domain::money::{add, mul};

/// The method's name, for exports: the client whose sales cross a threshold still belongs to the class above it.
pub const METHOD: &str = "abc include-crosser";

/// Clients ranked by what they bought in a span of days.
///
/// ```
/// use sapa::domain::date::Date;
/// use sapa::domain::segments::abc::{Abc, Class, Thresholds};
/// use sapa::domain::segments::Sale;
///
/// let sale = |client, amount: i64| Sale { client, on: Date::MIN, amount: amount.into() };
/// let sales = [sale("small", 10), sale("big", 70), sale("middle", 20)];
/// let abc = Abc::of(&sales, Date::MIN, Date::MAX, Thresholds::default())?;
/// // The middle one starts below 80 percent, so it is an A too.
/// let classes: Vec<_> = abc.clients.iter().map(|ranked| (ranked.client, ranked.class)).collect();
/// assert_eq!(classes, [("big", Class::A), ("middle", Class::A), ("small", Class::B)]);
/// # Ok::<(), sapa::domain::error::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Abc<'a> {
    /// The first day counted.
    pub from: Date,
    /// The last day counted.
    pub to: Date,
    /// Where the classes end.
    pub thresholds: Thresholds,
    /// What all clients bought.
    pub total: Decimal,
    /// Those who bought in the span, most first; of equals, by id.
    pub clients: Vec<Ranked<'a>>,
}

/// Where the classes end, as shares of all sales. No figure is standard, so they are a setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thresholds {
    /// A client is an A while those before it have less than this.
    pub a: Decimal,
    /// And a B while they have less than this.
    pub b: Decimal,
}

/// A client's place among the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ranked<'a> {
    /// The client's id.
    pub client: &'a str,
    /// What it bought.
    pub amount: Decimal,
    /// What those before it bought.
    pub before: Decimal,
    /// Its class.
    pub class: Class,
}

/// A class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Class {
    A,
    B,
    C,
}

impl<'a> Abc<'a> {
    /// Ranks the clients by their sales from the day `from` to the day `to`, both included.
    ///
    /// If sales do not come to more than zero in all, nobody has a share of them, and everybody is a C.
    ///
    /// # Errors
    /// `rule.invalid` unless the thresholds rise between 0 and 1, `number.overflow`.
    pub fn of(sales: &[Sale<'a>], from: Date, to: Date, thresholds: Thresholds) -> Result<Self> {
        let Thresholds { a, b } = thresholds;
        if !(Decimal::ZERO <= a && a <= b && b <= Decimal::ONE) {
            return Err(Error::new(Code::RuleInvalid, "ABC thresholds must rise between 0 and 1"));
        }
        let mut totals = totals(sales, from, to)?;
        // The sort is stable, so that equals stay in the order of their ids.
        totals.sort_by_key(|client| Reverse(client.amount));
        let total = totals.iter().try_fold(Decimal::ZERO, |sum, client| add(sum, client.amount))?;
        // Multiplied once instead of divided each time: the product is exact where the quotient would not be.
        let (a_ends, b_ends) = (mul(a, total)?, mul(b, total)?);

        let mut before = Decimal::ZERO;
        let mut clients = Vec::with_capacity(totals.len());
        for bought in totals {
            let class = match before {
                _ if total <= Decimal::ZERO => Class::C,
                before if before < a_ends => Class::A,
                before if before < b_ends => Class::B,
                _ => Class::C,
            };
            clients.push(Ranked { client: bought.client, amount: bought.amount, before, class });
            before = add(before, bought.amount)?;
        }
        Ok(Self { from, to, thresholds, total, clients })
    }
}

impl Class {
    /// The letter.
    pub const fn name(self) -> &'static str {
        match self {
            Class::A => "A",
            Class::B => "B",
            Class::C => "C",
        }
    }
}

impl Default for Thresholds {
    /// 80 and 95 percent.
    fn default() -> Self {
        Self { a: Decimal::new(80, 2), b: Decimal::new(95, 2) }
    }
}
