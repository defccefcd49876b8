//! The browser's `Intl`, the one source of number formats, plural rules and dates.
//!
//! Amounts go in as exact decimal strings, which `Intl.NumberFormat` formats without passing through a binary float.

use core::cell::RefCell;

use js_sys::{Array, Function, Object, Reflect};
use rust_decimal::Decimal;
use wasm_bindgen::prelude::*;

use super::Locale;
use super::messages::Plural;
use crate::domain::date::Date;
use crate::domain::money::Currency;
use crate::domain::number::Separators;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type NumberFormat;

    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(locale: &str, options: &Object) -> NumberFormat;

    #[wasm_bindgen(method, getter)]
    fn format(this: &NumberFormat) -> Function;

    #[wasm_bindgen(method, js_name = formatToParts)]
    fn format_to_parts(this: &NumberFormat, value: &str) -> Array;

    #[wasm_bindgen(js_namespace = Intl)]
    type PluralRules;

    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(locale: &str) -> PluralRules;

    #[wasm_bindgen(method)]
    fn select(this: &PluralRules, value: f64) -> String;
}

/// The formats of one language.
pub struct Intl {
    locale: Locale,
    number: NumberFormat,
    percent: NumberFormat,
    date: Function,
    plural: PluralRules,
    separators: Separators,
    /// The two formats of the last currency asked for: making one costs more than using it a hundred times.
    money: RefCell<Option<(Currency, NumberFormat, NumberFormat)>>,
}

impl Intl {
    /// The formats of `locale`.
    pub fn new(locale: Locale) -> Self {
        let tag = locale.tag();
        let number = NumberFormat::new(tag, &options(&[("maximumFractionDigits", 20.into())]));
        Self {
            separators: separators(&number),
            number,
            percent: NumberFormat::new(
                tag,
                &options(&[("style", "percent".into()), ("maximumFractionDigits", 1.into())]),
            ),
            date: js_sys::Intl::DateTimeFormat::new(
                &Array::of1(&tag.into()),
                &options(&[("dateStyle", "medium".into()), ("timeZone", "UTC".into())]),
            )
            .format(),
            plural: PluralRules::new(tag),
            money: RefCell::new(None),
            locale,
        }
    }

    /// How this language writes numbers, for reading what was typed.
    pub fn separators(&self) -> Separators {
        self.separators
    }

    /// A number with all its digits.
    pub fn number(&self, value: Decimal) -> String {
        call(&self.number.format(), &value.to_string().into())
    }

    /// A percentage to one digit after the separator: `8.41` becomes "8.4%" or its like.
    pub fn percent(&self, percent: Decimal) -> String {
        let share = percent.checked_div(Decimal::ONE_HUNDRED).unwrap_or_default();
        call(&self.percent.format(), &share.to_string().into())
    }

    /// An amount with its currency, minor units never dropped.
    pub fn money(&self, amount: Decimal, currency: Currency) -> String {
        self.with_currency(currency, |with, _| call(&with.format(), &amount.to_string().into()))
    }

    /// An amount without its currency, minor units never dropped.
    pub fn amount(&self, amount: Decimal, currency: Currency) -> String {
        self.with_currency(currency, |_, without| call(&without.format(), &amount.to_string().into()))
    }

    /// A day, such as "7 May 1998".
    pub fn date(&self, date: Date) -> String {
        let midnight = js_sys::Date::new(&date.to_string().into());
        call(&self.date, &midnight)
    }

    /// The plural category of a count.
    pub fn plural(&self, count: f64) -> Plural {
        Plural::from_name(&self.plural.select(count))
    }

    fn with_currency<T>(&self, currency: Currency, speak: impl FnOnce(&NumberFormat, &NumberFormat) -> T) -> T {
        let mut kept = self.money.borrow_mut();
        let (_, with, without) = match kept.take() {
            Some(formats) if formats.0 == currency => kept.insert(formats),
            _ => {
                let digits = JsValue::from(currency.minor_units());
                let mut pairs = vec![("minimumFractionDigits", digits.clone()), ("maximumFractionDigits", digits)];
                let without = NumberFormat::new(self.locale.tag(), &options(&pairs));
                pairs.extend([("style", "currency".into()), ("currency", currency.code().into())]);
                kept.insert((currency, NumberFormat::new(self.locale.tag(), &options(&pairs)), without))
            }
        };
        speak(with, without)
    }
}

/// The separators as the format itself writes them.
fn separators(format: &NumberFormat) -> Separators {
    let mut found = Separators { decimal: '.', group: ',' };
    for part in format.format_to_parts("1234567.5") {
        let text =
            |key: &str| Reflect::get(&part, &key.into()).ok().and_then(|value| value.as_string()).unwrap_or_default();
        let first = text("value").chars().next();
        match (text("type").as_str(), first) {
            ("decimal", Some(sign)) => found.decimal = sign,
            ("group", Some(sign)) => found.group = sign,
            _ => {}
        }
    }
    found
}

fn call(format: &Function, value: &JsValue) -> String {
    format.call1(&JsValue::UNDEFINED, value).ok().and_then(|text| text.as_string()).unwrap_or_default()
}

fn options(pairs: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (key, value) in pairs {
        set(&object, key, value);
    }
    object
}

fn set(object: &Object, key: &str, value: &JsValue) {
    // Setting a property of a fresh plain object cannot fail.
    let _ = Reflect::set(object, &key.into(), value);
}
