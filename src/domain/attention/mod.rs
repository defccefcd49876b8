//! What to do now for one client, the most pressing first, each with the rule that says so.

mod rows;
mod rule;

use rust_decimal::Decimal;

use super::account::Account;
use super::commitment::Commitment;
use super::date::Date;
use super::error::Result;
use super::receivable::{Exposure, Receivables};
use super::timeline::Entry;

pub use rule::{Rule, Severity};

/// What is known of one client. What is dated after today counts for nothing, the next step apart.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// The account.
    pub account: &'a Account,
    /// What it was told to expect.
    pub commitments: &'a [Commitment],
    /// What it owes, if the books are at hand.
    pub receivables: Option<&'a Receivables<'a>>,
    /// What it owes and is about to owe.
    pub exposure: Option<&'a Exposure>,
    /// What happened, in any order.
    pub entries: &'a [Entry],
    /// The day of the next call or meeting with it.
    pub next_step: Option<Date>,
    /// When it was last asked whom else we might serve.
    pub referral_asked: Option<Date>,
}

/// What counts as long, soon or many. The defaults are a start, not a truth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Debt late by more days than this is urgent. 30.
    pub old_debt_days: i32,
    /// A commitment due within so many days is due soon. 3.
    pub soon_days: i32,
    /// So many meetings without an order and without the one who decides are too many. 3.
    pub meetings: u32,
    /// More days than this without a word from a key account are a silence. 14.
    pub key_silence_days: i32,
    /// More days than this without a word from an active account are a silence. 30.
    pub silence_days: i32,
    /// Thanks for an order are due within so many days; later they would be odd. 7.
    pub thank_days: i32,
    /// A promise kept within so many days is a good moment to ask for a referral. 14.
    pub success_days: i32,
    /// Asked again after more days than this. 90.
    pub referral_days: i32,
}

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The rule that fired.
    pub rule: Rule,
    /// How it weighs.
    pub severity: Severity,
    /// Since when it is so.
    pub since: Option<Date>,
    /// Until when it can be mended in time.
    pub until: Option<Date>,
    /// The money it is about.
    pub amount: Option<Decimal>,
    /// The id of the record it is about; of several, the oldest, and of meetings the last.
    pub record: Option<String>,
    /// How many records it is about.
    pub count: u32,
}

/// The list for one client on the day `today`: by rule, then the oldest first.
///
/// ```
/// use sapa::domain::account::{Account, Stage};
/// use sapa::domain::attention::{Facts, Options, Rule, what_now};
/// use sapa::domain::date::Date;
///
/// let account = Account { stage: Stage::Active, since: Some(Date::parse("2026-01-05")?), ..Default::default() };
/// let facts = Facts {
///     account: &account, commitments: &[], receivables: None, exposure: None, entries: &[], next_step: None,
///     referral_asked: None,
/// };
/// let rows = what_now(&facts, Date::parse("2026-03-05")?, &Options::default())?;
/// assert_eq!(rows.iter().map(|row| row.rule).collect::<Vec<_>>(), [Rule::NoNextStep, Rule::Silence]);
/// # Ok::<(), sapa::domain::error::Error>(())
/// ```
///
/// # Errors
/// `number.overflow`.
pub fn what_now(facts: &Facts, today: Date, options: &Options) -> Result<Vec<Row>> {
    let mut list = Vec::new();
    list.extend(facts.commitments.iter().filter_map(|commitment| rows::promised(commitment, today, options)));
    list.extend(rows::debt(facts, options)?);
    list.extend(rows::over_limit(facts)?);
    list.extend(rows::no_decision_maker(facts, today, options));
    list.extend(rows::no_next_step(facts, today));
    list.extend(rows::silence(facts, today, options));
    list.extend(rows::thanks(facts, today, options));
    if list.iter().all(|row| row.severity == Severity::Hint) {
        list.extend(rows::referral(facts, today, options));
    }
    list.sort_by(|one, other| (one.rule, one.since, &one.record).cmp(&(other.rule, other.since, &other.record)));
    Ok(list)
}

impl Default for Options {
    fn default() -> Self {
        Self {
            old_debt_days: 30,
            soon_days: 3,
            meetings: 3,
            key_silence_days: 14,
            silence_days: 30,
            thank_days: 7,
            success_days: 14,
            referral_days: 90,
        }
    }
}
