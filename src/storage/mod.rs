//! The device's memory: implementations of [`Backend`](crate::store::Backend).
//!
//! [`memory`] forgets when the page goes, and is what tests and blocked browsers get. [`indexed_db`] keeps what it
//! acknowledged. [`outbox`] says what a saved quote means for what is kept and what is sent.

pub mod indexed_db;
pub mod memory;
pub mod outbox;

pub use indexed_db::IndexedDb;
pub use memory::Memory;
