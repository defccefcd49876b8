//! The question the other way round: the client names a discount or a total, and here stands what it would take.
//!
//! An answer is drawn anew only where it offers something else. What is said of it changes with every number that is typed, and
//! is written where it stands, so that the button somebody presses meanwhile stays there.

use leptos::prelude::untrack;
use rust_decimal::Decimal;

use super::figures::Figures;
use super::held::Held;
use crate::domain::error::Result;
use crate::domain::pricing::{Way, Ways};
use crate::i18n::CalculatorKey as Key;
use crate::session::{Derived, Desk, Live};
use crate::store::Command;
use crate::store::wish::{self, ByHand};
use crate::ui::{El, Icon, NumberField, button, el, fold, icon};

/// How many ways are told.
const SHOWN: usize = 3;

/// What opens to both questions. The answers cost many prices, so they are looked for only while it is open.
pub(super) fn wish(desk: Desk, figures: Figures) -> El {
    fold("wish", &desk.words().text(Key::Wish), move || Wish { desk, figures }.view())
}

/// What was found for a wish; nothing while nothing is wished for.
type Found<T> = Derived<Option<Result<T>>>;

/// How many are to be ordered on which lines.
type Orders = Vec<(u32, Decimal)>;

#[derive(Clone, Copy)]
struct Wish {
    desk: Desk,
    figures: Figures,
}

impl Wish {
    fn view(self) -> El {
        let today = self.desk.today();
        let (percent, total) = (Live::new(Decimal::ZERO), Live::new(Decimal::ZERO));
        let state = self.desk.state;
        let held = Held::new(self.desk);
        let asked = |wish: Live<Decimal>| Some(wish.get()).filter(|wish| !wish.is_zero());
        let ways = Derived::new(move || {
            let percent = asked(percent)?;
            Some(held.with(|held| state.with(|state| wish::discount(state, percent, held, today))))
        });
        let by_hand = Derived::new(move || {
            let total = asked(total)?;
            Some(state.with(|state| wish::total(state, total, today)))
        });
        let cheaper =
            Derived::new(move || Some(held.with(|held| state.with(|state| wish::cheaper(state, held, today)))));
        el("div")
            .class("wish")
            .child(held.view())
            .child(self.offers(answer("cheaper"), cheaper, 1, Self::cheaper))
            .child(self.field("wish-percent", Key::WishPercent, percent, Decimal::ONE_HUNDRED))
            .child(self.ways(ways))
            .child(self.field("wish-total", Key::WishTotal, total, Decimal::MAX))
            .child(self.by_hand(by_hand))
    }

    fn field(self, part: &'static str, label: Key, value: Live<Decimal>, most: Decimal) -> El {
        let field = NumberField {
            part,
            id: part.to_owned(),
            label: self.desk.words().text(label),
            label_hidden: false,
            value: Derived::new(move || value.get()),
            most,
            on_change: Box::new(move |number| {
                value.set(number);
                Ok(())
            }),
        };
        field.view_blank(self.desk)
    }

    fn ways(self, found: Found<Ways>) -> El {
        let said = move |found: &Ways| {
            let words = self.desk.words();
            let key = match (found.is_there, found.ways.is_empty()) {
                (true, _) => Key::WishHave,
                (false, true) => Key::WishNone,
                (false, false) => Key::WishStarts,
            };
            words.fill(key, &[("percent", &words.percent(found.percent))])
        };
        let is_any = move || found.with(|found| matches!(found, Some(Ok(found)) if !found.ways.is_empty()));
        answer("ways")
            .when(move || found.with(Option::is_some), move || self.said(found, said))
            .when(is_any, move || self.offers(el("ul"), found, SHOWN, Self::way))
    }

    /// A sentence on what was found, or why nothing was.
    fn said<T: PartialEq + 'static>(self, found: Found<T>, said: impl Fn(&T) -> String + Copy + 'static) -> El {
        let is_bad = move || found.with(|found| matches!(found, Some(Err(_))));
        let desk = self.desk;
        el("p").class_with("bad", is_bad).text_with(move || found.with(|found| told(desk, found, said)))
    }

    fn way(self, found: Found<Ways>, at: usize, take: El) -> El {
        let said = move |way: &Way| {
            let words = self.desk.words();
            let (ordered, percent) = (self.ordered(&orders(way)), words.percent(way.percent));
            let said = [("ordered", &*ordered), ("percent", &*percent), ("net", &*self.figures.money(way.net))];
            words.fill(Key::WishLine, &said)
        };
        el("li").part("way").child(el("span").text_with(move || with_way(found, at, &said))).child(take)
    }

    fn cheaper(self, found: Found<Ways>, at: usize, take: El) -> El {
        let said = move |way: &Way| {
            let missing = self.times(way.extra, &way.line);
            let said = [("missing", &*missing), ("net", &*self.figures.money(way.net))];
            self.desk.words().fill(Key::Cheaper, &said)
        };
        let said = el("span").text_with(move || with_way(found, at, &said));
        el("p").class("cheaper").child(icon(Icon::Step)).child(said).child(take)
    }

    /// The first so many ways, each as `draw` shows it beside the button that takes it.
    fn offers(self, list: El, found: Found<Ways>, most: usize, draw: fn(Self, Found<Ways>, usize, El) -> El) -> El {
        let offered = Derived::new(move || {
            found.with(|found| match found {
                Some(Ok(found)) => found.ways.iter().take(most).map(orders).collect(),
                _ => Vec::new(),
            })
        });
        list.children_with(move || {
            let offered: Vec<Orders> = offered.get();
            untrack(|| (0..).zip(offered).map(|(at, orders)| draw(self, found, at, self.take(orders))).collect())
        })
    }

    /// What is ordered then: so many of one product, or of two.
    fn ordered(self, orders: &Orders) -> String {
        let ordered: Vec<_> = orders.iter().map(|(key, quantity)| self.times(*quantity, &key.to_string())).collect();
        ordered.join(" + ")
    }

    fn times(self, quantity: Decimal, line: &str) -> String {
        [self.desk.words().number(quantity.normalize()), self.product(line)].join(" × ")
    }

    /// The button that orders as much.
    fn take(self, orders: Orders) -> El {
        let desk = self.desk;
        let whose = el("span").class("unseen").text(": ").text(&self.ordered(&orders));
        button(&desk.words().text(Key::WishTake)).part("take").child(whose).on_click(move || {
            let _ = desk.act(Command::SetQuantities(orders.clone()));
        })
    }

    fn by_hand(self, found: Found<ByHand>) -> El {
        let desk = self.desk;
        let said = move |found: &ByHand| {
            let (words, net) = (desk.words(), self.figures.money(found.net));
            if !found.reached {
                return words.fill(Key::WishOut, &[("net", &net)]);
            }
            if found.is_free {
                return words.fill(Key::WishFree, &[("net", &net)]);
            }
            words.fill(Key::WishManual, &[("percent", &words.percent(found.percent)), ("net", &net)])
        };
        let reached = move || found.with(|found| matches!(found, Some(Ok(found)) if found.reached && !found.is_free));
        let is_short = move || found.with(Option::is_some) && !reached();
        let percent = move || found.with(|found| found.as_ref()?.as_ref().ok().map(|found| found.percent));
        let more = move || found.with(|found| found.as_ref()?.as_ref().ok()?.more_percent);
        let percent = Derived::new(percent);
        let take = move |percent: Decimal| {
            button(&desk.words().text(Key::WishTake)).part("take-manual").on_click(move || {
                let _ = desk.act(Command::SetManual(percent));
            })
        };
        let offer = move || {
            let said = el("span").text_with(move || found.with(|found| told(desk, found, said)));
            el("p").class("cheaper").child(said).children_with(move || percent.get().map(take).into_iter().collect())
        };
        let volume = move || {
            let words = desk.words();
            let said = |more| words.fill(Key::WishVolume, &[("percent", &words.percent(more))]);
            more().map(said).unwrap_or_default()
        };
        answer("by-hand")
            .when(is_short, move || {
                self.said(found, said)
                    .class_with("warn", move || found.with(|found| matches!(found, Some(Ok(found)) if !found.reached)))
            })
            .when(reached, offer)
            .when(move || reached() && more().is_some(), move || el("p").class("muted").text_with(volume))
    }

    /// The product of a line.
    fn product(self, line: &str) -> String {
        self.desk
            .state
            .peek(|state| {
                let line = state.draft.line(line);
                line.map(|line| state.product(&line.product).map_or(&line.product, |product| &product.name).clone())
            })
            .unwrap_or_default()
    }
}

fn answer(part: &str) -> El {
    el("div").class("answer-list").part(part).attr("aria-live", "polite")
}

fn orders(way: &Way) -> Orders {
    let along = way.along.as_ref().map(|along| (&along.line, along.quantity));
    let orders = [Some((&way.line, way.quantity)), along].into_iter().flatten();
    orders.map(|(line, quantity)| (line.parse().unwrap_or_default(), quantity)).collect()
}

/// What is to be said of one of the ways.
fn with_way(found: Found<Ways>, at: usize, said: &dyn Fn(&Way) -> String) -> String {
    let said = |found: &Option<Result<Ways>>| Some(said(found.as_ref()?.as_ref().ok()?.ways.get(at)?));
    found.with(said).unwrap_or_default()
}

/// What was found in words, or why nothing was.
fn told<T>(desk: Desk, found: &Option<Result<T>>, said: impl Fn(&T) -> String) -> String {
    match found {
        Some(Ok(found)) => said(found),
        Some(Err(error)) => desk.words().error(error, ""),
        None => String::new(),
    }
}
