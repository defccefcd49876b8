//! When a priced quote is paid, and what waiting for it costs.

/// A term that was typed.
mod by_hand;

/// What is paid in coins, and what that does to the rest.
mod coins;

/// Equal parts and schedules: what is paid on which day.
mod plan;

/// Tax by its rates, on top of prices or in them.
mod tax;

/// What waiting costs, and what paying early saves.
mod waiting;

use sapa::domain::pricing::{self, Priced};
use sapa::domain::product::PriceList;
use sapa::domain::terms::{self, CapitalCost, EqualParts, Move, Part, Plan};

use crate::support::{currency, dec, request};

const TODAY: &str = "2026-03-02";

fn priced(net: &str) -> Priced {
    pricing::price(&request(&[("1", net)], Vec::new())).unwrap()
}

fn equal(count: u32, months: Option<u32>, annual: &str) -> Plan {
    Plan::Equal(EqualParts { count, months, annual_percent: dec(annual) })
}

fn part(part: Part, due: &[Move]) -> terms::Term {
    terms::Term { part, due: due.to_vec() }
}

fn list() -> PriceList {
    PriceList { capital: CapitalCost::yearly(dec("18")), ..PriceList::new(currency(2)) }
}
