//! The way from the list price to the net price as a picture: one bar a step, each beginning where the last one ended.

use std::rc::Rc;

use rust_decimal::Decimal;
use wasm_bindgen::JsCast;

use super::element::{El, el, svg};
use crate::domain::money;
use crate::session::{Derived, Live};

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
        // What is folded away is not drawn anew with every key.
        let open = Live::new(false);
        let table = move || {
            let [step, amount] = &headings;
            let head =
                el("tr").child(cell("th", step).attr("scope", "col")).child(figure("th", amount).attr("scope", "col"));
            let rows = move || bars.with(|bars| bars.iter().map(row).collect());
            el("table").child(el("thead").child(head)).child(el("tbody").children_with(rows))
        };
        el("figure")
            .class("waterfall")
            .child(el("div").class("waterfall-grid").children_with(picture).children_with(labels))
            .child(
                el("details")
                    .on("toggle", move |event| open.set(is_open(event)))
                    .child(el("summary").text(&table_label))
                    .when(move || open.get(), table),
            )
    }
}

fn is_open(toggled: &web_sys::Event) -> bool {
    let details = toggled.current_target().and_then(|details| details.dyn_into::<web_sys::Element>().ok());
    details.is_some_and(|details| details.has_attribute("open"))
}

fn picture(title: &str, describe: Rc<dyn Fn() -> String>, bars: &[Bar]) -> El {
    let axis = Axis::of(bars);
    let count = bars.len();
    svg("svg")
        .part("waterfall")
        .class("waterfall-bars")
        .attr("role", "img")
        .attr("aria-labelledby", "waterfall-title waterfall-text")
        .attr("viewBox", &["0 0 ", &WIDTH.to_string(), " ", &(count * ROW).to_string()].concat())
        .attr("preserveAspectRatio", "none")
        .style("grid-row", &["1 / span ", &count.to_string()].concat())
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

/// Height of a row, and of the bar in it, in the picture's units.
const ROW: usize = 24;
const BAR: usize = 12;
/// The picture's width, the least width of a bar, and how far a slash leans.
const WIDTH: u32 = 10_000;
const HAIR: u32 = 60;
const SLANT: u32 = 100;

fn draw(row: usize, bar: &Bar, axis: &Axis) -> El {
    let (from, to) = (axis.place(bar.from), axis.place(bar.to));
    let left = from.min(to);
    let kind = match (bar.whole, bar.to < bar.from) {
        (true, _) if row == 0 => "base",
        (true, _) => "net",
        (false, true) => "down",
        (false, false) => "up",
    };
    let top = row * ROW + (ROW - BAR) / 2;
    // A change of nearly nothing still shows as a hair.
    let width = from.abs_diff(to).max(HAIR);
    let rect = svg("rect").class(kind).attr("x", &left.to_string()).attr("y", &top.to_string());
    let rect = rect.attr("width", &width.to_string()).attr("height", &BAR.to_string());
    // The thread that leads down from where the step before ended.
    let thread = (row > 0).then(|| {
        let x = if bar.whole { to } else { from };
        line("thread", [x, x], [top - (ROW - BAR), top])
    });
    // Two slashes say that the bar is cut short here.
    let slash = |x| line("cut", [x + SLANT, x], [top - 3, top + BAR + 3]);
    let slashes = if bar.whole && axis.is_cut() { vec![slash(6 * SLANT), slash(9 * SLANT)] } else { Vec::new() };
    svg("g").children(thread).child(rect).children(slashes)
}

fn line(class: &str, x: [u32; 2], y: [usize; 2]) -> El {
    let line = svg("line").class(class).attr("x1", &x[0].to_string()).attr("x2", &x[1].to_string());
    line.attr("y1", &y[0].to_string()).attr("y2", &y[1].to_string())
}

/// From which amount to which the picture reaches.
///
/// A discount is a small part of a price. Where it would be too small to see, the axis begins above zero, and the bars that
/// stand for whole amounts are marked as cut.
struct Axis {
    least: Decimal,
    span: Decimal,
}

impl Axis {
    fn of(bars: &[Bar]) -> Self {
        let ends = || bars.iter().map(|bar| bar.to);
        let (low, most) = (ends().min().unwrap_or_default(), ends().max().unwrap_or_default());
        let less = |a, b| money::sub(a, b).unwrap_or_default();
        let spread = less(most, low);
        // Half of the width for the steps, the other half for what is left of the whole.
        let is_small = money::portion(spread, most, 3) == 0;
        let least = if is_small { less(low, spread) } else { Decimal::ZERO };
        Axis { least, span: less(most, least) }
    }

    fn is_cut(&self) -> bool {
        !self.least.is_zero()
    }

    /// Where an amount stands, in units of the picture's width.
    fn place(&self, amount: Decimal) -> u32 {
        money::portion(money::sub(amount, self.least).unwrap_or_default(), self.span, WIDTH)
    }
}
