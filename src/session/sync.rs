//! The session's traffic with the device and the host.
//!
//! 1. The workspace is known first: from the page, or from the host. A host that names nobody gets no database, so that
//!    one user's data are never shown to another.
//! 2. What the device remembers is read; a device that keeps nothing is told to the user, and work goes on in memory.
//! 3. The host's catalogue replaces the device's copy; without the host the copy serves, and the user is told.
//! 4. What waits in the outbox is sent, oldest first, each under its own key.

use std::rc::Rc;
use std::sync::Arc;

use super::{Device, HostState, Session};
use crate::domain::error::{Code, Error, Result};
use crate::domain::terms::Level;
use crate::store::{
    Backend, Book, Catalogue, Changed, Command, Context, Entry, Event, Host, Key, Place, Record, State, Supply, Table,
    Write, outbox,
};

/// The workspace of a page that names none and has no host.
const LOCAL: &str = "default";

/// The first pause before the host is asked again, and the longest, in milliseconds.
const FIRST_RETRY: u32 = 5_000;
const LAST_RETRY: u32 = 300_000;

impl Session {
    /// Opens what the session needs. Whatever fails is in the status; the session works on with the rest.
    pub(super) async fn open(self: Rc<Self>) {
        let context = self.meet_host().await;
        let kept = self.open_memory(context.as_ref()).await;
        let (copy, book) = (kept.catalogue, kept.book);
        let _ = self.act(Command::Restore { draft: kept.draft, quotes: kept.quotes, changes: kept.changes });
        self.supply(copy, context.as_ref().and_then(|context| context.level)).await;
        self.learn(book).await;
        self.is_open.set(true);
        // The page's own wish comes before the host's.
        let wanted = self.wanted.take().or(context.and_then(|context| context.client));
        self.prefer(wanted);
        self.send_waiting().await;
    }

    /// Asks the host again for everything and sends what waits; for a retry button, and when the network is back.
    pub fn reconnect(&self) {
        self.spawn(|session| async move {
            if session.around.host.is_some()
                && let Some(context) = session.meet_host().await
            {
                session.supply(None, context.level).await;
                session.learn(None).await;
                session.send_waiting().await;
            }
        });
    }

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

    /// Keeps a change on the device, then sends what waits.
    pub(super) fn keep_change(&self, key: Key) {
        self.spawn(|session| async move {
            let Some(changed) = session.change(&key) else { return };
            session.keep(outbox::changed(&changed)).await;
            session.send_changes().await;
            session.plan_retry();
        });
    }

    /// Forgets a change that was taken back, or that the host has.
    pub(super) fn forget_change(&self, key: &Key) {
        let writes = vec![Write::Delete(Table::Changes, key.stored())];
        self.spawn(|session| async move { session.keep(writes).await });
    }

    /// Sends the changes that wait, one after the other and oldest first; the first that fails stops it.
    async fn send_changes(&self) {
        let Some(host) = self.around.host.clone() else { return };
        if self.sending.replace(true) {
            return;
        }
        while let Some(changed) = self.next_change() {
            let answer = host.write(&changed).await;
            self.heard(answer.as_ref().err());
            let Some(place) = outbox::outcome(&answer) else { break };
            let settled = Command::Settled { key: changed.key.clone(), idem: changed.idem, place };
            if self.act(settled).is_err() {
                break;
            }
            if let Some(changed) = self.change(&changed.key) {
                self.keep(outbox::changed(&changed)).await;
            }
        }
        self.sending.set(false);
    }

    fn next_change(&self) -> Option<Changed> {
        let store = self.store.borrow();
        let waiting = store.state().changes.iter().filter(|changed| changed.place == Place::Pending);
        waiting.min_by_key(|changed| changed.order).cloned()
    }

    fn change(&self, key: &Key) -> Option<Changed> {
        self.store.borrow().state().changes.iter().find(|changed| changed.key == *key).cloned()
    }

    /// Writes to the device, if there is one, and notes how that went.
    async fn keep(&self, writes: Vec<Write>) {
        if let Some(backend) = self.backend() {
            let kept = backend.commit(writes).await;
            self.noted(kept.as_ref().err());
        }
    }

    /// Writes the draft, and again if it changed meanwhile: never two writes at once, never a change forgotten.
    pub(super) fn keep_draft(&self) {
        self.draft_dirty.set(true);
        if self.draft_writing.replace(true) {
            return;
        }
        self.spawn(|session| async move {
            while session.draft_dirty.replace(false) {
                let Some(backend) = session.backend() else { break };
                let draft = session.store.borrow().state().draft.clone();
                let kept = backend.commit(vec![Write::Put(Record::Draft(draft))]).await;
                session.noted(kept.as_ref().err());
            }
            session.draft_writing.set(false);
        });
    }

    async fn meet_host(&self) -> Option<Context> {
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

    async fn open_memory(&self, context: Option<&Context>) -> Kept {
        let named = |own: &Option<String>, theirs: Option<&String>| own.clone().or_else(|| theirs.cloned());
        let workspace = named(&self.around.workspace, context.map(|context| &context.workspace));
        let user = named(&self.around.user, context.map(|context| &context.user));
        let nobody = self.around.host.is_some() && workspace.is_none();
        let opened = if nobody {
            Err(Error::new(Code::HostOffline, "the host names no workspace"))
        } else {
            let account = (workspace.unwrap_or(LOCAL.to_owned()), user.unwrap_or(LOCAL.to_owned()));
            let backend = (self.around.memory)(&account.0, &account.1);
            self.account.replace(account);
            backend.read().await.map(|records| (backend, records))
        };
        let (backend, records, device) = match opened {
            Ok((backend, records)) => (Some(backend), records, Device::Kept),
            Err(error) => (None, Vec::new(), Device::Lost(error)),
        };
        self.backend.replace(backend);
        self.set_status(|status| status.device = device);
        Kept::sort(records)
    }

    /// Learns what is known beyond the catalogue, from the host or else from the device's copy.
    async fn learn(&self, copy: Option<Book>) {
        let (book, fresh) = match (&self.around.host, &self.around.book) {
            (Some(host), _) => match host.book().await {
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
            (None, Some(own)) => (own.clone(), false),
            (None, None) => (copy.unwrap_or_default(), false),
        };
        let _ = self.act(Command::Know { book, fresh });
    }

    async fn supply(&self, copy: Option<Arc<Catalogue>>, level: Option<Level>) {
        let supply = match (&self.around.host, &self.around.catalogue) {
            (Some(host), _) => self.ask_catalogue(host.as_ref(), copy, level).await,
            (None, Some(own)) => ready(Arc::new(own.clone()), false),
            (None, None) => match copy {
                Some(copy) => ready(copy, true),
                None => Supply::Failed(Error::new(Code::DataMissing, "")),
            },
        };
        let _ = self.act(Command::Supply(supply));
    }

    async fn ask_catalogue(&self, host: &dyn Host, copy: Option<Arc<Catalogue>>, level: Option<Level>) -> Supply {
        match host.catalogue().await {
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

    async fn send_waiting(&self) {
        for id in waiting(&self.state()) {
            if self.send(&id).await.is_err() {
                break;
            }
        }
        self.send_changes().await;
        self.plan_retry();
    }

    /// Tries again later and later, for as long as something waits; a host that is back ends it.
    fn plan_retry(&self) {
        if self.state().pending() == 0 {
            self.retry_in.set(0);
            return;
        }
        let wait = self.retry_in.get().saturating_mul(2).clamp(FIRST_RETRY, LAST_RETRY);
        self.retry_in.set(wait);
        let session = self.this.clone();
        (self.around.after)(
            wait,
            Box::new(move || {
                // A session that ended meanwhile, or a quote that was sent by hand, needs no retry.
                if let Some(session) = session.upgrade()
                    && session.retry_in.get() == wait
                {
                    session.spawn(|session| async move { session.send_waiting().await });
                }
            }),
        );
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

    fn backend(&self) -> Option<Rc<dyn Backend>> {
        self.backend.borrow().clone()
    }

    /// Notes how the host took the last call.
    fn heard(&self, error: Option<&Error>) {
        let host = error.map_or(HostState::Online, |error| HostState::Away(error.clone()));
        if self.status.borrow().host != host {
            self.set_status(|status| status.host = host);
        }
    }

    /// Notes how the device took the last write.
    fn noted(&self, error: Option<&Error>) {
        if self.status.borrow().trouble.as_ref() != error {
            self.set_status(|status| status.trouble = error.cloned());
        }
    }
}

/// What the device remembered, sorted out.
#[derive(Default)]
struct Kept {
    draft: Option<crate::domain::quote::Draft>,
    quotes: Vec<crate::store::Saved>,
    catalogue: Option<Arc<Catalogue>>,
    book: Option<Book>,
    changes: Vec<Changed>,
}

impl Kept {
    fn sort(records: Vec<Record>) -> Self {
        let mut kept = Kept::default();
        for record in records {
            match record {
                Record::Draft(draft) => kept.draft = Some(draft),
                Record::Quote(saved) => kept.quotes.push(*saved),
                Record::Catalogue(catalogue) => kept.catalogue = Some(catalogue),
                Record::Book(copy) => kept.book = Some(copy.book),
                Record::Change(changed) => kept.changes.push(*changed),
                // The quotes themselves know that they wait; the entry holds the key under which to send them.
                Record::Outbox(Entry { .. }) => {}
            }
        }
        kept
    }
}

fn ready(catalogue: Arc<Catalogue>, stale: bool) -> Supply {
    Supply::Ready { catalogue, stale }
}

/// The quotes that wait for the host, oldest first.
fn waiting(state: &State) -> Vec<String> {
    let pending = state.quotes.iter().rev().filter(|saved| saved.place == Place::Pending);
    pending.map(|saved| saved.quote.id.clone()).collect()
}
