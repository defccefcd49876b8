//! A day of an account manager on the demo page: four widgets, one set of records.

use fantoccini::Locator;
use serde_json::json;

use crate::{
    harness::{Outcome, Stage, same, until},
    pages::{Calculator, Card, Demo, click},
};

/// A call is logged, an order priced and saved, a meeting held, a promise kept: each stands on the client's timeline or
/// ledger, and all of it is there after a reload with the host away.
pub(crate) async fn from_call_to_promise_kept(stage: &mut Stage) -> Outcome {
    Demo::forget(stage).await?;
    let calculator = Demo::open_day(stage, "").await?;
    let card = Card { widget: Calculator::at(&stage.client, "#card") };
    let planner = Calculator::at(&stage.client, "#planner");

    // Whoever is chosen in one is looked at by all.
    hold(stage, &planner, "Around the Horn").await?;
    card.expect_client("Around the Horn").await?;
    until("the calculator to price for the same client", async || {
        let field = calculator.part("client").await?;
        Ok((field.prop("value").await?.as_deref() == Some("Around the Horn")).then_some(()))
    })
    .await?;
    card.expect_among("entry", "today").await?;

    card.write("entry-text", "Asked for a price of a pallet").await?;
    card.widget.click("log").await?;
    card.expect_among("entry", "Asked for a price of a pallet").await?;

    calculator.add("Chai", "12").await?;
    let net = calculator.text("net").await?;
    calculator.click("save").await?;
    calculator.expect_quotes(1).await?;
    card.expect_among("entry", &net).await?;

    promise(stage, &card, "The pallet price by tomorrow").await?;
    card.expect_among("promise", "The pallet price by tomorrow").await?;
    card.widget.click("promise-done").await?;
    card.expect_among("promise-state", "Kept").await?;

    until("nothing to wait for the host", async || {
        Ok((!calculator.text("status").await?.contains("wait")).then_some(()))
    })
    .await?;

    // With the host away it is all still there.
    stage.open("/e2e/bare.html").await?;
    let calculator = Demo::open_day(stage, "host=offline").await?;
    calculator.expect_quotes(1).await?;
    card.expect_client("Around the Horn").await?;
    for told in ["today", "Asked for a price of a pallet", net.as_str()] {
        card.expect_among("entry", told).await?;
    }
    card.expect_among("promise", "The pallet price by tomorrow").await
}

/// Choosing a client in any widget chooses it in all.
pub(crate) async fn all_four_follow(stage: &mut Stage) -> Outcome {
    Demo::forget(stage).await?;
    let calculator = Demo::open_day(stage, "host=none").await?;
    calculator.choose_client("Ernst Handel").await?;
    for widget in ["card", "planner", "comparison"] {
        let client = stage.js("return document.querySelector(`#${arguments[0]}`).client", vec![json!(widget)]).await?;
        same(client, json!("ERNSH"), widget)?;
    }
    let card = Card { widget: Calculator::at(&stage.client, "#card") };
    card.expect_client("Ernst Handel").await
}

/// Says in two taps that a meeting was held.
async fn hold(stage: &Stage, planner: &Calculator, with: &str) -> Outcome {
    let block = until("the meeting", async || {
        for element in planner.all("meeting").await? {
            if element.text().await?.contains(with) {
                return Ok(Some(element));
            }
        }
        Ok(None)
    })
    .await?;
    click(&stage.client, &block).await?;
    planner.part("details").await?;
    let root = stage.client.find(Locator::Css("#planner")).await?.shadow_root().await?;
    click(&stage.client, &root.find(Locator::Css("[data-outcome=held]")).await?).await
}

async fn promise(stage: &Stage, card: &Card, what: &str) -> Outcome {
    card.widget.click("add-promise").await?;
    card.write("promise-text", what).await?;
    card.set_date(stage, "promise-due", "1998-05-08").await?;
    card.widget.click("save-promise").await
}
