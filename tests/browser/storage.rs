//! IndexedDB keeps the contract, and a database written by a newer build is neither opened nor touched.

use std::cell::Cell;

use sapa::domain::error::Code;
use sapa::domain::quote::Draft;
use sapa::storage::{IndexedDb, Memory, indexed_db};
use sapa::store::record::SCHEMA;
use sapa::store::{Backend, Record, Write};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::backend;

#[wasm_bindgen_test]
pub async fn memory_keeps_the_contract() {
    backend::check(Memory::new).await;
}

#[wasm_bindgen_test]
pub async fn indexed_db_keeps_the_contract() {
    let number = Cell::new(0);
    backend::check(|| {
        number.set(number.get() + 1);
        IndexedDb::new(&unique("contract"), &number.get().to_string())
    })
    .await;
}

#[wasm_bindgen_test]
pub async fn what_was_acknowledged_is_there_for_the_next_page() {
    let workspace = unique("reopen");
    let first = IndexedDb::new(&workspace, "anna");
    first.commit(vec![noted("kept")]).await.unwrap();
    first.close();
    let second = IndexedDb::new(&workspace, "anna");
    assert_eq!(second.read().await.unwrap().len(), 1);
}

#[wasm_bindgen_test]
pub async fn another_user_sees_nothing_of_it() {
    let workspace = unique("users");
    IndexedDb::new(&workspace, "anna").commit(vec![noted("hers")]).await.unwrap();
    assert!(IndexedDb::new(&workspace, "bert").read().await.unwrap().is_empty());
    // Names that would run together if they were only joined.
    assert!(IndexedDb::new(&format!("{workspace}:anna"), "").read().await.unwrap().is_empty());
}

#[wasm_bindgen_test]
pub async fn an_older_build_opens_nothing_of_a_newer_one_but_can_export_it() {
    let workspace = unique("newer");
    let newer = IndexedDb::with_schema(&workspace, "anna", SCHEMA + 1);
    newer.commit(vec![noted("from the future")]).await.unwrap();
    newer.close();

    let older = IndexedDb::new(&workspace, "anna");
    assert_eq!(older.read().await.unwrap_err().kind(), Code::StorageNewer);
    assert_eq!(older.commit(vec![noted("overwritten")]).await.unwrap_err().kind(), Code::StorageNewer);

    let dump = js_sys::JSON::stringify(&indexed_db::dump(&workspace, "anna").await.unwrap()).unwrap();
    assert!(String::from(dump).contains("from the future"));
}

#[wasm_bindgen_test]
pub async fn erased_data_are_gone() {
    let workspace = unique("erase");
    let backend = IndexedDb::new(&workspace, "anna");
    backend.commit(vec![noted("secret")]).await.unwrap();
    backend.close();
    indexed_db::erase(&workspace, "anna").await.unwrap();
    assert!(IndexedDb::new(&workspace, "anna").read().await.unwrap().is_empty());
}

fn noted(note: &str) -> Write {
    Write::Put(Record::Draft(Draft { note: note.to_owned(), ..Draft::default() }))
}

/// A name no earlier run has used: the browser's profile may outlive a test.
fn unique(name: &str) -> String {
    format!("{name}-{}-{}", js_sys::Date::now(), js_sys::Math::random())
}
