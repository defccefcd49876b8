//! What is to be priced. Nobody ever writes it: the widgets ask the engine without it.

use super::line;
use crate::domain::pricing::{Buyer, Charge, Deferral, Request};
use crate::wire::{FromWire, Reader};

impl FromWire for Request {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Request {
            rounding: from.choice_or_default("rounding"),
            allocation: from.choice_or_default("allocation"),
            lines: line::lines(from),
            steps: from.list_or_empty("steps"),
            deferral: from.one_or_none("deferral"),
            buyer: from.one_or_none("buyer").unwrap_or_default(),
            charges: from.list_or_empty("charges"),
            tax: from.one_or_none("tax").unwrap_or_default(),
            floor: from.one_or_none("floor").unwrap_or_default(),
            policy: from.one_or_none("policy").unwrap_or_default(),
            ..Request::new(from.one("currency"))
        }
    }
}

impl FromWire for Buyer {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Buyer {
            day: from.date_or_none("day"),
            client: from.text_or_none("client"),
            group: from.text_or_none("group"),
            territory: from.text_or_none("territory"),
            campaign: from.text_or_none("campaign"),
        }
    }
}

impl FromWire for Charge {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Charge { amount: from.decimal("amount"), tax_percent: from.decimal_or_none("taxPercent").unwrap_or_default() }
    }
}

impl FromWire for Deferral {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Deferral {
            days: from.count("days"),
            annual_percent: from.decimal("annualPercent"),
            method: from.choice_or_default("method"),
            year_days: from.count("yearDays"),
        }
    }
}
