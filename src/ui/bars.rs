//! Amounts as bars from one line on, in a table: the picture and the figures are the same rows.

use rust_decimal::Decimal;

use super::element::{El, el, svg};
use crate::domain::money::portion;

/// One amount.
pub struct Bar {
    /// What it is.
    pub label: String,
    /// The amount as it is read.
    pub text: String,
    /// How long the bar is; nothing is drawn below zero.
    pub amount: Decimal,
    /// The class of the bar, which is its colour.
    pub class: &'static str,
}

/// The table, under its name; the longest bar fills its column, unless `whole` is longer.
pub fn bars(name: &str, rows: &[Bar], whole: Decimal) -> El {
    let most = rows.iter().map(|bar| bar.amount).max().unwrap_or_default().max(whole);
    let row = |bar: &Bar| {
        el("tr")
            .child(el("th").attr("scope", "row").text(&bar.label))
            .child(el("td").class("bar-cell").child(picture(bar, most)))
            .child(el("td").class("number").text(&bar.text))
    };
    el("table")
        .class("bars")
        .child(el("caption").class("unseen").text(name))
        .child(el("tbody").children(rows.iter().map(row)))
}

fn picture(bar: &Bar, most: Decimal) -> El {
    let width = portion(bar.amount, most, WIDTH);
    svg("svg")
        .attr("role", "img")
        .attr("viewBox", "0 0 1000 16")
        .attr("preserveAspectRatio", "none")
        .child(svg("title").text(&[&bar.label, ": ", &bar.text].concat()))
        .child(rect("bar-way", WIDTH))
        .child(rect(bar.class, width))
}

fn rect(class: &str, width: u32) -> El {
    svg("rect").class(class).attr("width", &width.to_string()).attr("height", "16")
}

const WIDTH: u32 = 1_000;
