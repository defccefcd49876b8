//! A [`Backend`] in memory, for tests and for pages where the browser keeps nothing.

use core::cell::RefCell;

use crate::domain::error::{Code, Error, Result};
use crate::store::{Backend, Pending, Record, Write};

/// Records in a list; small enough that looking through it is fine.
#[derive(Debug, Default)]
pub struct Memory {
    records: RefCell<Option<Vec<Record>>>,
}

impl Memory {
    /// An empty memory, open.
    pub fn new() -> Self {
        Self { records: RefCell::new(Some(Vec::new())) }
    }

    fn with<T>(&self, use_records: impl FnOnce(&mut Vec<Record>) -> T) -> Result<T> {
        self.records.borrow_mut().as_mut().map(use_records).ok_or_else(|| Error::new(Code::StorageClosed, "memory"))
    }
}

impl Backend for Memory {
    fn read(&self) -> Pending<'_, Vec<Record>> {
        let read = self.with(|records| records.clone());
        Box::pin(async move { read })
    }

    fn commit(&self, writes: Vec<Write>) -> Pending<'_, ()> {
        let done = self.with(|records| {
            for write in writes {
                match write {
                    Write::Put(record) => {
                        records.retain(|old| (old.table(), old.key()) != (record.table(), record.key()));
                        records.push(record);
                    }
                    Write::Delete(table, key) => {
                        records.retain(|old| (old.table(), old.key().as_str()) != (table, key.as_str()))
                    }
                }
            }
        });
        Box::pin(async move { done })
    }

    fn close(&self) {
        self.records.replace(None);
    }
}
