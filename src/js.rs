//! Plain data as JavaScript values, for everything that speaks to JavaScript.

use js_sys::{Array, Object, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::wire::{Fault, Value};

/// No record of ours is that deep; what lies deeper is nobody's field, and reading it would only fill the stack.
const DEPTH: u32 = 32;

#[wasm_bindgen]
extern "C" {
    // The text stays a JavaScript value, because nobody here needs to see it.
    #[wasm_bindgen(catch, js_namespace = JSON)]
    fn stringify(value: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = JSON)]
    fn parse(text: &JsValue) -> Result<JsValue, JsValue>;
}

/// The plain data of a value that is known to be a tree. What JSON cannot say is null.
pub(crate) fn read(value: &JsValue) -> Value {
    branch(value, DEPTH)
}

/// The plain data of any value, as JSON would copy it.
///
/// # Errors
/// When there is no such copy: of a value that holds itself, or a BigInt.
pub(crate) fn copy(value: &JsValue) -> Result<Value, Fault> {
    let copied = stringify(value).and_then(|text| if text.is_undefined() { Ok(text) } else { parse(&text) });
    copied.map(|copy| read(&copy)).map_err(|thrown| {
        let message = Reflect::get(&thrown, &"message".into()).ok().and_then(|message| message.as_string());
        Fault::new(["not plain data: ", &message.unwrap_or_default()].concat())
    })
}

/// The value as plain objects and arrays.
pub(crate) fn write(value: &Value) -> JsValue {
    // What is refused there, such as keys that are no text, our data do not have.
    value.serialize(&Serializer::json_compatible()).unwrap_or_default()
}

fn branch(value: &JsValue, depth: u32) -> Value {
    let Some(depth) = depth.checked_sub(1) else { return Value::Null };
    if let Some(text) = value.as_string() {
        Value::Text(text)
    } else if let Some(number) = value.as_f64() {
        Value::Number(number)
    } else if let Some(flag) = value.as_bool() {
        Value::Bool(flag)
    } else if let Some(array) = value.dyn_ref::<Array>() {
        let mut values = Vec::new();
        for at in 0..array.length() {
            values.push(branch(&array.get(at), depth));
        }
        Value::List(values)
    } else if value.is_object() {
        let entries = Object::entries(value.unchecked_ref());
        let mut fields = Vec::new();
        for at in 0..entries.length() {
            let entry: Array = entries.get(at).unchecked_into();
            let name = entry.get(0).as_string().unwrap_or_default();
            fields.push((name.into(), branch(&entry.get(1), depth)));
        }
        Value::Record(fields)
    } else {
        Value::Null
    }
}
