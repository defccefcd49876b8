//! The client's segment, and on demand how it was come by.

use rust_decimal::Decimal;

use super::phrases::when;
use super::view::View;
use crate::domain::money;
use crate::domain::segments::rfm::{Score, default_segments};
use crate::i18n::{CardCount, CardKey};
use crate::store::Standings;
use crate::store::standing::Standing;
use crate::ui::{El, el};

/// The class and the scores, which open to the sentence and the table behind them.
pub(super) fn segment(view: View) -> El {
    let client = view.account().client;
    let shown = move || {
        let shown = view.standings(|all| match all.of(&client) {
            Some(standing) => explained(view, all, standing),
            None => el("span").text(&view.text(CardKey::NotBought)),
        });
        shown.into_iter().collect()
    };
    el("div").class("segment").children_with(shown)
}

fn explained(view: View, all: &Standings, standing: &Standing) -> El {
    let name = name(standing.score).map(|key| [" · ", &view.text(key)].concat()).unwrap_or_default();
    let short = [standing.class.name(), " · ", &standing.score.to_string(), &name].concat();
    let row = |label, value: &str, score: u8| {
        let score = view.desk.words().fill(CardKey::Score, &[("n", &score.to_string())]);
        el("tr")
            .child(el("th").attr("scope", "row").text(&view.text(label)))
            .child(el("td").class("number").text(value))
            .child(el("td").class("number").text(&score))
    };
    let words = view.desk.words();
    let last = view.today.add_days(-standing.recency).unwrap_or(view.today);
    let Score { recency, frequency, monetary } = standing.score;
    let table = el("table").child(
        el("tbody")
            .child(row(CardKey::Recency, &when(&words, last, view.today), recency))
            .child(row(CardKey::Frequency, &words.count(CardCount::Orders, standing.frequency, &[]), frequency))
            .child(row(CardKey::Monetary, &view.amount(rounded(view, standing.amount)), monetary)),
    );
    el("details")
        .child(el("summary").part("segment").text(&short))
        .child(el("p").text(&abc(view, all, standing)))
        .child(el("p").text(&words.fill(CardKey::RfmWhy, &[("date", &words.date(all.as_of))])))
        .child(table)
}

fn abc(view: View, all: &Standings, standing: &Standing) -> String {
    let words = view.desk.words();
    let share = money::percentage(standing.amount, all.total).unwrap_or_default();
    let percent = |share: Decimal| words.percent(share * Decimal::ONE_HUNDRED);
    words.fill(
        CardKey::AbcWhy,
        &[
            ("class", standing.class.name()),
            ("amount", &view.amount(rounded(view, standing.amount))),
            ("share", &words.percent(share)),
            ("from", &words.date(all.from)),
            ("to", &words.date(all.as_of)),
            ("a", &percent(all.thresholds.a)),
            ("b", &percent(all.thresholds.b)),
        ],
    )
}

/// The amount in whole smallest units, for reading.
fn rounded(view: View, amount: Decimal) -> Decimal {
    money::Rounding::HalfUp.round(amount, view.currency().minor_units())
}

/// What the scores are called.
fn name(score: Score) -> Option<CardKey> {
    // In the order of the table the names belong to.
    const NAMES: [CardKey; 10] = [
        CardKey::Champions,
        CardKey::PotentialLoyalist,
        CardKey::Loyal,
        CardKey::Promising,
        CardKey::NewSegment,
        CardKey::CantLose,
        CardKey::AtRisk,
        CardKey::NeedAttention,
        CardKey::AboutToSleep,
        CardKey::LostSegment,
    ];
    let table = default_segments();
    let found = score.segment(&table)?;
    let place = table.iter().position(|segment| segment == found)?;
    NAMES.get(place).copied()
}
