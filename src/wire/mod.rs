//! Plain data: the one tree of values in which records are stored and travel, and what the domain's nouns look like in it.
//!
//! A noun is read by asking a [`Reader`] for its fields and written by giving them to a [`Writer`], by hand: derived
//! mappings are compiled anew for every type and direction, which came to some 120 KB of a page's load before compression.
//! What is wrong with a value is told by the path to it, such as `lines[1].quantity`.
//!
//! ```
//! use sapa::domain::product::Term;
//! use sapa::wire::{self, ToWire, Writer};
//!
//! let stored = Writer::new().text("id", "net30").count("days", 30).text("percent", "-0.5").end();
//! let term: Term = wire::read(&stored)?;
//! assert_eq!(term.to_wire(), stored);
//!
//! let typo = Writer::new().text("id", "net30").count("days", 30).text("percent", "half").end();
//! assert_eq!(wire::read::<Term>(&typo).unwrap_err().text(), "percent: not a decimal number as a string");
//! # Ok::<(), sapa::wire::Fault>(())
//! ```
//!
//! Names are in camelCase. An absent field and one that is null mean the same; a field nobody asks for is ignored. Numbers
//! are for counting only: money, quantities and percentages are decimal strings, because a number of JSON is a binary
//! float, and a price must not pass through one.
//!
//! Quotes, clients and prices are kept on the device in a form of their own. What came later, from accounts to facts, has one
//! form everywhere: that of the record of the host contract (`bridge/records.ts`), whose names the mappings follow.

mod decimal;
mod value;

pub mod json;

mod fault;
mod read;
mod sieve;
mod write;

mod choice;
mod table;

mod time;

mod client;
mod lists;
mod money;
mod prices;
mod pricing;
mod product;
mod quote;

mod due;

mod account;
mod activity;
mod approval;
mod authority;
mod commitment;
mod comparison;
mod loyalty;
mod meeting;
mod payment;
mod receivable;
mod tax;
mod terms;
mod volume;

pub use account::{contact, contact_record};
pub use authority::level_or_none;
pub use choice::Choice;
pub use commitment::promise;
pub use fault::Fault;
pub use prices::imported_prices;
pub use pricing::{PricedTable, asked_columns, traits};
pub use product::price_list;
pub use read::{FromWire, Reader, read};
pub use receivable::payments;
pub use sieve::{LeftOut, Sieve, Unread};
pub use terms::decided;
pub use value::Value;
pub use write::{ToWire, Writer, list};
