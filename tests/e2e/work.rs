//! What the main thread of a page does after each key, out of a Chromium trace: handler, style, layout and paint.

use serde_json::Value;

use crate::harness::{Cdp, Outcome, ensure};

/// What a page does after a key, as a trace names it.
const KINDS: [&str; 11] = [
    "EventDispatch",
    "RunMicrotasks",
    "FireAnimationFrame",
    "UpdateLayoutTree",
    "Layout",
    "PrePaint",
    "Paint",
    "Layerize",
    "Commit",
    "MinorGC",
    "MajorGC",
];

/// All that the driver has written down since: it hands out so many entries at a time.
pub(crate) async fn drain(cdp: &Cdp) -> Outcome<Vec<Value>> {
    let mut all = Vec::new();
    loop {
        let some = cdp.log("performance").await?;
        let is_last = some.len() < 100_000;
        all.extend(some);
        if is_last {
            return Ok(all);
        }
    }
}

/// Microseconds of top-level tasks on the page's main thread, from each key to the next.
pub(crate) fn work_per_key(log: &[Value], presses: usize) -> Outcome<Vec<u64>> {
    let events: Vec<Value> = log.iter().filter_map(event).collect();
    let is_key = |event: &&Value| event["name"] == "EventDispatch" && event["args"]["data"]["type"] == "keydown";
    let mut keys: Vec<&Value> = events.iter().filter(is_key).collect();
    keys.sort_unstable_by_key(|key| whole(&key["ts"]));
    // The trace begins with the page, and so with the keys that filled the quote.
    let keys = keys.split_off(keys.len().saturating_sub(presses));
    ensure(keys.len() == presses, format!("the trace has {} keys among {} events", keys.len(), events.len()))?;
    let thread = (keys[0]["pid"].clone(), keys[0]["tid"].clone());
    let is_task = |event: &&Value| {
        matches!(event["name"].as_str(), Some("RunTask" | "ThreadControllerImpl::RunTask"))
            && (event["pid"].clone(), event["tid"].clone()) == thread
    };
    // Tasks in which the page did nothing are the driver's own: it talks to the page on the same thread.
    let mut page: Vec<u64> = events
        .iter()
        .filter(|event| (&event["pid"], &event["tid"]) == (&thread.0, &thread.1))
        .filter(|event| event["name"].as_str().is_some_and(|name| KINDS.contains(&name)))
        .map(|event| whole(&event["ts"]))
        .collect();
    page.sort_unstable();
    let is_ours = |start: u64, length: u64| {
        let first = page.partition_point(|at| *at < start);
        page.get(first).is_some_and(|at| *at < start + length)
    };
    let mut tasks: Vec<(u64, u64)> = events
        .iter()
        .filter(is_task)
        .map(|task| (whole(&task["ts"]), whole(&task["dur"])))
        .filter(|(start, length)| is_ours(*start, *length))
        .collect();
    ensure(!tasks.is_empty(), "the trace has tasks of the main thread")?;
    tasks.sort_unstable();
    share(&events, &thread, keys.len());
    // A key's work begins with the task that dispatches it, a little before the key itself.
    let dispatch = |key: &&Value| {
        let at = whole(&key["ts"]);
        tasks.iter().find(|(start, length)| (*start..start + length).contains(&at)).map_or(at, |(start, _)| *start)
    };
    let starts: Vec<u64> = keys.iter().map(dispatch).collect();
    let within = |from: u64, to: u64| {
        // Tasks nest, so their union counts and not their sum.
        let mut until = 0;
        let mut busy = 0;
        for (start, length) in tasks.iter().filter(|(start, _)| (from..to).contains(start)) {
            busy += (start + length).saturating_sub(until.max(*start));
            until = until.max(start + length);
        }
        busy
    };
    Ok(starts.windows(2).map(|pair| within(pair[0], pair[1])).collect())
}

/// Whole microseconds, which the driver writes as fractions.
fn whole(value: &Value) -> u64 {
    format!("{:.0}", value.as_f64().unwrap_or_default()).parse().unwrap_or_default()
}

/// The trace event in an entry of the performance log, if it is one.
fn event(entry: &Value) -> Option<Value> {
    let message: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
    (message["message"]["method"] == "Tracing.dataCollected").then(|| message["message"]["params"].clone())
}

/// Prints what the main thread did, per key: for whoever wants to make it less.
fn share(events: &[Value], thread: &(Value, Value), keys: usize) {
    let own = |event: &&Value| (&event["pid"], &event["tid"]) == (&thread.0, &thread.1);
    for kind in KINDS {
        let lengths = events.iter().filter(own).filter(|event| event["name"] == kind).map(|event| whole(&event["dur"]));
        println!("  {kind:<20} {:>9} a key", milliseconds(lengths.sum::<u64>() / keys.max(1) as u64));
    }
}

pub(crate) fn milliseconds(microseconds: u64) -> String {
    format!("{}.{} ms", microseconds / 1000, microseconds % 1000 / 100)
}
