//! Ladders, which price lists hold too.

use crate::domain::pricing::{Band, Gives, Tiers};
use crate::wire::{FromWire, Reader, ToWire, Value, Writer};

impl FromWire for Tiers {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        let gives = from.choice_or_default("gives");
        Tiers {
            mode: from.choice_or_default("mode"),
            measure: from.choice("measure"),
            gives,
            prior: from.decimal_or_none("prior").unwrap_or_default(),
            bands: from.list_with("bands", &|from| band(from, gives)),
        }
    }
}

impl ToWire for Tiers {
    fn to_wire(&self) -> Value {
        let bands = self.bands.iter().map(|band| written(band, self.gives)).collect();
        Writer::new()
            .choice("mode", self.mode)
            .choice("measure", self.measure)
            .choice_unless_default("gives", self.gives)
            .unless_default("prior", &self.prior)
            .value("bands", Value::List(bands))
            .end()
    }
}

/// Under which name a band says its value: a price is no percentage.
const fn name_of(gives: Gives) -> &'static str {
    match gives {
        Gives::Percent => "percent",
        Gives::UnitPrice => "unitPrice",
        Gives::UnitOff => "unitOff",
    }
}

fn band(from: &mut Reader<'_>, gives: Gives) -> Band {
    Band {
        from: from.decimal("from"),
        to: from.decimal_or_none("to"),
        value: from.decimal(name_of(gives)),
        flat: from.decimal_or_none("flat").unwrap_or_default(),
    }
}

fn written(band: &Band, gives: Gives) -> Value {
    Writer::new()
        .decimal("from", band.from)
        .if_any("to", band.to.as_ref())
        .decimal(name_of(gives), band.value)
        .unless_default("flat", &band.flat)
        .end()
}
