//! The sample data speak the demo's language.

use serde_json::{Value, json};

use crate::{
    harness::{Outcome, Stage, fail, same, until},
    pages::{Calculator, Card, Demo},
};

const WRITTEN: &str = "Asked for a price of a pallet";

/// What the widgets say of the sample in each language: a promise, a meeting, a promotion, a criterion with its unit, a group.
const SAID: [(&str, [&str; 5]); 3] = [
    (
        "ru",
        [
            "Отгрузка заказа 11008 со склада",
            "Дегустация нового ассортимента",
            "Недели круп",
            "Отсрочка платежа, дн.",
            "Ключевой клиент",
        ],
    ),
    (
        "id",
        [
            "Pesanan 11008 keluar dari gudang",
            "Uji rasa produk baru",
            "Pekan serealia",
            "Tempo pembayaran, hari",
            "Klien utama",
        ],
    ),
    (
        "en",
        [
            "Order 11008 leaves the warehouse",
            "Tasting of the new range",
            "Grain weeks",
            "Time to pay, days",
            "Key account",
        ],
    ),
];

/// None of the widgets shows a sample text in another language than the chosen one, and names and what a person wrote stay.
pub(crate) async fn speaks_the_language(stage: &mut Stage) -> Outcome {
    Demo::forget(stage).await?;
    let calculator = Demo::open_day(stage, "locale=ru&client=ERNSH").await?;
    calculator.add("Gnocchi di nonna Alice", "24").await?;
    let card = Card { widget: Calculator::at(&stage.client, "#card") };
    card.write("entry-text", WRITTEN).await?;
    card.widget.click("log").await?;
    card.expect_among("entry", WRITTEN).await?;
    // What the host is then told of the promise holds its text, which nobody wrote.
    card.widget.click("told").await?;
    card.widget.text_that("saved", "say where it is", |text| text.contains("Reference host")).await?;
    for (language, said) in SAID {
        Demo::switch(stage, "language", language).await?;
        until(&format!("the sample in \"{language}\""), async || {
            let found = stage.js_async(FOREIGN, vec![json!(language), json!(said)]).await?;
            if found == json!({"foreign": [], "missing": []}) { Ok(Some(())) } else { fail(found.to_string()) }
        })
        .await?;
        card.expect_client("Ernst Handel").await?;
        card.expect_among("entry", WRITTEN).await?;
        same(card.texts("promise").await?.len(), 1, "the promise is the same record")?;
    }
    stage.reload().await?;
    card.expect_among("promise", SAID[2].1[0]).await?;
    let late =
        stage.js("return document.querySelector('#card').shadowRoot.querySelector('[part~=told]')", vec![]).await?;
    same(late, Value::Null, "what was told of the promise was kept")
}

/// Which sample texts of other languages the four widgets show, and which of the expected ones none of them does.
const FOREIGN: &str = "
    const [language, expected] = arguments;
    const words = await (await fetch('/data/words.json')).json();
    const shown = [...document.querySelectorAll('main .widget')].flatMap(({shadowRoot}) => {
      const texts = [...shadowRoot.querySelectorAll('*')].flatMap((element) =>
        [...element.childNodes].filter(({nodeType}) => nodeType === 3).map(({data}) => data).concat(element.getAttribute('aria-label') ?? []));
      return texts.map((text) => text.trim());
    });
    const foreign = words.flatMap((each) => Object.entries(each).filter(([of, text]) => of !== language && text !== each[language])
      .flatMap(([, text]) => {
        const [before, after] = text.split('{product}');
        // A short text may be a word of the widget's own.
        return shown.filter((said) => after === undefined ? said === text || (text.length > 14 && said.includes(text)) : said.includes(before) && said.includes(after));
      }));
    const mine = new Set(words.map((each) => each[language]));
    return {foreign: foreign.filter((text) => !mine.has(text)), missing: expected.filter((text) => !shown.some((said) => said.includes(text)))};";
