//! Accessibility by machine: axe-core over widget x state x scheme x language.

use std::collections::BTreeMap;

use fantoccini::key::Key;
use serde_json::{Value, json};

use super::demo::CLIENT;
use crate::{
    harness::{Outcome, Stage, ensure, fail, until},
    pages::{Calculator, Card, Comparison, Demo, Planner, choose, press, type_text},
};

/// The states of the calculator, in an order in which each leads to the next.
const STATES: [&str; 28] = [
    "empty",
    "import refused",
    "import looked at",
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
    "parts told",
    "early told",
    "typed term refused",
    "coupon refused",
    "steps unfolded",
    "scenarios",
    "wish answered",
    "approval asked",
    "copies unfolded",
    "client's view",
    "line removed",
    "saved in the host",
    "host away",
    "no host",
    "disabled",
];

/// Lists that count otherwise.
const LIST_STATES: [&str; 4] = ["together and by loyalty", "by weight", "nobody's period", "taxed"];

/// The states of the client card, likewise.
const CARD_STATES: [&str; 14] = [
    "nobody chosen",
    "nobody found",
    "client chosen",
    "segment open",
    "invoices open",
    "entry refused",
    "entry logged",
    "told",
    "promise form",
    "promise marked",
    "promise refused",
    "role changed",
    "keys listed",
    "a new client",
];

/// The states of the comparison, likewise.
const COMPARISON_STATES: [&str; 14] = [
    "facts",
    "list open",
    "cards found",
    "no card",
    "left out unfolded",
    "fact unfolded",
    "value refused",
    "fact saved",
    "fact added",
    "catalogue's fact",
    "weight wrong",
    "differences only",
    "client's view",
    "no rivals",
];

/// The states of the planner, likewise.
const PLANNER_STATES: [&str; 14] = [
    "week",
    "meeting chosen",
    "outcome noted",
    "keys move it",
    "move form",
    "conflict said",
    "length wrong",
    "plan form",
    "series form",
    "client list open",
    "dial open",
    "dial wrong",
    "agenda",
    "nothing planned",
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

/// Every state of the calculator in both schemes and three languages.
pub(crate) async fn no_finding_in_any_state(stage: &mut Stage) -> Outcome {
    // By script: a click on the page's switch would close an open list.
    const SWITCH: &str = "const theme = document.querySelector('#theme'); theme.value = arguments[0]; theme.dispatchEvent(new Event('change'));";
    let mut sweep = Sweep::new("discount-calculator", &STATES, SWITCH);
    for locale in LOCALES {
        Demo::forget(stage).await?;
        let calculator = Demo::open(stage, &format!("locale={locale}")).await?;
        Demo::switch(stage, "language", locale).await?;
        for (number, state) in STATES.into_iter().enumerate() {
            lead_to(stage, &calculator, state).await?;
            sweep.scan(stage, number, locale).await?;
        }
    }
    sweep.report(stage)
}

/// Lists that count otherwise, in both schemes and three languages.
pub(crate) async fn no_finding_in_price_lists(stage: &mut Stage) -> Outcome {
    const SWITCH: &str = "
        document.querySelector('#calculator').theme = arguments[0];
        document.documentElement.style.colorScheme = arguments[0];";
    let mut sweep = Sweep::new("discount-calculator", &LIST_STATES, SWITCH);
    for locale in LOCALES {
        for (number, state) in LIST_STATES.into_iter().enumerate() {
            super::lists::show(stage, state, locale).await?;
            sweep.scan(stage, number, locale).await?;
        }
    }
    sweep.report(stage)
}

/// Every state of the client card in both schemes and three languages.
pub(crate) async fn no_finding_on_the_card(stage: &mut Stage) -> Outcome {
    let mut sweep = Sweep::new("client-card", &CARD_STATES, "document.querySelector('#card').theme = arguments[0];");
    for locale in LOCALES {
        Card::forget(stage).await?;
        let card = Card::open(stage, &format!("locale={locale}&host=none")).await?;
        for (number, state) in CARD_STATES.into_iter().enumerate() {
            lead_card_to(stage, &card, state).await?;
            sweep.scan(stage, number, locale).await?;
        }
    }
    sweep.report(stage)
}

/// Every state of the comparison in both schemes and three languages.
pub(crate) async fn no_finding_in_the_comparison(stage: &mut Stage) -> Outcome {
    const SWITCH: &str = "
        document.querySelector('#comparison').theme = arguments[0];
        document.documentElement.style.colorScheme = arguments[0];";
    let mut sweep = Sweep::new("competitor-comparison", &COMPARISON_STATES, SWITCH);
    for locale in LOCALES {
        Comparison::forget(stage).await?;
        let comparison = Comparison::open(stage, &format!("locale={locale}")).await?;
        for (number, state) in COMPARISON_STATES.into_iter().enumerate() {
            lead_comparison_to(stage, &comparison, state).await?;
            sweep.scan(stage, number, locale).await?;
        }
    }
    sweep.report(stage)
}

/// Every state of the planner in both schemes and three languages.
pub(crate) async fn no_finding_in_the_planner(stage: &mut Stage) -> Outcome {
    const SWITCH: &str = "
        document.querySelector('#planner').theme = arguments[0];
        document.documentElement.style.colorScheme = arguments[0];";
    let mut sweep = Sweep::new("meeting-planner", &PLANNER_STATES, SWITCH);
    for locale in LOCALES {
        let planner = Planner::open(stage, &format!("locale={locale}")).await?;
        for (number, state) in PLANNER_STATES.into_iter().enumerate() {
            lead_planner_to(stage, &planner, state).await?;
            sweep.scan(stage, number, locale).await?;
        }
    }
    sweep.report(stage)
}

const LOCALES: [&str; 3] = ["en", "id", "ru"];

/// The scans of one widget, counted by state.
struct Sweep {
    widget: &'static str,
    states: &'static [&'static str],
    /// The script that sets the scheme it is given.
    switch: &'static str,
    tally: Vec<(u64, u64)>,
    found: BTreeMap<String, Vec<String>>,
}

impl Sweep {
    fn new(widget: &'static str, states: &'static [&'static str], switch: &'static str) -> Self {
        Self { widget, states, switch, tally: vec![(0, 0); states.len()], found: BTreeMap::new() }
    }

    /// Looks at the page in both schemes.
    async fn scan(&mut self, stage: &Stage, number: usize, locale: &str) -> Outcome {
        for scheme in ["light", "dark"] {
            stage.js(self.switch, vec![json!(scheme)]).await?;
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

/// Takes the client card from the state before to this one.
async fn lead_card_to(stage: &Stage, card: &Card, state: &str) -> Outcome {
    let widget = &card.widget;
    match state {
        "nobody chosen" => Ok(()),
        "nobody found" => {
            card.write("find", "qqq").await?;
            until("no row", async || Ok(widget.all("client").await?.is_empty().then_some(()))).await
        }
        "client chosen" => {
            card.write("find", "ernst").await?;
            widget.click("client").await?;
            widget.part("client-name").await.map(drop)
        }
        "segment open" => widget.click("segment").await,
        "invoices open" => widget.click("invoices").await,
        "entry refused" => {
            widget.click("log").await?;
            widget.part("error").await.map(drop)
        }
        "entry logged" => {
            card.write("entry-text", "Called back").await?;
            widget.click("log").await?;
            card.expect_among("entry", "Called back").await
        }
        "told" => {
            widget.click("told").await?;
            widget.part("undo").await.map(drop)
        }
        "promise form" => {
            widget.click("add-promise").await?;
            widget.part("promise-text").await.map(drop)
        }
        "promise marked" => {
            let locale = stage.js("return document.querySelector('#card').locale", vec![]).await?;
            let text = match locale.as_str() {
                Some("id") => "Saya berjanji barangnya tiba besok.",
                Some("ru") => "Я обещаю вам, что товар придёт завтра.",
                _ => "I promise you it arrives tomorrow.",
            };
            card.write("promise-text", text).await?;
            widget.part("mark").await.map(drop)
        }
        "promise refused" => {
            card.click_at("replacement", 0).await?;
            widget.click("save-promise").await?;
            widget.part("error").await.map(drop)
        }
        "role changed" => {
            widget.click("cancel").await?;
            choose(&widget.part("role").await?, "blocks").await
        }
        "keys listed" => {
            widget.click("keys-open").await?;
            widget.shown("[part=keys]").await.map(drop)
        }
        "a new client" => {
            // What lists the keys goes when something else is pressed.
            card.write("find", "paris").await?;
            widget.click("client").await?;
            card.expect_client("Paris spécialités").await
        }
        other => fail(format!("no way leads to the state \"{other}\"")),
    }
}

/// Takes the calculator from the state before to this one.
async fn lead_to(stage: &Stage, calculator: &Calculator, state: &str) -> Outcome {
    match state {
        "empty" => Ok(()),
        "import refused" => {
            calculator.click("import").await?;
            calculator.click("import-check").await?;
            calculator.part("error").await.map(drop)
        }
        "import looked at" => {
            let field = calculator.part("import-text").await?;
            calculator.paste(&field, "SKU\tPrice\tShelf\n00001\t1.234\tA\n00099\t5\tB\n00002\t\tC").await?;
            calculator.click("import-check").await?;
            calculator.part("import-preview").await.map(drop)
        }
        "list open" => {
            calculator.click("import-cancel").await?;
            calculator.click("import").await?;
            calculator.look_up("client", "a").await.map(drop)
        }
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
        "parts told" => calculator.set_term("parts90").await,
        "early told" => calculator.set_term("early").await,
        "typed term refused" => {
            calculator.set_term("by-hand").await?;
            let field = calculator.part("term-days").await?;
            calculator.overwrite(&field, "2.5").await?;
            calculator.part("error").await.map(|_| ())
        }
        "coupon refused" => {
            calculator.set_term("net90").await?;
            let field = calculator.part("coupon").await?;
            calculator.overwrite(&field, "no such thing").await?;
            press(&stage.client, Key::Tab).await?;
            calculator.part("error").await.map(drop)
        }
        "steps unfolded" => {
            calculator.click_in_line(0, "line-net").await?;
            calculator.click("rules").await?;
            calculator.part("rule").await.map(drop)
        }
        "scenarios" => calculator.click("add-scenario").await,
        "wish answered" => {
            calculator.click("wish").await?;
            let field = calculator.part("wish-percent").await?;
            calculator.overwrite(&field, "30").await?;
            let field = calculator.part("wish-total").await?;
            calculator.overwrite(&field, "1500").await?;
            calculator.part("by-hand").await.map(drop)
        }
        "approval asked" => {
            calculator.set_manual("5").await?;
            calculator.click("ask-approval").await?;
            calculator.text_that("authority", "wait", |text| text.contains("1998")).await.map(drop)
        }
        "copies unfolded" => {
            calculator.click("output").await?;
            calculator.click("link").await?;
            calculator.part("link-text").await.map(drop)
        }
        "client's view" => calculator.click("client-view").await,
        "line removed" => {
            calculator.click("client-view").await?;
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

/// Takes the comparison from the state before to this one.
async fn lead_comparison_to(stage: &Stage, comparison: &Comparison, state: &str) -> Outcome {
    match state {
        "facts" => Ok(()),
        "list open" => comparison.look_up("product", "c").await.map(drop),
        "cards found" => {
            // The open list goes as soon as another field has the focus.
            comparison.fill("said", "").await?;
            comparison.click("offer").await
        }
        "no card" => comparison.fill("said", "qqq").await,
        "left out unfolded" => comparison.click_css("[part~=left-out] summary").await,
        "fact unfolded" => comparison.unfold(stage, 0, 1).await,
        "value refused" => {
            comparison.fill("fact-value", "x").await?;
            comparison.click("save-fact").await
        }
        "fact saved" => {
            comparison.fill("fact-value", "17").await?;
            comparison.fill("fact-seen", "1998-05-06").await?;
            comparison.click("save-fact").await?;
            comparison.part("undo").await.map(drop)
        }
        "fact added" => {
            comparison.unfold(stage, 1, 3).await?;
            comparison.fill("fact-value", "tins").await?;
            comparison.click("save-fact").await?;
            comparison.expect_fact(1, 3, "tins").await
        }
        "catalogue's fact" => comparison.unfold(stage, 0, 0).await,
        "weight wrong" => comparison.fill("weight", "x").await,
        "differences only" => comparison.click("differences").await,
        "client's view" => {
            comparison.click("client-view").await?;
            comparison.part("client-facts").await.map(drop)
        }
        "no rivals" => {
            comparison.click("client-view").await?;
            comparison.choose("product", "Aniseed Syrup").await?;
            comparison.part("empty").await.map(drop)
        }
        _ => fail(format!("nothing leads to the state {state}")),
    }
}

/// Takes the planner from the state before to this one.
async fn lead_planner_to(stage: &Stage, planner: &Planner, state: &str) -> Outcome {
    match state {
        "week" => planner.meeting("Around the").await.map(drop),
        "meeting chosen" => {
            planner.click_meeting("Around the").await?;
            planner.part("details").await.map(drop)
        }
        "outcome noted" => {
            planner.click_css("[data-outcome=held]").await?;
            planner.click("decider").await?;
            planner.part("undo").await.map(drop)
        }
        "keys move it" => {
            let block = planner.meeting("Around the").await?;
            stage.client.execute("arguments[0].focus()", vec![serde_json::to_value(&block)?]).await?;
            type_text(&stage.client, "m").await?;
            planner.part("mover").await?;
            press(&stage.client, Key::Down).await?;
            // WebKit's driver takes for hidden what is let through by the mouse.
            until("a shadow of the meeting", async || Ok((!planner.all("shadow").await?.is_empty()).then_some(())))
                .await
        }
        "move form" => {
            press(&stage.client, Key::Escape).await?;
            planner.click("move").await?;
            planner.part("verdict").await.map(drop)
        }
        "conflict said" => planner.set("time", "14:10").await,
        "length wrong" => planner.set("minutes", "0").await,
        "plan form" => {
            press(&stage.client, Key::Escape).await?;
            planner.expect_none("dialog").await?;
            planner.click("new").await?;
            planner.part("title").await.map(drop)
        }
        "series form" => {
            planner.set("repeat", "1").await?;
            planner.part("until").await.map(drop)
        }
        "client list open" => {
            // A few are enough: axe looks behind each of them, through the dialog and the page.
            planner.set("meeting-client", "bon").await?;
            planner.part("option").await.map(drop)
        }
        "dial open" => {
            planner.click("cancel").await?;
            planner.click("dial-table").await
        }
        "dial wrong" => planner.set("dial-target", "0").await,
        "agenda" => {
            planner.click_css("[part=view]:nth-child(3)").await?;
            planner.part("agenda").await.map(drop)
        }
        "nothing planned" => {
            for _ in 0..4 {
                planner.click("later").await?;
            }
            planner.click_css("[part=view]:nth-child(1)").await
        }
        other => fail(format!("no way leads to the state \"{other}\"")),
    }
}
