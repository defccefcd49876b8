//! Who works at the client's, and who decides.

use super::view::View;
use crate::domain::account::{Channel, Person, Role};
use crate::i18n::CardKey;
use crate::session::Derived;
use crate::store::Item;
use crate::ui::{El, Handle, Icon, InlineChoice, InlineText, el, icon};

/// The list.
pub(super) fn people(view: View) -> El {
    let count = Derived::new(move || {
        let count = view.with(|card| card.account.people.len()).unwrap_or_default();
        u32::try_from(count).unwrap_or(u32::MAX)
    });
    let undecided = move || {
        view.with(|card| card.account.people.iter().all(|person| person.role != Role::Decides)).unwrap_or_default()
    };
    let nobody = move || el("p").class("muted").text_with(move || view.nothing(&["contact"], CardKey::PeopleEmpty));
    let warning = move || {
        let said = el("span").text(&view.text(CardKey::NobodyDecides));
        el("p").class("people-warning").part("nobody-decides").child(icon(Icon::Warning)).child(said)
    };
    view.section("people", CardKey::People, Handle::new())
        .when(move || count.get() == 0, nobody)
        .when(move || count.get() > 0 && undecided(), warning)
        .child(el("ul").class("people-list").each(
            move || (0..count.get()).collect(),
            move |place| {
                let place = usize::try_from(place).unwrap_or_default();
                view.with(|card| card.account.people.get(place).map(|one| person(view, place, one))).flatten()
            },
        ))
}

/// One person; `place` is where the account lists it.
fn person(view: View, place: usize, known: &Person) -> El {
    let words = view.desk.words();
    let now = move || view.with(|card| card.account.people.get(place).cloned()).flatten();
    let role_options = Role::ALL.map(|role| (role.name(), view.text(role_key(role))));
    let role = InlineChoice {
        part: "role",
        label: words.fill(CardKey::Role, &[("name", &known.name)]),
        options: role_options.into(),
        value: Derived::new(move || now().map(|person| person.role.name().to_owned()).unwrap_or_default()),
        on_change: Box::new(move |name| {
            let role = Role::ALL.into_iter().find(|role| role.name() == name);
            if let (Some(role), Some(person)) = (role, now()) {
                view.put(Item::Person(view.account().client, Person { role, ..person }));
            }
        }),
    };
    let address = InlineText {
        part: "person-address",
        label: words.fill(CardKey::AddressOf, &[("name", &known.name)]),
        hint: view.text(CardKey::AddressHint),
        value: Derived::new(move || now().and_then(|person| person.addressed_as).unwrap_or_default()),
        on_change: Box::new(move |text| {
            let addressed_as = Some(text).filter(|text| !text.is_empty());
            if let Some(person) = now().filter(|person| person.addressed_as != addressed_as) {
                view.put(Item::Person(view.account().client, Person { addressed_as, ..person }));
            }
        }),
    };
    let position = known.position.as_deref().unwrap_or_default();
    el("li")
        .class("person")
        .part("person")
        .child(el("div").child(el("b").text(&known.name)).child(el("small").text(position)))
        .child(role.view())
        .child(address.view())
        .child(el("div").class("channels").children(known.channels.iter().map(channel)))
}

fn channel(channel: &Channel) -> El {
    let link = |scheme: &str, text: &str| el("a").attr("href", &[scheme, text].concat()).text(text);
    match channel {
        Channel::Phone(number) => link("tel:", number),
        Channel::Email(address) => link("mailto:", address),
        Channel::Fax(number) => el("span").class("muted").text(&["Fax ", number].concat()),
    }
}

const fn role_key(role: Role) -> CardKey {
    match role {
        Role::Decides => CardKey::RoleDecides,
        Role::Influences => CardKey::RoleInfluences,
        Role::Uses => CardKey::RoleUses,
        Role::Blocks => CardKey::RoleBlocks,
        Role::Unknown => CardKey::RoleUnknown,
    }
}
