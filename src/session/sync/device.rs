//! The device's memory: opened for one workspace and user, read once, and written to.

use std::rc::Rc;
use std::sync::Arc;

use crate::domain::error::{Code, Error};
use crate::domain::quote::Draft;
use crate::session::{Device, Session};
use crate::store::{Backend, Book, Catalogue, Changed, Context, Entry, Record, Saved, Write};

/// The workspace of a page that names none and has no host.
const LOCAL: &str = "default";

impl Session {
    pub(super) async fn open_memory(&self, context: Option<&Context>) -> Kept {
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

    /// Writes to the device, if there is one, and notes how that went.
    pub(super) async fn keep(&self, writes: Vec<Write>) {
        if let Some(backend) = self.backend() {
            let kept = backend.commit(writes).await;
            self.noted(kept.as_ref().err());
        }
    }

    /// Writes the draft, and again if it changed meanwhile: never two writes at once, never a change forgotten.
    pub(in crate::session) fn keep_draft(&self) {
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

    pub(super) fn backend(&self) -> Option<Rc<dyn Backend>> {
        self.backend.borrow().clone()
    }

    /// Notes how the device took the last write.
    pub(super) fn noted(&self, error: Option<&Error>) {
        if self.status.borrow().trouble.as_ref() != error {
            self.set_status(|status| status.trouble = error.cloned());
        }
    }
}

/// What the device remembered, sorted out.
#[derive(Default)]
pub(super) struct Kept {
    pub(super) draft: Option<Draft>,
    pub(super) quotes: Vec<Saved>,
    pub(super) catalogue: Option<Arc<Catalogue>>,
    pub(super) book: Option<Book>,
    pub(super) changes: Vec<Changed>,
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
