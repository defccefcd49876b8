//! Numbers as people type them, and what happens to what is none.

use serde_json::json;

use super::{demo::CLIENT, prices::Prices, rules::write};
use crate::{
    harness::{Outcome, Stage, ensure, same, until},
    pages::{Calculator, Demo, cents, heard, listen, retype_and_click},
};

/// Every wrong number is explained beside its field, never reaches the total, and keeps the quote from being saved.
pub(crate) async fn a_wrong_number_is_explained(stage: &mut Stage) -> Outcome {
    let calculator = Demo::open(stage, "").await?;
    let prices = Prices::of(stage).await?;
    calculator.choose_client(CLIENT).await?;
    calculator.add("Chai", "20").await?;
    let net = prices.net(CLIENT, &[("Chai", 20)], 0, "net30")?;
    calculator.expect_net(net).await?;
    for wrong in ["abc", "-5", "1,2,3", "1e5", "12..5", "", "1.234,5", "99999999999999999999999999999999"] {
        let field = calculator.in_line(0, "quantity").await?;
        calculator.paste(&field, wrong).await?;
        let said = explained(&calculator, "line", wrong).await?;
        ensure(said.len() > 20, format!("a sentence about \"{wrong}\": \"{said}\""))?;
        same(calculator.net().await?, Some(net), format!("the total while the field says \"{wrong}\""))?;
        same(field.attr("aria-invalid").await?.as_deref(), Some("true"), "aria-invalid of the field")?;
        calculator.set_quantity(0, "20").await?;
        calculator.expect_net(net).await?;
        until("the explanation to go", async || Ok(calculator.all("error").await?.is_empty().then_some(()))).await?;
    }
    listen(&stage.client, &["sapa-quote-save"]).await?;
    calculator.set_manual("101").await?;
    calculator.text_that("error", "name the range", |text| text.contains("0 to 100")).await?;
    calculator.click("save").await?;
    until("the save to be refused with words", async || {
        let mut said = Vec::new();
        for error in calculator.all("error").await? {
            said.push(error.text().await?);
        }
        Ok(said.iter().any(|text| text.contains("1 field")).then_some(()))
    })
    .await?;
    same(heard(&stage.client, "sapa-quote-save").await?.len(), 0, "quotes saved with a wrong number in a field")
}

/// The line and the total follow each key, what explains them follows once the typing pauses, and so does the page.
pub(crate) async fn typing_is_followed(stage: &mut Stage) -> Outcome {
    const TYPE: &str = "
        const [keys, done] = [[...arguments[0]], arguments[1]];
        const root = document.querySelector('#calculator').shadowRoot;
        const part = (name) => root.querySelector(`[part~=${name}]`);
        const field = part('quantity');
        const frame = () => new Promise((then) => requestAnimationFrame(() => setTimeout(then)));
        const shown = () => ({ line: part('line-net').innerText, net: part('net').innerText, granted: part('granted').innerText });
        (async () => {
          field.focus();
          field.value = '';
          const seen = [];
          for (const key of keys) {
            field.value += key;
            field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
            await frame();
            seen.push(shown());
          }
          done(seen);
        })();";
    let calculator = Demo::open(stage, "").await?;
    let prices = Prices::of(stage).await?;
    calculator.choose_client(CLIENT).await?;
    calculator.add("Chai", "20").await?;
    calculator.expect_net(prices.net(CLIENT, &[("Chai", 20)], 0, "net30")?).await?;
    let before = calculator.text("granted").await?;
    listen(&stage.client, &["sapa-quote-change"]).await?;
    let seen = stage.client.execute_async(TYPE, vec![json!("125")]).await?;
    for (at, quantity) in [1, 12, 125].into_iter().enumerate() {
        let net = prices.net(CLIENT, &[("Chai", quantity)], 0, "net30")?;
        let text = |name: &str| seen[at][name].as_str().and_then(cents);
        same((text("line"), text("net")), (Some(net), Some(net)), format!("the line and the total after {quantity}"))?;
    }
    calculator.text_that("granted", "tell of the other discount", |text| text != before).await?;
    let told = heard(&stage.client, "sapa-quote-change").await?;
    same(told.len(), 1, "changes told of three keys")?;
    let net = calculator.net().await?;
    same(told[0]["detail"]["net"].as_str().and_then(cents), net, "the net that was told")
}

/// An offer that is pressed before the typing has settled is taken, and one that is pressed meanwhile stays where it is.
pub(crate) async fn an_offer_is_taken_while_typing(stage: &mut Stage) -> Outcome {
    const STAYS: &str = "
        const root = document.querySelector('#calculator').shadowRoot;
        const part = (name) => root.querySelector(`[part~=${name}]`);
        const pressed = part('hint');
        const field = part('quantity');
        field.value = '6';
        field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
        await new Promise((then) => setTimeout(then, 600));
        return [pressed === part('hint'), pressed.innerText];";
    let calculator = Demo::open(stage, "").await?;
    let prices = Prices::of(stage).await?;
    let twelve = prices.net(CLIENT, &[("Chai", 12)], 0, "net30")?;
    let type_and_press = async |typed: char, part: &str| {
        let field = calculator.in_line(0, "quantity").await?;
        stage.js("arguments[0].focus()", vec![serde_json::to_value(&field)?]).await?;
        retype_and_click(&stage.client, typed, &calculator.part(part).await?).await
    };
    calculator.choose_client(CLIENT).await?;
    calculator.add("Chai", "5").await?;
    calculator.text_that("hint", "say what is missing", |text| text.contains("7 more")).await?;
    type_and_press('8', "hint").await?;
    calculator.expect_net(twelve).await?;

    calculator.set_quantity(0, "5").await?;
    calculator.text_that("hint", "say what is missing", |text| text.contains("7 more")).await?;
    let stayed = stage.js_async(STAYS, vec![]).await?;
    ensure(stayed[0] == true, "the button is another once the typing has settled")?;
    let said = stayed[1].as_str().unwrap_or_default();
    ensure(said.contains("6 more"), format!("it says what is missing now: {said}"))?;

    calculator.click("wish").await?;
    write(stage, &calculator, "wish-percent", "3").await?;
    calculator.text_that("ways", "name the next tier", |text| text.contains("12 × Chai")).await?;
    type_and_press('7', "take").await?;
    calculator.expect_net(twelve).await
}

/// What two languages read differently is echoed as it was read.
pub(crate) async fn an_ambiguous_number_is_echoed(stage: &mut Stage) -> Outcome {
    let calculator = Demo::open(stage, "").await?;
    let prices = Prices::of(stage).await?;
    calculator.choose_client(CLIENT).await?;
    calculator.add("Chai", "1,234").await?;
    calculator.text_that("echo", "say 1,234", |text| text.contains("1,234") && text.contains("thousand")).await?;
    calculator.expect_net(prices.net(CLIENT, &[("Chai", 1234)], 0, "net30")?).await?;
    calculator.set_quantity(0, "1.234").await?;
    calculator.text_that("echo", "say 1.234", |text| text.contains("1.234") && text.contains("fraction")).await?;
    // 1.234 x 18.00 is 22.21 at list price, 1 % off: 21.99.
    calculator.expect_net(2199).await?;
    Demo::switch(stage, "language", "id").await?;
    calculator.set_quantity(0, "1.234").await?;
    calculator.expect_net(prices.net(CLIENT, &[("Chai", 1234)], 0, "net30")?).await
}

/// Commas and narrow spaces in Russian, points between thousands in Indonesian: typed and shown.
pub(crate) async fn numbers_follow_the_language(stage: &mut Stage) -> Outcome {
    let calculator = Demo::open(stage, "").await?;
    let prices = Prices::of(stage).await?;
    calculator.choose_client(CLIENT).await?;
    calculator.add("Chai", "1500").await?;
    let net = prices.net(CLIENT, &[("Chai", 1500)], 250, "net30")?;
    let (whole, part) = (net / 100, net % 100);
    for (language, percent, quantity, group, decimal) in
        [("ru", "2,5", "1 500", "\u{a0}", ","), ("id", "2,5", "1.500", ".", ","), ("en", "2.5", "1,500", ",", ".")]
    {
        Demo::switch(stage, "language", language).await?;
        calculator.set_quantity(0, quantity).await?;
        calculator.set_manual(percent).await?;
        calculator.expect_net(net).await?;
        let shown = calculator.text("net").await?.replace('\u{202f}', "\u{a0}");
        let expected = format!("{}{group}{:03}{decimal}{part:02}", whole / 1000, whole % 1000);
        ensure(
            shown.contains(&expected) || shown.contains(&expected.replace('\u{a0}', " ")),
            format!("{language} shows {expected}, not \"{shown}\""),
        )?;
    }
    Ok(())
}

/// The explanation that stands in this container once `wrong` is in its field.
async fn explained(calculator: &Calculator, within: &str, wrong: &str) -> Outcome<String> {
    until(&format!("an explanation of \"{wrong}\" beside the field"), async || {
        let beside = calculator.select(&format!("[part~={within}] [part~=error]")).await?;
        match beside.first() {
            Some(sentence) => Ok(Some(sentence.text().await?)),
            None => Ok(None),
        }
    })
    .await
}
