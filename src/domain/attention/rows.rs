//! When each rule fires, and what its row says.

use rust_decimal::Decimal;

use super::{Facts, Options, Row, Rule, Severity};
use crate::domain::account::{Role, Stage};
use crate::domain::commitment::{Commitment, State};
use crate::domain::date::Date;
use crate::domain::error::Result;
use crate::domain::money::{add, sub};
use crate::domain::receivable::Exposure;
use crate::domain::timeline::{Entry, Kind};

pub(super) fn promised(commitment: &Commitment, today: Date, options: &Options) -> Option<Row> {
    let (rule, since) = match commitment.state(today, options.soon_days) {
        State::Late => (Rule::CommitmentLate, Some(commitment.due)),
        State::LateTold => (Rule::CommitmentLateTold, Some(commitment.due)),
        State::AtRisk => (Rule::DelayNotTold, commitment.delay_known),
        State::DueSoon => (Rule::CommitmentDueSoon, Some(commitment.made)),
        State::Open | State::Kept | State::KeptLate => return None,
    };
    let until = (commitment.due >= today).then_some(commitment.due);
    Some(Row { since, until, record: Some(commitment.id.clone()), ..row(rule) })
}

pub(super) fn debt(facts: &Facts, options: &Options) -> Result<Option<Row>> {
    // Whoever has paid enough without saying what for must not be asked for money.
    let Some(receivables) = facts.receivables.filter(|open| open.balance > Decimal::ZERO) else { return Ok(None) };
    let Some(oldest) = receivables.overdue().min_by_key(|item| item.invoice.due) else { return Ok(None) };
    let mut amount = Decimal::ZERO;
    let mut count = 0;
    for item in receivables.overdue() {
        amount = add(amount, item.open)?;
        count += 1;
    }
    let severity = if oldest.days > options.old_debt_days { Severity::Urgent } else { Severity::Warning };
    let (since, record) = (Some(oldest.invoice.due), Some(oldest.invoice.id.clone()));
    Ok(Some(Row { severity, since, amount: Some(amount), record, count, ..row(Rule::DebtOverdue) }))
}

pub(super) fn over_limit(facts: &Facts) -> Result<Option<Row>> {
    let Some(Exposure { total, limit: Some(limit), over: true, .. }) = facts.exposure else { return Ok(None) };
    Ok(Some(Row { amount: Some(sub(*total, *limit)?), ..row(Rule::OverLimit) }))
}

pub(super) fn no_decision_maker(facts: &Facts, today: Date, options: &Options) -> Option<Row> {
    let decides = |entry: &Entry| {
        let person = entry.person.as_deref().and_then(|id| facts.account.person(id));
        person.is_some_and(|person| person.role == Role::Decides)
    };
    let ordered = last(facts, today, |kind| kind == Kind::Order).map(|entry| entry.at.date());
    let meetings = || {
        let meetings = past(facts, today).filter(|entry| entry.kind == Kind::Meeting);
        meetings.filter(|entry| ordered.is_none_or(|ordered| entry.at.date() > ordered))
    };
    let count = u32::try_from(meetings().count()).unwrap_or(u32::MAX);
    if count == 0 || count < options.meetings || meetings().any(decides) {
        return None;
    }
    let since = meetings().map(|entry| entry.at.date()).min();
    let record = meetings().max_by_key(|entry| entry.at).map(|entry| entry.id.clone());
    Some(Row { since, record, count, ..row(Rule::NoDecisionMaker) })
}

pub(super) fn no_next_step(facts: &Facts, today: Date) -> Option<Row> {
    let planned = facts.next_step.is_some_and(|next| next >= today);
    let expected = facts.account.stage != Stage::Lapsed && !planned;
    expected.then(|| Row { since: facts.next_step, ..row(Rule::NoNextStep) })
}

pub(super) fn silence(facts: &Facts, today: Date, options: &Options) -> Option<Row> {
    let days = match (facts.account.key, facts.account.stage) {
        (true, _) => options.key_silence_days,
        (false, Stage::Active) => options.silence_days,
        _ => return None,
    };
    let contact = last(facts, today, Kind::is_contact);
    // Never a word: then the silence is as old as the account.
    let since = contact.map(|entry| entry.at.date()).or(facts.account.since)?;
    let record = contact.map(|entry| entry.id.clone());
    (today.days_since(since) > days).then(|| Row { since: Some(since), record, ..row(Rule::Silence) })
}

pub(super) fn thanks(facts: &Facts, today: Date, options: &Options) -> Option<Row> {
    let order = last(facts, today, |kind| kind == Kind::Order)?;
    let ordered = order.at.date();
    // Whoever ordered in a call was thanked in that call, so the same day will do.
    let spoken = last(facts, today, |kind| matches!(kind, Kind::Call | Kind::Meeting));
    let thanked = spoken.is_some_and(|entry| entry.at.date() >= ordered);
    let due = today.days_since(ordered) <= options.thank_days && !thanked;
    due.then(|| Row {
        since: Some(ordered),
        until: ordered.add_days(options.thank_days).ok(),
        record: Some(order.id.clone()),
        ..row(Rule::ThankForOrder)
    })
}

pub(super) fn referral(facts: &Facts, today: Date, options: &Options) -> Option<Row> {
    if facts.referral_asked.is_some_and(|asked| today.days_since(asked) <= options.referral_days) {
        return None;
    }
    let kept = facts.commitments.iter().filter(|commitment| commitment.state(today, 0) == State::Kept);
    let success = kept.max_by_key(|commitment| commitment.kept)?;
    let since = success.kept.filter(|kept| today.days_since(*kept) <= options.success_days)?;
    Some(Row {
        since: Some(since),
        until: since.add_days(options.success_days).ok(),
        record: Some(success.id.clone()),
        ..row(Rule::AskReferral)
    })
}

fn past<'a>(facts: &Facts<'a>, today: Date) -> impl Iterator<Item = &'a Entry> {
    facts.entries.iter().filter(move |entry| entry.at.date() <= today)
}

fn last<'a>(facts: &Facts<'a>, today: Date, of: impl Fn(Kind) -> bool) -> Option<&'a Entry> {
    past(facts, today).filter(|entry| of(entry.kind)).max_by_key(|entry| entry.at)
}

fn row(rule: Rule) -> Row {
    let severity = rule.severity();
    Row { rule, severity, since: None, until: None, amount: None, record: None, count: 1 }
}
