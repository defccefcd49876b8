//! Whose data: what one user leaves on a device, another does not see.

use serde_json::json;

use super::prices::Prices;
use crate::{
    harness::{Outcome, Stage, ensure, same},
    pages::{heard, listen, place},
};

/// Another user of the same workspace, and the same user in another one, find nothing; the first finds everything again.
pub(crate) async fn another_user_sees_nothing(stage: &mut Stage) -> Outcome {
    stage.open("/e2e/bare.html").await?;
    for (id, workspace, user, quotes) in
        [("a", "north", "ann", 0), ("b", "north", "bob", 0), ("c", "south", "ann", 0), ("d", "north", "ann", 1)]
    {
        let body = format!("element.workspace = '{workspace}'; element.user = '{user}'; element.client = 'ALFKI';");
        let calculator = place(stage, id, &body).await?;
        calculator.ready().await?;
        calculator.text_that("status", "be open", |text| text.contains("on this device")).await?;
        calculator.expect_quotes(quotes).await?;
        same(calculator.all("line").await?.len(), 2 * quotes, format!("lines in the draft of {user} in {workspace}"))?;
        if id == "a" {
            calculator.add("Chai", "24").await?;
            calculator.add("Ikura", "2").await?;
            super::save::kept(stage).await?;
            calculator.click("save").await?;
            calculator.expect_quotes(1).await?;
        }
        stage.js("document.getElementById(arguments[0]).remove()", vec![json!(id)]).await?;
    }
    Ok(())
}

/// Signing out closes the data: nothing more is kept and the widget says so; exporting and erasing do what they say.
pub(crate) async fn sign_out_closes(stage: &mut Stage) -> Outcome {
    const ACCOUNT: &str = "{workspace: 'north', user: 'ann'}";
    stage.open("/e2e/bare.html").await?;
    let body = "element.workspace = 'north'; element.user = 'ann'; element.client = 'ALFKI';";
    let calculator = place(stage, "first", body).await?;
    calculator.ready().await?;
    calculator.add("Chai", "24").await?;
    calculator.click("save").await?;
    calculator.expect_quotes(1).await?;
    let copy = stage.in_page(&format!("return (await import('/sapa.js')).exportData({ACCOUNT})"), &[]).await?;
    let net = Prices::of(stage).await?.net("Alfreds Futterkiste", &[("Chai", 24)], 0, "net30")?;
    let net = format!("{}.{:02}", net / 100, net % 100);
    ensure(
        copy.as_str().is_some_and(|copy| copy.contains(&net)),
        format!("the copy holds the quote of {net}: {copy}"),
    )?;
    listen(&stage.client, &["sapa-quote-save"]).await?;
    stage.in_page(&format!("await (await import('/sapa.js')).signOut({ACCOUNT})"), &[]).await?;
    calculator.text_that("status", "say that nothing more is kept", |text| text.contains("signed out")).await?;
    stage.js("document.getElementById('first').remove()", vec![]).await?;
    let again = place(stage, "again", body).await?;
    again.ready().await?;
    again.expect_quotes(1).await?;
    same(heard(&stage.client, "sapa-quote-save").await?.len(), 0, "quotes saved after signing out")?;
    stage.js("document.getElementById('again').remove()", vec![]).await?;
    stage.in_page(&format!("await (await import('/sapa.js')).erase({ACCOUNT})"), &[]).await?;
    let erased = place(stage, "erased", body).await?;
    erased.ready().await?;
    erased.text_that("status", "be open", |text| text.contains("on this device")).await?;
    erased.expect_quotes(0).await?;
    Ok(())
}
