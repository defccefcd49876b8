//! Records and data that cannot be read: what is wrong goes alone, is named, and nothing false is said in its place.

use std::time::Duration;

use serde_json::json;

use crate::{
    harness::{Outcome, Stage, ensure, fail, until, until_within},
    pages::{Calculator, heard, listen},
};

/// The widgets, by their tags.
const TAGS: [&str; 4] =
    ["sapa-client-card", "sapa-discount-calculator", "sapa-meeting-planner", "sapa-competitor-comparison"];

/// One record of each of five kinds is spoilt, in the answers of a host or in the data of a page.
const SPOILT: &str = "
    const [id, how] = arguments;
    await import('/sapa.js');
    const { createReferenceHost } = await import('/reference-host.js');
    const load = async (name) => (await fetch(`/data/${name}.json`)).json();
    const [data, records] = await Promise.all(['northwind', 'records'].map(load));
    const payment = records.payment.find(({ clientId }) => clientId === 'ERNSH').id;
    const meeting = records.meeting[0].id, promise = records.commitment[0].id;
    const spoil = (entity, record) => {
      if (entity === 'payment' && record.id === payment) delete record.allocations;
      if (entity === 'meeting' && record.id === meeting) record.minutes = 0;
      if (entity === 'commitment' && record.id === promise) delete record.made;
      if (entity === 'product' && record.id === '1') record.price = 18;
      if (entity === 'company' && record.id === 'ANATR') record.name = 7;
    };
    data.records = records;
    const element = document.createElement('sapa-client-card');
    Object.assign(element, { id, now: '1998-05-07', client: 'ERNSH', workspace: id, user: 'ann' });
    if (how === 'host') {
      const host = createReferenceHost(data, { today: '1998-05-07', workspace: id, user: { id: 'ann', name: 'Ann' } });
      element.host = { request: async (request) => {
        const answer = structuredClone(await host.request(request));
        for (const record of answer.ok?.records ?? []) spoil(request.args.entity, record);
        return answer;
      } };
    } else {
      for (const [entity, list] of Object.entries({ company: data.companies, product: data.products, ...records }))
        for (const record of list) spoil(entity, record);
      element.data = data;
    }
    document.querySelector('main').append(element);
    return payment;";

/// What is left out is counted and named, at the foot, in the card's money and to the page; all else is there.
pub(crate) async fn a_bad_record_goes_alone(stage: &mut Stage) -> Outcome {
    stage.open("/e2e/bare.html").await?;
    listen(&stage.client, &["sapa-error"]).await?;
    for how in ["host", "data"] {
        let payment = stage.in_page(SPOILT, &[json!(how), json!(how)]).await?;
        let payment = payment.as_str().unwrap_or_default().to_owned();
        let card = Calculator::at(&stage.client, &format!("#{how}"));
        let kinds = ["payments (1)", "meetings (1)", "promises (1)", "products (1)", "clients (1)"];
        let all = |text: &str| kinds.iter().all(|kind| text.contains(kind));
        card.text_that("status", "count what was left out", all).await?;
        card.text_that("money-doubt", "doubt the sums", |text| text.contains("payments (1)")).await?;
        card.part("invoices").await?;
        let people = card.all("person").await?.len();
        ensure(people > 0, format!("{how}: the people are there"))?;
        card.text_that("find-count", "count the other clients", |text| text == "90 clients").await?;
        until(&format!("{how}: the page to be told of the payment"), async || {
            let named = format!("payment {payment}: allocations: missing");
            let events = heard(&stage.client, "sapa-error").await?;
            let own = events.iter().filter(|event| event["on"] == json!(how));
            let told = own.map(|event| &event["detail"]).any(|detail| {
                detail["code"] == "record.invalid"
                    && detail["detail"].as_str().is_some_and(|text| text.contains(&named))
            });
            Ok(told.then_some(()))
        })
        .await?;
        stage.js("document.getElementById(arguments[0]).remove()", vec![json!(how)]).await?;
    }
    Ok(())
}

/// What cannot be used at all is said in the box of every widget, and to the page.
pub(crate) async fn no_box_stays_empty(stage: &mut Stage) -> Outcome {
    const PLACE: &str = "
        const [tag, id, given] = arguments;
        await import('/sapa.js');
        const element = Object.assign(document.createElement(tag), {id, ...given});
        document.querySelector('main').append(element);";
    stage.open("/e2e/bare.html").await?;
    listen(&stage.client, &["sapa-error"]).await?;
    for (number, (given, code, word)) in [
        (json!({"data": {"companies": "none"}}), "data.invalid", "companies"),
        (json!({"data": 42}), "data.invalid", "companies"),
        (json!({"host": 42}), "host.unusable", "request"),
        (json!({"host": {}}), "host.unusable", "request"),
        (json!({"now": "soon", "data": {}}), "date.invalid", "soon"),
    ]
    .into_iter()
    .enumerate()
    {
        for tag in TAGS {
            let id = format!("{tag}-{number}");
            stage.in_page(PLACE, &[json!(tag), json!(id), given.clone()]).await?;
            until(&format!("{given} to be said in <{tag}>"), async || {
                let text = stage
                    .js("return document.getElementById(arguments[0]).shadowRoot?.querySelector('[role=alert]')?.textContent ?? ''", vec![json!(id)])
                    .await?;
                let text = text.as_str().unwrap_or_default().to_owned();
                if text.contains(word) { Ok(Some(())) } else { fail(format!("it says \"{text}\"")) }
            })
            .await?;
            until(&format!("the page to be told of {given}"), async || {
                let events = heard(&stage.client, "sapa-error").await?;
                let own = |event: &&serde_json::Value| event["on"] == json!(id) && event["detail"]["code"] == code;
                Ok(events.iter().find(own).map(|_| ()))
            })
            .await?;
            stage.js("document.getElementById(arguments[0]).remove()", vec![json!(id)]).await?;
        }
    }
    Ok(())
}

/// A host that never answers is said where one waits, with a button, as soon as it is known.
pub(crate) async fn a_silent_host_is_said(stage: &mut Stage) -> Outcome {
    const SILENT: &str = "
        await import('/sapa.js');
        const element = document.createElement('sapa-client-card');
        element.id = 'silent';
        element.host = { request: () => new Promise(() => {}) };
        document.querySelector('main').append(element);";
    stage.open("/e2e/bare.html").await?;
    stage.in_page(SILENT, &[]).await?;
    let card = Calculator::at(&stage.client, "#silent");
    let told = until_within(Duration::from_secs(20), "the body to tell of the deadline", async || {
        let said = card.all("error").await?;
        if said.is_empty() { fail("it waits") } else { Ok(Some(said[0].text().await?)) }
    })
    .await?;
    ensure(told.contains("did not answer in time"), format!("it says \"{told}\""))?;
    card.part("retry").await.map(drop)
}
