//! The way back, and the focus, which nobody loses by pressing something.

use fantoccini::elements::Element;

use super::rules::{CLIENT};
use crate::harness::{Outcome, Stage, ensure, same, until};
use crate::pages::{Calculator, Demo, focused_part, type_text, undo_by_keys};

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

    calculator.click_in_line(1, "remove").await?;
    lines(&calculator, 1).await?;
    let button = calculator.part("save").await?;
    focus(stage, &button).await?;
    undo_by_keys(&stage.client).await?;
    lines(&calculator, 2).await?;
    same(focused_part(&stage.client).await?.as_str(), "save", "where the focus is")
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
