//! What the parts of the comparison share: which product, what is known of it, and what a person is looking at.

use rust_decimal::Decimal;

use crate::domain::comparison::{Audience, Criterion};
use crate::domain::error::{Error, Result};
use crate::session::{Derived, Desk, Live};
use crate::store::comparing::{Comparison, Outcome, Table, comparable_products};
use crate::store::{Entity, Item, Key};
use crate::ui::Handle;

/// The place of a cell: its criterion's and its product's among those of the comparison.
pub(super) type Place = (usize, usize);

/// The comparison and how it is looked at, cheap to copy into every closure of the view.
#[derive(Clone, Copy)]
pub(super) struct Board {
    pub desk: Desk,
    /// The places in the catalogue of what can be compared, and how many rivals each has.
    pub products: Derived<Vec<(usize, usize)>>,
    /// The id of our product.
    pub product: Derived<Option<String>>,
    /// What is known; nothing while there is no product.
    pub now: Derived<Option<Comparison>>,
    /// The table for us.
    pub table: Derived<Table>,
    /// What it comes to.
    pub outcome: Derived<Result<Option<Outcome>>>,
    /// Only rows in which the products differ.
    pub differences: Live<bool>,
    /// As a client may see it.
    pub for_client: Live<bool>,
    /// The cell that is unfolded.
    pub open: Live<Option<Place>>,
    /// The cell the arrow keys have reached.
    pub reached: Live<Place>,
    /// What was changed last, in words.
    pub changed: Live<Option<(Key, String)>>,
    /// The field that chooses the product.
    pub field: Handle,
    /// The table.
    pub grid: Handle,
    chosen: Live<Option<String>>,
    /// Weights that are being typed.
    weights: Live<Vec<(String, Decimal)>>,
}

impl Board {
    pub(super) fn of(desk: Desk) -> Self {
        let (chosen, weights) = (Live::new(None::<String>), Live::new(Vec::<(String, Decimal)>::new()));
        let products = Derived::new(move || desk.state.with(comparable_products));
        let product = Derived::new(move || {
            chosen.get().or_else(|| {
                desk.state.with(|state| {
                    let first = products.with(|products| products.first().copied())?;
                    state.catalogue()?.products.get(first.0).map(|product| product.id.clone())
                })
            })
        });
        let now = Derived::new(move || {
            let product = product.get()?;
            let today = desk.today();
            desk.state.with(|state| weights.with(|weights| Comparison::of(state, &product, today, weights)))
        });
        let table =
            Derived::new(move || now.with(|now| now.as_ref().map(|now| now.table(Audience::Us)).unwrap_or_default()));
        let outcome = Derived::new(move || now.with(|now| now.as_ref().map(Comparison::outcome).transpose()));
        Self {
            desk,
            products,
            product,
            now,
            table,
            outcome,
            differences: Live::new(false),
            for_client: Live::new(false),
            open: Live::new(None),
            reached: Live::new((0, 0)),
            changed: Live::new(None),
            field: Handle::new(),
            grid: Handle::new(),
            chosen,
            weights,
        }
    }

    /// Compares another product.
    pub(super) fn choose(&self, product: String) {
        self.open.set(None);
        self.reached.set((0, 0));
        self.chosen.set(Some(product));
    }

    /// Reads the comparison, if there is one.
    pub(super) fn with<T>(&self, read: impl FnOnce(&Comparison) -> T) -> Option<T> {
        self.now.with(|now| now.as_ref().map(read))
    }

    pub(super) fn has_rivals(&self) -> bool {
        self.with(|now| now.products.len() > 1).unwrap_or_default()
    }

    pub(super) fn product_name(&self) -> String {
        self.name(0)
    }

    /// The name of the product in this place; empty if there is none.
    pub(super) fn name(&self, product: usize) -> String {
        self.with(|now| now.products.get(product).map(|known| known.name.clone())).flatten().unwrap_or_default()
    }

    pub(super) fn criterion(&self, at: usize) -> Option<Criterion> {
        self.with(|now| now.criteria.get(at).cloned()).flatten()
    }

    /// The criteria whose rows are shown, from the top.
    pub(super) fn rows(&self) -> Vec<u32> {
        let all = !self.differences.get();
        self.table.with(|table| {
            let shown = table.rows.iter().filter(|row| all || row.differs);
            shown.filter_map(|row| u32::try_from(row.criterion).ok()).collect()
        })
    }

    /// Counts a criterion with this weight from now on; the records learn of it when it is [kept](Self::keep_weight).
    ///
    /// # Errors
    /// `number.overflow` if the score cannot be worked out with it; then nothing has changed.
    pub(super) fn weigh(&self, criterion: &str, weight: Decimal) -> Result<()> {
        let mut weights = self.weights.get_untracked();
        weights.retain(|(id, _)| id != criterion);
        weights.push((criterion.to_owned(), weight));
        let today = self.desk.today();
        let product = self.product.get().unwrap_or_default();
        let tried = self.desk.state.peek(|state| Comparison::of(state, &product, today, &weights));
        tried.map(|tried| tried.outcome()).transpose()?;
        self.weights.set(weights);
        Ok(())
    }

    /// Keeps the weight that was typed for a criterion.
    pub(super) fn keep_weight(&self, at: usize, say: impl Fn(&Criterion) -> String) {
        let Some(criterion) = self.criterion(at) else { return };
        if !self.weights.peek(|weights| weights.iter().any(|(id, _)| *id == criterion.id)) {
            return;
        }
        let said = say(&criterion);
        let id = criterion.id.clone();
        if self.put(Item::Criterion(criterion), said).is_ok() {
            let mut weights = self.weights.get_untracked();
            weights.retain(|(known, _)| *known != id);
            self.weights.set(weights);
        }
    }

    /// Keeps a record and says so.
    pub(super) fn put(&self, item: Item, said: String) -> Result<()> {
        let key = item.key();
        self.desk.put(item)?;
        self.changed.set(Some((key, said)));
        Ok(())
    }

    /// Takes a fact out and says so.
    pub(super) fn remove_fact(&self, id: String, said: String) -> Result<()> {
        let key = Key { entity: Entity::Fact, id };
        self.desk.remove(key.clone())?;
        self.changed.set(Some((key, said)));
        Ok(())
    }

    /// Why there is no score.
    pub(super) fn error(&self) -> Option<Error> {
        self.outcome.with(|outcome| outcome.as_ref().err().cloned())
    }
}
