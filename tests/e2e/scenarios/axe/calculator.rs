use fantoccini::key::Key;

use super::{LOCALES, Sweep, no_way};
use crate::{
    harness::{Outcome, Stage, until},
    pages::{Calculator, Demo, press},
    scenarios::{demo::CLIENT, lists},
};

/// The states of the calculator, in an order in which each leads to the next.
const STATES: [&str; 30] = [
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
    "link over a draft",
    "client's view",
    "line removed",
    "quote begun",
    "saved in the host",
    "host away",
    "no host",
    "disabled",
];

/// Lists that count otherwise.
const LIST_STATES: [&str; 4] = ["together and by loyalty", "by weight", "nobody's period", "taxed"];

/// Every state of the calculator in both schemes and three languages.
pub(crate) async fn no_finding_in_any_state(stage: &mut Stage) -> Outcome {
    // By script: a click on the page's switch would close an open list.
    const SWITCH: &str = "const theme = document.querySelector('#theme'); theme.value = arguments[0]; theme.dispatchEvent(new Event('change'));";
    let mut sweep = Sweep::new("discount-calculator", &STATES).switched_by(SWITCH);
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
    let mut sweep = Sweep::new("discount-calculator", &LIST_STATES);
    for locale in LOCALES {
        for (number, state) in LIST_STATES.into_iter().enumerate() {
            lists::show(stage, state, locale).await?;
            sweep.scan(stage, number, locale).await?;
        }
    }
    sweep.report(stage)
}

/// Takes the calculator from the state before to this one: at first while the order is written.
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
        _ => lead_through_terms(stage, calculator, state).await,
    }
}

/// While it is asked what more could be given.
async fn lead_through_terms(stage: &Stage, calculator: &Calculator, state: &str) -> Outcome {
    match state {
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
        _ => lead_out(stage, calculator, state).await,
    }
}

/// While the quote is on its way.
async fn lead_out(stage: &Stage, calculator: &Calculator, state: &str) -> Outcome {
    match state {
        "copies unfolded" => {
            calculator.click("output").await?;
            calculator.click("link").await?;
            calculator.part("link-text").await.map(drop)
        }
        "link over a draft" => {
            let link = calculator.part("link-text").await?.prop("value").await?.unwrap_or_default();
            calculator.set_manual("4").await?;
            let text = link.split('#').nth(1).unwrap_or_default();
            stage.js("location.hash = arguments[0]", vec![text.into()]).await?;
            calculator.part("shared-replaces").await.map(drop)
        }
        "client's view" => {
            calculator.click("shared-leave").await?;
            calculator.click("client-view").await
        }
        "line removed" => {
            calculator.click("client-view").await?;
            calculator.click_in_line(0, "remove").await?;
            calculator.part("undo").await.map(drop)
        }
        "quote begun" => {
            calculator.click("new").await?;
            calculator.part("undo").await.map(drop)
        }
        "saved in the host" => {
            calculator.click("undo").await?;
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
        other => no_way(other),
    }
}
