//! How many to invite, in the whole percents people think in.

use rust_decimal::Decimal;

use crate::domain::calendar::capacity::{Dial, RULE_OF_THUMB};
use crate::domain::error::{Code, Error, Result};

/// What somebody asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// Meetings to hold.
    pub target: Decimal,
    /// How sure to be of them, in percent.
    pub certainty: Decimal,
    /// How many of a hundred who were invited come.
    pub show_rate: Decimal,
    /// Meetings there is room for.
    pub slots: Decimal,
}

/// What so many invitations bring, in whole percents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chances {
    /// So many invitations.
    pub invitations: u32,
    /// Guests on average, to one digit.
    pub expected: Decimal,
    /// Fewer come than wanted.
    pub too_few: u32,
    /// More come than there is room for.
    pub too_many: u32,
}

/// The exact answer first, then the rule of thumb's two.
///
/// # Errors
/// `number.range` for a question outside the limits of [`Dial`].
pub fn answer(question: Question) -> Result<[Chances; 3]> {
    let whole = |value: Decimal| u32::try_from(value.round()).map_err(|_| Error::new(Code::NumberRange, ""));
    let target = whole(question.target)?;
    let dial = Dial {
        target,
        certainty: share(whole(question.certainty)?),
        show_rate: share(whole(question.show_rate)?),
        slots: whole(question.slots)?,
    };
    let [low, high] = RULE_OF_THUMB;
    let exact = chances(&dial, dial.invitations()?)?;
    Ok([exact, chances(&dial, target.saturating_mul(low))?, chances(&dial, target.saturating_mul(high))?])
}

/// So many of so many, in whole percents; nothing of nothing.
pub fn percent_of(part: u32, whole: u32) -> Option<u32> {
    part.checked_mul(100)?.checked_add(whole / 2)?.checked_div(whole)
}

#[expect(clippy::float_arithmetic, reason = "chances are estimates shown as whole percentages; no money is among them")]
fn share(percent: u32) -> f64 {
    f64::from(percent) / 100.0
}

#[expect(
    clippy::float_arithmetic,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a chance lies between 0 and 1, a count of guests below 100,000"
)]
fn chances(dial: &Dial, invitations: u32) -> Result<Chances> {
    let outlook = dial.outlook(invitations)?;
    let percent = |chance: f64| (chance * 100.0).round() as u32;
    Ok(Chances {
        invitations,
        expected: Decimal::new((outlook.expected * 10.0).round() as i64, 1),
        too_few: percent(outlook.too_few),
        too_many: percent(outlook.too_many),
    })
}
