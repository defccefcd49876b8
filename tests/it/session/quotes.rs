use sapa::domain::error::Code;
use sapa::session::{Device, HostState};
use sapa::store::{Place, Supply};

use super::{Office, ordered};

#[test]
fn without_a_host_a_quote_is_kept_on_the_device() {
    let office = Office::new();
    let first = office.open(false, None);
    let id = ordered(&first).unwrap();
    assert_eq!(first.state().quote(&id).unwrap().place, Place::Device);
    drop(first);

    let second = office.open(false, None);
    let state = second.state();
    assert_eq!(state.quotes.len(), 1);
    assert_eq!(state.client.as_deref(), Some("ALFKI"), "the draft is where it was left");
    assert_eq!(state.draft.lines.len(), 1);
    assert_eq!((second.status().device, second.status().host), (Device::Kept, HostState::None));
}

#[test]
fn with_a_host_the_quote_gets_its_place_there() {
    let office = Office::new();
    let session = office.open(true, None);
    let id = ordered(&session).unwrap();
    let place = pollster::block_on(session.send(&id)).unwrap();
    assert_eq!(place, Place::Host { id: "77".into(), version: "1".into() });
    assert_eq!(session.state().pending(), 0);
    assert_eq!(office.open(true, None).state().quote(&id).unwrap().place, place, "and keeps it over a reload");
}

#[test]
fn an_answer_that_was_lost_makes_no_second_record() {
    let office = Office::new();
    let session = office.open(true, None);
    let id = ordered(&session).unwrap();
    office.crm.lose_answer.set(true);
    assert_eq!(pollster::block_on(session.send(&id)).unwrap_err().kind(), Code::HostTimeout);
    assert_eq!(session.state().pending(), 1, "what is not known to have arrived still waits");

    let reloaded = office.open(true, None);
    assert_eq!(reloaded.state().pending(), 0, "it is sent again when the page opens");
    assert_eq!(*office.crm.made.borrow(), [id], "under the same key");
}

#[test]
fn offline_the_device_serves_and_the_quote_waits() {
    let office = Office::new();
    drop(office.open(true, None));
    let session = office.open(true, None);
    office.crm.refuse.set(Some(Code::HostOffline));
    session.reconnect();
    assert!(matches!(session.status().host, HostState::Away(_)));
    assert!(session.state().catalogue().is_some());
    let id = ordered(&session).unwrap();
    assert!(pollster::block_on(session.send(&id)).is_err());
    assert_eq!(session.state().pending(), 1);

    office.crm.refuse.set(None);
    session.reconnect();
    assert_eq!(session.status().host, HostState::Online);
    assert_eq!(session.state().pending(), 0);
}

#[test]
fn a_host_that_names_nobody_gets_no_database() {
    let office = Office::new();
    ordered(&office.open(true, None)).unwrap();
    office.crm.refuse.set(Some(Code::HostOffline));
    let session = office.open(true, None);
    assert!(session.state().quotes.is_empty(), "another user's data are not shown");
    assert!(matches!(session.status().device, Device::Lost(_)));
    assert!(matches!(session.state().supply, Supply::Failed(_)));
}

#[test]
fn what_the_host_refuses_for_good_does_not_wait() {
    let office = Office::new();
    let session = office.open(true, None);
    let id = ordered(&session).unwrap();
    office.crm.refuse.set(Some(Code::HostInvalid));
    assert_eq!(pollster::block_on(session.send(&id)).unwrap(), Place::Refused { code: "host.invalid".into() });
    assert_eq!(session.state().pending(), 0);
}

#[test]
fn a_device_that_refuses_is_never_called_saved() {
    for (code, host) in [(Code::StorageFull, false), (Code::StorageFailed, false), (Code::StorageFull, true)] {
        let office = Office::new();
        let session = office.open(host, None);
        office.device.refuse.set(Some(code));
        let saved = ordered(&session);
        assert_eq!(session.status().trouble.map(|error| error.kind()), Some(code));
        // With a host, the host's answer is the answer.
        assert_eq!(saved.is_ok(), host, "{code:?}");
    }
}

#[test]
fn newer_data_are_left_alone_and_work_goes_on() {
    let office = Office::new();
    office.device.refuse.set(Some(Code::StorageNewer));
    let session = office.open(false, None);
    assert_eq!(session.status().troubles()[0].kind(), Code::StorageNewer);
    assert_eq!(ordered(&session).unwrap_err().kind(), Code::StorageNewer);
    office.device.refuse.set(None);
    assert!(office.open(false, None).state().quotes.is_empty(), "nothing was written over them");
}

#[test]
fn the_pages_client_comes_before_the_remembered_one() {
    let office = Office::new();
    ordered(&office.open(false, None)).unwrap();
    assert_eq!(office.open(false, Some("ERNSH")).state().client.as_deref(), Some("ERNSH"));
    assert_eq!(office.open(false, None).state().client.as_deref(), Some("ERNSH"));
}

#[test]
fn signing_out_forgets_what_was_shown_and_keeps_what_was_kept() {
    let office = Office::new();
    let session = office.open(false, None);
    ordered(&session).unwrap();
    assert!(session.belongs_to("default", "default"));
    session.sign_out();
    assert!(session.state().quotes.is_empty());
    assert_eq!(session.status().troubles()[0].kind(), Code::StorageClosed);
    assert_eq!(office.open(false, None).state().quotes.len(), 1);
}
