//! Discounts that grow with what is ordered.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::domain::number::text;

/// A ladder of discounts.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Tiers {
    /// Whether a band's percent holds for everything or for its own part.
    #[serde(default)]
    pub mode: TierMode,
    /// What is compared with the bands' thresholds.
    pub measure: Measure,
    /// The bands, lowest threshold first.
    pub bands: Vec<Band>,
}

/// Whether a band's percent holds for everything or for its own part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum TierMode {
    /// The band that is reached sets the percent of the whole.
    #[default]
    AllUnits,
    /// Each band's percent holds for the part between its threshold and the next.
    Slab,
}

/// What is compared with the thresholds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Measure {
    /// Units ordered.
    #[default]
    Quantity,
    /// Money, in the request's currency.
    Amount,
}

/// One rung of the ladder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Band {
    /// The least quantity or amount for which it holds.
    #[serde(with = "text")]
    pub from: Decimal,
    /// What comes off, in percent.
    #[serde(with = "text")]
    pub percent: Decimal,
}
