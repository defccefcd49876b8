//! The field in which a client is chosen, for all widgets of the page.

use super::combobox::{Choice, Combobox, choices_of};
use super::{El, Handle};
use crate::domain::client::Client;
use crate::i18n::Key;
use crate::session::{Derived, Desk};
use crate::store::Command;

/// The field, under this label.
pub fn client_field(desk: Desk, label: Key) -> El {
    let choose = move |client: Option<String>| {
        let _ = desk.act(Command::ChooseClient(client));
    };
    let combobox = Combobox {
        part: "client",
        label,
        choices: choices_of(desk, |catalogue| catalogue.clients.iter().map(choice).collect()),
        chosen: Derived::new(move || client_name(desk)),
        on_choose: Box::new(move |id| choose(Some(id))),
        on_clear: Some(Box::new(move || choose(None))),
        field: Handle::new(),
    };
    combobox.view(desk)
}

/// What the chosen client is called; empty while none is chosen. Subscribes the reader.
pub fn client_name(desk: Desk) -> String {
    desk.state.with(|state| state.chosen().map(|client| client.name.clone()).unwrap_or_default())
}

fn choice(client: &Client) -> Choice {
    let place = [client.city.as_deref(), client.country.as_deref()];
    Choice::new(&client.id, &client.name, place.into_iter().flatten().collect::<Vec<_>>().join(", "))
}
