//! What of a quote leaves the widget: what a client sees, files, and links.

use super::Prices;
use super::rules::{CLIENT, GRAIN};
use crate::harness::{Outcome, Stage, ensure, same, until};
use crate::pages::{Demo, cents, choose, figures};

/// While a client looks on, nothing internal is on the screen, on paper or in a file.
pub(crate) async fn a_client_sees_nothing_internal(stage: &mut Stage) -> Outcome {
    let calculator = Demo::open(stage, "").await?;
    let prices = Prices::of(stage).await?;
    calculator.choose_client(CLIENT).await?;
    calculator.add("Chai", "24").await?;
    calculator.set_manual("9").await?;
    calculator.set_term("net60").await?;
    calculator.click("save").await?;
    calculator.expect_quotes(1).await?;
    calculator.click("add-scenario").await?;
    // Everything that opens is open, and what is printed for ourselves was printed once.
    for part in ["rules", "wish", "output"] {
        calculator.click(part).await?;
    }
    stage.js("window.print = () => {}", vec![]).await?;
    calculator.click("packet-print").await?;
    let secrets = secrets(&prices)?;
    let seen = until("the internal sheet", async || {
        let text = everything(stage).await?;
        Ok(text.contains("Internal sheet").then_some(text))
    })
    .await?;
    for ours in ["Cost", "Margin", "May I sign", "costs us", "Who must approve"] {
        ensure(seen.contains(ours), format!("{ours} stands there for us"))?;
    }
    ensure(seen.contains(&secrets[0]), format!("the cost {} stands there for us", secrets[0]))?;

    calculator.click("client-view").await?;
    until("what is internal to go", async || Ok((!everything(stage).await?.contains("May I sign")).then_some(())))
        .await?;
    calculator.click("print").await?;
    let seen = until("the proposal", async || {
        let text = everything(stage).await?;
        Ok(text.contains("Proposal").then_some(text))
    })
    .await?;
    let internal =
        ["Cost", "cost", "Margin", "margin", "sign", "approval", "costs us", "Worth today", "Internal", "Alfreds"];
    for secret in internal.iter().copied().chain(secrets.iter().map(String::as_str)) {
        ensure(!seen.contains(secret), format!("a client sees {secret}: {seen}"))?;
    }
    Ok(())
}

/// The files hold the quote, and nothing internal.
pub(crate) async fn files_hold_the_quote(stage: &mut Stage) -> Outcome {
    let calculator = Demo::open(stage, "").await?;
    let prices = Prices::of(stage).await?;
    calculator.choose_client(CLIENT).await?;
    calculator.add("Chai", "24").await?;
    stage
        .js(
            "window.files = []; const make = URL.createObjectURL;
             URL.createObjectURL = (blob) => { window.files.push(blob); return make.call(URL, blob); };",
            vec![],
        )
        .await?;
    calculator.click("output").await?;
    calculator.click("csv").await?;
    calculator.click("json").await?;
    let files = until("two files", async || {
        let files = stage.js_async("return Promise.all(window.files.map((blob) => blob.text()))", vec![]).await?;
        Ok((files.as_array().map(Vec::len) == Some(2)).then_some(files))
    })
    .await?;
    let net = prices.net(CLIENT, &[("Chai", 24)], 0, "net30")?;
    let (csv, text) = (files[0].as_str().unwrap_or_default(), files[1].as_str().unwrap_or_default());
    ensure(csv.contains("00001,Chai,"), format!("a row of the article: {csv}"))?;
    let quote: serde_json::Value = serde_json::from_str(text)?;
    same(quote["net"].as_str().and_then(cents), Some(net), "the net in the file")?;
    for secret in ["cost", "margin", "Ernst"] {
        ensure(!csv.contains(secret) && !text.contains(secret), format!("{secret} is in a file"))?;
    }
    Ok(())
}

/// A link goes round: it holds no client and no cost, says first what is otherwise here, and is taken or left.
pub(crate) async fn a_link_goes_round(stage: &mut Stage) -> Outcome {
    let calculator = Demo::open(stage, "").await?;
    let prices = Prices::of(stage).await?;
    calculator.choose_client(CLIENT).await?;
    calculator.add("Chai", "24").await?;
    calculator.add(GRAIN, "20").await?;
    calculator.set_term("net60").await?;
    let net = calculator.net().await?;
    calculator.click("output").await?;
    calculator.click("link").await?;
    let link = calculator.part("link-text").await?.prop("value").await?.unwrap_or_default();
    ensure(link.len() < 8_192 && link.contains("#sapa1~"), format!("a link: {link}"))?;
    let decoded = link.replace("%2F", "/").replace("%20", " ");
    for secret in ["ERNSH", "Ernst"].into_iter().chain(secrets(&prices)?.iter().map(String::as_str)) {
        ensure(!decoded.contains(secret), format!("the link tells {secret}: {link}"))?;
    }

    calculator.click("new").await?;
    until("an empty order", async || Ok(calculator.all("line").await?.is_empty().then_some(()))).await?;
    stage.client.goto(&link).await?;
    calculator
        .text_that("shared", "be as it was", |text| text.contains("2 lines") && text.contains("as it was"))
        .await?;
    ensure(calculator.all("line").await?.is_empty(), "nothing is taken before it is asked")?;
    calculator.click("shared-open").await?;
    until("the shared total", async || Ok((calculator.net().await? == net).then_some(()))).await?;
    let hash = stage.js("return location.hash", vec![]).await?;
    same(hash.as_str(), Some(""), "what is left of the link in the address")?;

    let page = link.split('#').next().unwrap_or_default();
    stage.client.goto(&format!("{page}#sapa1~other~7~EUR~net7~5~GONE~99.50~00001=12~99999=3~00005=1")).await?;
    let told = calculator.text_that("shared", "tell of what is gone", |text| text.contains("99999")).await?;
    for difference in ["another list", "in EUR", "payment term", "coupon", "Chef Anton", "99.5"] {
        ensure(told.contains(difference), format!("it tells of {difference}: {told}"))?;
    }
    calculator.click("shared-leave").await?;
    until("the offer to go", async || Ok(calculator.all("shared").await?.is_empty().then_some(()))).await?;
    same(calculator.net().await?, net, "what is left alone")?;

    // A page that is opened by a link, and one that cannot be read.
    stage.client.goto(&format!("{page}#sapa2~later")).await?;
    stage.reload().await?;
    calculator.ready().await?;
    calculator.text_that("shared", "say that it cannot be read", |text| text.contains("link")).await?;
    ensure(calculator.all("shared-open").await?.is_empty(), "there is nothing to open")?;
    calculator.click("shared-leave").await
}

/// The order of the steps, what thresholds look at and the scenarios go along in a link, and the preview says so.
pub(crate) async fn a_link_keeps_steps_and_scenarios(stage: &mut Stage) -> Outcome {
    let calculator = Demo::open(stage, "").await?;
    calculator.choose_client(CLIENT).await?;
    calculator.add(GRAIN, "30").await?;
    calculator.click("rules").await?;
    choose(&calculator.part("thresholds").await?, "original").await?;
    let net = until("a discount by the list price", async || {
        Ok(calculator.net().await?.filter(|net| *net < 98_000 && *net > 0))
    })
    .await?;
    calculator.click("add-scenario").await?;
    calculator.set_manual("10").await?;
    let other = until("another total", async || Ok(calculator.net().await?.filter(|other| *other < net))).await?;
    calculator.click("output").await?;
    calculator.click("link").await?;
    let link = calculator.part("link-text").await?.prop("value").await?.unwrap_or_default();
    ensure(link.contains("#sapa2~") && link.contains("original"), format!("a link: {link}"))?;
    for secret in ["ERNSH", "Ernst"] {
        ensure(!link.contains(secret), format!("the link tells {secret}: {link}"))?;
    }
    calculator.click("new").await?;
    until("an empty order", async || Ok(calculator.all("line").await?.is_empty().then_some(()))).await?;
    stage.client.goto(&link).await?;
    let told = calculator.text_that("shared", "tell of scenarios", |text| text.contains("scenarios A, B")).await?;
    ensure(told.contains("in its own way"), format!("it tells of the steps: {told}"))?;
    calculator.click("shared-open").await?;
    calculator.expect_net(other).await?;
    calculator.click_css("[part~=scenarios] [aria-pressed=false]").await?;
    calculator.expect_net(net).await
}

/// Before a link is written on, it says which goods it holds, what they come to, and what would be replaced; that comes back.
pub(crate) async fn a_link_says_what_it_replaces(stage: &mut Stage) -> Outcome {
    let calculator = Demo::open(stage, "").await?;
    let prices = Prices::of(stage).await?;
    calculator.choose_client(CLIENT).await?;
    calculator.add("Chai", "24").await?;
    calculator.add("Ikura", "4").await?;
    calculator.click("output").await?;
    calculator.click("link").await?;
    let link = calculator.part("link-text").await?.prop("value").await?.unwrap_or_default();
    calculator.click("new").await?;
    until("an empty order", async || Ok(calculator.all("line").await?.is_empty().then_some(()))).await?;
    stage.client.goto(&link).await?;
    calculator.part("shared-goods").await?;
    let mut goods = Vec::new();
    for row in calculator.select("[part=shared-goods] li").await? {
        goods.push(row.text().await?);
    }
    same(&goods, &vec!["24 × Chai".to_owned(), "4 × Ikura".to_owned()], "the goods of the link")?;
    let offered = prices.net(CLIENT, &[("Chai", 24), ("Ikura", 4)], 0, "net30")?;
    let said = calculator.text("shared-net").await?;
    same(figures(&said).first().and_then(|net| cents(net)), Some(offered), "what it comes to here")?;
    ensure(calculator.all("shared-replaces").await?.is_empty(), "an empty order is no loss")?;
    calculator.click("shared-leave").await?;

    calculator.add("Chang", "3").await?;
    let net = prices.net(CLIENT, &[("Chang", 3)], 0, "net30")?;
    calculator.expect_net(net).await?;
    stage.client.goto(&link).await?;
    let lost = calculator.text("shared-replaces").await?;
    ensure(lost.contains("for Ernst Handel, 1 line,"), format!("it says what would be replaced: {lost}"))?;
    calculator.click("shared-open").await?;
    calculator.expect_net(offered).await?;
    calculator.text_that("last-edit", "name the link", |said| said == "Link taken over.").await?;
    calculator.click("undo").await?;
    calculator.expect_net(net).await
}

/// The cost figures nobody outside may see: of the product, and of the order.
fn secrets(prices: &Prices) -> Outcome<Vec<String>> {
    let money = |cents: i128| format!("{}.{:02}", cents / 100, cents % 100);
    Ok(vec![money(prices.cost(&[("Chai", 24)])?), money(prices.cost(&[("Chai", 1)])?)])
}

/// Every text and label of the calculator, shown or not.
async fn everything(stage: &Stage) -> Outcome<String> {
    const TEXT: &str = "
        const root = document.querySelector('sapa-discount-calculator').shadowRoot;
        const labels = [...root.querySelectorAll('*')].flatMap((element) =>
          ['aria-label', 'title', 'value'].map((name) => element.getAttribute(name) ?? ''));
        return root.textContent + labels.join(' ');";
    Ok(stage.js(TEXT, vec![]).await?.as_str().unwrap_or_default().to_owned())
}
