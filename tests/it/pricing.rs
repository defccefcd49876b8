/// What waiting for the money costs.
mod deferral;

/// What is missing to the next rung.
mod hints;

/// Ladders: of all units and of slabs, of lines, groups and the order.
mod ladders;

/// Percentages and amounts, of lines and of the order, one after the other.
mod steps;

use rust_decimal::Decimal;
use sapa::domain::pricing::{Adjust, Basis, Measure, Request, Scope, Step, TierMode, Tiers, price};

use crate::support::{currency, dec, ladder, line, percent, request, step, tiers};

use Measure::Quantity;
use Scope::{Line, Order};
use TierMode::{AllUnits, Slab};

/// Prices the request and compares each line's net and each step's effect; whatever adds up must add up.
fn check(title: &str, request: &Request, nets: &[&str], effects: &[&str]) {
    let priced = price(request).unwrap_or_else(|error| panic!("{title}: {error}"));
    let lines: Vec<Decimal> = priced.lines.iter().map(|line| line.net).collect();
    assert_eq!(lines, nets.iter().map(|net| dec(net)).collect::<Vec<_>>(), "{title}: nets");
    let waterfall: Vec<Decimal> = priced.waterfall.iter().map(|effect| effect.amount).collect();
    assert_eq!(waterfall, effects.iter().map(|effect| dec(effect)).collect::<Vec<_>>(), "{title}: effects");

    assert_eq!(priced.net, lines.iter().sum::<Decimal>(), "{title}: sum of the lines");
    assert_eq!(priced.net - priced.list, waterfall.iter().sum::<Decimal>(), "{title}: sum of the effects");
    assert_eq!(priced.discount, priced.list - priced.net, "{title}: discount");
    for line in &priced.lines {
        assert_eq!(line.net - line.list, line.effects.iter().sum::<Decimal>(), "{title}: effects of line {}", line.id);
    }
    for (index, effect) in waterfall.iter().enumerate() {
        let over_lines: Decimal = priced.lines.iter().map(|line| line.effects[index]).sum();
        assert_eq!(*effect, over_lines, "{title}: effect {index} over the lines");
    }
}

fn on_list(step: Step) -> Step {
    Step { basis: Basis::List, ..step }
}

#[test]
fn names_what_is_wrong() {
    let check_error = |request: Request, code: &str, detail: &str| {
        let error = price(&request).unwrap_err();
        assert_eq!((error.code(), error.detail()), (code, detail));
    };
    check_error(request(&[("1", "1"), ("-1", "1")], vec![]), "number.range", "1");
    check_error(request(&[("1", "-0.01")], vec![]), "number.range", "0");
    let sound: Tiers = tiers(AllUnits, Quantity, &[("0", "0"), ("1", "100")]);
    assert!(price(&request(&[], vec![step(Line, Adjust::Tiers(sound))])).is_ok());
    for bands in [
        &[("10", "5"), ("5", "10")][..],
        &[("10", "5"), ("10.0", "10")],
        &[("-1", "5")],
        &[("1", "-5")],
        &[("1", "5"), ("2", "100.1")],
    ] {
        check_error(
            request(&[], vec![percent(Order, "1"), ladder(Line, Slab, Quantity, bands)]),
            "rule.invalid",
            "Line",
        );
    }
    check_error(request(&[], vec![percent(Order, "100.01")]), "rule.invalid", "Order");

    let code = |request: Request| price(&request).map_err(|error| error.code());
    let huge = "79228162514264337593543950335";
    assert_eq!(code(request(&[("2", huge)], vec![])), Err("number.overflow"));
    assert_eq!(code(request(&[("1", huge), ("1", "1")], vec![])), Err("number.overflow"));
    let mut one = request(&[("1", huge)], vec![percent(Order, "50")]);
    one.currency = currency(0);
    one.lines.push(line(1, "0", "1"));
    assert_eq!(code(one), Err("number.overflow"));
}
