//! The clock and the source of ids of a browser.

use wasm_bindgen::prelude::*;

use crate::domain::date::Date;
use crate::store::{Clock, Ids};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = crypto, js_name = getRandomValues)]
    fn get_random_values(array: &js_sys::Uint8Array) -> js_sys::Uint8Array;
}

/// The device's clock, or a day that was set for a test or a demo.
pub struct SystemClock {
    /// The day that is always today.
    pub fixed: Option<Date>,
}

impl Clock for SystemClock {
    fn today(&self) -> Date {
        self.fixed.unwrap_or_else(|| {
            let now = js_sys::Date::new_0();
            let year = i32::try_from(now.get_full_year()).unwrap_or_default();
            // The browser's calendar has no month or day that ours lacks.
            Date::from_ymd(year, now.get_month() + 1, now.get_date()).unwrap_or(Date::MIN)
        })
    }
}

/// Ids from the browser's cryptographic random source, which needs no secure context.
pub struct RandomIds;

impl Ids for RandomIds {
    fn next(&self) -> String {
        let bytes = js_sys::Uint8Array::new_with_length(16);
        get_random_values(&bytes);
        bytes.to_vec().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}
