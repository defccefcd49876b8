//! Records that were changed: kept on the device, then sent to the host in the order of their change.

use crate::session::Session;
use crate::store::{Changed, Command, Key, Place, Table, Write, outbox};

impl Session {
    /// Keeps a change on the device, then sends what waits.
    pub(in crate::session) fn keep_change(&self, key: Key) {
        self.spawn(|session| async move {
            let Some(changed) = session.change(&key) else { return };
            session.keep(outbox::changed(&changed)).await;
            session.send_changes().await;
            session.plan_retry();
        });
    }

    /// Forgets a change that was taken back, or that the host has.
    pub(in crate::session) fn forget_change(&self, key: &Key) {
        let writes = vec![Write::Delete(Table::Changes, key.stored())];
        self.spawn(|session| async move { session.keep(writes).await });
    }

    /// Sends the changes that wait, one after the other and oldest first; the first that fails stops it.
    pub(super) async fn send_changes(&self) {
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
}
