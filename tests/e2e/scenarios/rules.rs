//! Promotions, the order of steps, scenarios, wishes, and who may sign: the calculator beyond a plain quote.

use serde_json::json;

use super::Prices;
use crate::harness::{Outcome, Stage, ensure, same, until};
use crate::pages::{Calculator, Demo, cents, choose, focused_part, press};

/// A key account without promotions of its own; three percent are agreed, payable in 30 days.
const CLIENT: &str = "Ernst Handel";
/// Grain is on promotion from 20 units on.
const GRAIN: &str = "Gnocchi di nonna Alice";

async fn write(stage: &Stage, calculator: &Calculator, part: &str, text: &str) -> Outcome {
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
        same(focused_part(&stage.client).await?.as_str(), "earlier", "the focus goes along")?;
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
    write(stage, &calculator, "wish-percent", "5").await?;
    calculator.text_that("ways", "name the next tier", |text| text.contains("12 × Chai")).await?;
    calculator.click("take").await?;
    calculator.expect_net(prices.net(CLIENT, &[("Chai", 12)], 0, "net30")?).await?;
    calculator.text_that("ways", "be content", |text| text.contains("has it already")).await?;

    write(stage, &calculator, "wish-total", "190").await?;
    calculator.click("take-manual").await?;
    until("the total to be reached", async || {
        Ok(calculator.net().await?.filter(|net| (18_990..=19_000).contains(net)).map(|_| ()))
    })
    .await?;
    write(stage, &calculator, "wish-total", "1").await?;
    calculator.text_that("by-hand", "say what is nearest", |text| text.contains("cannot be reached")).await?;
    Ok(())
}

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
    for ours in ["Cost", "Margin", "May I sign", "costs us"] {
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
