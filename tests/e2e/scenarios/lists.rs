//! Price lists that count otherwise: together, by weight, with what was bought before, by levels of loyalty.

use serde_json::{Value, json};

use crate::harness::{Outcome, Stage, ensure, fail, same, until};
use crate::pages::{Calculator, Demo};

/// A calculator over the sample data with these members of the price list replaced.
pub(super) async fn open(stage: &Stage, list: &Value, query: &str) -> Outcome<Calculator> {
    stage.open(&format!("/e2e/list.html?list={}&{query}", escaped(list))).await?;
    let calculator = Demo::calculator(stage);
    calculator.ready().await?;
    Ok(calculator)
}

fn escaped(json: &Value) -> String {
    json.to_string().bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// Key accounts pay by a list that is built on the others' prices, as the host has it and as the page hands it over; lists in a
/// circle are named.
pub(crate) async fn lists_are_built_on_one_another(stage: &mut Stage) -> Outcome {
    let list = |id: &str, base: &str, groups: Value| {
        json!({ "id": id, "name": id, "currency": "USD", "minorUnits": 2, "clientGroups": groups,
                "base": { "list": base, "discountPercent": "10" }, "prices": [{ "productId": "2", "price": "15.00" }] })
    };
    let lists = json!([list("Key accounts", "default", json!(["key"]))]);
    for query in ["locale=en&host", "locale=en"] {
        let calculator = open(stage, &json!({}), &format!("lists={}&{query}", escaped(&lists))).await?;
        // A regular client pays 10 at 18 and 10 at 19, less one percent.
        calculator.choose_client("Alfreds Futterkiste").await?;
        calculator.add("Chai", "10").await?;
        calculator.add("Chang", "10").await?;
        calculator.expect_net(36_630).await?;
        // A key account 10 at 16.20 and 10 at 15, less three percent.
        calculator.choose_client("Berglunds snabbköp").await?;
        calculator.expect_net(30_264).await?;
        let named = calculator.shown("header .muted").await?.text().await?;
        ensure(named.contains("Key accounts"), format!("the list is named: {named}"))?;
    }
    let circle = json!([list("North", "South", json!([])), list("South", "North", json!([]))]);
    stage.open(&format!("/e2e/list.html?lists={}&locale=en&host", escaped(&circle))).await?;
    let said = Demo::calculator(stage).text_that("error", "name the lists", |text| text.contains("circle")).await?;
    ensure(said.contains("North > South > North"), format!("which lists they are: {said}"))
}

/// Articles of a category count together, and the button beside a line orders what is missing of them.
pub(crate) async fn a_category_counts_together(stage: &mut Stage) -> Outcome {
    let bands = json!([{ "from": "20", "percent": "10" }]);
    let list = json!({ "lineTiers": { "mode": "allUnits", "measure": "quantity", "scope": "group", "bands": bands } });
    let calculator = open(stage, &list, "locale=en").await?;
    calculator.add("Chai", "8").await?;
    calculator.add("Chang", "9").await?;
    // 8 at 18 and 9 at 19.
    calculator.expect_net(31_500).await?;
    let offer = calculator.text_that("hint", "tell of the category", |text| text.contains("Beverages")).await?;
    ensure(offer.contains("3 more of Beverages"), format!("what is missing: {offer}"))?;
    calculator.click("hint").await?;
    // 11 at 18 and 9 at 19, less ten percent.
    calculator.expect_net(33_210).await?;
    calculator.click("rules").await?;
    let rules = calculator.text("rule").await?;
    ensure(rules.contains("category together"), format!("the steps say what counts together: {rules}"))
}

/// A ladder by weight speaks of kilograms, and of what has no weight.
pub(crate) async fn a_weight_counts(stage: &mut Stage) -> Outcome {
    let list = json!({ "orderTiers": { "measure": "weight", "bands": [{ "from": "30", "percent": "10" }] } });
    let calculator = open(stage, &list, "locale=en&weight=2.5").await?;
    calculator.add("Chai", "10").await?;
    let next = calculator.text_that("next", "tell of kilograms", |text| text.contains("kg")).await?;
    ensure(next.replace('\u{a0}', " ").contains("from 30 kg: 5 kg more"), format!("what is missing: {next}"))?;
    calculator.expect_net(18_000).await?;
    calculator.add("Chang", "1").await?;
    calculator.text_that("unweighed", "name Chang", |text| text.contains("Chang")).await?;
    calculator.set_quantity(0, "12").await?;
    // 216 less the three percent of twelve, and 19; less ten percent.
    calculator.expect_net(20_567).await?;
    Ok(())
}

/// What a client bought this year lifts the order, and what is not known is said.
pub(crate) async fn what_was_bought_before_counts(stage: &mut Stage) -> Outcome {
    let bands = json!([{ "from": "2500", "percent": "4" }, { "from": "9000", "percent": "6" }]);
    let list = json!({ "orderTiers": { "measure": "amount", "period": "year", "bands": bands } });
    let calculator = open(stage, &list, "locale=en").await?;
    calculator.add("Chai", "10").await?;
    calculator.text_that("so-far", "ask for a client", |text| text.contains("Choose a client")).await?;
    calculator.expect_net(18_000).await?;
    // 5,604.75 of this year's orders.
    calculator.choose_client("Around the Horn").await?;
    let said = calculator.text_that("so-far", "tell of this year", |text| text.contains("So far this year")).await?;
    ensure(said.contains("5,604.75"), format!("what was bought: {said}"))?;
    calculator.expect_net(17_107).await?;
    ensure(said.contains("5,782.95"), format!("what it is with this order: {said}"))?;
    // A client without orders.
    calculator.choose_client("FISSA Fabrica Inter. Salchichas S.A.").await?;
    calculator.text_that("so-far", "say what is not known", |text| text.contains("No earlier orders")).await?;
    // It pays in advance, for two percent.
    calculator.expect_net(17_640).await
}

/// The client's level stands beside what was agreed, its step among the others, and the next level with what leads there.
pub(crate) async fn loyalty_has_levels(stage: &mut Stage) -> Outcome {
    let levels = json!([
        { "name": "Silver", "from": "1000", "benefit": { "percent": "5" } },
        { "name": "Gold", "from": "6000", "benefit": { "term": "net60" } },
    ]);
    let list = json!({ "loyalty": { "name": "Club", "period": "year", "levels": levels } });
    let calculator = open(stage, &list, "locale=en").await?;
    calculator.choose_client("Around the Horn").await?;
    let said = calculator.text_that("loyalty", "name the level", |text| text.contains("Club: Silver, 5% off")).await?;
    ensure(said.contains("395.25") && said.contains("Gold (60 days to pay"), format!("the next level: {said}"))?;
    calculator.add("Chai", "10").await?;
    // 180 less one percent agreed and five of the level.
    calculator.expect_net(16_929).await?;
    calculator.click("rules").await?;
    until("the step of the level", async || {
        for rule in calculator.select("[part~=rule] b").await? {
            if rule.text().await? == "Club, Silver" {
                return Ok(Some(()));
            }
        }
        Ok(None)
    })
    .await?;
    calculator.choose_client("FISSA Fabrica Inter. Salchichas S.A.").await?;
    calculator.text_that("loyalty", "say what is not known", |text| text.contains("no level counts")).await?;
    // Gold pays in 60 days as in 30; its list adds one percent to others.
    calculator.choose_client("Ernst Handel").await?;
    calculator.set_term("net60").await?;
    calculator.expect_net(17_460).await?;
    let chosen =
        || async { Ok(Some(calculator.select("[part~=term] option[value=net60]").await?.remove(0).text().await?)) };
    let said = until("the term to be told", chosen).await?;
    same(said.contains("surcharge waived"), true, "the term says that its surcharge is waived")?;
    same(calculator.text("loyalty").await?.contains("Gold"), true, "the highest level stands alone")
}

/// Where one line does not lead to a wished discount two do, and one press orders both.
pub(crate) async fn two_lines_lead_there_together(stage: &mut Stage) -> Outcome {
    let lines = json!({ "mode": "allUnits", "measure": "quantity", "bands": [{ "from": "10", "percent": "5" }] });
    let list = json!({ "lineTiers": lines, "orderTiers": { "measure": "amount", "bands": [] } });
    let calculator = open(stage, &list, "locale=en").await?;
    calculator.add("Chai", "8").await?;
    calculator.add("Chang", "9").await?;
    calculator.click("wish").await?;
    super::rules::write(stage, &calculator, "wish-percent", "5").await?;
    let ways = calculator.text_that("ways", "name both", |text| text.contains(" + ")).await?;
    ensure(ways.contains("10 × Chai") && ways.contains("10 × Chang"), format!("both have ten: {ways}"))?;
    calculator.click("take").await?;
    // Ten at 18 and ten at 19, less five percent.
    calculator.expect_net(35_150).await
}

/// Shows one of the lists that are looked at by machine.
pub(super) async fn show(stage: &Stage, state: &str, locale: &str) -> Outcome {
    let band = |from: &str, percent: &str| json!({ "from": from, "percent": percent });
    let query = format!("locale={locale}");
    let order = json!({ "measure": "amount", "period": "year", "bands": [band("2500", "4"), band("9000", "6")] });
    match state {
        "together and by loyalty" => {
            let lines = json!({ "mode": "slab", "measure": "amount", "scope": "group", "bands": [band("500", "10")] });
            let levels = json!([{ "name": "Silver", "from": "1000", "benefit": { "percent": "2" } },
                                { "name": "Gold", "from": "15000", "benefit": { "term": "net60" } }]);
            let loyalty = json!({ "name": "Club", "period": "twelveMonths", "levels": levels });
            let list = json!({ "lineTiers": lines, "orderTiers": order, "loyalty": loyalty });
            let calculator = open(stage, &list, &query).await?;
            calculator.choose_client("Around the Horn").await?;
            calculator.add("Chai", "8").await?;
            calculator.part("hint").await?;
            calculator.part("loyalty").await?;
            calculator.click("rules").await
        }
        "by weight" => {
            let lines =
                json!({ "mode": "allUnits", "measure": "weight", "scope": "order", "bands": [band("30", "5")] });
            let calculator = open(stage, &json!({ "lineTiers": lines }), &format!("{query}&weight=2.5")).await?;
            calculator.add("Chang", "8").await?;
            calculator.part("unweighed").await.map(drop)
        }
        "nobody's period" => {
            let calculator = open(stage, &json!({ "orderTiers": order }), &query).await?;
            calculator.part("so-far").await.map(drop)
        }
        "taxed" => {
            // The demo keeps the order from one language to the next.
            Demo::forget(stage).await?;
            let calculator = Demo::open(stage, &format!("{query}&tax=top&host=none")).await?;
            calculator.add("Chai", "5").await?;
            calculator.add("Aniseed Syrup", "5").await?;
            calculator.set_term("parts90").await?;
            calculator
                .text_that("tax", "tell of both rates", |text| text.contains("10") && text.contains("20"))
                .await?;
            calculator.part("schedule").await.map(drop)
        }
        other => fail(format!("no list leads to the state \"{other}\"")),
    }
}
