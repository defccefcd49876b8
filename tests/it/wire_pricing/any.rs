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
use sapa::wire::Choice;

use crate::support::{any_of, currency, day};

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

pub(super) fn step() -> impl Strategy<Value = Step> {
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

pub(super) fn request() -> impl Strategy<Value = Request> {
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
