//! What to do now, the most pressing first; every row says which rule put it there.

use super::phrases::{late, when};
use super::view::View;
use crate::domain::attention::{Options, Row, Rule, Severity};
use crate::domain::commitment::Commitment;
use crate::domain::date::Date;
use crate::i18n::{CardCount, CardKey, RecordKey, Words};
use crate::store::{Card, Item, card};
use crate::ui::{El, Handle, Icon, button, el, icon};

/// The list.
pub(super) fn what_now(view: View) -> El {
    let heading = Handle::new();
    let rows = move || {
        // What has not arrived cannot tell what is missing.
        if !view.is_known() {
            return vec![line(Icon::Clock, &view.desk.words().text(RecordKey::Unknown))];
        }
        let rows = view.with(|card| {
            let rows = card.what_now(&Options::default()).unwrap_or_default();
            rows.iter().map(|row| show(view, card, row, heading)).collect::<Vec<El>>()
        });
        rows.filter(|rows| !rows.is_empty()).unwrap_or_else(|| vec![line(Icon::Tick, &view.text(CardKey::AllDone))])
    };
    view.section("what-now", CardKey::WhatNow, heading).child(el("ul").class("now-list").children_with(rows))
}

fn line(sign: Icon, said: &str) -> El {
    el("li").class("now-none").child(icon(sign)).child(el("span").text(said))
}

fn show(view: View, card: &Card, row: &Row, heading: Handle) -> El {
    let words = view.desk.words();
    let (class, sign, weight) = match row.severity {
        Severity::Urgent => ("now urgent", Icon::Warning, CardKey::Urgent),
        Severity::Warning => ("now warning", Icon::Clock, CardKey::Soon),
        Severity::Hint => ("now moment", Icon::Step, CardKey::Hint),
    };
    let rule = words.fill(CardKey::RuleLabel, &[("rule", &rule(row.rule, card, &words))]);
    let why = el("small").part("rule").text(&words.text(weight)).text(" · ").text(&rule);
    let said = el("p").part("now-text").text(&sentence(view, card, row));
    el("li").class(class).part("now").child(icon(sign)).child(
        el("div")
            .class("now-words")
            .child(said)
            .children(phrase(view, row.rule))
            .child(why)
            .children(action(view, card, row, heading)),
    )
}

/// Words for the call, where a rule asks for one: safe ones, that stake nothing on what may not come.
fn phrase(view: View, rule: Rule) -> Option<El> {
    let key = match rule {
        Rule::CommitmentLate => CardKey::SayLate,
        Rule::DelayNotTold => CardKey::SayDelay,
        Rule::DebtOverdue => CardKey::SayDebt,
        Rule::Silence => CardKey::SaySilence,
        Rule::ThankForOrder => CardKey::SayThank,
        Rule::AskReferral => CardKey::SayReferral,
        _ => return None,
    };
    Some(el("p").class("now-say").part("say").text(&view.text(key)))
}

/// What to press, if there is something to press here.
fn action(view: View, card: &Card, row: &Row, heading: Handle) -> Option<El> {
    let promise = row.record.as_deref().and_then(|id| card.commitment(id)).cloned();
    let change = |label: CardKey, part: &str, change: fn(&Commitment, Date) -> Commitment| {
        let promise = promise.clone()?;
        let press = move || {
            view.put(Item::Commitment(change(&promise, view.today)));
            heading.focus();
        };
        Some(button(&view.text(label)).part(part).on_click(press))
    };
    match row.rule {
        Rule::CommitmentLate | Rule::DelayNotTold => change(CardKey::MarkTold, "told", card::told),
        Rule::CommitmentLateTold | Rule::CommitmentDueSoon => change(CardKey::MarkDone, "done", card::kept),
        Rule::DebtOverdue | Rule::Silence | Rule::ThankForOrder | Rule::AskReferral => {
            Some(button(&view.text(CardKey::LogCall)).part("log-call").on_click(move || view.entry.focus()))
        }
        Rule::OverLimit | Rule::NoDecisionMaker | Rule::NoNextStep => None,
    }
}

/// What the row is about, and what to do.
fn sentence(view: View, card: &Card, row: &Row) -> String {
    let words = view.desk.words();
    let promise = row.record.as_deref().and_then(|id| card.commitment(id));
    let what = promise.map(|promise| promise.what.as_str()).unwrap_or_default();
    let what = what.trim_end_matches('.');
    let days_late = late(&words, promise.map_or(0, |promise| promise.days_late(view.today)));
    let day = |date: Option<Date>| date.map(|date| words.date(date)).unwrap_or_default();
    let since = row.since.map(|since| when(&words, since, view.today)).unwrap_or_default();
    let amount = row.amount.map(|amount| view.amount(amount)).unwrap_or_default();
    match row.rule {
        Rule::CommitmentLate => words.fill(CardKey::NowLate, &[("what", what), ("late", &days_late)]),
        Rule::DelayNotTold => {
            words.fill(CardKey::NowDelay, &[("what", what), ("since", &day(row.since)), ("due", &day(row.until))])
        }
        Rule::DebtOverdue => {
            let days = row.since.map_or(0, |due| view.today.days_since(due));
            words.count(CardCount::Debt, row.count, &[("amount", &amount), ("late", &late(&words, days))])
        }
        Rule::CommitmentLateTold => words.fill(CardKey::NowLateTold, &[("what", what), ("late", &days_late)]),
        Rule::OverLimit => words.fill(CardKey::NowLimit, &[("amount", &amount)]),
        Rule::CommitmentDueSoon => {
            let due = row.until.map(|until| when(&words, until, view.today)).unwrap_or_default();
            words.fill(CardKey::NowDue, &[("what", what), ("due", &due)])
        }
        Rule::NoDecisionMaker => words.count(CardCount::Undecided, row.count, &[]),
        Rule::NoNextStep => words.text(CardKey::NowNoStep),
        Rule::Silence => words.fill(CardKey::NowSilence, &[("ago", &since)]),
        Rule::ThankForOrder => words.fill(CardKey::NowThank, &[("ago", &since)]),
        Rule::AskReferral => words.fill(CardKey::NowReferral, &[("ago", &since)]),
    }
}

/// The rule, with what it counts as long, soon or many.
fn rule(rule: Rule, card: &Card, words: &Words) -> String {
    let options = Options::default();
    let silence = if card.account.key { options.key_silence_days } else { options.silence_days };
    let (key, days) = match rule {
        Rule::CommitmentLate => (CardKey::RuleLate, 0),
        Rule::DelayNotTold => (CardKey::RuleDelay, 0),
        Rule::DebtOverdue => (CardKey::RuleDebt, 0),
        Rule::CommitmentLateTold => (CardKey::RuleLateTold, 0),
        Rule::OverLimit => (CardKey::RuleLimit, 0),
        Rule::CommitmentDueSoon => (CardKey::RuleDue, options.soon_days),
        Rule::NoDecisionMaker => (CardKey::RuleDecides, options.meetings.cast_signed()),
        Rule::NoNextStep => (CardKey::RuleNoStep, 0),
        Rule::Silence => (CardKey::RuleSilence, silence),
        Rule::ThankForOrder => (CardKey::RuleThank, options.thank_days),
        Rule::AskReferral => (CardKey::RuleReferral, options.success_days),
    };
    words.fill(key, &[("n", &days.to_string())])
}
