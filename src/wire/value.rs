//! The tree.

use std::borrow::Cow;

use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

use super::decimal;

/// A value as JSON knows it.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing.
    Null,
    /// True or false.
    Bool(bool),
    /// A count; never money.
    Number(f64),
    /// Words, a decimal number, or a date.
    Text(String),
    /// Values in their order.
    List(Vec<Value>),
    /// Values by name. Names we write ourselves are borrowed from the code.
    Record(Vec<(Cow<'static, str>, Value)>),
}

/// What a record says of a field it does not have.
const NULL: &Value = &Value::Null;

impl Value {
    /// The shortest exact text of a number.
    pub fn decimal(value: Decimal) -> Value {
        let mut text = Vec::new();
        decimal::put(value, &mut text);
        Value::Text(String::from_utf8(text).unwrap_or_default())
    }

    /// The number of a decimal text of at most 28 digits; numbers that are not text are refused.
    pub fn as_decimal(&self) -> Option<Decimal> {
        decimal::read(self.as_text()?.as_bytes())
    }

    /// The whole number, from zero on.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the way back tells whether anything was lost"
    )]
    pub fn as_count(&self) -> Option<u32> {
        let Value::Number(number) = self else { return None };
        let count = *number as u32;
        (f64::from(count) == *number).then_some(count)
    }

    /// The whole number on either side of zero.
    #[expect(clippy::cast_possible_truncation, reason = "the way back tells whether anything was lost")]
    pub fn as_rank(&self) -> Option<i32> {
        let Value::Number(number) = self else { return None };
        let rank = *number as i32;
        (f64::from(rank) == *number).then_some(rank)
    }

    /// The text.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The field of this name; null if there is none, or no record.
    pub fn get(&self, name: &str) -> &Value {
        match self {
            Value::Record(fields) => fields.iter().find(|(known, _)| known == name).map_or(NULL, |(_, value)| value),
            _ => NULL,
        }
    }
}

impl Value {
    /// The field of this name, to change it.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Value> {
        match self {
            Value::Record(fields) => fields.iter_mut().find(|(known, _)| known == name).map(|(_, value)| value),
            _ => None,
        }
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Null => serializer.serialize_unit(),
            Value::Bool(flag) => serializer.serialize_bool(*flag),
            Value::Number(number) => serializer.serialize_f64(*number),
            Value::Text(text) => serializer.serialize_str(text),
            Value::List(values) => serializer.collect_seq(values),
            Value::Record(fields) => serializer.collect_map(fields.iter().map(|(name, value)| (name.as_ref(), value))),
        }
    }
}
