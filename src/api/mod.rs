//! What JavaScript can call, and the one place where storage and bridge are wired into a session.
//!
//! The exports are for `src/elements/*.js`; what a page may rely on is declared in `types.ts` beside this file.

pub mod engine;
pub mod mount;
pub mod outside;
pub mod sessions;

use wasm_bindgen::prelude::*;

/// Prepares a fresh instance. `on_stop` is called, with the reason, when a panic has ended it.
#[wasm_bindgen]
pub fn start(on_stop: js_sys::Function) {
    std::panic::set_hook(Box::new(move |panic| {
        let _ = on_stop.call1(&JsValue::UNDEFINED, &panic.to_string().into());
        // The next call from JavaScript gets a new instance of the module instead of the broken one.
        wasm_bindgen::handler::schedule_reinit();
    }));
}

/// The style sheet every widget adopts.
#[wasm_bindgen]
pub fn stylesheet() -> String {
    crate::ui::stylesheet::stylesheet()
}

/// Stops the instance as a fault nobody foresaw would. For trying out the restart; nothing in the library calls it.
#[wasm_bindgen]
#[allow(clippy::panic, reason = "the one panic that is wanted")]
pub fn crash() {
    panic!("stopped on purpose");
}
