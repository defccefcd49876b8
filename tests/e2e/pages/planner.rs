use fantoccini::{Client, Locator, elements::Element};
use serde_json::json;

use crate::harness::{Outcome, Stage, click, fail, until};

/// A planner in the suite's own page.
pub(crate) struct Planner {
    client: Client,
}

impl Planner {
    /// Opens the page on the fixed day and waits until the sample meetings are there. `query` adds parameters, such as "locale=ru".
    pub(crate) async fn open(stage: &Stage, query: &str) -> Outcome<Self> {
        const ERASE: &str = "await (await import('/sapa.js')).erase({workspace: 'planner', user: 'user'})";
        stage.open("/e2e/bare.html").await?;
        stage.in_page(ERASE, &[]).await?;
        Self::reopen(stage, query).await
    }

    /// The same, with what the device keeps.
    pub(crate) async fn reopen(stage: &Stage, query: &str) -> Outcome<Self> {
        stage.open(&format!("/e2e/planner.html?{query}")).await?;
        let planner = Self { client: stage.client.clone() };
        planner.part("new").await?;
        if !query.contains("none") {
            planner.part("meeting").await?;
        }
        Ok(planner)
    }

    /// Every element of a part, seen or not.
    pub(crate) async fn all(&self, part: &str) -> Outcome<Vec<Element>> {
        self.select(&format!("[part~=\"{part}\"]")).await
    }

    /// Every element inside the widget that a selector names.
    pub(crate) async fn select(&self, css: &str) -> Outcome<Vec<Element>> {
        let root = self.client.find(Locator::Css("#planner")).await?.shadow_root().await?;
        Ok(root.find_all(Locator::Css(css)).await?)
    }

    /// The first element of this part, waited for until it is there and seen.
    pub(crate) async fn part(&self, part: &str) -> Outcome<Element> {
        until(&format!("{part} of the planner"), async || {
            for element in self.all(part).await? {
                if element.is_displayed().await? {
                    return Ok(Some(element));
                }
            }
            Ok(None)
        })
        .await
    }

    /// The meeting whose block says this, waited for.
    pub(crate) async fn meeting(&self, text: &str) -> Outcome<Element> {
        until(&format!("a meeting that says {text}"), async || {
            for element in self.all("meeting").await? {
                // What it is called and not what is seen of it: a long name is cut off where the meeting is short.
                if element.attr("aria-label").await?.is_some_and(|label| label.contains(text)) {
                    return Ok(Some(element));
                }
            }
            Ok(None)
        })
        .await
    }

    pub(crate) async fn click(&self, part: &str) -> Outcome {
        click(&self.client, &self.part(part).await?).await
    }

    /// Clicks the first element a selector names.
    pub(crate) async fn click_css(&self, css: &str) -> Outcome {
        let found = until(css, async || Ok(self.select(css).await?.into_iter().next())).await?;
        click(&self.client, &found).await
    }

    pub(crate) async fn click_meeting(&self, text: &str) -> Outcome {
        click(&self.client, &self.meeting(text).await?).await
    }

    /// Waits until a part says this.
    pub(crate) async fn expect(&self, part: &str, text: &str) -> Outcome {
        until(&format!("{part} to say {text}"), async || {
            let mut said = Vec::new();
            for element in self.all(part).await? {
                // What only screen readers are told has no text that is shown.
                said.push(element.prop("textContent").await?.unwrap_or_default());
            }
            if said.iter().any(|said| said.contains(text)) { Ok(Some(())) } else { fail(format!("it says {said:?}")) }
        })
        .await
    }

    /// Waits until no part of this name is there.
    pub(crate) async fn expect_none(&self, part: &str) -> Outcome {
        until(&format!("no {part}"), async || Ok(self.all(part).await?.is_empty().then_some(()))).await
    }

    /// Sets a field at once, as a date picker does, and tells the page.
    pub(crate) async fn set(&self, part: &str, value: &str) -> Outcome {
        const SET: &str = "
            const [field, value] = arguments;
            field.value = value;
            for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, {bubbles: true, composed: true}));";
        let field = self.part(part).await?;
        self.client.execute(SET, vec![serde_json::to_value(&field)?, json!(value)]).await?;
        Ok(())
    }

    /// When the host has this meeting, as "1998-05-07T09:30 20"; nothing if it has none.
    pub(crate) async fn at_host(&self, stage: &Stage, id: &str) -> Outcome<serde_json::Value> {
        const READ: &str = "
            const [id] = arguments;
            return window.referenceHost.request({id: 'q', op: 'record.get', args: {entity: 'meeting', id}})
              .then((answer) => answer.ok?.record ?? answer.ok ?? null);";
        stage.js_async(READ, vec![json!(id)]).await
    }
}
