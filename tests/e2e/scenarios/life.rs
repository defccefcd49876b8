//! The life of a tag: made before it is defined, moved, defined twice, mounted and destroyed hundreds of times.

use serde_json::{Value, json};

use super::{demo::CLIENT, prices::Prices};
use crate::{
    harness::{Cdp, Outcome, Stage, ensure, same},
    pages::{Calculator, place},
};

/// Properties set before the definition, and attributes, count; and a second definition is harmless.
pub(crate) async fn properties_before_definition(stage: &mut Stage) -> Outcome {
    const EARLY: &str = "
        if (customElements.get('sapa-discount-calculator')) throw new Error('already defined');
        const data = await (await fetch('/data/northwind.json')).json();
        const early = document.createElement('sapa-discount-calculator');
        early.id = 'early';
        Object.assign(early, {data, client: 'ALFKI', locale: 'id', now: '1998-05-07', workspace: 'early', messages: {save: 'Keep it'}});
        document.querySelector('main').append(early);
        await import('/sapa.js');
        await import('/sapa.js?again');
        return [early.client, early.locale, early.now, early.workspace, early.data === data];";
    stage.open("/e2e/bare.html").await?;
    let kept = stage.in_page(EARLY, &[]).await?;
    same(kept, json!(["ALFKI", "id", "1998-05-07", "early", true]), "the properties after the definition")?;
    let calculator = Calculator::at(&stage.client, "#early");
    calculator.ready().await?;
    same(calculator.part("client").await?.prop("value").await?.as_deref(), Some(CLIENT), "the client in the field")?;
    same(calculator.text("save").await?.as_str(), "Keep it", "the page's own wording")?;
    calculator.add("Chai", "24").await?;
    let net = Prices::of(stage).await?.net(CLIENT, &[("Chai", 24)], 0, "net30")?;
    calculator.expect_net(net).await
}

/// Moving the element, across containers and while a field holds an unfinished number, loses nothing and mounts nothing anew.
pub(crate) async fn moving_loses_nothing(stage: &mut Stage) -> Outcome {
    const MOVE: &str = "
        const element = document.querySelector('#moved'), before = element.shadowRoot.firstElementChild.firstElementChild;
        const section = document.body.appendChild(document.createElement('section'));
        section.append(element);
        await new Promise((resolve) => setTimeout(resolve, 100));
        document.querySelector('main').prepend(element);
        await new Promise((resolve) => setTimeout(resolve, 100));
        return before === element.shadowRoot.firstElementChild.firstElementChild;";
    stage.open("/e2e/bare.html").await?;
    let calculator = place(stage, "moved", "element.client = 'ALFKI';").await?;
    calculator.ready().await?;
    calculator.add("Chai", "24").await?;
    calculator.set_manual("7,").await?;
    let net = calculator.net().await?;
    same(stage.js_async(MOVE, vec![]).await?, json!(true), "the same view after two moves")?;
    same(calculator.net().await?, net, "the net after the moves")?;
    same(calculator.part("manual").await?.prop("value").await?.as_deref(), Some("7,"), "the unfinished number")?;
    calculator.set_manual("7").await?;
    calculator.expect_net(Prices::of(stage).await?.net(CLIENT, &[("Chai", 24)], 700, "net30")?).await
}

/// After 20 warm-up cycles, 300 times mount and destroy leave nodes, listeners, style sheets and memory where they were.
pub(crate) async fn three_hundred_mounts_leave_nothing(stage: &mut Stage) -> Outcome {
    const CYCLES: &str = "
        const [count] = arguments, { mount } = await import('/sapa.js'), main = document.querySelector('main');
        window.catalogue ??= await (await fetch('/data/northwind.json')).json();
        for (let cycle = 0; cycle < count; cycle++) {
          const ready = new Promise((resolve) => main.addEventListener('sapa-ready', resolve, {once: true}));
          const widget = mount(main, 'discount-calculator', {data: window.catalogue, client: 'ALFKI', now: '1998-05-07'});
          await ready;
          widget.destroy();
          await new Promise((resolve) => setTimeout(resolve));
        }
        return main.querySelectorAll('sapa-discount-calculator').length;";
    stage.open("/e2e/bare.html").await?;
    let cdp = stage.cdp().await?;
    let mut counts = Vec::new();
    for cycles in [20, 100, 100, 100] {
        same(stage.in_page(CYCLES, &[json!(cycles)]).await?, json!(0), "widgets left in the page")?;
        counts.push(count(&cdp).await?);
    }
    stage.note(format!("after 20 cycles {}", counts[0]));
    stage.note(format!("after 320 cycles {}", counts[3]));
    ensure(counts[0]["wasm memory"].as_u64().is_some_and(|bytes| 0 < bytes), "the module's memory is seen")?;
    // The browser keeps a few nodes of its own (the last focused field, an event's path) as it likes; a leak of one node a
    // cycle would be 300 of them.
    let nodes = |count: &Value| count["nodes"].as_i64().unwrap_or_default();
    let more = nodes(&counts[3]) - nodes(&counts[0]);
    ensure(more < NODES_OF_THE_BROWSER, format!("{more} more nodes after 300 more cycles"))?;
    let others = |count: &Value| {
        let mut others = count.clone();
        others["nodes"] = Value::Null;
        others
    };
    same(others(&counts[3]), others(&counts[0]), "the other counts after 300 more cycles")
}

/// How many more nodes may be left than before.
const NODES_OF_THE_BROWSER: i64 = 10;

/// What the page holds after a garbage collection.
async fn count(cdp: &Cdp) -> Outcome<Value> {
    for _ in 0..3 {
        cdp.command("HeapProfiler.collectGarbage", json!({})).await?;
    }
    let counters = cdp.command("Memory.getDOMCounters", json!({})).await?;
    let sheets = instances(cdp, "CSSStyleSheet.prototype", "this.length").await?;
    let adopted = evaluate(cdp, "document.adoptedStyleSheets.length").await?;
    let memory = "this.reduce((sum, memory) => sum + memory.buffer.byteLength, 0)";
    Ok(json!({
        "documents": counters["documents"],
        "nodes": counters["nodes"],
        "listeners": counters["jsEventListeners"],
        "style sheets": sheets,
        "adopted by the document": adopted,
        "wasm memory": instances(cdp, "WebAssembly.Memory.prototype", memory).await?,
    }))
}

/// Works something out over every living object of a prototype; `this` is the array of them.
async fn instances(cdp: &Cdp, prototype: &str, body: &str) -> Outcome<Value> {
    let prototype = cdp.command("Runtime.evaluate", json!({"expression": prototype})).await?;
    let found =
        cdp.command("Runtime.queryObjects", json!({"prototypeObjectId": prototype["result"]["objectId"]})).await?;
    let call = json!({
        "objectId": found["objects"]["objectId"],
        "functionDeclaration": format!("function () {{ return {body}; }}"),
        "returnByValue": true,
    });
    let answer = cdp.command("Runtime.callFunctionOn", call).await?["result"]["value"].take();
    // What the question itself holds must not be there at the next one.
    for object in [&found["objects"]["objectId"], &prototype["result"]["objectId"]] {
        cdp.command("Runtime.releaseObject", json!({"objectId": object})).await?;
    }
    Ok(answer)
}

async fn evaluate(cdp: &Cdp, expression: &str) -> Outcome<Value> {
    let answer = cdp.command("Runtime.evaluate", json!({"expression": expression, "returnByValue": true})).await?;
    Ok(answer["result"]["value"].clone())
}
