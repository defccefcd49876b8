//! From the tree to nouns.

use rust_decimal::Decimal;

use super::{Choice, Fault, Value};
use crate::domain::error;

/// What can be read from plain data.
pub trait FromWire: Sized {
    /// Reads it. Where something is wrong the reader keeps the fault, and what is returned here is thrown away.
    fn from_wire(from: &mut Reader<'_>) -> Self;
}

/// Reads a noun.
///
/// # Errors
/// The first fault on the way.
pub fn read<T: FromWire>(value: &Value) -> Result<T, Fault> {
    let mut reader = Reader::new(value);
    let noun = T::from_wire(&mut reader);
    reader.settle(noun)
}

/// Gives the fields of one record. It keeps the first fault and goes on with empty values, so that a mapping is a plain
/// list of fields; whoever started the reading throws the outcome away.
#[derive(Debug)]
pub struct Reader<'a> {
    value: &'a Value,
    fault: Option<Fault>,
    /// Which of the record's fields were asked for, by their places; nothing where others may stand beside them.
    asked: Option<u64>,
}

impl<'a> Reader<'a> {
    /// A reader of this value.
    pub fn new(value: &'a Value) -> Self {
        Self { value, fault: None, asked: None }
    }

    /// A reader that refuses a field nobody asks for, here and in all that is within: in a question to the engine that is a
    /// slip, and what it should have said would silently be lost.
    pub fn strict(value: &'a Value) -> Self {
        Self { asked: Some(0), ..Self::new(value) }
    }

    /// What was made of the value, unless there was a fault.
    ///
    /// # Errors
    /// The first fault.
    pub fn settle<T>(mut self, noun: T) -> Result<T, Fault> {
        self.sound().map(|()| noun)
    }

    /// Whether all went well so far; after a fault what was read is not to be used.
    ///
    /// # Errors
    /// The first fault.
    pub fn sound(&mut self) -> Result<(), Fault> {
        self.close();
        self.fault.take().map_or(Ok(()), Err)
    }

    /// Whether all went well so far.
    pub(super) fn is_sound(&self) -> bool {
        self.fault.is_none()
    }

    /// The value as it is.
    pub fn value(&self) -> &'a Value {
        self.value
    }

    /// The text.
    pub fn text(&mut self, name: &str) -> String {
        self.word(name).to_owned()
    }

    /// The text, if there is one.
    pub fn text_or_none(&mut self, name: &str) -> Option<String> {
        self.has(name).then(|| self.text(name))
    }

    /// The decimal number.
    pub fn decimal(&mut self, name: &str) -> Decimal {
        self.field(name).as_decimal().unwrap_or_else(|| {
            self.refuse(name, "a decimal number as a string");
            Decimal::ZERO
        })
    }

    /// The decimal number, if there is one.
    pub fn decimal_or_none(&mut self, name: &str) -> Option<Decimal> {
        self.has(name).then(|| self.decimal(name))
    }

    /// The whole number, from zero on.
    pub fn count(&mut self, name: &str) -> u32 {
        self.field(name).as_count().unwrap_or_else(|| {
            self.refuse(name, "a whole number");
            0
        })
    }

    /// The whole number on either side of zero; zero if none is said.
    pub fn rank_or_zero(&mut self, name: &str) -> i32 {
        if !self.has(name) {
            return 0;
        }
        self.field(name).as_rank().unwrap_or_else(|| {
            self.refuse(name, "a whole number");
            0
        })
    }

    /// Yes or no; no if it is not said.
    pub fn flag_or_false(&mut self, name: &str) -> bool {
        match self.field(name) {
            Value::Bool(flag) => *flag,
            Value::Null => false,
            _ => {
                self.refuse(name, "true or false");
                false
            }
        }
    }

    /// Whether the field says anything.
    pub fn has(&mut self, name: &str) -> bool {
        !matches!(self.field(name), Value::Null)
    }

    /// What the domain made of this field, or the substitute if it refused.
    pub fn accepted<T>(&mut self, name: &str, made: error::Result<T>, substitute: T) -> T {
        made.unwrap_or_else(|error| {
            self.keep(Fault::refused(&error).under(name));
            substitute
        })
    }

    /// One of a few known words.
    pub fn choice<T: Choice>(&mut self, name: &str) -> T {
        T::ALL[self.position(name, T::ALL.len(), |at| T::ALL[at].word())]
    }

    /// One of a few known words, or what holds where none is said.
    pub fn choice_or_default<T: Choice + Default>(&mut self, name: &str) -> T {
        if self.has(name) { self.choice(name) } else { T::default() }
    }

    /// One of a few known words, if one is said.
    pub fn choice_or_none<T: Choice>(&mut self, name: &str) -> Option<T> {
        self.has(name).then(|| self.choice(name))
    }

    /// The word that tells which of several shapes the value has: the text it is, or the name of its one field.
    pub fn variant(&self) -> &'a str {
        match self.value {
            Value::Text(text) => text,
            Value::Record(fields) => match fields.as_slice() {
                [(name, _)] => name,
                _ => "",
            },
            _ => "",
        }
    }

    /// The noun.
    pub fn one<T: FromWire>(&mut self, name: &str) -> T {
        let field = self.field(name);
        let mut reader = self.within(field);
        let noun = T::from_wire(&mut reader);
        self.adopt(name, None, reader);
        noun
    }

    /// The noun, if there is one.
    pub fn one_or_none<T: FromWire>(&mut self, name: &str) -> Option<T> {
        self.has(name).then(|| self.one(name))
    }

    /// What the function makes of the field.
    pub fn one_with<T>(&mut self, name: &str, read: &dyn Fn(&mut Reader<'_>) -> T) -> T {
        let field = self.field(name);
        let mut reader = self.within(field);
        let noun = read(&mut reader);
        self.adopt(name, None, reader);
        noun
    }

    /// The nouns of a list.
    pub fn list<T: FromWire>(&mut self, name: &str) -> Vec<T> {
        self.list_with(name, &T::from_wire)
    }

    /// The nouns of a list; none where there is no list.
    pub fn list_or_empty<T: FromWire>(&mut self, name: &str) -> Vec<T> {
        self.list_or_empty_with(name, &T::from_wire)
    }

    /// What the function makes of each value of a list; nothing where there is no list.
    pub fn list_or_empty_with<T>(&mut self, name: &str, read: &dyn Fn(&mut Reader<'_>) -> T) -> Vec<T> {
        if self.has(name) { self.list_with(name, read) } else { Vec::new() }
    }

    /// What the function makes of each value of a list.
    pub fn list_with<T>(&mut self, name: &str, read: &dyn Fn(&mut Reader<'_>) -> T) -> Vec<T> {
        let values = self.values(name);
        let mut nouns = Vec::with_capacity(values.len());
        for (at, value) in values.iter().enumerate() {
            let mut reader = self.within(value);
            nouns.push(read(&mut reader));
            self.adopt(name, Some(at), reader);
        }
        nouns
    }

    /// Says that the field, or the whole value where the name is empty, should have been something else.
    pub fn refuse(&mut self, name: &str, wanted: &str) {
        let value = if name.is_empty() { self.value } else { self.value.get(name) };
        if matches!(value, Value::Null) { self.lacks(name, wanted) } else { self.not(name, wanted) }
    }

    /// Says that there is something, and not what it should have been.
    pub(super) fn not(&mut self, name: &str, wanted: &str) {
        self.keep(Fault::new(["not ", wanted].concat()).under(name));
    }

    /// Says that there is nothing where something should have been.
    pub(super) fn lacks(&mut self, name: &str, wanted: &str) {
        self.keep(Fault::new(["missing, should be ", wanted].concat()).under(name));
    }

    fn field(&mut self, name: &str) -> &'a Value {
        if !matches!(self.value, Value::Record(_)) {
            self.refuse("", "a record");
        }
        if let (Some(asked), Value::Record(fields)) = (&mut self.asked, self.value)
            && let Some(place) = fields.iter().position(|(known, _)| known == name)
        {
            *asked |= bit(place);
        }
        self.value.get(name)
    }

    /// A reader of a part of the value.
    fn within(&self, value: &'a Value) -> Self {
        Self { asked: self.asked.map(|_| 0), ..Self::new(value) }
    }

    /// Whoever reads this looks at each field by itself; those it does not know are for it to refuse, if that is wanted.
    pub(super) fn is_strict_by_hand(&mut self) -> bool {
        self.asked.as_mut().map(|asked| *asked = u64::MAX).is_some()
    }

    /// Refuses a field nobody has asked for, once all have.
    fn close(&mut self) {
        let (Some(asked), None, Value::Record(fields)) = (self.asked, &self.fault, self.value) else { return };
        let mut all = fields.iter().enumerate();
        let unknown =
            all.find(|(place, (_, value))| asked != u64::MAX && asked & bit(*place) == 0 && *value != Value::Null);
        if let Some((_, (name, _))) = unknown {
            self.not(name, UNKNOWN);
        }
    }

    fn word(&mut self, name: &str) -> &'a str {
        self.field(name).as_text().unwrap_or_else(|| {
            self.refuse(name, "text");
            ""
        })
    }

    pub(super) fn values(&mut self, name: &str) -> &'a [Value] {
        match self.field(name) {
            Value::List(values) => values,
            _ => {
                self.refuse(name, "a list");
                &[]
            }
        }
    }

    /// Where among so many known words the field's stands.
    fn position(&mut self, name: &str, count: usize, word: fn(usize) -> &'static str) -> usize {
        let said = self.field(name).as_text();
        (0..count).find(|at| said == Some(word(*at))).unwrap_or_else(|| {
            let known: Vec<_> = (0..count).map(word).collect();
            self.refuse(name, &["one of ", &known.join(", ")].concat());
            0
        })
    }

    /// Keeps the fault of a reader that read a part of this value.
    pub(super) fn adopt(&mut self, name: &str, at: Option<usize>, mut reader: Reader<'_>) {
        reader.close();
        let Some(fault) = reader.fault else { return };
        let fault = match at {
            Some(at) => fault.under(&["[", &at.to_string(), "]"].concat()),
            None => fault,
        };
        self.keep(fault.under(name));
    }

    fn keep(&mut self, fault: Fault) {
        self.fault.get_or_insert(fault);
    }
}

/// What a field should have been that nobody asked for.
pub(super) const UNKNOWN: &str = "a member that is known here";

/// The mark of a field by its place. No record of ours has as many as there are marks, so those beyond are known to nobody.
fn bit(place: usize) -> u64 {
    u32::try_from(place).ok().and_then(|place| 1_u64.checked_shl(place)).unwrap_or_default()
}

impl FromWire for String {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        from.value().as_text().map(str::to_owned).unwrap_or_else(|| {
            from.refuse("", "text");
            String::new()
        })
    }
}

impl FromWire for Value {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        from.value().clone()
    }
}
