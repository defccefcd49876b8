//! The ground the other stories stand on: that the checks of the suite would see what they look for.

use fantoccini::{Locator, key::Key};
use serde_json::json;

use crate::harness::{Outcome, Stage, ensure, fail, same, until};

/// A page opens, its scripts run, and a stopped site is really gone and really comes back.
pub(crate) async fn a_page_opens(stage: &mut Stage) -> Outcome {
    stage.open("/e2e/bare.html").await?;
    stage.find("#own").await?.click().await?;
    same(stage.text("#own").await?.as_str(), "1", "the page's own button counts")?;
    const ASK: &str = "return fetch('/e2e/bare.js').then((answer) => answer.ok, () => false);";
    stage.site.stop().await;
    same(stage.js_async(ASK, vec![]).await?, json!(false), "a stopped site does not answer")?;
    stage.site.resume().await?;
    same(stage.js_async(ASK, vec![]).await?, json!(true), "a resumed site answers")?;
    ensure(stage.site.requests().iter().any(|request| request == "GET /e2e/bare.js"), "requests are written down")
}

/// Every engine reports a violation of the policy to the site, so "no violation" means something.
pub(crate) async fn a_violation_is_seen(stage: &mut Stage) -> Outcome {
    stage.open("/e2e/violating.html").await?;
    let site = &stage.site;
    let report = until("the report of a violation", async || Ok(site.violations().pop())).await?;
    ensure(report.contains("style-src"), format!("the report names the broken rule: {report}"))
}

/// A thrown error of a page's script fails the step with its words, and keys reach a field inside a shadow root.
pub(crate) async fn shadow_roots_and_keys(stage: &mut Stage) -> Outcome {
    stage.open("/e2e/bare.html").await?;
    match stage.js_async("throw new Error('on purpose')", vec![]).await {
        Err(failure) if failure.to_string().contains("on purpose") => {}
        other => return fail(format!("a throwing script answered {other:?}")),
    }
    stage
        .js(
            "const host = document.body.appendChild(document.createElement('div')); host.id = 'host';
             host.attachShadow({mode: 'open'}).append(document.createElement('input'));",
            vec![],
        )
        .await?;
    let field = stage.find("#host").await?.shadow_root().await?.find(Locator::Css("input")).await?;
    field.send_keys("12,5").await?;
    field.send_keys(&Key::Backspace.to_string()).await?;
    same(field.prop("value").await?.as_deref(), Some("12,"), "keys reach the field")
}

/// The protocol answers with counters.
pub(crate) async fn protocol(stage: &mut Stage) -> Outcome {
    stage.open("/e2e/bare.html").await?;
    let counters = stage.cdp().await?.command("Memory.getDOMCounters", json!({})).await?;
    ensure(counters["nodes"].as_u64().is_some_and(|nodes| 5 < nodes), format!("the counters are {counters}"))
}
