//! Requests as they are stored: written and read again they are the same, and they say no more than they must.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use rust_decimal::Decimal;
use sapa::domain::date::Date;
use sapa::domain::pricing::{
    Adjust, Band, BuyGet, Buyer, Charge, Deferral, Exclusive, Floor, FreeGoods, FreeSlab, Gives, Goods, Grant, Limit,
    Package, Paid, PaidOn, Policy, Request, RequestLine, Rule, RuleSet, Step, Tax, Threshold, Tiers, Trait, When,
};
use sapa::domain::terms::Instalment;
use sapa::wire::{self, Choice, ToWire};
use serde_json::{Value, json};

use crate::support::{currency, day, dec, line};
use crate::wire::{json_of, plain};

/// One of a few.
fn any_of<T: Choice + core::fmt::Debug>() -> impl Strategy<Value = T> {
    proptest::sample::select(T::ALL)
}

/// Any number at all, also one of no worth with many digits.
fn number() -> impl Strategy<Value = Decimal> {
    (prop_oneof![Just(0), Just(1), -999_999_i64..=999_999, any::<i64>()], 0_u32..=28)
        .prop_map(|(mantissa, scale)| Decimal::new(mantissa, scale))
}

fn maybe() -> impl Strategy<Value = Option<Decimal>> {
    option::of(number())
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), "[a-zé\" {}:]{1,8}"]
}

fn date() -> impl Strategy<Value = Option<Date>> {
    option::of(
        (1_i32..=9_999, 1_u32..=12, 1_u32..=28)
            .prop_map(|(year, month, day)| Date::from_ymd(year, month, day).unwrap()),
    )
}

fn goods() -> impl Strategy<Value = Goods> {
    (vec(word(), 0..3), vec(word(), 0..3), vec(word(), 0..3), maybe(), maybe())
        .prop_map(|(lines, items, groups, price_from, price_to)| Goods { lines, items, groups, price_from, price_to })
}

fn threshold() -> impl Strategy<Value = Threshold> {
    (goods(), any_of(), any_of(), maybe(), maybe(), number(), maybe()).prop_map(
        |(of, measure, over, from, to, prior, hint_from)| Threshold { of, measure, over, from, to, prior, hint_from },
    )
}

fn when() -> impl Strategy<Value = When> {
    (date(), date(), vec(word(), 0..3), vec(threshold(), 0..3)).prop_map(
        |(valid_from, valid_to, client_groups, thresholds)| When { valid_from, valid_to, client_groups, thresholds },
    )
}

fn limit() -> impl Strategy<Value = Limit> {
    (maybe(), maybe(), any_of(), any_of(), maybe(), any::<bool>()).prop_map(
        |(units, units_per_line, pick, reduced, amount, amount_with_tax)| Limit {
            units,
            units_per_line,
            pick,
            reduced,
            amount,
            amount_with_tax,
        },
    )
}

fn ladder() -> impl Strategy<Value = Tiers> {
    let band =
        (number(), maybe(), number(), number()).prop_map(|(from, to, value, flat)| Band { from, to, value, flat });
    (any_of(), any_of(), any_of::<Gives>(), number(), vec(band, 0..4))
        .prop_map(|(mode, measure, gives, prior, bands)| Tiers { mode, measure, gives, prior, bands })
}

fn free() -> impl Strategy<Value = FreeGoods> {
    let slab = (number(), maybe(), maybe(), number()).prop_map(|(from, to, every, free)| FreeSlab {
        from,
        to,
        every: every.unwrap_or(from),
        free,
    });
    (vec(slab, 0..3), any::<bool>(), any::<bool>(), option::of(word()), number())
        .prop_map(|(slabs, recurring, parts, item, worth)| FreeGoods { slabs, recurring, parts, item, worth })
}

fn adjust() -> impl Strategy<Value = Adjust> {
    let usual = any::<bool>();
    prop_oneof![
        number().prop_map(Adjust::Percent),
        number().prop_map(Adjust::Amount),
        number().prop_map(Adjust::Factor),
        number().prop_map(Adjust::UnitPrice),
        ladder().prop_map(Adjust::Tiers),
        (number(), number(), number()).prop_map(|(size, price, free_units)| Adjust::Package(Package {
            size,
            price,
            free_units
        })),
        (number(), number(), maybe(), number(), any_of(), usual).prop_map(|(buy, get, most, percent, pick, usual)| {
            let free = BuyGet::free(buy, get);
            Adjust::BuyGet(if usual { free } else { BuyGet { most, percent, pick, ..free } })
        }),
        free().prop_map(Adjust::Free),
        rules().prop_map(Adjust::Rules),
    ]
}

fn rules() -> impl Strategy<Value = RuleSet> {
    let grant = prop_oneof![
        number().prop_map(Grant::Percent),
        number().prop_map(Grant::Amount),
        number().prop_map(Grant::UnitPrice),
        number().prop_map(Grant::Factor),
    ];
    let matches = proptest::sample::subsequence(Trait::ALL, 0..=Trait::ALL.len())
        .prop_flat_map(|traits| traits.into_iter().map(|of| (Just(of), word())).collect::<Vec<_>>());
    let rule = (word(), matches, maybe(), maybe(), option::of(any::<i32>()), any_of(), grant);
    let rule = rule.prop_map(|(id, matches, from_quantity, to_quantity, priority, joins, grant)| Rule {
        id,
        matches,
        from_quantity,
        to_quantity,
        priority,
        joins,
        grant,
    });
    (any_of(), vec(rule, 0..4)).prop_map(|(model, rules)| RuleSet { model, rules })
}

fn exclusive() -> impl Strategy<Value = Exclusive> {
    prop_oneof![Just(Exclusive::No), Just(Exclusive::All), word().prop_map(Exclusive::Group)]
}

fn step() -> impl Strategy<Value = Step> {
    let place = (any_of(), any_of(), any_of(), any_of());
    let rank = prop_oneof![Just(0), any::<i32>()];
    (word(), place, goods(), when(), limit(), exclusive(), rank, adjust()).prop_map(
        |(id, (kind, scope, basis, combine), goods, when, limit, exclusive, priority, adjust)| Step {
            id,
            kind,
            scope,
            basis,
            combine,
            goods,
            when,
            limit,
            exclusive,
            priority,
            adjust,
        },
    )
}

fn request_line() -> impl Strategy<Value = RequestLine> {
    let names = (word(), option::of(word()), option::of(word()), option::of(word()), option::of(word()));
    let prices = (number(), number(), any_of(), number(), maybe(), maybe(), number());
    (names, number(), prices).prop_map(|((id, item, brand, group, unit), quantity, prices)| {
        let (unit_factor, unit_price, per, weight, cost, min_price, tax_percent) = prices;
        RequestLine {
            id: id.into(),
            item: item.map(Into::into),
            brand: brand.map(Into::into),
            group: group.map(Into::into),
            unit: unit.map(Into::into),
            quantity,
            unit_factor,
            unit_price,
            per,
            weight,
            cost,
            min_price,
            tax_percent,
        }
    })
}

fn buyer() -> impl Strategy<Value = Buyer> {
    (date(), option::of(word()), option::of(word()), option::of(word()), option::of(word()))
        .prop_map(|(day, client, group, territory, campaign)| Buyer { day, client, group, territory, campaign })
}

fn floor() -> impl Strategy<Value = Floor> {
    (maybe(), maybe(), maybe(), any_of()).prop_map(
        |(min_margin_percent, min_markup_percent, max_discount_percent, breach)| Floor {
            min_margin_percent,
            min_markup_percent,
            max_discount_percent,
            breach,
        },
    )
}

fn policy() -> impl Strategy<Value = Policy> {
    (any_of(), option::of(any_of()), any_of(), any_of(), any_of(), any_of()).prop_map(
        |(round_at, discount_rounding, thresholds, priority, tie, precedence)| Policy {
            round_at,
            discount_rounding,
            thresholds,
            priority,
            tie,
            precedence,
        },
    )
}

fn paid() -> impl Strategy<Value = Paid> {
    let after = (any::<u32>(), any::<u32>()).prop_map(|(days, year_days)| Paid::After { days, year_days });
    let a_day = || (0_i32..30_000).prop_map(|days| day("2026-01-01").add_days(days).unwrap());
    let payment = (a_day(), number()).prop_map(|(due, amount)| Instalment { due, amount });
    let on = (a_day(), any_of(), number(), vec(payment, 0..4))
        .prop_map(|(delivered, day_count, owed, payments)| Paid::On(PaidOn { delivered, day_count, owed, payments }));
    prop_oneof![after, on]
}

fn request() -> impl Strategy<Value = Request> {
    let tax = (any::<bool>(), any_of(), vec(number(), 0..3)).prop_map(|(included, rounding, components)| Tax {
        included,
        rounding,
        components,
    });
    let charge = (number(), number()).prop_map(|(amount, tax_percent)| Charge { amount, tax_percent });
    let deferral = (paid(), number(), any_of());
    let deferral = deferral.prop_map(|(paid, annual_percent, method)| Deferral { paid, annual_percent, method });
    let how = (0_u32..=4, any_of(), any_of());
    let paid = (option::of(deferral), buyer(), vec(charge, 0..3), tax, floor(), policy());
    (how, vec(request_line(), 0..4), vec(step(), 0..4), paid).prop_map(|(how, lines, steps, paid)| {
        let (digits, rounding, allocation) = how;
        let (deferral, buyer, charges, tax, floor, policy) = paid;
        let currency = currency(digits);
        Request { currency, rounding, allocation, lines, steps, deferral, buyer, charges, tax, floor, policy }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_request_survives_being_stored(request in request()) {
        let stored = request.to_wire();
        prop_assert_eq!(wire::read::<Request>(&stored).unwrap(), request);
    }

    #[test]
    fn a_step_survives_a_store_that_knows_json_alone(step in step()) {
        let json = json_text(&step.to_wire());
        let read: Value = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(wire::read::<Step>(&plain(&read)).unwrap(), step);
    }

    #[test]
    fn what_is_written_says_no_default(step in step()) {
        let wire::Value::Record(fields) = step.to_wire() else { panic!("a step is a record") };
        for (name, value) in fields {
            prop_assert!(!says_nothing(&value), "{name}");
        }
    }
}

fn json_text(value: &wire::Value) -> String {
    serde_json::to_string(value).unwrap()
}

/// Whether the value is what its absence would mean.
fn says_nothing(value: &wire::Value) -> bool {
    match value {
        wire::Value::Null | wire::Value::Bool(false) => true,
        wire::Value::List(values) => values.is_empty(),
        wire::Value::Record(fields) => fields.is_empty(),
        wire::Value::Number(number) => *number == 0.0,
        wire::Value::Text(_) | wire::Value::Bool(true) => false,
    }
}

#[test]
fn defaults_are_left_out() {
    let plain_step = Step { id: "a".into(), adjust: Adjust::Percent(dec("5")), ..Step::default() };
    let request = Request { lines: vec![line(1, "2", "1.50")], steps: vec![plain_step], ..Request::new(currency(2)) };
    assert_eq!(
        json_of(&request.to_wire()),
        json!({"currency": {"code": "XXX", "minorUnits": 2},
               "lines": [{"id": "1", "quantity": "2", "unitPrice": "1.50"}],
               "steps": [{"id": "a", "kind": "promotion", "scope": "line", "adjust": {"percent": "5"}}]})
    );
}

#[test]
fn a_whole_step_is_written_under_the_names_it_is_read_by() {
    let json = json!({
        "id": "may", "kind": "promotion", "scope": "item", "basis": "list", "combine": "max",
        "goods": {"lines": ["1"], "items": ["chai"], "groups": ["tea"], "priceFrom": "1", "priceTo": "20"},
        "when": {"validFrom": "2026-05-01", "validTo": "2026-05-31", "clientGroups": ["retail"],
                 "thresholds": [{"of": {"groups": ["tea"]}, "measure": "quantity", "over": "line", "from": "10",
                                 "to": "90", "prior": "5", "hintFrom": "2"}]},
        "limit": {"units": "9", "unitsPerLine": "3", "pick": "cheapest", "reduced": "same", "amount": "4",
                  "amountWithTax": true},
        "exclusive": "spring", "priority": 3,
        "adjust": {"buyGet": {"buy": "2", "get": "1", "most": "4", "percent": "50", "pick": "dearest"}},
    });
    let step: Step = wire::read(&plain(&json)).unwrap();
    assert_eq!(json_of(&step.to_wire()), json);
}

#[test]
fn competing_rules_are_written_under_the_names_they_are_read_by() {
    let json = json!({"id": "set", "kind": "promotion", "scope": "line", "adjust": {"rules": {
        "model": "compoundWithinPriority",
        "rules": [
            {"id": "any", "grant": {"percent": "1"}},
            {"id": "tea", "for": {"item": "chai", "group": "tea", "brand": "Mill", "client": "ALFKI", "clientGroup": "key",
                                  "territory": "DE", "campaign": "fair"},
             "fromQuantity": "2", "toQuantity": "9", "priority": 0, "joins": "stacks", "grant": {"amount": "0.5"}},
            {"id": "price", "joins": "excludes", "grant": {"unitPrice": "8"}},
            {"id": "half", "grant": {"factor": "0.5"}},
        ],
    }}});
    let step: Step = wire::read(&plain(&json)).unwrap();
    assert_eq!(json_of(&step.to_wire()), json);
    let Adjust::Rules(set) = &step.adjust else { panic!("a set of rules") };
    assert_eq!((set.rules[0].priority, set.rules[1].priority), (None, Some(0)), "no rank is below all others");

    let check = |pointer: &str, value: Value, fault: &str| {
        let mut wrong = json.clone();
        *wrong.pointer_mut(pointer).unwrap() = value;
        assert_eq!(wire::read::<Step>(&plain(&wrong)).unwrap_err().text(), fault);
    };
    let rule = "/adjust/rules/rules/1";
    check(
        "/adjust/rules/model",
        json!("best"),
        "adjust.rules.model: not one of mostSpecific, firstMatch, compoundWithinPriority, bestWithinPriority, exclusiveFirst",
    );
    check(
        &format!("{rule}/for"),
        json!({"shelf": "1"}),
        "adjust.rules.rules[1].for.shelf: not one of item, group, brand, client, clientGroup, territory, campaign",
    );
    check(
        &format!("{rule}/grant"),
        json!({"free": "1"}),
        "adjust.rules.rules[1].grant: not a record of one of percent, amount, unitPrice, factor",
    );
    check(&format!("{rule}/priority"), json!("1"), "adjust.rules.rules[1].priority: not a whole number");
    check(&format!("{rule}/joins"), json!(true), "adjust.rules.rules[1].joins: not one of alone, stacks, excludes");
    check("/adjust/rules/rules", Value::Null, "adjust.rules.rules: missing, should be a list");
}

#[test]
fn a_rank_is_a_whole_number() {
    let with = |priority: Value| json!({"id": "a", "kind": "client", "scope": "line", "adjust": {"percent": "1"}, "priority": priority});
    let rank = |priority: Value| wire::read::<Step>(&plain(&with(priority))).map(|step| step.priority);
    assert_eq!(rank(json!(-2)), Ok(-2));
    assert_eq!(rank(Value::Null), Ok(0));
    for wrong in [json!(0.5), json!("1"), json!(2_147_483_648_u32), json!(f64::MAX)] {
        assert_eq!(rank(wrong.clone()).unwrap_err().text(), "priority: not a whole number", "{wrong}");
    }
}

#[test]
fn tables_say_what_records_do() {
    let read = |text: &str| {
        let lines = json!({"columns": ["id", "quantity", "unitPrice", "group"], "text": text});
        let request = plain(&json!({"currency": {"code": "EUR", "minorUnits": 2}, "lines": lines}));
        wire::read::<Request>(&request).map(|request| request.lines).map_err(|fault| fault.text())
    };
    let line = |id: &str, group: Option<&str>| RequestLine {
        id: id.into(),
        quantity: dec("2"),
        unit_price: dec("1.50"),
        group: group.map(Into::into),
        ..RequestLine::default()
    };
    let check = |text: &str, expected: &[RequestLine]| assert_eq!(read(text).as_deref(), Ok(expected), "{text:?}");
    check("", &[]);
    check("a\t2\t1.50\ttea\n", &[line("a", Some("tea"))]);
    check("a\t2\t1.50\ttea", &[line("a", Some("tea"))]);
    check("a\t2\t1.50\t\nü\t2\t1.50\tété\n", &[line("a", None), line("ü", Some("été"))]);
    check("a\t2\t1.50\t", &[line("a", None)]);

    let refused = |text: &str, fault: &str| assert_eq!(read(text).unwrap_err(), fault, "{text:?}");
    refused("\n", "lines[0]: not one cell for each column");
    refused("a\t2\t1.50\ttea\n\n", "lines[1]: not one cell for each column");
    refused("a\t2\t1.50\n", "lines[0]: not one cell for each column");
    refused("a\t2\t1.50\ttea\t\n", "lines[0]: not one cell for each column");
    refused("a\ttwo\t1.50\ttea\n", "lines[0].quantity: not a decimal number as a string");
    refused("a\t2\t\ttea\n", "lines[0].unitPrice: missing, should be a decimal number as a string");
}
