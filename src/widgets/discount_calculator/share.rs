//! A quote in a link: the button that makes one, and what is said before another's is opened.

use rust_decimal::Decimal;

use super::figures::Figures;
use super::scenarios::letter;
use crate::domain::error::Result;
use crate::domain::product::PriceList;
use crate::domain::share::Shared;
use crate::i18n::{CalculatorCount, CalculatorKey as Key, Key as QuoteKey, Words};
use crate::session::desk::Notice;
use crate::session::{Derived, Desk, Live};
use crate::store::sharing::{self, Differences, Preview};
use crate::store::{Command, State};
use crate::ui::{El, Handle, Icon, button, el, element, icon};

/// The button that copies a link, and the link itself for where a page may not copy. Nothing where links lead nowhere.
pub(super) fn link(desk: Desk, figures: Figures) -> El {
    let made = Live::new(None::<Result<String>>);
    let field = Handle::new();
    let make = move || {
        let link = text(desk).map(|text| desk.session().link(&text).unwrap_or_default());
        if let Ok(link) = &link {
            desk.tell(Notice::Copy(link.clone()));
        }
        made.set(Some(link));
        leptos::prelude::request_animation_frame(move || {
            if let Some(field) = field.get() {
                element::focus_all(&field);
            }
        });
    };
    // Another quote is another link.
    let forget = move || {
        figures.with(|priced| priced.net);
        made.set(None);
    };
    let shown = move || {
        made.with(|made| match made {
            None => Vec::new(),
            Some(Ok(link)) => copied(desk, field, link),
            Some(Err(error)) => vec![el("p").class("bad").part("error").text(&desk.words().error(error, ""))],
        })
    };
    let leads_somewhere = desk.session().link("").is_some();
    let button = move || button(&desk.words().text(Key::Link)).part("link").on_click(make);
    el("div")
        .class("link")
        .effect(forget)
        .when(move || leads_somewhere, button)
        .child(el("div").class("link-made").attr("role", "status").children_with(shown))
}

fn text(desk: Desk) -> Result<String> {
    let today = desk.today();
    desk.state.peek(|state| sharing::share(state, today))?.to_text()
}

fn copied(desk: Desk, field: Handle, link: &str) -> Vec<El> {
    let words = desk.words();
    let input = el("input")
        .attr("type", "text")
        .attr("readonly", "")
        .attr("id", "link-text")
        .part("link-text")
        .attr("value", link)
        .handle(field);
    let label = el("label").attr("for", "link-text").text(&words.text(Key::LinkText));
    let note = el("p").class("muted").text(&words.text(Key::LinkHolds));
    vec![el("div").class("field").child(label).child(input), note]
}

/// What a link that was opened holds and what is otherwise here, with the choice to write on it. Nothing is taken before.
pub(super) fn shared(desk: Desk) -> El {
    let today = desk.today();
    let offered = Derived::new(move || {
        desk.state.with(|state| {
            let shared = state.shared.clone().filter(|_| state.catalogue().is_some())?;
            let compared = |shared: Shared| {
                let found = (sharing::preview(&shared, state, today)?, sharing::compare(&shared, state, today)?);
                Ok((found, shared))
            };
            Some(shared.and_then(compared))
        })
    });
    let view = move || {
        let said = move || {
            let words = desk.words();
            offered.with(|offered| match offered {
                None => Vec::new(),
                Some(Err(error)) => vec![el("p").class("bad").part("error").text(&words.error(error, ""))],
                Some(Ok(((opened, differences), shared))) => desk.state.peek(|state| {
                    let mut said = offered_goods(state, shared, opened, &words);
                    said.extend(told(state, shared, differences, &words));
                    said.extend(replaced(opened, &words));
                    said
                }),
            })
        };
        let can_open = move || offered.with(|offered| matches!(offered, Some(Ok(_))));
        let leave = button(&desk.words().text(Key::SharedLeave)).part("shared-leave").on_click(move || {
            let _ = desk.act(Command::LeaveShared);
            desk.tell(Notice::LinkDone);
        });
        let open = move || {
            button(&desk.words().text(Key::SharedOpen)).class("primary").part("shared-open").on_click(move || {
                let shared = desk.state.peek(|state| state.shared.clone());
                if let Some(Ok(shared)) = shared
                    && desk.act(Command::OpenShared(shared)).is_ok()
                {
                    desk.tell(Notice::LinkDone);
                }
            })
        };
        el("section")
            .class("shared")
            .part("shared")
            .attr("role", "status")
            .child(el("h2").text(&desk.words().text(Key::Shared)))
            .child(el("div").class("shared-said").children_with(said))
            .child(el("div").class("actions").when(can_open, open).child(leave))
    };
    el("div").class("shared-place").when(move || offered.with(Option::is_some), view)
}

/// How many lines it has, what can be had of them here, and what that comes to.
fn offered_goods(state: &State, shared: &Shared, opened: &Preview, words: &Words) -> Vec<El> {
    let count = counted(shared.lines.len());
    let mut said = vec![el("p").text(&words.count(CalculatorCount::SharedLines, count, &[]))];
    if !opened.goods.is_empty() {
        let good = |(name, quantity): &(String, Decimal)| {
            el("li").text(&[&words.number(quantity.normalize()), " × ", name].concat())
        };
        let goods = el("ul").part("shared-goods").attr("tabindex", "0").children(opened.goods.iter().map(good));
        let net = state.price_list().map(|list| words.money(opened.net, list.currency)).unwrap_or_default();
        let comes_to = el("p").part("shared-net").text(&words.fill(Key::SharedComesTo, &[("net", &net)]));
        said.extend([goods.attr("aria-label", &words.text(QuoteKey::Lines)), comes_to]);
    }
    if !shared.others.is_empty() {
        let letters: Vec<_> = (0..=shared.others.len()).map(letter).collect();
        said.push(el("p").text(&words.fill(Key::SharedScenarios, &[("letters", &letters.join(", "))])));
    }
    said
}

/// What is being written and would be replaced.
fn replaced(opened: &Preview, words: &Words) -> Option<El> {
    if opened.replaced == 0 {
        return None;
    }
    let count = counted(opened.replaced);
    let text = match &opened.client {
        Some(client) => words.count(CalculatorCount::SharedReplacesFor, count, &[("client", client)]),
        None => words.count(CalculatorCount::SharedReplaces, count, &[]),
    };
    Some(warning(&text).part("shared-replaces"))
}

fn counted(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn warning(text: &str) -> El {
    el("p").class("answer warn").child(icon(Icon::Warning)).child(el("span").text(text))
}

/// What is otherwise here.
fn told(state: &State, shared: &Shared, differences: &Differences, words: &Words) -> Vec<El> {
    let mut said = Vec::new();
    let mut warn = |text: String| said.push(warning(&text));
    if differences.list || differences.version {
        warn(words.text(Key::SharedList));
    }
    if differences.currency {
        warn(words.fill(Key::SharedCurrency, &[("currency", &shared.currency)]));
    }
    let missing = [differences.unknown.as_slice(), &differences.discontinued].concat();
    if !missing.is_empty() {
        warn(words.fill(Key::SharedMissing, &[("articles", &missing.join(", "))]));
    }
    if differences.term.is_some() {
        warn(words.text(Key::SharedTerm));
    }
    if differences.coupon.is_some() {
        warn(words.text(Key::SharedCoupon));
    }
    if let Some(text) = state.price_list().and_then(|list| other_net(shared, differences, list, words)) {
        warn(text);
    }
    if shared.others.iter().chain([shared]).any(Shared::is_unusual) {
        warn(words.text(if differences.steps { Key::SharedStepsUnknown } else { Key::SharedSteps }));
    }
    let nets = differences.other_nets.iter();
    if let Some(list) = state.price_list() {
        nets.for_each(|(place, then, now)| warn(other_scenario(*place, *then, *now, differences, shared, list, words)));
    }
    if differences.is_empty() {
        said.push(el("p").class("good").text(&words.text(Key::SharedSame)));
    }
    said
}

fn other_net(shared: &Shared, differences: &Differences, list: &PriceList, words: &Words) -> Option<String> {
    let now = words.money(differences.net?, list.currency);
    let then = then(shared.net, shared, differences, list, words);
    Some(words.fill(Key::SharedNet, &[("then", &then), ("now", &now)]))
}

fn other_scenario(
    place: usize,
    net: Decimal,
    now: Decimal,
    differences: &Differences,
    shared: &Shared,
    list: &PriceList,
    words: &Words,
) -> String {
    let (then, now) = (then(net, shared, differences, list, words), words.money(now, list.currency));
    let scenario = words.fill(Key::Scenario, &[("letter", letter(place))]);
    words.fill(Key::SharedScenario, &[("scenario", &scenario), ("then", &then), ("now", &now)])
}

/// An amount of where the link came from; one of another currency is shown with that one's letters.
fn then(net: Decimal, shared: &Shared, differences: &Differences, list: &PriceList, words: &Words) -> String {
    if differences.currency {
        [words.number(net), shared.currency.clone()].join("\u{a0}")
    } else {
        words.money(net, list.currency)
    }
}
