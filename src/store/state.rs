//! What every widget of one workspace sees.

use std::sync::Arc;

use super::book::Book;
use super::item::{Changed, Entity};
use super::record::Catalogue;
use crate::domain::client::Client;
use crate::domain::error::{Error, Result};
use crate::domain::product::{PriceList, Product};
use crate::domain::quote::{Draft, Quote};
use crate::domain::share::Shared;
use crate::wire::LeftOut;

/// The shared state. Widgets read it whole; only [`Store::apply`](super::Store::apply) changes it. What is long is shared
/// behind an `Arc`, so that a clone for a view costs nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// Clients, products and prices, or why there are none.
    pub supply: Supply,
    /// The client all widgets look at.
    pub client: Option<String>,
    /// The quote being written.
    pub draft: Draft,
    /// The quote of a link that was opened, until it is decided upon, or why it cannot be read.
    pub shared: Option<Result<Shared>>,
    /// Quotes that were saved, newest first.
    pub quotes: Arc<Vec<Saved>>,
    /// What is known beyond the catalogue, with what was changed here.
    pub book: Arc<Book>,
    /// Whether the book has arrived; until then that there is nothing of a kind in it says nothing.
    pub is_known: bool,
    /// What was changed here, in the order it was.
    pub changes: Arc<Vec<Changed>>,
}

/// Whether there is anything to price with.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Supply {
    /// Still being fetched.
    #[default]
    Loading,
    /// Here. `stale` says that it was read from the device because the host could not be reached.
    Ready {
        /// What is for sale, to whom, at what price.
        catalogue: Arc<Catalogue>,
        /// Read from the device, not from the host.
        stale: bool,
    },
    /// Nothing could be had, and this is why.
    Failed(Error),
}

/// A quote and where it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Saved {
    /// What was offered.
    pub quote: Quote,
    /// Where it lies.
    pub place: Place,
    /// Counts up with every quote saved on this device.
    pub order: u32,
}

/// Where a saved quote lies. The device always has it; the host may.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// On this device alone, because there is no host.
    Device,
    /// On this device, waiting for the host.
    Pending,
    /// On this device and at the host, under the host's own id and version.
    Host {
        /// The host's id of the record.
        id: String,
        /// The host's version of the record, opaque to us.
        version: String,
    },
    /// On this device; the host refused it, and this code says why.
    Refused {
        /// The stable error code.
        code: String,
    },
}

impl State {
    /// The catalogue, once there is one.
    pub fn catalogue(&self) -> Option<&Catalogue> {
        self.shared_catalogue().map(AsRef::as_ref)
    }

    /// The catalogue as it is shared: the same pointer means nothing in it has changed.
    pub fn shared_catalogue(&self) -> Option<&Arc<Catalogue>> {
        match &self.supply {
            Supply::Ready { catalogue, .. } => Some(catalogue),
            Supply::Loading | Supply::Failed(_) => None,
        }
    }

    /// What was given and could not be read, by its kind. Companies are both the catalogue's and the book's: they are told once.
    pub fn left_out(&self) -> impl Iterator<Item = &LeftOut> {
        let sold = self.catalogue().into_iter().flat_map(|catalogue| &catalogue.left_out);
        sold.chain(self.book.left_out.iter().filter(|kind| kind.entity != Entity::Company.name()))
    }

    /// The price list, once there is one.
    pub fn price_list(&self) -> Option<&PriceList> {
        self.catalogue().map(|catalogue| &catalogue.price_list)
    }

    /// The client with this id.
    pub fn client(&self, id: &str) -> Option<&Client> {
        self.catalogue()?.clients.iter().find(|client| client.id == id)
    }

    /// The client all widgets look at.
    pub fn chosen(&self) -> Option<&Client> {
        self.client(self.client.as_deref()?)
    }

    /// The product with this id.
    pub fn product(&self, id: &str) -> Option<&Product> {
        self.catalogue()?.products.iter().find(|product| product.id == id)
    }

    /// The saved quote with this id.
    pub fn quote(&self, id: &str) -> Option<&Saved> {
        self.quotes.iter().find(|saved| saved.quote.id == id)
    }

    /// How many quotes and changes wait for the host.
    pub fn pending(&self) -> usize {
        let quotes = self.quotes.iter().filter(|saved| saved.place == Place::Pending).count();
        quotes + self.changes.iter().filter(|changed| changed.place == Place::Pending).count()
    }
}
