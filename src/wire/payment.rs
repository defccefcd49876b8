//! Terms of payment, and what waiting costs.

use rust_decimal::Decimal;

use super::{Choice, FromWire, Reader, ToWire, Value, Writer};
use crate::domain::date::Weekday;
use crate::domain::product::{Early, Term};
use crate::domain::terms::{self, CapitalCost, EqualParts, Move, Part, Plan, TaxReduction};

impl FromWire for Term {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        let days = from.count("days");
        let term = Term {
            id: from.text("id"),
            name: from.text_or_none("name"),
            days,
            percent: from.decimal("percent"),
            plan: plan(from, days),
            early: from.one_or_none("early"),
        };
        from.accepted("early", term.check_early(), ());
        term
    }
}

impl ToWire for Term {
    fn to_wire(&self) -> Value {
        let mut term = Writer::new();
        term.text("id", &self.id).if_any("name", self.name.as_ref());
        term.count("days", self.days).decimal("percent", self.percent);
        match &self.plan {
            Plan::Once => &mut term,
            Plan::Parts(parts) => term.list("schedule", parts),
            Plan::Equal(parts) => term.one("instalments", parts),
        };
        term.if_any("early", self.early.as_ref()).end()
    }
}

impl FromWire for Early {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Early { percent: from.decimal("percent"), days: from.count("days"), tax: from.choice_or_default("tax") }
    }
}

impl ToWire for Early {
    fn to_wire(&self) -> Value {
        let mut early = Writer::new();
        early.decimal("percent", self.percent).count("days", self.days);
        early.choice_unless_default("tax", self.tax).end()
    }
}

impl Choice for TaxReduction {
    const ALL: &'static [Self] = &[Self::OnEarly, Self::Always, Self::Never];

    fn word(self) -> &'static str {
        match self {
            Self::OnEarly => "onEarly",
            Self::Always => "always",
            Self::Never => "never",
        }
    }
}

fn plan(from: &mut Reader<'_>, days: u32) -> Plan {
    let name = match (from.has("schedule"), from.has("instalments")) {
        (false, false) => return Plan::Once,
        (true, false) => "schedule",
        (false, true) => "instalments",
        (true, true) => {
            from.refuse("", "a term of either schedule or instalments");
            return Plan::Once;
        }
    };
    let plan = if name == "schedule" { Plan::Parts(from.list(name)) } else { Plan::Equal(from.one(name)) };
    from.accepted(name, plan.check(days), ());
    plan
}

impl FromWire for EqualParts {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        EqualParts {
            count: from.count("count"),
            months: from.has("months").then(|| from.count("months")),
            annual_percent: from.decimal_or_none("annualPercent").unwrap_or_default(),
        }
    }
}

impl ToWire for EqualParts {
    fn to_wire(&self) -> Value {
        let mut parts = Writer::new();
        parts.count("count", self.count);
        if let Some(months) = self.months {
            parts.count("months", months);
        }
        parts.unless_default("annualPercent", &self.annual_percent).end()
    }
}

impl FromWire for terms::Term {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        let part = match from.decimal_or_none("percentOfRest") {
            Some(percent) => Part::PercentOfRest(percent),
            None => Part::from_wire(from),
        };
        terms::Term { part, due: from.list_or_empty("due") }
    }
}

impl ToWire for terms::Term {
    fn to_wire(&self) -> Value {
        let mut term = Writer::new();
        match self.part {
            Part::Percent(percent) => term.decimal("percent", percent),
            Part::PercentOfRest(percent) => term.decimal("percentOfRest", percent),
            Part::Fixed(amount) => term.decimal("amount", amount),
            Part::Rest => &mut term,
        };
        term.list_if_any("due", &self.due).end()
    }
}

impl FromWire for Move {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        match from.variant() {
            "monthEnd" => Move::MonthEnd,
            "days" => Move::Days(from.count("days")),
            "weeks" => Move::Weeks(from.count("weeks")),
            "months" => Move::Months(from.count("months")),
            "dayOfMonth" => Move::DayOfMonth(from.count("dayOfMonth")),
            "nextDayOfMonth" => Move::NextDayOfMonth(from.count("nextDayOfMonth")),
            "weekday" => Move::Weekday(from.choice("weekday")),
            _ => {
                from.refuse(
                    "",
                    "monthEnd or a record of one of days, weeks, months, dayOfMonth, nextDayOfMonth, weekday",
                );
                Move::MonthEnd
            }
        }
    }
}

impl ToWire for Move {
    fn to_wire(&self) -> Value {
        let mut step = Writer::new();
        match *self {
            Move::MonthEnd => return Value::Text("monthEnd".to_owned()),
            Move::Days(days) => step.count("days", days),
            Move::Weeks(weeks) => step.count("weeks", weeks),
            Move::Months(months) => step.count("months", months),
            Move::DayOfMonth(day) => step.count("dayOfMonth", day),
            Move::NextDayOfMonth(day) => step.count("nextDayOfMonth", day),
            Move::Weekday(weekday) => step.choice("weekday", weekday),
        };
        step.end()
    }
}

impl Choice for Weekday {
    const ALL: &'static [Self] = &Weekday::ALL;

    fn word(self) -> &'static str {
        match self {
            Self::Monday => "monday",
            Self::Tuesday => "tuesday",
            Self::Wednesday => "wednesday",
            Self::Thursday => "thursday",
            Self::Friday => "friday",
            Self::Saturday => "saturday",
            Self::Sunday => "sunday",
        }
    }
}

/// What waiting costs, from the two fields of a price list.
pub(super) fn capital(from: &mut Reader<'_>) -> CapitalCost {
    let annual_percent = from.decimal("costOfCapitalPercent");
    let reckoned = |from: &mut Reader<'_>| CapitalCost {
        annual_percent,
        method: from.choice_or_default("method"),
        day_count: from.choice_or_default("dayCount"),
    };
    let usual = CapitalCost::yearly(annual_percent);
    let capital = if from.has("capital") { from.one_with("capital", &reckoned) } else { usual };
    from.accepted("costOfCapitalPercent", capital.over(Decimal::ZERO).map(|_| capital), usual)
}

/// Writes those fields.
pub(super) fn write_capital(capital: &CapitalCost, record: &mut Writer) {
    record.decimal("costOfCapitalPercent", capital.annual_percent);
    let reckoned = Writer::new()
        .choice_unless_default("method", capital.method)
        .choice_unless_default("dayCount", capital.day_count)
        .end();
    if *capital != CapitalCost::yearly(capital.annual_percent) {
        record.value("capital", reckoned);
    }
}
