use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use rust_decimal::Decimal;
use sapa::domain::money::Rounding;
use sapa::domain::pricing::{
    Adjust, Band, BuyGet, Combine, Exclusive, Floor, FreeGoods, Gives, Goods, Limit, Package, Per, Policy, Request,
    RequestLine, RoundAt, Scope, Step, Tax, Threshold, Tie, Tiers, When,
};

use crate::support::{any_of, currency, dec};

pub(super) fn decimal(mantissa: core::ops::RangeInclusive<i64>, scale: u32) -> impl Strategy<Value = Decimal> {
    mantissa.prop_map(move |mantissa| Decimal::new(mantissa, scale))
}

pub(super) fn any_bands(least: usize, values: impl Strategy<Value = Decimal>) -> impl Strategy<Value = Vec<Band>> {
    vec((1_i64..=40, values, decimal(0..=500, 2)), least..5).prop_map(|bands| {
        let mut from = Decimal::ZERO;
        let band = |(gap, value, flat)| {
            let band = Band { from, value, flat, to: None };
            from += Decimal::from(gap);
            band
        };
        bands.into_iter().map(band).collect()
    })
}

fn any_tiers() -> impl Strategy<Value = Tiers> {
    let mode = any_of();
    let measure = any_of();
    let gives = any_of();
    (mode, measure, gives, decimal(0..=30, 0), any_bands(0, decimal(0..=10_000, 2)))
        .prop_map(|(mode, measure, gives, prior, bands)| Tiers { mode, measure, gives, prior, bands })
}

fn any_adjust() -> impl Strategy<Value = Adjust> {
    prop_oneof![
        decimal(-2_000..=10_000, 2).prop_map(Adjust::Percent),
        decimal(-300..=3_000, 2).prop_map(Adjust::Amount),
        decimal(0..=150, 2).prop_map(Adjust::Factor),
        decimal(0..=5_000, 2).prop_map(Adjust::UnitPrice),
        any_tiers().prop_map(Adjust::Tiers),
        (1_i64..=12, decimal(0..=9_000, 2)).prop_map(|(size, price)| {
            Adjust::Package(Package { size: size.into(), price, free_units: Decimal::ONE })
        }),
        (0_i64..=4, 1_i64..=3).prop_map(|(buy, get)| Adjust::BuyGet(BuyGet::free(buy.into(), get.into()))),
        (1_i64..=9, 1_i64..=3).prop_map(|(buy, get)| {
            Adjust::Free(FreeGoods { recurring: true, ..FreeGoods::buy(buy.into(), get.into()) })
        }),
    ]
}

fn any_goods() -> impl Strategy<Value = Goods> {
    (option::weighted(0.2, Just("a".to_owned())), option::weighted(0.1, decimal(1_000..=9_000, 2)))
        .prop_map(|(group, price_from)| Goods { groups: group.into_iter().collect(), price_from, ..Goods::default() })
}

fn any_threshold() -> impl Strategy<Value = Threshold> {
    let over = any_of();
    let measure = any_of();
    (any_goods(), measure, over, option::of(decimal(0..=5_000, 2))).prop_map(|(of, measure, over, from)| Threshold {
        of,
        measure,
        over,
        from,
        ..Threshold::default()
    })
}

fn any_limit() -> impl Strategy<Value = Limit> {
    let pick = any_of();
    let reduced = any_of();
    let most = || option::weighted(0.2, decimal(0..=20, 0));
    (most(), most(), pick, reduced, option::weighted(0.2, decimal(0..=9_000, 2)), any::<bool>()).prop_map(
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

/// A step, with whatever its kind of rule does not go with taken out.
pub(super) fn any_step() -> impl Strategy<Value = Step> {
    let scope = any_of();
    let basis = any_of();
    let combine = prop_oneof![
        3 => Just(Combine::Compound), 1 => Just(Combine::Add), 1 => Just(Combine::Max), 1 => Just(Combine::Min)
    ];
    let exclusive = prop_oneof![
        8 => Just(Exclusive::No), 1 => Just(Exclusive::Group("x".to_owned())), 1 => Just(Exclusive::All)
    ];
    let rule = (any_adjust(), any_goods(), vec(any_threshold(), 0..2), any_limit());
    (rule, scope, basis, combine, exclusive, -2..3).prop_map(|(rule, scope, basis, combine, exclusive, priority)| {
        let (adjust, goods, thresholds, mut limit) = rule;
        let whole = matches!(adjust, Adjust::Package(_) | Adjust::BuyGet(_) | Adjust::Free(_) | Adjust::Tiers(_));
        if whole || scope == Scope::Order {
            (limit.units, limit.units_per_line) = (None, None);
        }
        let by_line = match &adjust {
            Adjust::Package(_) => true,
            Adjust::UnitPrice(_) => scope == Scope::Order,
            Adjust::Tiers(tiers) => tiers.gives == Gives::UnitPrice && scope == Scope::Order,
            _ => false,
        };
        let scope = if by_line { Scope::Line } else { scope };
        let when = When { thresholds, ..When::default() };
        Step { scope, basis, combine, exclusive, goods, when, limit, priority, adjust, ..Step::default() }
    })
}

pub(super) fn any_line() -> impl Strategy<Value = RequestLine> {
    let name = || prop_oneof![Just(None), Just(Some("a".into())), Just(Some("b".into()))];
    let per = prop_oneof![4 => Just(Per::Unit), 1 => Just(Per::StockUnit), 1 => Just(Per::Line)];
    let tax = prop_oneof![Just(dec("0")), Just(dec("20")), Just(dec("5.5"))];
    let price = (decimal(0..=20_000, 3), per, 1_i64..=12, option::weighted(0.4, decimal(0..=15_000, 3)));
    (name(), name(), decimal(0..=500, 1), price, option::weighted(0.4, decimal(0..=9_000, 2)), tax).prop_map(
        |(item, group, quantity, (unit_price, per, factor, min_price), cost, tax_percent)| RequestLine {
            item,
            group,
            quantity,
            unit_price,
            per,
            unit_factor: factor.into(),
            weight: Decimal::new(5, 1),
            cost,
            min_price,
            tax_percent,
            ..RequestLine::default()
        },
    )
}

fn any_policy() -> impl Strategy<Value = Policy> {
    let round_at = prop_oneof![3 => Just(RoundAt::Line), 1 => Just(RoundAt::Unit), 1 => Just(RoundAt::Document)];
    let rounding = option::weighted(0.2, prop_oneof![Just(Rounding::HalfDown), Just(Rounding::HalfUp)]);
    let thresholds = any_of();
    let tie = prop_oneof![Just(Tie::First), Just(Tie::LargestDiscount)];
    (round_at, rounding, thresholds, tie).prop_map(|(round_at, discount_rounding, thresholds, tie)| Policy {
        round_at,
        discount_rounding,
        thresholds,
        tie,
        ..Policy::default()
    })
}

fn any_tax() -> impl Strategy<Value = Tax> {
    let rounding = any_of();
    (any::<bool>(), rounding).prop_map(|(included, rounding)| Tax {
        included,
        rounding,
        components: vec![dec("15"), dec("5")],
    })
}

pub(super) fn any_request() -> impl Strategy<Value = Request> {
    let digits = prop_oneof![Just(0_u32), Just(2), Just(3)];
    let floor = (option::weighted(0.3, decimal(0..=9_000, 2)), option::weighted(0.3, decimal(0..=10_000, 2)));
    (digits, vec(any_line(), 0..7), vec(any_step(), 0..6), any_policy(), any_tax(), floor).prop_map(
        |(digits, mut lines, mut steps, policy, tax, (min_markup_percent, max_discount_percent))| {
            lines.iter_mut().enumerate().for_each(|(index, line)| line.id = index.to_string().into());
            steps.iter_mut().enumerate().for_each(|(index, step)| step.id = index.to_string());
            let floor = Floor { min_markup_percent, max_discount_percent, ..Floor::default() };
            Request { lines, steps, policy, tax, floor, ..Request::new(currency(digits)) }
        },
    )
}
