//! What is to be priced. It is stored and sent as it is asked for, so that a price can be worked out again elsewhere; but lines
//! that took their prices from price lists are written with these prices, and the lists are not.

use super::line;
use crate::domain::pricing::{BookList, Buyer, Charge, Deferral, Paid, PaidOn, Request, take_list_prices};
use crate::wire::{FromWire, Reader, ToWire, Value, Writer};

impl FromWire for Request {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        // How the answer is wanted is for whoever answers.
        from.has("answer");
        let lists: Vec<BookList> = from.list_or_empty("priceLists");
        let (mut lines, unpriced) = line::lines(from, !lists.is_empty());
        let (currency, buyer) = (from.one("currency"), from.one_or_none("buyer").unwrap_or_default());
        if !lists.is_empty() {
            let taken = take_list_prices(&mut lines, &unpriced, lists, &buyer, currency);
            from.accepted("priceLists", taken, ());
        }
        Request {
            rounding: from.choice_or_default("rounding"),
            allocation: from.choice_or_default("allocation"),
            lines,
            steps: from.list_or_empty("steps"),
            deferral: from.one_or_none("deferral"),
            buyer,
            charges: from.list_or_empty("charges"),
            tax: from.one_or_none("tax").unwrap_or_default(),
            floor: from.one_or_none("floor").unwrap_or_default(),
            policy: from.one_or_none("policy").unwrap_or_default(),
            ..Request::new(currency)
        }
    }
}

impl ToWire for Request {
    fn to_wire(&self) -> Value {
        Writer::new()
            .one("currency", &self.currency)
            .choice_unless_default("rounding", self.rounding)
            .choice_unless_default("allocation", self.allocation)
            .list("lines", &self.lines)
            .list_if_any("steps", &self.steps)
            .if_any("deferral", self.deferral.as_ref())
            .unless_default("buyer", &self.buyer)
            .list_if_any("charges", &self.charges)
            .unless_default("tax", &self.tax)
            .unless_default("floor", &self.floor)
            .unless_default("policy", &self.policy)
            .end()
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

impl ToWire for Buyer {
    fn to_wire(&self) -> Value {
        Writer::new()
            .if_any("day", self.day.as_ref())
            .if_any("client", self.client.as_ref())
            .if_any("group", self.group.as_ref())
            .if_any("territory", self.territory.as_ref())
            .if_any("campaign", self.campaign.as_ref())
            .end()
    }
}

impl FromWire for Charge {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Charge { amount: from.decimal("amount"), tax_percent: from.decimal_or_none("taxPercent").unwrap_or_default() }
    }
}

impl ToWire for Charge {
    fn to_wire(&self) -> Value {
        Writer::new().decimal("amount", self.amount).unless_default("taxPercent", &self.tax_percent).end()
    }
}

impl FromWire for Deferral {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        let paid = if from.has("payments") {
            Paid::On(PaidOn {
                delivered: from.date("delivered"),
                day_count: from.choice_or_default("dayCount"),
                owed: from.decimal("owed"),
                payments: from.list("payments"),
            })
        } else {
            Paid::After { days: from.count("days"), year_days: from.count("yearDays") }
        };
        Deferral { paid, annual_percent: from.decimal("annualPercent"), method: from.choice_or_default("method") }
    }
}

impl ToWire for Deferral {
    fn to_wire(&self) -> Value {
        let mut deferral = Writer::new();
        match &self.paid {
            Paid::After { days, year_days } => deferral.count("days", *days).count("yearDays", *year_days),
            Paid::On(paid) => deferral
                .date("delivered", paid.delivered)
                .choice_unless_default("dayCount", paid.day_count)
                .decimal("owed", paid.owed)
                .list("payments", &paid.payments),
        };
        deferral.decimal("annualPercent", self.annual_percent).choice_unless_default("method", self.method).end()
    }
}
