//! The client all widgets look at, in the planner: when they meet next.

use super::plan::Plan;
use crate::domain::calendar::occurrence::OccurrenceId;
use crate::domain::date::Date;
use crate::i18n::PlannerKey;
use crate::store::State;
use crate::store::card::next_step;
use crate::ui::{El, button, el};

/// The chosen client and its meetings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Followed {
    name: String,
    next: Option<OccurrenceId>,
    /// The ids of all its meetings.
    meetings: Vec<String>,
}

impl Followed {
    /// Nothing while no client is chosen.
    pub(super) fn of(state: &State, today: Date) -> Option<Self> {
        let client = state.chosen()?;
        let theirs = state.book.meetings.iter().filter(|meeting| meeting.client.as_deref() == Some(&client.id));
        let meetings = theirs.map(|meeting| meeting.id.clone()).collect();
        let next = next_step(&state.book, &client.id, today).map(|step| step.id);
        Some(Self { name: client.name.clone(), next, meetings })
    }

    /// Whether this is a meeting with the client.
    pub(super) fn meets(&self, id: &OccurrenceId) -> bool {
        self.meetings.contains(&id.meeting)
    }
}

/// The next call or meeting with the chosen client, as a way to it.
pub(super) fn client(plan: Plan) -> El {
    let view = move |Followed { name, next, .. }: Followed| {
        let told = next.as_ref().and_then(|id| told(plan, id));
        match (next, told) {
            (Some(id), Some((when, title))) => {
                let said = plan.fill(PlannerKey::NextWith, &[("client", &name), ("when", &when), ("title", &title)]);
                button(&said).part("client-next").class("quiet").on_click(move || go_to(plan, &id))
            }
            _ => el("span").part("client-next").text(&plan.fill(PlannerKey::NothingWith, &[("client", &name)])),
        }
    };
    el("p").class("planner-client muted").children_with(move || plan.client.get().map(view).into_iter().collect())
}

/// When it is by the own clock, and what it is called.
fn told(plan: Plan, id: &OccurrenceId) -> Option<(String, String)> {
    let (meeting, found) = plan.ask(|diary| diary.find(id)).ok()?;
    let when = plan.when(plan.ask(|diary| diary.wall(found.occurrence.start)));
    Some((when, super::block::names(plan, &meeting).1))
}

/// Shows the day of a meeting, and its details.
fn go_to(plan: Plan, id: &OccurrenceId) {
    let Ok((_, found)) = plan.ask(|diary| diary.find(id)) else { return };
    plan.day.set(plan.ask(|diary| diary.wall(found.occurrence.start)).date());
    plan.choose(id);
    super::details::show(plan, false);
}
