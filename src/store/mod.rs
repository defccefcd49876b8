//! Pure change: a [`Command`] goes into the [`Store`], and out come a new [`State`] and the [`Event`]s that tell what
//! must be kept, sent or announced.
//!
//! Nothing here waits, reads a clock or touches a browser. What the store needs from outside stands in [`traits`] and is
//! handed in by `session`.

pub mod appointment;
pub mod book;
pub mod card;
pub mod changing;
pub mod command;
pub mod comparing;
pub mod diary;
pub mod drafting;
pub mod export;
pub mod importing;
pub mod invitations;
pub mod item;
pub mod outbox;
pub mod progress;
pub mod quoting;
pub mod record;
pub mod scenario;
pub mod sharing;
pub mod signing;
pub mod standing;
pub mod state;
pub mod traits;
pub mod undo;
pub mod wish;

mod wire;

pub use appointment::Appointment;
pub use book::{Book, Order};
pub use card::Card;
pub use command::{Command, Event, Store};
pub use diary::Diary;
pub use item::{Changed, Entity, IMPORTED, Item, Key};
pub use record::{Catalogue, Entry, Given, Record, Table, Write};
pub use standing::Standings;
pub use state::{Place, Saved, State, Supply};
pub use traits::{Backend, Clock, Context, Host, Ids, News, Pending, Receipt};
pub use undo::Edit;
pub use wire::{book_kinds, read_book};

pub use crate::wire::LeftOut;
