/// Device, host, clock and ids, each of which does as it is told.
mod outside;

/// Quotes: kept, sent, and refused.
mod quotes;

/// Records that are changed, sent, taken back and read again.
mod changes;

/// Who hears of what, and when.
mod telling;

/// What is known where nothing usable is given.
mod reading;

use std::cell::Cell;
use std::rc::Rc;

use outside::{Crm, Disk, Fixed};
use sapa::domain::error::Error;
use sapa::session::{Session, Surroundings};
use sapa::storage::Memory;
use sapa::store::{Backend, Command, Host};

use crate::store::catalogue;
use crate::support::dec;

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
            catalogue: (!host).then(|| Ok(catalogue())),
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
