//! A quote with a finger.

use fantoccini::Locator;
use serde_json::json;

use super::{demo::CLIENT, prices::Prices};
use crate::{
    harness::{Engine, Outcome, Stage, ensure, until},
    pages::{Calculator, Demo, heard, listen, tap},
};

/// Client, product, quantity, hint and save by taps in a 360 px column; the pointer was a finger throughout.
pub(crate) async fn a_whole_quote(stage: &mut Stage) -> Outcome {
    let calculator = Demo::open(stage, "width=360").await?;
    let prices = Prices::of(stage).await?;
    listen(&stage.client, &["pointerdown"]).await?;
    choose(stage, &calculator, "client", "alfreds", CLIENT).await?;
    choose(stage, &calculator, "product", "chai", "Chai").await?;
    calculator.expect_net(prices.net(CLIENT, &[("Chai", 1)], 0, "net30")?).await?;
    for quantity in [12, 24] {
        let hint = calculator.part("hint").await?;
        tap(&stage.client, stage.engine, &hint).await?;
        calculator.expect_net(prices.net(CLIENT, &[("Chai", quantity)], 0, "net30")?).await?;
    }
    let save = calculator.part("save").await?;
    tap(&stage.client, stage.engine, &save).await?;
    calculator.expect_quotes(1).await?;
    let pointers = heard(&stage.client, "pointerdown").await?;
    ensure(6 < pointers.len(), format!("taps heard by the page: {}", pointers.len()))?;
    ensure(
        pointers.iter().all(|event| event["pointer"] == json!("touch")),
        format!("every pointer is a finger: {pointers:?}"),
    )
}

async fn choose(stage: &Stage, calculator: &Calculator, field: &str, typed: &str, name: &str) -> Outcome {
    let input = calculator.part(field).await?;
    tap(&stage.client, stage.engine, &input).await?;
    if stage.engine == Engine::Webkit {
        // Its dispatched tap gives no focus of its own kind, so the keys are sent to the element.
        stage.js("arguments[0].focus()", vec![serde_json::to_value(&input)?]).await?;
    }
    input.send_keys(typed).await?;
    until(&format!("{name} to be offered and tapped"), async || {
        for option in calculator.all("option").await? {
            if option.find(Locator::Css("span")).await?.text().await? == name {
                tap(&stage.client, stage.engine, &option).await?;
                return Ok(Some(()));
            }
        }
        Ok(None)
    })
    .await
}
