//! Promotions, the order of steps, scenarios, wishes, and who may sign: how a quote comes to its price.

use serde_json::json;

use super::Prices;
use crate::harness::{Outcome, Stage, ensure, same, until};
use crate::pages::{Calculator, Demo, cents, choose, focused_part, press};

/// A key account without promotions of its own; three percent are agreed, payable in 30 days.
pub(super) const CLIENT: &str = "Ernst Handel";
/// Grain is on promotion from 20 units on.
pub(super) const GRAIN: &str = "Gnocchi di nonna Alice";

pub(super) async fn write(stage: &Stage, calculator: &Calculator, part: &str, text: &str) -> Outcome {
    let field = calculator.part(part).await?;
    calculator.overwrite(&field, text).await?;
    // A field of words is taken when it is left.
    stage.js("arguments[0].blur()", vec![serde_json::to_value(&field)?]).await?;
    Ok(())
}

/// Promotions hold where their threshold is reached, goods come free, and a coupon counts or is explained.
pub(crate) async fn promotions_and_coupons(stage: &mut Stage) -> Outcome {
    let calculator = Demo::open(stage, "").await?;
    calculator.choose_client(CLIENT).await?;
    calculator.add(GRAIN, "19").await?;
    let granted = calculator.text_that("granted", "tell of 19", |text| text.contains("21.66")).await?;
    ensure(!granted.contains("Grain weeks"), "19 are too few for the promotion")?;
    calculator.set_quantity(0, "20").await?;
    calculator.text_that("granted", "name the promotion", |text| text.contains("Grain weeks")).await?;

    calculator.add("Steeleye Stout", "25").await?;
    calculator.text_that("free", "be two", |text| text.starts_with("2 × Steeleye Stout")).await?;

    let before = calculator.net().await?.unwrap_or_default();
    write(stage, &calculator, "coupon", "no such thing").await?;
    calculator.text_that("error", "explain the coupon", |text| text.contains("No promotion has this coupon")).await?;
    same(calculator.net().await?, Some(before), "a coupon nobody knows changes nothing")?;
    write(stage, &calculator, "coupon", "welcome20").await?;
    calculator.text_that("granted", "name the coupon", |text| text.contains("Welcome")).await?;
    // Twenty off, of which the order discount would have taken two percent.
    calculator.expect_net(before - 1_960).await?;

    calculator.click("save").await?;
    calculator.expect_quotes(1).await?;
    calculator.click("new").await?;
    calculator.click("reopen").await?;
    calculator.expect_net(before - 1_960).await?;
    same(calculator.part("coupon").await?.prop("value").await?.as_deref(), Some("welcome20"), "the coupon is kept")
}

/// Steps are moved by keys, the focus goes along, the total follows, and the usual order comes back.
pub(crate) async fn steps_are_moved(stage: &mut Stage) -> Outcome {
    let calculator = Demo::open(stage, "").await?;
    calculator.choose_client(CLIENT).await?;
    calculator.add(GRAIN, "30").await?;
    write(stage, &calculator, "coupon", "WELCOME20").await?;
    let usual = calculator.net().await?.unwrap_or_default();
    calculator.click("rules").await?;
    let names = async || -> Outcome<Vec<String>> {
        let mut names = Vec::new();
        for name in calculator.select("[part~=rule] b").await? {
            names.push(name.text().await?);
        }
        Ok(names)
    };
    let order = ["Volume", "Client terms", "Grain weeks", "Twelve stouts, one more", "Welcome", "Order amount"];
    same(names().await?, order.map(str::to_owned).to_vec(), "the usual order")?;

    // The coupon goes before everything: what comes off in percent is then less.
    let up = calculator.select("[part~=rule]:nth-of-type(5) [part~=earlier]").await?;
    stage.js("arguments[0].focus()", vec![serde_json::to_value(&up[0])?]).await?;
    for place in (0..4).rev() {
        press(&stage.client, fantoccini::key::Key::Enter).await?;
        until(&format!("the coupon to be step {place}"), async || {
            Ok((names().await?.get(place).map(String::as_str) == Some("Welcome")).then_some(()))
        })
        .await?;
        let goes = if place == 0 { "later" } else { "earlier" };
        until(&format!("the focus to go along to {goes}"), async || {
            Ok((focused_part(&stage.client).await? == goes).then_some(()))
        })
        .await?;
    }
    let moved = calculator.net().await?.unwrap_or_default();
    ensure(usual < moved, format!("taken off first the coupon is worth less: {usual} and {moved}"))?;
    calculator.click("usual-order").await?;
    calculator.expect_net(usual).await?;

    // Order discounts begin at 1,000: what is ordered is above, what is left of it below.
    choose(&calculator.part("thresholds").await?, "original").await?;
    until(
        "the threshold to look at the list price",
        async || Ok((calculator.net().await? < Some(usual)).then_some(())),
    )
    .await?;
    calculator.click_in_line(0, "line-net").await?;
    let steps = calculator.text("line-steps").await?;
    for name in ["List price", "Volume", "Grain weeks", "Welcome", "Net"] {
        ensure(steps.contains(name), format!("the line tells of {name}: {steps}"))?;
    }
    Ok(())
}

/// Scenarios stand side by side, survive a reload, and are dropped.
pub(crate) async fn scenarios_side_by_side(stage: &mut Stage) -> Outcome {
    let calculator = Demo::open(stage, "").await?;
    let prices = Prices::of(stage).await?;
    let order = [("Chai", 48)];
    calculator.choose_client(CLIENT).await?;
    calculator.add("Chai", "48").await?;
    let now = prices.net(CLIENT, &order, 0, "net30")?;
    calculator.expect_net(now).await?;
    calculator.click("add-scenario").await?;
    calculator.set_term("net90").await?;
    let late = prices.net(CLIENT, &order, 0, "net90")?;
    calculator.expect_net(late).await?;
    let nets = async || -> Outcome<Vec<Option<i128>>> {
        let mut nets = Vec::new();
        for cell in calculator.select("[part~=scenarios] tbody tr:nth-of-type(2) td").await? {
            nets.push(cents(&cell.text().await?));
        }
        Ok(nets)
    };
    same(nets().await?, vec![Some(now), Some(late)], "both totals")?;
    calculator.click("scenario").await?;
    calculator.expect_net(now).await?;
    super::save::kept(stage).await?;
    stage.reload().await?;
    calculator.ready().await?;
    calculator.expect_net(now).await?;
    same(nets().await?, vec![Some(now), Some(late)], "both totals after a reload")?;
    calculator.click("drop-scenario").await?;
    calculator.expect_net(late).await
}

/// Beyond one's limits it says so and why; an approval is asked for, granted at the host, and passed by a worse offer.
pub(crate) async fn asks_for_approval(stage: &mut Stage) -> Outcome {
    let calculator = Demo::open(stage, "").await?;
    calculator.choose_client(CLIENT).await?;
    calculator.add("Chai", "12").await?;
    calculator.text_that("authority", "allow it", |text| text.contains("Yes, you may sign it")).await?;
    calculator.set_manual("12").await?;
    calculator
        .text_that("authority", "name who may", |text| text.contains("a senior manager") && text.contains("your 15%"))
        .await?;
    calculator.click("ask-approval").await?;
    calculator.text_that("authority", "wait", |text| text.contains("no answer yet")).await?;

    let (host, args) = ("sapa-discount-calculator", json!({"entity": "approval"}));
    let packet = &until("the packet to reach the host", async || {
        let found = ask(stage, host, "record.query", &args, None).await?;
        Ok(found["records"].get(0).cloned())
    })
    .await?;
    same(packet["level"].as_u64(), Some(3), "the level asked")?;
    ensure(packet["request"]["steps"].as_array().is_some_and(|steps| steps.len() > 2), "what was priced goes along")?;
    ensure(packet["engine"].is_string(), "the engine's version goes along")?;
    let args = json!({"entity": "approval", "id": packet["id"], "patch": {"verdict": "granted", "by": "Steven"}});
    ask(stage, host, "record.update", &args, packet["version"].as_str()).await?;
    calculator.text_that("authority", "tell of the approval", |text| text.contains("Approved by Steven")).await?;

    calculator.set_manual("11").await?;
    calculator.text_that("authority", "let the approval stand", |text| text.contains("Approved by Steven")).await?;
    calculator.set_manual("13").await?;
    calculator.text_that("authority", "ask anew", |text| text.contains("no longer covers it")).await?;
    calculator.text_that("ask-approval", "ask again", |text| text == "Ask again").await?;

    // Without a host there is nobody to ask, and nothing claims otherwise.
    Demo::switch(stage, "network", "none").await?;
    calculator.ready().await?;
    calculator.click("ask-approval").await?;
    calculator.text_that("authority", "say where it lies", |text| text.contains("on this device only")).await?;
    Ok(())
}

/// A debt shortens the time to pay, and the longest term there is takes one press; floors hold and say so.
pub(crate) async fn debts_and_floors(stage: &mut Stage) -> Outcome {
    let calculator = Demo::open(stage, "").await?;
    calculator.choose_client(CLIENT).await?;
    calculator.add("Chai", "96").await?;
    calculator.set_term("net60").await?;
    let said = calculator.text("credit").await?;
    ensure(said.contains("How long may they wait?"), format!("the credit is doubted: {said}"))?;
    calculator.click("take-term").await?;
    until("the doubt to go", async || {
        let said = calculator.all("credit").await?[0].prop("textContent").await?;
        Ok(said.is_none_or(|said| said.is_empty()).then_some(()))
    })
    .await?;
    let prices = Prices::of(stage).await?;
    calculator.set_manual("100").await?;
    calculator.expect_net(prices.cost(&[("Chai", 96)])?).await?;
    calculator.text_that("held", "say what the floor held back", |text| text.contains("could not be granted")).await?;
    Ok(())
}

/// A client names a discount or a total: here stands what it would take, and one press does it.
pub(crate) async fn wishes_are_answered(stage: &mut Stage) -> Outcome {
    let calculator = Demo::open(stage, "").await?;
    let prices = Prices::of(stage).await?;
    calculator.choose_client(CLIENT).await?;
    calculator.add("Chai", "10").await?;
    calculator.click("wish").await?;
    for part in ["wish-percent", "wish-total"] {
        same(calculator.part(part).await?.prop("value").await?.as_deref(), Some(""), "nothing is wished for yet")?;
    }
    ensure(calculator.all("hold").await?.is_empty(), "one line alone is what the wish is about")?;
    write(stage, &calculator, "wish-percent", "5").await?;
    calculator.text_that("ways", "name the next tier", |text| text.contains("12 × Chai")).await?;
    calculator.click("take").await?;
    calculator.expect_net(prices.net(CLIENT, &[("Chai", 12)], 0, "net30")?).await?;
    calculator.text_that("ways", "be content", |text| text.contains("has it already")).await?;

    write(stage, &calculator, "wish-total", "5000").await?;
    calculator.text_that("by-hand", "be content", |text| text.contains("does not come to more")).await?;
    ensure(calculator.all("take-manual").await?.is_empty(), "there is nothing to take")?;
    write(stage, &calculator, "wish-total", "190").await?;
    calculator.text_that("by-hand", "write the percentage as elsewhere", |text| text.contains("% by hand")).await?;
    calculator.click("take-manual").await?;
    until("the total to be reached", async || {
        Ok(calculator.net().await?.filter(|net| (18_990..=19_000).contains(net)).map(|_| ()))
    })
    .await?;
    write(stage, &calculator, "wish-total", "1").await?;
    calculator.text_that("by-hand", "say what is nearest", |text| text.contains("cannot be reached")).await?;
    let field = calculator.part("wish-total").await?;
    write(stage, &calculator, "wish-total", "").await?;
    ensure(field.attr("aria-invalid").await?.as_deref() == Some("false"), "no wish is no mistake")?;
    until("the answer to go", async || {
        Ok(calculator.all("by-hand").await?[0]
            .prop("textContent")
            .await?
            .is_none_or(|text| text.is_empty())
            .then_some(()))
    })
    .await
}

/// Lines that are held keep their quantities, whatever is wished for.
pub(crate) async fn held_lines_stay(stage: &mut Stage) -> Outcome {
    let calculator = Demo::open(stage, "").await?;
    calculator.choose_client(CLIENT).await?;
    calculator.add("Chai", "10").await?;
    calculator.add("Chang", "10").await?;
    calculator.click("wish").await?;
    write(stage, &calculator, "wish-percent", "5").await?;
    let both = |text: &str| text.contains("× Chai:") && text.contains("× Chang:");
    calculator.text_that("ways", "name both lines", both).await?;
    calculator.click("hold").await?;
    calculator
        .text_that("ways", "leave the held one", |text| text.contains("× Chang:") && !text.contains("× Chai"))
        .await?;
    calculator.click("hold").await?;
    calculator.text_that("ways", "name both lines again", both).await?;
    Ok(())
}

/// Asks the host of an element.
async fn ask(
    stage: &Stage,
    element: &str,
    op: &str,
    args: &serde_json::Value,
    base: Option<&str>,
) -> Outcome<serde_json::Value> {
    const ASK: &str = "
        const [css, op, args, base] = arguments;
        const { host } = document.querySelector(css);
        const answer = await host.request({ id: crypto.randomUUID(), idem: crypto.randomUUID(), op, args, ...(base && { baseVersion: base }) });
        if (answer.err) throw new Error(JSON.stringify(answer.err));
        return answer.ok;";
    stage.js_async(ASK, vec![element.into(), op.into(), args.clone(), base.into()]).await
}
