//! One line of the order.

use leptos::prelude::untrack;
use rust_decimal::Decimal;

use super::figures::Figures;
use super::line_figures::LineFigures;
use super::sentences;
use crate::domain::pricing::{Measure, NextTier, Scope};
use crate::domain::quote::NamedStep;
use crate::i18n::{CalculatorKey, Key};
use crate::session::{Derived, Desk, Live};
use crate::store::{Command, State, progress};
use crate::ui::{El, Handle, Icon, NumberField, el, element, icon};

/// The id of what says, once for all lines, what a line's net opens to.
pub(super) const WHY: &str = "line-why";

/// The row of one line. `remove` is told the line's key.
pub(super) fn line(desk: Desk, figures: Figures, key: u32, remove: impl Fn(u32) + 'static) -> El {
    let words = desk.words();
    let (name, unit) = desk.state.peek(|state| product(state, key));
    let now = figures.lines.of(key);
    let discount = move || match now.with(|line| line.comes_to) {
        Some((percent, _)) if percent.is_zero() => "–".to_owned(),
        Some((percent, _)) => desk.words().percent(-percent),
        None => String::new(),
    };
    let amount = move |read: fn(&LineFigures) -> Option<Decimal>| {
        let amount = now.with(|line| Some(desk.words().amount(read(line)?, line.currency?)));
        amount.unwrap_or_default()
    };
    let price = move || amount(|line| Some(line.price));
    let net = move || amount(|line| line.comes_to.map(|(_, net)| net));
    let open = Live::new(false);
    let [product, why] = ["product-", "net-"].map(|of| [of, &key.to_string()].concat());
    let explain = el("button")
        .attr("type", "button")
        .attr("id", &why)
        .class("line-why number")
        .part("line-net")
        .attr("aria-labelledby", &[&*product, " ", &why].concat())
        .attr("aria-describedby", WHY)
        .state_with("aria-expanded", move || open.get())
        .on_click(move || open.set(!open.get_untracked()))
        .text_with(net);
    // Every line's net moves with an order discount; its next tier only with its own quantity.
    let next = Derived::new(move || now.with(|line| line.next.clone()));
    // Drawn anew for another tier; how much is missing is written where it stands, under the finger that presses it.
    let tier = Derived::new(move || next.with(|next| next.as_ref().map(|next| (next.step.clone(), next.from))));
    let hint = {
        let name = name.clone();
        move || {
            tier.with(|_| ());
            // The rules of the list say how it is worded; they change with the tier or not at all.
            untrack(|| next.get().iter().map(|first| hint(desk, figures, key, &name, first, next)).collect())
        }
    };
    let about = cell("line-product")
        .child(el("b").attr("id", &product).text(&name))
        .child(el("small").text(&unit))
        .children_with(hint);
    let quantity = quantity(desk, key, &name, now);
    let remove = el("button")
        .attr("type", "button")
        .class("quiet")
        .part("remove")
        .attr("aria-label", &words.fill(Key::Remove, &[("product", &name)]))
        .on_click(move || remove(key))
        .child(icon(Icon::Cross));
    el("div")
        .class("line")
        .part("line")
        .attr("role", "row")
        .child(about)
        .child(cell("line-quantity").child(quantity))
        .child(cell("line-price number").text_with(price))
        .child(cell("line-discount number").text_with(discount))
        .child(cell("line-net number").child(explain))
        .child(cell("line-remove").child(remove))
        .when(move || open.get(), move || steps(desk, figures, key))
}

/// How the line's price comes about: the list amount, what each step changed, the net.
fn steps(desk: Desk, figures: Figures, key: u32) -> El {
    let rows = move || {
        let words = desk.words();
        let row = |label: &str, amount| {
            let figure = el("dd").class("number").text(&figures.amount(amount));
            el("div").child(el("dt").text(label)).child(figure)
        };
        let rows = figures.with_line(key, |line| {
            let ids = figures.with_steps(|steps| steps.iter().map(|named| named.step.id.clone()).collect::<Vec<_>>());
            let changes = ids.iter().zip(line.effects.iter()).filter(|(_, effect)| !effect.is_zero());
            let mut rows = vec![row(&words.text(Key::StepList), line.list)];
            rows.extend(changes.map(|(id, effect)| row(&figures.step_name(id), *effect)));
            rows.push(row(&words.text(Key::StepNet), line.net).class("whole"));
            rows
        });
        rows.unwrap_or_default()
    };
    cell("line-steps").part("line-steps").child(el("dl").children_with(rows))
}

fn cell(class: &str) -> El {
    el("div").class(class).attr("role", "cell")
}

fn quantity(desk: Desk, key: u32, name: &str, now: Live<LineFigures>) -> El {
    let value = Derived::new(move || now.with(|line| line.quantity));
    let field = NumberField {
        part: "quantity",
        id: format!("quantity-{key}"),
        label: desk.words().fill(Key::QuantityOf, &[("product", name)]),
        label_hidden: true,
        value,
        most: Decimal::MAX,
        on_change: Box::new(move |quantity| desk.type_in(Command::SetQuantity { key, quantity })),
    };
    field.view(desk)
}

/// The button that takes the line to its next tier; only the words where no number of its units does. `now` is the same tier with
/// what is missing now.
fn hint(desk: Desk, figures: Figures, key: u32, name: &str, next: &NextTier, now: Derived<Option<NextTier>>) -> El {
    // Heard without its line, the offer needs the product's name.
    let unseen = el("span").class("unseen").text(", ").text(name);
    let said = move || now.get().map(|next| untrack(|| offer(desk, figures, key, &next))).unwrap_or_default();
    let offer = el("span").text_with(said).child(unseen);
    if next.measure == Measure::Weight && desk.state.peek(|state| progress::weight(state, key).is_none()) {
        return el("p").class("hint").part("hint").child(offer);
    }
    let id = key.to_string();
    // Named with its category the offer takes two lines in a narrow place.
    let class = if group(desk, figures, key, next).is_some() { "hint together" } else { "hint" };
    let handle = Handle::new();
    el("button")
        .attr("type", "button")
        .class(class)
        .part("hint")
        .handle(handle)
        .on_click(move || {
            // The offer goes with what it offers; what it changed is the quantity.
            let row = handle.get().and_then(|button| button.closest(".line").ok().flatten());
            // What is next now: the offer may be from before the last key.
            let enough = figures.now.with(|priced| {
                let next = priced.next.iter().find(|next| next.line.as_deref() == Some(&*id))?;
                desk.now.peek(|state| progress::enough(state, key, next, priced)).ok()?
            });
            if let Some(Some(quantity)) = enough {
                let _ = desk.act(Command::SetQuantity { key, quantity });
                focus_quantity(row);
            }
        })
        .child(icon(Icon::Step))
        .child(offer)
}

fn focus_quantity(row: Option<web_sys::Element>) {
    leptos::prelude::request_animation_frame(move || {
        if let Some(field) = row.and_then(|row| row.query_selector("[part=quantity]").ok()?) {
            element::focus_all(&field);
        }
    });
}

/// How much more of what gives how much.
fn offer(desk: Desk, figures: Figures, key: u32, next: &NextTier) -> String {
    let words = desk.words();
    let missing = match next.measure {
        Measure::Quantity => words.number(next.missing.normalize()),
        measure => sentences::measured(measure, next.missing, &figures, &words),
    };
    let percent = words.percent(next.percent);
    let group = group(desk, figures, key, next).unwrap_or_default();
    let said = [("missing", missing.as_str()), ("percent", percent.as_str()), ("group", group.as_str())];
    if group.is_empty() { words.fill(Key::LineNext, &said) } else { words.fill(CalculatorKey::LineNextGroup, &said) }
}

/// The category whose articles count together for the tier, if they do.
fn group(desk: Desk, figures: Figures, key: u32, next: &NextTier) -> Option<String> {
    let is_group = |named: &NamedStep| named.step.id == next.step && named.step.scope == Scope::Group;
    if !figures.with_steps(|steps| steps.iter().any(is_group)) {
        return None;
    }
    desk.state.peek(|state| {
        let line = state.draft.lines.iter().find(|line| line.key == key)?;
        state.product(&line.product).map(|product| product.category.clone())
    })
}

/// The name and the unit of a line's product; the id stands for one that is no longer on the list.
fn product(state: &State, key: u32) -> (String, String) {
    let line = state.draft.lines.iter().find(|line| line.key == key);
    let id = line.map(|line| line.product.clone()).unwrap_or_default();
    match state.product(&id) {
        Some(product) => (product.name.clone(), product.unit.clone()),
        None => (id, String::new()),
    }
}
