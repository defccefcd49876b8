//! Dragging a meeting, or its lower edge, with a mouse, a pen or a finger.
//!
//! A mouse drags once it has moved a little. A finger has to rest first, so that scrolling wins. While it is dragged only a
//! ghost moves; nothing else is laid out anew until the meeting is dropped.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, PointerEvent};

use super::moving::{self, Moving};
use super::plan::Plan;
use super::week::{meeting_of, target};
use crate::domain::calendar::occurrence::OccurrenceId;
use crate::domain::calendar::placement::snapped;
use crate::domain::calendar::slot::Slot;
use crate::ui::{El, el};

/// How far a pointer may stray, in pixels, before a mouse drags and a resting finger scrolls.
const STRAY: i32 = 6;
/// How long a finger rests before it drags, in milliseconds.
const REST: u32 = 400;

/// A pointer that is down on a meeting.
pub(super) struct Drag {
    id: OccurrenceId,
    pointer: i32,
    block: HtmlElement,
    /// Where the pointer went down.
    at: (i32, i32),
    resizes: bool,
    state: State,
    /// Lifts the meeting when a finger has rested long enough.
    _rest: Option<Timeout>,
    /// Pixels from one day to the next, and of an hour times the number of hours.
    day: i32,
    height: i32,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Down, and nothing more yet.
    Down { touch: bool },
    /// On its way.
    Dragging,
    /// Let go; the click that follows means nothing.
    Over,
}

/// Listens for pointers on the grid.
pub(super) fn listen(plan: Plan, grid: El) -> El {
    grid.on("pointerdown", move |event| down(plan, event))
        .on("pointermove", move |event| over(plan, event))
        .on("pointerup", move |event| up(plan, event))
        .on("pointercancel", move |_| cancel(plan))
        .on("touchmove", move |event| {
            if is_dragging(plan) {
                event.prevent_default();
            }
        })
        .on("contextmenu", move |event| {
            if is_down_by_touch(plan) {
                event.prevent_default();
            }
        })
        .on("keydown", move |event| {
            let escape = event.dyn_ref::<web_sys::KeyboardEvent>().is_some_and(|event| event.key() == "Escape");
            if escape && is_dragging(plan) {
                cancel(plan);
            }
        })
}

/// What is seen of a meeting under a pointer.
pub(super) fn ghost(plan: Plan) -> El {
    let shown = move || plan.moving.with(|moving| moving.as_ref().is_some_and(|moving| !moving.by_keys));
    let text = move || {
        let to = plan.moving.with(|moving| moving.as_ref().map(|moving| moving.to));
        to.map(|to| {
            let words = plan.desk.words();
            let end = to.start.add_minutes(i64::from(to.minutes)).unwrap_or(to.start);
            [&words.time(to.start), "–", &words.time(end)].concat()
        })
        .unwrap_or_default()
    };
    el("div")
        .class("planner-ghost")
        .part("ghost")
        .attr("aria-hidden", "true")
        .flag_with("hidden", move || !shown())
        .text_with(text)
}

/// Whether a drag has just ended, so that the click belongs to it; asked once.
pub(super) fn just_ended(plan: Plan) -> bool {
    let held = plan.drag.get_untracked();
    let over = held.borrow().as_ref().is_some_and(|drag| drag.state == State::Over);
    if over {
        held.replace(None);
    }
    over
}

fn down(plan: Plan, event: &Event) {
    let held = plan.drag.get_untracked();
    held.replace(None);
    let Some(pointer) = event.dyn_ref::<PointerEvent>().filter(|pointer| pointer.is_primary() && pointer.button() == 0)
    else {
        return;
    };
    let (Some(id), Some(target)) = (meeting_of(plan, event), target(event)) else { return };
    let block = target.closest(".planner-place").ok().flatten();
    let Some(block) = block.and_then(|block| block.dyn_into::<HtmlElement>().ok()) else { return };
    let Some(column) = block.parent_element() else { return };
    let touch = pointer.pointer_type() == "touch";
    let rest = touch.then(|| Timeout::new(REST, move || lift(plan)));
    held.replace(Some(Drag {
        id,
        pointer: pointer.pointer_id(),
        at: (pointer.client_x(), pointer.client_y()),
        resizes: is_at_edge(&block, pointer, touch),
        state: State::Down { touch },
        _rest: rest,
        day: step_to_next(&column),
        height: column.client_height().max(1),
        block,
    }));
}

/// Whether the pointer is on the lower edge. A browser may say that what is inside a button is the button, so the place tells.
#[expect(clippy::cast_possible_truncation, reason = "pixels of a page")]
fn is_at_edge(block: &Element, pointer: &PointerEvent, touch: bool) -> bool {
    let bottom = block.get_bounding_client_rect().bottom() as i32;
    bottom - pointer.client_y() < if touch { 14 } else { 8 }
}

/// Pixels from one column to the next, negative from right to left; zero where there is only one.
fn step_to_next(column: &Element) -> i32 {
    let left = |element: &Element| element.dyn_ref::<HtmlElement>().map_or(0, HtmlElement::offset_left);
    let is_day = |element: &Element| element.class_name().contains("planner-day");
    let here = left(column);
    match (column.next_element_sibling().filter(is_day), column.previous_element_sibling().filter(is_day)) {
        (Some(next), _) => left(&next) - here,
        (None, Some(previous)) => here - left(&previous),
        (None, None) => 0,
    }
}

/// Takes the meeting off its place.
fn lift(plan: Plan) {
    let held = plan.drag.get_untracked();
    let mut held = held.borrow_mut();
    let Some(drag) = held.as_mut() else { return };
    let Some(moving) = Moving::of(plan, &drag.id, false) else { return };
    drag.state = State::Dragging;
    // The pointer may have gone up meanwhile; then there is nothing to capture, and nothing more comes.
    let _ = drag.block.set_pointer_capture(drag.pointer);
    plan.moving.set(Some(moving));
    place_ghost(plan, drag, 0, 0);
}

fn over(plan: Plan, event: &Event) {
    let Some(pointer) = event.dyn_ref::<PointerEvent>() else { return };
    let held = plan.drag.get_untracked();
    let (state, strayed) = {
        let held = held.borrow();
        let Some(drag) = held.as_ref().filter(|drag| drag.pointer == pointer.pointer_id()) else { return };
        let (x, y) = (pointer.client_x() - drag.at.0, pointer.client_y() - drag.at.1);
        (drag.state, x.abs().max(y.abs()) > STRAY)
    };
    match state {
        State::Down { touch: true } if strayed => {
            held.replace(None);
        }
        State::Down { touch: false } if strayed => {
            lift(plan);
            carry(plan, pointer);
        }
        State::Dragging => carry(plan, pointer),
        State::Down { .. } | State::Over => {}
    }
}

fn carry(plan: Plan, pointer: &PointerEvent) {
    let held = plan.drag.get_untracked();
    let held = held.borrow();
    let (Some(drag), Some(moving)) = (held.as_ref(), plan.moving.get_untracked()) else { return };
    let (x, y) = (pointer.client_x() - drag.at.0, pointer.client_y() - drag.at.1);
    let (first, after) = plan.window.with(|window| window.hours);
    let shown = i64::from((after - first) * 60);
    let minutes = snapped(i64::from(y) * shown / i64::from(drag.height));
    let pixels = |minutes: i64| i32::try_from(minutes * i64::from(drag.height) / shown).unwrap_or(0);
    let Slot { start, minutes: length } = moving.from;
    if drag.resizes {
        let least = i64::from(length.min(15));
        let new = (i64::from(length) + minutes).clamp(least, i64::from(Slot::MAX_MINUTES));
        let to = Slot { start, minutes: u32::try_from(new).unwrap_or(length) };
        moving::carry(plan, to);
        place_ghost(plan, drag, 0, pixels(new - i64::from(length)));
        return;
    }
    let day = if moving::has_columns(plan) && drag.day != 0 { drag.day } else { 0 };
    let index = plan.window.with(|window| window.days.iter().position(|day| day.date == start.date())).unwrap_or(0);
    let index = i32::try_from(index).unwrap_or(0);
    let half = if (x < 0) == (day < 0) { day / 2 } else { -day / 2 };
    let days = if day == 0 { 0 } else { ((x + half) / day).clamp(-index, 6 - index) };
    // The day is the last thing to be left: a meeting carried above the grid stays on its day.
    let minute = i64::from(start.minute_of_day());
    let minutes = minutes.clamp(-minute, 24 * 60 - 15 - minute);
    let to = start.add_minutes(i64::from(days) * 24 * 60 + minutes).unwrap_or(start);
    moving::carry(plan, Slot { start: to, minutes: length });
    place_ghost(plan, drag, days * day, pixels(minutes));
}

/// Puts the ghost over the block, and from there where it is carried; the lower edge alone where that is dragged.
fn place_ghost(plan: Plan, drag: &Drag, x: i32, y: i32) {
    let ghost = plan.grid.get().and_then(|grid| grid.query_selector(".planner-ghost").ok().flatten());
    let Some(ghost) = ghost.and_then(|ghost| ghost.dyn_into::<HtmlElement>().ok()) else { return };
    let column = drag.block.parent_element().and_then(|column| column.dyn_into::<HtmlElement>().ok());
    let (left, top) = column.map_or((0, 0), |column| (column.offset_left(), column.offset_top()));
    let style = ghost.style();
    let set = |name: &str, pixels: i32| {
        let _ = style.set_property(name, &[&pixels.to_string(), "px"].concat());
    };
    if x == 0 && y == 0 || drag.resizes {
        set("left", left + drag.block.offset_left());
        set("top", top + drag.block.offset_top());
        set("width", drag.block.offset_width());
        set("height", (drag.block.offset_height() + if drag.resizes { y } else { 0 }).max(12));
    }
    let (x, y) = if drag.resizes { (0, 0) } else { (x, y) };
    let _ = style.set_property("transform", &["translate(", &x.to_string(), "px,", &y.to_string(), "px)"].concat());
}

fn up(plan: Plan, event: &Event) {
    let Some(pointer) = event.dyn_ref::<PointerEvent>() else { return };
    let held = plan.drag.get_untracked();
    let dragging = {
        let mut held = held.borrow_mut();
        let Some(drag) = held.as_mut().filter(|drag| drag.pointer == pointer.pointer_id()) else { return };
        let dragging = drag.state == State::Dragging;
        drag.state = State::Over;
        dragging
    };
    if dragging {
        moving::drop_it(plan);
        // The click comes at once or not at all.
        Timeout::new(50, move || {
            let _ = just_ended(plan);
        })
        .forget();
    } else {
        held.replace(None);
    }
}

/// Leaves everything as it was.
fn cancel(plan: Plan) {
    let held: Rc<RefCell<Option<Drag>>> = plan.drag.get_untracked();
    let dragging = is_dragging(plan);
    if let Some(drag) = held.borrow_mut().as_mut() {
        drag.state = State::Over;
        let _ = drag.block.release_pointer_capture(drag.pointer);
    }
    if dragging {
        moving::stop(plan);
    } else {
        held.replace(None);
    }
}

fn is_dragging(plan: Plan) -> bool {
    state(plan) == Some(State::Dragging)
}

fn is_down_by_touch(plan: Plan) -> bool {
    matches!(state(plan), Some(State::Dragging | State::Down { touch: true }))
}

fn state(plan: Plan) -> Option<State> {
    plan.drag.get_untracked().borrow().as_ref().map(|drag| drag.state)
}
