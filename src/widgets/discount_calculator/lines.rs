//! The lines of the order: find a product, type how many, see the net.

use rust_decimal::Decimal;

use super::figures::Figures;
use super::line::{WHY, line};
use crate::domain::product::Product;
use crate::domain::quote::FreeLine;
use crate::i18n::{CalculatorKey, Key};
use crate::session::{Derived, Desk};
use crate::store::{Command, quoting};
use crate::ui::combobox::{Choice, Combobox, choices_of};
use crate::ui::{El, Handle, Icon, button, el, element, icon};

/// The field that adds a product.
pub(super) fn add_product(desk: Desk, figures: Figures, field: Handle) -> El {
    let choices = choices_of(desk, move |catalogue| {
        let sold = catalogue.products.iter().filter(|product| !product.discontinued);
        let price = |product| desk.words().money(figures.unit_price(product), catalogue.price_list.currency);
        sold.map(|product| choice(product, &price(product))).collect()
    });
    let product = Combobox {
        part: "product",
        label: Key::AddProduct,
        choices,
        chosen: Derived::new(String::new),
        on_choose: Box::new(move |product| {
            let _ = desk.act(Command::AddLine { product, quantity: Decimal::ONE });
            // The next thing a person types is how many.
            focus_last_quantity(field);
        }),
        on_clear: None,
        field,
    };
    el("div").class("adding").child(product.view(desk))
}

/// The table of lines, or what to do while there are none.
pub(super) fn lines(desk: Desk, figures: Figures, product: Handle) -> El {
    let remove = move |key: u32| {
        if desk.act(Command::RemoveLine { key }).is_ok() {
            product.focus();
        }
    };
    el("div")
        .class("order-lines")
        .either(
            move || figures.is_empty(),
            move || empty(desk, product),
            move || {
                let row = move |key| Some(line(desk, figures, key, remove));
                el("div")
                    .class("lines")
                    .attr("role", "table")
                    .attr("aria-label", &desk.words().text(Key::Lines))
                    .child(heading(desk))
                    .child(
                        el("span")
                            .attr("id", WHY)
                            .attr("hidden", "")
                            .text(&desk.words().text(CalculatorKey::LineSteps)),
                    )
                    .each(move || keys(desk, None), move |at| Some(group(desk, at, row)))
            },
        )
        .child(free(desk, figures))
}

/// So many lines stand together: one that changes sets the browser to work on those of its group, not on a thousand.
const GROUP: u32 = 10;

/// The group of a line: it keeps its key, and so its group, whatever is added or removed.
fn group_of(key: u32) -> u32 {
    key.saturating_sub(1) / GROUP
}

/// The lines of one group.
fn group(desk: Desk, at: u32, row: impl Fn(u32) -> Option<El> + 'static) -> El {
    let is_whole = move || keys(desk, Some(at)).len() == GROUP as usize;
    el("div")
        .class("line-group")
        .class_with("whole", is_whole)
        .attr("role", "rowgroup")
        .each(move || keys(desk, Some(at)), row)
}

/// The keys of the draft's lines in one group, or the groups there are.
fn keys(desk: Desk, group: Option<u32>) -> Vec<u32> {
    desk.state.with(|state| {
        let keys = state.draft.lines.iter().map(|line| line.key);
        match group {
            Some(group) => keys.filter(|key| group_of(*key) == group).collect(),
            None => {
                let mut groups: Vec<_> = keys.map(group_of).collect();
                groups.sort_unstable();
                groups.dedup();
                groups
            }
        }
    })
}

/// What is added for nothing.
fn free(desk: Desk, figures: Figures) -> El {
    let given = Derived::new(move || {
        let given = figures.with(|priced| desk.state.with(|state| quoting::free(state, priced).unwrap_or_default()));
        given.unwrap_or_default()
    });
    let said = move |free: &FreeLine| {
        let quantity = desk.words().number(free.quantity.normalize());
        let said = desk.words().fill(CalculatorKey::Free, &[("quantity", &quantity), ("product", &free.name)]);
        el("li").part("free").child(icon(Icon::Box)).child(el("span").text(&said))
    };
    el("ul")
        .class("free")
        .attr("aria-live", "polite")
        .children_with(move || given.with(|given| given.iter().map(said).collect()))
}

fn choice(product: &Product, price: &str) -> Choice {
    Choice::new(&product.id, &product.name, [&product.unit, " · ", price].concat())
}

fn heading(desk: Desk) -> El {
    let words = desk.words();
    let column = |class: &str| el("span").attr("role", "columnheader").class(class);
    let figures = [Key::Quantity, Key::UnitPrice, Key::LineDiscount, Key::LineNet];
    let remove = el("span").class("unseen").text(&words.fill(Key::Remove, &[("product", "")]));
    el("div")
        .class("line-head")
        .attr("role", "row")
        .child(column("").text(&words.text(Key::Product)))
        .children(figures.map(|key| column("number").text(&words.text(key))))
        .child(column("").child(remove))
}

fn empty(desk: Desk, product: Handle) -> El {
    let words = desk.words();
    el("div")
        .class("empty")
        .child(el("p").text(&words.text(Key::Empty)))
        .child(button(&words.text(Key::EmptyAction)).on_click(move || product.focus()))
}

/// Moves the focus to the quantity that was added last, once its row is there.
fn focus_last_quantity(near: Handle) {
    leptos::prelude::request_animation_frame(move || {
        let Some(root) = near.get().and_then(|field| field.closest(".order").ok().flatten()) else { return };
        let Ok(fields) = root.query_selector_all("[part=quantity]") else { return };
        let last = fields.length().checked_sub(1).and_then(|last| fields.item(last));
        if let Some(field) = last {
            element::focus_all(&field);
        }
    });
}
