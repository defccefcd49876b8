//! What is said of a meeting.

use super::plan::Plan;
use crate::domain::calendar::assessment::Assessment;
use crate::domain::calendar::meeting::{Kind, Purpose};
use crate::domain::calendar::outcome::Attendance;
use crate::domain::date::Weekday;
use crate::i18n::PlannerKey;

pub(super) fn kind(kind: Kind) -> PlannerKey {
    match kind {
        Kind::Call => PlannerKey::Call,
        Kind::Meeting => PlannerKey::Meeting,
        Kind::Event => PlannerKey::Event,
    }
}

pub(super) fn outcome(attendance: Attendance) -> PlannerKey {
    match attendance {
        Attendance::Held => PlannerKey::Held,
        Attendance::Substitute => PlannerKey::Substitute,
        Attendance::NoShow => PlannerKey::NoShow,
        Attendance::MovedByClient => PlannerKey::MovedByClient,
        Attendance::CancelledInTime => PlannerKey::Cancelled,
    }
}

pub(super) fn purpose(purpose: Purpose) -> PlannerKey {
    match purpose {
        Purpose::Introduction => PlannerKey::ForIntroduction,
        Purpose::Presentation => PlannerKey::ForPresentation,
        Purpose::Contract => PlannerKey::ForContract,
        Purpose::Documents => PlannerKey::ForDocuments,
    }
}

/// What speaks against a time, and what the clocks do to it. The form, a drag and the details all say it with these words.
pub(super) fn objections(plan: Plan, found: &Assessment, minutes: u32) -> Vec<String> {
    let words = plan.desk.words();
    let (start, end) = plan.ask(|diary| (diary.wall(found.occurrence.start), diary.wall(found.occurrence.end)));
    let mut said = Vec::new();
    if found.occurrence.moved_by_clock_change {
        said.push(plan.fill(PlannerKey::Jumped, &[("start", &words.time(start))]));
    } else if end.minutes_since(start) != i64::from(minutes) {
        said.push(plan.fill(PlannerKey::AcrossChange, &[("end", &words.time(end))]));
    }
    if !found.conflicts.is_empty() {
        let name = |id: &crate::domain::calendar::occurrence::OccurrenceId| {
            let found = plan.ask(|diary| diary.find(id)).ok()?;
            let start = plan.ask(|diary| diary.wall(found.1.occurrence.start));
            Some([&plan.name(&found.0), " (", &words.time(start), ")"].concat())
        };
        let others: Vec<String> = found.conflicts.iter().take(3).filter_map(name).collect();
        said.push(plan.fill(PlannerKey::Conflict, &[("others", &others.join(", "))]));
    }
    if found.outside_hours {
        said.push(outside(plan));
    }
    if found.on_call_day {
        said.push(plan.text(PlannerKey::OnCallDay));
    }
    said
}

fn outside(plan: Plan) -> String {
    let words = plan.desk.words();
    let time = |minute: u32| {
        let midnight = crate::domain::calendar::civil::DateTime::midnight(plan.desk.today());
        words.time(midnight.add_minutes(i64::from(minute)).unwrap_or(midnight))
    };
    let hours = plan.ask(|diary| diary.manner().week.hours.get(Weekday::Monday as usize).cloned()).unwrap_or_default();
    let from = hours.first().map(|hours| time(hours.from)).unwrap_or_default();
    let to = hours.last().map(|hours| time(hours.to)).unwrap_or_default();
    plan.fill(PlannerKey::Outside, &[("from", &from), ("to", &to)])
}
