//! What JavaScript can call, and the one place where storage and bridge are wired into a session.
//!
//! The exports are for `src/elements/*.js`; what a page may rely on is declared in `types.ts` beside this file.

pub mod answers;
pub mod engine;
pub mod mount;
pub mod outside;
pub mod sentence;
pub mod sessions;
pub mod spreadsheet;

use wasm_bindgen::prelude::*;

/// The style sheet every widget adopts.
#[wasm_bindgen]
pub fn stylesheet() -> String {
    crate::ui::stylesheet::stylesheet().to_owned()
}

/// Stops the instance as a fault nobody foresaw would. For trying out the restart; nothing in the library calls it.
#[wasm_bindgen]
#[allow(clippy::panic, reason = "the one panic that is wanted")]
pub fn crash() {
    panic!("stopped on purpose");
}
