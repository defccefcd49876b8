//! What is known beyond the catalogue: of each client, of the calendar, of competitors.

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::item::{Entity, IMPORTED, Item, Key};
use crate::domain::account::{Account, Person};
use crate::domain::approval::Approval;
use crate::domain::calendar::meeting::Meeting;
use crate::domain::commitment::Commitment;
use crate::domain::comparison::{Competitor, CompetitorProduct, Criterion, Fact, Objection};
use crate::domain::date::Date;
use crate::domain::import::PriceImport;
use crate::domain::product::Product;
use crate::domain::receivable::{Invoice, Payment};
use crate::domain::timeline::Entry;
use crate::wire::LeftOut;

/// The records of a workspace, by what they are. Each list is in the order the host gave it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Book {
    /// What is known of each client, its people included.
    pub accounts: Vec<Account>,
    /// What was ordered.
    pub orders: Vec<Order>,
    /// What was billed.
    pub invoices: Vec<Invoice>,
    /// What was paid.
    pub payments: Vec<Payment>,
    /// Calls, notes and what else was written down. Orders and meetings tell of themselves.
    pub entries: Vec<Entry>,
    /// What clients were told to expect.
    pub commitments: Vec<Commitment>,
    /// The calendar.
    pub meetings: Vec<Meeting>,
    /// Who competes with us.
    pub competitors: Vec<Competitor>,
    /// What they sell.
    pub rivals: Vec<CompetitorProduct>,
    /// By what products are compared.
    pub criteria: Vec<Criterion>,
    /// What is known of ours and theirs.
    pub facts: Vec<Fact>,
    /// What to answer to an objection.
    pub objections: Vec<Objection>,
    /// Deals somebody else must grant.
    pub approvals: Vec<Approval>,
    /// The prices that were taken over from a file, which go before the catalogue's.
    pub prices: Option<Arc<PriceImport>>,
    /// The host's version of each record that can be changed here.
    pub versions: BTreeMap<Key, String>,
    /// What the host gave and could not be read.
    pub left_out: Vec<LeftOut>,
    /// Whether some of it is made up or worked out for a demonstration, which the widgets then say.
    pub sample: bool,
}

/// An order, as far as segments and the timeline ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// The record's id, opaque to us.
    pub id: String,
    /// The client's id.
    pub client: String,
    /// The day it was placed.
    pub date: Date,
    /// What it came to.
    pub net: Decimal,
    /// Whether it was sent and billed; if not, it counts as under way.
    pub shipped: bool,
}

impl Book {
    /// What is known of this client.
    pub fn account(&self, client: &str) -> Option<&Account> {
        self.accounts.iter().find(|account| account.client == client)
    }

    /// The approval of this id.
    pub fn approval(&self, id: &str) -> Option<&Approval> {
        self.approvals.iter().find(|approval| approval.id == id)
    }

    /// The item of this key, as it is now.
    pub fn get(&self, key: &Key) -> Option<Item> {
        let id = key.id.as_str();
        match key.entity {
            Entity::Company => self.account(id).cloned().map(Item::Account),
            Entity::Contact => {
                let mut all = self.accounts.iter();
                all.find_map(|account| Some(Item::Person(account.client.clone(), account.person(id)?.clone())))
            }
            Entity::Activity => find(&self.entries, |entry| entry.id == id).map(Item::Entry),
            Entity::Commitment => find(&self.commitments, |kept| kept.id == id).map(Item::Commitment),
            Entity::Meeting => find(&self.meetings, |meeting| meeting.id == id).map(Item::Meeting),
            Entity::Criterion => find(&self.criteria, |criterion| criterion.id == id).map(Item::Criterion),
            Entity::Fact => find(&self.facts, |fact| fact.id == id).map(Item::Fact),
            Entity::Approval => self.approval(id).cloned().map(Box::new).map(Item::Approval),
            Entity::PriceList => self.prices.clone().filter(|_| id == IMPORTED).map(Item::Prices),
        }
    }

    /// What the catalogue says of our product, beside the facts that were noted of it.
    pub fn catalogue_facts(&self, product: &Product, currency: &str, today: Date) -> Vec<Fact> {
        self.criteria.iter().filter_map(|criterion| criterion.catalogue_fact(product, currency, today)).collect()
    }

    /// Puts an item in, in the place of the one under its key.
    pub fn put(&mut self, item: Item) {
        match item {
            Item::Account(account) => {
                // People are records of their own, so an account never brings others along.
                match self.accounts.iter_mut().find(|old| old.client == account.client) {
                    Some(old) => *old = Account { people: core::mem::take(&mut old.people), ..account },
                    None => self.accounts.push(account),
                }
            }
            Item::Person(client, person) => {
                if self.account(&client).is_none() {
                    self.accounts.push(Account { client: client.clone(), ..Account::default() });
                }
                let account = self.accounts.iter_mut().find(|account| account.client == client);
                if let Some(account) = account {
                    upsert(&mut account.people, person, |a: &Person, b| a.id == b.id);
                }
            }
            Item::Entry(entry) => upsert(&mut self.entries, entry, |a, b| a.id == b.id),
            Item::Commitment(kept) => upsert(&mut self.commitments, kept, |a, b| a.id == b.id),
            Item::Meeting(meeting) => upsert(&mut self.meetings, meeting, |a, b| a.id == b.id),
            Item::Criterion(criterion) => upsert(&mut self.criteria, criterion, |a, b| a.id == b.id),
            Item::Fact(fact) => upsert(&mut self.facts, fact, |a, b| a.id == b.id),
            Item::Approval(approval) => upsert(&mut self.approvals, *approval, |a, b| a.id == b.id),
            Item::Prices(prices) => self.prices = Some(prices),
        }
    }

    /// Takes the item of this key out. Accounts and people stay: nothing here deletes a client.
    pub fn remove(&mut self, key: &Key) {
        let id = key.id.as_str();
        match key.entity {
            Entity::Company | Entity::Contact => {}
            Entity::Activity => self.entries.retain(|entry| entry.id != id),
            Entity::Commitment => self.commitments.retain(|kept| kept.id != id),
            Entity::Meeting => self.meetings.retain(|meeting| meeting.id != id),
            Entity::Criterion => self.criteria.retain(|criterion| criterion.id != id),
            Entity::Fact => self.facts.retain(|fact| fact.id != id),
            Entity::Approval => self.approvals.retain(|approval| approval.id != id),
            Entity::PriceList => self.prices = self.prices.take().filter(|_| id != IMPORTED),
        }
    }
}

fn find<T: Clone>(all: &[T], is: impl FnMut(&&T) -> bool) -> Option<T> {
    all.iter().find(is).cloned()
}

fn upsert<T>(all: &mut Vec<T>, new: T, same: fn(&T, &T) -> bool) {
    match all.iter_mut().find(|old| same(old, &new)) {
        Some(old) => *old = new,
        None => all.push(new),
    }
}
