//! The client card: finding a client, and everything one does with its card.

use fantoccini::key::Key;
use serde_json::json;

use crate::{
    harness::{Outcome, Stage, ensure, same, until},
    pages::{Card, cents, choose, focused_part, heard, listen, press, tab_to, tap, type_text},
};

const ERNST: &str = "Ernst Handel";

/// All 91 clients are there; letters of the name, the city or the person find them, and what is not there is said.
pub(crate) async fn everyone_is_found(stage: &mut Stage) -> Outcome {
    let card = Card::open(stage, "").await?;
    card.widget.text_that("find-count", "count them", |text| text == "91 clients").await?;
    for query in ["ernst", "graz", "mendel", "HANDEL aust", "KOLN", "käselåden koln", "bracke"] {
        card.write("find", query).await?;
        card.widget.text_that("find-count", "find one", |text| text == "1 client").await?;
        same(card.texts("client").await?.len(), 1, format!("rows for {query}"))?;
    }
    card.write("find", "nobody <b>").await?;
    card.widget.text_that("find-count", "say so", |text| text.contains("“nobody <b>”")).await?;
    card.write("find", "ernst").await?;
    card.widget.click("client").await?;
    card.expect_client(ERNST).await
}

/// Every row says which rule fired; telling the client of a delay moves it on, and can be taken back.
pub(crate) async fn what_now_says_its_rules(stage: &mut Stage) -> Outcome {
    let card = Card::open(stage, "client=ERNSH").await?;
    card.expect_client(ERNST).await?;
    card.expect_among("now", "Order 11008").await?;
    let rows = card.texts("now").await?;
    ensure(rows.iter().all(|row| row.contains("Rule: ")), format!("every row names its rule: {rows:?}"))?;
    let before = rows.len();
    card.widget.click("told").await?;
    card.widget.text_that("saved", "say where it is", |text| text.contains("Saved in")).await?;
    card.expect_among("promise-state", "client told").await?;
    card.widget.click("undo").await?;
    until("the row to be back", async || Ok((card.texts("now").await?.len() == before).then_some(()))).await
}

/// A call is logged in three fields, stands first on the timeline, and is there after a reload.
pub(crate) async fn a_call_is_logged(stage: &mut Stage) -> Outcome {
    Card::forget(stage).await?;
    let card = Card::open(stage, "client=ERNSH&host=none").await?;
    card.widget.click("log").await?;
    card.widget.text_that("error", "say what is missing", |text| text.contains("few words")).await?;
    card.write("entry-text", "Wants <b>two</b> more crates").await?;
    card.widget.click("log").await?;
    card.expect_among("entry", "Wants <b>two</b> more crates").await?;
    card.widget.text_that("saved", "say where it is", |text| text.contains("on this device")).await?;
    super::save::kept(stage).await?;
    stage.reload().await?;
    card.expect_among("entry", "Wants <b>two</b> more crates").await
}

/// A promise is marked as it is typed, the safe words take its place, and it is kept with its day.
pub(crate) async fn a_promise_is_guarded(stage: &mut Stage) -> Outcome {
    let card = Card::open(stage, "client=ALFKI").await?;
    card.widget.click("add-promise").await?;
    card.write("promise-text", "I promise you the samples arrive.").await?;
    card.widget.text_that("mark", "be marked", |text| text == "I promise you").await?;
    card.click_at("replacement", 0).await?;
    until("no mark to be left", async || Ok(card.widget.all("mark").await?.is_empty().then_some(()))).await?;
    card.widget.click("save-promise").await?;
    card.widget.text_that("error", "ask for the day", |text| text.contains("Choose the day")).await?;
    card.set_date(stage, "promise-due", "1998-05-01").await?;
    card.widget.click("save-promise").await?;
    card.widget.text_that("error", "refuse a day that has passed", |text| text.contains("today or later")).await?;
    card.set_date(stage, "promise-due", "1998-05-09").await?;
    card.widget.click("save-promise").await?;
    card.expect_among("promise", "I will do everything in my power").await?;
    card.expect_among("now", "due in 2 days").await?;
    card.widget.click("promise-delay").await?;
    card.expect_among("promise-state", "client not told").await?;
    card.widget.click("promise-done").await?;
    card.expect_among("promise-state", "Kept").await
}

/// The size guard watches the quick entry in the reader's language.
pub(crate) async fn sizes_are_guarded(stage: &mut Stage) -> Outcome {
    let card = Card::open(stage, "client=ALFKI&locale=ru").await?;
    card.write("entry-text", "Вы так мало заказываете, что мы на вас не зарабатываем.").await?;
    until("a mark", async || Ok((!card.widget.all("mark").await?.is_empty()).then_some(()))).await
}

/// The buckets add up to what is owed, and the sample says that it is one.
pub(crate) async fn money_adds_up(stage: &mut Stage) -> Outcome {
    let card = Card::open(stage, "client=ERNSH").await?;
    card.widget.text_that("sample", "say what is made up", |text| text.contains("generated")).await?;
    let rows = card.widget.select("[part~=money] table.bars:first-of-type td.number").await?;
    let mut amounts = Vec::new();
    for row in &rows {
        amounts.push(cents(&row.text().await?).unwrap_or_default());
    }
    let (balance, parts) = amounts.split_last().ok_or_else(|| std::io::Error::other("no ageing"))?;
    same(parts.iter().sum::<i128>(), *balance, "the sum of the buckets")?;
    same(cents(&card.widget.text("owes").await?), Some(*balance), "what the head says is owed")
}

/// Stage, key account, form of address and roles are edited where they stand, and are at the host.
pub(crate) async fn facts_are_edited(stage: &mut Stage) -> Outcome {
    let card = Card::open(stage, "client=ALFKI").await?;
    choose(&card.widget.part("stage").await?, "lapsed").await?;
    card.widget.text_that("saved", "say where it is", |text| text.contains("Saved in")).await?;
    card.widget.click("key").await?;
    let address = card.widget.part("address").await?;
    card.widget.overwrite(&address, "Dr. Anders").await?;
    press(&stage.client, Key::Enter).await?;
    until("the address to be kept", async || {
        const READ: &str = "
            const answer = await host.request({id: 'look', op: 'record.get', args: {entity: 'contact', id: 'ALFKI-2'}});
            return answer.ok.formOfAddress;";
        Ok((stage.js_async(READ, vec![]).await? == json!("Dr. Anders")).then_some(()))
    })
    .await?;
    let role = card.widget.all("role").await?;
    ensure(!role.is_empty(), "people have roles")?;
    choose(&role[0], "blocks").await?;
    until("the role to be shown", async || {
        Ok((card.widget.all("role").await?[0].prop("value").await?.as_deref() == Some("blocks")).then_some(()))
    })
    .await
}

/// What somebody else writes at the host is on the timeline a moment later.
pub(crate) async fn the_host_is_followed(stage: &mut Stage) -> Outcome {
    const WRITE: &str = "
        const record = {clientId: 'ALFKI', kind: 'note', at: '1998-05-07T09:00:00Z', text: 'Called the other desk'};
        return await host.request({id: 'other', op: 'record.create', args: {entity: 'activity', record}});";
    let card = Card::open(stage, "client=ALFKI").await?;
    card.expect_client("Alfreds Futterkiste").await?;
    let answer = stage.js_async(WRITE, vec![]).await?;
    ensure(answer["ok"].is_object(), format!("the host took it: {answer}"))?;
    card.expect_among("entry", "Called the other desk").await
}

/// The segment opens to how it was come by.
pub(crate) async fn the_segment_explains_itself(stage: &mut Stage) -> Outcome {
    let card = Card::open(stage, "client=QUICK").await?;
    card.widget.text_that("segment", "give class and scores", |text| text.contains("A · 355")).await?;
    card.widget.click("segment").await?;
    card.widget
        .text_that("standing", "name method and day", |text| text.contains("quantiles") && text.contains("1998"))
        .await
        .map(drop)
}

/// Another client's card with the keys alone, and a call logged on it.
pub(crate) async fn by_keyboard(stage: &mut Stage) -> Outcome {
    let card = Card::open(stage, "").await?;
    tab_to(&stage.client, "find").await?;
    type_text(&stage.client, "er").await?;
    press(&stage.client, Key::Down).await?;
    until("the focus to reach the list", async || Ok((focused_part(&stage.client).await? == "client").then_some(())))
        .await?;
    press(&stage.client, Key::Up).await?;
    until("the focus to be back", async || Ok((focused_part(&stage.client).await? == "find").then_some(()))).await?;
    press(&stage.client, Key::Escape).await?;
    type_text(&stage.client, "ernst").await?;
    press(&stage.client, Key::Enter).await?;
    card.expect_client(ERNST).await?;
    tab_to(&stage.client, "entry-text").await?;
    type_text(&stage.client, "Called back").await?;
    tab_to(&stage.client, "log").await?;
    press(&stage.client, Key::Enter).await?;
    card.expect_among("entry", "Called back").await
}

/// A client and a note with a finger in a 360 px column.
pub(crate) async fn by_touch(stage: &mut Stage) -> Outcome {
    let card = Card::open(stage, "width=360&client=ALFKI").await?;
    listen(&stage.client, &["pointerdown"]).await?;
    let field = card.widget.part("find").await?;
    tap(&stage.client, stage.engine, &field).await?;
    card.write("find", "ernst").await?;
    let row = card.widget.part("client").await?;
    tap(&stage.client, stage.engine, &row).await?;
    card.expect_client(ERNST).await?;
    until("the list to be folded away", async || {
        Ok((!card.widget.select(".client-rows").await?[0].is_displayed().await?).then_some(()))
    })
    .await?;
    card.write("entry-text", "Thanked for the order").await?;
    let log = card.widget.part("log").await?;
    tap(&stage.client, stage.engine, &log).await?;
    card.expect_among("entry", "Thanked for the order").await?;
    let pointers = heard(&stage.client, "pointerdown").await?;
    ensure(2 < pointers.len(), format!("taps heard by the page: {}", pointers.len()))?;
    ensure(pointers.iter().all(|event| event["pointer"] == json!("touch")), format!("fingers only: {pointers:?}"))
}

/// Ten thousand clients: few rows are in the page, the last is reached, and any is found.
pub(crate) async fn ten_thousand_clients(stage: &mut Stage) -> Outcome {
    let card = Card::open(stage, "clients=10000").await?;
    card.widget.text_that("find-count", "count them", |text| text == "10,000 clients").await?;
    ensure(card.texts("client").await?.len() < 30, "few rows are in the page")?;
    tab_to(&stage.client, "find").await?;
    press(&stage.client, Key::Down).await?;
    until("the focus to reach the list", async || Ok((focused_part(&stage.client).await? == "client").then_some(())))
        .await?;
    press(&stage.client, Key::End).await?;
    card.expect_among("client", " 9999").await?;
    card.write("find", "handel 4205").await?;
    card.widget.text_that("find-count", "find one", |text| text == "1 client").await.map(drop)
}
