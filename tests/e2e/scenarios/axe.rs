//! Accessibility by machine: axe-core over widget x state x scheme x language.

/// The states of the discount calculator, and of price lists that count otherwise.
mod calculator;

/// The states of the client card.
mod card;

/// The states of the competitor comparison.
mod comparison;

/// The states of the meeting planner.
mod planner;

use std::collections::BTreeMap;

pub(crate) use calculator::{no_finding_in_any_state, no_finding_in_price_lists};
pub(crate) use card::no_finding_on_the_card;
pub(crate) use comparison::no_finding_in_the_comparison;
pub(crate) use planner::no_finding_in_the_planner;
use serde_json::{Value, json};

use crate::harness::{Outcome, Stage, ensure, fail};

const LOCALES: [&str; 3] = ["en", "id", "ru"];

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

/// The scans of one widget, counted by state.
struct Sweep {
    widget: &'static str,
    states: &'static [&'static str],
    /// The script that sets the scheme it is given, of the widget it is given.
    switch: &'static str,
    tally: Vec<(u64, u64)>,
    found: BTreeMap<String, Vec<String>>,
}

impl Sweep {
    fn new(widget: &'static str, states: &'static [&'static str]) -> Self {
        // The page around a dark widget is dark too, or its own text would be measured on the wrong ground.
        const SWITCH: &str = "
            document.querySelector(`sapa-${arguments[1]}`).theme = arguments[0];
            document.documentElement.style.colorScheme = arguments[0];";
        Self { widget, states, switch: SWITCH, tally: vec![(0, 0); states.len()], found: BTreeMap::new() }
    }

    /// The same on a page that has a switch of its own.
    fn switched_by(self, switch: &'static str) -> Self {
        Self { switch, ..self }
    }

    /// Looks at the page in both schemes.
    async fn scan(&mut self, stage: &Stage, number: usize, locale: &str) -> Outcome {
        for scheme in ["light", "dark"] {
            stage.js(self.switch, vec![json!(scheme), json!(self.widget)]).await?;
            let scan = stage.js_async(SCAN, vec![]).await?;
            self.tally[number].0 += 1;
            self.tally[number].1 += scan["nodes"].as_u64().unwrap_or_default();
            ensure(5 < scan["rules"].as_u64().unwrap_or_default(), format!("axe looked at nothing: {scan}"))?;
            for finding in scan["found"].as_array().into_iter().flatten().filter_map(Value::as_str) {
                let cell = format!("{} {scheme} {locale}", self.states[number]);
                self.found.entry(finding.to_owned()).or_default().push(cell);
            }
        }
        Ok(())
    }

    /// Notes the counts, and fails if anything was found.
    fn report(&self, stage: &mut Stage) -> Outcome {
        for (state, (scans, nodes)) in self.states.iter().zip(&self.tally) {
            stage.note(format!(
                "axe: {}, {state}: {scans} scans (2 schemes x 3 languages), {nodes} elements",
                self.widget
            ));
        }
        let scans: u64 = self.tally.iter().map(|(scans, _)| scans).sum();
        stage.note(format!(
            "axe: {}, {} states x 2 schemes x 3 languages = {scans} scans, {} findings",
            self.widget,
            self.states.len(),
            self.found.len()
        ));
        if self.found.is_empty() {
            return Ok(());
        }
        // The same finding in many cells is one thing to repair.
        let told = self
            .found
            .iter()
            .map(|(finding, cells)| format!("{finding} (in {} cells, first: {})", cells.len(), cells[0]));
        fail(told.collect::<Vec<_>>().join("\n"))
    }
}

/// What is said of a state no step of a widget's way leads to.
fn no_way(state: &str) -> Outcome {
    fail(format!("no way leads to the state \"{state}\""))
}
