use fantoccini::{Client, Locator, elements::Element};

use super::{
    amount::cents,
    hands::{choose, focused_part, retype, settled},
};
use crate::harness::{Outcome, click, ensure, until};

/// The discount calculator of a page, found anew at every step: a page may draw it again at any time.
#[derive(Clone)]
pub(crate) struct Calculator {
    client: Client,
    css: String,
}

impl Calculator {
    /// The calculator that `css` selects in the document (or frame) in view.
    pub(crate) fn at(client: &Client, css: &str) -> Self {
        Self { client: client.clone(), css: css.to_owned() }
    }

    /// Every element of this part, as it is now.
    pub(crate) async fn all(&self, part: &str) -> Outcome<Vec<Element>> {
        self.select(&format!("[part~={part}]")).await
    }

    /// Every element inside the widget that a selector names: for what has no part, such as a table in a picture.
    pub(crate) async fn select(&self, css: &str) -> Outcome<Vec<Element>> {
        let root = self.client.find(Locator::Css(&self.css)).await?.shadow_root().await?;
        Ok(root.find_all(Locator::Css(css)).await?)
    }

    /// The first element of this part, waited for until it is there and seen.
    pub(crate) async fn part(&self, part: &str) -> Outcome<Element> {
        self.shown(&format!("[part~={part}]")).await
    }

    /// The first element inside the widget that a selector names, waited for until it is there and seen.
    pub(crate) async fn shown(&self, css: &str) -> Outcome<Element> {
        until(&format!("{css} of {}", self.css), async || {
            for element in self.select(css).await? {
                if element.is_displayed().await? {
                    return Ok(Some(element));
                }
            }
            Ok(None)
        })
        .await
    }

    /// The text of a part.
    pub(crate) async fn text(&self, part: &str) -> Outcome<String> {
        Ok(self.part(part).await?.text().await?)
    }

    /// Waits until a part's text fulfils `is`, and returns it.
    pub(crate) async fn text_that(&self, part: &str, what: &str, is: impl Fn(&str) -> bool) -> Outcome<String> {
        until(&format!("{part} of {} to {what}", self.css), async || {
            let text = self.part(part).await?.text().await?;
            if is(&text) { Ok(Some(text)) } else { crate::harness::fail(format!("it says \"{text}\"")) }
        })
        .await
    }

    /// Waits until the widget takes orders: its catalogue is there and a product can be looked for.
    pub(crate) async fn ready(&self) -> Outcome {
        let field = self.part("product").await?;
        until("the product field to be enabled", async || Ok(field.is_enabled().await?.then_some(()))).await
    }

    /// Types into a field that looks things up ("client" or "product") and returns what is offered.
    pub(crate) async fn look_up(&self, field: &str, text: &str) -> Outcome<Vec<Element>> {
        let input = self.part(field).await?;
        click(&self.client, &input).await?;
        self.overwrite(&input, text).await?;
        until(&format!("something offered for \"{text}\""), async || {
            let options = self.all("option").await?;
            Ok((!options.is_empty()).then_some(options))
        })
        .await
    }

    /// Looks a thing up by its name and clicks it.
    pub(crate) async fn choose(&self, field: &str, name: &str) -> Outcome {
        self.look_up(field, name).await?;
        until(&format!("{name} to be offered and chosen"), async || {
            for option in self.all("option").await? {
                if option.find(Locator::Css("span")).await?.text().await? == name {
                    click(&self.client, &option).await?;
                    return Ok(Some(()));
                }
            }
            Ok(None)
        })
        .await
    }

    pub(crate) async fn choose_client(&self, name: &str) -> Outcome {
        self.choose("client", name).await?;
        until(&format!("the client field to say {name}"), async || {
            Ok((self.part("client").await?.prop("value").await?.as_deref() == Some(name)).then_some(()))
        })
        .await
    }

    /// Adds a line by looking the product up, then types its quantity.
    pub(crate) async fn add(&self, product: &str, quantity: &str) -> Outcome {
        let before = self.all("line").await?.len();
        self.choose("product", product).await?;
        until(&format!("a line for {product}"), async || Ok((before < self.all("line").await?.len()).then_some(())))
            .await?;
        // How many is what a person types next, so the focus goes there.
        until("the focus to go to the quantity", async || {
            Ok((focused_part(&self.client).await? == "quantity").then_some(()))
        })
        .await?;
        self.set_quantity(before, quantity).await
    }

    /// Types a quantity into line `line`, counted from 0.
    pub(crate) async fn set_quantity(&self, line: usize, quantity: &str) -> Outcome {
        let field = self.in_line(line, "quantity").await?;
        self.overwrite(&field, quantity).await
    }

    /// A part inside one line, waited for: another language draws the lines anew.
    pub(crate) async fn in_line(&self, line: usize, part: &str) -> Outcome<Element> {
        until(&format!("{part} in line {line} of {}", self.css), async || match self.all("line").await?.get(line) {
            Some(line) => Ok(Some(line.find(Locator::Css(&format!("[part~={part}]"))).await?)),
            None => Ok(None),
        })
        .await
    }

    /// Types the extra discount, in percent.
    pub(crate) async fn set_manual(&self, percent: &str) -> Outcome {
        let field = self.part("manual").await?;
        self.overwrite(&field, percent).await
    }

    /// Chooses the payment term by its id.
    pub(crate) async fn set_term(&self, id: &str) -> Outcome {
        choose(&self.part("term").await?, id).await
    }

    /// Clicks a button by its part.
    pub(crate) async fn click(&self, part: &str) -> Outcome {
        click(&self.client, &self.part(part).await?).await
    }

    /// Clicks a part of one line.
    pub(crate) async fn click_in_line(&self, line: usize, part: &str) -> Outcome {
        click(&self.client, &self.in_line(line, part).await?).await
    }

    /// Clicks the first element inside the widget that a selector names.
    pub(crate) async fn click_css(&self, css: &str) -> Outcome {
        let found = self.select(css).await?;
        ensure(!found.is_empty(), format!("{css} is there to click"))?;
        click(&self.client, &found[0]).await
    }

    /// What the client is to pay, in cents, as it stands on the page.
    pub(crate) async fn net(&self) -> Outcome<Option<i128>> {
        Ok(cents(&self.text("net").await?))
    }

    /// Waits until the net is this many cents.
    pub(crate) async fn expect_net(&self, expected: i128) -> Outcome {
        let what = format!("come to {}.{:02}", expected / 100, expected % 100);
        self.text_that("net", &what, |text| cents(text) == Some(expected)).await?;
        Ok(())
    }

    /// Waits until the quotes kept are this many, and returns their texts.
    pub(crate) async fn expect_quotes(&self, count: usize) -> Outcome<Vec<String>> {
        until(&format!("{count} quotes in the list"), async || {
            let rows = self.select("[part~=quotes] li").await?;
            let mut texts = Vec::new();
            for row in &rows {
                texts.push(row.text().await?);
            }
            if texts.len() == count { Ok(Some(texts)) } else { crate::harness::fail(format!("there are {texts:?}")) }
        })
        .await
    }

    /// Replaces what stands in a field at once, as pasting does: typing would pass through other values on its way.
    pub(crate) async fn paste(&self, field: &Element, text: &str) -> Outcome {
        const PASTE: &str = "
            const [field, text] = arguments;
            field.focus();
            field.value = text;
            field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true, inputType: 'insertFromPaste', data: text}));";
        self.client.execute(PASTE, vec![serde_json::to_value(field)?, text.into()]).await?;
        settled(&self.client).await
    }

    /// Replaces what stands in a field, by keys, as a person would.
    ///
    /// The keys go to the focus and not to the element: drivers would put the caret behind what is selected.
    pub(crate) async fn overwrite(&self, field: &Element, text: &str) -> Outcome {
        self.client.execute("arguments[0].focus()", vec![serde_json::to_value(field)?]).await?;
        retype(&self.client, text).await
    }
}
