//! The way from the list price to the net price as a picture: one bar a step, each beginning where the last one ended.

use std::rc::Rc;

use rust_decimal::Decimal;

use super::element::{El, el, svg};
use crate::session::Derived;

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
pub struct Waterfall {
    /// What the picture shows.
    pub title: String,
    /// The same in a sentence.
    pub describe: Rc<dyn Fn() -> String>,
    /// The bars, first to last.
    pub bars: Derived<Vec<Bar>>,
    /// What unfolds the table.
    pub table_label: String,
    /// The headings of the table's two columns.
    pub headings: [String; 2],
}

impl Waterfall {
    /// The picture with its labels, and the table behind it.
    pub fn view(self) -> El {
        let Waterfall { title, describe, bars, table_label, headings } = self;
        let picture = move || vec![bars.with(|bars| picture(&title, Rc::clone(&describe), bars))];
        let labels = move || bars.with(|bars| bars.iter().flat_map(labels).collect());
        let rows = move || bars.with(|bars| bars.iter().map(row).collect());
        let [step, amount] = headings;
        let head =
            el("tr").child(cell("th", &step).attr("scope", "col")).child(figure("th", &amount).attr("scope", "col"));
        el("figure")
            .class("waterfall")
            .child(el("div").class("waterfall-grid").children_with(picture).children_with(labels))
            .child(
                el("details")
                    .child(el("summary").text(&table_label))
                    .child(el("table").child(el("thead").child(head)).child(el("tbody").children_with(rows))),
            )
    }
}

fn picture(title: &str, describe: Rc<dyn Fn() -> String>, bars: &[Bar]) -> El {
    let axis = Axis::of(bars);
    let count = bars.len();
    svg("svg")
        .part("waterfall")
        .class("waterfall-bars")
        .attr("role", "img")
        .attr("aria-labelledby", "waterfall-title waterfall-text")
        .attr("viewBox", &format!("0 0 100 {}", count * ROW))
        .attr("preserveAspectRatio", "none")
        .style("grid-row", &format!("1 / span {count}"))
        .child(svg("title").attr("id", "waterfall-title").text(title))
        .child(svg("desc").attr("id", "waterfall-text").text_with(move || describe()))
        .children(bars.iter().enumerate().map(|(row, bar)| draw(row, bar, &axis)))
}

fn labels(bar: &Bar) -> [El; 2] {
    let [label, amount] = if bar.whole {
        ["waterfall-label whole", "waterfall-amount number whole"]
    } else {
        ["waterfall-label", "waterfall-amount number"]
    };
    [(label, &bar.label), (amount, &bar.amount)]
        .map(|(class, text)| cell("span", text).class(class).attr("aria-hidden", "true"))
}

fn row(bar: &Bar) -> El {
    el("tr").child(cell("th", &bar.label).attr("scope", "row")).child(figure("td", &bar.amount))
}

fn cell(tag: &str, text: &str) -> El {
    el(tag).text(text)
}

fn figure(tag: &str, text: &str) -> El {
    cell(tag, text).class("number")
}

/// Height of a row, and of the bar in it, in the picture's units; the width is 100.
const ROW: usize = 24;
const BAR: usize = 12;

fn draw(row: usize, bar: &Bar, axis: &Axis) -> El {
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
    let rect = svg("rect").class(kind).attr("x", &left.to_string()).attr("y", &top.to_string());
    let rect = rect.attr("width", &width.to_string()).attr("height", &BAR.to_string());
    // The thread that leads down from where the step before ended.
    let thread = (row > 0).then(|| {
        let x = if bar.whole { to } else { from }.to_string();
        line("thread", [&x, &x], [top - (ROW - BAR), top])
    });
    // Two slashes say that the bar is cut short here.
    let slash = |x: usize| line("cut", [&(x + 1).to_string(), &x.to_string()], [top - 3, top + BAR + 3]);
    let slashes = if bar.whole && axis.is_cut() { vec![slash(6), slash(9)] } else { Vec::new() };
    svg("g").children(thread).child(rect).children(slashes)
}

fn line(class: &str, x: [&str; 2], y: [usize; 2]) -> El {
    let line = svg("line").class(class).attr("x1", x[0]).attr("x2", x[1]);
    line.attr("y1", &y[0].to_string()).attr("y2", &y[1].to_string())
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
