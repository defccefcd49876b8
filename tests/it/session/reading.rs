//! What is known where the host, or the page, gives nothing that can be used.

use std::rc::Rc;

use sapa::domain::error::{Code, Error};
use sapa::session::{HostState, Session, Surroundings};
use sapa::storage::Memory;
use sapa::store::{Backend, Book, Supply};

use super::Office;
use super::outside::Fixed;

#[test]
fn a_silent_host_is_waited_for_once() {
    for (code, asked) in
        [(Code::HostTimeout, 0), (Code::HostOffline, 0), (Code::HostUnusable, 0), (Code::HostForbidden, 1)]
    {
        let office = Office::new();
        office.crm.refuse.set(Some(code));
        let session = office.open(true, None);
        assert_eq!(session.state().supply, Supply::Failed(Error::new(code, "")));
        assert_eq!(office.crm.read.get(), asked, "{code:?}");
        assert!(!session.state().is_known, "that there are no invoices is not known");

        office.crm.refuse.set(None);
        session.reconnect();
        let state = session.state();
        assert!(state.catalogue().is_some() && state.is_known);
        assert_eq!(session.status().host, HostState::Online);
    }
}

#[test]
fn data_that_cannot_be_used_are_said_and_no_empty_book_is_known() {
    let unusable = || Error::new(Code::DataInvalid, "companies: not a list");
    let session = given(Some(Err(unusable())));
    assert_eq!((session.state().supply, session.state().is_known), (Supply::Failed(unusable()), false));
    assert_eq!(session.status().troubles(), [unusable()]);

    let session = given(None);
    assert!(session.state().is_known, "a page without records has none");
}

/// A page without a host, whose catalogue and records both are as this says.
fn given(wrong: Option<Result<Book, Error>>) -> Rc<Session> {
    Session::start(Surroundings {
        workspace: None,
        user: None,
        client: None,
        page: None,
        memory: Box::new(|_, _| Rc::new(Memory::new()) as Rc<dyn Backend>),
        host: None,
        catalogue: Some(match &wrong {
            Some(Err(error)) => Err(error.clone()),
            _ => Ok(crate::store::catalogue()),
        }),
        book: wrong.or(Some(Ok(Book::default()))),
        clock: Rc::new(Fixed::default()),
        ids: Rc::new(Fixed::default()),
        spawn: pollster::block_on,
        open_file: |_| unreachable!("a session opens a file for a widget"),
        after: |_, call| call(),
    })
}
