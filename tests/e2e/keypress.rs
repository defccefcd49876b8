//! Main-thread work per key press in a quote of 50 lines, in one of 1,000, and in the search among 10,000 clients.

use std::time::Duration;

use serde_json::json;

use crate::{
    harness::{Cdp, Outcome, Plan, Stage, ensure, with_chromium},
    pages::{Card, Demo, TODAY, tab_to},
    scenarios::Prices,
    work::{drain, milliseconds, work_per_key},
};

/// Where keys are typed.
#[derive(Clone, Copy)]
enum Place {
    /// A quantity in the middle of a quote of so many lines.
    Quote(usize),
    /// The search among so many clients.
    Clients(usize),
}

const PLACES: [Place; 3] = [Place::Quote(50), Place::Quote(1_000), Place::Clients(10_000)];
/// A fast typist's pause; what a key sets off and is done later than this belongs to no frame the typist waits for.
const PAUSE: Duration = Duration::from_millis(120);
/// A pause in which all that a key sets off is done, what explains the total too.
const REST: Duration = Duration::from_millis(600);
/// Of a fast typist, and of one who looks at what comes of each key.
const PRESSES: [(Duration, usize); 2] = [(PAUSE, 200), (REST, 60)];
/// A frame at 60 Hz, in microseconds.
const FRAME: u64 = 16_000;

/// Types and prints how long the main thread was busy after each key.
///
/// # Errors
/// A page that does not take the keys, a trace without them.
pub(crate) async fn measure(plan: &Plan) -> Outcome<bool> {
    let mut is_reached = true;
    for place in PLACES.into_iter().filter(|place| plan.wants(&place.name())) {
        is_reached &= measure_in(plan, place).await?;
    }
    Ok(is_reached)
}

async fn measure_in(plan: &Plan, place: Place) -> Outcome<bool> {
    let [fast, slow] = PRESSES;
    let typed = typing(plan, place, fast).await?;
    let name = place.name();
    let aim = format!(" (reach: p95 under {})", milliseconds(FRAME));
    say(&format!("main-thread work per key press, {name}"), &typed, &aim);
    let rested = typing(plan, place, slow).await?;
    say(&format!("the same and what follows once the typing pauses, {name}"), &rested, "");
    Ok(at(&typed, 95) < FRAME)
}

/// Microseconds of work for each key of somebody who waits so long between two, least first.
async fn typing(plan: &Plan, place: Place, (pause, presses): (Duration, usize)) -> Outcome<Vec<u64>> {
    let mut work = with_chromium(plan, true, async |stage| {
        place.open(stage).await?;
        let cdp = stage.cdp().await?;
        stage.js("addEventListener('keydown', () => performance.mark('sapa-key'), true);", vec![]).await?;
        press(&cdp, place.keys(), pause, presses).await?;
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

impl Place {
    fn name(self) -> String {
        match self {
            Self::Quote(lines) => format!("{lines} lines"),
            Self::Clients(clients) => format!("search among {clients} clients"),
        }
    }

    fn keys(self) -> [char; 3] {
        match self {
            Self::Quote(_) => ['1', '2', '3'],
            Self::Clients(_) => ['h', 'a', 'n'],
        }
    }

    /// Opens it, with the focus where keys go.
    async fn open(self, stage: &mut Stage) -> Outcome {
        match self {
            Self::Quote(lines) => fill(stage, lines).await,
            Self::Clients(clients) => {
                Card::open(stage, &format!("clients={clients}")).await?;
                tab_to(&stage.client, "find").await
            }
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
    stage.open(&format!("/?today={TODAY}&client=&locale=en&only=calculator&host=none#{link}")).await?;
    let calculator = Demo::calculator(stage);
    calculator.ready().await?;
    calculator.choose_client("Ernst Handel").await?;
    calculator.click("shared-open").await?;
    ensure(calculator.all("line").await?.len() == lines, format!("{lines} lines"))?;
    calculator.click_in_line(lines / 2, "quantity").await
}

/// Types three keys, then takes them back, again and again, straight through the protocol: nothing but keys runs in the page.
async fn press(cdp: &Cdp, keys: [char; 3], pause: Duration, presses: usize) -> Outcome {
    for press in 0..presses {
        let typed = keys.get(press % 6).copied();
        let (key, code) = typed.map_or_else(
            || ("Backspace".to_owned(), 8),
            |typed| (typed.to_string(), u32::from(typed.to_ascii_uppercase())),
        );
        let text = typed.map(String::from).unwrap_or_default();
        let down = json!({"type": "keyDown", "key": key, "text": text, "windowsVirtualKeyCode": code});
        cdp.command("Input.dispatchKeyEvent", down).await?;
        cdp.command("Input.dispatchKeyEvent", json!({"type": "keyUp", "key": key, "windowsVirtualKeyCode": code}))
            .await?;
        tokio::time::sleep(pause).await;
    }
    Ok(())
}
