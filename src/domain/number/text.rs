//! A decimal as a string on the wire: JSON numbers are binary floats, and a price must not pass through one.
//!
//! For `#[serde(with = "text")]` on a field; [`option`] is the same for a number that may be absent.

use core::fmt;

use rust_decimal::Decimal;
use serde::{Deserializer, Serializer, de};

/// Writes the shortest exact text.
///
/// # Errors
/// Whatever the serializer reports.
pub fn serialize<S: Serializer>(value: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(value)
}

/// Reads decimal text and refuses numbers.
///
/// # Errors
/// Anything but a string of a decimal number of at most 28 digits.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
    deserializer.deserialize_str(Text)
}

struct Text;

impl de::Visitor<'_> for Text {
    type Value = Decimal;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a decimal number as a string")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Decimal, E> {
        Decimal::from_str_exact(text).map_err(|_| E::invalid_value(de::Unexpected::Str(text), &self))
    }
}

/// The same for a number that may be absent.
pub mod option {
    use rust_decimal::Decimal;
    use serde::{Deserialize, Deserializer, Serializer};

    /// Writes the text, or nothing.
    ///
    /// # Errors
    /// Whatever the serializer reports.
    pub fn serialize<S: Serializer>(value: &Option<Decimal>, serializer: S) -> Result<S::Ok, S::Error> {
        match value {
            Some(value) => serializer.collect_str(value),
            None => serializer.serialize_none(),
        }
    }

    /// Reads decimal text, or nothing.
    ///
    /// # Errors
    /// As for [`super::deserialize`].
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Decimal>, D::Error> {
        #[derive(Deserialize)]
        struct Exact(#[serde(with = "super")] Decimal);
        Ok(Option::<Exact>::deserialize(deserializer)?.map(|exact| exact.0))
    }
}
