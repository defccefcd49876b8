//! The table as a client may see it: what is fresh and may be shared, with its source. Nothing else is in the page.

use super::board::Board;
use super::said;
use crate::domain::comparison::Audience;
use crate::i18n::comparison::ComparisonKey as Key;
use crate::session::{Derived, Desk};
use crate::store::comparing::{Comparison, TableCell, TableRow};
use crate::ui::{El, el, toggle};

/// The table, and nothing to change in it.
pub(super) fn client_view(board: Board) -> El {
    let desk = board.desk;
    let words = desk.words();
    let table = Derived::new(move || board.with(|now| now.table(Audience::Client)).unwrap_or_default());
    let heads = move || {
        let heads = board
            .with(|now| table.with(|table| table.columns.iter().filter_map(|at| heading(desk, now, *at)).collect()));
        heads.unwrap_or_default()
    };
    let all = move || !board.differences.get();
    let rows = move || {
        let rows = board.with(|now| {
            table.with(|table| {
                let shown = table.rows.iter().filter(|row| all() || row.differs);
                shown.filter_map(|shown| row(desk, now, &table.columns, shown)).collect()
            })
        });
        rows.unwrap_or_default()
    };
    let is_empty = move || table.with(|table| table.rows.is_empty());
    let empty = move || el("p").class("muted").part("client-empty").text(&board.desk.words().text(Key::ClientEmpty));
    el("section")
        .class("client-page")
        .part("client-page")
        .child(toggle("differences", &words.text(Key::Differences), board.differences))
        .child(
            el("div")
                .class("facts-scroll")
                .attr("tabindex", "0")
                .attr("role", "group")
                .attr("aria-label", &words.text(Key::Facts))
                .child(
                    el("div")
                        .class("facts")
                        .part("client-facts")
                        .attr("role", "table")
                        .attr("aria-label", &words.text(Key::Facts))
                        .flag_with("hidden", is_empty)
                        .child(
                            el("div")
                                .class("fact-row fact-head")
                                .attr("role", "row")
                                .child(
                                    el("div")
                                        .class("fact-criterion")
                                        .attr("role", "columnheader")
                                        .text(&words.text(Key::Criterion)),
                                )
                                .children_with(heads),
                        )
                        .child(el("div").attr("role", "rowgroup").children_with(rows)),
                ),
        )
        .when(is_empty, empty)
}

fn heading(desk: Desk, now: &Comparison, at: usize) -> Option<El> {
    let product = now.products.get(at)?;
    let company = if product.is_ours() { desk.words().text(Key::OurProduct) } else { product.company.clone() };
    let class = if product.is_ours() { "fact-column ours" } else { "fact-column" };
    let name = el("b").text(&product.name);
    Some(el("div").class(class).attr("role", "columnheader").child(name).child(el("small").text(&company)))
}

fn row(desk: Desk, now: &Comparison, columns: &[usize], row: &TableRow) -> Option<El> {
    let criterion = now.criteria.get(row.criterion)?;
    let cells = columns.iter().zip(&row.cells).map(|(at, cell)| {
        let name = now.products.get(*at).map(|product| product.name.as_str()).unwrap_or_default();
        let inside = el("div").class("fact").child(el("span").class("fact-product").text(name));
        let inside = match cell {
            Some(cell) => inside
                .child(el("span").class("fact-value").text(&said::value(desk, criterion, cell)))
                .child(el("span").class("fact-marks").children(origin(desk, cell))),
            None => inside.child(el("span").class("fact-value muted").text("–")),
        };
        el("div").class(if *at == 0 { "fact-cell ours" } else { "fact-cell" }).attr("role", "cell").child(inside)
    });
    let name = el("div").class("fact-criterion").attr("role", "rowheader").text(&said::criterion(criterion));
    Some(
        el("div")
            .class("fact-group")
            .attr("role", "presentation")
            .child(el("div").class("fact-row").part("client-row").attr("role", "row").child(name).children(cells)),
    )
}

/// When it was seen and, where the client may know it, at what place.
fn origin(desk: Desk, cell: &TableCell) -> Vec<El> {
    let words = desk.words();
    let seen = cell.seen.map(|seen| el("span").text(&words.date(seen)));
    seen.into_iter().chain(cell.source.as_ref().map(|source| said::source(source, &words))).collect()
}
