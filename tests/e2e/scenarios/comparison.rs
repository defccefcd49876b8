//! Our product beside theirs: the facts, the verdict, the answers, and what a client may see of it.

use fantoccini::key::Key;
use serde_json::json;

use crate::{
    harness::{Outcome, Stage, ensure, same, until},
    pages::{Comparison, focused_part, press, tab_to, type_text},
};

/// Criteria and products as the sample records count them.
const PRICE: usize = 0;
const PACKING: usize = 1;
const STOCK: usize = 2;
const PAY: usize = 5;
const RETURNS: usize = 8;
const OURS: usize = 0;
const VALE: usize = 1;
const LUMEN: usize = 2;
const KESTREL: usize = 3;

/// Ours first, each fact with its age in words; differences only; another product.
pub(crate) async fn facts_have_an_age(stage: &mut Stage) -> Outcome {
    let comparison = Comparison::open(stage, "").await?;
    let columns = comparison.select("[part~=column]").await?;
    same(columns.len(), 4, "products compared")?;
    let first = columns[0].text().await?;
    ensure(first.contains("Chai") && first.contains("our product"), format!("ours comes first: {first}"))?;
    comparison.expect_fact(PRICE, OURS, "18.00").await?;
    comparison.expect_fact(PRICE, OURS, "today").await?;
    comparison.expect_fact(PRICE, VALE, "out of date, 380 days ago").await?;
    comparison.expect_fact(PACKING, LUMEN, "no date").await?;
    comparison.expect_fact(PACKING, KESTREL, "not known").await?;
    comparison.expect_fact(PRICE, KESTREL, "not for clients").await?;
    ensure(comparison.text("sample").await?.contains("invented"), "that the competitors are invented")?;
    comparison.text_that("conclusion", "name who is ahead", |text| text.contains("Chai is ahead of")).await?;
    let left_out = comparison.text("left-out").await?;
    ensure(left_out.contains("3 facts"), format!("what was left out is counted: {left_out}"))?;

    // As soon as all give the same time to pay, that row is no difference.
    comparison.unfold(stage, PAY, KESTREL).await?;
    comparison.fill("fact-value", "30").await?;
    comparison.click("save-fact").await?;
    comparison.expect_fact(PAY, KESTREL, "30").await?;
    let rows = comparison.all("criterion").await?.len();
    comparison.click("differences").await?;
    until("one row less", async || Ok((comparison.all("criterion").await?.len() == rows - 1).then_some(()))).await?;
    same(
        comparison.part("differences").await?.attr("aria-checked").await?.as_deref(),
        Some("true"),
        "the state of the switch",
    )?;
    comparison.choose("product", "Chang").await?;
    comparison.text_that("conclusion", "speak of Chang", |text| text.contains("Chang")).await?;
    comparison.choose("product", "Aniseed Syrup").await?;
    let empty = comparison.text("empty").await?;
    ensure(empty.contains("Aniseed Syrup"), format!("what to do without rivals: {empty}"))
}

/// In the client's view nothing internal is in the page at all, seen or not.
pub(crate) async fn a_client_sees_nothing_internal(stage: &mut Stage) -> Outcome {
    const INTERNAL: [&str; 10] = [
        "complaints take weeks", // A note.
        "not for clients",
        "A buyer showed us", // What another client told.
        "16.90",             // Out of date.
        "21.05",             // Internal.
        "Weighted",
        "of the score",
        "is ahead of",
        "Hearsay",
        "What did the client say",
    ];
    let comparison = Comparison::open(stage, "").await?;
    let ours = Comparison::everything(stage).await?;
    comparison.unfold(stage, PRICE, KESTREL).await?;
    let unfolded = Comparison::everything(stage).await?;
    for text in INTERNAL {
        ensure(ours.contains(text) || unfolded.contains(text), format!("\"{text}\" is there for us"))?;
    }
    comparison.click("client-view").await?;
    comparison.part("client-facts").await?;
    let theirs = Comparison::everything(stage).await?;
    for text in INTERNAL {
        ensure(!theirs.contains(text), format!("\"{text}\" is in the client's view: {theirs}"))?;
    }
    for text in ["Chai", "18.00", "Lumen Trading Co.", "10 boxes x 20 bags", "Our terms of sale", "invented"] {
        ensure(theirs.contains(text), format!("\"{text}\" is missing in the client's view: {theirs}"))?;
    }
    comparison.click("client-view").await?;
    comparison.part("facts").await?;
    Ok(())
}

/// A fact is corrected beside its cell: wrong entries are explained, the score follows, and it can be taken back.
pub(crate) async fn a_fact_is_corrected(stage: &mut Stage) -> Outcome {
    let comparison = Comparison::open(stage, "").await?;
    comparison.unfold(stage, PRICE, VALE).await?;
    let why = comparison.text("why").await?;
    ensure(why.contains("30 days") && why.contains("not scored"), format!("why it does not count: {why}"))?;
    for (value, seen, explained) in [
        ("abc", "1998-05-06", "not a number"),
        ("", "1998-05-06", "Enter what is known"),
        ("-1", "1998-05-06", "from 0 up"),
        ("17.25", "2098-01-01", "not come yet"),
    ] {
        comparison.fill("fact-value", value).await?;
        comparison.fill("fact-seen", seen).await?;
        comparison.click("save-fact").await?;
        comparison
            .text_that("detail", &format!("explain \"{value}\" of {seen}"), |text| text.contains(explained))
            .await?;
    }
    comparison.fill("fact-seen", "1998-05-06").await?;
    comparison.fill("fact-text", "<b>list of May</b>").await?;
    comparison.click("save-fact").await?;
    comparison.expect_fact(PRICE, VALE, "17.25").await?;
    comparison.expect_fact(PRICE, VALE, "1 day ago").await?;
    until(
        "the focus to be back on the fact",
        async || Ok((focused_part(&stage.client).await? == "fact").then_some(())),
    )
    .await?;
    comparison.text_that("left-out", "count one less", |text| text.contains("2 facts")).await?;
    comparison
        .text_that("changed", "say what was saved", |text| text.contains("Saved: List price, Vale Masala Tea"))
        .await?;
    comparison.unfold(stage, PRICE, VALE).await?;
    comparison.text_that("about", "show the source as text", |text| text.contains("<b>list of May</b>")).await?;
    press(&stage.client, Key::Escape).await?;
    comparison.click("undo").await?;
    comparison.expect_fact(PRICE, VALE, "out of date").await?;

    // One that was not known is added, and removed again.
    comparison.unfold(stage, PACKING, KESTREL).await?;
    comparison.fill("fact-value", "tins").await?;
    comparison.click("save-fact").await?;
    comparison.expect_fact(PACKING, KESTREL, "tins").await?;
    comparison.unfold(stage, PACKING, KESTREL).await?;
    comparison.click("remove-fact").await?;
    comparison.expect_fact(PACKING, KESTREL, "not known").await?;
    // What the catalogue says is changed there.
    comparison.unfold(stage, PRICE, OURS).await?;
    comparison.text_that("detail", "send to the price list", |text| text.contains("price list")).await?;
    same(comparison.all("fact-value").await?.len(), 0, "fields for what the catalogue says")
}

/// Weights move the score at once and are kept when the field is left; a wrong one is explained beside it.
pub(crate) async fn weights_move_the_score(stage: &mut Stage) -> Outcome {
    let comparison = Comparison::open(stage, "").await?;
    let before = comparison.text("scores").await?;
    let field = comparison.part("weight").await?;
    for wrong in ["abc", "-1", "", "1e5"] {
        comparison.paste(&field, wrong).await?;
        let said = comparison.text("error").await?;
        ensure(said.len() > 20, format!("a sentence about \"{wrong}\": {said}"))?;
        same(comparison.text("scores").await?, before.clone(), format!("scores while the field says \"{wrong}\""))?;
    }
    comparison.overwrite(&field, "50").await?;
    comparison.text_that("scores", "move", |text| text != before).await?;
    press(&stage.client, Key::Tab).await?;
    comparison.text_that("changed", "say that it is kept", |text| text.contains("New weight: List price, 50")).await?;
    comparison.click("undo").await?;
    comparison.text_that("scores", "be as before", |text| text == before).await?;
    for field in comparison.all("weight").await? {
        comparison.paste(&field, "0").await?;
    }
    comparison
        .text_that("conclusion", "say that nothing counts", |text| text.contains("Nothing can be scored yet"))
        .await?;
    Ok(())
}

/// The answer to an objection is found while typing, without a network, in the language of the reader.
pub(crate) async fn answers_are_found_offline(stage: &mut Stage) -> Outcome {
    for (locale, typed, answer) in [
        ("en", "expens", "The price has to fit"),
        ("id", "mahal", "harganya harus pas"),
        ("ru", "ДОРО", "цена должна подходить"),
    ] {
        let comparison = Comparison::open(stage, &format!("locale={locale}")).await?;
        stage.site.stop().await;
        comparison.fill("said", typed).await?;
        comparison
            .text_that("card", &format!("answer {typed}"), |text| text.to_lowercase().contains(&answer.to_lowercase()))
            .await?;
        comparison.fill("said", "qqq").await?;
        comparison.text_that("said-status", "say that there is none", |text| text.contains("qqq")).await?;
        same(comparison.all("card").await?.len(), 0, "cards for nonsense")?;
        comparison.click("offer").await?;
        comparison.part("card").await?;
        stage.site.resume().await?;
    }
    Ok(())
}

/// HTML in any field is text, an address that is a script is no link, and facts that cannot count say why.
pub(crate) async fn bad_records_are_shown_as_text(stage: &mut Stage) -> Outcome {
    let comparison = Comparison::open(stage, "bad").await?;
    comparison.expect_fact(PRICE, LUMEN, "date still to come").await?;
    comparison.expect_fact(STOCK, VALE, "other unit").await?;
    comparison.expect_fact(RETURNS, LUMEN, "<b>bold</b>").await?;
    comparison.unfold(stage, PACKING, LUMEN).await?;
    let why = comparison.text("why").await?;
    ensure(why.contains("Nobody noted when"), format!("why a fact without a date does not count: {why}"))?;
    comparison.text_that("about", "show the script as text", |text| text.contains("javascript:")).await?;
    same(comparison.select("[part~=about] a").await?.len(), 0, "links to a script")?;
    comparison.fill("said", "price").await?;
    comparison.text_that("card", "show HTML as text", |text| text.contains("<b>bold</b>")).await?;
    same(comparison.select("img, b b").await?.len(), 0, "elements made of data")?;
    comparison.click("client-view").await?;
    comparison.part("client-facts").await?;
    same(comparison.select("img, b b").await?.len(), 0, "elements made of data in the client's view")?;
    same(stage.js("return document.title", vec![]).await?, json!("The comparison alone"), "the page's title")
}

/// By keyboard alone: one stop for the whole table, arrows within it, Enter unfolds, Escape folds.
pub(crate) async fn the_table_by_keyboard(stage: &mut Stage) -> Outcome {
    let comparison = Comparison::open(stage, "").await?;
    stage.js("document.querySelector('#comparison').focus()", vec![]).await?;
    tab_to(&stage.client, "fact").await?;
    let at = async |place: &str| {
        until(&format!("the focus on {place}"), async || {
            let script = "return document.querySelector('#comparison').shadowRoot.activeElement?.dataset.place ?? ''";
            Ok((stage.js(script, vec![]).await? == json!(place)).then_some(()))
        })
        .await
    };
    at("0-0").await?;
    for (key, place) in [
        (Key::Right, "0-1"),
        (Key::Down, "1-1"),
        (Key::End, "1-3"),
        (Key::Right, "1-3"),
        (Key::Home, "1-0"),
        (Key::Up, "0-0"),
        (Key::Up, "0-0"),
        (Key::Right, "0-1"),
    ] {
        press(&stage.client, key).await?;
        at(place).await?;
    }
    press(&stage.client, Key::Enter).await?;
    comparison.part("detail").await?;
    tab_to(&stage.client, "fact-value").await?;
    type_text(&stage.client, "9").await?;
    press(&stage.client, Key::Escape).await?;
    at("0-1").await?;
    same(comparison.all("detail").await?.len(), 0, "facts that are unfolded")?;
    comparison.expect_fact(PRICE, VALE, "16.90").await
}

/// In every width and language the page is no wider than its window, and a narrow one shows the same facts as cards.
pub(crate) async fn every_width_works(stage: &mut Stage) -> Outcome {
    const FITS: &str = "
        const frame = document.querySelector('iframe'), inner = frame.contentDocument, root = inner.querySelector('#comparison').shadowRoot;
        return {wide: inner.scrollingElement.scrollWidth - inner.scrollingElement.clientWidth,
                facts: root.querySelectorAll('[part~=fact]').length,
                small: [...root.querySelectorAll('button, input, select, summary')].filter((element) => element.checkVisibility())
                  .map((element) => [element.getAttribute('part') ?? element.localName, Math.round(element.getBoundingClientRect().height)])
                  .filter(([, height]) => height < 44)};";
    for locale in ["en", "id", "ru"] {
        for width in [360, 480, 768, 1024, 1280] {
            stage.open("/e2e/bare.html").await?;
            let place = "const [src, width] = arguments, frame = Object.assign(document.createElement('iframe'), {src, id: 'narrow', title: 'narrow'});
                         frame.style.inlineSize = `${width}px`; frame.style.blockSize = '900px'; frame.style.border = '0'; document.querySelector('main').append(frame);";
            let page = format!("/e2e/comparison.html?now={}&locale={locale}", crate::pages::TODAY);
            stage.js(place, vec![json!(page), json!(width)]).await?;
            let fits = until("the facts in the frame", async || {
                let ready = "return !!document.querySelector('iframe').contentDocument?.querySelector('#comparison')?.shadowRoot?.querySelector('[part~=fact]')";
                if stage.js(ready, vec![]).await? != json!(true) {
                    return Ok(None);
                }
                Ok(Some(stage.js(FITS, vec![]).await?))
            })
            .await?;
            same(fits, json!({"wide": 0, "facts": 36, "small": []}), format!("{width} px in {locale}"))?;
        }
    }
    Ok(())
}
