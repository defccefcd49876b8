//! The engine without any view.

use wasm_bindgen::prelude::*;

use super::answers;
use crate::domain::error::{Code, Error, Result};
use crate::js;
use crate::wire::Value;

/// Prices a request of plain data; both shapes are declared in `types.ts`.
///
/// # Errors
/// A JavaScript `Error` whose `code` is one of ours.
#[wasm_bindgen(js_name = enginePrice)]
pub fn engine_price(request: &JsValue) -> core::result::Result<JsValue, JsValue> {
    engine_answer("price", request)
}

/// Answers one of the engine's calls by its name; questions and answers are declared in `types.ts`.
///
/// # Errors
/// A JavaScript `Error` whose `code` is one of ours.
#[wasm_bindgen(js_name = engineAnswer)]
pub fn engine_answer(name: &str, question: &JsValue) -> core::result::Result<JsValue, JsValue> {
    answered(name, question).map(|answer| js::write(&answer)).map_err(|error| thrown(&error))
}

fn answered(name: &str, question: &JsValue) -> Result<Value> {
    let question = js::copy(question).map_err(|fault| fault.or(Code::RuleInvalid))?;
    answers::answer(name, &question)
}

/// Our error as JavaScript throws it.
pub(super) fn thrown(error: &Error) -> JsValue {
    let thrown = js_sys::Error::new(&error.to_string());
    // Setting a property of a fresh error cannot fail.
    let _ = js_sys::Reflect::set(&thrown, &"code".into(), &error.code().into());
    thrown.into()
}
