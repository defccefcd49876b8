//! The session's traffic with the device and the host.
//!
//! 1. The workspace is known first: from the page, or from the host. A host that names nobody gets no database, so that
//!    one user's data are never shown to another.
//! 2. What the device remembers is read; a device that keeps nothing is told to the user, and work goes on in memory.
//! 3. The host's catalogue replaces the device's copy; without the host the copy serves, and the user is told.
//! 4. What waits in the outbox is sent, oldest first, each under its own key.

mod changes;
mod device;
mod host;
mod quotes;

use std::rc::Rc;

use super::Session;
use crate::store::Command;
use quotes::waiting;

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
}
