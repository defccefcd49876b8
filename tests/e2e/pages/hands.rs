//! What hands do, whatever page is open: keys, fingers, and the way the focus goes.

use fantoccini::{
    Client,
    actions::{Actions, InputSource, KeyAction, KeyActions, MouseActions, PointerAction, TouchActions},
    elements::Element,
    key::Key,
};

use crate::harness::{Engine, Outcome, fail, until};

/// The part name of the element that has the focus, through every shadow root; its id or tag where it has none.
pub(crate) async fn focused_part(client: &Client) -> Outcome<String> {
    const DEEPEST: &str = "
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        return element?.getAttribute('part') || element?.id || element?.localName || '';";
    Ok(client.execute(DEEPEST, vec![]).await?.as_str().unwrap_or_default().to_owned())
}

/// Presses and releases one key, wherever the focus is.
pub(crate) async fn press(client: &Client, key: Key) -> Outcome {
    let keys = stroke(KeyActions::new("keys".to_owned()), char::from(key));
    Ok(client.perform_actions(keys).await?)
}

/// The same with Shift held down.
pub(crate) async fn press_with_shift(client: &Client, key: Key) -> Outcome {
    let shift = char::from(Key::Shift);
    let keys = KeyActions::new("keys".to_owned()).then(KeyAction::Down { value: shift });
    let keys = stroke(keys, char::from(key)).then(KeyAction::Up { value: shift });
    Ok(client.perform_actions(keys).await?)
}

/// Presses the keys that take a step back, wherever the focus is.
pub(crate) async fn undo_by_keys(client: &Client) -> Outcome {
    let control = char::from(Key::Control);
    let keys = KeyActions::new("keys".to_owned()).then(KeyAction::Down { value: control });
    client.perform_actions(stroke(keys, 'z').then(KeyAction::Up { value: control })).await?;
    settled(client).await
}

/// Types a text, key by key, wherever the focus is.
pub(crate) async fn type_text(client: &Client, text: &str) -> Outcome {
    let keys = text.chars().fold(KeyActions::new("keys".to_owned()), stroke);
    client.perform_actions(keys).await?;
    settled(client).await
}

/// Replaces what stands in the field that has the focus; an empty text empties it.
pub(crate) async fn retype(client: &Client, text: &str) -> Outcome {
    let control = char::from(Key::Control);
    let keys = KeyActions::new("keys".to_owned()).then(KeyAction::Down { value: control });
    let keys = stroke(keys, 'a').then(KeyAction::Up { value: control });
    let keys = if text.is_empty() { stroke(keys, char::from(Key::Delete)) } else { text.chars().fold(keys, stroke) };
    client.perform_actions(keys).await?;
    settled(client).await
}

/// Replaces what stands in the field that has the focus by one key, and clicks at once, in one go: no driver takes as long between two
/// of its commands as a person does.
pub(crate) async fn retype_and_click(client: &Client, typed: char, element: &Element) -> Outcome {
    // At the foot of the window: a page scrolls to a field that is typed in, and what is pressed must not move.
    client.execute("arguments[0].scrollIntoView({block: 'end'})", vec![serde_json::to_value(element)?]).await?;
    let control = char::from(Key::Control);
    let keys = KeyActions::new("keys".to_owned()).then(KeyAction::Down { value: control });
    let keys = stroke(stroke(keys, 'a').then(KeyAction::Up { value: control }), typed);
    let mut mouse = MouseActions::new("mouse".to_owned()).then(PointerAction::MoveToElement {
        element: element.clone(),
        duration: None,
        x: 0.0,
        y: 0.0,
    });
    // One for each further thing the keys do.
    for _ in 1..6 {
        mouse = mouse.then(PointerAction::Pause { duration: core::time::Duration::ZERO });
    }
    let mouse = mouse.then(PointerAction::Down { button: 0 }).then(PointerAction::Up { button: 0 });
    Ok(client.perform_actions(Actions::from(keys).and(mouse)).await?)
}

/// Waits until nothing waits any more for a pause in the typing.
pub(crate) async fn settled(client: &Client) -> Outcome {
    const IS_SETTLED: &str = "
        return [...document.querySelectorAll('*')].every((tag) => !tag.shadowRoot?.querySelector('[aria-busy=true]'))";
    until("what was typed to settle", async || {
        Ok((client.execute(IS_SETTLED, vec![]).await? == serde_json::json!(true)).then_some(()))
    })
    .await
}

/// Chooses in a list by its value, from the middle of the window: a driver may find it covered at the edge.
pub(crate) async fn choose(list: &Element, value: &str) -> Outcome {
    let client = list.clone().client();
    client.execute("arguments[0].scrollIntoView({block: 'center'})", vec![serde_json::to_value(list)?]).await?;
    Ok(list.select_by_value(value).await?)
}

/// Presses Tab until the focus is on `part`.
pub(crate) async fn tab_to(client: &Client, part: &str) -> Outcome {
    let mut way = Vec::new();
    for _ in 0..60 {
        press(client, Key::Tab).await?;
        let now = focused_part(client).await?;
        if now.split_whitespace().any(|name| name == part) {
            return Ok(());
        }
        way.push(now);
    }
    fail(format!("Tab never reached {part}; it went over {}", way.join(", ")))
}

/// Taps the middle of an element with a finger. In WebKit, whose driver turns touch into a mouse, the events are dispatched.
pub(crate) async fn tap(client: &Client, engine: Engine, element: &Element) -> Outcome {
    client.execute("arguments[0].scrollIntoView({block: 'center'})", vec![serde_json::to_value(element)?]).await?;
    if engine == Engine::Webkit {
        const DISPATCH: &str = "
            const [element] = arguments, box = element.getBoundingClientRect();
            const about = {bubbles: true, composed: true, cancelable: true, pointerType: 'touch', pointerId: 7, isPrimary: true,
                           clientX: box.x + box.width / 2, clientY: box.y + box.height / 2};
            for (const type of ['pointerover', 'pointerenter', 'pointerdown', 'pointerup', 'pointerout', 'pointerleave'])
              element.dispatchEvent(new PointerEvent(type, about));
            element.focus?.();
            element.click();";
        client.execute(DISPATCH, vec![serde_json::to_value(element)?]).await?;
        return Ok(());
    }
    let finger = TouchActions::new("finger".to_owned())
        .then(PointerAction::MoveToElement { element: element.clone(), duration: None, x: 0.0, y: 0.0 })
        .then(PointerAction::Down { button: 0 })
        .then(PointerAction::Up { button: 0 });
    Ok(client.perform_actions(finger).await?)
}

/// A key pressed and released, after what came before.
fn stroke(keys: KeyActions, value: char) -> KeyActions {
    keys.then(KeyAction::Down { value }).then(KeyAction::Up { value })
}
