//! The question the other way round: the client names a discount or a total, and here stands what it would take.

use rust_decimal::Decimal;

use super::figures::Figures;
use crate::domain::error::Result;
use crate::domain::label::Label;
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
        let answer = |part: &str| el("div").class("answer-list").part(part).attr("aria-live", "polite");
        let ways = move || match percent.get() {
            percent if percent.is_zero() => Vec::new(),
            percent => self.ways(state.with(|state| wish::discount(state, percent, today))),
        };
        let by_hand = move || match total.get() {
            total if total.is_zero() => Vec::new(),
            total => self.by_hand(state.with(|state| wish::total(state, total, today))),
        };
        let cheaper = move || {
            let found = state.with(|state| wish::cheaper(state, today));
            found.map(|found| found.ways.first().map(|way| self.cheaper(way)).into_iter().collect()).unwrap_or_default()
        };
        el("div")
            .class("wish")
            .child(answer("cheaper").children_with(cheaper))
            .child(self.field("wish-percent", Key::WishPercent, percent, Decimal::ONE_HUNDRED))
            .child(answer("ways").children_with(ways))
            .child(self.field("wish-total", Key::WishTotal, total, Decimal::MAX))
            .child(answer("by-hand").children_with(by_hand))
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
        field.view(self.desk)
    }

    fn ways(self, found: Result<Ways>) -> Vec<El> {
        let words = self.desk.words();
        let found = match found {
            Ok(found) => found,
            Err(error) => return vec![el("p").class("bad").text(&words.error(&error, ""))],
        };
        let now = words.percent(found.percent);
        if found.is_there {
            return vec![el("p").text(&words.fill(Key::WishHave, &[("percent", &now)]))];
        }
        if found.ways.is_empty() {
            return vec![el("p").text(&words.fill(Key::WishNone, &[("percent", &now)]))];
        }
        let ways = found.ways.iter().take(SHOWN).map(|way| {
            let percent = words.percent(way.percent);
            let net = self.figures.money(way.net);
            let ordered = self.ordered(way);
            let said = [("ordered", &*ordered), ("percent", &*percent), ("net", &*net)];
            let said = el("span").text(&words.fill(Key::WishLine, &said));
            el("li").part("way").child(said).child(self.take(way))
        });
        vec![el("p").text(&words.text(Key::WishStarts)), el("ul").children(ways)]
    }

    /// What is ordered then: so many of one product, or of two.
    fn ordered(self, way: &Way) -> String {
        let one = self.times(way.quantity, &way.line);
        let other = way.along.as_ref().map(|along| self.times(along.quantity, &along.line));
        [Some(one), other].into_iter().flatten().collect::<Vec<_>>().join(" + ")
    }

    fn times(self, quantity: Decimal, line: &str) -> String {
        [self.desk.words().number(quantity.normalize()), self.product(line)].join(" × ")
    }

    fn cheaper(self, way: &Way) -> El {
        let words = self.desk.words();
        let missing = self.times(way.extra, &way.line);
        let said = words.fill(Key::Cheaper, &[("missing", &missing), ("net", &self.figures.money(way.net))]);
        el("p").class("cheaper").child(icon(Icon::Step)).child(el("span").text(&said)).child(self.take(way))
    }

    /// The button that orders as much.
    fn take(self, way: &Way) -> El {
        let desk = self.desk;
        let along = way.along.as_ref().map(|along| (&along.line, along.quantity));
        let order = |(line, quantity): (&Label, Decimal)| (line.parse::<u32>().unwrap_or_default(), quantity);
        let orders: Vec<_> = [Some((&way.line, way.quantity)), along].into_iter().flatten().map(order).collect();
        let whose = el("span").class("unseen").text(": ").text(&self.ordered(way));
        button(&desk.words().text(Key::WishTake)).part("take").child(whose).on_click(move || {
            for (key, quantity) in orders.iter().copied() {
                let _ = desk.act(Command::SetQuantity { key, quantity });
            }
        })
    }

    fn by_hand(self, found: Result<ByHand>) -> Vec<El> {
        let desk = self.desk;
        let words = desk.words();
        let found = match found {
            Ok(found) => found,
            Err(error) => return vec![el("p").class("bad").text(&words.error(&error, ""))],
        };
        let net = self.figures.money(found.net);
        if !found.reached {
            return vec![el("p").class("warn").text(&words.fill(Key::WishOut, &[("net", &net)]))];
        }
        let percent = [words.number(found.percent), "%".to_owned()].join("\u{a0}");
        let said = words.fill(Key::WishManual, &[("percent", &percent), ("net", &net)]);
        let take = button(&words.text(Key::WishTake)).part("take-manual").on_click(move || {
            let _ = desk.act(Command::SetManual(found.percent));
        });
        let mut told = vec![el("p").class("cheaper").child(el("span").text(&said)).child(take)];
        told.extend(found.more_percent.map(|more| {
            el("p").class("muted").text(&words.fill(Key::WishVolume, &[("percent", &words.percent(more))]))
        }));
        told
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
