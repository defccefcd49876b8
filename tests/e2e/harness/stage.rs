use fantoccini::{Client, Locator, elements::Element};
use serde_json::Value;

use super::{
    cdp::Cdp,
    engine::Engine,
    failure::{Failure, Outcome},
    site::Site,
};

/// What a scenario plays on: a fresh browser, our site, and a second site that is another origin with the same files.
pub(crate) struct Stage {
    pub(crate) engine: Engine,
    pub(crate) client: Client,
    pub(crate) site: Site,
    pub(crate) other: Site,
    pub(crate) driver: String,
    /// Lines the scenario wants in the report beside its verdict: counts and measurements.
    pub(crate) notes: Vec<String>,
}

impl Stage {
    /// Opens a page of our site.
    pub(crate) async fn open(&self, path: &str) -> Outcome {
        Ok(self.client.goto(&format!("{}{path}", self.site.origin())).await?)
    }

    /// Runs a function body in the page; `arguments[0]`, ... are `args`.
    pub(crate) async fn js(&self, body: &str, args: Vec<Value>) -> Outcome<Value> {
        Ok(self.client.execute(body, args).await?)
    }

    /// Runs an async function body in the page and waits for what it returns.
    ///
    /// # Errors
    /// What the body threw, in its own words.
    pub(crate) async fn js_async(&self, body: &str, mut args: Vec<Value>) -> Outcome<Value> {
        let script = format!(
            "const given = [...arguments], done = given.pop();
             (async function () {{ {body} }}).apply(null, given).then(
               (value) => done({{ value: value ?? null }}), (error) => done({{ error: [error, error?.stack].join(' ') }}));"
        );
        let mut answer = self.client.execute_async(&script, std::mem::take(&mut args)).await?;
        match answer.get("error").and_then(Value::as_str) {
            Some(error) => Err(Failure::from(std::io::Error::other(format!("the page's script threw: {error}")))),
            None => Ok(answer["value"].take()),
        }
    }

    pub(crate) async fn find(&self, css: &str) -> Outcome<Element> {
        Ok(self.client.wait().for_element(Locator::Css(css)).await?)
    }

    /// The text of one element of the page.
    pub(crate) async fn text(&self, css: &str) -> Outcome<String> {
        Ok(self.find(css).await?.text().await?)
    }

    /// Chromium's own protocol. Scenarios that ask for it say `not_in` for the other engines.
    pub(crate) async fn cdp(&self) -> Outcome<Cdp> {
        let session = self.client.session_id().await?.unwrap_or_default();
        Ok(Cdp::new(&self.driver, session))
    }

    pub(crate) fn note(&mut self, line: impl Into<String>) {
        self.notes.push(line.into());
    }
}
