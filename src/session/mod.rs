//! A running workspace: the [`Store`](crate::store::Store) with its memory, its host and those who watch it.
//!
//! [`Session`] is shared by all widgets of a workspace; [`sync`] is its traffic with the device and the host;
//! [`Desk`] is what one mounted widget holds of it, as values that views watch ([`live`], [`each`]).

pub mod ask;
pub mod desk;
pub mod each;
pub mod live;
mod news;
pub mod status;
pub mod sync;

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::pin::Pin;
use std::rc::{Rc, Weak};

pub use ask::Ask;
pub use desk::Desk;
pub use each::Each;
pub use live::{Derived, Live, Same};
pub use status::{Device, HostState, Status};

use crate::domain::error::{Code, Error, Result};
use crate::domain::import::Splitting;
use crate::store::{Backend, Book, Catalogue, Clock, Command, Event, Host, Ids, Item, Key, State, Store};

/// A piece of work that goes on after the call that began it.
pub type Task = Pin<Box<dyn Future<Output = ()>>>;

/// What a session is given: every outside thing, each behind its trait.
pub struct Surroundings {
    /// The workspace, if the page names it; otherwise the host does.
    pub workspace: Option<String>,
    /// The user, if the page names one; otherwise the host does.
    pub user: Option<String>,
    /// The client to look at first, whatever was looked at last.
    pub client: Option<String>,
    /// The address of the page that links to a quote lead to, without any `#`; without one there are no links.
    pub page: Option<String>,
    /// Opens the device's memory of a workspace and user.
    pub memory: OpenMemory,
    /// The CRM, if there is one.
    pub host: Option<Rc<dyn Host>>,
    /// What is for sale, where there is no host to ask.
    pub catalogue: Option<Catalogue>,
    /// What else is known, where there is no host to ask.
    pub book: Option<Book>,
    /// The day.
    pub clock: Rc<dyn Clock>,
    /// New ids.
    pub ids: Rc<dyn Ids>,
    /// Runs a task on the page's thread.
    pub spawn: fn(Task),
    /// Calls back once after so many milliseconds. What is typed is told to all only then.
    pub after: fn(u32, Box<dyn FnOnce()>),
    /// Opens the file that was chosen in a field.
    pub open_file: OpenFile,
}

/// Opens the file that was chosen in a field.
pub type OpenFile = fn(web_sys::Element) -> Pin<Box<dyn Future<Output = Result<OpenedFile>>>>;

/// A file somebody chose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenedFile {
    /// Its name, without what says its kind.
    pub name: String,
    /// What is in it, not yet split into rows.
    pub table: Splitting,
}

/// Opens the device's memory of a workspace and user.
pub type OpenMemory = Box<dyn Fn(&str, &str) -> Rc<dyn Backend>>;

type Listener = Rc<dyn Fn(&Rc<State>, &Status, Pace)>;

/// Whether the next change is likely on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// Somebody is typing. What they look at follows each key; the rest of a page would cost more time than there is between
    /// two keys, and can wait until they pause.
    Typing,
    /// Nobody is.
    Settled,
}

/// How long a pause in typing is, in milliseconds: longer than between two keys of a number, too short to be waited for.
const PAUSE: u32 = 250;

/// The shared, running workspace.
pub struct Session {
    store: RefCell<Store>,
    status: RefCell<Status>,
    around: Surroundings,
    backend: RefCell<Option<Rc<dyn Backend>>>,
    /// Whose data these are, once it is known.
    account: RefCell<(String, String)>,
    /// The client to look at as soon as the session is open.
    wanted: RefCell<Option<String>>,
    is_open: Cell<bool>,
    /// How long to wait before the host is asked again, in milliseconds; zero while no retry is planned.
    retry_in: Cell<u32>,
    listeners: RefCell<Vec<(u32, Listener)>>,
    next_listener: Cell<u32>,
    /// How many keys have been typed, and how many of them everybody knows of.
    typed: Cell<u32>,
    settled: Cell<u32>,
    /// A draft changed while the last one was still being written.
    draft_dirty: Cell<bool>,
    draft_writing: Cell<bool>,
    /// Changes are being sent.
    sending: Cell<bool>,
    /// The host is about to be read again, because it told of changes.
    reading_planned: Cell<bool>,
    this: Weak<Session>,
}

impl Session {
    /// Starts a session: what the device remembers and what the host offers arrive a little later.
    pub fn start(around: Surroundings) -> Rc<Self> {
        let session = Rc::new_cyclic(|this| Session {
            store: RefCell::default(),
            status: RefCell::new(Status::new(around.host.is_some())),
            wanted: RefCell::new(around.client.clone()),
            around,
            backend: RefCell::new(None),
            account: RefCell::default(),
            is_open: Cell::new(false),
            retry_in: Cell::new(0),
            listeners: RefCell::default(),
            next_listener: Cell::new(1),
            typed: Cell::default(),
            settled: Cell::default(),
            draft_dirty: Cell::new(false),
            draft_writing: Cell::new(false),
            sending: Cell::new(false),
            reading_planned: Cell::new(false),
            this: this.clone(),
        });
        session.listen();
        session.spawn(|session| async move { session.open().await });
        session
    }

    /// What is.
    pub fn state(&self) -> State {
        self.store.borrow().state().clone()
    }

    /// Where the data live and how the host is.
    pub fn status(&self) -> Status {
        self.status.borrow().clone()
    }

    /// Whether the last change of a record can be taken back.
    pub fn can_take_back(&self) -> bool {
        self.store.borrow().can_take_back()
    }

    /// Puts a record in, new or changed; it is kept on the device and sent to the host.
    ///
    /// # Errors
    /// Those of [`Store::apply`].
    pub fn put(&self, item: Item) -> Result<Vec<Event>> {
        self.act(Command::Put { item, idem: self.new_id(), host: self.has_host() })
    }

    /// Takes a record out.
    ///
    /// # Errors
    /// Those of [`Store::apply`].
    pub fn remove(&self, key: Key) -> Result<Vec<Event>> {
        self.act(Command::Remove { key, idem: self.new_id(), host: self.has_host() })
    }

    /// Takes back the last change of a record.
    ///
    /// # Errors
    /// Those of [`Store::apply`].
    pub fn take_back(&self) -> Result<Vec<Event>> {
        self.act(Command::TakeBack { idem: self.new_id(), host: self.has_host() })
    }

    /// Opens the file that was chosen in this field.
    ///
    /// # Errors
    /// `import.unreadable`, `import.locked`, `import.unsupported`, `import.too_large`.
    pub async fn open_file(&self, field: web_sys::Element) -> Result<OpenedFile> {
        (self.around.open_file)(field).await
    }

    /// An id nobody else has.
    pub fn new_id(&self) -> String {
        self.around.ids.next()
    }

    fn has_host(&self) -> bool {
        self.around.host.is_some()
    }

    /// Whether the last change of the draft can be taken back.
    pub fn can_undo(&self) -> bool {
        self.store.borrow().can_undo()
    }

    /// The address of a link whose text is this, if links lead anywhere.
    pub fn link(&self, text: &str) -> Option<String> {
        self.around.page.as_ref().map(|page| [page, "#", text].concat())
    }

    /// Today, for dates on quotes.
    pub fn clock(&self) -> &dyn Clock {
        self.around.clock.as_ref()
    }

    /// Carries a command out, tells every watcher, and keeps on the device what must be kept.
    ///
    /// # Errors
    /// Those of [`Store::apply`]; nothing has changed then.
    pub fn act(&self, command: Command) -> Result<Vec<Event>> {
        self.carry_out(command, Self::tell)
    }

    /// The same for a command that is typed, so that the next is likely on its way.
    ///
    /// # Errors
    /// Those of [`Store::apply`]; nothing has changed then.
    pub fn type_in(&self, command: Command) -> Result<Vec<Event>> {
        self.carry_out(command, Self::tell_typed)
    }

    fn carry_out(&self, command: Command, tell: fn(&Self)) -> Result<Vec<Event>> {
        let events = {
            let mut store = self.store.borrow_mut();
            store.apply(command)?
        };
        for event in &events {
            match event {
                Event::DraftChanged => self.keep_draft(),
                Event::Changed(key) => self.keep_change(key.clone()),
                Event::Forgotten(key) => self.forget_change(key),
                _ => {}
            }
        }
        if !events.is_empty() {
            tell(self);
        }
        Ok(events)
    }

    /// Tells everybody what was typed without waiting for the pause: who does something else has typed it to its end.
    pub fn settle(&self) {
        if !self.is_settled() {
            self.tell();
        }
    }

    /// Calls back once there was time to type another key.
    pub fn after_typing(&self, call: impl FnOnce() + 'static) {
        (self.around.after)(PAUSE, Box::new(call));
    }

    /// Whether everybody knows of everything that was typed.
    pub fn is_settled(&self) -> bool {
        self.typed == self.settled
    }

    /// Looks at this client, as the page wishes; the empty id is no client. Until the session is open the wish waits, so
    /// that it comes after what the device remembers.
    pub fn prefer(&self, client: Option<String>) {
        let Some(client) = client else { return };
        if self.is_open.get() {
            // A client the catalogue does not know cannot be shown; the page hears of it through the status.
            if let Err(error) = self.act(Command::ChooseClient(Some(client).filter(|id| !id.is_empty()))) {
                self.set_status(|status| status.trouble = Some(error));
            }
        } else {
            self.wanted.replace(Some(client));
        }
    }

    /// The workspace and user whose data these are; empty until they are known.
    pub fn account(&self) -> (String, String) {
        self.account.borrow().clone()
    }

    /// Whether these are the data of this account.
    pub fn belongs_to(&self, workspace: &str, user: &str) -> bool {
        let account = self.account.borrow();
        (account.0.as_str(), account.1.as_str()) == (workspace, user)
    }

    /// Lets go of the device's data and of what is shown; they stay on the device until the account opens them again.
    pub fn sign_out(&self) {
        if let Some(backend) = self.backend.replace(None) {
            backend.close();
        }
        self.store.replace(Store::default());
        self.set_status(|status| status.device = Device::Lost(Error::new(Code::StorageClosed, "")));
    }

    /// Calls `listener` after every change, and once more when what was typed has settled, until [`Session::forget`] is called
    /// with the number returned.
    pub fn watch(&self, listener: impl Fn(&Rc<State>, &Status, Pace) + 'static) -> u32 {
        let number = self.next_listener.get();
        self.next_listener.set(number.wrapping_add(1));
        self.listeners.borrow_mut().push((number, Rc::new(listener)));
        number
    }

    /// Ends a watch.
    pub fn forget(&self, number: u32) {
        self.listeners.borrow_mut().retain(|(known, _)| *known != number);
    }

    fn set_status(&self, change: impl FnOnce(&mut Status)) {
        change(&mut self.status.borrow_mut());
        self.tell();
    }

    fn tell(&self) {
        self.settled.set(self.typed.get());
        self.tell_at(Pace::Settled);
    }

    fn tell_typed(&self) {
        self.tell_at(Pace::Typing);
        self.await_pause();
    }

    /// Somebody types on, though what stands there now changes nothing.
    pub fn type_on(&self) {
        if !self.is_settled() {
            self.await_pause();
        }
    }

    fn await_pause(&self) {
        let key = self.typed.get().wrapping_add(1);
        self.typed.set(key);
        let this = self.this.clone();
        self.after_typing(move || {
            if let Some(session) = this.upgrade().filter(|session| session.typed.get() == key) {
                session.settle();
            }
        });
    }

    fn tell_at(&self, pace: Pace) {
        // A listener may act or forget, so nothing stays borrowed while it runs.
        let (state, status) = (Rc::new(self.state()), self.status());
        let listeners: Vec<_> = self.listeners.borrow().iter().map(|(_, listener)| Rc::clone(listener)).collect();
        for listener in listeners {
            listener(&state, &status, pace);
        }
    }

    /// Runs work that holds the session alive until it is done.
    fn spawn<F: Future<Output = ()> + 'static>(&self, work: impl FnOnce(Rc<Session>) -> F) {
        if let Some(session) = self.this.upgrade() {
            (self.around.spawn)(Box::pin(work(session)));
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if let Some(backend) = self.backend.get_mut() {
            backend.close();
        }
    }
}
