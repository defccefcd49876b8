use std::path::PathBuf;

use super::{engine::Engine, failure::Outcome, plan::Plan, stage::Stage};

/// The whole document as text, with what stands in open shadow roots.
const DOCUMENT: &str = "
    const roots = [...document.querySelectorAll('*')].filter((element) => element.shadowRoot);
    return location.href + '\\n' + document.documentElement.outerHTML
      + roots.map((host) => '\\n\\n<!-- shadow root of ' + host.localName + '#' + host.id + ' -->\\n' + host.shadowRoot.innerHTML).join('');";

/// Saves what the page looked like and what it consisted of; answers with the files.
///
/// # Errors
/// A browser that no longer answers.
pub(crate) async fn keep(plan: &Plan, stage: &Stage, scenario: &str) -> Outcome<Vec<PathBuf>> {
    let stem = format!("{}-{}", stage.engine, scenario.replace("::", "-"));
    let html = plan.out(&format!("{stem}.html"))?;
    let document = stage.js(DOCUMENT, Vec::new()).await?;
    std::fs::write(&html, document.as_str().unwrap_or_default())?;
    let picture = plan.out(&format!("{stem}.png"))?;
    std::fs::write(&picture, stage.client.screenshot().await?)?;
    let mut files = vec![picture, html];
    if stage.engine == Engine::Chromium {
        let console = plan.out(&format!("{stem}.log"))?;
        let entries = stage.cdp().await?.log("browser").await?;
        std::fs::write(&console, entries.iter().map(|entry| format!("{entry}\n")).collect::<String>())?;
        files.push(console);
    }
    Ok(files)
}
