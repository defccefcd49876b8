//! The browser's `Intl`, the one source of number formats, plural rules and dates.
//!
//! Amounts go in as exact decimal strings, which `Intl.NumberFormat` formats without passing through a binary float.

use core::cell::RefCell;

use js_sys::{Array, Function, Object, Reflect};
use rust_decimal::Decimal;
use wasm_bindgen::prelude::*;

use super::Locale;
use super::messages::Plural;
use crate::domain::calendar::timestamp::Timestamp;
use crate::domain::calendar::zone::Zone;
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

    #[wasm_bindgen(js_namespace = Intl)]
    type DateTimeFormat;

    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(locale: &str, options: &Object) -> Result<DateTimeFormat, JsValue>;

    #[wasm_bindgen(method, getter)]
    fn format(this: &DateTimeFormat) -> Function;

    #[wasm_bindgen(method, js_name = resolvedOptions)]
    fn resolved_options(this: &DateTimeFormat) -> Object;
}

/// What is said of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayForm {
    /// "Thu".
    Weekday,
    /// "Thursday, 7 May".
    Day,
    /// "May 1998".
    Month,
}

/// The name of the zone the device's clock is set to.
pub fn own_zone() -> String {
    let format = DateTimeFormat::new("en-US", &Object::new());
    let options = format.map(|format| format.resolved_options()).unwrap_or_default();
    Reflect::get(&options, &"timeZone".into()).ok().and_then(|name| name.as_string()).unwrap_or_default()
}

/// Minutes since midnight by the device's clock.
pub fn minute_of_day() -> u32 {
    let now = js_sys::Date::new_0();
    now.get_hours() * 60 + now.get_minutes()
}

/// What the browser knows about the clocks of the zone of this name; nothing for a name it does not know.
pub fn zone(name: &str) -> Option<Box<dyn Zone>> {
    let mut pairs = vec![
        ("timeZone", name.into()),
        ("calendar", "gregory".into()),
        ("numberingSystem", "latn".into()),
        ("hourCycle", "h23".into()),
    ];
    pairs.extend(["year", "month", "day", "hour", "minute", "second"].map(|part| (part, "numeric".into())));
    // A name that is not known throws.
    let format = DateTimeFormat::new("en-US", &options(&pairs)).ok()?.format();
    Some(Box::new(move |at: Timestamp| offset_at(&format, at)))
}

/// What a wall clock shows, less what universal time is.
fn offset_at(format: &Function, at: Timestamp) -> i32 {
    let shown = call(format, &js_sys::Date::new(&at.to_string().into()));
    let mut parts = shown.split(|sign: char| !sign.is_ascii_digit()).filter(|part| !part.is_empty());
    let mut next = || parts.next().and_then(|part| part.parse::<u32>().ok()).unwrap_or(0);
    let (month, day, year) = (next(), next(), next());
    let (hour, minute, second) = (next(), next(), next());
    let date = Date::from_ymd(i32::try_from(year).unwrap_or(0), month, day);
    let days = date.map(|date| date.days_since(at.at_offset(0).date())).unwrap_or(0);
    let utc = at.at_offset(0);
    let seconds = |hour: u32, minute: u32, second: u32| (hour * 3_600 + minute * 60 + second).cast_signed();
    days * 86_400 + seconds(hour, minute, second) - seconds(utc.hour(), utc.minute(), utc.second())
}

/// A form of a day, its format, and the day it was last asked for.
type Form = (DayForm, Function, Option<(Date, String)>);

/// The formats of one language.
pub struct Intl {
    locale: Locale,
    number: NumberFormat,
    percent: NumberFormat,
    date: Function,
    /// Made when first asked for. The last day is kept because all meetings of one day say it.
    days: RefCell<Vec<Form>>,
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
            days: RefCell::default(),
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

    /// A day in one of its forms.
    pub fn day(&self, date: Date, form: DayForm) -> String {
        let mut made = self.days.borrow_mut();
        let at = made.iter().position(|(known, ..)| *known == form).unwrap_or_else(|| {
            made.push((form, self.day_format(form), None));
            made.len() - 1
        });
        let Some((_, format, last)) = made.get_mut(at) else { return String::new() };
        match last {
            Some((known, text)) if *known == date => text.clone(),
            _ => {
                let text = call(format, &js_sys::Date::new(&date.to_string().into()));
                last.insert((date, text)).1.clone()
            }
        }
    }

    fn day_format(&self, form: DayForm) -> Function {
        let parts: &[(&str, &str)] = match form {
            DayForm::Weekday => &[("weekday", "short")],
            DayForm::Day => &[("weekday", "long"), ("day", "numeric"), ("month", "long")],
            DayForm::Month => &[("month", "long"), ("year", "numeric")],
        };
        let mut pairs = vec![("timeZone", JsValue::from("UTC"))];
        pairs.extend(parts.iter().map(|(part, length)| (*part, JsValue::from(*length))));
        // All of these are known everywhere.
        DateTimeFormat::new(self.locale.tag(), &options(&pairs)).map(|format| format.format()).unwrap_or_default()
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
