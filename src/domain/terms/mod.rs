//! When it is paid, what that costs, who may grant it, and the same questions asked the other way round.
//!
//! Three habits hold throughout. Percentages are called so and count from 0 to 100; whatever else is a rate is a fraction,
//! so that 0.06 is six percent. Amounts are unrounded unless a currency is given. And what is asked in vain is an error or
//! says so in its type, never a number that only looks like an answer.
//!
//! - When: `DayCount`, `due_date`, `instalments`, `Plan`, `CashRounding`.
//! - What it is worth: `Schedule` at a `CapitalCost`, `EarlyPayment`, `TradeCredit`, and the rates beneath them.
//! - Who: `Authority` over a `Deal`, `CreditPolicy` over a client's `Solvency`.
//! - The other way round: `Ladder`, `seek`, `largest_discount`, `extra_volume`.

mod polynomial;

mod annuity;
mod authority;
mod capital;
mod cash_flow;
mod cash_rounding;
mod day_count;
mod deal;
mod due_date;
mod early_payment;
mod goal;
mod instalment;
mod interest;
mod ladder;
mod margin;
mod plan;
mod schedule;
mod solvency;
mod trade_credit;

pub use annuity::{Annuity, Due, InstalmentCost, instalment_cost};
pub use authority::{Authority, Decision, Level, Limit, Reason};
pub use capital::CapitalCost;
pub use cash_flow::{
    FirstPayment, dated_present_value, internal_rate, internal_rates, nearest_internal_rate, net_present_value,
};
pub use cash_rounding::CashRounding;
pub use day_count::DayCount;
pub use deal::{Change, Deal, Judged};
pub use due_date::{Move, Roll, due_date};
pub use early_payment::{Bill, EarlyPayment, Settlement, TaxReduction, TaxRounding, Taxed};
pub use goal::{Goal, GoalLine, seek};
pub use instalment::{Instalment, Part, Term, instalments};
pub use interest::{Accretion, accrete, bank_discount_rate, effective_rate, nominal_rate, periodic_rate};
pub use ladder::{Cliff, Ladder, PriceBreak};
pub use margin::{break_even_volume, contribution, extra_volume, largest_discount, margin};
pub use plan::{EqualParts, MOST_PARTS, Plan};
pub use schedule::Schedule;
pub use solvency::{CreditPolicy, Granted, LateRule, Shortened, Solvency};
pub use trade_credit::{Annualised, TradeCredit};
