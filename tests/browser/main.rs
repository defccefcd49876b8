//! What needs a browser but no page of a person: IndexedDB, `Intl`, and the component inside a leptos application.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::panic, missing_docs, reason = "tests stop at the first surprise")]

#[path = "../contract/backend.rs"]
mod backend;

pub mod data;
pub mod leptos_app;
pub mod storage;
pub mod words;
pub mod zones;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
