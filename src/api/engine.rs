//! The engine without any view.

use js_sys::Object;
use wasm_bindgen::prelude::*;

use super::answers;
use super::sentence::sentence;
use crate::domain::error::{Code, Error, Result};
use crate::domain::pricing::Request;
use crate::js;
use crate::wire::{Fault, FromWire, PricedTable, Reader, ToWire, Value, asked_columns};

/// Answers one of the engine's calls by its name; questions and answers are declared in `types.ts`.
///
/// # Errors
/// A JavaScript `Error` whose `code` is one of ours.
#[wasm_bindgen(js_name = engineAnswer)]
pub fn engine_answer(name: &str, question: &JsValue) -> core::result::Result<JsValue, JsValue> {
    answered(name, question).map_err(|error| thrown(&error))
}

fn answered(name: &str, question: &JsValue) -> Result<JsValue> {
    if name == "price" {
        return priced(question);
    }
    let question = js::copy(question).map_err(|fault| fault.or(Code::RuleInvalid))?;
    Ok(js::write(&answers::answer(name, &question)?))
}

/// A price; lines by the thousand may cross as a table, either way.
fn priced(request: &JsValue) -> Result<JsValue> {
    let wrong = |fault: Fault| fault.or(Code::RuleInvalid);
    let plain = plain(request).map_err(wrong)?;
    let mut reader = Reader::strict(&plain);
    let columns = asked_columns(&mut reader);
    let request = Request::from_wire(&mut reader);
    reader.sound().map_err(wrong)?;
    let priced = answers::priced(&request)?;
    let Some(columns) = columns else { return Ok(js::write_much(&priced.to_wire())) };
    let table = PricedTable { priced: &priced, columns: &columns };
    let answer = js::write_much(&table.to_wire());
    js::set(&js::field(&answer, "lines"), "text", &table.text().into());
    Ok(answer)
}

/// The request's plain data. The text of a table crosses as it is: as a part of JSON every tab of it would take longer.
fn plain(request: &JsValue) -> core::result::Result<Value, Fault> {
    let lines = js::field(request, "lines");
    let Some(text) = js::long_text(&js::field(&lines, "text")) else { return js::copy(request) };
    let rest = Object::assign(&Object::new(), request.unchecked_ref());
    let table = Object::new();
    js::set(&table, "columns", &js::field(&lines, "columns"));
    js::set(&rest, "lines", &table);
    let mut plain = js::copy(&rest)?;
    if let Some(Value::Record(table)) = plain.get_mut("lines") {
        table.push(("text".into(), Value::Text(text)));
    }
    Ok(plain)
}

/// Our error as JavaScript throws it.
pub(super) fn thrown(error: &Error) -> JsValue {
    let thrown = js_sys::Error::new(&sentence(error));
    js::set(&thrown, "code", &error.code().into());
    thrown.into()
}
