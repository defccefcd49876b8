//! When the client pays, and what the account manager adds by hand.

use rust_decimal::Decimal;

use super::figures::Figures;
use super::ladders::ladders;
use crate::domain::error::{Code, Error};
use crate::domain::product::Term;
use crate::i18n::{CalculatorKey, Count, Key, Words};
use crate::session::{Derived, Desk, Live};
use crate::store::{Command, quoting};
use crate::ui::{El, NumberField, el};

/// Payment term, extra discount, and the ladders of order discounts.
pub(super) fn terms(desk: Desk, figures: Figures) -> [El; 2] {
    let manual = NumberField {
        part: "manual",
        id: "manual".to_owned(),
        label: desk.words().text(Key::Manual),
        label_hidden: false,
        value: Derived::new(move || desk.state.with(|state| state.draft.manual_percent)),
        most: Decimal::ONE_HUNDRED,
        on_change: Box::new(move |percent| desk.act(Command::SetManual(percent))),
    };
    let has_coupons = move || {
        desk.state.with(|state| {
            state.price_list().is_some_and(|list| list.promotions.iter().any(|promotion| promotion.coupon.is_some()))
        })
    };
    let terms = el("div").class("terms").child(term(desk)).child(manual.view(desk));
    [terms.when(has_coupons, move || coupon(desk)), ladders(desk, figures)]
}

fn term(desk: Desk) -> El {
    let chosen = Derived::new(move || {
        desk.state.with(|state| quoting::term(state).map(|term| term.id.clone()).unwrap_or_default())
    });
    let terms = Derived::new(move || {
        desk.state.with(|state| state.price_list().map(|list| list.terms.clone()).unwrap_or_default())
    });
    let option = move |term: &Term| {
        let id = term.id.clone();
        let option = el("option").attr("value", &term.id).text(&label(term, &desk.words()));
        option.flag_with("selected", move || chosen.with(|chosen| *chosen == id))
    };
    let select = el("select")
        .attr("id", "term")
        .part("term")
        .children_with(move || terms.with(|terms| terms.iter().map(option).collect()))
        // After the options, because a select takes no value it does not offer.
        .value_with(move || chosen.get())
        .on_change(move |id| {
            let _ = desk.act(Command::SetTerm(Some(id)));
        });
    el("div").class("field").child(el("label").attr("for", "term").text(&desk.words().text(Key::Term))).child(select)
}

/// The coupon: a code that counts says so, one that is not known is explained and counts for nothing.
fn coupon(desk: Desk) -> El {
    let wrong = Live::new(None::<String>);
    let in_force = Derived::new(move || desk.state.with(|state| state.draft.coupon.clone().unwrap_or_default()));
    let said = move || {
        let name = desk.state.with(|state| {
            let code = state.draft.coupon.as_deref()?;
            Some(state.price_list()?.coupon(code)?.name.clone())
        });
        name.map(|name| desk.words().fill(CalculatorKey::CouponTaken, &[("name", &name)])).unwrap_or_default()
    };
    let explain = move || {
        let error = Error::new(Code::CouponUnknown, "");
        el("span").class("bad").part("error").text(&desk.words().error(&error, ""))
    };
    let input = el("input")
        .attr("id", "coupon")
        .part("coupon")
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("aria-describedby", "coupon-note")
        .state_with("aria-invalid", move || wrong.with(Option::is_some))
        .value_with(move || wrong.get().unwrap_or_else(|| in_force.get()))
        .on_change(move |code| {
            let taken = desk.act(Command::SetCoupon(Some(code.clone())));
            wrong.set(taken.err().map(|_| code));
        });
    let note = el("p").attr("id", "coupon-note").class("field-note").attr("aria-live", "polite").either(
        move || wrong.with(Option::is_some),
        explain,
        move || el("span").class("good").text_with(said),
    );
    let label = el("label").attr("for", "coupon").text(&desk.words().text(CalculatorKey::Coupon));
    el("div")
        .class("field")
        .class_with("invalid", move || wrong.with(Option::is_some))
        .child(label)
        .child(input)
        .child(note)
}

/// A term as an account manager says it.
pub(super) fn label(term: &Term, words: &Words) -> String {
    let when = when(term, words);
    let key = match term.percent {
        percent if percent.is_zero() => Key::TermPlain,
        percent if percent.is_sign_positive() => Key::TermPlus,
        _ => Key::TermMinus,
    };
    words.fill(key, &[("term", &when), ("percent", &words.percent(term.percent.abs()))])
}

/// When the term wants the money.
pub(super) fn when(term: &Term, words: &Words) -> String {
    if term.days == 0 { words.text(Key::TermPrepaid) } else { words.count(Count::PayIn, term.days, &[]) }
}
