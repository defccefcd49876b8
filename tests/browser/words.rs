//! The browser's `Intl` and our reading of numbers agree, and plural forms are right.

use rust_decimal::Decimal;
use sapa::domain::money::Currency;
use sapa::domain::number;
use sapa::i18n::intl::Intl;
use sapa::i18n::{Count, Locale, Plural, Words};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
pub fn what_is_shown_can_be_typed() {
    for locale in Locale::ALL {
        let intl = Intl::new(locale);
        for value in values() {
            let shown = intl.number(value);
            let read =
                number::parse(&shown, intl.separators()).unwrap_or_else(|error| panic!("{locale:?} {shown}: {error}"));
            assert_eq!(read.value, value, "{locale:?} shows {shown}");
        }
    }
}

#[wasm_bindgen_test]
pub fn amounts_keep_their_minor_digits() {
    for (code, digits, amount, shown) in [
        ("USD", 2, Decimal::new(123_450, 2), "1,234.50"),
        ("JPY", 0, Decimal::new(1_234, 0), "1,234"),
        ("KWD", 3, Decimal::new(1_234_500, 3), "1,234.500"),
    ] {
        let currency = Currency::new(code, digits).unwrap();
        assert_eq!(Intl::new(Locale::En).amount(amount, currency), shown);
        for locale in Locale::ALL {
            let intl = Intl::new(locale);
            let read = number::parse(&intl.amount(amount, currency), intl.separators()).unwrap();
            assert_eq!(read.value, amount, "{code} in {locale:?}");
        }
    }
}

/// Digits a binary float does not have: they must survive the way through `Intl`.
#[wasm_bindgen_test]
pub fn large_amounts_are_exact() {
    let amount: Decimal = "90071992547409931.25".parse().unwrap();
    let currency = Currency::new("USD", 2).unwrap();
    assert_eq!(Intl::new(Locale::En).amount(amount, currency), "90,071,992,547,409,931.25");
}

#[wasm_bindgen_test]
pub fn plural_categories() {
    use Plural::{Few, Many, One, Other};
    let counts = [0.0, 1.0, 2.0, 5.0, 11.0, 21.0, 22.0, 1.5];
    for (locale, expected) in [
        (Locale::En, [Other, One, Other, Other, Other, Other, Other, Other]),
        (Locale::Id, [Other; 8]),
        (Locale::Ru, [Many, One, Few, Many, Many, One, Few, Other]),
    ] {
        let intl = Intl::new(locale);
        assert_eq!(counts.map(|count| intl.plural(count)), expected, "{locale:?}");
    }
}

#[wasm_bindgen_test]
pub fn counted_messages() {
    let words = Words::new(Locale::Ru, Vec::new());
    let said = [0, 1, 2, 5, 11, 21, 22].map(|count| words.count(Count::LineCount, count, &[]));
    assert_eq!(said, ["0 строк", "1 строка", "2 строки", "5 строк", "11 строк", "21 строка", "22 строки"]);
}

#[wasm_bindgen_test]
pub fn a_host_words_a_message_its_own_way() {
    let words = Words::new(Locale::En, vec![("save".to_owned(), "Keep it".to_owned())]);
    assert_eq!(words.text(sapa::i18n::Key::Save), "Keep it");
    assert_eq!(words.text(sapa::i18n::Key::NewQuote), "New quote");
}

/// Numbers of every length a person might type, from a fixed seed.
fn values() -> Vec<Decimal> {
    let mut seed: u64 = 42;
    let mut next = move || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        seed >> 33
    };
    let mut values: Vec<_> =
        (0..500).map(|round| Decimal::new(i64::try_from(next()).unwrap() - (1 << 30), round % 7).normalize()).collect();
    values.extend(
        ["0", "0.001", "-1", "999", "1000", "123456789.987654321"].map(|text| text.parse::<Decimal>().unwrap()),
    );
    values
}
