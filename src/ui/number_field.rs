//! A field for a number, typed in the locale's way.
//!
//! What cannot be read is explained beside the field and goes nowhere; the last valid value stays in force, and the
//! field says so. A number that another language would read otherwise is echoed as it was read.

use leptos::prelude::*;
use rust_decimal::Decimal;

use crate::domain::error::{Code, Error, Result};
use crate::domain::number::{self, Reading};
use crate::i18n::Key;
use crate::session::Desk;

/// The field.
#[component]
pub fn NumberField(
    /// The part name.
    part: &'static str,
    /// The element id, unique within the widget.
    id: String,
    /// What is asked for.
    label: String,
    /// Whether the label is only spoken, because a column heading shows it.
    #[prop(optional)]
    label_hidden: bool,
    /// The number in force.
    value: Signal<Decimal>,
    /// The largest number allowed; the smallest is zero.
    #[prop(default = Decimal::MAX)]
    most: Decimal,
    /// Called with each valid number.
    on_change: Callback<Decimal, Result<()>>,
) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let words = desk.words();
    let invalid = desk.invalid;
    let separators = words.separators();
    let show = move |value: Decimal| number::format(value.normalize(), separators, 0);
    let text = RwSignal::new(show(value.get_untracked()));
    let problem = RwSignal::new(None::<Key>);
    let echo = RwSignal::new(None::<String>);

    let set_problem = move |new: Option<Key>| {
        let (before, after) = (problem.get_untracked().is_some(), new.is_some());
        if before != after {
            invalid.update(|count| *count = if after { *count + 1 } else { count.saturating_sub(1) });
        }
        problem.set(new);
    };
    on_cleanup(move || {
        if problem.try_get_untracked().flatten().is_some() {
            invalid.try_update(|count| *count = count.saturating_sub(1));
        }
    });

    // The value changed somewhere else: the field follows, unless it already says so in its own words.
    Effect::new(move |before: Option<Decimal>| {
        let now = value.get();
        let said = number::parse(&text.get_untracked(), separators).map(|typed| typed.value);
        if before.is_some_and(|before| before != now) && said != Ok(now) {
            text.set(show(now));
            echo.set(None);
            set_problem(None);
        }
        now
    });

    let typed = {
        let words = words.clone();
        move |typed: String| {
            let read = number::parse(&typed, separators).and_then(|typed| {
                let range = Decimal::ZERO..=most;
                if range.contains(&typed.value) { Ok(typed) } else { Err(Error::new(Code::NumberRange, "")) }
            });
            text.set(typed);
            let taken = read.and_then(|read| on_change.run(read.value).map(|()| read));
            echo.set(taken.as_ref().ok().and_then(|read| {
                let value = [("value", &*words.number(read.value))];
                match read.reading {
                    Reading::Plain => None,
                    Reading::Thousands => Some(words.fill(Key::ReadAsThousands, &value)),
                    Reading::Fraction => Some(words.fill(Key::ReadAsFraction, &value)),
                }
            }));
            set_problem(taken.err().map(|error| match error.kind() {
                Code::NumberRange if most == Decimal::ONE_HUNDRED => Key::ErrorPercentRange,
                _ => Key::of(&error),
            }));
        }
    };
    let explain = move || {
        problem.get().map(|key| {
            let example = words.number(Decimal::new(125, 1));
            format!("{} {}", words.fill(key, &[("example", &example)]), words.text(Key::ToCorrect))
        })
    };
    // A field that is taken out while it has the focus is left by a last blur, when its signals are gone already.
    let tidy = move || {
        if let (Some(None), Some(value)) = (problem.try_get_untracked(), value.try_get_untracked()) {
            text.set(show(value));
        }
    };
    let error_id = format!("{id}-error");
    view! {
        <div class="field" class:invalid=move || problem.get().is_some()>
            <label for=id.clone() class:unseen=label_hidden>{label}</label>
            <input
                id=id
                part=part
                type="text"
                inputmode="decimal"
                autocomplete="off"
                class="number"
                aria-invalid=move || problem.get().is_some().to_string()
                aria-describedby=error_id.clone()
                prop:value=move || text.get()
                on:input:target=move |event| typed(event.target().value())
                on:focus:target=|event| event.target().select()
                on:blur=move |_| tidy()
            />
            <p id=error_id class="field-note" aria-live="polite">
                <Show when=move || problem.get().is_some()>
                    <span class="bad" part="error">{explain.clone()}</span>
                </Show>
                <span part="echo">{move || echo.get()}</span>
            </p>
        </div>
    }
}
