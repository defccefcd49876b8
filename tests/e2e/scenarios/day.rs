//! A day of an account manager on the demo page: four widgets, one set of records.

use fantoccini::key::Key;
use serde_json::json;

use crate::{
    harness::{Outcome, Stage, ensure, fail, same, until},
    pages::{Calculator, Card, Demo, Hand, heard, listen, press},
};

const CLIENT: &str = "Around the Horn";
/// What is written in the course of the day, in any language.
const ASKED: &str = "Asked for a price of a pallet";
const PROMISED: &str = "The pallet price by tomorrow";

/// How a day is worked.
struct Way {
    hand: Hand,
    language: &'static str,
    /// What a promise that was kept is said to be in that language, and how it calls the day.
    kept: &'static str,
    today: &'static str,
    width: u32,
    /// The server is stopped before the day begins.
    offline: bool,
}

const USUAL: Way = Way { hand: Hand::Mouse, language: "en", kept: "Kept", today: "today", width: 1280, offline: false };

/// From a call to a quote, a meeting held and a promise kept, with the mouse.
pub(crate) async fn from_call_to_promise_kept(stage: &mut Stage) -> Outcome {
    whole(stage, &USUAL).await
}

/// The same by Tab, arrows, Enter and letters.
pub(crate) async fn by_keyboard_alone(stage: &mut Stage) -> Outcome {
    whole(stage, &Way { hand: Hand::Keys, ..USUAL }).await
}

/// The same with a finger, in a column as narrow as a telephone.
pub(crate) async fn by_touch_alone(stage: &mut Stage) -> Outcome {
    whole(stage, &Way { hand: Hand::Finger, width: 360, ..USUAL }).await
}

pub(crate) async fn in_indonesian(stage: &mut Stage) -> Outcome {
    whole(stage, &Way { language: "id", kept: "Ditepati", today: "hari ini", ..USUAL }).await
}

pub(crate) async fn in_russian(stage: &mut Stage) -> Outcome {
    whole(stage, &Way { language: "ru", kept: "Выполнено", today: "сегодня", width: 360, ..USUAL }).await
}

/// The same with the server stopped from the morning on.
pub(crate) async fn offline(stage: &mut Stage) -> Outcome {
    whole(stage, &Way { offline: true, ..USUAL }).await
}

/// Choosing a client in any widget chooses it in all: the card opens it, the planner says when it is met next and marks its
/// meetings, the calculator prices for it, and the comparison is for it.
pub(crate) async fn all_four_follow(stage: &mut Stage) -> Outcome {
    Demo::forget(stage).await?;
    let calculator = Demo::open_day(stage, "host=none").await?;
    calculator.choose_client("Ernst Handel").await?;
    expect_followed(stage, "Ernst Handel", "nothing is planned").await?;
    Calculator::at(&stage.client, "#comparison").choose_client(CLIENT).await?;
    expect_followed(stage, CLIENT, "next Thursday, May 7, 15:30, Call").await?;
    let card = Card { widget: Calculator::at(&stage.client, "#card") };
    find(stage, Hand::Mouse, &card).await?;
    const MARKED: &str = "
        const blocks = [...document.querySelector('#planner').shadowRoot.querySelectorAll('[part~=meeting].theirs')];
        return blocks.map((block) => block.getAttribute('aria-label').includes(arguments[0]));";
    same(stage.js(MARKED, vec![json!(CLIENT)]).await?, json!([true]), "the client's meetings of the week")?;
    calculator.choose_client("Ernst Handel").await?;
    for widget in ["card", "planner", "comparison"] {
        let client = stage.js("return document.querySelector(`#${arguments[0]}`).client", vec![json!(widget)]).await?;
        same(client, json!("ERNSH"), widget)?;
    }
    let card = Card { widget: Calculator::at(&stage.client, "#card") };
    card.expect_client("Ernst Handel").await
}

/// Waits until every widget shows this client.
async fn expect_followed(stage: &Stage, client: &str, next: &str) -> Outcome {
    Card { widget: Calculator::at(&stage.client, "#card") }.expect_client(client).await?;
    let planner = Calculator::at(&stage.client, "#planner");
    planner
        .text_that("client-next", &format!("tell of {client}"), |said| said.starts_with(client) && said.contains(next))
        .await?;
    for widget in ["#calculator", "#comparison"] {
        until(&format!("{widget} to be for {client}"), async || {
            let field = Calculator::at(&stage.client, widget).part("client").await?;
            Ok((field.prop("value").await?.as_deref() == Some(client)).then_some(()))
        })
        .await?;
    }
    Ok(())
}

/// Works the day, and looks at it again after a reload with the host or the whole network away.
async fn whole(stage: &mut Stage, way: &Way) -> Outcome {
    Demo::forget(stage).await?;
    let page = format!("width={}&locale={}", if way.width == 360 { "360" } else { "full" }, way.language);
    Demo::open_day(stage, &page).await?;
    if way.offline {
        until("the page to say that it opens without a network", async || {
            Ok(stage.text("#offline").await?.contains("without a network.").then_some(()))
        })
        .await?;
        stage.site.stop().await;
        stage.reload().await?;
        Demo::calculator(stage).ready().await?;
    }
    listen(&stage.client, &["pointerdown"]).await?;
    let net = work(stage, way).await?;
    only_with(stage, way.hand).await?;

    if way.offline {
        stage.reload().await?;
    } else {
        until("nothing to wait for the host", async || {
            let waiting = stage.js(WAITING, vec![]).await?;
            if waiting == json!(false) { Ok(Some(())) } else { fail("changes wait") }
        })
        .await?;
        stage.open("/e2e/bare.html").await?;
        Demo::open_day(stage, &format!("host=offline&{page}")).await?;
    }
    let calculator = Demo::calculator(stage);
    calculator.ready().await?;
    calculator.expect_quotes(1).await?;
    let card = Card { widget: Calculator::at(&stage.client, "#card") };
    card.expect_client(CLIENT).await?;
    for told in [ASKED, &net] {
        card.expect_among("entry", told).await?;
    }
    expect_today(&card, way, 3).await?;
    card.expect_among("promise", PROMISED).await?;
    card.expect_among("promise-state", way.kept).await
}

/// The day itself; returns what the order came to, as the page writes it.
async fn work(stage: &Stage, way: &Way) -> Outcome<String> {
    let hand = way.hand;
    let card = Card { widget: Calculator::at(&stage.client, "#card") };
    let planner = Calculator::at(&stage.client, "#planner");
    let calculator = Demo::calculator(stage);

    // Whoever is chosen in one is looked at by all.
    find(stage, hand, &card).await?;
    card.expect_client(CLIENT).await?;
    until("the calculator to price for the same client", async || {
        let field = calculator.part("client").await?;
        Ok((field.prop("value").await?.as_deref() == Some(CLIENT)).then_some(()))
    })
    .await?;

    hand.write(stage, &card.widget, "[part=entry-text]", ASKED).await?;
    hand.press(stage, &card.widget, "[part=log]").await?;
    card.expect_among("entry", ASKED).await?;

    hand.press(stage, &card.widget, "[part=add-promise]").await?;
    hand.write(stage, &card.widget, "[part=promise-text]", PROMISED).await?;
    hand.press(stage, &card.widget, "[part=promise-day]").await?;
    hand.press(stage, &card.widget, "[part=save-promise]").await?;
    card.expect_among("promise", PROMISED).await?;

    choose_meeting(stage, hand, &planner).await?;
    hand.press(stage, &planner, "[data-outcome=held]").await?;
    expect_today(&card, way, 2).await?;

    hand.pick(stage, &calculator, "[part~=product]", "chai", "Chai").await?;
    hand.write(stage, &calculator, "[part~=quantity]", "12").await?;
    hand.press(stage, &calculator, "[part~=save]").await?;
    calculator.expect_quotes(1).await?;
    let net = calculator.text("net").await?;
    card.expect_among("entry", &net).await?;

    hand.press(stage, &card.widget, "[part=promise-done]").await?;
    card.expect_among("promise-state", way.kept).await?;
    Ok(net)
}

/// Waits until the timeline tells of this many things of the day.
async fn expect_today(card: &Card, way: &Way, count: usize) -> Outcome {
    until(&format!("{count} things of today"), async || {
        let entries = card.texts("entry").await?;
        let today = entries.iter().filter(|entry| entry.to_lowercase().contains(way.today)).count();
        if today == count { Ok(Some(())) } else { fail(format!("there are {entries:?}")) }
    })
    .await
}

/// Opens the client's card from the list.
async fn find(stage: &Stage, hand: Hand, card: &Card) -> Outcome {
    hand.write(stage, &card.widget, "[part=find]", "around").await?;
    until("one client in the list", async || Ok((card.widget.all("client").await?.len() == 1).then_some(()))).await?;
    match hand {
        Hand::Keys => press(&stage.client, Key::Enter).await,
        _ => hand.press(stage, &card.widget, "[part~=client]").await,
    }
}

/// Opens the client's meeting of today in the planner.
async fn choose_meeting(stage: &Stage, hand: Hand, planner: &Calculator) -> Outcome {
    let its = format!("[part~=meeting][aria-label*='{CLIENT}']");
    if hand != Hand::Keys {
        return hand.press(stage, planner, &its).await;
    }
    // One meeting is a stop of the focus, and arrows go on from there.
    hand.go(stage, planner, "[part~=meeting][tabindex='0']").await?;
    let key = stage.js(STEP, vec![json!(its)]).await?;
    let (key, steps) =
        (if key.as_i64() < Some(0) { Key::Up } else { Key::Down }, key.as_i64().unwrap_or_default().abs());
    for _ in 0..steps {
        press(&stage.client, key).await?;
    }
    press(&stage.client, Key::Enter).await
}

/// How many meetings the one a selector names comes after the one with the focus; negative: before.
const STEP: &str = "
    const root = document.querySelector('#planner').shadowRoot, all = [...root.querySelectorAll('[part~=meeting]')];
    return all.findIndex((one) => one.matches(arguments[0])) - all.indexOf(root.activeElement);";

/// Whether some widget offers to send what waits for the host.
const WAITING: &str = "return [...document.querySelectorAll('main .widget')].some(({shadowRoot}) => shadowRoot.querySelector('[part~=retry]'));";

/// A finger's day knows no mouse.
async fn only_with(stage: &Stage, hand: Hand) -> Outcome {
    if hand != Hand::Finger {
        return Ok(());
    }
    let pointers = heard(&stage.client, "pointerdown").await?;
    ensure(9 < pointers.len(), format!("taps heard by the page: {}", pointers.len()))?;
    ensure(pointers.iter().all(|event| event["pointer"] == json!("touch")), format!("fingers only: {pointers:?}"))
}
