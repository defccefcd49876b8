//! Main-thread work per key press in a quote of 50 lines and in one of 1,000, from a Chromium trace: handler, style, layout
//! and paint.

use std::time::Duration;

use serde_json::{Value, json};

use crate::{
    harness::{Cdp, Outcome, Plan, Stage, ensure, with_chromium},
    pages::{Demo, TODAY},
    scenarios::Prices,
};

const LINES: [usize; 2] = [50, 1_000];
/// Of a fast typist, and of one who looks at what comes of each key.
const PRESSES: [(Duration, usize); 2] = [(PAUSE, 200), (REST, 60)];
/// A fast typist's pause; what a key sets off and is done later than this belongs to no frame the typist waits for.
const PAUSE: Duration = Duration::from_millis(120);
/// A pause in which all that a key sets off is done, what explains the total too.
const REST: Duration = Duration::from_millis(600);
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
/// A frame at 60 Hz, in microseconds.
const FRAME: u64 = 16_000;

/// Types into quantities of a long quote and prints how long the main thread was busy after each key.
///
/// # Errors
/// A page that does not take the keys, a trace without them.
pub(crate) async fn measure(plan: &Plan) -> Outcome<bool> {
    let mut is_reached = true;
    for lines in LINES {
        is_reached &= measure_with(plan, lines).await?;
    }
    Ok(is_reached)
}

async fn measure_with(plan: &Plan, lines: usize) -> Outcome<bool> {
    let [fast, slow] = PRESSES;
    let typed = typing(plan, lines, fast).await?;
    say(
        &format!("main-thread work per key press, {lines} lines"),
        &typed,
        &format!(" (reach: p95 under {})", milliseconds(FRAME)),
    );
    let rested = typing(plan, lines, slow).await?;
    say(&format!("the same and what follows once the typing pauses, {lines} lines"), &rested, "");
    Ok(at(&typed, 95) < FRAME)
}

/// Microseconds of work for each key of somebody who waits so long between two, least first.
async fn typing(plan: &Plan, lines: usize, (pause, presses): (Duration, usize)) -> Outcome<Vec<u64>> {
    let mut work = with_chromium(plan, true, async |stage| {
        fill(stage, lines).await?;
        let cdp = stage.cdp().await?;
        stage.js("addEventListener('keydown', () => performance.mark('sapa-key'), true);", vec![]).await?;
        press(&cdp, pause, presses).await?;
        work_per_key(&drain(&cdp).await?, presses)
    })
    .await?;
    work.sort_unstable();
    Ok(work)
}

fn at(work: &[u64], percent: usize) -> u64 {
    work[(work.len() * percent / 100).min(work.len() - 1)]
}

fn say(what: &str, work: &[u64], aim: &str) {
    let [half, most, worst] = [50, 95, 100].map(|percent| milliseconds(at(work, percent)));
    println!("{what}, {} keys: p50 {half}, p95 {most}, max {worst}{aim}", work.len());
}

/// All that the driver has written down since: it hands out so many entries at a time.
async fn drain(cdp: &Cdp) -> Outcome<Vec<Value>> {
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

/// A quote of so many lines, taken from a link.
async fn fill(stage: &Stage, lines: usize) -> Outcome {
    stage.open("/e2e/bare.html").await?;
    let prices = Prices::of(stage).await?;
    let articles = prices.articles();
    let ordered: String = articles.iter().cycle().take(lines).map(|article| format!("~{article}=1")).collect();
    let link = format!("sapa1~default~~USD~net30~0~~0{ordered}");
    stage.open(&format!("/?today={TODAY}&locale=en&only=calculator&host=none#{link}")).await?;
    let calculator = Demo::calculator(stage);
    calculator.ready().await?;
    calculator.choose_client("Ernst Handel").await?;
    calculator.click("shared-open").await?;
    ensure(calculator.all("line").await?.len() == lines, format!("{lines} lines"))?;
    calculator.click_in_line(lines / 2, "quantity").await
}

/// Types "1", "12", "123", then takes it back, again and again, straight through the protocol: nothing but keys runs in the page.
async fn press(cdp: &Cdp, pause: Duration, presses: usize) -> Outcome {
    for press in 0..presses {
        let digit = [Some('1'), Some('2'), Some('3'), None, None, None][press % 6];
        let (key, code) =
            digit.map_or_else(|| ("Backspace".to_owned(), 8), |digit| (digit.to_string(), u32::from(digit)));
        let text = digit.map(String::from).unwrap_or_default();
        let down = json!({"type": "keyDown", "key": key, "text": text, "windowsVirtualKeyCode": code});
        cdp.command("Input.dispatchKeyEvent", down).await?;
        cdp.command("Input.dispatchKeyEvent", json!({"type": "keyUp", "key": key, "windowsVirtualKeyCode": code}))
            .await?;
        tokio::time::sleep(pause).await;
    }
    Ok(())
}

/// Microseconds of top-level tasks on the page's main thread, from each key to the next.
fn work_per_key(log: &[Value], presses: usize) -> Outcome<Vec<u64>> {
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

fn milliseconds(microseconds: u64) -> String {
    format!("{}.{} ms", microseconds / 1000, microseconds % 1000 / 100)
}
