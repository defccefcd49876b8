//! The sessions of the page: widgets of one workspace, user and host share one.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use wasm_bindgen::prelude::*;

use super::engine::thrown;
use super::outside::{RandomIds, SystemClock};
use crate::bridge::{Connection, JsHost, js_host};
use crate::domain::date::Date;
use crate::domain::error::{Code, Error, Result};
use crate::session::{Session, Surroundings};
use crate::storage::{IndexedDb, indexed_db};
use crate::store::{Backend, Host};

/// What tells one session from another.
#[derive(Clone, PartialEq)]
pub(super) struct Key {
    pub(super) workspace: Option<String>,
    pub(super) user: Option<String>,
    pub(super) today: Option<String>,
    /// Where links to a quote lead.
    pub(super) page: Option<String>,
    /// The connection object, or undefined.
    pub(super) connection: JsValue,
    /// The catalogue object, or undefined.
    pub(super) data: JsValue,
}

thread_local! {
    static SESSIONS: RefCell<Vec<(Key, Weak<Session>)>> = const { RefCell::new(Vec::new()) };
}

/// The session for this key, started if no widget has one yet.
pub(super) fn session(key: Key, client: Option<String>) -> Result<Rc<Session>> {
    let running = SESSIONS.with_borrow_mut(|sessions| {
        sessions.retain(|(_, session)| session.strong_count() > 0);
        sessions.iter().find(|(known, _)| *known == key).and_then(|(_, session)| session.upgrade())
    });
    if let Some(session) = running {
        session.prefer(client);
        return Ok(session);
    }
    let session = Session::start(surroundings(&key, client)?);
    SESSIONS.with_borrow_mut(|sessions| sessions.push((key, Rc::downgrade(&session))));
    Ok(session)
}

fn surroundings(key: &Key, client: Option<String>) -> Result<Surroundings> {
    let present = |value: &JsValue| !value.is_null_or_undefined();
    let host = present(&key.connection)
        .then(|| Rc::new(JsHost::new(key.connection.clone().unchecked_into::<Connection>())) as Rc<dyn Host>);
    let own = host.is_none() && present(&key.data);
    // It was the page that gave them, and no host that answered.
    let given = |error: Error| match error.kind() {
        Code::HostMalformed => Error::new(Code::DataInvalid, error.detail()),
        _ => error,
    };
    let catalogue = own.then(|| js_host::catalogue(&key.data).map_err(given));
    let book = own.then(|| js_host::book(&key.data).map_err(given));
    Ok(Surroundings {
        workspace: key.workspace.clone(),
        user: key.user.clone(),
        client,
        page: key.page.clone(),
        memory: Box::new(|workspace, user| Rc::new(IndexedDb::new(workspace, user)) as Rc<dyn Backend>),
        host,
        catalogue,
        book,
        clock: Rc::new(SystemClock { fixed: key.today.as_deref().map(Date::parse).transpose()? }),
        ids: Rc::new(RandomIds),
        spawn: |task| wasm_bindgen_futures::spawn_local(task),
        after: |millis, call| drop(gloo::timers::callback::Timeout::new(millis, call).forget()),
        open_file: super::spreadsheet::open_file,
    })
}

fn running() -> Vec<Rc<Session>> {
    SESSIONS.with_borrow(|sessions| sessions.iter().filter_map(|(_, session)| session.upgrade()).collect())
}

/// Tells every session that the network may be back.
#[wasm_bindgen]
pub fn wake() {
    for session in running() {
        session.reconnect();
    }
}

/// Closes the device's data of this account: no widget of it keeps anything any more.
#[wasm_bindgen(js_name = signOut)]
pub fn sign_out(workspace: &str, user: &str) {
    for session in running() {
        if session.belongs_to(workspace, user) {
            session.sign_out();
        }
    }
}

/// Deletes the device's data of this account.
///
/// # Errors
/// A JavaScript `Error` with our code.
#[wasm_bindgen]
pub async fn erase(workspace: String, user: String) -> core::result::Result<(), JsValue> {
    sign_out(&workspace, &user);
    indexed_db::erase(&workspace, &user).await.map_err(|error| thrown(&error))
}

/// Everything the device keeps for this account, as a plain object.
///
/// # Errors
/// A JavaScript `Error` with our code.
#[wasm_bindgen(js_name = exportData)]
pub async fn export_data(workspace: String, user: String) -> core::result::Result<JsValue, JsValue> {
    indexed_db::dump(&workspace, &user).await.map_err(|error| thrown(&error))
}
