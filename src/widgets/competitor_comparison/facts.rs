//! The table: our product first, theirs beside it, each fact with its age. In a narrow place every criterion is a card.

use wasm_bindgen::JsCast;

use super::board::{Board, Place};
use super::{editor, said};
use crate::i18n;
use crate::i18n::comparison::ComparisonKey as Key;
use crate::session::Derived;
use crate::store::comparing::{TableCell, TableRow};
use crate::ui::{El, Icon, button, el, element, icon, toggle};

/// What is known, with what was changed last.
pub(super) fn facts(board: Board) -> El {
    let words = board.desk.words();
    let head = el("div").class("section-head").child(el("h2").text(&words.text(Key::Facts))).child(toggle(
        "differences",
        &words.text(Key::Differences),
        board.differences,
    ));
    let same = move || el("p").class("muted").part("same").text(&board.desk.words().text(Key::AllSame));
    el("section")
        .class("facts-section")
        .child(head)
        .child(el("div").class("facts-scroll").child(table(board)))
        .when(move || board.rows().is_empty(), same)
        .child(changed(board))
}

fn table(board: Board) -> El {
    let words = board.desk.words();
    el("div")
        .class("facts")
        .part("facts")
        .attr("role", "grid")
        .attr("aria-label", &words.text(Key::Facts))
        .handle(board.grid)
        .child(
            el("div")
                .class("fact-row fact-head")
                .attr("role", "row")
                .child(el("div").class("fact-criterion").attr("role", "columnheader").text(&words.text(Key::Criterion)))
                .children_with(move || {
                    board.with(|now| now.products.iter().map(heading(board)).collect()).unwrap_or_default()
                }),
        )
        .each(move || board.rows(), move |at| usize::try_from(at).ok().map(|at| criterion(board, at)))
}

fn heading(board: Board) -> impl Fn(&crate::store::comparing::Contender) -> El {
    move |product| {
        let company =
            if product.is_ours() { board.desk.words().text(Key::OurProduct) } else { product.company.clone() };
        el("div")
            .class(if product.is_ours() { "fact-column ours" } else { "fact-column" })
            .part("column")
            .attr("role", "columnheader")
            .child(el("b").text(&product.name))
            .child(el("small").text(&company))
    }
}

/// The row of one criterion, and below it the fact that is unfolded.
fn criterion(board: Board, at: usize) -> El {
    let row =
        Derived::new(move || board.table.with(|table| table.rows.iter().find(|row| row.criterion == at).cloned()));
    let name = move || board.criterion(at).as_ref().map(said::criterion).unwrap_or_default();
    let cells = move || row.with(|row| row.as_ref().map(|row| cells(board, row)).unwrap_or_default());
    let unfolded = move || match board.open.get() {
        Some((criterion, product)) if criterion == at => u32::try_from(product + 1).unwrap_or_default(),
        _ => 0,
    };
    el("div")
        .class("fact-group")
        .part("criterion")
        .attr("role", "rowgroup")
        .child(
            el("div")
                .class("fact-row")
                .attr("role", "row")
                .child(el("div").class("fact-criterion").attr("role", "rowheader").text_with(name))
                .children_with(cells),
        )
        .switch(unfolded, move |product| {
            Some(editor::detail(board, (at, usize::try_from(product.checked_sub(1)?).ok()?)))
        })
}

fn cells(board: Board, row: &TableRow) -> Vec<El> {
    let at = row.criterion;
    row.cells.iter().enumerate().map(|(product, cell)| self::cell(board, (at, product), cell.as_ref())).collect()
}

fn cell(board: Board, place: Place, cell: Option<&TableCell>) -> El {
    let words = board.desk.words();
    let counts = cell.is_some_and(TableCell::counts);
    let value = match (cell, board.criterion(place.0)) {
        (Some(cell), Some(criterion)) => said::value(board.desk, &criterion, cell),
        _ => words.text(Key::Unknown),
    };
    let product = el("span").class("fact-product").text(&board.name(place.1));
    let marks = cell.map(|cell| said::marks(cell, &words)).unwrap_or_default();
    let fact = el("button")
        .attr("type", "button")
        .class(if counts { "fact" } else { "fact weak" })
        .part("fact")
        .attr("data-place", &name_of(place))
        .attr_with("tabindex", move || Some(if stop(board) == place { "0" } else { "-1" }.to_owned()))
        .state_with("aria-expanded", move || board.open.with(|open| *open == Some(place)))
        .on("focus", move |_| board.reached.set(place))
        .on_click(move || board.open.set(board.open.get_untracked().is_none_or(|open| open != place).then_some(place)))
        .on_key(move |event| step(board, place, &event.key()))
        .child(product)
        .child(el("span").class("fact-value").text(&value))
        .child(el("span").class("fact-marks").children(marks));
    el("div").class(if place.1 == 0 { "fact-cell ours" } else { "fact-cell" }).attr("role", "gridcell").child(fact)
}

/// The one cell that Tab goes to: the last one reached, or the first of what is shown.
fn stop(board: Board) -> Place {
    let reached = board.reached.get();
    let rows = board.rows();
    let shown = |at: &u32| usize::try_from(*at) == Ok(reached.0);
    match rows.first().and_then(|first| usize::try_from(*first).ok()) {
        Some(first) if !rows.iter().any(shown) => (first, 0),
        _ => reached,
    }
}

/// Arrows move between cells, Home and End within a row, Escape folds.
fn step(board: Board, place: Place, key: &str) -> bool {
    let rows = board.rows();
    let row = rows.iter().position(|at| usize::try_from(*at) == Ok(place.0)).unwrap_or_default();
    let last = board.table.with(|table| table.columns.len()).saturating_sub(1);
    let (row, column) = match key {
        "ArrowDown" => (row + 1, place.1),
        "ArrowUp" => (row.saturating_sub(1), place.1),
        "ArrowRight" => (row, place.1 + 1),
        "ArrowLeft" => (row, place.1.saturating_sub(1)),
        "Home" => (row, 0),
        "End" => (row, last),
        "Escape" if board.open.peek(Option::is_some) => {
            board.open.set(None);
            return true;
        }
        _ => return false,
    };
    if let Some(row) = rows.get(row.min(rows.len().saturating_sub(1))).and_then(|row| usize::try_from(*row).ok()) {
        focus(board, (row, column.min(last)));
    }
    true
}

/// Gives a cell the focus, once what is being drawn is there.
pub(super) fn focus(board: Board, place: Place) {
    board.reached.set(place);
    leptos::prelude::request_animation_frame(move || {
        let Some(grid) = board.grid.get() else { return };
        let css = ["[data-place=\"", &name_of(place), "\"]"].concat();
        if let Ok(Some(cell)) = grid.query_selector(&css) {
            element::focus(cell.unchecked_ref());
        }
    });
}

fn name_of((criterion, product): Place) -> String {
    [criterion.to_string(), product.to_string()].join("-")
}

/// What was changed last, with the way back while it is the last change of all.
fn changed(board: Board) -> El {
    let is_last = move || {
        board.changed.with(|changed| {
            let Some((key, _)) = changed else { return false };
            board.desk.state.with(|state| {
                state.changes.iter().max_by_key(|change| change.order).is_some_and(|last| last.key == *key)
            })
        })
    };
    let view = move || {
        let said = el("span").text_with(move || {
            board.changed.with(|changed| changed.as_ref().map(|(_, said)| said.clone()).unwrap_or_default())
        });
        let undo = button("")
            .part("undo")
            .child(icon(Icon::Back))
            .child(el("span").text(&board.desk.words().text(i18n::Key::Undo)));
        let undo = undo.on_click(move || {
            let _ = board.desk.take_back();
            board.changed.set(None);
            focus(board, board.reached.get_untracked());
        });
        el("div").class("changed").child(said).child(undo)
    };
    el("div").attr("role", "status").part("changed").when(is_last, view)
}
