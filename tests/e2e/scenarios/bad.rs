//! What others do wrong: the page's owner gets a sentence, the person at the widget too, and the page works on.

use serde_json::json;

use crate::{
    harness::{Outcome, Stage, ensure, fail, same, until, until_within},
    pages::{Calculator, Demo, heard, listen, place},
};

/// Hosts that break the contract, each in its own way, as the body of `request(req)`.
const MALFORMED: [(&str, &str); 8] = [
    ("a page of HTML", "return '<!doctype html><title>Sign in</title>';"),
    ("nothing", "return undefined;"),
    ("neither ok nor err", "return {id: req.id};"),
    ("another id", "return {id: 'other', ok: {}};"),
    ("an error without a known code", "return {id: req.id, err: {code: 42}};"),
    ("records that are no list", "return {id: req.id, ok: {...context, records: 'none'}};"),
    ("records without names", "return {id: req.id, ok: {...context, records: [{id: 1, version: {}}]}};"),
    ("a thrown error", "throw new TypeError('no such service');"),
];

/// Whatever a malformed host answers, it is said, and the page's own button works.
pub(crate) async fn a_malformed_host_is_said(stage: &mut Stage) -> Outcome {
    stage.open("/e2e/bare.html").await?;
    listen(&stage.client, &["sapa-error"]).await?;
    for (number, (what, body)) in MALFORMED.into_iter().enumerate() {
        let id = format!("bad-{number}");
        let host = format!(
            "element.host = {{ request: async (req) => {{
               const context = {{workspace: 'w', user: {{id: 'u', name: 'U'}}, host: {{name: 'Odd'}}, locale: 'en', currency: 'USD'}};
               {body} }} }};
             element.data = null;"
        );
        let calculator = place(stage, &id, &host).await?;
        let events = until(&format!("a sentence to the owner about a host that answers {what}"), async || {
            let events = heard(&stage.client, "sapa-error").await?;
            let own: Vec<_> = events.into_iter().filter(|event| event["on"] == json!(id)).collect();
            Ok((!own.is_empty()).then_some(own))
        })
        .await?;
        let code = events[0]["detail"]["code"].as_str().unwrap_or_default();
        let message = events[0]["detail"]["message"].as_str().unwrap_or_default();
        ensure(code.starts_with("host.") && 20 < message.len(), format!("{what} is told as \"{code}: {message}\""))?;
        let shown = calculator.text_that("error", "tell the person", |text| 20 < text.len()).await;
        ensure(shown.is_ok() || calculator.text("status").await?.len() > 20, format!("{what} is said in the widget"))?;
        stage.click("#own").await?;
        same(stage.text("#own").await?, (number + 1).to_string(), "the page's own button")?;
        stage.js("document.getElementById(arguments[0]).remove()", vec![json!(id)]).await?;
    }
    Ok(())
}

/// A frame of ours in a page of another origin than it was told says so and hands out nothing; and the host's side likewise.
pub(crate) async fn a_foreign_origin_is_refused(stage: &mut Stage) -> Outcome {
    const FRAME: &str = "
        const [id, address, origins] = arguments;
        window.warned ??= []; const warn = console.warn;
        console.warn = (...words) => { window.warned.push(words.join(' ')); warn(...words); };
        const { attachFrame } = await import('/host-frame.js');
        const frame = document.body.appendChild(document.createElement('iframe'));
        frame.id = id;
        window.asked ??= [];
        attachFrame(frame, { request: async (req) => { window.asked.push(req.op); return {id: req.id, ok: {}}; } }, { origins });
        frame.src = address;";
    stage.open("/e2e/bare.html").await?;
    let (own, other) = (stage.site.origin(), stage.other.origin());
    let told = format!("{own}/frame.html?origin={}", "http://127.0.0.1:9");
    stage.in_page(FRAME, &[json!("stranger"), json!(told), json!([own])]).await?;
    says_in_frame(stage, "stranger", &["origin", "127.0.0.1:9"]).await?;
    let foreign = format!("{other}/frame.html?origin={own}");
    stage.in_page(FRAME, &[json!("unlisted"), json!(foreign), json!([own])]).await?;
    says_in_frame(stage, "unlisted", &[own.as_str(), "attachFrame"]).await?;
    let warned = stage.in_page("return window.warned.join()", &[]).await?.as_str().unwrap_or_default().to_owned();
    ensure(warned.contains(&other), format!("the page's owner is told which origin asked: \"{warned}\""))?;
    same(stage.in_page("return window.asked", &[]).await?, json!([]), "requests that reached the host")?;
    stage.click("#own").await?;
    same(stage.text("#own").await?.as_str(), "1", "the page's own button")
}

/// Where the page's policy blocks WebAssembly the owner is told what to change, the light-DOM child stays, the page works.
pub(crate) async fn blocked_wasm_is_said(stage: &mut Stage) -> Outcome {
    stage.open("/embed/blocked.html").await?;
    let owner = owner_reads(stage, "wasm.blocked").await?;
    ensure(owner.contains("wasm-unsafe-eval"), format!("what to change is named: \"{owner}\""))?;
    let child = stage.find("#calculator > p").await?;
    ensure(child.is_displayed().await?, "the child of the tag is seen")?;
    page_works(stage).await
}

/// Without storage, in the four ways browsers take it away, prices are worked out all the same and nothing is promised.
pub(crate) async fn blocked_storage_is_said(stage: &mut Stage) -> Outcome {
    for how in ["throws", "absent", "refuses", "fails"] {
        stage.open(&format!("/e2e/no-storage.html?today=1998-05-07&how={how}")).await?;
        let owner = owner_reads(stage, "storage.").await?;
        ensure(30 < owner.len(), format!("{how}: the owner reads \"{owner}\""))?;
        let calculator = Calculator::at(&stage.client, "#calculator");
        calculator.ready().await?;
        calculator.add("Chai", "24").await?;
        calculator.expect_net(40_630).await?;
        calculator.text_that("status", "say that nothing is kept", |text| text.contains("Nothing is kept")).await?;
        calculator.part("export").await?;
        page_works(stage).await?;
    }
    Ok(())
}

/// Data written by a newer build are left alone: the widget says so and offers a copy.
pub(crate) async fn newer_data_are_left_alone(stage: &mut Stage) -> Outcome {
    const RAISE: &str = "
        const [known] = (await indexedDB.databases()).filter(({name}) => name.startsWith('sapa'));
        if (!known) throw new Error('no database of ours: ' + JSON.stringify(await indexedDB.databases()));
        await new Promise((resolve, reject) => {
          const request = indexedDB.open(known.name, known.version + 1);
          request.onsuccess = () => { request.result.close(); resolve(); };
          request.onerror = () => reject(request.error);
        });
        return known.version + 1;";
    const VERSION: &str = "
        const [known] = (await indexedDB.databases()).filter(({name}) => name.startsWith('sapa')); return known.version;";
    let calculator = Demo::open(stage, "").await?;
    super::save::make(&calculator).await?;
    calculator.click("save").await?;
    calculator.expect_quotes(1).await?;
    stage.open("/e2e/bare.html").await?;
    let newer = stage.js_async(RAISE, vec![]).await?;
    let calculator = Demo::open(stage, "").await?;
    calculator.text_that("status", "name the newer version", |text| text.contains("newer version")).await?;
    calculator.part("export").await?;
    same(calculator.all("quote").await?.len(), 0, "quotes shown of data that cannot be read")?;
    stage.open("/e2e/bare.html").await?;
    same(stage.js_async(VERSION, vec![]).await?, newer, "the version of the stored data")
}

async fn owner_reads(stage: &Stage, code: &str) -> Outcome<String> {
    until(&format!("the owner to read {code}"), async || {
        let text = stage.text("#owner").await?;
        if text.contains(code) { Ok(Some(text)) } else { fail(format!("it reads \"{text}\"")) }
    })
    .await
}

async fn page_works(stage: &Stage) -> Outcome {
    stage.click("#own").await?;
    same(stage.text("#count").await?.as_str(), "1", "the count of the page's own button")
}

/// Waits until the frame shows a sentence with all these words, longer than any handshake may take.
async fn says_in_frame(stage: &Stage, id: &str, words: &[&str]) -> Outcome {
    stage.find(&format!("#{id}")).await?.enter_frame().await?;
    let told = until_within(std::time::Duration::from_secs(20), &format!("{words:?} in the frame {id}"), async || {
        let text = stage.text("[role=alert]").await?;
        if words.iter().all(|word| text.contains(word)) { Ok(Some(())) } else { fail(format!("it says \"{text}\"")) }
    })
    .await;
    stage.client.enter_parent_frame().await?;
    told
}
