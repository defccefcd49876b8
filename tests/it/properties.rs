use proptest::collection::vec;
use proptest::prelude::*;
use rust_decimal::Decimal;
use sapa::domain::allocation::{Allocation, allocate, allocate_with_caps, overfills};
use sapa::domain::money::Rounding;
use sapa::domain::number::{format, parse};
use sapa::domain::pricing::{
    Adjust, Band, Basis, Measure, Priced, Request, RequestLine, Scope, Step, TierMode, Tiers, price,
};

use crate::support::{EN, ID, RU, currency, percent, request};

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

fn any_rounding() -> impl Strategy<Value = Rounding> {
    prop_oneof![
        Just(Rounding::HalfUp),
        Just(Rounding::HalfEven),
        Just(Rounding::HalfDown),
        Just(Rounding::HalfOdd),
        Just(Rounding::HalfCeiling),
        Just(Rounding::HalfFloor),
        Just(Rounding::Up),
        Just(Rounding::Down),
        Just(Rounding::Ceiling),
        Just(Rounding::Floor),
    ]
}

fn any_allocation() -> impl Strategy<Value = Allocation> {
    prop_oneof![
        Just(Allocation::LargestRemainder),
        Just(Allocation::RemainderToLast),
        Just(Allocation::FloorThenFirst),
        Just(Allocation::HalfDownThenFirst),
        Just(Allocation::LargestRemainderSigned),
        Just(Allocation::Sequential),
    ]
}

fn any_request() -> impl Strategy<Value = Request> {
    let digits = prop_oneof![Just(0_u32), Just(2), Just(3)];
    (digits, any_rounding(), any_allocation(), vec(any_line(), 0..8), vec(any_step(), 0..6)).prop_map(
        |(digits, rounding, allocation, mut lines, mut steps)| {
            lines.iter_mut().enumerate().for_each(|(index, line)| line.id = index.to_string().into());
            steps.iter_mut().enumerate().for_each(|(index, step)| step.id = index.to_string());
            Request { rounding, allocation, lines, steps, ..Request::new(currency(digits)) }
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

    #[test]
    fn shares_add_up(
        amount in -10_000_000_000_i128..=10_000_000_000,
        weights in vec(prop_oneof![Just(0_i128), 0..=1_000_000_000_i128], 1..40),
        policy in any_allocation(),
    ) {
        let shares = allocate(amount, &weights, policy).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(shares.iter().sum::<i128>(), amount);
        let sum: i128 = weights.iter().sum();
        for (share, weight) in shares.iter().zip(&weights) {
            prop_assert!(share.signum() * amount.signum() >= 0, "{share} has the wrong sign");
            prop_assert!(sum == 0 || *weight > 0 || *share == 0, "a weight of zero got {share}");
            if policy == Allocation::LargestRemainder && sum > 0 {
                prop_assert!((share * sum - amount * weight).abs() < sum, "{share} is a unit away from the exact share");
            }
        }
    }

    #[test]
    fn water_finds_its_level(
        amount in -2_000_i128..=2_000,
        lines in vec((0_i128..=50, 0_i128..=200), 1..12),
    ) {
        let (weights, caps): (Vec<i128>, Vec<i128>) = lines.into_iter().unzip();
        let (shares, unplaced) =
            allocate_with_caps(amount, &weights, &caps).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(shares.iter().sum::<i128>() + unplaced, amount);
        let weightless = weights.iter().all(|weight| *weight == 0);
        let weight = |index: usize| if weightless { 1 } else { weights[index] };
        for (index, share) in shares.iter().enumerate() {
            prop_assert!(share.abs() <= caps[index] && share.signum() * amount.signum() >= 0);
            prop_assert!(unplaced == 0 || weight(index) == 0 || share.abs() == caps[index], "room was left");
            // Whoever is not full stands as high as anybody, up to one unit.
            for (other, height) in shares.iter().enumerate() {
                if share.abs() < caps[index] && weight(index) > 0 && weight(other) > 0 {
                    let above = height.abs() * weight(index) - share.abs() * weight(other);
                    prop_assert!(above < weight(index) + weight(other), "{height} stands above {share}");
                }
            }
        }
    }

    #[test]
    fn what_surely_overfills_does(
        amount in 0_i128..=2_000,
        lines in vec((0_i128..=50, 0_i128..=200), 1..12),
    ) {
        let (weights, caps): (Vec<i128>, Vec<i128>) = lines.into_iter().unzip();
        let sum: i128 = weights.iter().sum();
        prop_assume!(sum > 0);
        let cut_down = |(weight, cap): (&i128, &i128)| amount * weight / sum > *cap;
        let found = overfills(amount, &weights, &caps);
        prop_assert_eq!(found, weights.iter().zip(&caps).any(cut_down));
        let shares = allocate(amount, &weights, Allocation::LargestRemainder)
            .map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert!(!found || shares.iter().zip(&caps).any(|(share, cap)| share > cap));
    }

    #[test]
    fn what_is_written_can_be_read(mantissa in any::<i64>(), scale in 0_u32..=18, min_fraction in 0_u32..5) {
        let value = Decimal::new(mantissa, scale);
        for separators in [EN, ID, RU] {
            let text = format(value, separators, min_fraction);
            let typed = parse(&text, separators).map_err(|error| TestCaseError::fail(error.to_string()))?;
            prop_assert_eq!(typed.value, value, "{}", text);
        }
    }

    #[test]
    fn reading_never_panics(text in "[-+0-9., \u{a0}\u{202f}e%x٣]{0,40}") {
        for separators in [EN, ID, RU] {
            if let Ok(typed) = parse(&text, separators) {
                prop_assert_eq!(parse(&format(typed.value, separators, 0), separators).map(|again| again.value), Ok(typed.value));
            }
        }
    }
}
