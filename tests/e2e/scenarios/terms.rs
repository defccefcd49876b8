//! When it is paid: parts with their days, paying early, terms that are typed, and what tax comes on top.

use super::Prices;
use super::rules::CLIENT;
use crate::harness::{Outcome, Stage, ensure, same, until};
use crate::pages::{Calculator, Demo, cents, choose};

/// The payments of a term in parts have days and amounts that add up, and the proposal prints them.
pub(crate) async fn parts_have_days(stage: &mut Stage) -> Outcome {
    let calculator = Demo::open(stage, "").await?;
    let prices = Prices::of(stage).await?;
    calculator.choose_client(CLIENT).await?;
    calculator.add("Chai", "25").await?;
    calculator.set_term("parts90").await?;
    let net = prices.net(CLIENT, &[("Chai", 25)], 0, "parts90")?;
    calculator.expect_net(net).await?;
    let paid = amounts(&calculator).await?;
    same(paid.len(), 3, "three payments")?;
    same(paid.iter().sum::<i128>(), net, "together they are the total")?;
    ensure(paid.iter().max().zip(paid.iter().min()).is_some_and(|(most, least)| most - least <= 1), "they are equal")?;
    // The demo's day is 7 May 1998.
    calculator
        .text_that("schedule", "name the days", |text| {
            ["June 6", "July 6", "August 5"].iter().all(|day| text.contains(&day[..3]))
        })
        .await?;
    calculator
        .text_that("deferral", "say how it is reckoned", |text| {
            text.contains("in parts") && text.contains("interest on interest") && text.contains("years of 365")
        })
        .await?;

    calculator.set_term("deposit").await?;
    let paid =
        until("two payments", async || Ok(Some(amounts(&calculator).await?).filter(|paid| paid.len() == 2))).await?;
    let net = prices.net(CLIENT, &[("Chai", 25)], 0, "deposit")?;
    same(paid.iter().sum::<i128>(), net, "a deposit and the rest are the total")?;
    same(paid[0], (net * 30 + 50) / 100, "the deposit")?;
    let sheet = proposal(stage, &calculator).await?;
    for part in paid {
        ensure(sheet.contains(&format!("{}.{:02}", part / 100, part % 100)), format!("{part} is on paper: {sheet}"))?;
    }
    ensure(!sheet.contains("costs us"), "what waiting costs is not on paper")
}

/// Paying early is told with its day and its worth, to the client without what it is worth to us.
pub(crate) async fn paying_early_saves(stage: &mut Stage) -> Outcome {
    let calculator = Demo::open(stage, "").await?;
    let prices = Prices::of(stage).await?;
    calculator.choose_client(CLIENT).await?;
    calculator.add("Chai", "25").await?;
    calculator.set_term("early").await?;
    let net = prices.net(CLIENT, &[("Chai", 25)], 0, "early")?;
    calculator.expect_net(net).await?;
    let early = (net * 98 + 50) / 100;
    let said = calculator.text_that("early", "say what is saved", |text| text.contains("save")).await?;
    for amount in [early, net - early] {
        ensure(said.contains(&format!("{}.{:02}", amount / 100, amount % 100)), format!("{amount} in: {said}"))?;
    }
    ensure(said.contains("37.2%") && said.contains("17"), format!("the yearly rate and the day: {said}"))?;
    calculator.text_that("early-worth", "say what it is worth to us", |text| text.contains("2%")).await?;
    calculator.click("client-view").await?;
    until("what is ours to go", async || Ok(calculator.all("early-worth").await?.is_empty().then_some(()))).await?;
    let sheet = proposal(stage, &calculator).await?;
    ensure(sheet.contains("save") && !sheet.contains("worth to us"), format!("the offer is on paper: {sheet}"))
}

/// Days and parts are typed, wrong ones explained beside the field, and what was typed stays with draft and quote.
pub(crate) async fn a_term_is_typed(stage: &mut Stage) -> Outcome {
    let calculator = Demo::open(stage, "").await?;
    let prices = Prices::of(stage).await?;
    calculator.choose_client(CLIENT).await?;
    calculator.add("Chai", "25").await?;
    let net = prices.net(CLIENT, &[("Chai", 25)], 0, "net30")?;
    choose(&calculator.part("term").await?, "by-hand").await?;
    calculator.expect_net(net).await?;
    for (part, number) in [("term-days", "75"), ("term-parts", "3")] {
        let field = calculator.part(part).await?;
        calculator.overwrite(&field, number).await?;
    }
    let paid =
        until("three payments", async || Ok(Some(amounts(&calculator).await?).filter(|paid| paid.len() == 3))).await?;
    same(paid.iter().sum::<i128>(), net, "they are the total")?;
    calculator.text_that("deferral", "count 75 days", |text| text.contains("75 days")).await?;

    for (part, wrong) in [("term-days", "2"), ("term-days", "7.5"), ("term-days", "731"), ("term-parts", "0")] {
        let field = calculator.part(part).await?;
        calculator.overwrite(&field, wrong).await?;
        calculator.text_that("error", "explain the term", |text| text.contains("whole days, 0 to 730")).await?;
        same(amounts(&calculator).await?.len(), 3, "what was in force stays")?;
        let right = if part == "term-days" { "75" } else { "3" };
        calculator.overwrite(&field, right).await?;
        until("the explanation to go", async || Ok(calculator.all("error").await?.is_empty().then_some(()))).await?;
    }

    super::save::kept(stage).await?;
    stage.reload().await?;
    calculator.ready().await?;
    until("three payments after a reload", async || Ok((amounts(&calculator).await? == paid).then_some(()))).await?;
    calculator.click("save").await?;
    calculator.expect_quotes(1).await?;
    calculator.click("new").await?;
    calculator.click("reopen").await?;
    until("three payments of the quote", async || Ok((amounts(&calculator).await? == paid).then_some(()))).await?;
    same(calculator.part("term-days").await?.prop("value").await?.as_deref(), Some("75"), "the days are kept")
}

/// A list that is taxed shows the tax of each rate and what is to be paid, on the screen and on paper.
pub(crate) async fn tax_comes_on_top(stage: &mut Stage) -> Outcome {
    let calculator = Demo::open(stage, "host=none").await?;
    ensure(calculator.select("[part~=tax] div").await?.is_empty(), "a list without tax does not speak of it")?;
    const TAXED: &str = "
        const data = await (await fetch('/data/northwind.json')).json();
        data.priceList.tax = {percent: '19', rounding: 'rate', classes: [{taxClass: 'food', percent: '7'}]};
        for (const product of data.products) if (product.name !== 'Chai') product.taxClass = 'food';
        document.querySelector('sapa-discount-calculator').data = data;";
    stage.js_async(TAXED, vec![]).await?;
    calculator.ready().await?;
    calculator.add("Chai", "5").await?;
    calculator.add("Chang", "5").await?;
    let told =
        calculator.text_that("tax", "tell of both rates", |text| text.contains("7%") && text.contains("19%")).await?;
    // 90.00 at 19 percent and 95.00 at 7.
    for figure in ["185.00", "90.00", "17.10", "95.00", "6.65", "208.75"] {
        ensure(told.contains(figure), format!("{figure} in {told}"))?;
    }
    let sheet = proposal(stage, &calculator).await?;
    for figure in ["17.10", "6.65", "208.75"] {
        ensure(sheet.contains(figure), format!("{figure} on paper: {sheet}"))?;
    }
    Ok(())
}

/// The demo's prices are taxed once somebody wants to see it, on top of them or within, and the order stays.
pub(crate) async fn the_demo_shows_tax(stage: &mut Stage) -> Outcome {
    let calculator = Demo::open(stage, "").await?;
    calculator.add("Chai", "5").await?;
    calculator.add("Aniseed Syrup", "5").await?;
    calculator.expect_net(14_000).await?;
    for (tax, figures) in [
        // 90.00 at 20 percent and 50.00 at 10.
        ("top", ["140.00", "90.00", "18.00", "50.00", "5.00", "163.00"]),
        ("included", ["120.45", "75.00", "15.00", "45.45", "4.55", "140.00"]),
    ] {
        super::save::kept(stage).await?;
        Demo::switch(stage, "tax", tax).await?;
        let told = calculator
            .text_that("tax", "tell of both rates", |text| figures.iter().all(|figure| text.contains(figure)))
            .await?;
        ensure(told.contains("20%") && told.contains("10%"), format!("{tax}: {told}"))?;
    }
    super::save::kept(stage).await?;
    Demo::switch(stage, "tax", "none").await?;
    until("no word of tax", async || Ok(calculator.select("[part~=tax] div").await?.is_empty().then_some(()))).await?;
    calculator.expect_net(14_000).await
}

/// The payments on the screen, in cents.
async fn amounts(calculator: &Calculator) -> Outcome<Vec<i128>> {
    let mut amounts = Vec::new();
    for cell in calculator.select("[part~=schedule] tbody td").await? {
        amounts.extend(cents(&cell.text().await?));
    }
    Ok(amounts)
}

/// The text of the proposal as it is printed.
async fn proposal(stage: &Stage, calculator: &Calculator) -> Outcome<String> {
    const TEXT: &str = "
        const root = document.querySelector('sapa-discount-calculator').shadowRoot;
        return root.querySelector('[part~=proposal]')?.textContent ?? null;";
    stage.js("window.print = () => {}", vec![]).await?;
    calculator.click("print").await?;
    until("the proposal", async || Ok(stage.js(TEXT, vec![]).await?.as_str().map(str::to_owned))).await
}
