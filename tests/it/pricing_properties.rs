//! What must hold of every order with conditions, limits, floors and tax, tried on random ones.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use rust_decimal::Decimal;
use sapa::domain::allocation::Allocation;
use sapa::domain::money::Rounding;
use sapa::domain::pricing::{
    Adjust, Band, Basis, BuyGet, Combine, Exclusive, Floor, FreeGoods, Gives, Goods, Limit, Measure, Over, Package,
    Per, Pick, Policy, Priced, Reduced, Request, RequestLine, RoundAt, Scope, Step, Tax, TaxRounding, Threshold,
    Thresholds, Tie, TierMode, Tiers, When, price,
};

use crate::support::{currency, dec};

fn decimal(mantissa: core::ops::RangeInclusive<i64>, scale: u32) -> impl Strategy<Value = Decimal> {
    mantissa.prop_map(move |mantissa| Decimal::new(mantissa, scale))
}

fn any_bands(least: usize, values: impl Strategy<Value = Decimal>) -> impl Strategy<Value = Vec<Band>> {
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
    let mode = prop_oneof![Just(TierMode::AllUnits), Just(TierMode::Slab)];
    let measure = prop_oneof![Just(Measure::Quantity), Just(Measure::Amount), Just(Measure::Weight)];
    let gives = prop_oneof![Just(Gives::Percent), Just(Gives::UnitPrice), Just(Gives::UnitOff)];
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
    let over = prop_oneof![Just(Over::Order), Just(Over::Line)];
    let measure = prop_oneof![Just(Measure::Quantity), Just(Measure::Amount), Just(Measure::Weight)];
    (any_goods(), measure, over, option::of(decimal(0..=5_000, 2))).prop_map(|(of, measure, over, from)| Threshold {
        of,
        measure,
        over,
        from,
        ..Threshold::default()
    })
}

fn any_limit() -> impl Strategy<Value = Limit> {
    let pick = prop_oneof![Just(Pick::Dearest), Just(Pick::Cheapest)];
    let reduced = prop_oneof![Just(Reduced::Alike), Just(Reduced::Same)];
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
fn any_step() -> impl Strategy<Value = Step> {
    let scope = prop_oneof![Just(Scope::Line), Just(Scope::Item), Just(Scope::Group), Just(Scope::Order)];
    let basis = prop_oneof![Just(Basis::Running), Just(Basis::List)];
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

fn any_line() -> impl Strategy<Value = RequestLine> {
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
    let thresholds = prop_oneof![Just(Thresholds::Running), Just(Thresholds::Original)];
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
    let rounding = prop_oneof![
        Just(TaxRounding::Line),
        Just(TaxRounding::ComponentOfLine),
        Just(TaxRounding::Rate),
        Just(TaxRounding::Document),
    ];
    (any::<bool>(), rounding).prop_map(|(included, rounding)| Tax {
        included,
        rounding,
        components: vec![dec("15"), dec("5")],
    })
}

fn any_request() -> impl Strategy<Value = Request> {
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

fn priced(request: &Request) -> Result<Priced, TestCaseError> {
    price(request).map_err(|error| TestCaseError::fail(error.to_string()))
}

fn total(amounts: impl IntoIterator<Item = Decimal>) -> Decimal {
    amounts.into_iter().sum()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn every_cent_is_explained(request in any_request()) {
        let priced = priced(&request)?;
        prop_assert_eq!(priced.list, total(priced.lines.iter().map(|line| line.list)));
        prop_assert_eq!(priced.net, total(priced.lines.iter().map(|line| line.net)));
        prop_assert_eq!(priced.discount, total(priced.lines.iter().map(|line| line.discount)));
        prop_assert_eq!(priced.net - priced.list, total(priced.waterfall.iter().map(|effect| effect.amount)));
        prop_assert_eq!(priced.waterfall.len(), request.steps.len());
        for (index, effect) in priced.waterfall.iter().enumerate() {
            prop_assert_eq!(effect.amount, total(priced.lines.iter().map(|line| line.effects[index])));
            prop_assert!(effect.unmet.is_none() || effect.amount.is_zero(), "a step that does not hold changes nothing");
            prop_assert!(effect.unplaced >= Decimal::ZERO);
        }
        for line in &priced.lines {
            prop_assert_eq!(line.net - line.list, total(line.effects.iter().copied()));
            prop_assert!(line.net >= Decimal::ZERO);
            prop_assert!(line.net.normalize().scale() <= request.currency.minor_units());
        }
    }

    #[test]
    fn nothing_is_sold_below_its_floor(mut request in any_request()) {
        // Where only the document is rounded, a line may be a unit off.
        request.policy.round_at = RoundAt::Line;
        let priced = priced(&request)?;
        for (given, line) in request.lines.iter().zip(&priced.lines) {
            let markup = request.floor.min_markup_percent.unwrap_or(-Decimal::ONE_HUNDRED);
            let by_cost = given.cost.unwrap_or_default() * given.quantity * (Decimal::ONE + markup / Decimal::ONE_HUNDRED);
            let by_price = given.min_price.unwrap_or_default() * given.quantity;
            prop_assert!(line.net >= by_cost.max(by_price).min(line.list), "{} of {:?}", line.net, given);
            if let Some(most) = request.floor.max_discount_percent {
                prop_assert!(line.discount <= line.list * most / Decimal::ONE_HUNDRED + Decimal::new(1, request.currency.minor_units()));
            }
        }
    }

    #[test]
    fn tax_adds_up(request in any_request()) {
        let priced = priced(&request)?;
        let taxed = priced.taxed;
        prop_assert_eq!(taxed.net + taxed.tax, taxed.gross);
        prop_assert_eq!(taxed.tax, total(priced.lines.iter().map(|line| line.tax)));
        prop_assert_eq!(taxed.gross, total(priced.lines.iter().map(|line| line.gross)));
        prop_assert_eq!(if request.tax.included { taxed.gross } else { taxed.net }, priced.net);
        prop_assert!(priced.lines.iter().all(|line| line.tax >= Decimal::ZERO));
    }

    #[test]
    fn a_full_discount_leaves_nothing(mut request in any_request(), scope in prop_oneof![Just(Scope::Line), Just(Scope::Order)]) {
        request.floor = Floor::default();
        request.lines.iter_mut().for_each(|line| line.min_price = None);
        request.steps.retain(|step| step.exclusive == Exclusive::No);
        request.steps.push(Step { scope, adjust: Adjust::Percent(Decimal::ONE_HUNDRED), ..Step::default() });
        let priced = priced(&request)?;
        prop_assert_eq!((priced.net, priced.taxed.gross, priced.taxed.tax), (Decimal::ZERO, Decimal::ZERO, Decimal::ZERO));
        prop_assert!(priced.lines.iter().all(|line| line.net.is_zero()));
    }

    #[test]
    fn taking_a_rule_away_restores_everything(request in any_request(), step in any_step()) {
        let before = priced(&request)?;
        let mut other = request;
        other.steps.insert(0, step);
        let _ = priced(&other)?;
        other.steps.remove(0);
        prop_assert_eq!(before, priced(&other)?);
    }

    #[test]
    fn what_a_step_takes_stays_below_its_limit(line in vec(any_line(), 1..5), percent in decimal(0..=10_000, 2), cap in decimal(0..=5_000, 2), scope in prop_oneof![Just(Scope::Line), Just(Scope::Order)]) {
        let limit = Limit { amount: Some(cap), ..Limit::default() };
        let steps = vec![Step { scope, limit, adjust: Adjust::Percent(percent), ..Step::default() }];
        let priced = priced(&Request { lines: line, steps, ..Request::new(currency(2)) })?;
        // Line by line, each discount is rounded: half a cent each at most, unless the cap was reached.
        let rounded = Decimal::new(1, 2) * Decimal::from(priced.lines.len());
        prop_assert!(priced.discount <= cap + rounded, "{} of at most {cap}", priced.discount);
        prop_assert!(scope == Scope::Line || priced.discount <= cap);
    }

    #[test]
    fn slabs_of_prices_neither_jump_nor_fall(bands in any_bands(1, decimal(0..=5_000, 2)), quantity in decimal(0..=2_000, 1), more in decimal(1..=100, 3)) {
        let bands: Vec<Band> = bands.into_iter().map(|band| Band { flat: Decimal::ZERO, ..band }).collect();
        let dearest = bands.iter().map(|band| band.value).max().unwrap_or_default();
        let ladder = Tiers { mode: TierMode::Slab, gives: Gives::UnitPrice, bands, ..Tiers::default() };
        let charge = |quantity| ladder.charge(quantity).map_err(|error| TestCaseError::fail(error.to_string()));
        let step = charge(quantity + more)? - charge(quantity)?;
        prop_assert!(step >= Decimal::ZERO && step <= more * dearest, "{more} more cost {step}");
    }

    #[test]
    fn a_period_is_priced_as_one_order(bands in any_bands(1, decimal(0..=5_000, 2)), first in decimal(1..=900, 1), second in decimal(1..=900, 1)) {
        let ladder = Tiers { mode: TierMode::Slab, gives: Gives::UnitPrice, bands, ..Tiers::default() };
        let later = Tiers { prior: first, ..ladder.clone() };
        let charge = |ladder: &Tiers, quantity| ladder.charge(quantity).map_err(|error| TestCaseError::fail(error.to_string()));
        prop_assert_eq!(charge(&ladder, first)? + charge(&later, second)?, charge(&ladder, first + second)?);
    }

    #[test]
    fn the_better_of_two_is_never_worse(lines in vec(any_line(), 1..5), a in decimal(0..=10_000, 2), b in decimal(0..=10_000, 2), scope in prop_oneof![Just(Scope::Line), Just(Scope::Order)]) {
        let step = |percent, combine| Step { scope, combine, adjust: Adjust::Percent(percent), ..Step::default() };
        let net = |steps: Vec<Step>| {
            let lines = lines.iter().map(|line| RequestLine { min_price: None, ..line.clone() }).collect();
            priced(&Request { lines, steps, ..Request::new(currency(2)) }).map(|priced| priced.net)
        };
        let (one, other) = (net(vec![step(a, Combine::Compound)])?, net(vec![step(b, Combine::Compound)])?);
        let both = |combine| net(vec![step(a, Combine::Compound), step(b, combine)]);
        prop_assert_eq!(both(Combine::Max)?, one.min(other));
        prop_assert_eq!(both(Combine::Min)?, one.max(other));
        let sum = (a + b).min(Decimal::ONE_HUNDRED);
        let unit = Decimal::new(1, 2) * Decimal::from(lines.len());
        prop_assert!((both(Combine::Add)? - net(vec![step(sum, Combine::Compound)])?).abs() <= unit);
    }

    #[test]
    fn allocation_of_an_order_discount_is_exact(lines in vec(any_line(), 1..6), amount in decimal(0..=90_000, 2), policy in prop_oneof![
        Just(Allocation::LargestRemainder), Just(Allocation::RemainderToLast), Just(Allocation::FloorThenFirst),
        Just(Allocation::HalfDownThenFirst), Just(Allocation::LargestRemainderSigned), Just(Allocation::Sequential),
    ]) {
        let steps = vec![Step { scope: Scope::Order, adjust: Adjust::Amount(amount), ..Step::default() }];
        let priced = priced(&Request { lines, steps, allocation: policy, ..Request::new(currency(2)) })?;
        prop_assert_eq!(priced.discount + priced.waterfall[0].unplaced, amount);
    }
}
