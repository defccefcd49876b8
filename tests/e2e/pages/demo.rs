use super::calculator::Calculator;
use crate::harness::{Outcome, Stage};

/// The day every scenario lives in: the last order of the sample data was the day before.
pub(crate) const TODAY: &str = "1998-05-07";

/// The demo page and its switches.
pub(crate) struct Demo;

impl Demo {
    /// Opens the demo's calculator alone on the fixed day and waits until it takes orders. `query` adds parameters, such as
    /// "host=none".
    pub(crate) async fn open(stage: &Stage, query: &str) -> Outcome<Calculator> {
        Self::open_day(stage, &format!("only=calculator&{query}")).await
    }

    /// The same with all four widgets, in English unless the query names a language, and with no client unless it names one.
    pub(crate) async fn open_day(stage: &Stage, query: &str) -> Outcome<Calculator> {
        let language = if query.contains("locale=") { "" } else { "&locale=en" };
        let client = if query.contains("client=") { "" } else { "&client=" };
        stage.open(&format!("/?today={TODAY}{language}{client}&{query}")).await?;
        let calculator = Self::calculator(stage);
        calculator.ready().await?;
        Ok(calculator)
    }

    /// Deletes what the demo keeps on the device and what its host was told, and leaves the page.
    pub(crate) async fn forget(stage: &Stage) -> Outcome {
        const ERASE: &str = "await (await import('/sapa.js')).erase({workspace: 'northwind', user: 'demo'})";
        stage.open("/e2e/bare.html").await?;
        stage.in_page(ERASE, &[]).await?;
        stage.in_page("(await import('/demo-host.js')).forgetDemoHost('northwind')", &[]).await?;
        Ok(())
    }

    pub(crate) fn calculator(stage: &Stage) -> Calculator {
        Calculator::at(&stage.client, "#calculator")
    }

    /// Sets one of the page's switches: "language", "theme", "width", "tax" or "network".
    pub(crate) async fn switch(stage: &Stage, id: &str, value: &str) -> Outcome {
        Ok(stage.find(&format!("#{id}")).await?.select_by_value(value).await?)
    }
}
