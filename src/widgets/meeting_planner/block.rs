//! A meeting in the grid. It says all there is to see of it when it is built; what changes is another block.

use super::plan::Plan;
use super::sentences;
use crate::domain::calendar::meeting::{Kind, Meeting, Status};
use crate::i18n::PlannerKey;
use crate::store::diary::Block;
use crate::ui::{El, Icon, el, icon};

/// The block; `hours` are those the grid shows.
pub(super) fn block(plan: Plan, block: &Block, hours: (u32, u32)) -> Option<El> {
    let meeting = plan.ask(|diary| diary.meeting(&block.occurrence.id.meeting).cloned())?;
    let (first, whole) = (hours.0 * 60, (hours.1 - hours.0) * 60);
    let lane = block.lane;
    let count = |number: usize| u32::try_from(number).unwrap_or(1);
    let (key, columns) = (block.key, count(lane.columns));
    let id = block.occurrence.id.clone();
    let words = plan.desk.words();
    let time = [&words.time(block.start), "–", &words.time(block.end)].concat();
    Some(
        el("button")
            .attr("type", "button")
            .class(&classes(block, &meeting))
            .class_with("chosen", move || plan.chosen.with(|chosen| chosen.as_ref() == Some(&id)))
            .part("meeting")
            .attr("data-key", &key.to_string())
            .attr_with("tabindex", move || Some(if plan.roving.get() == key { "0" } else { "-1" }.to_owned()))
            .style("inset-block-start", &percent(block.top.saturating_sub(first), whole))
            .style("block-size", &percent(block.minutes, whole))
            .style("inset-inline-start", &percent(count(lane.column), columns))
            .style("inline-size", &percent(count(lane.span), columns))
            .child(el("span").class("planner-time").text(&time))
            .child(name(plan, &meeting))
            .children(marks(plan, block, &meeting))
            .child(el("span").class("planner-grip").attr("aria-hidden", "true")),
    )
}

/// The client in bold, or the title of what is with nobody.
pub(super) fn name(plan: Plan, meeting: &Meeting) -> El {
    let title = if meeting.title.is_empty() { plan.text(sentences::kind(meeting.kind)) } else { meeting.title.clone() };
    match meeting.client.clone() {
        Some(client) => el("span")
            .class("planner-name")
            .child(el("b").text_with(move || plan.client(&client)))
            .child(el("span").class("planner-what").text(&title)),
        None => el("span").class("planner-name").child(el("b").text(&title)),
    }
}

/// What is special about it, each as a sign and a word.
pub(super) fn marks(plan: Plan, block: &Block, meeting: &Meeting) -> Vec<El> {
    let mark = |sign: Icon, key: PlannerKey, class: &str| {
        let text = plan.text(key);
        let unseen = el("span").class("unseen").text(", ").text(&text);
        el("span")
            .class(["planner-mark ", class].concat().as_str())
            .attr("title", &text)
            .child(icon(sign))
            .child(unseen)
    };
    let occurrence = &block.occurrence;
    let mut marks = Vec::new();
    if block.clash {
        marks.push(mark(Icon::Warning, PlannerKey::Clash, "bad"));
    }
    if let Some(attendance) = occurrence.attendance {
        let came = attendance.counts() == Some(true);
        let (sign, class) = if came { (Icon::Tick, "good") } else { (Icon::Cross, "muted") };
        marks.push(mark(sign, sentences::outcome(attendance), class));
    }
    if occurrence.moved_by_clock_change {
        marks.push(mark(Icon::Clock, PlannerKey::Jumped, "warn"));
    }
    let mut said = vec![plan.text(sentences::kind(meeting.kind))];
    if occurrence.attendance.is_none() && meeting.status == Status::Planned {
        said.push(plan.text(PlannerKey::Planned));
    }
    if meeting.recurrence.is_some() {
        said.push(plan.text(PlannerKey::Repeats));
    }
    let day = plan.desk.words().day(block.start.date(), crate::i18n::DayForm::Day);
    marks.push(el("span").class("unseen").text(&[", ", &said.join(", "), ", ", &day].concat()));
    marks
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
    // What stands beside others has no room for a second line.
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
