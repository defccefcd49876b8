//! Facts in words: values, ages, sources.

use rust_decimal::Decimal;

use crate::domain::comparison::{Confidence, Criterion, Freshness, Source, SourceKind, Value};
use crate::i18n::Words;
use crate::i18n::comparison::{ComparisonCount, ComparisonKey as Key};
use crate::session::Desk;
use crate::store::comparing::TableCell;
use crate::ui::{El, Icon, el, icon};

/// A criterion with its unit, as in "List price, USD".
pub(super) fn criterion(criterion: &Criterion) -> String {
    match criterion.unit.as_deref() {
        Some(unit) => [&criterion.name, ", ", unit].concat(),
        None => criterion.name.clone(),
    }
}

/// What a fact claims. Amounts in the currency of the price list have its minor units.
pub(super) fn value(desk: Desk, criterion: &Criterion, cell: &TableCell) -> String {
    let words = desk.words();
    let said = match &cell.value {
        Value::Text(text) => return text.clone(),
        Value::YesNo(yes) => return words.text(if *yes { Key::Yes } else { Key::No }),
        Value::Number(number) => {
            let currency = desk.state.peek(|state| state.price_list().map(|list| list.currency));
            let unit = cell.unit.as_deref().or(criterion.unit.as_deref());
            match currency.filter(|currency| unit == Some(currency.code())) {
                Some(currency) => words.amount(*number, currency),
                None => words.number(*number),
            }
        }
    };
    match cell.unit.as_deref() {
        Some(unit) => [&said, " ", unit].concat(),
        None => said,
    }
}

/// How old a fact is, in a few words and an icon, with what else must be known at a glance.
pub(super) fn marks(cell: &TableCell, words: &Words) -> Vec<El> {
    let mark =
        |class: &str, sign: Icon, text: &str| el("span").class(class).child(icon(sign)).child(el("span").text(text));
    let age = |age: i32| match u32::try_from(age) {
        Ok(0) => words.text(Key::Today),
        age => words.count(ComparisonCount::Age, age.unwrap_or_default(), &[]),
    };
    let mut marks = vec![match cell.freshness {
        Freshness::Fresh { age: days } => mark("mark", Icon::Tick, &age(days)),
        Freshness::Stale { age: days } => {
            mark("mark warn", Icon::Clock, &[&words.text(Key::Stale), ", ", &age(days)].concat())
        }
        Freshness::Undated => mark("mark warn", Icon::Warning, &words.text(Key::Undated)),
        Freshness::Ahead => mark("mark warn", Icon::Warning, &words.text(Key::Ahead)),
    }];
    if !cell.comparable {
        marks.push(mark("mark warn", Icon::Warning, &words.text(Key::Incomparable)));
    }
    if !cell.shareable {
        marks.push(mark("mark", Icon::Lock, &words.text(Key::Internal)));
    }
    marks
}

/// Why a fact does not count, and what to do about it. `holds` is for how many days facts of the criterion do.
pub(super) fn why_not(cell: &TableCell, holds: u32, words: &Words) -> Vec<String> {
    let mut why = Vec::new();
    match cell.freshness {
        Freshness::Fresh { .. } => {}
        Freshness::Stale { .. } => why.push(words.count(ComparisonCount::StaleWhy, holds, &[])),
        Freshness::Undated => why.push(words.text(Key::UndatedWhy)),
        Freshness::Ahead => why.push(words.text(Key::AheadWhy)),
    }
    if !cell.comparable {
        why.push(words.text(Key::IncomparableWhy));
    }
    why
}

/// Where a fact was seen: an address of the web can be followed, anything else is text.
pub(super) fn source(source: &Source, words: &Words) -> El {
    let kind = words.text(kind(source.kind));
    if source.text.trim().is_empty() {
        return el("span").text(&kind);
    }
    let named = match source.link() {
        Some(link) => el("a")
            .attr("href", link)
            .attr("target", "_blank")
            .attr("rel", "noopener noreferrer")
            .text(link.trim_start_matches("https://").trim_start_matches("http://")),
        None => el("span").text(&source.text),
    };
    el("span").class("source").text(&[&kind, ": "].concat()).child(named)
}

/// The kinds of places a fact is seen at, in the order they are offered.
pub(super) const KINDS: [SourceKind; 5] =
    [SourceKind::Site, SourceKind::PriceList, SourceKind::ClientSaid, SourceKind::OwnTest, SourceKind::Other];

/// What a kind of place is called.
pub(super) fn kind(kind: SourceKind) -> Key {
    match kind {
        SourceKind::Site => Key::Site,
        SourceKind::PriceList => Key::PriceList,
        SourceKind::ClientSaid => Key::ClientSaid,
        SourceKind::OwnTest => Key::OwnTest,
        SourceKind::Other => Key::Other,
    }
}

/// How far facts are trusted, in the order it is offered.
pub(super) const CONFIDENCES: [Confidence; 3] = [Confidence::Low, Confidence::Medium, Confidence::High];

/// What a confidence is called.
pub(super) fn confidence(confidence: Confidence) -> Key {
    match confidence {
        Confidence::Low => Key::Low,
        Confidence::Medium => Key::Medium,
        Confidence::High => Key::High,
    }
}

/// A part of 1 as a percentage.
pub(super) fn share(share: Decimal, words: &Words) -> String {
    words.percent(share.checked_mul(Decimal::ONE_HUNDRED).unwrap_or_default())
}
