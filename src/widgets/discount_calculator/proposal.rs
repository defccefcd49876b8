//! The proposal: what the client gets on paper. It is drawn when it is printed and holds still, so it costs no key press.
//!
//! Nothing internal is in it: no cost, no margin, no price of waiting for the money.

use super::figures::Figures;
use super::{payment, sentences, tax};
use crate::domain::pricing::{Priced, PricedLine};
use crate::domain::quote::DraftLine;
use crate::i18n::{CalculatorKey, Key, ProposalKey, Words};
use crate::session::Desk;
use crate::store::{State, quoting};
use crate::ui::{El, el};

/// The sheet for the draft as it is now; nothing while it cannot be priced.
pub(super) fn proposal(desk: Desk, figures: Figures) -> Option<El> {
    let words = desk.words();
    let sheet = figures.with(|priced| desk.state.peek(|state| sheet(desk, state, priced, &figures, &words)))?;
    Some(el("article").class("proposal").part("proposal").children(sheet))
}

fn sheet(desk: Desk, state: &State, priced: &Priced, figures: &Figures, words: &Words) -> Vec<El> {
    let line = |text: &str| el("p").text(text);
    let client = state.chosen();
    let place = client.map(|client| [client.city.as_deref(), client.country.as_deref()]);
    let place = place.into_iter().flatten().flatten().collect::<Vec<_>>().join(", ");
    let person = client.and_then(|client| client.contact.as_ref()).map(|contact| contact.name.as_str());
    let term = quoting::term(state).map(|term| payment::label_now(state, &term, desk.today(), words));
    let head = el("header")
        .child(el("h2").text(&words.text(ProposalKey::Title)))
        .children(
            client
                .map(|client| el("p").child(el("b").text(&words.fill(ProposalKey::For, &[("client", &client.name)])))),
        )
        .children(Some(place).filter(|place| !place.is_empty()).map(|place| line(&place)))
        .children(person.map(|person| line(&words.fill(ProposalKey::Person, &[("person", person)]))))
        .child(line(&words.date(desk.today())));
    let said = [sentences::granted(priced, figures, words), sentences::next(priced, figures, words)];
    let paid = term.map(|term| line(&words.fill(ProposalKey::Terms, &[("terms", &term)])));
    let mut sheet = vec![head, table(desk, state, priced, figures, words)];
    sheet.extend(said.iter().filter(|said| !said.is_empty()).map(|said| line(said)));
    sheet.extend(paid);
    sheet.extend(payments(desk, state, priced, figures, words));
    sheet.push(line(&words.text(ProposalKey::Thanks)));
    sheet
}

/// The payments of a term that makes several, and what paying early saves.
pub(super) fn payments(desk: Desk, state: &State, priced: &Priced, figures: &Figures, words: &Words) -> Vec<El> {
    let today = desk.today();
    let Ok(Some(payment)) = quoting::payment(state, priced, today) else { return Vec::new() };
    let early = payment::early(&payment, figures, words).map(|said| el("p").text(&said));
    payment::table(&payment, today, figures, words).into_iter().chain(early).collect()
}

pub(super) fn table(desk: Desk, state: &State, priced: &Priced, figures: &Figures, words: &Words) -> El {
    let heads = [Key::Product, Key::Quantity, Key::UnitPrice, Key::LineDiscount, Key::LineNet];
    let heads = heads.map(|key| el("th").attr("scope", "col").text(&words.text(key)));
    let rows = state.draft.lines.iter().zip(&priced.lines);
    let free = quoting::free(state, priced).unwrap_or_default().into_iter().map(|free| {
        let quantity = words.number(free.quantity.normalize());
        let said = words.fill(CalculatorKey::Free, &[("quantity", &quantity), ("product", &free.name)]);
        el("tr").child(el("th").attr("scope", "row").attr("colspan", "4").text(&said)).child(el("td").text("–"))
    });
    let row_of = |label: &str, figure: &str| {
        let label = el("th").attr("scope", "row").attr("colspan", "4").text(label);
        el("tr").child(label).child(el("td").text(figure))
    };
    let total = |label: Key, figure: &str| row_of(&words.text(label), figure);
    let taxes = tax::told(desk, state, priced, figures, words);
    // The client can add these up: what is taken off and what is added stand apart, as the sentence below has them.
    let (off, percent) = sentences::taken_off(priced);
    let off = [&words.percent(-percent), " · ", &figures.money(-off)].concat();
    let added = sentences::added(priced, figures);
    let foot = el("tfoot")
        .child(total(Key::List, &figures.money(priced.list)))
        .child(total(Key::Discount, &off))
        .children(added.iter().map(|(step, amount)| row_of(step, &figures.money(*amount))))
        .child(total(Key::Net, &figures.money(priced.net)))
        .children(taxes.iter().map(|(label, figure)| row_of(label, figure)));
    el("table")
        .child(el("thead").child(el("tr").children(heads)))
        .child(el("tbody").children(rows.map(|(line, priced)| row(state, line, priced, figures, words))).children(free))
        .child(foot)
}

fn row(state: &State, line: &DraftLine, priced: &PricedLine, figures: &Figures, words: &Words) -> El {
    let product = state.product(&line.product);
    let name = product.map_or(line.product.as_str(), |product| product.name.as_str());
    let unit = product.map_or("", |product| product.unit.as_str());
    let price = product.map(|product| figures.amount(figures.unit_price(product))).unwrap_or_default();
    let what = el("th").attr("scope", "row").child(el("b").text(name)).text(" ").child(el("small").text(unit));
    let cells =
        [words.number(line.quantity.normalize()), price, words.percent(-priced.percent()), figures.amount(priced.net)];
    el("tr").child(what).children(cells.map(|text| el("td").text(&text)))
}
