//! What the draft comes to, worked out once for every part of the view that shows some of it.

use std::rc::Rc;

use leptos::prelude::untrack;
use rust_decimal::Decimal;

use super::line_figures::{self, LineFigures};
use super::sentences;
use crate::domain::client::Client;
use crate::domain::error::Error;
use crate::domain::import::PriceImport;
use crate::domain::money::Currency;
use crate::domain::pricing::{Priced, PricedLine};
use crate::domain::product::Product;
use crate::domain::quote::NamedStep;
use crate::session::{Derived, Desk, Each, Live, Same};
use crate::store::{Catalogue, State, quoting};

/// The priced draft, for every view that shows some of it.
#[derive(Clone, Copy)]
pub struct Figures {
    /// Whether the client looks on: then nothing internal is shown.
    pub for_client: Live<bool>,
    /// What each line of the order shows.
    pub lines: Each<LineFigures>,
    /// The draft with every key that was typed: for the total, which follows them.
    pub now: PricedDraft,
    /// The draft as it was before somebody began to type: for what explains the total.
    pub settled: PricedDraft,
    steps: Derived<Vec<NamedStep>>,
    priced_by: Derived<PricedBy>,
    currency: Derived<Option<Currency>>,
    desk: Desk,
}

/// What the draft comes to, or why it has no price.
#[derive(Clone, Copy)]
pub struct PricedDraft(Derived<Rc<Result<Priced, Error>>>);

/// What a product's unit price depends on.
type PricedBy = (Same<Catalogue>, Same<PriceImport>, Option<String>);

impl Figures {
    /// The figures of the desk's draft.
    pub fn of(desk: Desk) -> Self {
        let today = desk.today();
        let priced_by = move |state: &State| {
            let group = state.chosen().and_then(Client::group_key).map(str::to_owned);
            (Same(state.shared_catalogue().cloned()), Same(state.book.prices.clone()), group)
        };
        let now = PricedDraft(Derived::new(move || Rc::new(desk.now.with(|state| quoting::price(state, today)))));
        // Whenever the state has settled, what was priced last is its price.
        let settled = move || {
            desk.state.with(|_| ());
            untrack(|| now.0.get())
        };
        Self {
            for_client: Live::new(false),
            lines: line_figures::of(desk, now),
            now,
            settled: PricedDraft(Derived::new(settled)),
            steps: Derived::new(move || desk.state.with(|state| quoting::steps(state, today).unwrap_or_default())),
            priced_by: Derived::new(move || desk.state.with(priced_by)),
            currency: Derived::new(move || desk.state.with(|state| state.price_list().map(|list| list.currency))),
            desk,
        }
    }

    /// What one unit of a product costs the chosen client before any discount. Who asks is told when other prices are in
    /// force or another client is chosen, and not with every change of the quote.
    pub fn unit_price(&self, product: &Product) -> Decimal {
        let today = self.desk.today();
        self.priced_by.with(|_| ());
        let price = self.desk.state.peek(|state| quoting::unit_price(state, product, today));
        price.unwrap_or(product.price)
    }

    /// Reads the priced draft once it has settled, or gives nothing while it cannot be priced.
    pub fn with<T>(&self, read: impl FnOnce(&Priced) -> T) -> Option<T> {
        self.settled.with(read)
    }

    /// Reads one line as it was priced.
    pub fn with_line<T>(&self, key: u32, read: impl FnOnce(&PricedLine) -> T) -> Option<T> {
        let id = key.to_string();
        self.with(|priced| priced.lines.iter().find(|line| *line.id == id).map(read))?
    }

    /// Reads the steps in force, in the order of the waterfall.
    pub fn with_steps<T>(&self, read: impl FnOnce(&[NamedStep]) -> T) -> T {
        self.steps.with(|steps| read(steps))
    }

    /// What people call the step of this id: a promotion by its own name, any other by what it is for.
    pub fn step_name(&self, id: &str) -> String {
        self.with_steps(|steps| {
            let named = steps.iter().find(|named| named.step.id == id);
            let kind = |named: &NamedStep| self.desk.words().text(sentences::step(named.step.kind));
            named.map(|named| named.name.clone().unwrap_or_else(|| kind(named))).unwrap_or_default()
        })
    }

    /// Whether there is a price and something it is for.
    pub fn is_priced(&self) -> bool {
        !self.is_empty() && self.settled.error().is_none()
    }

    /// Whether internal figures may be shown: there are some, and no client looks on.
    pub fn is_internal(&self) -> bool {
        self.is_priced() && !self.for_client.get()
    }

    /// Whether anything is ordered.
    pub fn is_empty(&self) -> bool {
        self.desk.state.with(|state| state.draft.lines.is_empty())
    }

    /// The currency of the price list, once there is one.
    pub fn currency(&self) -> Option<Currency> {
        self.currency.get()
    }

    /// An amount without its currency.
    pub fn amount(&self, amount: Decimal) -> String {
        self.currency().map(|currency| self.desk.words().amount(amount, currency)).unwrap_or_default()
    }

    /// An amount with its currency.
    pub fn money(&self, amount: Decimal) -> String {
        self.currency().map(|currency| self.desk.words().money(amount, currency)).unwrap_or_default()
    }
}

impl PricedDraft {
    /// Reads it, or gives nothing while it cannot be priced.
    pub fn with<T>(&self, read: impl FnOnce(&Priced) -> T) -> Option<T> {
        self.0.with(|priced| priced.as_ref().as_ref().ok().map(read))
    }

    /// Why it cannot be priced.
    pub fn error(&self) -> Option<Error> {
        self.0.with(|priced| priced.as_ref().as_ref().err().cloned())
    }
}
