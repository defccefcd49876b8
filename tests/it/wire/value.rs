use sapa::domain::allocation::Allocation;
use sapa::domain::money::{Currency, Rounding};
use sapa::domain::pricing::{
    Basis, Breach, Combine, Discounting, Gives, Measure, Over, Per, Pick, Precedence, Priority, Reduced, RoundAt,
    Scope, StepKind, TaxRounding, Thresholds, Tie, TierMode,
};
use sapa::domain::product::Product;
use sapa::domain::quote::Draft;
use sapa::wire::{self, Choice};
use serde_json::{Value, json};

use super::{check, refused};

#[test]
fn every_choice_is_read_by_the_word_it_is_written_with() {
    fn words<T: Choice + PartialEq + core::fmt::Debug>(words: &[&str]) {
        assert_eq!(T::ALL.iter().map(|choice| choice.word()).collect::<Vec<_>>(), words);
        for choice in T::ALL {
            let value = wire::Writer::new().choice("word", *choice).end();
            assert_eq!(wire::Reader::new(&value).choice::<T>("word"), *choice);
        }
    }
    words::<Rounding>(&[
        "halfUp",
        "halfEven",
        "halfOdd",
        "halfDown",
        "halfCeiling",
        "halfFloor",
        "up",
        "down",
        "ceiling",
        "floor",
    ]);
    words::<Allocation>(&[
        "largestRemainder",
        "remainderToLast",
        "floorThenFirst",
        "halfDownThenFirst",
        "largestRemainderSigned",
        "sequential",
    ]);
    words::<StepKind>(&["volume", "client", "loyalty", "promotion", "coupon", "manual", "order", "payment"]);
    words::<Scope>(&["line", "item", "group", "order"]);
    words::<Basis>(&["running", "list"]);
    words::<TierMode>(&["allUnits", "slab"]);
    words::<Measure>(&["quantity", "amount", "weight"]);
    words::<Discounting>(&["compound", "simple", "bank"]);
    words::<Per>(&["unit", "stockUnit", "line"]);
    words::<Combine>(&["compound", "add", "max", "min"]);
    words::<Over>(&["order", "line"]);
    words::<Pick>(&["dearest", "cheapest"]);
    words::<Reduced>(&["alike", "same"]);
    words::<Gives>(&["percent", "unitPrice", "unitOff"]);
    words::<Breach>(&["hold", "refuse"]);
    words::<TaxRounding>(&["line", "componentOfLine", "rate", "document"]);
    words::<RoundAt>(&["line", "unit", "document"]);
    words::<Thresholds>(&["running", "original"]);
    words::<Priority>(&["highestFirst", "lowestFirst"]);
    words::<Tie>(&["first", "largestDiscount", "refuse"]);
    words::<Precedence>(&["exclusive", "priority"]);
}

proptest::proptest! {
    #[test]
    fn numbers_are_written_and_read_as_the_library_does(digits in proptest::num::i64::ANY, scale in 0_u32..=28) {
        let number = rust_decimal::Decimal::new(digits, scale);
        let value = wire::Value::decimal(number);
        proptest::prop_assert_eq!(value.as_text().unwrap(), number.to_string());
        proptest::prop_assert_eq!(value.as_decimal().unwrap().unpack(), number.unpack());
    }

    #[test]
    fn what_is_a_number_is_what_the_library_says(text in "[-+._0-9]{0,6}") {
        let read = wire::Value::Text(text.clone()).as_decimal();
        let expected = rust_decimal::Decimal::from_str_exact(&text).ok();
        proptest::prop_assert_eq!(read.map(|number| number.unpack()), expected.map(|number| number.unpack()));
    }
}

#[test]
fn money_is_never_a_binary_float() {
    let product =
        |price: Value| json!({"id": "1", "sku": "1", "name": "C", "unit": "box", "category": "T", "price": price});
    check::<Product>(&product(json!("0.1")), &{
        let mut full = product(json!("0.1"));
        full["cost"] = Value::Null;
        full["discontinued"] = json!(false);
        full
    });
    for price in [
        json!(0.1),
        json!(18),
        json!("1e3"),
        json!("1,5"),
        json!(""),
        Value::Null,
        json!("99999999999999999999999999999999"),
    ] {
        assert!(refused::<Product>(&product(price.clone())).contains("decimal number as a string"), "{price}");
    }
    let mut cost = product(json!("1"));
    cost["cost"] = json!(0.5);
    assert!(refused::<Product>(&cost).contains("decimal number as a string"));
    assert!(refused::<Currency>(&json!({"code": "usd", "minorUnits": 2})).contains("currency.invalid"));
    assert!(refused::<Draft>(&json!({"lines": [{"key": 1, "product": "1"}]})).contains("quantity"));
}
