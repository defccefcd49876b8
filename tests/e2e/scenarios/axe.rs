//! Accessibility by machine: axe-core over widget x state x scheme x language.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::demo::CLIENT;
use crate::{
    harness::{Outcome, Stage, ensure, fail, until},
    pages::{Calculator, Demo},
};

/// The states of the calculator, in an order in which each leads to the next.
const STATES: [&str; 16] = [
    "empty",
    "list open",
    "nothing found",
    "client chosen",
    "one line",
    "tiers reached",
    "number echoed",
    "number wrong",
    "save refused",
    "table unfolded",
    "surcharge",
    "line removed",
    "saved in the host",
    "host away",
    "no host",
    "disabled",
];

/// What a scan answers: how much was looked at, and what was found.
const SCAN: &str = "
    if (!window.axe) await new Promise((resolve, reject) => {
      const script = Object.assign(document.createElement('script'), {src: '/e2e/axe.min.js', onload: resolve});
      script.onerror = () => reject(new Error('axe-core is missing: npm --prefix tests ci'));
      document.head.append(script);
    });
    // Colours on their way from one scheme to the other are neither's.
    const roots = [document, ...[...document.querySelectorAll('*')].map((element) => element.shadowRoot).filter(Boolean)];
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    await Promise.allSettled(roots.flatMap((root) => root.getAnimations()).map((animation) => animation.finished));
    const result = await axe.run(document, {resultTypes: ['violations', 'passes'], preload: false});
    const where = (node) => node.target.flat().join(' >> ');
    return {rules: result.passes.length + result.violations.length,
            nodes: new Set(result.passes.concat(result.violations).flatMap((rule) => rule.nodes.map(where))).size,
            found: result.violations.flatMap((rule) => rule.nodes.map((node) =>
              `${rule.id}, ${where(node)}: ${node.any.concat(node.all, node.none).map((check) => check.message).join(' ')}`))};";

/// Every state in both schemes and three languages; the counts per state go into the report.
pub(crate) async fn no_finding_in_any_state(stage: &mut Stage) -> Outcome {
    let mut tally = [(0, 0); STATES.len()];
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for locale in ["en", "id", "ru"] {
        Demo::forget(stage).await?;
        let calculator = Demo::open(stage, &format!("locale={locale}")).await?;
        Demo::switch(stage, "language", locale).await?;
        for (number, state) in STATES.into_iter().enumerate() {
            lead_to(stage, &calculator, state).await?;
            for scheme in ["light", "dark"] {
                // By script: a click on the switch would close an open list.
                let switch = "const theme = document.querySelector('#theme'); theme.value = arguments[0]; theme.dispatchEvent(new Event('change'));";
                stage.js(switch, vec![json!(scheme)]).await?;
                let scan = stage.js_async(SCAN, vec![]).await?;
                tally[number].0 += 1;
                tally[number].1 += scan["nodes"].as_u64().unwrap_or_default();
                ensure(5 < scan["rules"].as_u64().unwrap_or_default(), format!("axe looked at nothing: {scan}"))?;
                for finding in scan["found"].as_array().into_iter().flatten().filter_map(Value::as_str) {
                    found.entry(finding.to_owned()).or_default().push(format!("{state} {scheme} {locale}"));
                }
            }
        }
    }
    for (state, (scans, nodes)) in STATES.iter().zip(tally) {
        stage.note(format!(
            "axe: discount-calculator, {state}: {scans} scans (2 schemes x 3 languages), {nodes} elements"
        ));
    }
    let scans: u64 = tally.iter().map(|(scans, _)| scans).sum();
    stage.note(format!(
        "axe: {} states x 2 schemes x 3 languages = {scans} scans, {} findings",
        STATES.len(),
        found.len()
    ));
    if found.is_empty() {
        return Ok(());
    }
    // The same finding in many cells is one thing to repair.
    let told =
        found.iter().map(|(finding, cells)| format!("{finding} (in {} cells, first: {})", cells.len(), cells[0]));
    fail(told.collect::<Vec<_>>().join("\n"))
}

/// Takes the calculator from the state before to this one.
async fn lead_to(stage: &Stage, calculator: &Calculator, state: &str) -> Outcome {
    match state {
        "empty" => Ok(()),
        "list open" => calculator.look_up("client", "a").await.map(drop),
        "nothing found" => {
            let field = calculator.part("client").await?;
            calculator.paste(&field, "qqq").await?;
            until("no option", async || Ok(calculator.all("option").await?.is_empty().then_some(()))).await
        }
        "client chosen" => calculator.choose_client(CLIENT).await,
        "one line" => calculator.add("Chai", "1").await,
        "tiers reached" => {
            calculator.set_quantity(0, "96").await?;
            calculator.add("Ikura", "40").await
        }
        "number echoed" => {
            let field = calculator.in_line(0, "quantity").await?;
            calculator.paste(&field, "1.234").await?;
            calculator.text_that("echo", "echo the number", |text| text.contains("234")).await.map(drop)
        }
        "number wrong" => {
            let field = calculator.in_line(0, "quantity").await?;
            calculator.paste(&field, "twelve").await?;
            calculator.part("error").await.map(drop)
        }
        "save refused" => {
            calculator.click("save").await?;
            until("two explanations", async || Ok((1 < calculator.all("error").await?.len()).then_some(()))).await
        }
        "table unfolded" => {
            calculator.set_quantity(0, "96").await?;
            calculator.click_css("details summary").await
        }
        "surcharge" => calculator.set_term("net90").await,
        "line removed" => {
            calculator.click_in_line(0, "remove").await?;
            calculator.part("undo").await.map(drop)
        }
        "saved in the host" => {
            let before = calculator.all("quote").await?.len();
            calculator.click("save").await?;
            calculator.expect_quotes(before + 1).await.map(drop)
        }
        "host away" => {
            Demo::switch(stage, "network", "offline").await?;
            calculator.click("save").await?;
            calculator.part("retry").await.map(drop)
        }
        "no host" => {
            Demo::switch(stage, "network", "none").await?;
            calculator.ready().await
        }
        "disabled" => stage.js("document.querySelector('#calculator').disabled = true", vec![]).await.map(drop),
        other => fail(format!("no way leads to the state \"{other}\"")),
    }
}
