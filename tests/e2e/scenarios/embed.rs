//! One page for each way of embedding, each a small host with work of its own.

use serde_json::{Value, json};

use super::{demo::CLIENT, prices::Prices};
use crate::{
    harness::{Engine, Outcome, Stage, ensure, fail, same, until},
    pages::{Calculator, cents, heard, listen},
};

const PAGES: &str = "/embed";

/// Two lines of HTML: the tag prices for the client its attribute names, and tells the page what a person did.
pub(crate) async fn the_tag(stage: &mut Stage) -> Outcome {
    let calculator = open(stage, "tag").await?;
    listen(&stage.client, &["sapa-client-change", "sapa-quote-change"]).await?;
    takes_an_order(stage, &calculator).await?;
    let net = calculator.net().await?.unwrap_or_default();
    let last = until("the page to hear of the net", async || {
        let changes = heard(&stage.client, "sapa-quote-change").await?;
        let last = changes.last().map(|event| event["detail"].clone()).unwrap_or_default();
        Ok((last["net"].as_str().and_then(cents) == Some(net)).then_some(last))
    })
    .await?;
    same((last["currency"].as_str(), last["valid"].as_bool()), (Some("USD"), Some(true)), "the rest of that event")?;
    same(heard(&stage.client, "sapa-client-change").await?.len(), 0, "client changes told though no person chose one")?;
    calculator.choose_client("Ernst Handel").await?;
    let chosen = heard(&stage.client, "sapa-client-change").await?;
    same(
        chosen.last().map(|event| event["detail"]["client"].clone()),
        Some(json!("ERNSH")),
        "the client the event told",
    )?;
    same(
        stage.js("return document.querySelector('#calculator').client", vec![]).await?,
        json!("ERNSH"),
        "the property client",
    )?;
    page_works(stage).await
}

/// `mount()` puts a widget up, `update()` changes it, `destroy()` leaves nothing, and mounting again has the draft.
pub(crate) async fn the_call(stage: &mut Stage) -> Outcome {
    stage.open(&format!("{PAGES}/mount.html?today=1998-05-07")).await?;
    let calculator = Calculator::at(&stage.client, "#target > sapa-discount-calculator");
    calculator.ready().await?;
    takes_an_order(stage, &calculator).await?;
    let net = calculator.net().await?.unwrap_or_default();
    stage.click("#update").await?;
    calculator.text_that("save", "be Indonesian", |text| !text.contains("Save")).await?;
    calculator.expect_net(net).await?;
    super::save::kept(stage).await?;
    stage.click("#destroy").await?;
    until("an empty target", async || {
        Ok((stage.js("return document.querySelector('#target').childNodes.length", vec![]).await? == json!(0))
            .then_some(()))
    })
    .await?;
    stage.click("#mount").await?;
    calculator.ready().await?;
    calculator.expect_net(net).await?;
    page_works(stage).await
}

/// In an iframe of the same site: the widget works over the port and the frame grows with it.
pub(crate) async fn the_iframe(stage: &mut Stage) -> Outcome {
    stage.open(&format!("{PAGES}/iframe.html?today=1998-05-07")).await?;
    works_in_the_frame(stage).await
}

/// The same with the frame's page on another origin.
pub(crate) async fn the_iframe_of_another_origin(stage: &mut Stage) -> Outcome {
    let other = stage.other.origin();
    stage.open(&format!("{PAGES}/iframe.html?today=1998-05-07&child={other}")).await?;
    until("the frame to come from the other origin", async || {
        let address = stage.find("#frame").await?.attr("src").await?.unwrap_or_default();
        Ok(address.starts_with(&other).then_some(()))
    })
    .await?;
    works_in_the_frame(stage).await
}

/// Two widgets with one host show one workspace: a client chosen in one is the client of both, and so is the order.
pub(crate) async fn two_on_one_page(stage: &mut Stage) -> Outcome {
    stage.open(&format!("{PAGES}/two.html?today=1998-05-07")).await?;
    let (first, second) = (Calculator::at(&stage.client, "#first"), Calculator::at(&stage.client, "#second"));
    first.ready().await?;
    second.ready().await?;
    first.choose_client("Ernst Handel").await?;
    until("the second widget to price for the same client", async || {
        Ok((second.part("client").await?.prop("value").await?.as_deref() == Some("Ernst Handel")).then_some(()))
    })
    .await?;
    second.add("Chai", "30").await?;
    let net = Prices::of(stage).await?.net("Ernst Handel", &[("Chai", 30)], 0, "net30")?;
    first.expect_net(net).await?;
    second.expect_net(net).await?;
    page_works(stage).await
}

/// Under the strict policy everything works, and not one violation is counted by the page or reported to the site.
pub(crate) async fn the_strict_policy(stage: &mut Stage) -> Outcome {
    let calculator = open(stage, "csp").await?;
    takes_an_order(stage, &calculator).await?;
    calculator.look_up("product", "ch").await?;
    calculator.choose("product", "Chang").await?;
    calculator.click("save").await?;
    calculator.expect_quotes(1).await?;
    same(stage.text("#violations").await?.as_str(), "0", "violations the page counted")?;
    same(stage.site.violations(), Vec::<String>::new(), "violations reported to the site")?;
    page_works(stage).await
}

/// A host's loud global styles stay outside: the widget looks as it does on a quiet page, and changes nothing of the host.
pub(crate) async fn the_ugly_page(stage: &mut Stage) -> Outcome {
    // Sizes are in rem, which follow the root's own size on purpose; so both roots get the same.
    const LOOK: &str = "
        document.documentElement.style.setProperty('font-size', '16px', 'important');
        const root = document.querySelector('#calculator').shadowRoot;
        return ['[part~=client]', '[part~=quantity]', '[part~=save]', '[part~=net]', '[part~=term]', '[part~=remove]', 'label', 'small'].map((css) => {
          const element = root.querySelector(css), style = getComputedStyle(element);
          return [css, ...['fontFamily', 'fontSize', 'fontWeight', 'fontStyle', 'color', 'backgroundColor', 'textTransform', 'letterSpacing',
            'lineHeight', 'paddingLeft', 'marginTop', 'borderTopWidth', 'borderTopColor', 'borderRadius', 'boxShadow', 'textAlign', 'direction',
            'visibility', 'wordSpacing', 'textIndent', 'minHeight', 'cursor'].map((name) => style[name])];
        });";
    let mut looks = Vec::new();
    for page in ["tag", "ugly"] {
        let calculator = open(stage, page).await?;
        // Both pages name the same workspace, so the second has the order of the first.
        if calculator.all("line").await?.is_empty() {
            takes_an_order(stage, &calculator).await?;
            super::save::kept(stage).await?;
        }
        looks.push(stage.js(LOOK, vec![]).await?);
        page_works(stage).await?;
    }
    let rows = |look: &Value| look.as_array().cloned().unwrap_or_default();
    for (quiet, loud) in rows(&looks[0]).iter().zip(rows(&looks[1]).iter()) {
        same(loud, quiet, "the look on the loud page")?;
    }
    Ok(())
}

/// On paper the proposal stands alone, whatever page it is printed from, and says nothing that is not the client's.
pub(crate) async fn the_printed_proposal(stage: &mut Stage) -> Outcome {
    // What can be seen of the page, shadow roots included.
    const SEEN: &str = "
        const seen = [], walk = (node) => {
          if (node.nodeType === Node.TEXT_NODE) return node.data.trim() && seen.push(node.data.trim());
          if (node.nodeType === Node.ELEMENT_NODE && (!node.checkVisibility() || ['SCRIPT', 'STYLE'].includes(node.tagName))) return;
          for (const child of (node.shadowRoot ?? node).childNodes) walk(child);
        };
        walk(arguments[0] ?? document.body);
        return seen.join(' ');";
    let calculator = open(stage, "ugly").await?;
    takes_an_order(stage, &calculator).await?;
    stage.js("window.prints = 0; window.print = () => window.prints++;", vec![]).await?;
    // The page is wider than any window, and a driver that scrolls to what it clicks may miss it.
    let button = serde_json::to_value(calculator.part("print").await?)?;
    stage.js("arguments[0].scrollIntoView({block: 'center', inline: 'center'})", vec![button]).await?;
    calculator.click("print").await?;
    until(
        "the page to print",
        async || Ok((stage.js("return window.prints", vec![]).await? == json!(1)).then_some(())),
    )
    .await?;
    let sheet = calculator.all("proposal").await?;
    ensure(sheet.len() == 1, "one proposal is drawn")?;
    let text = sheet[0].prop("textContent").await?.unwrap_or_default();
    let net = calculator.text("net").await?;
    ensure(text.contains(&net) && text.contains("Chai"), format!("what is ordered and what it comes to: {text}"))?;
    let internal = calculator.text("deferral").await?;
    ensure(!internal.is_empty() && !text.contains(&internal), "what waiting costs us is ours")?;
    ensure(!text.contains("18%") && !text.contains(" costs us"), format!("nothing internal: {text}"))?;
    if stage.engine == Engine::Chromium {
        let cdp = stage.cdp().await?;
        cdp.command("Emulation.setEmulatedMedia", json!({"media": "print"})).await?;
        let page = stage.js(SEEN, vec![]).await?;
        let alone = stage.js(SEEN, vec![serde_json::to_value(&sheet[0])?]).await?;
        ensure(
            alone.as_str().is_some_and(|alone| alone.contains(&net)),
            format!("the sheet is seen on paper: {alone}"),
        )?;
        same(page, alone, "what is seen on paper")?;
        // A dark page has light letters, which white paper would swallow.
        const SCHEME: &str = "document.documentElement.style.colorScheme = 'dark';
            return getComputedStyle(arguments[0]).colorScheme";
        let scheme = stage.js(SCHEME, vec![serde_json::to_value(&sheet[0])?]).await?;
        same(scheme, json!("light"), "the colours of what is printed from a dark page")?;
        cdp.command("Emulation.setEmulatedMedia", json!({"media": ""})).await?;
    }
    stage.js("dispatchEvent(new Event('afterprint'));", vec![]).await?;
    let marked = stage.js("return document.querySelectorAll('[data-sapa-printed]').length", vec![]).await?;
    same(marked, json!(0), "what is left of it on the page")?;
    page_works(stage).await
}

/// In a form: submitted as JSON under its name, emptied by reset, disabled with its fieldset.
pub(crate) async fn the_form(stage: &mut Stage) -> Outcome {
    let calculator = open(stage, "form").await?;
    takes_an_order(stage, &calculator).await?;
    let submitted = submit(stage).await?;
    same(submitted["reference"].as_str(), Some("A-1"), "the field beside the widget")?;
    let quote: Value = serde_json::from_str(submitted["quote"].as_str().unwrap_or_default())?;
    same(quote["net"].as_str().and_then(cents), calculator.net().await?, format!("the net in the submitted {quote}"))?;
    stage.click("#disable").await?;
    until("the widget to be disabled", async || Ok(is_inert(stage, &calculator).await?.then_some(()))).await?;
    stage.click("#disable").await?;
    until("the widget to be enabled", async || Ok((!is_inert(stage, &calculator).await?).then_some(()))).await?;
    stage.click("#clear").await?;
    until("an empty order after reset", async || Ok(calculator.all("line").await?.is_empty().then_some(()))).await?;
    let submitted = submit(stage).await?;
    ensure(submitted.get("quote").is_none(), format!("nothing is submitted for an empty order: {submitted}"))?;
    page_works(stage).await
}

async fn open(stage: &Stage, page: &str) -> Outcome<Calculator> {
    stage.open(&format!("{PAGES}/{page}.html?today=1998-05-07")).await?;
    let calculator = Calculator::at(&stage.client, "#calculator");
    calculator.ready().await?;
    Ok(calculator)
}

/// The client is the one the page named, and an order for them costs what the list says.
async fn takes_an_order(stage: &Stage, calculator: &Calculator) -> Outcome {
    until(&format!("the client to be {CLIENT}"), async || {
        let name = calculator.part("client").await?.prop("value").await?;
        if name.as_deref() == Some(CLIENT) { Ok(Some(())) } else { fail(format!("it is {name:?}")) }
    })
    .await?;
    calculator.add("Chai", "30").await?;
    calculator.expect_net(Prices::of(stage).await?.net(CLIENT, &[("Chai", 30)], 0, "net30")?).await
}

async fn works_in_the_frame(stage: &Stage) -> Outcome {
    let height = async || -> Outcome<f64> { Ok(stage.find("#frame").await?.rectangle().await?.3) };
    let inside = Calculator::at(&stage.client, "sapa-discount-calculator");
    // Room for the whole frame: no driver scrolls a page for what lies in a frame of another origin.
    stage.client.set_window_size(1280, 1650).await?;
    stage.find("#frame").await?.enter_frame().await?;
    inside.ready().await?;
    stage.client.enter_parent_frame().await?;
    let before = crate::harness::settle("the frame to have its height", height).await?;
    stage.find("#frame").await?.enter_frame().await?;
    takes_an_order(stage, &inside).await?;
    for product in ["Chang", "Ikura", "Tofu", "Konbu", "Pavlova"] {
        inside.add(product, "6").await?;
    }
    inside.click("save").await?;
    super::save::expect_place(&inside, "in Reference host").await?;
    stage.client.enter_parent_frame().await?;
    until(&format!("the frame to grow from {before} px"), async || Ok((before < height().await?).then_some(())))
        .await?;
    page_works(stage).await
}

/// Submits the form and returns what the page received.
async fn submit(stage: &Stage) -> Outcome<Value> {
    stage.js("document.querySelector('#submitted').value = ''", vec![]).await?;
    stage.click("#send").await?;
    // The value, since WebKit's driver sees no text in what a scrolling box cuts off.
    until("the submitted form", async || {
        let value = stage.find("#submitted").await?.prop("value").await?.unwrap_or_default();
        Ok(Some(serde_json::from_str(&value)?))
    })
    .await
}

async fn is_inert(stage: &Stage, calculator: &Calculator) -> Outcome<bool> {
    let field = serde_json::to_value(calculator.select("[part~=product]").await?.first())?;
    Ok(stage.js("return arguments[0].closest('[inert]') !== null || arguments[0].disabled", vec![field]).await?
        == json!(true))
}

pub(super) async fn page_works(stage: &Stage) -> Outcome {
    let before = stage.text("#count").await?.parse::<u32>().unwrap_or_default();
    stage.click("#own").await?;
    // WebKit's driver answers as soon as the mouse has been told what to do.
    until("the page's own button to count", async || {
        Ok((stage.text("#count").await? == (before + 1).to_string()).then_some(()))
    })
    .await
}
