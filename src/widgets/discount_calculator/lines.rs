//! The lines of the order: find a product, type how many, see the net.

use leptos::html;
use leptos::prelude::*;
use rust_decimal::Decimal;

use super::figures::Figures;
use crate::i18n::Key;
use crate::session::Desk;
use crate::store::Command;
use crate::ui::combobox::{Choice, Combobox, choices_of};
use crate::ui::{Icon, NumberField, icon};

/// The field that adds a product.
#[component]
pub(super) fn AddProduct(
    /// The input, for those who move the focus.
    field: NodeRef<html::Input>,
) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let figures = expect_context::<Figures>();
    let choices = choices_of(desk, move |catalogue| {
        let sold = catalogue.products.iter().filter(|product| !product.discontinued);
        sold.map(|product| {
            let price = desk.words().money(product.price, catalogue.price_list.currency);
            Choice::new(&product.id, &product.name, format!("{} · {price}", product.unit))
        })
        .collect()
    });
    let add = Callback::new(move |product| {
        let _ = desk.act(Command::AddLine { product, quantity: Decimal::ONE });
        // The next thing a person types is how many.
        focus_last_quantity(field);
    });
    let _ = figures;
    view! { <Combobox part="product" label=Key::AddProduct choices chosen=Signal::stored(String::new()) on_choose=add field /> }
}

/// The table of lines, or what to do while there are none.
#[component]
pub(super) fn Lines(
    /// Where the focus goes when there is nothing else to go to.
    product_field: NodeRef<html::Input>,
) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let figures = expect_context::<Figures>();
    let words = desk.words();
    let keys = Memo::new(move |_| {
        desk.state
            .with(|state| state.draft.lines.iter().map(|line| (line.key, line.product.clone())).collect::<Vec<_>>())
    });
    let removed = RwSignal::new(None::<String>);
    let remove = Callback::new(move |(key, name): (u32, String)| {
        if desk.act(Command::RemoveLine { key }).is_ok() {
            removed.set(Some(name));
            if let Some(field) = product_field.get() {
                let _ = field.focus();
            }
        }
    });
    let (empty, action) = (words.text(Key::Empty), words.text(Key::EmptyAction));
    let heading = |key| words.text(key);
    let headings = [Key::Product, Key::Quantity, Key::UnitPrice, Key::LineDiscount, Key::LineNet].map(heading);
    let [product, quantity, price, discount, net] = headings;
    view! {
        <Show
            when=move || !figures.is_empty()
            fallback=move || view! {
                <div class="empty">
                    <p>{empty.clone()}</p>
                    <button type="button" on:click=move |_| { product_field.get().map(|field| field.focus()); }>{action.clone()}</button>
                </div>
            }
        >
            <div class="lines" role="table" aria-label=desk.words().text(Key::Lines)>
                <div class="line-head" role="row">
                    <span role="columnheader">{product.clone()}</span>
                    <span role="columnheader" class="number">{quantity.clone()}</span>
                    <span role="columnheader" class="number">{price.clone()}</span>
                    <span role="columnheader" class="number">{discount.clone()}</span>
                    <span role="columnheader" class="number">{net.clone()}</span>
                    <span role="columnheader"><span class="unseen">{desk.words().fill(Key::Remove, &[("product", "")])}</span></span>
                </div>
                <For each=move || keys.get() key=|(key, _)| *key let((key, product))>
                    <Line key product remove />
                </For>
            </div>
        </Show>
        <Removed removed />
    }
}

/// One line.
#[component]
fn Line(
    /// The line's key within the draft.
    key: u32,
    /// The product's id.
    product: String,
    /// Called with the key and the product's name.
    remove: Callback<(u32, String)>,
) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let figures = expect_context::<Figures>();
    let words = desk.words();
    let known = desk.state.with_untracked(|state| state.product(&product).cloned());
    let (name, unit, price) = known.map(|product| (product.name, product.unit, product.price)).unwrap_or((
        product,
        String::new(),
        Decimal::ZERO,
    ));
    let quantity = Memo::new(move |_| {
        desk.state.with(|state| {
            state.draft.lines.iter().find(|line| line.key == key).map(|line| line.quantity).unwrap_or_default()
        })
    });
    let line = Memo::new(move |_| figures.line(key));
    let set = Callback::new(move |quantity| desk.act(Command::SetQuantity { key, quantity }));
    let discount = {
        let words = words.clone();
        move || {
            line.get()
                .map(|(line, _)| if line.percent.is_zero() { "–".to_owned() } else { words.percent(-line.percent) })
        }
    };
    let net = move || line.get().map(|(line, _)| figures.amount(line.net));
    let hint = {
        let (name, words) = (name.clone(), words.clone());
        move || {
            line.get().and_then(|(_, next)| next).map(|next| {
                let (percent, missing) = (words.percent(next.percent), words.number(next.missing.normalize()));
                let offer = words.fill(Key::LineNext, &[("missing", &missing), ("percent", &percent)]);
                view! {
                    <button
                        type="button"
                        class="hint"
                        part="hint"
                        on:click=move |_| { let _ = desk.act(Command::SetQuantity { key, quantity: next.from }); }
                    >
                        {icon(Icon::Step)}
                        // Heard without its line, the offer needs the product's name.
                        <span>{offer}<span class="unseen">", " {name.clone()}</span></span>
                    </button>
                }
            })
        }
    };
    let remove_label = words.fill(Key::Remove, &[("product", &name)]);
    let unit_price = figures.amount(price);
    view! {
        <div class="line" part="line" role="row">
            <div class="line-product" role="cell"><b>{name.clone()}</b><small>{unit}</small>{hint}</div>
            <div class="line-quantity" role="cell">
                <NumberField
                    part="quantity"
                    id=format!("quantity-{key}")
                    label=words.fill(Key::QuantityOf, &[("product", &name)])
                    label_hidden=true
                    value=quantity.into()
                    on_change=set
                />
            </div>
            <div class="line-price number" role="cell">{unit_price}</div>
            <div class="line-discount number" role="cell">{discount}</div>
            <div class="line-net number" part="line-net" role="cell">{net}</div>
            <div class="line-remove" role="cell">
                <button type="button" class="quiet" part="remove" aria-label=remove_label on:click=move |_| remove.run((key, name.clone()))>
                    {icon(Icon::Cross)}
                </button>
            </div>
        </div>
    }
}

/// What was removed, with the way back.
#[component]
fn Removed(
    /// The name of what was removed last.
    removed: RwSignal<Option<String>>,
) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let words = desk.words();
    let undo = words.text(Key::Undo);
    let said = move || removed.get().map(|product| words.fill(Key::Removed, &[("product", &product)]));
    view! {
        <div role="status" class="removed">
            <Show when=move || removed.get().is_some()>
                <span>{said.clone()}</span>
                <button type="button" part="undo" on:click=move |_| { let _ = desk.act(Command::Undo); removed.set(None); }>
                    {icon(Icon::Back)}{undo.clone()}
                </button>
            </Show>
        </div>
    }
}

/// Moves the focus to the quantity that was added last, once its row is there.
fn focus_last_quantity(near: NodeRef<html::Input>) {
    request_animation_frame(move || {
        let Some(root) = near.get().and_then(|field| field.closest(".order").ok().flatten()) else { return };
        let Ok(fields) = root.query_selector_all("[part=quantity]") else { return };
        let last = fields.length().checked_sub(1).and_then(|last| fields.item(last));
        if let Some(field) = last.and_then(|node| wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>(node).ok()) {
            let _ = field.focus();
        }
    });
}
