//! The internal sheet: the proposal's figures with cost, margin and who must approve.

use super::figures::Figures;
use super::proposal::{payments, table};
use super::signing::told;
use super::{payment, sentences};
use crate::domain::pricing::Priced;
use crate::domain::product::Term;
use crate::i18n::{CalculatorKey as Key, Key as QuoteKey, Words};
use crate::session::Desk;
use crate::store::signing::Signing;
use crate::store::{State, quoting};
use crate::ui::{El, el};

/// The sheet for the draft as it is now; nothing while it cannot be priced.
pub(super) fn packet(desk: Desk, figures: Figures) -> Option<El> {
    let words = desk.words();
    let sheet = figures.with(|priced| desk.state.peek(|state| sheet(desk, state, priced, &figures, &words)))?;
    Some(el("article").class("proposal").part("packet").children(sheet))
}

fn sheet(desk: Desk, state: &State, priced: &Priced, figures: &Figures, words: &Words) -> Vec<El> {
    let line = |text: &str| el("p").text(text);
    let client = state.chosen().map(|client| client.name.as_str()).unwrap_or_default();
    let head = el("header")
        .child(el("h2").text(&words.text(Key::PacketTitle)))
        .child(el("p").child(el("b").text(client)))
        .child(line(&words.date(desk.today())));
    let mut sheet = vec![head, table(desk, state, priced, figures, words), steps(priced, figures)];
    sheet.extend(judged(state, priced, figures, words));
    sheet.extend(approval(desk, state, priced, *figures, words));
    let term = quoting::term(state);
    let label = |term: &Term| {
        line(&[&words.text(Key::Payment), ": ", &payment::label_now(state, term, desk.today(), words)].concat())
    };
    sheet.extend(term.as_ref().map(label));
    sheet.extend(payments(desk, state, priced, figures, words));
    if let (Some(term), Some(list)) = (&term, state.price_list()) {
        let said = sentences::deferral(priced, term, &list.capital, desk.today(), figures, words);
        sheet.extend(said.map(|said| line(&said)));
    }
    sheet
}

/// Every step with what it did.
fn steps(priced: &Priced, figures: &Figures) -> El {
    let rows = sentences::effective(priced);
    let rows = rows.map(|effect| pair(&figures.step_name(&effect.step), &figures.amount(effect.amount)));
    el("table").child(el("tbody").children(rows))
}

fn judged(state: &State, priced: &Priced, figures: &Figures, words: &Words) -> Option<El> {
    let signing = Signing::of(state, priced).ok()?;
    let unknown = || words.text(Key::MarginUnknown);
    let cost = signing.deal.cost.map_or_else(unknown, |cost| figures.money(cost));
    let margin = signing.judged.margin_percent.map_or_else(unknown, |margin| words.percent(margin));
    let rows = [
        pair(&words.text(QuoteKey::Net), &figures.money(priced.net)),
        pair(&words.text(Key::Cost), &cost),
        pair(&words.text(Key::Margin), &margin),
        pair(&words.text(Key::Effective), &words.percent(signing.judged.discount_percent)),
    ];
    Some(el("table").child(el("tbody").children(rows)))
}

/// Who must approve and why, and what became of asking; nothing where the price list sets no limits.
fn approval(desk: Desk, state: &State, priced: &Priced, figures: Figures, words: &Words) -> Option<El> {
    let signing = Signing::of(state, priced).ok().filter(|signing| signing.decision.is_some())?;
    let heading = el("h3").text(&words.text(Key::PacketApproval));
    Some(el("section").part("packet-approval").child(heading).children(told(desk, figures, &signing)))
}

fn pair(label: &str, figure: &str) -> El {
    el("tr").child(el("th").attr("scope", "row").text(label)).child(el("td").text(figure))
}
