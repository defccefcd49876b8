//! A quote with a finger.

use serde_json::json;

use super::{demo::CLIENT, prices::Prices};
use crate::{
    harness::{Outcome, Stage, ensure},
    pages::{Demo, Hand, heard, listen, tap},
};

/// Client, product, quantity, hint and save by taps in a 360 px column; the pointer was a finger throughout.
pub(crate) async fn a_whole_quote(stage: &mut Stage) -> Outcome {
    let calculator = Demo::open(stage, "width=360").await?;
    let prices = Prices::of(stage).await?;
    listen(&stage.client, &["pointerdown"]).await?;
    Hand::Finger.pick(stage, &calculator, "[part~=client]", "alfreds", CLIENT).await?;
    Hand::Finger.pick(stage, &calculator, "[part~=product]", "chai", "Chai").await?;
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
