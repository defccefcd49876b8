//! What must hold of every order with conditions, limits, floors and tax, tried on random ones.

/// Any order at all.
mod any;

use proptest::collection::vec;
use proptest::prelude::*;
use rust_decimal::Decimal;
use sapa::domain::allocation::Allocation;
use sapa::domain::pricing::{
    Adjust, Band, Combine, Exclusive, Floor, Gives, Limit, Request, RequestLine, RoundAt, Scope, Step, TierMode, Tiers,
};

use crate::properties::{priced, total};
use crate::support::currency;
use any::{any_bands, any_line, any_request, any_step, decimal};

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
