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
        let mut tiers = Writer::new();
        tiers.choice("mode", self.mode).choice("measure", self.measure);
        if self.gives != Gives::default() {
            tiers.choice("gives", self.gives);
        }
        if !self.prior.is_zero() {
            tiers.decimal("prior", self.prior);
        }
        tiers.value("bands", Value::List(bands)).end()
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
    let mut written = Writer::new();
    written.decimal("from", band.from);
    if let Some(to) = band.to {
        written.decimal("to", to);
    }
    written.decimal(name_of(gives), band.value);
    if !band.flat.is_zero() {
        written.decimal("flat", band.flat);
    }
    written.end()
}
