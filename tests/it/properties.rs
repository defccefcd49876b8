use proptest::collection::vec;
use proptest::prelude::*;
use rust_decimal::Decimal;
use sapa::domain::allocation::Allocation;
use sapa::domain::pricing::{
    Adjust, Band, Basis, Measure, Priced, Request, RequestLine, Scope, Step, TierMode, Tiers, price,
};

use crate::support::{any_of, currency, percent, request};

fn decimal(
    mantissa: core::ops::RangeInclusive<i64>,
    scale: core::ops::RangeInclusive<u32>,
) -> impl Strategy<Value = Decimal> {
    (mantissa, scale).prop_map(|(mantissa, scale)| Decimal::new(mantissa, scale))
}

fn any_percent() -> impl Strategy<Value = Decimal> {
    prop_oneof![
        decimal(0..=10_000, 2..=2),
        Just(Decimal::ZERO),
        Just(Decimal::ONE_HUNDRED),
        // A third, as somebody's spreadsheet has it.
        Just(Decimal::new(3_333_333_333, 8)),
    ]
}

fn any_tiers() -> impl Strategy<Value = Tiers> {
    let bands = vec((1_i64..=400, any_percent()), 0..5).prop_map(|gaps| {
        let mut from = Decimal::NEGATIVE_ONE;
        let band = |(gap, percent)| {
            from += Decimal::new(gap, 1);
            Band { from: from.max(Decimal::ZERO), value: percent, ..Band::default() }
        };
        let mut bands: Vec<Band> = gaps.into_iter().map(band).collect();
        bands.dedup_by(|b, a| a.from == b.from);
        bands
    });
    let mode = prop_oneof![Just(TierMode::AllUnits), Just(TierMode::Slab)];
    let measure = prop_oneof![Just(Measure::Quantity), Just(Measure::Amount)];
    (mode, measure, bands).prop_map(|(mode, measure, bands)| Tiers { mode, measure, bands, ..Tiers::default() })
}

fn any_step() -> impl Strategy<Value = Step> {
    let scope = prop_oneof![Just(Scope::Line), Just(Scope::Group), Just(Scope::Order)];
    let basis = prop_oneof![Just(Basis::Running), Just(Basis::List)];
    let adjust = prop_oneof![
        any_percent().prop_map(Adjust::Percent),
        decimal(-3_000..=0, 2..=2).prop_map(Adjust::Percent),
        decimal(-500..=5_000, 0..=3).prop_map(Adjust::Amount),
        any_tiers().prop_map(Adjust::Tiers),
    ];
    (scope, basis, adjust).prop_map(|(scope, basis, adjust)| Step {
        id: "step".to_owned(),
        scope,
        basis,
        adjust,
        ..Step::default()
    })
}

fn any_line() -> impl Strategy<Value = RequestLine> {
    let group = prop_oneof![Just(None), Just(Some("a".into())), Just(Some("b".into()))];
    (group, decimal(0..=5_000, 0..=3), decimal(0..=200_000, 0..=4))
        .prop_map(|(group, quantity, unit_price)| RequestLine { group, quantity, unit_price, ..RequestLine::default() })
}

fn any_request() -> impl Strategy<Value = Request> {
    let digits = prop_oneof![Just(0_u32), Just(2), Just(3)];
    (digits, any_of(), any_of(), vec(any_line(), 0..8), vec(any_step(), 0..6)).prop_map(
        |(digits, rounding, allocation, mut lines, mut steps)| {
            lines.iter_mut().enumerate().for_each(|(index, line)| line.id = index.to_string().into());
            steps.iter_mut().enumerate().for_each(|(index, step)| step.id = index.to_string());
            Request { rounding, allocation, lines, steps, ..Request::new(currency(digits)) }
        },
    )
}

/// What the engine makes of the request; a refusal fails the property.
pub(crate) fn priced(request: &Request) -> Result<Priced, TestCaseError> {
    price(request).map_err(|error| TestCaseError::fail(error.to_string()))
}

pub(crate) fn total(amounts: impl IntoIterator<Item = Decimal>) -> Decimal {
    amounts.into_iter().sum()
}

proptest! {
    #[test]
    fn everything_adds_up(request in any_request()) {
        let priced = priced(&request)?;
        let digits = request.currency.minor_units();
        prop_assert_eq!(priced.list, total(priced.lines.iter().map(|line| line.list)));
        prop_assert_eq!(priced.net, total(priced.lines.iter().map(|line| line.net)));
        prop_assert_eq!(priced.net - priced.list, total(priced.waterfall.iter().map(|effect| effect.amount)));
        prop_assert_eq!(priced.discount, priced.list - priced.net);
        for line in &priced.lines {
            prop_assert_eq!(line.net - line.list, total(line.effects.iter().copied()));
            prop_assert!(line.net >= Decimal::ZERO, "line {} at {}", line.id, line.net);
            prop_assert!(line.net.normalize().scale() <= digits, "{} has more than {digits} digits", line.net);
        }
        for (index, effect) in priced.waterfall.iter().enumerate() {
            prop_assert_eq!(effect.amount, total(priced.lines.iter().map(|line| line.effects[index])));
        }
    }

    #[test]
    fn all_off_leaves_nothing(mut request in any_request(), scope in prop_oneof![Just(Scope::Line), Just(Scope::Order)]) {
        request.steps.push(percent(scope, "100"));
        let priced = priced(&request)?;
        prop_assert!(priced.lines.iter().all(|line| line.net.is_zero()));
        prop_assert_eq!(priced.net, Decimal::ZERO);
    }

    #[test]
    fn the_same_request_has_the_same_answer(request in any_request()) {
        prop_assert_eq!(priced(&request)?, priced(&request)?);
    }

    #[test]
    fn taking_a_rule_away_restores_the_price(request in any_request(), step in any_step(), place in any::<prop::sample::Index>()) {
        let before = priced(&request)?;
        let mut other = request.clone();
        let place = place.index(request.steps.len() + 1);
        other.steps.insert(place, step);
        priced(&other)?;
        other.steps.remove(place);
        prop_assert_eq!(before, priced(&other)?);
    }

    #[test]
    fn the_order_of_lines_moves_only_spare_units(request in any_request(), seed in any::<u64>()) {
        // One order step: with more, a spare unit of one step is part of the next one's weights.
        let mut request = request;
        let mut orders = 0;
        request.steps.retain(|step| step.scope != Scope::Order || { orders += 1; orders == 1 });
        request.steps.sort_by_key(|step| step.scope == Scope::Order);
        request.allocation = Allocation::LargestRemainder;
        let mut shuffled = request.clone();
        let length = shuffled.lines.len().max(1);
        shuffled.lines.rotate_left(usize::try_from(seed % 8).unwrap_or_default() % length);
        if seed % 16 > 7 {
            shuffled.lines.reverse();
        }
        let (one, other) = (priced(&request)?, priced(&shuffled)?);
        prop_assert_eq!((one.list, one.net), (other.list, other.net));
        let effects = |priced: &Priced| priced.waterfall.iter().map(|effect| effect.amount).collect::<Vec<_>>();
        prop_assert_eq!(effects(&one), effects(&other));
        let unit = Decimal::new(1, request.currency.minor_units());
        for line in &one.lines {
            let twin = other.lines.iter().find(|twin| twin.id == line.id).ok_or_else(|| TestCaseError::fail("a line is gone"))?;
            prop_assert!((line.net - twin.net).abs() <= unit, "line {}: {} and {}", line.id, line.net, twin.net);
        }
    }

    #[test]
    fn percentages_commute(lines in vec(any_line(), 1..6), percents in vec(decimal(-2_000..=10_000, 2..=2), 1..4)) {
        let steps = |percents: &[Decimal]| percents.iter().map(|p| percent(Scope::Line, &p.to_string())).collect();
        let reversed: Vec<Decimal> = percents.iter().rev().copied().collect();
        let one = Request { lines, ..request(&[], steps(&percents)) };
        let other = Request { steps: steps(&reversed), ..one.clone() };
        let nets = |priced: Priced| priced.lines.into_iter().map(|line| line.net).collect::<Vec<_>>();
        prop_assert_eq!(nets(priced(&one)?), nets(priced(&other)?));
    }

    #[test]
    fn slabs_neither_jump_nor_fall(tiers in any_tiers(), quantity in decimal(0..=2_000, 1..=1), more in decimal(1..=100, 3..=3)) {
        let slab = Tiers { mode: TierMode::Slab, ..tiers };
        let net = |quantity: Decimal| -> Result<Decimal, TestCaseError> {
            let fail = |error: sapa::domain::error::Error| TestCaseError::fail(error.to_string());
            let off = slab.rate(quantity).and_then(|rate| rate.of(quantity)).map_err(fail)?;
            Ok(quantity - off)
        };
        // At a price of one, a little more costs something between nothing and its list price; both up to the last of
        // 28 digits.
        let step = net(quantity + more)? - net(quantity)?;
        let last = Decimal::new(1, 20);
        prop_assert!(step >= -last && step <= more + last, "{more} more cost {step}");
    }

    #[test]
    fn hints_come_true(mut request in any_request(), tiers in any_tiers()) {
        let quantity = Tiers { measure: Measure::Quantity, ..tiers };
        request.steps = vec![Step { scope: Scope::Line, ..crate::support::step(Scope::Line, Adjust::Tiers(quantity)) }];
        for hint in priced(&request)?.next {
            let mut grown = request.clone();
            let line = grown.lines.iter_mut().find(|line| Some(&line.id) == hint.line.as_ref());
            let line = line.ok_or_else(|| TestCaseError::fail("the hint names no line"))?;
            line.quantity += hint.missing;
            prop_assert_eq!(line.quantity, hint.from);
            prop_assert!(hint.percent > hint.now_percent);
            let id = line.id.clone();
            for after in priced(&grown)?.next.iter().filter(|after| after.line.as_ref() == Some(&id)) {
                prop_assert_eq!(after.now_percent, hint.percent);
            }
        }
    }
}
