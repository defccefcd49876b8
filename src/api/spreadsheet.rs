//! Files somebody chose, opened by `elements/spreadsheet.js`.

use std::pin::Pin;

use js_sys::Array;
use wasm_bindgen::prelude::*;

use crate::domain::error::{Code, Error, Result};
use crate::domain::import::Splitting;
use crate::js;
use crate::session::OpenedFile;

#[wasm_bindgen(module = "/src/elements/spreadsheet.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = readTable)]
    async fn read_table(input: &web_sys::Element) -> core::result::Result<JsValue, JsValue>;
}

/// Opens the file that was chosen in a field: CSV or .xlsx.
///
/// # Errors
/// `import.no_workbook`, `import.unreadable`, `import.locked`, `import.unsupported`, `import.too_large`.
pub fn open_file(input: web_sys::Element) -> Pin<Box<dyn Future<Output = Result<OpenedFile>>>> {
    Box::pin(async move {
        let read: Array = read_table(&input).await.map_err(|thrown| refused(&thrown))?.unchecked_into();
        let text = read.get(2).as_string().unwrap_or_default();
        let table = if read.get(1).is_truthy() { Splitting::sheet(text) } else { Splitting::text(text)? };
        Ok(OpenedFile { name: read.get(0).as_string().unwrap_or_default(), table })
    })
}

fn refused(thrown: &JsValue) -> Error {
    let code = js::field(thrown, "code").as_string().unwrap_or_default();
    let known = Code::ALL.into_iter().find(|known| known.as_str() == code);
    Error::new(known.unwrap_or(Code::ImportUnreadable), "")
}
