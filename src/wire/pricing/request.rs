//! What is to be priced. Nobody ever writes it: the widgets ask the engine without it.

use crate::domain::pricing::{Buyer, Charge, Deferral, Request, RequestLine};
use crate::wire::{FromWire, Reader};

impl FromWire for Request {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Request {
            rounding: from.choice_or_default("rounding"),
            allocation: from.choice_or_default("allocation"),
            lines: from.list("lines"),
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

impl FromWire for RequestLine {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        let usual = RequestLine::default();
        RequestLine {
            id: from.text("id").into(),
            item: from.text_or_none("item"),
            brand: from.text_or_none("brand"),
            group: from.text_or_none("group"),
            quantity: from.decimal("quantity"),
            unit_factor: from.decimal_or_none("unitFactor").unwrap_or(usual.unit_factor),
            unit_price: from.decimal("unitPrice"),
            per: from.choice_or_default("per"),
            weight: from.decimal_or_none("weight").unwrap_or_default(),
            cost: from.decimal_or_none("cost"),
            min_price: from.decimal_or_none("minPrice"),
            tax_percent: from.decimal_or_none("taxPercent").unwrap_or_default(),
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
