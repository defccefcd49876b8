//! The words for things that are one of a few.

use crate::domain::allocation::Allocation;
use crate::domain::money::Rounding;
use crate::domain::pricing::{Basis, Discounting, Measure, Scope, StepKind, TierMode};

/// One of a few, each with a word of its own.
pub trait Choice: Copy + 'static {
    /// All there are. One that is missing here could be written but not read.
    const ALL: &'static [Self];

    /// The word it is written with.
    fn word(self) -> &'static str;
}

impl Choice for Rounding {
    const ALL: &'static [Self] = &[
        Self::HalfUp,
        Self::HalfEven,
        Self::HalfOdd,
        Self::HalfDown,
        Self::HalfCeiling,
        Self::HalfFloor,
        Self::Up,
        Self::Down,
        Self::Ceiling,
        Self::Floor,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::HalfUp => "halfUp",
            Self::HalfEven => "halfEven",
            Self::HalfOdd => "halfOdd",
            Self::HalfDown => "halfDown",
            Self::HalfCeiling => "halfCeiling",
            Self::HalfFloor => "halfFloor",
            Self::Up => "up",
            Self::Down => "down",
            Self::Ceiling => "ceiling",
            Self::Floor => "floor",
        }
    }
}

impl Choice for Allocation {
    const ALL: &'static [Self] = &[
        Self::LargestRemainder,
        Self::RemainderToLast,
        Self::FloorThenFirst,
        Self::HalfDownThenFirst,
        Self::LargestRemainderSigned,
        Self::Sequential,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::LargestRemainder => "largestRemainder",
            Self::RemainderToLast => "remainderToLast",
            Self::FloorThenFirst => "floorThenFirst",
            Self::HalfDownThenFirst => "halfDownThenFirst",
            Self::LargestRemainderSigned => "largestRemainderSigned",
            Self::Sequential => "sequential",
        }
    }
}

impl Choice for StepKind {
    const ALL: &'static [Self] = &[
        Self::Volume,
        Self::Client,
        Self::Loyalty,
        Self::Promotion,
        Self::Coupon,
        Self::Manual,
        Self::Order,
        Self::Payment,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::Volume => "volume",
            Self::Client => "client",
            Self::Loyalty => "loyalty",
            Self::Promotion => "promotion",
            Self::Coupon => "coupon",
            Self::Manual => "manual",
            Self::Order => "order",
            Self::Payment => "payment",
        }
    }
}

impl Choice for Scope {
    const ALL: &'static [Self] = &[Self::Line, Self::Item, Self::Group, Self::Order];

    fn word(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::Item => "item",
            Self::Group => "group",
            Self::Order => "order",
        }
    }
}

impl Choice for Basis {
    const ALL: &'static [Self] = &[Self::Running, Self::List];

    fn word(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::List => "list",
        }
    }
}

impl Choice for TierMode {
    const ALL: &'static [Self] = &[Self::AllUnits, Self::Slab];

    fn word(self) -> &'static str {
        match self {
            Self::AllUnits => "allUnits",
            Self::Slab => "slab",
        }
    }
}

impl Choice for Measure {
    const ALL: &'static [Self] = &[Self::Quantity, Self::Amount, Self::Weight];

    fn word(self) -> &'static str {
        match self {
            Self::Quantity => "quantity",
            Self::Amount => "amount",
            Self::Weight => "weight",
        }
    }
}

impl Choice for Discounting {
    const ALL: &'static [Self] = &[Self::Compound, Self::Simple, Self::Bank];

    fn word(self) -> &'static str {
        match self {
            Self::Compound => "compound",
            Self::Simple => "simple",
            Self::Bank => "bank",
        }
    }
}
