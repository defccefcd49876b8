use std::cell::{Cell, RefCell};
use std::rc::Rc;

use sapa::domain::commitment::Commitment;
use sapa::domain::date::Date;
use sapa::domain::error::{Code, Error};
use sapa::domain::quote::Quote;
use sapa::session::{Device, HostState, Pace, Session, Surroundings};
use sapa::storage::Memory;
use sapa::store::{
    Backend, Book, Catalogue, Changed, Clock, Command, Context, Entity, Given, Host, Ids, Item, Key, News, Pending,
    Place, Receipt, Record, Supply, Write,
};
use sapa::wire::Value;

use crate::changing::promise;
use crate::store::catalogue;
use crate::support::dec;

/// A device that can be told to refuse.
struct Disk {
    memory: Memory,
    refuse: Cell<Option<Code>>,
}

impl Backend for Disk {
    fn read(&self) -> Pending<'_, Vec<Record>> {
        match self.refuse.get() {
            Some(code) => Box::pin(async move { Err(Error::new(code, "")) }),
            None => self.memory.read(),
        }
    }

    fn commit(&self, writes: Vec<Write>) -> Pending<'_, ()> {
        match self.refuse.get() {
            Some(code) => Box::pin(async move { Err(Error::new(code, "")) }),
            None => self.memory.commit(writes),
        }
    }

    fn close(&self) {}
}

type Listener = Box<dyn Fn(News)>;

/// A host that can be told to refuse, and counts what it made under which key.
#[derive(Default)]
struct Crm {
    refuse: Cell<Option<Code>>,
    lose_answer: Cell<bool>,
    made: RefCell<Vec<String>>,
    /// What was written beside quotes: the operation, the record and the key.
    written: RefCell<Vec<String>>,
    /// What the host knows of promises.
    promises: RefCell<Vec<Commitment>>,
    /// How often all of them were asked for.
    read: Cell<u32>,
    listener: RefCell<Option<Listener>>,
}

impl Crm {
    /// Says so to whoever listens.
    fn tell(&self, news: News) {
        if let Some(told) = self.listener.borrow().as_ref() {
            told(news);
        }
    }

    fn answer<T: 'static>(&self, answer: T) -> Pending<'_, T> {
        let refused = self.refuse.get();
        Box::pin(async move { refused.map_or(Ok(answer), |code| Err(Error::new(code, ""))) })
    }
}

impl Host for Crm {
    fn context(&self) -> Pending<'_, Context> {
        self.answer(Context { workspace: "w".into(), user: "anna".into(), host: "CRM".into(), ..Context::default() })
    }

    fn catalogue(&self) -> Pending<'_, Catalogue> {
        self.answer(catalogue())
    }

    fn book(&self) -> Pending<'_, Given> {
        self.read.set(self.read.get() + 1);
        let book = Book { commitments: self.promises.borrow().clone(), ..Book::default() };
        self.answer(Given { value: Value::Null, book })
    }

    fn write<'a>(&'a self, changed: &'a Changed) -> Pending<'a, Receipt> {
        if self.refuse.get().is_none() {
            let op = match (&changed.base, &changed.item) {
                (_, None) => "remove",
                (None, Some(_)) => "create",
                (Some(_), Some(_)) => "update",
            };
            self.written.borrow_mut().push([op, " ", &changed.key.id].concat());
            let mut promises = self.promises.borrow_mut();
            promises.retain(|promise| promise.id != changed.key.id);
            if let Some(Item::Commitment(promise)) = &changed.item {
                promises.push(promise.clone());
            }
        }
        self.answer(Receipt { id: changed.key.id.clone(), version: "1".into() })
    }

    fn listen(&self, told: Box<dyn Fn(News)>) {
        self.listener.replace(Some(told));
    }

    fn create_quote<'a>(&'a self, _: &'a Quote, idem: &'a str) -> Pending<'a, Receipt> {
        if self.refuse.get().is_none() && !self.made.borrow().iter().any(|known| known == idem) {
            self.made.borrow_mut().push(idem.to_owned());
        }
        if self.lose_answer.replace(false) {
            return Box::pin(async { Err(Error::new(Code::HostTimeout, "")) });
        }
        self.answer(Receipt { id: "77".into(), version: "1".into() })
    }
}

#[derive(Default)]
struct Fixed(Cell<u32>);

impl Clock for Fixed {
    fn today(&self) -> Date {
        Date::parse("1998-05-07").unwrap()
    }
}

impl Ids for Fixed {
    fn next(&self) -> String {
        self.0.set(self.0.get() + 1);
        format!("q{}", self.0.get())
    }
}

struct Office {
    device: Rc<Disk>,
    crm: Rc<Crm>,
}

impl Office {
    fn new() -> Self {
        let device = Rc::new(Disk { memory: Memory::new(), refuse: Cell::new(None) });
        Office { device, crm: Rc::default() }
    }

    /// A page that is opened: everything it starts runs to its end at once.
    fn open(&self, host: bool, client: Option<&str>) -> Rc<Session> {
        // What is to happen soon happens now; what is to be tried again much later does not.
        self.open_where(host, client, |millis, call| {
            if millis < 1_000 {
                call()
            }
        })
    }

    fn open_where(&self, host: bool, client: Option<&str>, after: fn(u32, Box<dyn FnOnce()>)) -> Rc<Session> {
        let device = Rc::clone(&self.device);
        Session::start(Surroundings {
            workspace: None,
            user: None,
            client: client.map(str::to_owned),
            page: None,
            memory: Box::new(move |_, _| Rc::clone(&device) as Rc<dyn Backend>),
            host: host.then(|| Rc::clone(&self.crm) as Rc<dyn Host>),
            catalogue: (!host).then(catalogue),
            book: None,
            clock: Rc::new(Fixed::default()),
            ids: Rc::new(Fixed::default()),
            spawn: pollster::block_on,
            open_file: |_| unreachable!("a session opens a file for a widget"),
            after,
        })
    }
}

fn ordered(session: &Rc<Session>) -> Result<String, Error> {
    session.act(Command::ChooseClient(Some("ALFKI".into()))).unwrap();
    session.act(Command::AddLine { product: "1".into(), quantity: dec("12") }).unwrap();
    pollster::block_on(Rc::clone(session).save_quote())
}

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

#[test]
fn listeners_hear_changes_until_they_are_forgotten() {
    let office = Office::new();
    let session = office.open(false, None);
    let heard = Rc::new(Cell::new(0));
    let counter = Rc::clone(&heard);
    let number = session.watch(move |_, _, _| counter.set(counter.get() + 1));
    session.act(Command::SetManual(dec("5"))).unwrap();
    let after_one = heard.get();
    assert!(after_one > 0);
    session.forget(number);
    session.act(Command::SetManual(dec("6"))).unwrap();
    assert_eq!(heard.get(), after_one);
    assert_eq!(Rc::strong_count(&heard), 1, "a forgotten listener is dropped");
}

thread_local! {
    /// What is to happen later, until a test lets it.
    static LATER: RefCell<Vec<Box<dyn FnOnce()>>> = RefCell::default();
}

#[test]
fn what_is_typed_is_told_at_once_and_again_when_it_has_settled() {
    let session = Office::new().open_where(false, None, |_, call| LATER.with_borrow_mut(|later| later.push(call)));
    let heard = Rc::new(RefCell::new(Vec::new()));
    let writer = Rc::clone(&heard);
    session.watch(move |state, _, pace| writer.borrow_mut().push((state.draft.manual_percent, pace)));
    let type_in = |percent| session.type_in(Command::SetManual(dec(percent))).unwrap();
    let wait = || LATER.take().into_iter().for_each(|call| call());
    type_in("1");
    type_in("12");
    assert!(!session.is_settled());
    wait();
    let told = [(dec("1"), Pace::Typing), (dec("12"), Pace::Typing), (dec("12"), Pace::Settled)];
    assert_eq!(heard.take(), told, "the first key's pause was none");

    type_in("13");
    session.settle();
    wait();
    session.settle();
    assert_eq!(
        heard.take(),
        [(dec("13"), Pace::Typing), (dec("13"), Pace::Settled)],
        "a field that was left is told once"
    );

    type_in("13.5");
    session.type_on();
    LATER.with_borrow_mut(|later| later.remove(0))();
    assert!(!session.is_settled(), "whoever takes a number out is still typing");
    wait();
    assert_eq!(heard.take().len(), 2);

    type_in("14");
    session.act(Command::ClearDraft).unwrap();
    wait();
    let told = [(dec("14"), Pace::Typing), (dec("0"), Pace::Settled)];
    assert_eq!(heard.take(), told, "whatever is not typed settles what was");
}

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
