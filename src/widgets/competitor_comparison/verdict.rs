//! What the comparison comes to: two sentences, a bar for each product, and what was left out.

use rust_decimal::Decimal;

use super::board::Board;
use super::said;
use crate::domain::comparison::{Conclusion, Interval, LeftOut, Point, Reason};
use crate::domain::money;
use crate::i18n::Words;
use crate::i18n::comparison::{ComparisonCount, ComparisonKey as Key};
use crate::store::comparing::{Comparison, Outcome};
use crate::ui::status_line::host_name;
use crate::ui::{El, el};

/// The panel.
pub(super) fn verdict(board: Board) -> El {
    let words = board.desk.words();
    let first = move || read(board, first_sentence).unwrap_or_else(|| nothing(board));
    let second = move || read(board, second_sentence).unwrap_or_default();
    let bars = move || read(board, bars).unwrap_or_default();
    let has_score = move || read(board, |_, outcome, _| (!outcome.scores.parts.is_empty()).then_some(())).is_some();
    let score = move || {
        let words = board.desk.words();
        el("div")
            .class("score")
            .child(el("h2").text(&words.text(Key::Score)))
            .child(el("ul").class("score-bars").part("scores").children_with(bars))
            .child(el("p").class("muted score-how").text(&words.text(Key::ScoreHow)))
    };
    el("section")
        .class("verdict")
        .part("verdict")
        .attr("aria-label", &words.text(Key::Score))
        .child(
            el("div")
                .class("conclusion")
                .part("conclusion")
                .attr("aria-live", "polite")
                .child(el("p").class("conclusion-first").text_with(first))
                .child(el("p").text_with(second)),
        )
        .when(has_score, score)
        .child(left_out(board))
}

fn read<T>(board: Board, read: impl FnOnce(&Comparison, &Outcome, &Words) -> Option<T>) -> Option<T> {
    let words = board.desk.words();
    board.outcome.with(|outcome| {
        let outcome = outcome.as_ref().ok()?.as_ref()?;
        board.with(|now| read(now, outcome, &words))?
    })
}

/// Why there is no conclusion.
fn nothing(board: Board) -> String {
    let words = board.desk.words();
    match board.error() {
        Some(error) => words.error(&error, &board.desk.status.with(host_name)),
        None => words.text(Key::NothingCounts),
    }
}

/// Who is ahead, by how much, and how sure that is.
fn first_sentence(now: &Comparison, outcome: &Outcome, words: &Words) -> Option<String> {
    let Conclusion { leader, rival, certain, .. } = outcome.conclusion.as_ref()?;
    let totals = &outcome.scores.totals;
    let name = |at: usize| now.products.get(at).map(|product| product.name.as_str()).unwrap_or_default();
    let score = |at: usize| totals.get(at).map(|total| said::share(total.neutral, words)).unwrap_or_default();
    let Some(leader) = *leader else {
        return Some(words.fill(Key::Level, &[("ours", name(0)), ("rival", name(*rival)), ("most", &score(0))]));
    };
    let other = if leader == 0 { *rival } else { 0 };
    let key = match (totals.iter().all(Interval::is_exact), certain) {
        (true, _) => Key::AheadExact,
        (false, true) => Key::AheadSure,
        (false, false) => Key::AheadOpen,
    };
    let values = [("leader", name(leader)), ("other", name(other)), ("most", &score(leader)), ("least", &score(other))];
    Some(words.fill(key, &values))
}

/// What speaks for each side.
fn second_sentence(now: &Comparison, outcome: &Outcome, words: &Words) -> Option<String> {
    let Conclusion { rival, for_us, against_us, .. } = outcome.conclusion.as_ref()?;
    let name = |at: usize| now.products.get(at).map(|product| product.name.as_str()).unwrap_or_default();
    let named = |points: &[Point]| {
        let names: Vec<_> = points.iter().map(|point| criterion(now, &point.criterion)).collect();
        names.join(", ")
    };
    let key = match (for_us.is_empty(), against_us.is_empty()) {
        (false, false) => Key::SpeaksBoth,
        (false, true) => Key::SpeaksOurs,
        (true, false) => Key::SpeaksTheirs,
        (true, true) => Key::SpeaksNone,
    };
    let values = [("ours", name(0)), ("rival", name(*rival)), ("for", &named(for_us)), ("against", &named(against_us))];
    Some(words.fill(key, &values))
}

fn criterion<'a>(now: &'a Comparison, id: &'a str) -> &'a str {
    now.criterion(id).map_or(id, |criterion| criterion.name.as_str())
}

fn bars(now: &Comparison, outcome: &Outcome, words: &Words) -> Option<Vec<El>> {
    let totals = &outcome.scores.totals;
    // The longest bar fills the width, so that small differences are seen.
    let most = totals.iter().map(|total| total.high).max()?;
    let rows = now.products.iter().zip(totals).map(|(product, total)| {
        let width = |from: Decimal, to: Decimal| {
            let part = money::sub(to, from).and_then(|part| money::percentage(part, most)).unwrap_or_default();
            [&part.round_dp(1).to_string(), "%"].concat()
        };
        let said = said::share(total.neutral, words);
        let range = (!total.is_exact()).then(|| {
            let (low, high) = (said::share(total.low, words), said::share(total.high, words));
            el("small").text(&words.fill(Key::Range, &[("low", &low), ("high", &high)]))
        });
        let bar = el("span")
            .class("score-bar")
            .attr("aria-hidden", "true")
            .child(el("i").class("sure").style("inline-size", &width(Decimal::ZERO, total.low)))
            .child(el("i").class("open").style("inline-size", &width(total.low, total.high)));
        el("li")
            .class(if product.is_ours() { "ours" } else { "" })
            .part("score")
            .child(el("span").class("score-name").text(&product.name))
            .child(el("span").class("score-value number").child(el("b").text(&said)).children(range))
            .child(bar)
    });
    Some(rows.collect())
}

/// What does not count, and why.
fn left_out(board: Board) -> El {
    let count =
        move || read(board, |_, outcome, _| u32::try_from(outcome.scores.left_out.len()).ok()).unwrap_or_default();
    let unknown = move || {
        let said = read(board, |now, outcome, words| {
            let names: Vec<_> = outcome.scores.unknown.iter().map(|id| criterion(now, id)).collect();
            (!names.is_empty()).then(|| words.fill(Key::UnknownCriteria, &[("names", &names.join(", "))]))
        });
        said.unwrap_or_default()
    };
    let rows = move || {
        let rows = read(board, |now, outcome, words| {
            Some(outcome.scores.left_out.iter().map(|left| row(now, left, words)).collect())
        });
        rows.unwrap_or_default()
    };
    let details = move || {
        let summary = move || board.desk.words().count(ComparisonCount::LeftOut, count(), &[]);
        el("details")
            .part("left-out")
            .child(el("summary").text_with(summary))
            .child(el("ul").class("left-out").children_with(rows))
    };
    el("div").class("not-counted").child(el("p").class("muted").text_with(unknown)).when(move || count() > 0, details)
}

fn row(now: &Comparison, left: &LeftOut, words: &Words) -> El {
    let product = now.products.get(left.column).map(|product| product.name.as_str()).unwrap_or_default();
    let why = words.text(match left.reason {
        Reason::Stale => Key::Stale,
        Reason::Undated => Key::Undated,
        Reason::Ahead => Key::Ahead,
        Reason::Incomparable => Key::Incomparable,
    });
    let text = [product, ", ", criterion(now, &left.criterion), ": "].concat();
    el("li").text(&text).child(el("span").class("warn").text(&why))
}
