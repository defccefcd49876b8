//! The tiers as rungs, and how far the order has come.

use leptos::prelude::*;
use rust_decimal::Decimal;

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
#[component]
pub fn Ladder(
    /// What the picture shows.
    title: String,
    /// The rungs, lowest first.
    rungs: Signal<Vec<Rung>>,
    /// How far the order has come.
    reached: Signal<Decimal>,
    /// The same, as it is spoken.
    reached_text: Signal<String>,
) -> impl IntoView {
    let way = move || rungs.with(|rungs| way(rungs, reached.get()));
    let spoken =
        move || rungs.with(|rungs| rungs.iter().map(|rung| rung.spoken.clone()).collect::<Vec<_>>().join(", "));
    let dots = move || {
        let rungs = rungs.get();
        let (count, reached) = (rungs.len(), reached.get());
        rungs
            .into_iter()
            .enumerate()
            .map(|(index, rung)| {
                let at = place(index + 1, count);
                let class = if rung.from <= reached { "rung reached" } else { "rung" };
                // A line of no length with round ends is a dot that keeps its shape however wide the picture is drawn.
                let dot = |class| view! { <line class=class x1=at.to_string() x2=at.to_string() y1="8" y2="8" /> };
                view! { <g class=class>{dot("rim")}{dot("core")}</g> }
            })
            .collect_view()
    };
    let labels = move || {
        let rungs = rungs.get();
        let reached = reached.get();
        rungs
            .into_iter()
            .map(|rung| {
                let done = rung.from <= reached;
                view! { <li class:reached=done><b>{rung.gives}</b><small>{rung.starts}</small></li> }
            })
            .collect_view()
    };
    view! {
        <figure class="ladder" part="ladder">
            <svg role="img" aria-labelledby="ladder-title ladder-text" viewBox="0 0 300 16" preserveAspectRatio="none">
                <title id="ladder-title">{title}</title>
                <desc id="ladder-text">{move || format!("{}; {}", spoken(), reached_text.get())}</desc>
                <line class="way" x1="0" x2="300" y1="8" y2="8" />
                <line class="done" x1="0" x2=move || way().to_string() y1="8" y2="8" />
                {dots}
            </svg>
            <ol class="rungs" aria-hidden="true">{labels}</ol>
        </figure>
    }
}

/// The picture's width.
const WIDTH: u32 = 300;

/// Where the rung with this number stands; number 0 is the start.
fn place(number: usize, count: usize) -> Decimal {
    // Rungs stand in the middle of equal columns, above their labels.
    let columns = Decimal::from(count.max(1));
    let middle = Decimal::from(number) - Decimal::new(5, 1);
    (Decimal::from(WIDTH) * middle / columns).max(Decimal::ZERO).round_dp(1)
}

/// How far along the ladder this amount is: whole rungs, and the part of the way to the next.
fn way(rungs: &[Rung], reached: Decimal) -> Decimal {
    let count = rungs.len();
    let passed = rungs.iter().take_while(|rung| rung.from <= reached).count();
    let Some(next) = rungs.get(passed) else {
        return Decimal::from(WIDTH);
    };
    let start = passed.checked_sub(1).and_then(|last| rungs.get(last)).map_or(Decimal::ZERO, |rung| rung.from);
    let part = (reached - start).checked_div(next.from - start).unwrap_or_default();
    let low = if passed == 0 { Decimal::ZERO } else { place(passed, count) };
    (low + (place(passed + 1, count) - low) * part).round_dp(1)
}
