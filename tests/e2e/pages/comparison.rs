use std::ops::Deref;

use fantoccini::elements::Element;

use super::{calculator::Calculator, demo::TODAY};
use crate::harness::{Outcome, Stage, click, until};

/// The competitor comparison on a page of its own. Parts are found as the calculator's are.
pub(crate) struct Comparison {
    widget: Calculator,
}

impl Deref for Comparison {
    type Target = Calculator;

    fn deref(&self) -> &Calculator {
        &self.widget
    }
}

impl Comparison {
    /// Opens its page on the fixed day and waits until the facts are there. `query` adds parameters, such as "bad".
    pub(crate) async fn open(stage: &Stage, query: &str) -> Outcome<Self> {
        stage.open(&format!("/e2e/comparison.html?now={TODAY}&{query}")).await?;
        let comparison = Self { widget: Calculator::at(&stage.client, "#comparison") };
        comparison.part("facts").await?;
        Ok(comparison)
    }

    /// Deletes what the page keeps on the device.
    pub(crate) async fn forget(stage: &Stage) -> Outcome {
        const ERASE: &str = "await (await import('/sapa.js')).erase({workspace: 'comparison', user: 'e2e'})";
        stage.open("/e2e/bare.html").await?;
        stage.in_page(ERASE, &[]).await?;
        Ok(())
    }

    /// All that the widget holds, seen or not: its text, and what its fields and labels say.
    pub(crate) async fn everything(stage: &Stage) -> Outcome<String> {
        const ALL: &str = "
            const root = document.querySelector('#comparison').shadowRoot;
            const said = [...root.querySelectorAll('*')].flatMap((element) => [...element.attributes].map(({value}) => value).concat(element.value ?? []));
            return [root.textContent, ...said].join(' | ');";
        Ok(stage.js(ALL, vec![]).await?.as_str().unwrap_or_default().to_owned())
    }

    /// The fact of the product in this column under this criterion, both counted from 0 as in the records.
    pub(crate) async fn fact(&self, criterion: usize, product: usize) -> Outcome<Element> {
        until(&format!("the fact {criterion}-{product}"), async || {
            Ok(self.select(&format!("[data-place='{criterion}-{product}']")).await?.into_iter().next())
        })
        .await
    }

    /// What a fact says, with its marks.
    pub(crate) async fn says(&self, criterion: usize, product: usize) -> Outcome<String> {
        Ok(self.fact(criterion, product).await?.prop("textContent").await?.unwrap_or_default())
    }

    /// Waits until a fact says something.
    pub(crate) async fn expect_fact(&self, criterion: usize, product: usize, text: &str) -> Outcome {
        until(&format!("the fact {criterion}-{product} to say {text}"), async || {
            Ok(self.says(criterion, product).await?.contains(text).then_some(()))
        })
        .await
    }

    /// Unfolds a fact.
    pub(crate) async fn unfold(&self, stage: &Stage, criterion: usize, product: usize) -> Outcome {
        click(&stage.client, &self.fact(criterion, product).await?).await?;
        self.part("detail").await?;
        Ok(())
    }

    /// Replaces what stands in the field of this part.
    pub(crate) async fn fill(&self, part: &str, text: &str) -> Outcome {
        let field = self.part(part).await?;
        self.paste(&field, text).await
    }
}
