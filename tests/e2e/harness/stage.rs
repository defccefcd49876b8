use std::time::Duration;

use fantoccini::{Client, Locator, elements::Element};
use serde_json::Value;

use super::{
    cdp::Cdp,
    engine::Engine,
    failure::{Failure, Outcome, fail},
    mouse::click,
    site::Site,
    wait::until_within,
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

    /// Reloads the page as its own reload button does: Firefox's driver would pass by the service worker.
    pub(crate) async fn reload(&self) -> Outcome {
        self.js("document.documentElement.dataset.old = 'yes'; location.reload();", vec![]).await?;
        until_within(Duration::from_secs(20), "the reloaded page", async || {
            let fresh = "return document.readyState === 'complete' && !document.documentElement.dataset.old;";
            Ok((self.js(fresh, vec![]).await? == true).then_some(()))
        })
        .await
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

    /// Runs an async function body as a module of the page's own, and waits for what it returns.
    ///
    /// What a driver runs lives in a realm of its own in Firefox, whose objects a page cannot use; a script that hands objects
    /// to the page must therefore come from the page.
    pub(crate) async fn in_page(&self, body: &str, args: &[Value]) -> Outcome<Value> {
        const LOAD: &str = "
            const script = document.createElement('script');
            Object.assign(script, {type: 'module', src: arguments[0], id: arguments[0]});
            document.head.append(script);";
        // Once read, the script goes: scenarios count what is in the page.
        const READ: &str = "
            const script = document.getElementById(arguments[0]), {value, error} = script.dataset;
            if (value ?? error) script.remove();
            return {value, error};";
        let given = Value::from(args.to_vec());
        let path = self.site.publish(format!(
            "const answer = document.getElementById(new URL(import.meta.url).pathname).dataset;
             try {{ answer.value = JSON.stringify((await (async function () {{ {body} }}).apply(null, {given})) ?? null); }}
             catch (error) {{ answer.error = [error, error?.stack].join(' '); }}"
        ));
        self.js(LOAD, vec![path.clone().into()]).await?;
        until_within(Duration::from_secs(240), "the page's script to end", async || {
            let answer = self.js(READ, vec![path.clone().into()]).await?;
            if let Some(error) = answer["error"].as_str() {
                return Ok(Some(fail(format!("the page's script threw: {error}"))));
            }
            Ok(answer["value"].as_str().map(|value| Ok(serde_json::from_str(value)?)))
        })
        .await?
    }

    pub(crate) async fn find(&self, css: &str) -> Outcome<Element> {
        Ok(self.client.wait().for_element(Locator::Css(css)).await?)
    }

    /// Clicks one element of the page.
    pub(crate) async fn click(&self, css: &str) -> Outcome {
        click(&self.client, &self.find(css).await?).await
    }

    /// The text of one element of the page. WebKit's driver sees none in what is scrolled out of view, hence the property.
    pub(crate) async fn text(&self, css: &str) -> Outcome<String> {
        Ok(self.find(css).await?.prop("textContent").await?.unwrap_or_default().trim().to_owned())
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
