//! Who it is: the name, how to address whom, and the few figures one wants to have seen before the phone rings.

use super::phrases::when;
use super::segment;
use super::view::View;
use crate::domain::account::{Account, Role, Stage};
use crate::i18n::CardKey;
use crate::session::Derived;
use crate::store::Item;
use crate::ui::{El, Icon, InlineChoice, InlineText, el, icon};

/// The head of the card.
pub(super) fn header(view: View) -> El {
    let name = view.desk.state.peek(|state| state.chosen().map(|client| client.name.clone()).unwrap_or_default());
    let title = el("h2").attr("id", "client-name").part("client-name").text(&name);
    let is_sample = move || view.desk.state.with(|state| state.book.sample);
    let first = el("div")
        .class("card-title")
        .child(title)
        .child(key(view))
        .child(stage(view))
        .when(is_sample, move || el("span").class("tag").part("sample").text(&view.text(CardKey::Generated)));
    let second = el("div")
        .class("card-address")
        .child(el("span").class("muted").text(&view.text(CardKey::Address)).text(" "))
        .child(address(view));
    el("header").class("card-head").child(el("div").class("card-who").child(first).child(second)).child(facts(view))
}

/// Whether it is a key account.
fn key(view: View) -> El {
    let is_key = Derived::new(move || view.with(|card| card.account.key).unwrap_or_default());
    el("button")
        .attr("type", "button")
        .class("key-account")
        .part("key")
        .state_with("aria-pressed", move || is_key.get())
        .on_click(move || {
            let account = view.account();
            view.put(Item::Account(Account { key: !account.key, ..account }));
        })
        .child(icon(Icon::Star))
        .text(&view.text(CardKey::Key))
}

fn stage(view: View) -> El {
    let options = Stage::ALL.map(|stage| (stage.name(), view.text(stage_key(stage))));
    let choice = InlineChoice {
        part: "stage",
        label: view.text(CardKey::Stage),
        options: options.into(),
        value: Derived::new(move || view.with(|card| card.account.stage.name().to_owned()).unwrap_or_default()),
        on_change: Box::new(move |name| {
            if let Some(stage) = Stage::ALL.into_iter().find(|stage| stage.name() == name) {
                view.put(Item::Account(Account { stage, ..view.account() }));
            }
        }),
    };
    choice.view()
}

const fn stage_key(stage: Stage) -> CardKey {
    match stage {
        Stage::Potential => CardKey::StagePotential,
        Stage::New => CardKey::StageNew,
        Stage::Active => CardKey::StageActive,
        Stage::Lapsed => CardKey::StageLapsed,
    }
}

/// The form of address, which is the client's own if it has one, or else that of the person one speaks to.
fn address(view: View) -> El {
    let address = InlineText {
        part: "address",
        label: view.text(CardKey::AddressHint),
        hint: view.text(CardKey::AddressHint),
        value: Derived::new(move || {
            view.with(|card| card.account.address().unwrap_or_default().to_owned()).unwrap_or_default()
        }),
        on_change: Box::new(move |text| change_address(view, text)),
    };
    address.view()
}

fn change_address(view: View, text: String) {
    let account = view.account();
    if account.address() == Some(&text) {
        return;
    }
    let addressed_as = Some(text).filter(|text| !text.is_empty());
    let person = account.people.iter().find(|person| person.role == Role::Decides).or(account.people.first());
    let item = match person {
        Some(person) if account.addressed_as.is_none() => {
            Item::Person(account.client.clone(), crate::domain::account::Person { addressed_as, ..person.clone() })
        }
        _ => Item::Account(Account { addressed_as, ..account }),
    };
    view.put(item);
}

/// What is said of records once they have arrived.
fn known_or_dash(view: View, said: impl FnOnce() -> String) -> String {
    if view.is_known() { said() } else { "–".to_owned() }
}

/// What is owed, when they spoke, what comes next, where the client stands.
fn facts(view: View) -> El {
    let fact = |label: CardKey, part: &str, value: El| {
        el("div").child(el("dt").text(&view.text(label))).child(value.part(part))
    };
    let owes = move || {
        view.with(|card| card.money().ok().flatten().map(|money| money.ageing.balance)).flatten().unwrap_or_default()
    };
    let owes_label = move || view.text(if owes().is_sign_negative() { CardKey::InCredit } else { CardKey::Owes });
    let spoke = move || {
        let said = view.with(|card| {
            let last = card.last_contact()?;
            Some(when(&view.desk.words(), last.at.date(), view.today))
        });
        said.flatten().unwrap_or_else(|| known_or_dash(view, || view.text(CardKey::NotYet)))
    };
    let next = move || {
        let said = view.with(|card| {
            let step = card.next_step.as_ref()?;
            let clock = super::phrases::clock(u16::try_from(step.at.minute_of_day()).unwrap_or_default());
            Some([&when(&view.desk.words(), step.at.date(), view.today), " ", &clock, " · ", &step.title].concat())
        });
        said.flatten().unwrap_or_else(|| known_or_dash(view, || view.text(CardKey::NothingPlanned)))
    };
    el("dl")
        .class("card-facts")
        .child(el("div").child(el("dt").text_with(owes_label)).child(
            el("dd").part("owes").class("figure").text_with(move || known_or_dash(view, || view.amount(owes().abs()))),
        ))
        .child(fact(CardKey::LastSpoke, "last-spoke", el("dd").text_with(spoke)))
        .child(fact(CardKey::NextStep, "next-step", el("dd").text_with(next)))
        .child(fact(CardKey::Segment, "standing", el("dd").child(segment::segment(view))))
}
