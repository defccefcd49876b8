//! The engine without any view.

use wasm_bindgen::prelude::*;

use crate::domain::error::{Code, Error};
use crate::domain::pricing::{self, Request};

/// Prices a request of plain data; both shapes are declared in `types.ts`.
///
/// # Errors
/// A JavaScript `Error` whose `code` is one of ours.
#[wasm_bindgen(js_name = enginePrice)]
pub fn engine_price(request: JsValue) -> Result<JsValue, JsValue> {
    let malformed = |error: serde_wasm_bindgen::Error| thrown(&Error::new(Code::RuleInvalid, error.to_string()));
    let request: Request = serde_wasm_bindgen::from_value(request).map_err(malformed)?;
    let priced = pricing::price(&request).map_err(|error| thrown(&error))?;
    serde_wasm_bindgen::to_value(&priced).map_err(malformed)
}

/// Our error as JavaScript throws it.
pub(super) fn thrown(error: &Error) -> JsValue {
    let thrown = js_sys::Error::new(&error.to_string());
    // Setting a property of a fresh error cannot fail.
    let _ = js_sys::Reflect::set(&thrown, &"code".into(), &error.code().into());
    thrown.into()
}
