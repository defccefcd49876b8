//! What the browser's `Intl` says of clocks is what the time zone database says.

use js_sys::{Array, JSON, Reflect};
use sapa::domain::calendar::timestamp::Timestamp;
use sapa::domain::calendar::zone::{Transition, ZoneTable};
use sapa::i18n::intl;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

const GOLDEN: &str = include_str!("../data/zones.json");

#[wasm_bindgen_test]
pub fn intl_says_what_the_golden_table_says() {
    let golden = JSON::parse(GOLDEN).unwrap();
    let zones = Array::from(&get(&golden, "zones"));
    assert_eq!(zones.length(), 16);
    // Governments change what lies ahead, and a browser may know of it before the table does, as of Morocco's clocks in 2026.
    let end = Timestamp::parse("2026-01-01T00:00:00Z").unwrap();
    for zone in zones.iter() {
        let name = get(&zone, "zone").as_string().unwrap();
        let clock = intl::zone(&name).unwrap_or_else(|| panic!("{name} is not known here"));
        let table = ZoneTable::new(&name, 2020..=2025, &*clock);
        assert_eq!(table.first_offset(), number(&get(&zone, "offset")), "{name}");
        let known = Array::from(&get(&zone, "transitions"));
        let expected: Vec<Transition> =
            known.iter().map(|pair| transition(&pair)).filter(|change| change.at < end).collect();
        assert_eq!(table.transitions(), expected, "{name}");
    }
}

#[wasm_bindgen_test]
pub fn a_name_nobody_knows_is_no_zone() {
    for name in ["Mars/Olympus", "", "Europe/Berlin; DROP"] {
        assert!(intl::zone(name).is_none(), "{name}");
    }
}

/// The device's own zone is one that `Intl` knows, and its clock is the one the page's dates go by.
#[wasm_bindgen_test]
pub fn the_own_zone_is_the_one_of_dates() {
    let clock = intl::zone(&intl::own_zone()).unwrap();
    for month in 0..12 {
        let date = js_sys::Date::new_with_year_month_day_hr_min_sec_milli(2026, month, 15, 12, 0, 0, 0);
        let at = Timestamp::parse(&String::from(date.to_iso_string())).unwrap();
        // The page counts minutes, and to the west; a clock here counts seconds, and to the east.
        let west = number(&date.get_timezone_offset().into());
        assert_eq!(clock.offset_at(at), -60 * west);
    }
}

fn transition(pair: &JsValue) -> Transition {
    let pair = Array::from(pair);
    Transition { at: Timestamp::parse(&pair.get(0).as_string().unwrap()).unwrap(), offset: number(&pair.get(1)) }
}

fn number(value: &JsValue) -> i32 {
    serde_wasm_bindgen::from_value(value.clone()).unwrap()
}

fn get(value: &JsValue, key: &str) -> JsValue {
    Reflect::get(value, &key.into()).unwrap()
}
