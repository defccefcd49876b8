//! From nouns to the tree.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::{Choice, Value};
use crate::domain::label::Label;

/// What can be written as plain data.
pub trait ToWire {
    /// Its plain data.
    fn to_wire(&self) -> Value;
}

/// The list of these.
pub fn list<T: ToWire>(nouns: &[T]) -> Value {
    Value::List(nouns.iter().map(ToWire::to_wire).collect())
}

/// Takes the fields of one record, in the order they are to have.
#[derive(Debug, Default)]
pub struct Writer {
    fields: Vec<(Cow<'static, str>, Value)>,
}

impl Writer {
    /// A record without fields.
    pub fn new() -> Self {
        Self::default()
    }

    /// The record.
    pub fn end(&mut self) -> Value {
        Value::Record(core::mem::take(&mut self.fields))
    }

    /// Adds a value as it is.
    pub fn value(&mut self, name: &'static str, value: Value) -> &mut Self {
        self.fields.push((Cow::Borrowed(name), value));
        self
    }

    /// Adds text.
    pub fn text(&mut self, name: &'static str, text: &str) -> &mut Self {
        self.value(name, Value::Text(text.to_owned()))
    }

    /// Adds text, or null.
    pub fn text_or_null(&mut self, name: &'static str, text: Option<&str>) -> &mut Self {
        match text {
            Some(text) => self.text(name, text),
            None => self.value(name, Value::Null),
        }
    }

    /// Adds a decimal number.
    pub fn decimal(&mut self, name: &'static str, value: Decimal) -> &mut Self {
        self.value(name, Value::decimal(value))
    }

    /// Adds a decimal number, or null.
    pub fn decimal_or_null(&mut self, name: &'static str, value: Option<Decimal>) -> &mut Self {
        self.value(name, value.map_or(Value::Null, Value::decimal))
    }

    /// Adds a whole number.
    pub fn count(&mut self, name: &'static str, count: u32) -> &mut Self {
        self.value(name, Value::Number(f64::from(count)))
    }

    /// Adds yes or no.
    pub fn flag(&mut self, name: &'static str, flag: bool) -> &mut Self {
        self.value(name, Value::Bool(flag))
    }

    /// Adds the word of a choice.
    pub fn choice<T: Choice>(&mut self, name: &'static str, choice: T) -> &mut Self {
        self.text(name, choice.word())
    }

    /// Adds the word of a choice, or null.
    pub fn choice_or_null<T: Choice>(&mut self, name: &'static str, choice: Option<T>) -> &mut Self {
        self.text_or_null(name, choice.map(T::word))
    }

    /// Adds a noun.
    pub fn one<T: ToWire>(&mut self, name: &'static str, noun: &T) -> &mut Self {
        self.value(name, noun.to_wire())
    }

    /// Adds a noun, or null.
    pub fn one_or_null<T: ToWire>(&mut self, name: &'static str, noun: Option<&T>) -> &mut Self {
        self.value(name, noun.map_or(Value::Null, ToWire::to_wire))
    }

    /// Adds a list of nouns.
    pub fn list<T: ToWire>(&mut self, name: &'static str, nouns: &[T]) -> &mut Self {
        self.value(name, list(nouns))
    }
}

/// What says no more than its absence would is left out.
impl Writer {
    /// Adds the value unless it is the usual one.
    pub fn unless<T: ToWire + PartialEq>(&mut self, name: &'static str, value: &T, usual: &T) -> &mut Self {
        if value == usual { self } else { self.one(name, value) }
    }

    /// Adds the value unless it is the default.
    pub fn unless_default<T: ToWire + PartialEq + Default>(&mut self, name: &'static str, value: &T) -> &mut Self {
        self.unless(name, value, &T::default())
    }

    /// Adds the noun, if there is one.
    pub fn if_any<T: ToWire>(&mut self, name: &'static str, noun: Option<&T>) -> &mut Self {
        match noun {
            Some(noun) => self.one(name, noun),
            None => self,
        }
    }

    /// Adds the nouns, if there are any.
    pub fn list_if_any<T: ToWire>(&mut self, name: &'static str, nouns: &[T]) -> &mut Self {
        if nouns.is_empty() { self } else { self.list(name, nouns) }
    }

    /// Adds the word of a choice unless it is the default.
    pub fn choice_unless_default<T: Choice + PartialEq + Default>(
        &mut self,
        name: &'static str,
        choice: T,
    ) -> &mut Self {
        if choice == T::default() { self } else { self.choice(name, choice) }
    }

    /// Adds a yes; a no is left out.
    pub fn flag_if_true(&mut self, name: &'static str, flag: bool) -> &mut Self {
        if flag { self.flag(name, flag) } else { self }
    }
}

impl ToWire for String {
    fn to_wire(&self) -> Value {
        Value::Text(self.clone())
    }
}

impl ToWire for Label {
    fn to_wire(&self) -> Value {
        Value::Text(self.to_string())
    }
}

impl ToWire for Decimal {
    fn to_wire(&self) -> Value {
        Value::decimal(*self)
    }
}
