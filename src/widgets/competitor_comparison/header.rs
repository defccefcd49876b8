//! Which product is compared, and for whose eyes.

use super::board::Board;
use crate::domain::product::Product;
use crate::i18n::comparison::{ComparisonCount, ComparisonKey as Key};
use crate::i18n::{self, Words};
use crate::session::{Derived, Desk};
use crate::ui::combobox::{Choice, Combobox};
use crate::ui::{El, client_field, client_name, el, toggle};

/// The head of the comparison. A client sees no list of what else there is.
pub(super) fn header(board: Board) -> El {
    let words = board.desk.words();
    let is_sample = move || board.with(|now| now.sample).unwrap_or_default();
    let date = words.date(board.desk.today());
    let as_of = words.fill(Key::AsOf, &[("date", &date)]);
    let whose = move || [client_name(board.desk), as_of.clone()].into_iter().filter(|part| !part.is_empty());
    let whose = move || whose().collect::<Vec<_>>().join(" · ");
    let title = move || {
        el("div")
            .class("client-title")
            .child(el("h2").part("title").text_with(move || board.product_name()))
            .child(el("p").class("muted").text_with(whose.clone()))
    };
    let sample = move || el("span").class("tag").part("sample").text(&board.desk.words().text(Key::Sample));
    el("header")
        .class("comparison-head")
        .either(move || board.for_client.get() && board.has_rivals(), title, move || choose(board))
        .child(
            el("div")
                .class("comparison-about")
                .when(
                    move || board.has_rivals(),
                    move || toggle("client-view", &board.desk.words().text(Key::ClientView), board.for_client),
                )
                .when(is_sample, sample),
        )
}

/// What is compared, and for whom: the client is the same in all widgets.
fn choose(board: Board) -> El {
    let has_clients =
        move || board.desk.state.with(|state| state.catalogue().is_some_and(|known| !known.clients.is_empty()));
    let client = move || client_field(board.desk, i18n::Key::Client);
    el("div").class("comparison-choose").child(product(board)).when(has_clients, client)
}

fn product(board: Board) -> El {
    let desk = board.desk;
    let product = Combobox {
        part: "product",
        label: i18n::Key::Product,
        choices: Derived::new(move || choices(desk, board)),
        chosen: Derived::new(move || board.product_name()),
        on_choose: Box::new(move |id| board.choose(id)),
        on_clear: None,
        field: board.field,
    };
    product.view(desk)
}

fn choices(desk: Desk, board: Board) -> Vec<Choice> {
    let words = desk.words();
    desk.state.with(|state| {
        let all = state.catalogue().map(|catalogue| catalogue.products.as_slice()).unwrap_or_default();
        let one = |(at, rivals): &(usize, usize)| all.get(*at).map(|product| choice(product, *rivals, &words));
        board.products.with(|products| products.iter().filter_map(one).collect())
    })
}

fn choice(product: &Product, rivals: usize, words: &Words) -> Choice {
    let detail = match u32::try_from(rivals) {
        Ok(0) => words.text(Key::RivalNone),
        count => words.count(ComparisonCount::Rivals, count.unwrap_or(u32::MAX), &[]),
    };
    Choice::new(&product.id, &product.name, detail)
}
