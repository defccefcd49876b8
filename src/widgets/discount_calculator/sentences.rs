//! The sentences the calculator says about a priced order.

use rust_decimal::Decimal;

use crate::domain::date::Date;
use crate::domain::money;
use crate::domain::pricing::{Effect, Measure, Priced, StepKind};
use crate::domain::product::Term;
use crate::domain::terms::{CapitalCost, Plan};
use crate::i18n::{CalculatorKey, Count, Key, PaymentKey, Words};

use super::figures::Figures;
use super::payment;

/// What a step of the price is called.
pub(super) fn step(kind: StepKind) -> Key {
    match kind {
        StepKind::Loyalty => Key::StepLoyalty,
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
    let off: Vec<_> = effective(priced).filter(|effect| effect.amount.is_sign_negative()).collect();
    let on = added(priced, figures);
    let mut said = if off.is_empty() {
        if on.is_empty() { words.text(Key::GrantedNone) } else { String::new() }
    } else {
        let parts: Vec<_> = off.iter().map(|effect| part(effect, figures, words)).collect();
        let (amount, percent) = taken_off(priced);
        words.fill(
            Key::Granted,
            &[("percent", &words.percent(percent)), ("amount", &figures.money(amount)), ("parts", &parts.join(", "))],
        )
    };
    for (step, amount) in on {
        said.push(' ');
        said.push_str(&words.fill(Key::Surcharge, &[("step", &step), ("amount", &figures.money(amount))]));
    }
    said.trim_start().to_owned()
}

/// What is taken off the list price, and how many percent of it that is; what a step adds is not set off against it.
pub(super) fn taken_off(priced: &Priced) -> (Decimal, Decimal) {
    let off = effective(priced).filter(|effect| effect.amount.is_sign_negative());
    let amount = off.map(|effect| effect.amount).try_fold(Decimal::ZERO, money::sub).unwrap_or_default();
    (amount, money::percentage(amount, priced.list).unwrap_or_default())
}

/// What steps add, such as waiting for the money, each with the name of its step.
pub(super) fn added(priced: &Priced, figures: &Figures) -> Vec<(String, Decimal)> {
    let on = effective(priced).filter(|effect| effect.amount.is_sign_positive());
    on.map(|effect| (figures.step_name(&effect.step), effect.amount)).collect()
}

/// Where the next discounts of the order start; never what the order lacks to be worth something.
pub(super) fn next(priced: &Priced, figures: &Figures, words: &Words) -> String {
    let said = priced.next.iter().filter(|next| next.line.is_none()).map(|next| {
        let from = measured(next.measure, next.from, figures, words);
        let missing = measured(next.measure, next.missing, figures, words);
        if next.percent.is_zero() {
            let step = figures.step_name(&next.step);
            return words.fill(CalculatorKey::NextStep, &[("step", &step), ("from", &from), ("missing", &missing)]);
        }
        let percent = words.percent(next.percent);
        words.fill(Key::NextOrder, &[("percent", &percent), ("from", &from), ("missing", &missing)])
    });
    said.collect::<Vec<_>>().join(" ")
}

/// So much of what a ladder or a condition counts, with its unit.
pub(super) fn measured(measure: Measure, amount: Decimal, figures: &Figures, words: &Words) -> String {
    let key = match measure {
        Measure::Amount => return figures.money(amount),
        Measure::Quantity => CalculatorKey::Units,
        Measure::Weight => CalculatorKey::Kilograms,
    };
    // A figure and its unit stay on one line.
    words.fill(key, &[("n", &words.number(amount.normalize()))]).replace(' ', "\u{a0}")
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

/// A step within a sentence; a promotion and a programme keep the letters of its name.
fn spoken(effect: &Effect, figures: &Figures) -> String {
    let name = figures.step_name(&effect.step);
    if matches!(effect.kind, StepKind::Loyalty | StepKind::Promotion | StepKind::Coupon) {
        name
    } else {
        name.to_lowercase()
    }
}
