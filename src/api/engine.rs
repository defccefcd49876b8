//! The engine without any view.

use wasm_bindgen::prelude::*;

use crate::domain::error::{Code, Error, Result};
use crate::domain::pricing::{self, Request};
use crate::js;
use crate::wire::{self, ToWire, Value};

/// Prices a request of plain data; both shapes are declared in `types.ts`.
///
/// # Errors
/// A JavaScript `Error` whose `code` is one of ours.
#[wasm_bindgen(js_name = enginePrice)]
pub fn engine_price(request: &JsValue) -> core::result::Result<JsValue, JsValue> {
    priced(request).map(|priced| js::write(&priced)).map_err(|error| thrown(&error))
}

fn priced(request: &JsValue) -> Result<Value> {
    let request = js::copy(request).and_then(|request| wire::read::<Request>(&request));
    let request = request.map_err(|fault| fault.or(Code::RuleInvalid))?;
    pricing::price(&request).map(|priced| priced.to_wire())
}

/// Our error as JavaScript throws it.
pub(super) fn thrown(error: &Error) -> JsValue {
    let thrown = js_sys::Error::new(&error.to_string());
    // Setting a property of a fresh error cannot fail.
    let _ = js_sys::Reflect::set(&thrown, &"code".into(), &error.code().into());
    thrown.into()
}
