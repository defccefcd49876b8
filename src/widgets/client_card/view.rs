//! What every part of the card reads: one client's facts, gathered once for all of them.

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::domain::account::Account;
use crate::domain::date::Date;
use crate::domain::money::Currency;
use crate::i18n::{CardKey, RecordKey};
use crate::session::{Derived, Desk, Live};
use crate::store::{Book, Card, Item, Key, LeftOut, Saved, Standings};
use crate::ui::{El, Handle, el, kinds_left_out};

/// Where everybody stands today, worked out anew only when other orders are known.
pub(super) fn standings(desk: Desk) -> Derived<Option<Standings>> {
    let today = desk.today();
    let ordered = Derived::new(move || Ordered(desk.state.with(|state| Arc::clone(&state.book))));
    Derived::unchecked(move || ordered.with(|Ordered(book)| Standings::on(today, book).ok()))
}

/// One client's card, cheap to copy into every closure.
#[derive(Clone, Copy)]
pub(super) struct View {
    pub(super) desk: Desk,
    pub(super) today: Date,
    card: Derived<Option<Card>>,
    standings: Derived<Option<Standings>>,
    /// What was changed here last.
    pub(super) changed: Live<Option<Key>>,
    /// The text of the entry that is being written, for those who send the focus there.
    pub(super) entry: Handle,
}

impl View {
    /// The card of the client that is chosen now; it stays that client's.
    pub(super) fn of(desk: Desk, standings: Derived<Option<Standings>>) -> Self {
        let client = desk.state.peek(|state| state.client.clone().unwrap_or_default());
        let today = desk.today();
        let known =
            Derived::new(move || desk.state.with(|state| Known(Arc::clone(&state.book), Arc::clone(&state.quotes))));
        let card =
            Derived::unchecked(move || known.with(|Known(book, quotes)| Card::of(book, quotes, &client, today).ok()));
        Self { desk, today, card, standings, changed: Live::new(None), entry: Handle::new() }
    }

    /// Reads the card; nothing if its sums are beyond what can be calculated with.
    pub(super) fn with<T>(&self, read: impl FnOnce(&Card) -> T) -> Option<T> {
        self.card.with(|card| card.as_ref().map(read))
    }

    /// Reads where everybody stands.
    pub(super) fn standings<T>(&self, read: impl FnOnce(&Standings) -> T) -> Option<T> {
        self.standings.with(|standings| standings.as_ref().map(read))
    }

    pub(super) fn account(&self) -> Account {
        self.with(|card| card.account.clone()).unwrap_or_default()
    }

    /// Puts a changed record in, and says where it is kept.
    pub(super) fn put(&self, item: Item) {
        let key = item.key();
        if self.desk.put(item).is_ok() {
            self.changed.set(Some(key));
        }
    }

    pub(super) fn text(&self, key: CardKey) -> String {
        self.desk.words().text(key)
    }

    /// What of these kinds of this client's could not be read, in a sentence; nothing if all could.
    pub(super) fn unread(&self, kinds: &[&str], sentence: RecordKey) -> Option<String> {
        let client = self.with(|card| card.account.client.clone())?;
        self.desk.state.with(|state| {
            let theirs = |kind: &&LeftOut| kinds.contains(&kind.entity) && kind.concerns(&client);
            let unread: Vec<_> = state.left_out().filter(theirs).collect();
            let words = self.desk.words();
            (!unread.is_empty()).then(|| words.fill(sentence, &[("kinds", &kinds_left_out(&words, &unread))]))
        })
    }

    /// Whether the records have arrived: until then nothing may be said to be owed, planned or missing.
    pub(super) fn is_known(&self) -> bool {
        self.desk.state.with(|state| state.is_known)
    }

    /// What stands where nothing of these kinds is known: only what has arrived and could be read may be said to be empty.
    pub(super) fn nothing(&self, kinds: &[&str], empty: CardKey) -> String {
        if !self.is_known() {
            return self.desk.words().text(RecordKey::Unknown);
        }
        self.unread(kinds, RecordKey::Partly).unwrap_or_else(|| self.text(empty))
    }

    pub(super) fn currency(&self) -> Currency {
        self.desk.state.peek(|state| state.price_list().map_or(Currency::NONE, |list| list.currency))
    }

    /// An amount with its currency.
    pub(super) fn amount(&self, amount: Decimal) -> String {
        self.desk.words().money(amount, self.currency())
    }

    /// A part of the card under its heading. The heading takes the focus where the thing that had it is gone.
    pub(super) fn section(&self, part: &str, title: CardKey, heading: Handle) -> El {
        let id = ["card-", part].concat();
        let head = el("h3").attr("id", &id).attr("tabindex", "-1").handle(heading).text(&self.text(title));
        el("section").class(&["card-section ", part].concat()).part(part).attr("aria-labelledby", &id).child(head)
    }
}

/// The book and the quotes, the same only if they are the very same.
struct Known(Arc<Book>, Arc<Vec<Saved>>);

impl PartialEq for Known {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) && Arc::ptr_eq(&self.1, &other.1)
    }
}

/// The book, the same as far as its orders are.
struct Ordered(Arc<Book>);

impl PartialEq for Ordered {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0.orders == other.0.orders
    }
}
