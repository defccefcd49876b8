//! A quote of 10,000 lines beside the libraries that others price with, measured in one page: see `tests/bench`.

use std::time::Duration;

use serde_json::Value;

use crate::harness::{Outcome, Plan, ensure, until_within, with_chromium};

/// Opens the page, prints the table that it ends with, and keeps the figures; answers whether the aim is reached.
///
/// # Errors
/// A page that does not come to its end, or cents of ours that are wrong.
pub(crate) async fn measure(plan: &Plan) -> Outcome<bool> {
    let result: Value = with_chromium(plan, false, async |stage| {
        stage.open("/e2e/bench.html").await?;
        until_within(Duration::from_secs(600), "the measurement to end", async || {
            let result = stage.js("return document.body?.dataset.result ?? null;", vec![]).await?;
            Ok(result.as_str().map(serde_json::from_str).transpose()?)
        })
        .await
    })
    .await?;
    for line in result["lines"].as_array().into_iter().flatten() {
        println!("{}", line.as_str().unwrap_or_default());
    }
    std::fs::write(plan.out("bench.json")?, format!("{result:#}\n"))?;
    ensure(result["error"].is_null(), format!("the page gave up: {}", result["error"]))?;
    ensure(result["sound"] == true, "cents of ours are wrong")?;
    Ok(result["reached"] == true)
}
