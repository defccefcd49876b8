//! A client, built up fact by fact.

use sapa::domain::account::{Account, Person, Role, Stage};
use sapa::domain::attention::{Facts, Options, Row, Rule, what_now};
use sapa::domain::commitment::Commitment;
use sapa::domain::date::Date;
use sapa::domain::receivable::{Exposure, Invoice, Payment, Receivables, UnderWay};
use sapa::domain::timeline::{Entry, Kind};

use crate::support::{day, dec};

pub(super) const TODAY: &str = "2026-06-30";

pub(super) struct Client {
    pub(super) account: Account,
    pub(super) commitments: Vec<Commitment>,
    pub(super) invoices: Vec<Invoice>,
    pub(super) payments: Vec<Payment>,
    pub(super) limit: Option<&'static str>,
    pub(super) entries: Vec<Entry>,
    pub(super) next_step: Option<Date>,
    pub(super) referral_asked: Option<Date>,
}

pub(super) fn client() -> Client {
    let person = |id: &str, role| Person { id: id.to_owned(), role, ..Default::default() };
    Client {
        account: Account {
            stage: Stage::New,
            people: vec![person("director", Role::Decides), person("clerk", Role::Uses)],
            ..Default::default()
        },
        commitments: vec![],
        invoices: vec![],
        payments: vec![],
        limit: None,
        entries: vec![],
        next_step: Some(day("2026-07-01")),
        referral_asked: None,
    }
}

impl Client {
    pub(super) fn rows(&self) -> Vec<Row> {
        let receivables = Receivables::on(day(TODAY), &self.invoices, &self.payments).unwrap();
        let exposure = Exposure::of(receivables.balance, &UnderWay::default(), self.limit.map(dec)).unwrap();
        let facts = Facts {
            account: &self.account,
            commitments: &self.commitments,
            receivables: Some(&receivables),
            exposure: Some(&exposure),
            entries: &self.entries,
            next_step: self.next_step,
            referral_asked: self.referral_asked,
        };
        what_now(&facts, day(TODAY), &Options::default()).unwrap()
    }

    pub(super) fn fires(&self, expected: &[Rule]) -> Vec<Row> {
        let rows = self.rows();
        assert_eq!(rows.iter().map(|row| row.rule).collect::<Vec<_>>(), expected);
        rows
    }

    pub(super) fn happened(mut self, id: &str, kind: Kind, on: &str, person: Option<&str>) -> Self {
        let (client, person) = (String::new(), person.map(str::to_owned));
        self.entries.push(Entry { id: id.to_owned(), client, at: day(on).into(), kind, text: String::new(), person });
        self
    }

    pub(super) fn promised(
        mut self,
        id: &str,
        due: &str,
        delay_known: Option<&str>,
        told: Option<&str>,
        kept: Option<&str>,
    ) -> Self {
        let (client, what) = (String::new(), String::new());
        self.commitments.push(Commitment {
            id: id.to_owned(),
            client,
            what,
            made: day("2026-06-01"),
            due: day(due),
            delay_known: delay_known.map(day),
            told: told.map(day),
            kept: kept.map(day),
        });
        self
    }

    pub(super) fn billed(mut self, id: &str, due: &str, amount: &str) -> Self {
        let (issued, due) = (Date::MIN, day(due));
        let client = String::new();
        self.invoices.push(Invoice { id: id.to_owned(), client, order: None, issued, due, amount: dec(amount) });
        self
    }

    pub(super) fn paid(mut self, invoice: Option<&str>, amount: &str) -> Self {
        let (id, client, invoice) = (String::new(), String::new(), invoice.map(str::to_owned));
        self.payments.push(Payment { id, client, invoice, date: day(TODAY), amount: dec(amount) });
        self
    }
}
