//! A meeting in the grid. It is written by hand and refilled: a week of many meetings has to be there at once.

use super::plan::Plan;
use super::sentences;
use crate::domain::calendar::meeting::{Kind, Meeting, Status};
use crate::i18n::{DayForm, PlannerKey};
use crate::session::Live;
use crate::store::diary::Block;
use crate::ui::{El, Icon, Places, el, icon};

/// The block of this key, which tells its meeting and whether clients have names yet.
pub(super) fn block(plan: Plan, key: u32) -> El {
    let special = Live::new(Vec::new());
    // What changes with every block stands on an element that has little style: a browser works all of it out anew.
    let place = el("div").class("planner-place");
    let block = el("button").attr("type", "button").part("meeting").attr("tabindex", "-1");
    let (time, name, what) = (el("span").class("planner-time"), el("b"), el("span").class("planner-what"));
    let mut places = Places::default()
        .attrs(&block, &["class", "data-key", "aria-label"])
        .styles(&place, &["inset-block-start", "block-size", "inset-inline-start", "inline-size"])
        .texts(&[&time, &name, &what]);
    let mut fill = move |key| {
        let Some((written, now)) = written(plan, key) else { return };
        places.write(written);
        if special.peek(|last| *last != now) {
            special.set(now);
        }
    };
    fill(key);
    let block = block
        .child(time)
        .text(" ")
        .child(el("span").class("planner-name").child(name).text(" ").child(what))
        .children_with(move || special.with(|special| marks(plan, special)));
    place.child(block).refilled(fill)
}

/// What a block says, place by place, and what is special about its meeting.
fn written(plan: Plan, key: u32) -> Option<(Vec<String>, Vec<Special>)> {
    let key = key ^ u32::from(plan.knows_clients());
    let (block, hours) = plan.window.with(|window| {
        let mut blocks = window.days.iter().flat_map(|day| &day.blocks);
        blocks.find(|block| block.key == key).map(|block| (block.clone(), window.hours))
    })?;
    let meeting = plan.ask(|diary| diary.meeting(&block.occurrence.id.meeting).cloned())?;
    let (first, whole) = (hours.0 * 60, (hours.1 - hours.0) * 60);
    let lane = block.lane;
    let count = |number: usize| u32::try_from(number).unwrap_or(1);
    let columns = count(lane.columns);
    let words = plan.desk.words();
    // What stands beside others has no room for its end. Where a sign takes the room, the line breaks before the end and
    // nowhere else, and no second line is shown.
    let (start, end) = (words.time(block.start), words.time(block.end));
    let alone = lane.columns <= 1;
    let range = |between: &str| if alone { [&start, between, &end].concat() } else { start.clone() };
    let (name, what) = names(plan, &meeting);
    let special = special(&block);
    let written = vec![
        classes(&block, &meeting, !special.is_empty()),
        block.key.to_string(),
        spoken(plan, &block, &meeting, &[&range("–"), &name, &what]),
        percent(block.top.saturating_sub(first), whole),
        percent(block.minutes, whole),
        percent(count(lane.column), columns),
        percent(count(lane.span), columns),
        range("\u{200b}–\u{2060}"),
        name,
        what,
    ];
    Some((written, special))
}

/// The client, who is written in bold, and the title; the title and nothing where the meeting is with nobody.
pub(super) fn names(plan: Plan, meeting: &Meeting) -> (String, String) {
    let title = if meeting.title.is_empty() { plan.text(sentences::kind(meeting.kind)) } else { meeting.title.clone() };
    match &meeting.client {
        Some(client) => (plan.client(client), title),
        None => (title, String::new()),
    }
}

/// What is special about a meeting as a sign, in words, and how good or bad it is.
type Special = (Icon, PlannerKey, &'static str);

/// What is special, as signs; [`spoken`] says the same in words.
pub(super) fn marks(plan: Plan, special: &[Special]) -> Vec<El> {
    special
        .iter()
        .map(|(sign, key, class)| {
            let class = ["planner-mark ", class].concat();
            el("span").class(&class).attr("title", &plan.text(*key)).child(icon(*sign))
        })
        .collect()
}

pub(super) fn special(block: &Block) -> Vec<Special> {
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
pub(super) fn spoken(plan: Plan, block: &Block, meeting: &Meeting, written: &[&str]) -> String {
    let written = written.iter().copied().chain(meeting.place.as_deref()).filter(|text| !text.is_empty());
    let mut said = vec![written.collect::<Vec<_>>().join(" ")];
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

fn classes(block: &Block, meeting: &Meeting, is_marked: bool) -> String {
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
    if is_marked {
        classes.push("marked");
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
