//! What the host tells unasked.

use super::{HostState, Session};
use crate::domain::error::{Code, Error};
use crate::store::{Key, News, Place};

/// How long after the first hint the host is read again, in milliseconds: changes come in groups.
const PATIENCE: u32 = 300;

impl Session {
    /// Listens to the host for as long as both live.
    pub(super) fn listen(&self) {
        let session = self.this.clone();
        if let Some(host) = &self.around.host {
            host.listen(Box::new(move |news| {
                if let Some(session) = session.upgrade() {
                    session.hear(news);
                }
            }));
        }
    }

    fn hear(&self, news: News) {
        match news {
            News::Online(true) => self.reconnect(),
            News::Online(false) => self.set_status(|status| {
                status.host = HostState::Away(Error::new(Code::HostOffline, "the host says that it is offline"));
            }),
            News::Client(client) => self.prefer(Some(client)),
            News::Changed { key, version } if key.as_ref().is_some_and(|key| self.made(key, version.as_deref())) => {}
            News::Changed { .. } => self.plan_reading(),
        }
    }

    /// Whether the host tells us of a change of our own.
    fn made(&self, key: &Key, version: Option<&str>) -> bool {
        let store = self.store.borrow();
        let own = store.state().changes.iter().find(|changed| changed.key == *key);
        own.is_some_and(|own| match &own.place {
            // The host tells it before it has answered.
            Place::Pending => true,
            Place::Host { version: ours, .. } => version.is_none_or(|version| version == ours),
            Place::Device | Place::Refused { .. } => false,
        })
    }

    fn plan_reading(&self) {
        if self.reading_planned.replace(true) {
            return;
        }
        let session = self.this.clone();
        (self.around.after)(
            PATIENCE,
            Box::new(move || {
                if let Some(session) = session.upgrade() {
                    session.reading_planned.set(false);
                    session.reconnect();
                }
            }),
        );
    }
}
