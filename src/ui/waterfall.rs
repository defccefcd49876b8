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
        let places = Derived::new(move || bars.with(|bars| places(bars)));
        let count = move || bars.with(|bars| u32::try_from(bars.len()).unwrap_or(u32::MAX));
        // Drawn anew when a step comes or goes; otherwise the bars move and the figures change where they are.
        let picture = move |rows| (rows > 0).then(|| picture(&title, Rc::clone(&describe), rows as usize, places));
        let labels = move || (0..2 * count()).collect();
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
            .child(
                el("div")
                    .class("waterfall-grid")
                    .switch(count, picture)
                    .each(labels, move |key| Some(label(bars, key))),
            )
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

fn picture(title: &str, describe: Rc<dyn Fn() -> String>, rows: usize, places: Derived<Vec<Place>>) -> El {
    svg("svg")
        .part("waterfall")
        .class("waterfall-bars")
        .attr("role", "img")
        .attr("aria-labelledby", "waterfall-title waterfall-text")
        .attr("viewBox", &["0 0 ", &WIDTH.to_string(), " ", &(rows * ROW).to_string()].concat())
        .attr("preserveAspectRatio", "none")
        .style("grid-row", &["1 / span ", &rows.to_string()].concat())
        .child(svg("title").attr("id", "waterfall-title").text(title))
        .child(svg("desc").attr("id", "waterfall-text").text_with(move || describe()))
        .children((0..rows).map(|row| draw(row, places)))
}

/// The name of a bar, for even keys, or its amount.
fn label(bars: Derived<Vec<Bar>>, key: u32) -> El {
    let (row, is_amount) = (key as usize / 2, key % 2 == 1);
    let text = move |bar: &Bar| if is_amount { bar.amount.clone() } else { bar.label.clone() };
    el("span")
        .class(if is_amount { "waterfall-amount number" } else { "waterfall-label" })
        .class_with("whole", move || bars.with(|bars| bars.get(row).is_some_and(|bar| bar.whole)))
        .attr("aria-hidden", "true")
        .text_with(move || bars.with(|bars| bars.get(row).map(text).unwrap_or_default()))
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

/// Where a bar stands in the picture.
#[derive(Clone, PartialEq, Eq)]
struct Place {
    kind: &'static str,
    left: u32,
    width: u32,
    /// Where the thread comes down from the step before.
    thread: u32,
    /// Whether it is cut short.
    cut: bool,
}

fn places(bars: &[Bar]) -> Vec<Place> {
    let axis = Axis::of(bars);
    let place = |(row, bar): (usize, &Bar)| {
        let (from, to) = (axis.place(bar.from), axis.place(bar.to));
        let kind = match (bar.whole, bar.to < bar.from) {
            (true, _) if row == 0 => "base",
            (true, _) => "net",
            (false, true) => "down",
            (false, false) => "up",
        };
        // A change of nearly nothing still shows as a hair.
        let width = from.abs_diff(to).max(HAIR);
        let thread = if bar.whole { to } else { from };
        Place { kind, left: from.min(to), width, thread, cut: bar.whole && axis.is_cut() }
    };
    bars.iter().enumerate().map(place).collect()
}

fn draw(row: usize, places: Derived<Vec<Place>>) -> El {
    let follow = move |of: fn(&Place) -> String| move || places.with(|places| places.get(row).map(of));
    let top = row * ROW + (ROW - BAR) / 2;
    let rect = svg("rect").attr("y", &top.to_string()).attr("height", &BAR.to_string());
    let rect = rect
        .attr_with("class", follow(|place| place.kind.to_owned()))
        .attr_with("x", follow(|place| place.left.to_string()))
        .attr_with("width", follow(|place| place.width.to_string()));
    let thread = (row > 0).then(|| {
        let x = follow(|place| place.thread.to_string());
        line("thread", [top - (ROW - BAR), top]).attr_with("x1", x).attr_with("x2", x)
    });
    // Two slashes say that the bar is cut short here.
    let is_cut = move || places.with(|places| places.get(row).is_some_and(|place| place.cut));
    let slash = move |x: u32| {
        let line = line("cut", [top - 3, top + BAR + 3]);
        line.attr("x1", &(x + SLANT).to_string()).attr("x2", &x.to_string())
    };
    svg("g").children(thread).child(rect).when(is_cut, move || slash(6 * SLANT)).when(is_cut, move || slash(9 * SLANT))
}

fn line(class: &str, y: [usize; 2]) -> El {
    svg("line").class(class).attr("y1", &y[0].to_string()).attr("y2", &y[1].to_string())
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
