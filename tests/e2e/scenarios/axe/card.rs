use super::{LOCALES, Sweep, no_way};
use crate::{
    harness::{Outcome, Stage, until},
    pages::{Card, choose},
};

/// The states of the client card, in an order in which each leads to the next.
const STATES: [&str; 14] = [
    "nobody chosen",
    "nobody found",
    "client chosen",
    "segment open",
    "invoices open",
    "entry refused",
    "entry logged",
    "told",
    "promise form",
    "promise marked",
    "promise refused",
    "role changed",
    "keys listed",
    "a new client",
];

/// Every state of the client card in both schemes and three languages.
pub(crate) async fn no_finding_on_the_card(stage: &mut Stage) -> Outcome {
    let mut sweep = Sweep::new("client-card", &STATES);
    for locale in LOCALES {
        Card::forget(stage).await?;
        let card = Card::open(stage, &format!("locale={locale}&host=none")).await?;
        for (number, state) in STATES.into_iter().enumerate() {
            lead_to(stage, &card, state).await?;
            sweep.scan(stage, number, locale).await?;
        }
    }
    sweep.report(stage)
}

/// Takes the client card from the state before to this one.
async fn lead_to(stage: &Stage, card: &Card, state: &str) -> Outcome {
    let widget = &card.widget;
    match state {
        "nobody chosen" => Ok(()),
        "nobody found" => {
            card.write("find", "qqq").await?;
            until("no row", async || Ok(widget.all("client").await?.is_empty().then_some(()))).await
        }
        "client chosen" => {
            card.write("find", "ernst").await?;
            widget.click("client").await?;
            widget.part("client-name").await.map(drop)
        }
        "segment open" => widget.click("segment").await,
        "invoices open" => widget.click("invoices").await,
        "entry refused" => {
            widget.click("log").await?;
            widget.part("error").await.map(drop)
        }
        "entry logged" => {
            card.write("entry-text", "Called back").await?;
            widget.click("log").await?;
            card.expect_among("entry", "Called back").await
        }
        "told" => {
            widget.click("told").await?;
            widget.part("undo").await.map(drop)
        }
        "promise form" => {
            widget.click("add-promise").await?;
            widget.part("promise-text").await.map(drop)
        }
        "promise marked" => {
            let locale = stage.js("return document.querySelector('#card').locale", vec![]).await?;
            let text = match locale.as_str() {
                Some("id") => "Saya berjanji barangnya tiba besok.",
                Some("ru") => "Я обещаю вам, что товар придёт завтра.",
                _ => "I promise you it arrives tomorrow.",
            };
            card.write("promise-text", text).await?;
            widget.part("mark").await.map(drop)
        }
        "promise refused" => {
            card.click_at("replacement", 0).await?;
            widget.click("save-promise").await?;
            widget.part("error").await.map(drop)
        }
        "role changed" => {
            widget.click("cancel").await?;
            choose(&widget.part("role").await?, "blocks").await
        }
        "keys listed" => {
            widget.click("keys-open").await?;
            widget.shown("[part=keys]").await.map(drop)
        }
        "a new client" => {
            // What lists the keys goes when something else is pressed.
            card.write("find", "paris").await?;
            widget.click("client").await?;
            card.expect_client("Paris spécialités").await
        }
        other => no_way(other),
    }
}
