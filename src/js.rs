//! Plain data as JavaScript values, for everything that speaks to JavaScript.

use js_sys::{Array, JsString, Object, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::wire::{Fault, Value, json};

/// No record of ours is that deep; what lies deeper is nobody's field, and reading it would only fill the stack.
const DEPTH: u32 = 32;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = JSON)]
    fn stringify(value: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = JSON)]
    fn parse(text: &str) -> Result<JsValue, JsValue>;

    type TextEncoder;

    #[wasm_bindgen(constructor)]
    fn new() -> TextEncoder;

    // The text is a JavaScript value here, because what wasm-bindgen does to pass one looks at each letter first.
    #[wasm_bindgen(method, js_name = encodeInto)]
    fn encode_into(this: &TextEncoder, text: &JsString, bytes: &mut [u8]) -> Object;

    #[wasm_bindgen(js_name = Number)]
    fn number(text: &str) -> f64;

    #[wasm_bindgen(js_name = String)]
    fn written(number: f64) -> String;
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
    let text = stringify(value).map_err(|thrown| {
        let message = field(&thrown, "message").as_string().unwrap_or_default();
        Fault::new(["not plain data: ", &message].concat())
    })?;
    // Nothing at all has no text either.
    Ok(long_text(&text).and_then(|text| json::read(&text, &number)).unwrap_or(Value::Null))
}

/// The text, if it is one; for long ones.
pub(crate) fn long_text(value: &JsValue) -> Option<String> {
    let text: &JsString = value.dyn_ref()?;
    let (encoder, letters) = (TextEncoder::new(), text.length() as usize);
    // Most texts have a byte for each letter, and none has more than three for each of JavaScript's.
    for most in [1, 3] {
        let mut bytes = vec![0; letters * most];
        let done = encoder.encode_into(text, &mut bytes);
        if count(&done, "read") == letters {
            bytes.truncate(count(&done, "written"));
            return String::from_utf8(bytes).ok();
        }
    }
    None
}

/// The same objects and arrays as [`write`] makes, in one piece: for much of it.
pub(crate) fn write_much(value: &Value) -> JsValue {
    // It is JSON, so there is nothing to refuse.
    parse(&json::write(value, &written)).unwrap_or_default()
}

/// The field of this name; undefined if there is none, or no object.
pub(crate) fn field(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &name.into()).unwrap_or_default()
}

/// How much of something an object says there is.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it counts what fits into memory")]
fn count(object: &Object, name: &str) -> usize {
    field(object, name).as_f64().unwrap_or_default() as usize
}

/// Gives a fresh object a field, which cannot fail.
pub(crate) fn set(object: &JsValue, name: &str, value: &JsValue) {
    let _ = Reflect::set(object, &name.into(), value);
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
