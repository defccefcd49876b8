//! What counts, and how much.

use rust_decimal::Decimal;

use super::board::Board;
use super::said;
use crate::i18n::comparison::ComparisonKey as Key;
use crate::session::Derived;
use crate::ui::{El, NumberField, el};

/// A weight for every criterion that can be scored.
pub(super) fn weights(board: Board) -> El {
    let words = board.desk.words();
    let keys = move || {
        let scored = board.with(|now| {
            let scored = (0u32..).zip(&now.criteria).filter(|(_, criterion)| criterion.scored().is_some());
            scored.map(|(at, _)| at).collect()
        });
        scored.unwrap_or_default()
    };
    el("section")
        .class("weights")
        .child(el("h2").text(&words.text(Key::Weights)))
        .child(el("p").class("muted").text(&words.text(Key::WeightsHint)))
        .child(
            el("div")
                .class("weight-list")
                .each(keys, move |at| usize::try_from(at).ok().and_then(|at| weight(board, at))),
        )
}

fn weight(board: Board, at: usize) -> Option<El> {
    let criterion = board.criterion(at)?;
    let id = criterion.id.clone();
    let weight = move || board.with(|now| now.criteria.get(at).map(|criterion| criterion.weight)).flatten();
    let field = NumberField {
        part: "weight",
        id: ["weight-", &at.to_string()].concat(),
        label: criterion.name.clone(),
        label_hidden: false,
        value: Derived::new(move || weight().unwrap_or_default()),
        most: Decimal::MAX,
        on_change: Box::new(move |weight| board.weigh(&id, weight)),
    };
    let id = criterion.id;
    let share = move || {
        let words = board.desk.words();
        let share = board.outcome.with(|outcome| {
            let parts = &outcome.as_ref().ok()?.as_ref()?.scores.parts;
            parts.iter().find(|part| part.criterion == id).map(|part| said::share(part.weight, &words))
        });
        match share {
            Some(share) => words.fill(Key::WeightShare, &[("percent", &share)]),
            None => words.text(Key::WeightNone),
        }
    };
    let keep = move || {
        board.keep_weight(at, |criterion| {
            let words = board.desk.words();
            let weight = words.number(criterion.weight.normalize());
            words.fill(Key::WeightSaved, &[("criterion", &criterion.name), ("weight", &weight)])
        });
    };
    // The field tells of every key; the record is kept when the person has settled.
    Some(
        el("div")
            .class("weight")
            .on("change", move |_| keep())
            .child(field.view(board.desk))
            .child(el("small").part("weight-share").text_with(share)),
    )
}
