//! Currencies, which the domain has the last word on.

use super::{FromWire, Reader, ToWire, Value, Writer};
use crate::domain::money::Currency;

impl FromWire for Currency {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        let made = Currency::new(&from.text("code"), from.count("minorUnits"));
        from.accepted("code", made, Currency::NONE)
    }
}

impl ToWire for Currency {
    fn to_wire(&self) -> Value {
        Writer::new().text("code", self.code()).count("minorUnits", self.minor_units()).end()
    }
}
