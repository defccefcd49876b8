//! Everything a view needs to speak: messages with their places filled, numbers, money and dates.

use rust_decimal::Decimal;

use super::intl::{DayForm, Intl};
use super::messages::{Counted, Key, Message};
use super::{Locale, messages::Plural};
use crate::domain::calendar::civil::DateTime;
use crate::domain::date::Date;
use crate::domain::error::Error;
use crate::domain::import::Notation;
use crate::domain::money::Currency;
use crate::domain::number::Separators;

/// One language, with the host's own wording where it has some.
pub struct Words {
    locale: Locale,
    overrides: Vec<(String, String)>,
    intl: Intl,
}

impl Words {
    /// The language, with messages the host words itself, as pairs of key name and text.
    pub fn new(locale: Locale, overrides: Vec<(String, String)>) -> Self {
        Self { locale, overrides, intl: Intl::new(locale) }
    }

    /// The language.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// A message without places.
    pub fn text(&self, key: impl Message) -> String {
        self.message(key.name(), key.text(self.locale)).to_owned()
    }

    /// A message with its `{places}` filled.
    pub fn fill(&self, key: impl Message, values: &[(&str, &str)]) -> String {
        fill(self.message(key.name(), key.text(self.locale)), values)
    }

    /// A message that bends with a count; `{n}` is the count.
    ///
    /// An override is taken under the key's name with the category, such as `count.lines.few`.
    pub fn count(&self, key: impl Counted, count: u32, values: &[(&str, &str)]) -> String {
        let plural = self.intl.plural(f64::from(count));
        self.bent(key.name(), key.text(self.locale, plural), plural, count, values)
    }

    fn bent(&self, name: &str, text: &'static str, plural: Plural, count: u32, values: &[(&str, &str)]) -> String {
        let category = match plural {
            Plural::One => "one",
            Plural::Few => "few",
            Plural::Many => "many",
            Plural::Other => "other",
        };
        let own = self.own(&[name, ".", category].concat());
        let number = self.number(count.into());
        let values: Vec<_> = [("n", number.as_str())].into_iter().chain(values.iter().copied()).collect();
        fill(own.unwrap_or(text), &values)
    }

    /// The sentence for an error: what happened and what to do next.
    pub fn error(&self, error: &Error, host: &str) -> String {
        let example = self.number(Decimal::new(12345, 1));
        self.fill(Key::of(error), &[("host", host), ("detail", error.detail()), ("example", &example)])
    }

    /// How numbers are typed.
    pub fn separators(&self) -> Separators {
        self.intl.separators()
    }

    /// How numbers and days are written, for reading what somebody else wrote. English alone is spoken where the month comes
    /// first.
    pub fn notation(&self) -> Notation {
        Notation { separators: self.separators(), day_first: self.locale != Locale::En }
    }

    /// A number with all its digits.
    pub fn number(&self, value: Decimal) -> String {
        self.intl.number(value)
    }

    /// A percentage, to one digit.
    pub fn percent(&self, percent: Decimal) -> String {
        self.intl.percent(percent)
    }

    /// An amount with its currency.
    pub fn money(&self, amount: Decimal, currency: Currency) -> String {
        self.intl.money(amount, currency)
    }

    /// An amount without its currency.
    pub fn amount(&self, amount: Decimal, currency: Currency) -> String {
        self.intl.amount(amount, currency)
    }

    /// A day.
    pub fn date(&self, date: Date) -> String {
        self.intl.date(date)
    }

    /// A day in one of its forms.
    pub fn day(&self, date: Date, form: DayForm) -> String {
        self.intl.day(date, form)
    }

    /// A time of day, such as "14:05".
    pub fn time(&self, wall: DateTime) -> String {
        let mark = if self.locale == Locale::Id { "." } else { ":" };
        let two = |number: u32| [if number < 10 { "0" } else { "" }, &number.to_string()].concat();
        [&two(wall.hour()), mark, &two(wall.minute())].concat()
    }

    fn message(&self, name: &str, text: &'static str) -> &str {
        self.own(name).unwrap_or(text)
    }

    fn own(&self, name: &str) -> Option<&str> {
        self.overrides.iter().find(|(key, _)| key == name).map(|(_, text)| text.as_str())
    }
}

/// Fills the places in one pass, so that a value that looks like a place stays as it is.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let known = after
            .split_once('}')
            .and_then(|(name, tail)| values.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value, tail)));
        match known {
            Some((value, tail)) => {
                filled.push_str(value);
                rest = tail;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}
