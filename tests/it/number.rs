use proptest::prelude::*;
use rust_decimal::Decimal;
use sapa::domain::number::{Reading, Separators, format, parse};

use crate::support::{EN, ID, RU, dec};

#[test]
fn reads_what_people_type() {
    let check = |text: &str, separators: Separators, expected: &str, reading: Reading| {
        let typed = parse(text, separators).unwrap_or_else(|error| panic!("{text:?}: {error}"));
        assert_eq!((typed.value, typed.reading), (dec(expected), reading), "{text:?}");
    };
    let plain = |text: &str, separators, expected: &str| check(text, separators, expected, Reading::Plain);

    plain("0", EN, "0");
    plain("12", EN, "12");
    plain("  12.5 ", EN, "12.5");
    plain("-12.5", EN, "-12.5");
    plain("\u{2212}12,5", ID, "-12.5");
    plain("-0", EN, "0");
    plain(".5", EN, "0.5");
    plain("5.", EN, "5");
    plain("007", EN, "7");
    plain("1,234,567.89", EN, "1234567.89");
    plain("1.234.567,89", ID, "1234567.89");
    plain("1234567,8", ID, "1234567.8");
    plain("9999999999999999999999999999", EN, "9999999999999999999999999999");
    plain("0.9999999999999999999999999999", EN, "0.9999999999999999999999999999");

    assert!(parse("-0", EN).is_ok_and(|typed| typed.value.is_sign_positive()), "zero has no sign");

    // Any space groups where spaces do, and the keypad's point is a fraction there.
    for space in [' ', '\u{a0}', '\u{202f}'] {
        plain(&format!("1{space}234{space}567,8"), RU, "1234567.8");
    }
    plain("1.5", RU, "1.5");

    // The same text is two numbers in two locales, and each says so.
    check("1,234", EN, "1234", Reading::Thousands);
    check("1,234", ID, "1.234", Reading::Fraction);
    check("1.234", EN, "1.234", Reading::Fraction);
    check("1.234", ID, "1234", Reading::Thousands);
    check("-123.456", RU, "-123.456", Reading::Fraction);
    check("1,234", RU, "1.234", Reading::Fraction);

    // Nobody elsewhere would read these otherwise.
    plain("1 234", RU, "1234");
    plain("0.234", EN, "0.234");
    plain("1234.567", EN, "1234.567");
    plain("1.2345", EN, "1.2345");
    plain("1,234.567", EN, "1234.567");
    plain(".234", EN, "0.234");
}

#[test]
fn refuses_what_is_not_one_number() {
    let check = |text: &str, separators: Separators, code: &str| match parse(text, separators) {
        Ok(typed) => panic!("{text:?} was read as {}", typed.value),
        Err(error) => assert_eq!(error.code(), code, "{text:?}"),
    };
    for text in [
        "",
        " ",
        "-",
        ".",
        ",",
        "--1",
        "- 1",
        "+1",
        "1-",
        "abc",
        "12a",
        "1e5",
        "0x1F",
        "1,2,3",
        "1,23",
        "12,34,567",
        "1234,567",
        ",123",
        "1,,234",
        "1,234,",
        "1.2.3",
        "1.234,5",
        "0,234",
        "1 234",
        "1_000",
        "٣",
        "１",
        "1.5%",
        "$5",
        "∞",
        "NaN",
        "1.-5",
    ] {
        check(text, EN, "number.invalid");
    }
    for text in ["1.5", "1.23", "1,2,3", "1,234.5", "12.34.567"] {
        check(text, ID, "number.invalid");
    }
    check("1.234,5", RU, "number.invalid");
    check("1  234", RU, "number.invalid");
    check("99999999999999999999999999999", EN, "number.overflow");
    check("1.9999999999999999999999999999", EN, "number.overflow");
}

#[test]
fn writes_the_locales_way() {
    let check = |value: &str, separators, min_fraction, expected: &str| {
        assert_eq!(format(dec(value), separators, min_fraction), expected, "{value}");
    };
    check("0", EN, 0, "0");
    check("0", EN, 2, "0.00");
    check("999", EN, 0, "999");
    check("1000", EN, 0, "1,000");
    check("-1234567.5", EN, 2, "-1,234,567.50");
    check("-1234567.5", ID, 2, "-1.234.567,50");
    check("123456.789", RU, 2, "123\u{a0}456,789");
    check("12.500", EN, 0, "12.5");
    check("-0.00", EN, 0, "0");
    check("0.0001", EN, 2, "0.0001");
}

proptest! {
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
