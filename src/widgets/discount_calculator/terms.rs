//! When the client pays, and what the account manager adds by hand.

use rust_decimal::Decimal;

use super::figures::Figures;
use super::ladders::ladders;
use super::payment;
use crate::domain::error::{Code, Error, Result};
use crate::domain::product::{MOST_DAYS, Term};
use crate::i18n::{CalculatorKey, Key, PaymentKey};
use crate::session::{Derived, Desk, Live};
use crate::store::{Command, progress, quoting};
use crate::ui::{El, NumberField, el};

/// What the choice of terms says for a term that is typed.
const BY_HAND: &str = "by-hand";

/// Payment term, extra discount, and the ladders of order discounts.
pub(super) fn terms(desk: Desk, figures: Figures) -> [El; 3] {
    let manual = NumberField {
        part: "manual",
        id: "manual".to_owned(),
        label: desk.words().text(Key::Manual),
        label_hidden: false,
        value: Derived::new(move || desk.now.with(|state| state.draft.manual_percent)),
        most: Decimal::ONE_HUNDRED,
        on_change: Box::new(move |percent| desk.type_in(Command::SetManual(percent))),
    };
    let has_coupons = move || {
        desk.state.with(|state| {
            state.price_list().is_some_and(|list| list.promotions.iter().any(|promotion| promotion.coupon.is_some()))
        })
    };
    let terms = el("div").class("terms").child(term(desk)).child(manual.view(desk));
    let schedule = payment::schedule(desk, figures);
    [terms.when(has_coupons, move || coupon(desk)), schedule, ladders(desk, figures)]
}

fn term(desk: Desk) -> El {
    // A term that was typed goes by one option, whatever it says.
    let chosen = Derived::new(move || {
        let term = desk.state.with(quoting::term).unwrap_or_default();
        if term.typed_parts().is_some() { BY_HAND.to_owned() } else { term.id }
    });
    let today = desk.today();
    let terms = Derived::new(move || desk.state.with(|state| progress::terms(state, today)));
    let option = move |id: String, label: &str| {
        let option = el("option").attr("value", &id).text(label);
        option.flag_with("selected", move || chosen.with(|chosen| *chosen == id))
    };
    let options = move || {
        let words = desk.words();
        let listed = |(term, due): &(Term, Decimal)| option(term.id.clone(), &payment::label(term, *due, &words));
        let mut options: Vec<El> = terms.with(|terms| terms.iter().map(listed).collect());
        options.push(option(BY_HAND.to_owned(), &words.text(PaymentKey::ByHand)));
        options
    };
    let select = el("select")
        .attr("id", "term")
        .part("term")
        .children_with(options)
        // After the options, because a select takes no value it does not offer.
        .value_with(move || chosen.get())
        .on_change(move |id| {
            let typed = || desk.state.peek(|state| Term::by_hand(quoting::term(state)?.days.min(MOST_DAYS), 1).ok());
            let id = if id == BY_HAND { typed().map(|term| term.id) } else { Some(id) };
            let _ = desk.act(Command::SetTerm(id));
        });
    let label = el("label").attr("for", "term").text(&desk.words().text(Key::Term));
    let choice = el("div").class("field").child(label).child(select);
    el("div").child(choice).when(move || chosen.with(|chosen| chosen == BY_HAND), move || by_hand(desk))
}

/// The days and the number of parts of a term that is on no list.
fn by_hand(desk: Desk) -> El {
    let typed = move || {
        let term = desk.state.with(quoting::term).unwrap_or_default();
        (term.days, term.typed_parts().unwrap_or(1))
    };
    let set = move |days: Decimal, parts: Decimal| {
        let whole = |number: Decimal| {
            let whole =
                Some(number).filter(Decimal::is_integer).and_then(|number| number.normalize().to_string().parse().ok());
            whole.ok_or_else(|| Error::new(Code::TermInvalid, "not whole"))
        };
        let term = Term::by_hand(whole(days)?, whole(parts)?)?;
        desk.act(Command::SetTerm(Some(term.id)))
    };
    let peeked = move || leptos::prelude::untrack(typed);
    let field = |part: &'static str, label, value, on_change| NumberField {
        part,
        id: part.to_owned(),
        label: desk.words().text(label),
        label_hidden: false,
        value,
        most: Decimal::MAX,
        on_change,
    };
    let days = Derived::new(move || Decimal::from(typed().0));
    let parts = Derived::new(move || Decimal::from(typed().1));
    let set_days = Box::new(move |days| set(days, peeked().1.into()));
    let set_parts = Box::new(move |parts| set(peeked().0.into(), parts));
    el("div")
        .class("by-hand")
        .child(field("term-days", PaymentKey::Days, days, set_days as Box<dyn Fn(Decimal) -> Result<()>>).view(desk))
        .child(field("term-parts", PaymentKey::Parts, parts, set_parts).view(desk))
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
