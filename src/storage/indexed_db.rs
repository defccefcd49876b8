//! A [`Backend`] over IndexedDB: one database for each workspace and user.
//!
//! The browser's part is `indexed_db.js`; this side names the tables, converts records and turns the browser's
//! exceptions into our codes. What is read back is checked like anything from outside: a record that is not of its
//! table's shape makes the read fail instead of vanishing.

use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::*;

use crate::domain::error::{Code, Error, Result};
use crate::js;
use crate::store::record::SCHEMA;
use crate::store::{Backend, Pending, Record, Table, Write};
use crate::wire::{Value, Writer};

#[wasm_bindgen(module = "/src/storage/indexed_db.js")]
extern "C" {
    type Database;

    #[wasm_bindgen(constructor)]
    fn new(name: &str, version: u32, tables: Array) -> Database;

    #[wasm_bindgen(method, catch)]
    async fn read(this: &Database) -> core::result::Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    async fn commit(this: &Database, writes: JsValue) -> core::result::Result<JsValue, JsValue>;

    #[wasm_bindgen(method)]
    fn close(this: &Database);

    #[wasm_bindgen(catch, js_name = dump)]
    async fn dump_database(name: &str) -> core::result::Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_name = erase)]
    async fn erase_database(name: &str) -> core::result::Result<JsValue, JsValue>;
}

/// The database of one workspace and user.
pub struct IndexedDb {
    database: Database,
}

impl IndexedDb {
    /// The database; it is opened, and created where it is new, by the first call.
    pub fn new(workspace: &str, user: &str) -> Self {
        Self::with_schema(workspace, user, SCHEMA)
    }

    /// The same for a build of another schema version, so that tests can play the older and the newer one.
    pub fn with_schema(workspace: &str, user: &str, schema: u32) -> Self {
        let tables = Table::ALL.iter().map(|table| JsValue::from_str(table.name())).collect();
        Self { database: Database::new(&name(workspace, user), schema, tables) }
    }
}

impl Backend for IndexedDb {
    fn read(&self) -> Pending<'_, Vec<Record>> {
        Box::pin(async move {
            let rows = self.database.read().await.map_err(|thrown| failure(&thrown))?;
            Array::from(&rows).iter().map(|row| record(&js::read(&row))).collect()
        })
    }

    fn commit(&self, writes: Vec<Write>) -> Pending<'_, ()> {
        Box::pin(async move {
            let rows = Value::List(writes.iter().map(row).collect());
            self.database.commit(js::write_much(&rows)).await.map_err(|thrown| failure(&thrown))?;
            Ok(())
        })
    }

    fn close(&self) {
        self.database.close();
    }
}

/// Everything the device keeps for the workspace and user, as one plain object, even if a newer build wrote it.
///
/// # Errors
/// A storage error.
pub async fn dump(workspace: &str, user: &str) -> Result<JsValue> {
    dump_database(&name(workspace, user)).await.map_err(|thrown| failure(&thrown))
}

/// Deletes everything the device keeps for the workspace and user.
///
/// # Errors
/// A storage error.
pub async fn erase(workspace: &str, user: &str) -> Result<()> {
    erase_database(&name(workspace, user)).await.map(drop).map_err(|thrown| failure(&thrown))
}

/// Both parts are escaped by their length, so that no two pairs share a name.
fn name(workspace: &str, user: &str) -> String {
    format!("sapa:{}:{workspace}:{user}", workspace.len())
}

/// A write as `indexed_db.js` takes it: without a value it deletes.
fn row(write: &Write) -> Value {
    let mut row = Writer::new();
    match write {
        Write::Put(record) => {
            row.text("table", record.table().name()).text("key", &record.key()).value("value", record.stored())
        }
        Write::Delete(table, key) => row.text("table", table.name()).text("key", key),
    };
    row.end()
}

fn record(row: &Value) -> Result<Record> {
    let table = row.get("table").as_text().unwrap_or_default();
    match Table::ALL.into_iter().find(|known| known.name() == table) {
        Some(table) => Record::restore(table, row.get("value")),
        None => Err(Error::new(Code::StorageFailed, ["unknown table ", table].concat())),
    }
}

/// The browser tells its failures apart by the exception's name.
fn failure(thrown: &JsValue) -> Error {
    let text =
        |name: &str| Reflect::get(thrown, &name.into()).ok().and_then(|value| value.as_string()).unwrap_or_default();
    let name = text("name");
    let code = match name.as_str() {
        "VersionError" => Code::StorageNewer,
        "QuotaExceededError" => Code::StorageFull,
        "SecurityError" | "ReferenceError" | "TypeError" => Code::StorageBlocked,
        "AbortError" => Code::StorageClosed,
        _ => Code::StorageFailed,
    };
    Error::new(code, format!("{name} {}", text("message")))
}
