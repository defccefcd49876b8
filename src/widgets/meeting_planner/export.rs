//! Meetings as files for other calendars.

use super::plan::Plan;
use crate::domain::calendar::civil::DateTime;
use crate::domain::calendar::ical::Export;
use crate::domain::calendar::meeting::Meeting;
use crate::domain::error::Result;
use crate::store::diary::Day;

/// Hands over one meeting.
pub(super) fn one(plan: Plan, meeting: &Meeting) {
    let named = named(plan, meeting);
    let file = write(plan, |export| export.write(&[&named]));
    if let Ok(file) = file {
        plan.hand_over(&meeting.slot.start.date().to_string(), file);
    }
}

/// Hands over the days that are shown.
pub(super) fn shown(plan: Plan) {
    let (first, last) = plan.window.with(|window| {
        let date = |day: Option<&Day>| day.map(|day| day.date);
        (date(window.days.first()), date(window.days.last()))
    });
    let (Some(first), Some(last)) = (first, last) else { return };
    let after = last.add_days(1).unwrap_or(last);
    let (known, from, to) = plan.ask(|diary| {
        let (from, to) = (diary.moment(DateTime::midnight(first)), diary.moment(DateTime::midnight(after)));
        let known = diary.meetings().iter().filter(|meeting| diary.zones().get(&meeting.zone).is_ok());
        (known.cloned().collect::<Vec<_>>(), from, to)
    });
    let named: Vec<_> = known.iter().map(|meeting| named(plan, meeting)).collect();
    let named: Vec<_> = named.iter().collect();
    let file = write(plan, |export| export.write_between(&named, from, to));
    if let Ok(file) = file {
        plan.hand_over(&first.to_string(), file);
    }
}

fn write(plan: Plan, write: impl FnOnce(Export<'_>) -> Result<String>) -> Result<String> {
    let (workspace, _) = plan.desk.session().account();
    // Makes the ids of meetings unique in the world.
    let domain = [&workspace, ".sapa"].concat();
    let stamp = plan.stamp();
    plan.ask(|diary| write(Export { zones: diary.zones(), stamp, domain: &domain }))
}

/// The meeting as somebody reads it who has nothing but the file: with the names of the client and the person for their ids.
fn named(plan: Plan, meeting: &Meeting) -> Meeting {
    let person = plan.person(meeting).map(|person| person.name);
    Meeting { title: plan.name(meeting), person, ..meeting.clone() }
}
