//! A quote with nothing but the keyboard.

use fantoccini::key::Key;
use serde_json::json;

use super::{demo::CLIENT, prices::Prices};
use crate::{
    harness::{Outcome, Stage, click, ensure, fail, same, until},
    pages::{Calculator, Demo, Hand, focused_part, press, type_text},
};

/// A question mark lists the keys of the widget it is pressed in, and Escape goes back to where one was; in a field it is a
/// letter.
pub(crate) async fn the_keys_are_listed(stage: &mut Stage) -> Outcome {
    const OPEN: &str = "[part=keys]:popover-open";
    Demo::open_day(stage, "").await?;
    let client = stage.client.clone();
    for (widget, start, key) in [
        ("#card", "[part~=client]", "Page Up, Page Down"),
        ("#planner", "[part=today]", "Alt"),
        ("#calculator", "[part~=client-view]", "Enter"),
        ("#comparison", "[part~=client-view]", "Home, End"),
    ] {
        let widget = Calculator::at(&client, widget);
        let from = widget.shown(start).await?;
        stage.js("arguments[0].focus()", vec![serde_json::to_value(&from)?]).await?;
        type_text(&client, "?").await?;
        let said = widget.text("keys").await?;
        ensure(said.contains(key) && said.contains("Keyboard"), format!("{key} in the list: {said}"))?;
        press(&client, Key::Escape).await?;
        until("it to go", async || Ok(widget.select(OPEN).await?.is_empty().then_some(()))).await?;
        let back = from.attr("part").await?.unwrap_or_default();
        same(focused_part(&client).await?, back, "where the focus is again")?;
    }
    let calculator = Calculator::at(&client, "#calculator");
    let field = calculator.part("product").await?;
    click(&client, &field).await?;
    type_text(&client, "?").await?;
    same(field.prop("value").await?.as_deref(), Some("?"), "what is in the field")?;
    ensure(calculator.select(OPEN).await?.is_empty(), "no list over it")
}

/// From the top of the page to a saved quote, by keys alone.
pub(crate) async fn a_whole_quote(stage: &mut Stage) -> Outcome {
    let calculator = Demo::open(stage, "").await?;
    let prices = Prices::of(stage).await?;
    let client = stage.client.clone();
    Hand::Keys.pick(stage, &calculator, "[part~=client]", "alfreds", CLIENT).await?;
    until("the client to be chosen", async || {
        Ok((calculator.part("client").await?.prop("value").await?.as_deref() == Some(CLIENT)).then_some(()))
    })
    .await?;
    let mut order = Vec::new();
    for (typed, product, quantity) in [("chai", "Chai", 24), ("cabra", "Queso Cabrales", 12)] {
        Hand::Keys.pick(stage, &calculator, "[part~=product]", typed, product).await?;
        until("the focus to go to the quantity", async || {
            Ok((focused_part(&client).await? == "quantity").then_some(()))
        })
        .await?;
        type_text(&client, &quantity.to_string()).await?;
        order.push((product, quantity));
        calculator.expect_net(prices.net(CLIENT, &order, 0, "net30")?).await?;
    }
    Hand::Keys.write(stage, &calculator, "[part~=manual]", "5").await?;
    calculator.expect_net(prices.net(CLIENT, &order, 500, "net30")?).await?;
    Hand::Keys.press(stage, &calculator, "[part~=save]").await?;
    calculator.expect_quotes(1).await?;
    Ok(())
}

/// Arrows move in the list, Escape closes it and keeps what was chosen, and the field says both to a screen reader.
pub(crate) async fn the_list_steps_back(stage: &mut Stage) -> Outcome {
    let calculator = Demo::open(stage, "").await?;
    let client = stage.client.clone();
    calculator.choose_client(CLIENT).await?;
    let field = calculator.part("client").await?;
    calculator.click("client").await?;
    until("the open list", async || Ok((2 < calculator.all("option").await?.len()).then_some(()))).await?;
    same(field.attr("aria-expanded").await?.as_deref(), Some("true"), "aria-expanded of the open list")?;
    let first = field.attr("aria-activedescendant").await?;
    press(&client, Key::Down).await?;
    let second = field.attr("aria-activedescendant").await?;
    ensure(
        first.is_some() && second.is_some() && first != second,
        format!("the arrow moves from {first:?} to {second:?}"),
    )?;
    press(&client, Key::Escape).await?;
    until("the closed list", async || Ok(calculator.all("option").await?.is_empty().then_some(()))).await?;
    same(field.prop("value").await?.as_deref(), Some(CLIENT), "the client after Escape")?;
    same(field.attr("aria-expanded").await?.as_deref(), Some("false"), "aria-expanded of the closed list")
}

/// Every stop of the focus inside the widget is drawn with a ring of at least two pixels.
pub(crate) async fn the_focus_is_seen(stage: &mut Stage) -> Outcome {
    const RING: &str = "
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        const inside = element?.getRootNode() instanceof ShadowRoot, style = getComputedStyle(element);
        return {inside, name: element.getAttribute('part') || element.localName, style: style.outlineStyle,
                width: parseFloat(style.outlineWidth)};";
    let calculator = Demo::open(stage, "").await?;
    calculator.choose_client(CLIENT).await?;
    calculator.add("Chai", "5").await?;
    let client = stage.client.clone();
    calculator.click("client").await?;
    press(&client, Key::Escape).await?;
    let mut stops = 0;
    loop {
        press(&client, Key::Tab).await?;
        let ring = stage.js(RING, vec![]).await?;
        if ring["inside"] != json!(true) {
            break;
        }
        stops += 1;
        until("a ring around what has the focus", async || {
            let ring = stage.js(RING, vec![]).await?;
            let drawn = ring["style"] != json!("none") && ring["width"].as_f64().is_some_and(|width| 1.9 < width);
            if drawn { Ok(Some(())) } else { fail(format!("there is none: {ring}")) }
        })
        .await?;
        ensure(stops < 60, "the focus leaves the widget at its end")?;
    }
    ensure(6 < stops, format!("stops of the focus inside the widget: {stops}"))
}
