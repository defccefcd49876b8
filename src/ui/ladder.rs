//! The tiers as rungs, and how far the order has come.

use rust_decimal::Decimal;

use super::element::{El, el, svg};
use crate::domain::money;
use crate::session::Derived;

/// One rung.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rung {
    /// Where it begins.
    pub from: Decimal,
    /// What it gives, as it is read.
    pub gives: String,
    /// Where it begins, as it is read.
    pub starts: String,
    /// The rung as one spoken phrase.
    pub spoken: String,
}

/// The ladder. Rungs stand at equal distances, so that the low ones stay readable beside the high ones.
pub struct Ladder {
    /// Tells the ladders of one widget apart.
    pub id: &'static str,
    /// What the picture shows.
    pub title: String,
    /// The rungs, lowest first.
    pub rungs: Derived<Vec<Rung>>,
    /// How far the order has come.
    pub reached: Derived<Decimal>,
    /// The same, as it is spoken.
    pub reached_text: Box<dyn Fn() -> String>,
}

impl Ladder {
    /// The picture, its description and its labels.
    pub fn view(self) -> El {
        let Ladder { id, title, rungs, reached, reached_text } = self;
        // The rungs are drawn anew when one of them is reached or lost, and not with every unit on the way.
        let is_reached = Derived::new(move || {
            let reached = reached.get();
            rungs.with(|rungs| rungs.iter().map(|rung| rung.from <= reached).collect::<Vec<_>>())
        });
        let way = move || rungs.with(|rungs| way(rungs, reached.get()));
        let describe = move || {
            let spoken =
                rungs.with(|rungs| rungs.iter().map(|rung| rung.spoken.as_str()).collect::<Vec<_>>().join(", "));
            [&spoken, "; ", &reached_text()].concat()
        };
        let picture = svg("svg")
            .attr("role", "img")
            .attr("aria-labelledby", &[id, "-title ", id, "-text"].concat())
            .attr("viewBox", "0 0 3000 16")
            .attr("preserveAspectRatio", "none")
            .child(svg("desc").attr("id", &[id, "-text"].concat()).text_with(describe))
            .child(across("way", "0", &WIDTH.to_string()))
            .child(across("done", "0", "0").attr_with("x2", move || Some(way().to_string())))
            .children_with(move || {
                is_reached
                    .with(|all| all.iter().enumerate().map(|(index, done)| dot(index, all.len(), *done)).collect())
            });
        let labels = move || {
            rungs.with(|rungs| {
                is_reached.with(|all| rungs.iter().zip(all).map(|(rung, done)| label(rung, *done)).collect())
            })
        };
        el("figure")
            .class("ladder")
            .part("ladder")
            .child(el("figcaption").attr("id", &[id, "-title"].concat()).text(&title))
            .child(picture)
            .child(el("ol").class("rungs").attr("aria-hidden", "true").children_with(labels))
    }
}

fn dot(index: usize, count: usize, done: bool) -> El {
    let at = place(index + 1, count).to_string();
    // A line of no length with round ends is a dot that keeps its shape however wide the picture is drawn.
    svg("g")
        .class(if done { "rung reached" } else { "rung" })
        .child(across("rim", &at, &at))
        .child(across("core", &at, &at))
}

fn across(class: &str, from: &str, to: &str) -> El {
    svg("line").class(class).attr("x1", from).attr("x2", to).attr("y1", "8").attr("y2", "8")
}

fn label(rung: &Rung, done: bool) -> El {
    el("li")
        .class(if done { "reached" } else { "" })
        .child(el("b").text(&rung.gives))
        .child(el("small").text(&rung.starts))
}

/// The picture's width.
const WIDTH: u32 = 3_000;

/// Where the rung with this number, from 1, of so many stands: in the middle of equal columns, above their labels.
fn place(number: usize, count: usize) -> u32 {
    let halves = u32::try_from(2 * number - 1).unwrap_or_default();
    let columns = u32::try_from(count.max(1)).unwrap_or(1);
    WIDTH * halves / (2 * columns)
}

/// How far along the ladder this amount is: whole rungs, and the part of the way to the next.
fn way(rungs: &[Rung], reached: Decimal) -> u32 {
    let count = rungs.len();
    let passed = rungs.iter().take_while(|rung| rung.from <= reached).count();
    let Some(next) = rungs.get(passed) else { return WIDTH };
    let last = passed.checked_sub(1).and_then(|last| rungs.get(last));
    let (start, low) = last.map_or((Decimal::ZERO, 0), |last| (last.from, place(passed, count)));
    let length = place(passed + 1, count) - low;
    let part = |from: Decimal| money::sub(from, start).unwrap_or_default();
    low + money::portion(part(reached), part(next.from), length)
}
