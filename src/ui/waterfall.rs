//! The way from the list price to the net price as a picture: one bar a step, each beginning where the last one ended.

use leptos::prelude::*;
use rust_decimal::Decimal;

/// One bar, in amounts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// What the step is called.
    pub label: String,
    /// The amount as it is read.
    pub amount: String,
    /// Where it begins.
    pub from: Decimal,
    /// Where it ends.
    pub to: Decimal,
    /// Whether it stands for an amount of its own (list, net) and not for a change.
    pub whole: bool,
}

/// The picture, with a title, a description and the same as a table.
#[component]
pub fn Waterfall(
    /// What the picture shows.
    title: String,
    /// The same in a sentence.
    describe: Signal<String>,
    /// The bars, first to last.
    bars: Signal<Vec<Bar>>,
    /// What unfolds the table.
    table_label: String,
    /// The headings of the table's two columns.
    headings: [String; 2],
) -> impl IntoView {
    let picture = move || {
        let bars = bars.get();
        let axis = Axis::of(&bars);
        let count = bars.len();
        let drawn = bars.iter().enumerate().map(|(row, bar)| draw(row, bar, &axis)).collect_view();
        view! {
            <svg
                part="waterfall"
                class="waterfall-bars"
                role="img"
                aria-labelledby="waterfall-title waterfall-text"
                viewBox=format!("0 0 100 {}", count * ROW)
                preserveAspectRatio="none"
                style=("grid-row", format!("1 / span {count}"))
            >
                <title id="waterfall-title">{title.clone()}</title>
                <desc id="waterfall-text">{move || describe.get()}</desc>
                {drawn}
            </svg>
        }
    };
    let labels =
        move || {
            bars.get().into_iter().map(|bar| view! {
            <span class="waterfall-label" class:whole=bar.whole aria-hidden="true">{bar.label}</span>
            <span class="waterfall-amount number" class:whole=bar.whole aria-hidden="true">{bar.amount}</span>
        }).collect_view()
        };
    let rows = move || {
        bars.get()
            .into_iter()
            .map(|bar| {
                view! {
                    <tr><th scope="row">{bar.label}</th><td class="number">{bar.amount}</td></tr>
                }
            })
            .collect_view()
    };
    let [step, amount] = headings;
    view! {
        <figure class="waterfall">
            <div class="waterfall-grid">{picture} {labels}</div>
            <details>
                <summary>{table_label}</summary>
                <table>
                    <thead><tr><th scope="col">{step}</th><th scope="col" class="number">{amount}</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </details>
        </figure>
    }
}

/// Height of a row, and of the bar in it, in the picture's units; the width is 100.
const ROW: usize = 24;
const BAR: usize = 12;

fn draw(row: usize, bar: &Bar, axis: &Axis) -> impl IntoView + use<> {
    let (from, to) = (axis.place(bar.from), axis.place(bar.to));
    let (left, right) = if from < to { (from, to) } else { (to, from) };
    let kind = match (bar.whole, bar.to < bar.from) {
        (true, _) if row == 0 => "base",
        (true, _) => "net",
        (false, true) => "down",
        (false, false) => "up",
    };
    let top = row * ROW + (ROW - BAR) / 2;
    // A change of nearly nothing still shows as a hair.
    let width = (right - left).max(Decimal::new(6, 1));
    view! {
        <g>
            {(row > 0).then(|| {
                // The thread that leads down from where the step before ended.
                let x = if bar.whole { to } else { from };
                view! { <line class="thread" x1=x.to_string() x2=x.to_string() y1=(top - (ROW - BAR)).to_string() y2=top.to_string() /> }
            })}
            <rect class=kind x=left.to_string() y=top.to_string() width=width.to_string() height=BAR.to_string() />
            // Two slashes say that the bar is cut short here.
            {(bar.whole && axis.is_cut()).then(|| [6, 9].map(|x| view! {
                <line class="cut" x1=(x + 1).to_string() x2=x.to_string() y1=(top - 3).to_string() y2=(top + BAR + 3).to_string() />
            }))}
        </g>
    }
}

/// From which amount to which the picture reaches.
///
/// A discount is a small part of a price. Where it would be too small to see, the axis begins above zero, and the bars that
/// stand for whole amounts are marked as cut.
struct Axis {
    least: Decimal,
    most: Decimal,
}

impl Axis {
    fn of(bars: &[Bar]) -> Self {
        let ends = || bars.iter().map(|bar| bar.to);
        let (low, most) = (ends().min().unwrap_or_default(), ends().max().unwrap_or_default());
        let spread = most - low;
        // Half of the width for the steps, the other half for what is left of the whole.
        let least = if spread + spread + spread < most { low - spread } else { Decimal::ZERO };
        Axis { least, most }
    }

    fn is_cut(&self) -> bool {
        !self.least.is_zero()
    }

    /// Where an amount stands, in hundredths of the picture's width.
    fn place(&self, amount: Decimal) -> Decimal {
        let share = (amount - self.least).max(Decimal::ZERO).checked_div(self.most - self.least);
        share.and_then(|share| share.checked_mul(Decimal::ONE_HUNDRED)).unwrap_or_default().round_dp(2)
    }
}
