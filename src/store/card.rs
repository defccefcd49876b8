//! What the client card shows of one client, gathered from the book and the saved quotes.

use rust_decimal::Decimal;

use super::book::Book;
use super::state::Saved;
use crate::domain::account::{Account, Role};
use crate::domain::attention::{self, Facts, Options, Row};
use crate::domain::calendar::civil::DateTime;
use crate::domain::calendar::meeting::{self, Meeting};
use crate::domain::calendar::occurrence::OccurrenceId;
use crate::domain::calendar::outcome::Outcome;
use crate::domain::commitment::{Commitment, State};
use crate::domain::date::Date;
use crate::domain::error::Result;
use crate::domain::money::add;
use crate::domain::receivable::{Ageing, BUCKETS, Exposure, Invoice, OpenItem, Payment, Receivables, UnderWay};
use crate::domain::timeline::{self, Entry, Kind, Moment};

/// One client as the card shows it on a day. What the book does not know of the client is empty.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// The day.
    pub today: Date,
    /// The account with its people.
    pub account: Account,
    /// What was promised: the open ones first, the soonest due of them first, then the kept ones, newest first.
    pub commitments: Vec<Commitment>,
    /// What happened, newest first: orders, quotes, calls, meetings that were held, notes.
    pub timeline: Vec<Entry>,
    /// What is planned next.
    pub next_step: Option<NextStep>,
    /// What the orders and quotes of the timeline came to.
    amounts: Vec<(Kind, String, Decimal)>,
    invoices: Vec<Invoice>,
    payments: Vec<Payment>,
    /// Orders that were not billed yet.
    under_way: Decimal,
}

/// A call or a meeting ahead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextStep {
    /// Which occurrence of which meeting.
    pub id: OccurrenceId,
    /// When, by the clock of its zone.
    pub at: DateTime,
    /// What it is called.
    pub title: String,
}

/// What a client owes and may owe.
#[derive(Clone, Debug, PartialEq)]
pub struct Money<'a> {
    /// What is open, by how long it has been due.
    pub ageing: Ageing,
    /// What is owed and under way, against the limit.
    pub exposure: Exposure,
    /// What is ordered and not billed yet.
    pub under_way: Decimal,
    /// The invoices that are not settled, the one due first first.
    pub open: Vec<OpenItem<'a>>,
}

impl Card {
    /// Gathers what is known of the client on the day `today`.
    ///
    /// # Errors
    /// `number.overflow`.
    pub fn of(book: &Book, quotes: &[Saved], client: &str, today: Date) -> Result<Self> {
        let account = book.account(client).cloned();
        let account = account.unwrap_or_else(|| Account { client: client.to_owned(), ..Account::default() });
        let mut amounts = Vec::new();
        let mut under_way = Decimal::ZERO;
        let mut bought = Vec::new();
        for order in book.orders.iter().filter(|order| order.client == client && order.date <= today) {
            if !order.shipped {
                under_way = add(under_way, order.net)?;
            }
            amounts.push((Kind::Order, order.id.clone(), order.net));
            bought.push(entry(client, Kind::Order, &order.id, order.date.into()));
        }
        let mut offered = Vec::new();
        for Saved { quote, .. } in quotes.iter().filter(|saved| saved.quote.client == client) {
            amounts.push((Kind::Quote, quote.id.clone(), quote.net));
            offered.push(entry(client, Kind::Quote, &quote.id, quote.created.into()));
        }
        let meetings = || book.meetings.iter().filter(|meeting| meeting.client.as_deref() == Some(client));
        let met: Vec<Entry> = meetings().flat_map(|meeting| held(meeting, &account)).collect();
        let noted: Vec<Entry> = book.entries.iter().filter(|entry| entry.client == client).cloned().collect();
        let timeline = timeline::merge(&[&noted, &met, &offered, &bought]).into_iter().cloned().collect();
        let next_step = next_step(book, client, today);

        let mut commitments: Vec<_> = book.commitments.iter().filter(|kept| kept.client == client).cloned().collect();
        commitments.sort_by_key(|commitment| match commitment.kept {
            None => (0, commitment.due.days_since(Date::MIN)),
            Some(kept) => (1, -kept.days_since(Date::MIN)),
        });
        let invoices = book.invoices.iter().filter(|invoice| invoice.client == client).cloned().collect();
        let payments = book.payments.iter().filter(|payment| payment.client == client).cloned().collect();
        Ok(Self { today, account, commitments, timeline, next_step, amounts, invoices, payments, under_way })
    }

    /// What to do now, most pressing first.
    ///
    /// # Errors
    /// `number.overflow`.
    pub fn what_now(&self, options: &Options) -> Result<Vec<Row>> {
        let receivables = Receivables::on(self.today, &self.invoices, &self.payments)?;
        let exposure = self.exposure(receivables.balance)?;
        let facts = Facts {
            account: &self.account,
            commitments: &self.commitments,
            receivables: Some(&receivables),
            exposure: Some(&exposure),
            entries: &self.timeline,
            next_step: self.next_step.as_ref().map(|step| step.at.date()),
            referral_asked: None,
        };
        attention::what_now(&facts, self.today, options)
    }

    /// What is owed and may be owed; nothing if neither was ever a question.
    ///
    /// # Errors
    /// `number.overflow`.
    pub fn money(&self) -> Result<Option<Money<'_>>> {
        if self.invoices.is_empty() && self.payments.is_empty() && self.account.credit_limit.is_none() {
            return Ok(None);
        }
        let mut receivables = Receivables::on(self.today, &self.invoices, &self.payments)?;
        let ageing = Ageing::of(&receivables, &BUCKETS)?;
        let exposure = self.exposure(receivables.balance)?;
        receivables.items.sort_by_key(|item| item.invoice.due);
        Ok(Some(Money { ageing, exposure, under_way: self.under_way, open: receivables.items }))
    }

    /// What the order or the quote of an entry came to.
    pub fn amount(&self, entry: &Entry) -> Option<Decimal> {
        let of = |(kind, id, _): &&(Kind, String, Decimal)| *kind == entry.kind && *id == entry.id;
        self.amounts.iter().find(of).map(|(_, _, amount)| *amount)
    }

    /// The last time the client spoke to us.
    pub fn last_contact(&self) -> Option<&Entry> {
        self.timeline.iter().find(|entry| entry.kind.is_contact() && entry.at.date() <= self.today)
    }

    /// The promise with this id.
    pub fn commitment(&self, id: &str) -> Option<&Commitment> {
        self.commitments.iter().find(|commitment| commitment.id == id)
    }

    fn exposure(&self, balance: Decimal) -> Result<Exposure> {
        let orders = UnderWay { confirmed: self.under_way, ..UnderWay::default() };
        Exposure::of(balance, &orders, self.account.credit_limit)
    }
}

/// The promise as it is once the client was told of the delay today.
pub fn told(commitment: &Commitment, today: Date) -> Commitment {
    let delay_known = commitment.delay_known.or(Some(today));
    Commitment { delay_known, told: Some(today), ..commitment.clone() }
}

/// The promise as it is once it became known today that it will be late.
pub fn delayed(commitment: &Commitment, today: Date) -> Commitment {
    Commitment { delay_known: Some(today), ..commitment.clone() }
}

/// The promise as it is once it was kept today.
pub fn kept(commitment: &Commitment, today: Date) -> Commitment {
    Commitment { kept: Some(today), ..commitment.clone() }
}

/// Whether the promise is still to be done.
pub fn is_open(commitment: &Commitment, today: Date) -> bool {
    !matches!(commitment.state(today, 0), State::Kept | State::KeptLate)
}

fn entry(client: &str, kind: Kind, id: &str, at: Moment) -> Entry {
    Entry { id: id.to_owned(), client: client.to_owned(), at, kind, text: String::new(), person: None }
}

/// The times a meeting took place.
fn held(meeting: &Meeting, account: &Account) -> Vec<Entry> {
    let single = meeting.outcome.map(|outcome| (meeting.id.clone(), meeting.slot.start, outcome));
    let of_series = meeting.exceptions.iter().filter_map(|exception| {
        let id = [&meeting.id, "@", &exception.original.to_string()].concat();
        Some((id, exception.slot?.start, exception.outcome?))
    });
    let all = single.into_iter().chain(of_series).filter(|(_, _, outcome)| outcome.attendance.counts() == Some(true));
    all.map(|(id, start, outcome)| {
        let minute = u16::try_from(start.minute_of_day()).ok();
        let at = Moment::new(start.date(), minute).unwrap_or_else(|_| start.date().into());
        let kind = if meeting.kind == meeting::Kind::Call { Kind::Call } else { Kind::Meeting };
        let person = met(meeting, &outcome, account);
        Entry { text: meeting.title.clone(), person, ..entry(&account.client, kind, &id, at) }
    })
    .collect()
}

/// Whom a meeting was with. The outcome knows better than the plan whether it was somebody who decides.
fn met(meeting: &Meeting, outcome: &Outcome, account: &Account) -> Option<String> {
    let planned = meeting.person.as_deref().and_then(|id| account.person(id));
    let decides = planned.is_some_and(|person| person.role == Role::Decides);
    let person = match (outcome.decision_maker, decides) {
        (true, false) => account.people.iter().find(|person| person.role == Role::Decides).or(planned),
        (false, true) => None,
        _ => planned,
    };
    person.map(|person| person.id.clone())
}

/// The next call or meeting with a client, today or later.
pub fn next_step(book: &Book, client: &str, today: Date) -> Option<NextStep> {
    let theirs = book.meetings.iter().filter(|meeting| meeting.client.as_deref() == Some(client));
    theirs.filter_map(|meeting| next(meeting, today)).min_by_key(|step| step.at)
}

/// The next time of a meeting, today or later, of which no outcome is known yet.
fn next(meeting: &Meeting, today: Date) -> Option<NextStep> {
    let step = |original, at| {
        let id = OccurrenceId { meeting: meeting.id.clone(), original };
        NextStep { id, at, title: meeting.title.clone() }
    };
    let Some(rule) = &meeting.recurrence else {
        return (meeting.outcome.is_none() && meeting.slot.start.date() >= today)
            .then(|| step(meeting.slot.start, meeting.slot.start));
    };
    let by_rule = rule.starts_from(meeting.slot.start, today).find(|start| meeting.exception(*start).is_none());
    let moved = meeting.exceptions.iter().filter(|exception| exception.outcome.is_none());
    let moved = moved.filter_map(|exception| Some((exception.original, exception.slot?.start)));
    let ahead = moved.filter(|(_, start)| start.date() >= today).chain(by_rule.map(|start| (start, start)));
    ahead.min_by_key(|(_, start)| *start).map(|(original, start)| step(original, start))
}
