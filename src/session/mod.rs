//! A running workspace: the [`Store`](crate::store::Store) with its memory, its host and those who watch it.
//!
//! [`Session`] is shared by all widgets of a workspace, and starts with its [`Surroundings`]; [`sync`] is its traffic with the
//! device and the host; [`Desk`] is what one mounted widget holds of it, as values that views watch ([`live`], [`each`]).

pub mod ask;
pub mod desk;
pub mod each;
pub mod live;
mod news;
pub mod status;
mod surroundings;
pub mod sync;
mod watching;

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::rc::{Rc, Weak};

pub use ask::Ask;
pub use desk::Desk;
pub use each::Each;
pub use live::{Derived, Live, Same};
pub use status::{Device, HostState, Status};
pub use surroundings::{OpenFile, OpenMemory, OpenedFile, Surroundings, Task};
pub use watching::Pace;

use crate::domain::error::{Code, Error, Result};
use crate::store::{Backend, Clock, Command, Edit, Event, Item, Key, State, Store};
use watching::Listener;

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
    /// `import.no_workbook`, `import.unreadable`, `import.locked`, `import.unsupported`, `import.too_large`.
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

    /// The last change of the draft, if a person can take it back.
    pub fn last_edit(&self) -> Option<Edit> {
        self.store.borrow().last_edit().cloned()
    }

    /// A field of the draft was left: what is typed from now on is a step of its own.
    pub fn leave_field(&self) {
        self.store.borrow_mut().leave_field();
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
        self.carry_out(command, Store::apply, Self::tell)
    }

    /// The same for a command that is typed, so that the next is likely on its way.
    ///
    /// # Errors
    /// Those of [`Store::apply`]; nothing has changed then.
    pub fn type_in(&self, command: Command) -> Result<Vec<Event>> {
        self.carry_out(command, Store::type_in, Self::tell_typed)
    }

    fn carry_out(
        &self,
        command: Command,
        apply: fn(&mut Store, Command) -> Result<Vec<Event>>,
        tell: fn(&Self),
    ) -> Result<Vec<Event>> {
        let events = apply(&mut self.store.borrow_mut(), command)?;
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

    fn set_status(&self, change: impl FnOnce(&mut Status)) {
        change(&mut self.status.borrow_mut());
        self.tell();
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
