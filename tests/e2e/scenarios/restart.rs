//! A fault nobody foresaw ends the module; the widgets say so and come back, and the page never noticed.

use super::{demo::CLIENT, embed::page_works, prices::Prices, save::kept};
use crate::{
    harness::{Outcome, Stage, ensure, fail, same, until},
    pages::{Calculator, heard, listen},
};

/// Twice in a row: every widget stops with a sentence and a button, comes back with the draft, and takes further orders.
pub(crate) async fn a_panic_twice(stage: &mut Stage) -> Outcome {
    stage.open("/embed/restart.html?today=1998-05-07").await?;
    let prices = Prices::of(stage).await?;
    let widgets = [Calculator::at(&stage.client, "#first"), Calculator::at(&stage.client, "#second")];
    for widget in &widgets {
        widget.ready().await?;
    }
    widgets[0].add("Chai", "30").await?;
    widgets[0].add("Ikura", "4").await?;
    listen(&stage.client, &["sapa-error"]).await?;
    let mut order = vec![("Chai", 30), ("Ikura", 4)];
    for (time, (product, quantity)) in [("Tofu", 9), ("Konbu", 50)].into_iter().enumerate() {
        kept(stage).await?;
        stage.click("#stop").await?;
        for widget in &widgets {
            let said = sentence(widget).await?;
            ensure(
                said.contains("saved on this device"),
                format!("the sentence says what became of the work: \"{said}\""),
            )?;
        }
        page_works(stage).await?;
        let told = heard(&stage.client, "sapa-error").await?;
        let stops = told.iter().filter(|event| event["detail"]["code"] == "widget.stopped").count();
        same(stops, 2 * (time + 1), "the page's owner is told of each widget that stopped")?;
        // One button brings all of them back.
        widgets[time].click("restart").await?;
        for widget in &widgets {
            widget.ready().await?;
            widget.expect_net(prices.net(CLIENT, &order, 0, "net30")?).await?;
        }
        widgets[time].add(product, &quantity.to_string()).await?;
        order.push((product, quantity));
        for widget in &widgets {
            widget.expect_net(prices.net(CLIENT, &order, 0, "net30")?).await?;
        }
        page_works(stage).await?;
    }
    Ok(())
}

async fn sentence(widget: &Calculator) -> Outcome<String> {
    until("the widget to say that it stopped", async || match widget.select("[role=alert]").await?.first() {
        Some(alert) => Ok(alert.prop("textContent").await?.filter(|text| !text.is_empty())),
        None => fail("it says nothing"),
    })
    .await
}
