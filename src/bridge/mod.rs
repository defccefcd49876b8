//! The bridge to the host CRM: [`Host`](crate::store::Host) over the JavaScript contract, version 1.
//!
//! `types.ts` is the contract. `connection.js` keeps its promises towards us: every call settles by its deadline, and
//! what comes back is plain data of a bounded size. `port.js` carries the same messages through an iframe. On this side
//! [`wire`] checks each record against the contract before anything believes it, and [`js_host`] makes the calls.

pub mod js_host;
pub mod wire;

pub use js_host::{Connection, JsHost};
