//! Days, wall times and moments, which the domain has the last word on.

use super::{Reader, ToWire, Value, Writer};
use crate::domain::calendar::civil::DateTime;
use crate::domain::calendar::timestamp::Timestamp;
use crate::domain::date::Date;

impl Reader<'_> {
    /// The day, written as "YYYY-MM-DD".
    pub fn date(&mut self, name: &str) -> Date {
        let made = Date::parse(&self.text(name));
        self.accepted(name, made, Date::MIN)
    }

    /// The day, if there is one.
    pub fn date_or_none(&mut self, name: &str) -> Option<Date> {
        self.has(name).then(|| self.date(name))
    }

    /// The wall time, written as "YYYY-MM-DDTHH:MM", seconds or not.
    pub fn wall_time(&mut self, name: &str) -> DateTime {
        let made = DateTime::parse(&self.text(name));
        self.accepted(name, made, DateTime::midnight(Date::MIN))
    }

    /// The moment, written as "YYYY-MM-DDTHH:MM:SSZ".
    pub fn instant(&mut self, name: &str) -> Timestamp {
        let made = Timestamp::parse(&self.text(name));
        self.accepted(name, made, Timestamp::MIN)
    }
}

impl Writer {
    /// Adds a day.
    pub fn date(&mut self, name: &'static str, date: Date) -> &mut Self {
        self.text(name, &date.to_string())
    }

    /// Adds a day, or null.
    pub fn date_or_null(&mut self, name: &'static str, date: Option<Date>) -> &mut Self {
        self.text_or_null(name, date.map(|date| date.to_string()).as_deref())
    }

    /// Adds a wall time, with seconds only where it has some.
    pub fn wall_time(&mut self, name: &'static str, time: DateTime) -> &mut Self {
        let text = time.to_string();
        self.text(name, text.strip_suffix(":00").unwrap_or(&text))
    }

    /// Adds a moment.
    pub fn instant(&mut self, name: &'static str, at: Timestamp) -> &mut Self {
        self.text(name, &at.to_string())
    }
}

impl ToWire for Date {
    fn to_wire(&self) -> Value {
        Value::Text(self.to_string())
    }
}
