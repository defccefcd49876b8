//! The ground the other stories stand on: that the checks of the suite would see what they look for.

use fantoccini::{Locator, key::Key};
use serde_json::json;

use crate::{
    harness::{Outcome, Stage, click, ensure, fail, same, until},
    pages::{Calculator, heard, listen, press, tab_to, tap},
};

/// A page opens, its scripts run, and a stopped site is really gone and really comes back.
pub(crate) async fn a_page_opens(stage: &mut Stage) -> Outcome {
    stage.open("/e2e/bare.html").await?;
    stage.click("#own").await?;
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

/// The hands of the suite do in every engine what they say: overwrite, choose an option, go by Tab, tap with a finger.
pub(crate) async fn hands_do_what_they_say(stage: &mut Stage) -> Outcome {
    const WIDGET: &str = "
        const host = document.querySelector('main').appendChild(document.createElement('div'));
        host.id = 'host';
        const root = host.attachShadow({mode: 'open'});
        const make = (tag, part) => { const element = root.appendChild(document.createElement(tag)); element.part = part; return element; };
        make('input', 'product').value = 'before';
        const term = make('select', 'term');
        for (const id of ['net30', 'net60']) term.add(new Option(id, id));
        make('button', 'save').textContent = 'Save';";
    stage.open("/e2e/bare.html").await?;
    stage.js(WIDGET, vec![]).await?;
    let widget = Calculator::at(&stage.client, "#host");
    let client = &stage.client;
    let field = widget.part("product").await?;
    click(client, &field).await?;
    widget.overwrite(&field, "после").await?;
    same(field.prop("value").await?.as_deref(), Some("после"), "the field after overwriting")?;
    widget.set_term("net60").await?;
    same(widget.part("term").await?.prop("value").await?.as_deref(), Some("net60"), "the option chosen")?;
    click(client, &field).await?;
    tab_to(client, "save").await?;
    listen(client, &["pointerdown", "click"]).await?;
    press(client, Key::Enter).await?;
    same(heard(client, "click").await?.len(), 1, "clicks by the Enter key")?;
    tap(client, stage.engine, &widget.part("save").await?).await?;
    let pointers = heard(client, "pointerdown").await?;
    same(
        pointers.iter().map(|event| event["pointer"].clone()).collect::<Vec<_>>(),
        vec![json!("touch")],
        "pointers of a tap",
    )?;
    same(heard(client, "click").await?.len(), 2, "clicks after the tap")
}
