//! The steps of the price in their order: what each does, whether it holds, and the buttons that move it.

use std::cell::RefCell;
use std::rc::Rc;

use super::figures::Figures;
use super::sentences;
use crate::domain::pricing::{
    Adjust, Basis, Combine, Effect, Exclusive, Measure, Priced, Scope, Step, StepKind, Thresholds, TierMode, Tiers,
    Unmet,
};
use crate::domain::quote::NamedStep;
use crate::i18n::{CalculatorKey as Key, Words};
use crate::session::{Derived, Desk};
use crate::store::Command;
use crate::ui::{El, Handle, Icon, button, el, element, fold, icon};

/// What opens to the steps.
pub(super) fn rules(desk: Desk, figures: Figures) -> El {
    fold("rules", &desk.words().text(Key::Rules), move || Rules { desk, figures }.view())
}

#[derive(Clone, Copy)]
struct Rules {
    desk: Desk,
    figures: Figures,
}

impl Rules {
    fn view(self) -> El {
        let desk = self.desk;
        let is_arranged = move || desk.state.with(|state| !state.draft.arrangement.is_empty());
        let usual = move || {
            button(&desk.words().text(Key::UsualOrder)).part("usual-order").on_click(move || {
                let _ = desk.act(Command::ArrangeSteps(Vec::new()));
            })
        };
        el("div")
            .class("rules")
            .child(el("p").class("muted").text(&desk.words().text(Key::RulesHint)))
            .child(self.list())
            .when(is_arranged, usual)
            .child(thresholds(desk))
    }

    /// Rows are kept by the step they are of, so that the focus moves along with a step.
    fn list(self) -> El {
        let known = Rc::new(RefCell::new(Vec::<String>::new()));
        let numbers = Rc::clone(&known);
        let number = move |named: &NamedStep| {
            let mut known = numbers.borrow_mut();
            let at = known.iter().position(|id| *id == named.step.id).unwrap_or_else(|| {
                known.push(named.step.id.clone());
                known.len() - 1
            });
            u32::try_from(at).unwrap_or(u32::MAX)
        };
        let keys = move || self.figures.with_steps(|steps| steps.iter().map(&number).collect());
        el("ol").each(keys, move |key| {
            let id = known.borrow().get(key as usize).cloned()?;
            Some(self.row(&id))
        })
    }

    fn row(self, id: &str) -> El {
        let Rules { desk, figures } = self;
        let name = figures.step_name(id);
        let detail = figures.with_steps(|steps| {
            let named = steps.iter().find(|named| named.step.id == id);
            named.map(|named| detail(&named.step, &desk.words())).unwrap_or_default()
        });
        let does = {
            let id = id.to_owned();
            move || {
                let said = figures.with(|priced| {
                    let effect = priced.waterfall.iter().find(|effect| effect.step == id);
                    effect.map(|effect| self.does(effect, priced))
                });
                said.flatten().unwrap_or_default()
            }
        };
        let about = el("div").child(el("b").text(&name)).child(el("small").text(&detail));
        el("li")
            .part("rule")
            .child(about)
            .child(el("span").class("rule-effect").text_with(does))
            .child(self.mover(id, &name, Icon::Up))
            .child(self.mover(id, &name, Icon::Down))
    }

    fn mover(self, id: &str, name: &str, way: Icon) -> El {
        let handle = Handle::new();
        let id: Rc<str> = id.into();
        let is_at_end = {
            let id = Rc::clone(&id);
            move || self.figures.with_steps(|steps| target(steps, &id, way).is_none())
        };
        let button = el("button")
            .attr("type", "button")
            .class("quiet")
            .handle(handle)
            .state_with("aria-disabled", is_at_end)
            .child(icon(way))
            .on_click(move || {
                self.shift(&id, way);
                keep_focus(handle);
            });
        let label = |key| self.desk.words().fill(key, &[("step", name)]);
        if way == Icon::Up {
            button.part("earlier").attr("aria-label", &label(Key::Earlier))
        } else {
            button.part("later").attr("aria-label", &label(Key::Later))
        }
    }

    fn shift(self, id: &str, way: Icon) {
        let moved = self.figures.with_steps(|steps| {
            let (at, to) = target(steps, id, way)?;
            let mut ids: Vec<String> = steps.iter().map(|named| named.step.id.clone()).collect();
            ids.swap(at, to);
            Some(ids)
        });
        if let Some(ids) = moved {
            let _ = self.desk.act(Command::ArrangeSteps(ids));
        }
    }

    /// What the step does to this order, or why it does nothing.
    fn does(self, effect: &Effect, priced: &Priced) -> String {
        let words = self.desk.words();
        match &effect.unmet {
            None if priced.free.iter().any(|good| good.step == effect.step && !good.quantity.is_zero()) => {
                words.text(Key::FreeGoods)
            }
            None if effect.amount.is_zero() => words.text(Key::NoEffect),
            None => self.figures.amount(effect.amount),
            Some(unmet) => self.why_not(unmet, &words),
        }
    }

    fn why_not(self, unmet: &Unmet, words: &Words) -> String {
        match unmet {
            Unmet::Goods => words.text(Key::UnmetGoods),
            Unmet::Early => words.text(Key::UnmetEarly),
            Unmet::Late => words.text(Key::UnmetLate),
            Unmet::Client => words.text(Key::UnmetClient),
            Unmet::Above => words.text(Key::UnmetAbove),
            Unmet::Below { measure, missing } => {
                let missing = match measure {
                    Measure::Quantity => words.number(missing.normalize()),
                    measure => sentences::measured(*measure, *missing, &self.figures, words),
                };
                words.fill(Key::UnmetBelow, &[("missing", &missing)])
            }
            Unmet::Excluded { by } => {
                let other = self.figures.step_name(by);
                words.fill(Key::UnmetExcluded, &[("step", &other)])
            }
        }
    }
}

/// The places a step is moved from and to; nothing at the end of the list.
fn target(steps: &[NamedStep], id: &str, way: Icon) -> Option<(usize, usize)> {
    let at = steps.iter().position(|named| named.step.id == id)?;
    let to = if way == Icon::Up { at.checked_sub(1)? } else { at + 1 };
    (to < steps.len()).then_some((at, to))
}

/// A row that is moved loses the focus, and only once it stands in its new place can it have it again: the same button, or the
/// other one where this one leads no further.
fn keep_focus(pressed: Handle) {
    leptos::prelude::request_animation_frame(move || {
        let Some(button) = pressed.get() else { return };
        let row = button.closest("li").ok().flatten();
        let is_at_end = button.get_attribute("aria-disabled").as_deref() == Some("true");
        let other = row.filter(|_| is_at_end).and_then(|row| row.query_selector("button[aria-disabled=false]").ok()?);
        element::focus(&other.unwrap_or(button));
    });
}

/// How the step is reckoned, where that is not as usual, and when it holds.
fn detail(step: &Step, words: &Words) -> String {
    let mut said = Vec::new();
    if let Adjust::Tiers(tiers) = &step.adjust {
        said.extend(counted(step, tiers).into_iter().flatten().map(|key| words.text(key)));
    }
    if step.basis == Basis::List {
        said.push(words.text(Key::OfList));
    }
    match step.combine {
        Combine::Compound => {}
        Combine::Add => said.push(words.text(Key::Added)),
        Combine::Max => said.push(words.text(Key::Larger)),
        Combine::Min => said.push(words.text(Key::Smaller)),
    }
    let day = |key, date| words.fill(key, &[("date", &words.date(date))]);
    said.extend(step.when.valid_from.map(|date| day(Key::From, date)));
    said.extend(step.when.valid_to.map(|date| day(Key::Until, date)));
    match &step.exclusive {
        Exclusive::No => {}
        Exclusive::All => said.push(words.text(Key::Alone)),
        Exclusive::Group(group) => said.push(words.fill(Key::OneOf, &[("group", group)])),
    }
    if step.priority != 0 {
        said.push(words.fill(Key::Priority, &[("n", &step.priority.to_string())]));
    }
    said.join(" · ")
}

/// How a ladder counts, where that is not as usual for its kind of step.
fn counted(step: &Step, tiers: &Tiers) -> [Option<Key>; 3] {
    let (of_order, by_order) = (step.kind == StepKind::Order, step.scope == Scope::Order);
    let scope = match step.scope {
        Scope::Line => Some(Key::ByLine),
        Scope::Group => Some(Key::ByGroup),
        Scope::Order if !of_order => Some(Key::ByOrder),
        Scope::Item | Scope::Order => None,
    };
    let measure = match tiers.measure {
        Measure::Amount if !of_order => Some(Key::ByAmount),
        Measure::Weight => Some(Key::ByWeight),
        Measure::Quantity if of_order && by_order => Some(Key::ByQuantity),
        Measure::Quantity | Measure::Amount => None,
    };
    [scope, measure, (tiers.mode == TierMode::Slab).then_some(Key::BySlab)]
}

/// The named switch for what thresholds are measured on.
fn thresholds(desk: Desk) -> El {
    const CHOICES: [(&str, Thresholds, Key); 2] = [
        ("running", Thresholds::Running, Key::ThresholdsRunning),
        ("original", Thresholds::Original, Key::ThresholdsOriginal),
    ];
    let words = desk.words();
    let now = Derived::new(move || desk.state.with(|state| state.draft.thresholds));
    let options = CHOICES.map(|(value, thresholds, key)| {
        let option = el("option").attr("value", value).text(&words.text(key));
        option.flag_with("selected", move || now.get() == thresholds)
    });
    let select = el("select").attr("id", "thresholds").part("thresholds").children(options).on_change(move |chosen| {
        if let Some((_, thresholds, _)) = CHOICES.iter().find(|(value, ..)| *value == chosen) {
            let _ = desk.act(Command::SetThresholds(*thresholds));
        }
    });
    let label = el("label").attr("for", "thresholds").text(&words.text(Key::Thresholds));
    el("div").class("field").child(label).child(select)
}
