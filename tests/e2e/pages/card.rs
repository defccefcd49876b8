use fantoccini::elements::Element;
use serde_json::json;

use super::calculator::Calculator;
use crate::harness::{Outcome, Stage, click, ensure, until};

/// A client card on a page of its own.
pub(crate) struct Card {
    /// How any widget's parts are found and handled.
    pub(crate) widget: Calculator,
}

impl Card {
    /// Opens the page and waits for the list of clients; `query` is that of `card.html`.
    pub(crate) async fn open(stage: &Stage, query: &str) -> Outcome<Self> {
        stage.open(&format!("/e2e/card.html?{query}&locale=en")).await?;
        let card = Self { widget: Calculator::at(&stage.client, "#card") };
        card.widget.part("find").await?;
        until("the host's records", async || {
            let status = card.widget.text("status").await?;
            Ok((status.contains("Reference host") || query.contains("host=none")).then_some(()))
        })
        .await?;
        Ok(card)
    }

    /// Deletes what the page keeps on the device.
    pub(crate) async fn forget(stage: &Stage) -> Outcome {
        const ERASE: &str = "await (await import('/sapa.js')).erase({workspace: 'card', user: 'ann'})";
        stage.open("/e2e/bare.html").await?;
        stage.in_page(ERASE, &[]).await?;
        Ok(())
    }

    /// The client whose card is open.
    pub(crate) async fn expect_client(&self, name: &str) -> Outcome {
        self.widget.text_that("client-name", &format!("be {name}"), |text| text == name).await.map(drop)
    }

    /// The texts of every element of a part.
    pub(crate) async fn texts(&self, part: &str) -> Outcome<Vec<String>> {
        let mut texts = Vec::new();
        for element in self.widget.all(part).await? {
            // As drawn, also where it is scrolled out of a list: drivers differ in whether that counts as seen.
            texts.push(element.prop("innerText").await?.unwrap_or_default());
        }
        Ok(texts)
    }

    /// Waits until some element of the part holds the text.
    pub(crate) async fn expect_among(&self, part: &str, text: &str) -> Outcome {
        until(&format!("\"{text}\" among {part}"), async || {
            let texts = self.texts(part).await?;
            if texts.iter().any(|one| one.contains(text)) {
                Ok(Some(()))
            } else {
                crate::harness::fail(format!("there are {texts:?}"))
            }
        })
        .await
    }

    /// Clicks an element of this part by its place among them.
    pub(crate) async fn click_at(&self, part: &str, place: usize) -> Outcome {
        let all = self.widget.all(part).await?;
        ensure(place < all.len(), format!("{part} number {place} of {}", all.len()))?;
        self.press(&all[place]).await
    }

    /// Types into a field at once.
    pub(crate) async fn write(&self, part: &str, text: &str) -> Outcome {
        let field = self.widget.part(part).await?;
        self.widget.paste(&field, text).await
    }

    /// Sets the date field, in whatever way the browser shows it.
    pub(crate) async fn set_date(&self, stage: &Stage, part: &str, date: &str) -> Outcome {
        const SET: &str = "const [field, date] = arguments; field.value = date;
            field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));";
        let field = self.widget.part(part).await?;
        stage.js(SET, vec![serde_json::to_value(&field)?, json!(date)]).await.map(drop)
    }

    async fn press(&self, element: &Element) -> Outcome {
        click(&element.clone().client(), element).await
    }
}
