use sapa::domain::error::Code;
use sapa::session::HostState;
use sapa::store::{Entity, Item, Key, News, Place};

use super::Office;
use crate::changing::promise;

#[test]
fn a_change_survives_a_reload_without_a_host() {
    let office = Office::new();
    office.open(false, None).put(Item::Commitment(promise("p1", "Samples"))).unwrap();
    let session = office.open(false, None);
    assert_eq!(session.state().book.commitments, [promise("p1", "Samples")]);
    assert_eq!(session.state().changes[0].place, Place::Device);
    assert_eq!(session.state().pending(), 0, "there is nobody to wait for");
}

#[test]
fn a_change_is_sent_and_then_the_hosts_own() {
    let office = Office::new();
    let session = office.open(true, None);
    session.put(Item::Commitment(promise("p1", "Samples"))).unwrap();
    session.put(Item::Commitment(promise("p1", "Two samples"))).unwrap();
    assert_eq!(*office.crm.written.borrow(), ["create p1", "update p1"]);
    assert_eq!(session.state().pending(), 0);

    let reloaded = office.open(true, None);
    assert_eq!(reloaded.state().book.commitments, [promise("p1", "Two samples")]);
    assert!(reloaded.state().changes.is_empty(), "the host has it, so the device need not remember it");
}

#[test]
fn offline_a_change_waits_and_is_shown_meanwhile() {
    let office = Office::new();
    let session = office.open(true, None);
    office.crm.refuse.set(Some(Code::HostOffline));
    session.put(Item::Commitment(promise("p1", "Samples"))).unwrap();
    assert_eq!((session.state().pending(), session.state().book.commitments.len()), (1, 1));

    office.crm.refuse.set(None);
    session.reconnect();
    assert_eq!((session.state().pending(), session.state().book.commitments.len()), (0, 1));
    assert_eq!(*office.crm.written.borrow(), ["create p1"]);
}

#[test]
fn what_others_change_at_the_host_is_read_again() {
    let office = Office::new();
    let session = office.open(true, None);
    session.put(Item::Commitment(promise("p1", "Samples"))).unwrap();
    let read = office.crm.read.get();
    let promised = |id: &str, version: Option<&str>| {
        let key = Key { entity: Entity::Commitment, id: id.to_owned() };
        office.crm.tell(News::Changed { key: Some(key), version: version.map(str::to_owned) });
    };
    promised("p1", Some("1"));
    assert_eq!(office.crm.read.get(), read, "the change was ours");

    office.crm.promises.borrow_mut().push(promise("p2", "A visit"));
    promised("p2", Some("1"));
    assert_eq!(session.state().book.commitments.len(), 2, "another's change is shown");
    office.crm.promises.borrow_mut().clear();
    office.crm.tell(News::Changed { key: None, version: None });
    assert_eq!(session.state().book.commitments.len(), 0, "and so is what another took out");
}

#[test]
fn the_host_tells_of_its_network_and_its_client() {
    let office = Office::new();
    let session = office.open(true, None);
    office.crm.tell(News::Client("ALFKI".into()));
    assert_eq!(session.state().client.as_deref(), Some("ALFKI"));
    office.crm.tell(News::Client("nobody".into()));
    assert_eq!(session.state().client.as_deref(), Some("ALFKI"), "one we do not know cannot be shown");

    office.crm.refuse.set(Some(Code::HostOffline));
    office.crm.tell(News::Online(false));
    assert!(matches!(session.status().host, HostState::Away(_)));
    session.put(Item::Commitment(promise("p1", "Samples"))).unwrap();
    office.crm.refuse.set(None);
    office.crm.tell(News::Online(true));
    assert_eq!(
        (session.status().host, session.state().pending()),
        (HostState::Online, 0),
        "what waited is sent at once"
    );
}

#[test]
fn taking_back_forgets_what_nobody_knows_and_undoes_what_the_host_has() {
    let office = Office::new();
    let session = office.open(true, None);
    office.crm.refuse.set(Some(Code::HostOffline));
    session.put(Item::Commitment(promise("p1", "Samples"))).unwrap();
    session.take_back().unwrap();
    assert_eq!((session.state().pending(), session.state().book.commitments.len()), (0, 0));

    office.crm.refuse.set(None);
    session.put(Item::Commitment(promise("p2", "Call back"))).unwrap();
    session.take_back().unwrap();
    assert_eq!(*office.crm.written.borrow(), ["create p2", "remove p2"]);
    assert!(office.open(true, None).state().book.commitments.is_empty());
}

#[test]
fn what_the_host_refuses_for_good_stays_on_the_device_and_says_so() {
    let office = Office::new();
    let session = office.open(true, None);
    office.crm.refuse.set(Some(Code::HostForbidden));
    session.put(Item::Commitment(promise("p1", "Samples"))).unwrap();
    let refused = Place::Refused { code: "host.forbidden".into() };
    assert_eq!(session.state().changes[0].place, refused);
    office.crm.refuse.set(None);
    let reloaded = office.open(true, None);
    assert_eq!(reloaded.state().changes[0].place, refused);
    assert_eq!(reloaded.state().book.commitments, [promise("p1", "Samples")]);
}
