//! What the store's surroundings must offer. Each outside thing has one owner that implements one of these.

use core::future::Future;
use core::pin::Pin;

use super::item::{Changed, Key};
use super::record::{Catalogue, Given, Record, Write};
use crate::domain::date::Date;
use crate::domain::error::Result;
use crate::domain::quote::Quote;
use crate::domain::terms::Level;

/// A result that arrives later, on the page's one thread.
pub type Pending<'a, T> = Pin<Box<dyn Future<Output = Result<T>> + 'a>>;

/// The device's memory for one workspace and user.
pub trait Backend {
    /// Everything that is kept, in no promised order.
    ///
    /// # Errors
    /// A storage error; nothing is ever wiped because it could not be read.
    fn read(&self) -> Pending<'_, Vec<Record>>;

    /// Keeps all writes or none. Resolves only when they would survive a power cut, as far as the device can say.
    ///
    /// # Errors
    /// A storage error; then nothing of the list was kept.
    fn commit(&self, writes: Vec<Write>) -> Pending<'_, ()>;

    /// Lets go of the data: every later call fails with `storage.closed`.
    fn close(&self);
}

/// The CRM around the widget, or whatever plays its part.
pub trait Host {
    /// Who works here, and with what settings.
    ///
    /// # Errors
    /// A host error.
    fn context(&self) -> Pending<'_, Context>;

    /// All clients, products and the price list.
    ///
    /// # Errors
    /// A host error; `host.malformed` names the part that is not what the contract says. Records that cannot be read are no
    /// error: they are left out, and told with the rest.
    fn catalogue(&self) -> Pending<'_, Catalogue>;

    /// All other records the host has. A kind it does not know is empty.
    ///
    /// # Errors
    /// As for [`catalogue`](Self::catalogue).
    fn book(&self) -> Pending<'_, Given>;

    /// Gives a changed record to the host, once however often it is sent.
    ///
    /// # Errors
    /// A host error.
    fn write<'a>(&'a self, changed: &'a Changed) -> Pending<'a, Receipt>;

    /// Gives the quote to the host. Sending it again under the same `idem` does not make a second one.
    ///
    /// # Errors
    /// A host error.
    fn create_quote<'a>(&'a self, quote: &'a Quote, idem: &'a str) -> Pending<'a, Receipt>;

    /// Calls `told` with what happens at the host, for as long as the host lives. One that tells nothing need not.
    fn listen(&self, told: Box<dyn Fn(News)>) {
        drop(told);
    }
}

/// What a host tells unasked. News are hints: what is true now is read from the host again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// A record is another, or gone.
    Changed {
        /// Which, if it is one that can be changed here.
        key: Option<Key>,
        /// The version it is at now.
        version: Option<String>,
    },
    /// The host can be reached, or no longer.
    Online(bool),
    /// This client is open at the host now.
    Client(String),
}

/// What the host says of itself and its user.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Context {
    /// Which body of data this is.
    pub workspace: String,
    /// The user's id at the host.
    pub user: String,
    /// How far the user may go, if the host says so.
    pub level: Option<Level>,
    /// The host's name, as its users call it.
    pub host: String,
    /// The client that is open at the host, if one is.
    pub client: Option<String>,
}

/// The host's answer to a write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The host's id of the record.
    pub id: String,
    /// The host's version of the record.
    pub version: String,
}

/// The day it is.
pub trait Clock {
    /// Today, in the user's zone.
    fn today(&self) -> Date;
}

/// A source of ids nobody else has.
pub trait Ids {
    /// An id of 128 random bits as 32 hexadecimal digits.
    fn next(&self) -> String;
}
