//! What saving and sending a quote means for the device's data.
//!
//! The quote and its outbox entry are written in one transaction, and the entry leaves in the transaction that records
//! the host's answer: after a crash at any moment the quote is either still waiting or known to have arrived. The
//! entry's key goes to the host as idempotency key, so sending twice makes one record.

use super::{Changed, Entry, Place, Receipt, Record, Saved, Table, Write};
use crate::domain::error::{Code, Error};

/// What to write when a quote was saved.
pub fn saved(saved: &Saved) -> Vec<Write> {
    let mut writes = vec![Write::Put(Record::Quote(Box::new(saved.clone())))];
    if saved.place == Place::Pending {
        let id = &saved.quote.id;
        writes.push(Write::Put(Record::Outbox(Entry { idem: id.clone(), quote: id.clone() })));
    }
    writes
}

/// What to write when the quote's place changed for good.
pub fn placed(saved: &Saved) -> Vec<Write> {
    vec![Write::Put(Record::Quote(Box::new(saved.clone()))), Write::Delete(Table::Outbox, saved.quote.id.clone())]
}

/// What to write when a record was changed, or its change found its place.
pub fn changed(changed: &Changed) -> Vec<Write> {
    vec![Write::Put(Record::Change(Box::new(changed.clone())))]
}

/// Where a quote or a change stands after the host's answer; `None` while it is worth sending again.
pub fn outcome(answer: &Result<Receipt, Error>) -> Option<Place> {
    match answer {
        Ok(Receipt { id, version }) => Some(Place::Host { id: id.clone(), version: version.clone() }),
        Err(error) => match error.kind() {
            Code::HostInvalid
            | Code::HostConflict
            | Code::HostNotFound
            | Code::HostForbidden
            | Code::HostDuplicate
            | Code::HostTooLarge
            | Code::HostUnsupported => Some(Place::Refused { code: error.code().to_owned() }),
            _ => None,
        },
    }
}
