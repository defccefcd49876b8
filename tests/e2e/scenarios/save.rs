//! Saving a quote: where it lies, whether the widget says so truly, and what is there the next day.

use super::{demo::CLIENT, prices::Prices};
use crate::{
    harness::{Outcome, Stage, ensure, same, until},
    pages::{Calculator, Demo, heard, listen},
};

/// With a host the quote ends up there, and the list, the status line and the event say so.
pub(crate) async fn to_the_host(stage: &mut Stage) -> Outcome {
    let calculator = Demo::open(stage, "").await?;
    listen(&stage.client, &["sapa-quote-save"]).await?;
    make(&calculator).await?;
    calculator.click("save").await?;
    let quotes = expect_place(&calculator, "in Reference host").await?;
    ensure(quotes.contains(CLIENT), format!("the quote names its client: {quotes}"))?;
    ensure(calculator.text("status").await?.contains("Reference host"), "the status line names the host")?;
    let places: Vec<_> = heard(&stage.client, "sapa-quote-save").await?;
    let places: Vec<_> = places.iter().filter_map(|event| event["detail"]["where"].as_str()).collect();
    same(places, vec!["device", "host"], "the device acknowledged first, then the host")
}

/// Without a host the quote stays on the device, and nothing claims otherwise.
pub(crate) async fn on_the_device(stage: &mut Stage) -> Outcome {
    let calculator = Demo::open(stage, "host=none").await?;
    listen(&stage.client, &["sapa-quote-save"]).await?;
    make(&calculator).await?;
    calculator.click("save").await?;
    expect_place(&calculator, "on this device").await?;
    let status = calculator.text("status").await?;
    ensure(
        status.contains("on this device") && !status.contains("host"),
        format!("the status line says \"{status}\""),
    )?;
    let events = until("the event that it is kept", async || {
        let events = heard(&stage.client, "sapa-quote-save").await?;
        Ok((!events.is_empty()).then_some(events))
    })
    .await?;
    same(events.len(), 1, "one event")?;
    same(events[0]["detail"]["where"].as_str(), Some("device"), "where the event says the quote is")
}

/// A quote saved while the host is away waits on the device, says so, and is sent when the host is back.
pub(crate) async fn waits_for_a_host_that_is_away(stage: &mut Stage) -> Outcome {
    let calculator = Demo::open(stage, "").await?;
    make(&calculator).await?;
    Demo::switch(stage, "network", "offline").await?;
    calculator.click("save").await?;
    expect_place(&calculator, "waiting for").await?;
    calculator.text_that("status", "say what waits", |text| text.contains("waits")).await?;
    Demo::switch(stage, "network", "online").await?;
    // The host tells that it is back; where it does not, the button does it.
    if let Some(retry) = calculator.all("retry").await?.first() {
        // The button may go by itself in this very moment, which is as good.
        let _ = retry.click().await;
    }
    expect_place(&calculator, "in Reference host").await?;
    calculator.text_that("status", "be quiet again", |text| !text.contains("waits")).await?;
    Ok(())
}

/// What was saved and what was being written are there after a reload.
pub(crate) async fn survives_a_reload(stage: &mut Stage) -> Outcome {
    let calculator = Demo::open(stage, "").await?;
    let prices = Prices::of(stage).await?;
    make(&calculator).await?;
    calculator.click("save").await?;
    let saved = expect_place(&calculator, "in Reference host").await?;
    // A saved quote may leave an empty order behind it, or itself to go on from.
    if !calculator.all("new").await?.is_empty() {
        calculator.click("new").await?;
    }
    until("an empty order", async || Ok(calculator.all("line").await?.is_empty().then_some(()))).await?;
    calculator.choose_client("Ernst Handel").await?;
    calculator.add("Tofu", "9").await?;
    let draft = prices.net("Ernst Handel", &[("Tofu", 9)], 0, "net30")?;
    calculator.expect_net(draft).await?;
    kept(stage).await?;
    stage.reload().await?;
    calculator.ready().await?;
    calculator.expect_net(draft).await?;
    same(calculator.expect_quotes(1).await?.concat(), saved, "the saved quote after the reload")
}

/// Nothing is saved without a client or without a line, and a sentence says what is missing.
pub(crate) async fn refuses_half_a_quote(stage: &mut Stage) -> Outcome {
    let calculator = Demo::open(stage, "").await?;
    calculator.click("save").await?;
    calculator.text_that("error", "ask for a client", |text| text.contains("client")).await?;
    calculator.choose_client(CLIENT).await?;
    calculator.click("save").await?;
    calculator.text_that("error", "ask for a product", |text| text.contains("product")).await?;
    same(calculator.all("quote").await?.len(), 0, "quotes saved")?;
    calculator.add("Chai", "5").await?;
    calculator.click("save").await?;
    calculator.expect_quotes(1).await?;
    Ok(())
}

/// A small order for a client.
pub(super) async fn make(calculator: &Calculator) -> Outcome {
    calculator.choose_client(CLIENT).await?;
    calculator.add("Chai", "24").await?;
    calculator.add("Queso Cabrales", "3").await
}

/// Waits until the only quote says it lies in such a place; returns its text.
pub(super) async fn expect_place(calculator: &Calculator, place: &str) -> Outcome<String> {
    until(&format!("the quote to lie {place}"), async || {
        let text = calculator.expect_quotes(1).await?.concat();
        if text.contains(place) { Ok(Some(text)) } else { crate::harness::fail(format!("it says \"{text}\"")) }
    })
    .await
}

/// Waits until the device has kept what was typed last: writing goes on after the key.
pub(super) async fn kept(stage: &Stage) -> Outcome {
    stage.js_async("await new Promise((resolve) => setTimeout(resolve, 500))", vec![]).await?;
    Ok(())
}
