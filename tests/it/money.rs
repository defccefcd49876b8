use rust_decimal::Decimal;
use sapa::domain::money::{self, Currency, Rounding};

use crate::support::{currency, dec};

#[test]
fn takes_codes_of_three_capitals() {
    let check = |code: &str, digits: u32, ok: bool| {
        let made = Currency::new(code, digits);
        assert_eq!(made.is_ok(), ok, "{code} {digits}");
        match made {
            Ok(made) => assert_eq!((made.code(), made.minor_units()), (code, digits)),
            Err(error) => assert_eq!(error.code(), "currency.invalid"),
        }
    };
    check("USD", 2, true);
    check("JPY", 0, true);
    check("KWD", 3, true);
    check("CLF", 4, true);
    check("usd", 2, false);
    check("US", 2, false);
    check("USDT", 2, false);
    check("U$D", 2, false);
    check("ÄÖ", 2, false);
    check("USD", 5, false);
    check("USD", u32::MAX, false);
}

#[test]
fn rounds_by_name() {
    let check = |value: &str, expected: [&str; 7]| {
        let modes = [
            Rounding::HalfUp,
            Rounding::HalfEven,
            Rounding::HalfDown,
            Rounding::Up,
            Rounding::Down,
            Rounding::Ceiling,
            Rounding::Floor,
        ];
        for (mode, expected) in modes.into_iter().zip(expected) {
            assert_eq!(mode.round(dec(value), 2), dec(expected), "{value} {mode:?}");
        }
    };
    check("1.005", ["1.01", "1.00", "1.00", "1.01", "1.00", "1.01", "1.00"]);
    check("1.015", ["1.02", "1.02", "1.01", "1.02", "1.01", "1.02", "1.01"]);
    check("-1.005", ["-1.01", "-1.00", "-1.00", "-1.01", "-1.00", "-1.00", "-1.01"]);
    check("1.0051", ["1.01", "1.01", "1.01", "1.01", "1.00", "1.01", "1.00"]);
    check("1.0049", ["1.00", "1.00", "1.00", "1.01", "1.00", "1.01", "1.00"]);
    check("7", ["7"; 7]);
    assert_eq!(Rounding::default(), Rounding::HalfUp);
}

#[test]
fn counts_smallest_units() {
    let check = |value: &str, digits: u32, expected: i128| {
        let minor = money::to_minor(dec(value), currency(digits)).unwrap();
        assert_eq!(minor, expected, "{value}");
        assert_eq!(money::from_minor(minor, currency(digits)).unwrap(), dec(value));
    };
    check("12.34", 2, 1234);
    check("12.3400", 2, 1234);
    check("-0.01", 2, -1);
    check("1234", 0, 1234);
    check("1.5", 3, 1500);
    check("0", 4, 0);

    let fraction = money::to_minor(dec("0.001"), currency(2)).unwrap_err();
    assert_eq!(fraction.code(), "number.range");
    let large = money::from_minor(i128::MAX, currency(2)).unwrap_err();
    assert_eq!(large.code(), "number.overflow");
    assert_eq!(money::to_minor(Decimal::MAX, currency(4)).unwrap(), Decimal::MAX.mantissa() * 10_000);
}

#[test]
fn reports_overflow() {
    let code = |result: sapa::domain::error::Result<Decimal>| result.map_err(|error| error.code());
    assert_eq!(code(money::add(Decimal::MAX, Decimal::ONE)), Err("number.overflow"));
    assert_eq!(code(money::sub(Decimal::MIN, Decimal::ONE)), Err("number.overflow"));
    assert_eq!(code(money::mul(Decimal::MAX, Decimal::TWO)), Err("number.overflow"));
    assert_eq!(code(money::div(Decimal::ONE, Decimal::ZERO)), Err("number.overflow"));
    assert_eq!(money::percent_of(dec("83.33"), dec("12.5")).unwrap(), dec("10.41625"));
    assert_eq!(money::percent_of(dec("200"), dec("-5")).unwrap(), dec("-10"));
}

/// Amounts of half the width are divided another way than wide ones.
#[test]
fn narrow_and_wide_numbers_are_rounded_alike() {
    let modes = [
        (Rounding::HalfUp, [-3, -2, 0, 2, 3]),
        (Rounding::HalfDown, [-2, -1, 0, 1, 2]),
        (Rounding::HalfEven, [-2, -2, 0, 2, 2]),
        (Rounding::HalfOdd, [-3, -1, 0, 1, 3]),
        (Rounding::HalfCeiling, [-2, -1, 0, 2, 3]),
        (Rounding::HalfFloor, [-3, -2, 0, 1, 2]),
        (Rounding::Up, [-3, -2, 0, 2, 3]),
        (Rounding::Down, [-2, -1, 0, 1, 2]),
        (Rounding::Ceiling, [-2, -1, 0, 2, 3]),
        (Rounding::Floor, [-3, -2, 0, 1, 2]),
    ];
    for (mode, expected) in modes {
        for scale in [1, 10_i128.pow(25)] {
            let rounded = [-5, -3, 0, 3, 5].map(|halves| mode.divide(halves * scale, 2 * scale).unwrap());
            assert_eq!(rounded, expected, "{mode:?} at {scale}");
            // Just short of half, and just beyond.
            let near = [5 * scale - 1, 5 * scale + 1].map(|part| mode.divide(part, 10 * scale).unwrap());
            let nearest = !matches!(mode, Rounding::Up | Rounding::Down | Rounding::Ceiling | Rounding::Floor);
            assert!(!nearest || near == [0, 1], "{mode:?} at {scale}");
        }
    }
    assert_eq!(Rounding::HalfUp.divide(1, 0).unwrap_err().code(), "number.overflow");
    assert_eq!(Rounding::HalfUp.divide(i128::MAX, 1).unwrap(), i128::MAX);
    let multiple = |value: &str, step: &str| Rounding::HalfUp.to_multiple(dec(value), dec(step));
    assert_eq!(multiple("1.12", "0.05").unwrap(), dec("1.10"));
    assert_eq!(multiple("-1.13", "0.05").unwrap(), dec("-1.15"));
    assert_eq!(multiple("1", "-5").unwrap_err().code(), "number.range");
}

#[test]
fn short_numbers_are_added_and_multiplied_as_long_ones_are() {
    let mantissas =
        [0, 1, -1, 7, 99_999, -4_294_967_296, 3_037_000_499, 3_037_000_500, i64::MAX - 1, i64::MAX, -i64::MAX];
    let numbers: Vec<Decimal> =
        mantissas.iter().flat_map(|mantissa| [0, 2, 3, 14, 28].map(|scale| Decimal::new(*mantissa, scale))).collect();
    // Down to how they are written: with as many digits after the point.
    let check =
        |a: Decimal, sign: &str, b: Decimal, found: sapa::domain::error::Result<Decimal>, right: Option<Decimal>| {
            assert_eq!(found.ok().map(|sum| sum.to_string()), right.map(|sum| sum.to_string()), "{a} {sign} {b}");
        };
    for a in &numbers {
        for b in &numbers {
            check(*a, "+", *b, money::add(*a, *b), a.checked_add(*b));
            check(*a, "-", *b, money::sub(*a, *b), a.checked_add(-*b));
            check(*a, "*", *b, money::mul(*a, *b), a.checked_mul(*b));
        }
    }
}
