//! The words of the engine's policies.

use crate::domain::pricing::{
    Breach, Combine, Gives, Over, Per, Pick, Precedence, Priority, Reduced, RoundAt, TaxRounding, Thresholds, Tie,
};
use crate::wire::Choice;

impl Choice for Per {
    const ALL: &'static [Self] = &[Self::Unit, Self::StockUnit, Self::Line];

    fn word(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::StockUnit => "stockUnit",
            Self::Line => "line",
        }
    }
}

impl Choice for Combine {
    const ALL: &'static [Self] = &[Self::Compound, Self::Add, Self::Max, Self::Min];

    fn word(self) -> &'static str {
        match self {
            Self::Compound => "compound",
            Self::Add => "add",
            Self::Max => "max",
            Self::Min => "min",
        }
    }
}

impl Choice for Over {
    const ALL: &'static [Self] = &[Self::Order, Self::Line];

    fn word(self) -> &'static str {
        match self {
            Self::Order => "order",
            Self::Line => "line",
        }
    }
}

impl Choice for Pick {
    const ALL: &'static [Self] = &[Self::Dearest, Self::Cheapest];

    fn word(self) -> &'static str {
        match self {
            Self::Dearest => "dearest",
            Self::Cheapest => "cheapest",
        }
    }
}

impl Choice for Reduced {
    const ALL: &'static [Self] = &[Self::Alike, Self::Same];

    fn word(self) -> &'static str {
        match self {
            Self::Alike => "alike",
            Self::Same => "same",
        }
    }
}

impl Choice for Gives {
    const ALL: &'static [Self] = &[Self::Percent, Self::UnitPrice, Self::UnitOff];

    fn word(self) -> &'static str {
        match self {
            Self::Percent => "percent",
            Self::UnitPrice => "unitPrice",
            Self::UnitOff => "unitOff",
        }
    }
}

impl Choice for Breach {
    const ALL: &'static [Self] = &[Self::Hold, Self::Refuse];

    fn word(self) -> &'static str {
        match self {
            Self::Hold => "hold",
            Self::Refuse => "refuse",
        }
    }
}

impl Choice for TaxRounding {
    const ALL: &'static [Self] = &[Self::Line, Self::ComponentOfLine, Self::Rate, Self::Document];

    fn word(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::ComponentOfLine => "componentOfLine",
            Self::Rate => "rate",
            Self::Document => "document",
        }
    }
}

impl Choice for RoundAt {
    const ALL: &'static [Self] = &[Self::Line, Self::Unit, Self::Document];

    fn word(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::Unit => "unit",
            Self::Document => "document",
        }
    }
}

impl Choice for Thresholds {
    const ALL: &'static [Self] = &[Self::Running, Self::Original];

    fn word(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Original => "original",
        }
    }
}

impl Choice for Priority {
    const ALL: &'static [Self] = &[Self::HighestFirst, Self::LowestFirst];

    fn word(self) -> &'static str {
        match self {
            Self::HighestFirst => "highestFirst",
            Self::LowestFirst => "lowestFirst",
        }
    }
}

impl Choice for Tie {
    const ALL: &'static [Self] = &[Self::First, Self::LargestDiscount, Self::Refuse];

    fn word(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::LargestDiscount => "largestDiscount",
            Self::Refuse => "refuse",
        }
    }
}

impl Choice for Precedence {
    const ALL: &'static [Self] = &[Self::Exclusive, Self::Priority];

    fn word(self) -> &'static str {
        match self {
            Self::Exclusive => "exclusive",
            Self::Priority => "priority",
        }
    }
}
