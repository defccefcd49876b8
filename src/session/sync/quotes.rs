//! Quotes: saved on the device, then sent to the host, each under its own key.

use std::rc::Rc;

use crate::domain::error::{Code, Error, Result};
use crate::session::{Device, Session};
use crate::store::{Command, Event, Place, State, outbox};

impl Session {
    /// Saves the draft as a quote. Resolves when the device has acknowledged it; the host gets it right after.
    ///
    /// # Errors
    /// Those of [`Command::SaveQuote`]; a storage error when nothing was kept and no host took the quote instead.
    pub async fn save_quote(self: Rc<Self>) -> Result<String> {
        let command = Command::SaveQuote {
            id: self.around.ids.next(),
            created: self.around.clock.today(),
            host: self.around.host.is_some(),
        };
        let events = self.act(command)?;
        let id = events.into_iter().find_map(|event| if let Event::QuoteSaved(id) = event { Some(id) } else { None });
        let id = id.ok_or_else(|| Error::new(Code::StorageFailed, "no quote was made"))?;
        let kept = self.keep_quote(&id).await;
        match (&kept, &self.around.host) {
            // The device refused: the host is the only place left, so its answer is the answer.
            (Err(_), Some(_)) => self.send(&id).await.map(|_| id),
            (Err(error), None) => Err(error.clone()),
            (Ok(()), _) => Ok(id),
        }
    }

    /// Sends one saved quote to the host and records its place.
    ///
    /// # Errors
    /// The host's error; while it is worth repeating, the quote keeps waiting.
    pub async fn send(&self, id: &str) -> Result<Place> {
        let host = self.around.host.clone().ok_or_else(|| Error::new(Code::HostOffline, "no host"))?;
        let quote = self.store.borrow().state().quote(id).map(|saved| saved.quote.clone());
        let quote = quote.ok_or_else(|| Error::new(Code::NotFound, "quote"))?;
        let answer = host.create_quote(&quote, id).await;
        self.heard(answer.as_ref().err());
        let Some(place) = outbox::outcome(&answer) else {
            if self.retry_in.get() == 0 {
                self.plan_retry();
            }
            return answer.map(|_| Place::Pending);
        };
        self.act(Command::Placed { id: id.to_owned(), place: place.clone() })?;
        let saved = self.store.borrow().state().quote(id).cloned();
        if let Some(saved) = saved {
            self.keep(outbox::placed(&saved)).await;
        }
        Ok(place)
    }

    async fn keep_quote(&self, id: &str) -> Result<()> {
        let saved = self.store.borrow().state().quote(id).cloned();
        if let Device::Lost(error) = self.status().device {
            return Err(error);
        }
        let (Some(backend), Some(saved)) = (self.backend(), saved) else {
            return Err(Error::new(Code::StorageClosed, "not open yet"));
        };
        let kept = backend.commit(outbox::saved(&saved)).await;
        self.noted(kept.as_ref().err());
        kept
    }
}

/// The quotes that wait for the host, oldest first.
pub(super) fn waiting(state: &State) -> Vec<String> {
    let pending = state.quotes.iter().rev().filter(|saved| saved.place == Place::Pending);
    pending.map(|saved| saved.quote.id.clone()).collect()
}
