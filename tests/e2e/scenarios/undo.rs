//! The way back, and the focus, which nobody loses by pressing something.

use fantoccini::elements::Element;
use fantoccini::key::Key;

use super::rules::{CLIENT, GRAIN};
use crate::harness::{Outcome, Stage, ensure, same, until};
use crate::pages::{Calculator, Demo, focused_part, press, type_text, undo_by_keys};

/// The line names the last step, its button takes back that one, and again the one before.
pub(crate) async fn the_last_step_is_named_and_taken_back(stage: &mut Stage) -> Outcome {
    let calculator = Demo::open(stage, "").await?;
    calculator.choose_client(CLIENT).await?;
    ensure(calculator.all("undo").await?.is_empty(), "before anything is ordered there is nothing to take back")?;
    for (product, quantity) in [("Chai", "5"), ("Chang", "3"), ("Ikura", "4")] {
        calculator.add(product, quantity).await?;
    }
    calculator.click_in_line(0, "remove").await?;
    says(&calculator, "Chai removed.").await?;
    calculator.set_quantity(0, "50").await?;
    says(&calculator, "Quantity of Chang changed.").await?;

    calculator.click("undo").await?;
    says(&calculator, "Chai removed.").await?;
    same(quantities(&calculator).await?, ["3", "4"].map(str::to_owned).to_vec(), "Chang is as it was, and Chai gone")?;
    calculator.click("undo").await?;
    says(&calculator, "Quantity of Ikura changed.").await?;
    let all = ["5", "3", "4"].map(str::to_owned).to_vec();
    same(quantities(&calculator).await?, all.clone(), "Chai is back")?;

    calculator.click("new").await?;
    says(&calculator, "New quote begun.").await?;
    ensure(calculator.all("line").await?.is_empty(), "an empty order")?;
    calculator.click("undo").await?;
    same(quantities(&calculator).await?, all, "the order that was not saved is back")
}

/// The keys do the same wherever nothing is being written, and a field keeps them.
pub(crate) async fn keys_take_a_step_back(stage: &mut Stage) -> Outcome {
    let calculator = Demo::open(stage, "").await?;
    calculator.choose_client(CLIENT).await?;
    calculator.add("Chai", "5").await?;
    calculator.add("Chang", "3").await?;
    calculator.click_in_line(0, "remove").await?;
    same(calculator.all("line").await?.len(), 1, "lines")?;
    same(focused_part(&stage.client).await?.as_str(), "product", "where one looks for the next product")?;
    undo_by_keys(&stage.client).await?;
    lines(&calculator, 2).await?;
    same(focused_part(&stage.client).await?.as_str(), "product", "where one goes on looking")?;

    type_text(&stage.client, "ika").await?;
    undo_by_keys(&stage.client).await?;
    lines(&calculator, 2).await?;
    says(&calculator, "Quantity of Chang changed.").await?;

    // The list of what is found may lie over the line.
    press(&stage.client, Key::Escape).await?;
    calculator.click_in_line(1, "remove").await?;
    lines(&calculator, 1).await?;
    let button = calculator.part("save").await?;
    focus(stage, &button).await?;
    undo_by_keys(&stage.client).await?;
    lines(&calculator, 2).await?;
    same(focused_part(&stage.client).await?.as_str(), "save", "where the focus is")
}

/// Whatever is pressed by key, the focus stays at what it was about.
pub(crate) async fn the_focus_is_kept(stage: &mut Stage) -> Outcome {
    let calculator = Demo::open(stage, "").await?;
    calculator.choose_client(CLIENT).await?;
    calculator.add(GRAIN, "11").await?;

    // A tier that is taken leads to how many are ordered now.
    enter(stage, &calculator.part("hint").await?).await?;
    lands(stage, "quantity", "after an offer").await?;

    // A step that moves takes the focus along, down to the end of the list, where only the way up is left.
    calculator.click("rules").await?;
    let steps = calculator.all("rule").await?.len();
    let down = calculator.select("[part~=rule]:first-of-type [part~=later]").await?;
    focus(stage, &down[0]).await?;
    for left in (1..steps).rev() {
        press(&stage.client, Key::Enter).await?;
        lands(stage, if left == 1 { "earlier" } else { "later" }, "after a step has moved").await?;
    }
    says(&calculator, "Steps moved.").await?;

    // The letter of the scenario that is left.
    calculator.click("add-scenario").await?;
    calculator.click("add-scenario").await?;
    lands(stage, "scenario", "after a scenario is added").await?;
    enter(stage, &calculator.part("drop-scenario").await?).await?;
    lands(stage, "scenario", "after a scenario is let go of").await?;
    let first = calculator.select("[part=scenario][aria-pressed=false]").await?;
    enter(stage, &first[0]).await?;
    lands(stage, "scenario", "after another scenario is opened").await?;
    enter(stage, &calculator.part("drop-scenario").await?).await?;
    lands(stage, "undo", "after the last scenario but one is let go of").await?;
    says(&calculator, "Scenario dropped.").await?;

    // What a wish is answered by goes once it is taken, or stays.
    calculator.click("wish").await?;
    calculator.overwrite(&calculator.part("wish-percent").await?, "9").await?;
    enter(stage, &calculator.part("take").await?).await?;
    lands(stage, "undo", "after a discount that was wished for").await?;
    says(&calculator, "Order changed.").await?;
    calculator.overwrite(&calculator.part("wish-total").await?, "640").await?;
    enter(stage, &calculator.part("take-manual").await?).await?;
    says(&calculator, "Extra discount changed.").await?;
    lands(stage, "take-manual", "after a total that was wished for").await?;

    enter(stage, &calculator.part("new").await?).await?;
    lands(stage, "undo", "after a new quote is begun").await?;

    // The button stays while there is something to take back, and leads to the order when there is not.
    until("the first step", async || {
        let more = !calculator.all("undo").await?.is_empty();
        if more {
            same(focused_part(&stage.client).await?.as_str(), "undo", "between two presses")?;
            press(&stage.client, Key::Enter).await?;
        }
        Ok((!more).then_some(()))
    })
    .await?;
    lands(stage, "product", "when there is nothing left").await
}

async fn lines(calculator: &Calculator, count: usize) -> Outcome {
    until(&format!("{count} lines"), async || Ok((calculator.all("line").await?.len() == count).then_some(()))).await
}

async fn says(calculator: &Calculator, text: &str) -> Outcome {
    calculator.text_that("last-edit", &format!("say {text}"), |said| said == text).await.map(drop)
}

async fn quantities(calculator: &Calculator) -> Outcome<Vec<String>> {
    let mut found = Vec::new();
    for field in calculator.all("quantity").await? {
        found.extend(field.prop("value").await?);
    }
    Ok(found)
}

async fn focus(stage: &Stage, element: &Element) -> Outcome {
    stage.js("arguments[0].focus()", vec![serde_json::to_value(element)?]).await.map(drop)
}

/// Presses something by key.
async fn enter(stage: &Stage, element: &Element) -> Outcome {
    focus(stage, element).await?;
    press(&stage.client, Key::Enter).await
}

async fn lands(stage: &Stage, part: &str, when: &str) -> Outcome {
    until(&format!("the focus to be on {part} {when}"), async || {
        let now = focused_part(&stage.client).await?;
        if now == part { Ok(Some(())) } else { crate::harness::fail(format!("it is on {now}")) }
    })
    .await
}
