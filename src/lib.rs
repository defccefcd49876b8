//! Sapa: drop-in widgets for account managers.
#![doc = ""]

pub mod domain;
pub mod store;
pub mod storage;
pub mod session;
pub mod i18n;
