//! The sentences the calculator says about a priced order.

use rust_decimal::Decimal;

use crate::domain::date::Date;
use crate::domain::money;
use crate::domain::pricing::{Effect, Priced, StepKind};
use crate::domain::product::Term;
use crate::domain::terms::{CapitalCost, Plan};
use crate::i18n::{Count, Key, PaymentKey, Words};

use super::figures::Figures;
use super::payment;

/// What a step of the price is called.
pub(super) fn step(kind: StepKind) -> Key {
    match kind {
        StepKind::Volume => Key::StepVolume,
        StepKind::Client => Key::StepClient,
        StepKind::Promotion => Key::StepPromotion,
        StepKind::Coupon => Key::StepCoupon,
        StepKind::Manual => Key::StepManual,
        StepKind::Order => Key::StepOrder,
        StepKind::Payment => Key::StepPayment,
    }
}

/// The steps that changed something.
pub(super) fn effective(priced: &Priced) -> impl Iterator<Item = &Effect> {
    priced.waterfall.iter().filter(|effect| !effect.amount.is_zero())
}

/// What was granted and for what, in words one can say to the client.
pub(super) fn granted(priced: &Priced, figures: &Figures, words: &Words) -> String {
    let (off, on): (Vec<_>, Vec<_>) = effective(priced).partition(|effect| effect.amount.is_sign_negative());
    let mut said = if off.is_empty() {
        if on.is_empty() { words.text(Key::GrantedNone) } else { String::new() }
    } else {
        let parts: Vec<_> = off.iter().map(|effect| part(effect, figures, words)).collect();
        let amount =
            off.iter().try_fold(Decimal::ZERO, |sum, effect| money::sub(sum, effect.amount)).unwrap_or_default();
        let percent = money::percentage(amount, priced.list).unwrap_or_default();
        words.fill(
            Key::Granted,
            &[("percent", &words.percent(percent)), ("amount", &figures.money(amount)), ("parts", &parts.join(", "))],
        )
    };
    for effect in on {
        said.push(' ');
        let step = figures.step_name(&effect.step);
        said.push_str(&words.fill(Key::Surcharge, &[("step", &step), ("amount", &figures.money(effect.amount))]));
    }
    said.trim_start().to_owned()
}

/// Where the next order discount starts; never what the order lacks to be worth something.
pub(super) fn next(priced: &Priced, figures: &Figures, words: &Words) -> Option<String> {
    let next = priced.next.iter().find(|next| next.line.is_none())?;
    let from = figures.money(next.from);
    let missing = figures.money(next.missing);
    Some(
        words
            .fill(Key::NextOrder, &[("percent", &words.percent(next.percent)), ("from", &from), ("missing", &missing)]),
    )
}

/// What waiting for the money costs us, the discount that makes, and how it is reckoned.
pub(super) fn deferral(
    priced: &Priced,
    term: &Term,
    capital: &CapitalCost,
    delivered: Date,
    figures: &Figures,
    words: &Words,
) -> Option<String> {
    let deferred = priced.deferral.as_ref().filter(|deferred| !deferred.cost.is_zero())?;
    let cost = format!("{} ({})", figures.money(deferred.cost), words.percent(deferred.cost_percent));
    let last = words.count(Count::PayIn, term.wait(delivered).unwrap_or(term.days), &[]);
    let values = [
        ("when", last.as_str()),
        ("cost", &cost),
        ("gain", &figures.money(-deferred.cost)),
        ("rate", &words.percent(capital.annual_percent)),
        ("effective", &words.percent(deferred.effective_percent)),
    ];
    let said = match term.plan {
        _ if deferred.cost.is_sign_negative() => words.fill(PaymentKey::DeferralGain, &values),
        Plan::Once => words.fill(Key::Deferral, &values),
        _ => words.fill(PaymentKey::DeferralParts, &values),
    };
    Some([said, payment::reckoned(capital, words)].join(" "))
}

/// The picture in one sentence.
pub(super) fn waterfall(priced: &Priced, figures: &Figures, words: &Words) -> String {
    let parts: Vec<_> = effective(priced).map(|effect| part_signed(effect, figures, words)).collect();
    let parts = if parts.is_empty() { words.text(Key::WaterfallNone) } else { parts.join(", ") };
    words.fill(
        Key::WaterfallSummary,
        &[("list", &figures.money(priced.list)), ("net", &figures.money(priced.net)), ("parts", &parts)],
    )
}

fn part(effect: &Effect, figures: &Figures, words: &Words) -> String {
    words.fill(Key::GrantedPart, &[("step", &spoken(effect, figures)), ("amount", &figures.amount(-effect.amount))])
}

fn part_signed(effect: &Effect, figures: &Figures, words: &Words) -> String {
    words.fill(Key::GrantedPart, &[("step", &spoken(effect, figures)), ("amount", &figures.amount(effect.amount))])
}

/// A step within a sentence; a promotion keeps the letters of its name.
fn spoken(effect: &Effect, figures: &Figures) -> String {
    let name = figures.step_name(&effect.step);
    if matches!(effect.kind, StepKind::Promotion | StepKind::Coupon) { name } else { name.to_lowercase() }
}
