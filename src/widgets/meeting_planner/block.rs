//! A meeting in the grid. It says all there is to see of it when it is built, and what changes is another block: a week of
//! many meetings has to be there at once.

use super::plan::Plan;
use super::sentences;
use crate::domain::calendar::meeting::{Kind, Meeting, Status};
use crate::i18n::{DayForm, PlannerKey};
use crate::store::diary::Block;
use crate::ui::{El, Icon, el, icon};

/// The block; `hours` are those the grid shows.
pub(super) fn block(plan: Plan, block: &Block, hours: (u32, u32)) -> Option<El> {
    let meeting = plan.ask(|diary| diary.meeting(&block.occurrence.id.meeting).cloned())?;
    let (first, whole) = (hours.0 * 60, (hours.1 - hours.0) * 60);
    let lane = block.lane;
    let count = |number: usize| u32::try_from(number).unwrap_or(1);
    let columns = count(lane.columns);
    let words = plan.desk.words();
    // What stands beside others has no room for its end.
    let end = if lane.columns > 1 { String::new() } else { ["–", &words.time(block.end)].concat() };
    let time = [words.time(block.start), end].concat();
    Some(
        el("button")
            .attr("type", "button")
            .class(&classes(block, &meeting))
            .part("meeting")
            .attr("data-key", &block.key.to_string())
            .attr("tabindex", "-1")
            .attr("aria-label", &spoken(plan, block, &meeting, &time))
            .style("inset-block-start", &percent(block.top.saturating_sub(first), whole))
            .style("block-size", &percent(block.minutes, whole))
            .style("inset-inline-start", &percent(count(lane.column), columns))
            .style("inline-size", &percent(count(lane.span), columns))
            .child(el("span").class("planner-time").text(&time))
            .text(" ")
            .child(name(plan, &meeting))
            .children(marks(plan, block)),
    )
}

/// The client in bold, or the title of what is with nobody.
pub(super) fn name(plan: Plan, meeting: &Meeting) -> El {
    let title = title(plan, meeting);
    let name = el("span").class("planner-name");
    match &meeting.client {
        Some(client) => name
            .child(el("b").text(&plan.client(client)))
            .text(" ")
            .child(el("span").class("planner-what").text(&title)),
        None => name.child(el("b").text(&title)),
    }
}

/// What is special about it, as signs; [`spoken`] says the same in words.
pub(super) fn marks(plan: Plan, block: &Block) -> Vec<El> {
    special(block)
        .into_iter()
        .map(|(sign, key, class)| {
            let class = ["planner-mark ", class].concat();
            el("span").class(&class).attr("title", &plan.text(key)).child(icon(sign))
        })
        .collect()
}

fn special(block: &Block) -> Vec<(Icon, PlannerKey, &'static str)> {
    let occurrence = &block.occurrence;
    let mut special = Vec::new();
    if block.clash {
        special.push((Icon::Warning, PlannerKey::Clash, "bad"));
    }
    if let Some(attendance) = occurrence.attendance {
        let came = attendance.counts() == Some(true);
        let (sign, class) = if came { (Icon::Tick, "good") } else { (Icon::Cross, "muted") };
        special.push((sign, sentences::outcome(attendance), class));
    }
    if occurrence.moved_by_clock_change {
        special.push((Icon::Clock, PlannerKey::MovedByClock, "warn"));
    }
    special
}

/// What is written on it, and then in words what the eye reads off colours, signs and places: what a screen reader says. It
/// is an attribute, since text that nobody sees would cost as much to lay out as text that is seen.
pub(super) fn spoken(plan: Plan, block: &Block, meeting: &Meeting, time: &str) -> String {
    let mut written = vec![time.to_owned()];
    written.extend(meeting.client.as_deref().map(|client| plan.client(client)));
    written.push(title(plan, meeting));
    written.extend(meeting.place.clone());
    let mut said = vec![written.join(" ")];
    said.push(plan.text(sentences::kind(meeting.kind)));
    said.extend(special(block).into_iter().map(|(_, key, _)| plan.text(key)));
    if block.occurrence.attendance.is_none() && meeting.status == Status::Planned {
        said.push(plan.text(PlannerKey::Planned));
    }
    if meeting.recurrence.is_some() {
        said.push(plan.text(PlannerKey::Repeats));
    }
    said.push(plan.desk.words().day(block.start.date(), DayForm::Day));
    said.join(", ")
}

fn title(plan: Plan, meeting: &Meeting) -> String {
    if meeting.title.is_empty() { plan.text(sentences::kind(meeting.kind)) } else { meeting.title.clone() }
}

fn classes(block: &Block, meeting: &Meeting) -> String {
    let mut classes: Vec<&str> = vec!["planner-block", kind_class(meeting.kind)];
    if meeting.status == Status::Planned {
        classes.push("open");
    }
    if !block.occurrence.is_busy() {
        classes.push("freed");
    }
    if block.clash {
        classes.push("clash");
    }
    // So short a time has no room for what it is about.
    if block.minutes < 55 {
        classes.push("low");
    }
    classes.join(" ")
}

pub(super) fn kind_class(kind: Kind) -> &'static str {
    match kind {
        Kind::Call => "call",
        Kind::Meeting => "meet",
        Kind::Event => "event",
    }
}

/// A part of a whole as CSS writes it, to two digits.
pub(super) fn percent(part: u32, whole: u32) -> String {
    let share = (u64::from(part) * 10_000).checked_div(u64::from(whole)).unwrap_or(0);
    let (ones, rest) = (share / 100, share % 100);
    [ones.to_string().as_str(), if rest < 10 { ".0" } else { "." }, rest.to_string().as_str(), "%"].concat()
}
