//! No telemetry: whom a day's work talks to.

use serde_json::Value;

use super::save::{expect_place, make};
use crate::{
    harness::{Engine, Outcome, Stage, ensure, same},
    pages::Demo,
};

/// A day's story: open, choose, order, save, go offline and back, change the language, reload. Every request goes to our own origin.
pub(crate) async fn only_our_own_origin(stage: &mut Stage) -> Outcome {
    let own = stage.site.origin();
    let mut seen = Vec::new();
    let calculator = Demo::open(stage, "").await?;
    make(&calculator).await?;
    calculator.click("save").await?;
    expect_place(&calculator, "in Reference host").await?;
    for (switch, value) in
        [("network", "offline"), ("network", "online"), ("language", "ru"), ("theme", "dark"), ("network", "none")]
    {
        Demo::switch(stage, switch, value).await?;
    }
    calculator.ready().await?;
    seen.extend(resources(stage).await?);
    stage.reload().await?;
    calculator.ready().await?;
    seen.extend(resources(stage).await?);
    ensure(8 < seen.len(), format!("requests seen by the page: {seen:?}"))?;
    let foreign: Vec<_> = seen.iter().filter(|address| !address.starts_with(&own)).collect();
    same(foreign, Vec::<&String>::new(), "requests to others, as the page sees them")?;
    if stage.engine == Engine::Chromium {
        let log = stage.cdp().await?.log("performance").await?;
        let sent: Vec<_> = log.iter().filter_map(sent).collect();
        let foreign: Vec<_> =
            sent.iter().filter(|address| !address.starts_with(&own) && !address.starts_with("data:")).collect();
        same(foreign, Vec::<&String>::new(), "requests to others, as the browser's network sees them")?;
        stage.note(format!("{} requests in the browser's network log", sent.len()));
    }
    same(stage.other.requests(), Vec::<String>::new(), "requests to the other origin")?;
    let mut paths: Vec<_> = stage.site.requests();
    paths.sort();
    paths.dedup();
    stage.note(format!("{} requests, {} different: {}", stage.site.requests().len(), paths.len(), paths.join(", ")));
    Ok(())
}

/// Every address the page asked for since it was opened.
async fn resources(stage: &Stage) -> Outcome<Vec<String>> {
    const RESOURCES: &str = "return performance.getEntriesByType('resource').map((entry) => entry.name);";
    let names = stage.js(RESOURCES, vec![]).await?;
    Ok(names.as_array().into_iter().flatten().filter_map(|name| Some(name.as_str()?.to_owned())).collect())
}

/// The address of a request in an entry of Chromium's performance log.
fn sent(entry: &Value) -> Option<String> {
    let message: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
    let message = &message["message"];
    (message["method"] == "Network.requestWillBeSent")
        .then(|| message["params"]["request"]["url"].as_str().map(str::to_owned))?
}
