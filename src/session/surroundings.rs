//! All that is outside a session, each behind its trait.

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use crate::domain::error::Result;
use crate::domain::import::Splitting;
use crate::store::{Backend, Book, Catalogue, Clock, Host, Ids};

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
    /// What is for sale, where there is no host to ask, or why what the page gave cannot be used.
    pub catalogue: Option<Result<Catalogue>>,
    /// What else is known, where there is no host to ask, or why what the page gave cannot be used.
    pub book: Option<Result<Book>>,
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
