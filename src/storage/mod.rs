//! The device's memory: implementations of [`Backend`](crate::store::Backend).
//!
//! [`memory`] forgets when the page goes, and is for tests and leptos applications with a store of their own.
//! [`indexed_db`] keeps what it acknowledged.

pub mod indexed_db;
pub mod memory;

pub use indexed_db::IndexedDb;
pub use memory::Memory;
