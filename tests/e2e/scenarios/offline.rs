//! No network: the page opens, the quote is there, and work goes on.

use super::{
    demo::CLIENT,
    prices::Prices,
    save::{expect_place, kept, make},
};
use crate::{
    harness::{Outcome, Stage, same, until},
    pages::Demo,
};

/// With the server stopped a reload opens the page, the quote and the draft are there, and another quote can be made.
pub(crate) async fn the_page_opens(stage: &mut Stage) -> Outcome {
    let calculator = Demo::open(stage, "").await?;
    let prices = Prices::of(stage).await?;
    make(&calculator).await?;
    calculator.click("save").await?;
    let saved = expect_place(&calculator, "in Reference host").await?;
    until("the page to say that it opens without a network", async || {
        Ok(stage.text("#offline").await?.contains("without a network.").then_some(()))
    })
    .await?;
    kept(stage).await?;
    stage.site.stop().await;
    stage.reload().await?;
    calculator.ready().await?;
    same(calculator.expect_quotes(1).await?.concat(), saved, "the quote with the server stopped")?;
    let draft = [("Chai", 24), ("Queso Cabrales", 3)];
    calculator.expect_net(prices.net(CLIENT, &draft, 0, "net30")?).await?;
    calculator.add("Ikura", "12").await?;
    calculator.expect_net(prices.net(CLIENT, &[draft[0], draft[1], ("Ikura", 12)], 0, "net30")?).await?;
    calculator.click("save").await?;
    calculator.expect_quotes(2).await?;
    stage.site.resume().await?;
    stage.reload().await?;
    calculator.ready().await?;
    calculator.expect_quotes(2).await?;
    Ok(())
}
