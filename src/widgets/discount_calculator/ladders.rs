//! The ladders that look at the whole order, how far it has come, and what of it was bought before.

use super::figures::Figures;
use super::sentences;
use crate::domain::history::{Bought, Period};
use crate::domain::pricing::{Measure, StepKind, Tiers};
use crate::domain::quote::NamedStep;
use crate::i18n::{CalculatorKey, Key, Words};
use crate::session::{Derived, Desk};
use crate::store::progress::{self, Progress};
use crate::ui::ladder::{Ladder, Rung};
use crate::ui::{El, el};

/// One picture for each of the list's ladders on the order, and what is not known of it.
pub(super) fn ladders(desk: Desk, figures: Figures) -> El {
    let unweighed = move || {
        let names = figures.with_steps(|steps| desk.state.with(|state| progress::unweighed(state, steps).join(", ")));
        if names.is_empty() { names } else { desk.words().fill(CalculatorKey::Unweighed, &[("products", &names)]) }
    };
    let place = |id, kind| {
        let tiers = Derived::new(move || figures.with_steps(|steps| of(steps, kind).map(|(_, tiers)| tiers.clone())));
        let view = move || OneLadder { desk, figures, kind, tiers }.view(id);
        el("div").class("ladder-place").when(move || tiers.with(Option::is_some), view)
    };
    el("div")
        .class("ladders")
        .child(place("volume-ladder", StepKind::Volume))
        .child(place("ladder", StepKind::Order))
        .child(el("p").class("sentence warn").part("unweighed").text_with(unweighed))
}

fn of(steps: &[NamedStep], kind: StepKind) -> Option<(&NamedStep, &Tiers)> {
    let mut drawn = steps.iter().filter_map(|named| Some((named, progress::ladder(named)?)));
    drawn.find(|(named, _)| named.step.kind == kind)
}

#[derive(Clone, Copy)]
struct OneLadder {
    desk: Desk,
    figures: Figures,
    kind: StepKind,
    tiers: Derived<Option<Tiers>>,
}

impl OneLadder {
    fn view(self, id: &'static str) -> El {
        let OneLadder { desk, figures, tiers, .. } = self;
        let progress = Derived::new(move || self.progress());
        let reached = Derived::new(move || progress.get().map(|progress| progress.reached).unwrap_or_default());
        let measure = tiers.with(|tiers| tiers.as_ref().map(|tiers| tiers.measure).unwrap_or_default());
        let bare = move |amount| match measure {
            Measure::Amount => figures.amount(amount),
            _ => sentences::measured(measure, amount, &figures, &desk.words()),
        };
        let rungs = move || {
            let words = desk.words();
            tiers.with(|tiers| {
                let bands = tiers.as_ref().map(|tiers| tiers.bands.as_slice()).unwrap_or_default();
                let rung = |band: &crate::domain::pricing::Band| {
                    let (gives, starts) = (words.percent(band.value), bare(band.from));
                    let spoken = words.fill(Key::LadderStep, &[("percent", &gives), ("from", &starts)]);
                    Rung { from: band.from, gives, starts, spoken }
                };
                bands.iter().map(rung).collect()
            })
        };
        let title = match measure {
            Measure::Amount => desk.words().text(Key::Ladder),
            Measure::Quantity => desk.words().text(CalculatorKey::LadderQuantity),
            Measure::Weight => desk.words().text(CalculatorKey::LadderWeight),
        };
        let reached_text = move || desk.words().fill(Key::LadderNow, &[("amount", &bare(reached.get()))]);
        let picture = Ladder { id, title, rungs: Derived::new(rungs), reached, reached_text: Box::new(reached_text) };
        let so_far = move || progress.get().and_then(|progress| so_far(&progress, &figures, &desk.words()));
        let so_far = el("p").class("sentence muted").part("so-far").text_with(move || so_far().unwrap_or_default());
        el("div").class("one-ladder").child(picture.view()).child(so_far)
    }

    fn progress(self) -> Option<Progress> {
        let OneLadder { desk, figures, kind, .. } = self;
        let today = desk.today();
        let step = figures.with_steps(|steps| of(steps, kind).map(|(named, _)| named.step.clone()))?;
        figures.with(|priced| desk.state.with(|state| progress::progress(state, &step, priced, today).ok()))?
    }
}

/// What of it was bought before, or why that is not known.
fn so_far(progress: &Progress, figures: &Figures, words: &Words) -> Option<String> {
    let (period, before) = progress.before?;
    let time = words.text(time(period));
    Some(match before {
        Bought::Nobody => words.fill(CalculatorKey::SoFarNobody, &[("time", &time)]),
        Bought::Unknown => words.text(CalculatorKey::SoFarUnknown),
        Bought::Amount(before) => {
            let (before, reached) = (figures.money(before), figures.money(progress.reached));
            words.fill(CalculatorKey::SoFar, &[("time", &time), ("before", &before), ("reached", &reached)])
        }
    })
}

/// Over which time, within a sentence.
pub(super) fn time(period: Period) -> CalculatorKey {
    match period {
        Period::Year => CalculatorKey::ThisYear,
        Period::Quarter => CalculatorKey::ThisQuarter,
        Period::TwelveMonths => CalculatorKey::TwelveMonths,
    }
}
