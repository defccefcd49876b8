//! What the host is asked for: who it is, what it sells, and what else it knows.

use std::sync::Arc;

use crate::domain::error::{Code, Error, Result};
use crate::domain::terms::Level;
use crate::session::{HostState, Session};
use crate::store::{Book, Catalogue, Command, Context, Host, Pending, Record, Supply, Write};

impl Session {
    pub(super) async fn meet_host(&self) -> Option<Context> {
        let host = self.around.host.clone()?;
        match host.context().await {
            Ok(context) => {
                self.set_status(|status| {
                    status.host_name.clone_from(&context.host);
                    status.host = HostState::Online;
                });
                Some(context)
            }
            Err(error) => {
                self.heard(Some(&error));
                None
            }
        }
    }

    /// Learns what is known beyond the catalogue, from the host or else from the device's copy.
    pub(super) async fn learn(&self, copy: Option<Book>) {
        let (book, fresh) = match (&self.around.host, &self.around.book) {
            (Some(host), _) => match self.ask(|| host.book()).await {
                Ok(given) => {
                    let book = given.book.clone();
                    self.keep(vec![Write::Put(Record::Book(Box::new(given)))]).await;
                    (book, true)
                }
                Err(error) => {
                    self.heard(Some(&error));
                    let Some(copy) = copy else { return };
                    (copy, false)
                }
            },
            (None, Some(Ok(own))) => (own.clone(), false),
            (None, Some(Err(error))) => {
                self.noted(Some(error));
                return;
            }
            (None, None) => (copy.unwrap_or_default(), false),
        };
        let _ = self.act(Command::Know { book, fresh });
    }

    pub(super) async fn supply(&self, copy: Option<Arc<Catalogue>>, level: Option<Level>) {
        let supply = match (&self.around.host, &self.around.catalogue) {
            (Some(host), _) => self.ask_catalogue(host.as_ref(), copy, level).await,
            (None, Some(Ok(own))) => ready(Arc::new(own.clone()), false),
            (None, Some(Err(error))) => {
                self.noted(Some(error));
                Supply::Failed(error.clone())
            }
            (None, None) => match copy {
                Some(copy) => ready(copy, true),
                None => Supply::Failed(Error::new(Code::DataMissing, "")),
            },
        };
        let _ = self.act(Command::Supply(supply));
    }

    async fn ask_catalogue(&self, host: &dyn Host, copy: Option<Arc<Catalogue>>, level: Option<Level>) -> Supply {
        match self.ask(|| host.catalogue()).await {
            Ok(catalogue) => {
                self.heard(None);
                // Kept with the prices, so that the same limits hold when the host cannot be reached.
                let catalogue = Arc::new(Catalogue { level, ..catalogue });
                self.keep(vec![Write::Put(Record::Catalogue(Arc::clone(&catalogue)))]).await;
                ready(catalogue, false)
            }
            Err(error) => {
                self.heard(Some(&error));
                let held = self.store.borrow().state().supply.clone();
                match (copy, held) {
                    (Some(copy), _) => ready(copy, true),
                    (None, Supply::Ready { catalogue, .. }) => Supply::Ready { catalogue, stale: true },
                    (None, _) => Supply::Failed(error),
                }
            }
        }
    }

    /// The host's answer. One that has just not answered is not asked: each wait takes as long as the deadline, and a person waits
    /// all that time.
    async fn ask<'a, T>(&self, question: impl FnOnce() -> Pending<'a, T>) -> Result<T> {
        let silence = match &self.status.borrow().host {
            HostState::Away(error) if error.is_silence() => Some(error.clone()),
            _ => None,
        };
        match silence {
            Some(error) => Err(error),
            None => question().await,
        }
    }

    /// Notes how the host took the last call.
    pub(super) fn heard(&self, error: Option<&Error>) {
        let host = error.map_or(HostState::Online, |error| HostState::Away(error.clone()));
        if self.status.borrow().host != host {
            self.set_status(|status| status.host = host);
        }
    }
}

fn ready(catalogue: Arc<Catalogue>, stale: bool) -> Supply {
    Supply::Ready { catalogue, stale }
}
