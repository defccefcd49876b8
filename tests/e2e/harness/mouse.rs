use fantoccini::{
    Client,
    actions::{InputSource, MouseActions, PointerAction},
    elements::Element,
    error::{CmdError, ErrorStatus},
};
use serde_json::{Value, json};

use super::{
    failure::{Outcome, fail},
    wait::until,
};

/// Clicks the middle of an element with the mouse.
///
/// The drivers of Chromium and Firefox see to it that the click reaches the element. WebKit's works out where the element
/// is and presses there, wherever the page may have scrolled meanwhile, and refuses what lies in some shadow roots. There
/// the mouse waits until the element rests, as an eye does, and a press that would reach another one is held back and made
/// again.
///
/// # Errors
/// An element that something else covers for ten seconds: the last trouble names it.
pub(crate) async fn click(client: &Client, element: &Element) -> Outcome {
    if !is_webkit(client) {
        return Ok(element.click().await?);
    }
    until("a click to reach its element", async || match aim_and_press(client, element).await {
        Ok(Value::Null) => Ok(Some(Ok(()))),
        Ok(missed) => fail(format!("the press went to {missed}")),
        // An element that is gone does not come back; whoever looked for it looks again.
        Err(failure) => Ok(Some(Err(failure))),
    })
    .await?
}

/// Presses once; answers what was hit instead, or nothing.
async fn aim_and_press(client: &Client, element: &Element) -> Outcome<Value> {
    client.execute_async(AIM, vec![serde_json::to_value(element)?]).await?;
    let mouse = MouseActions::new("mouse".to_owned())
        .then(PointerAction::MoveToElement { element: element.clone(), duration: None, x: 0.0, y: 0.0 })
        .then(PointerAction::Down { button: 0 })
        .then(PointerAction::Up { button: 0 });
    match client.perform_actions(mouse).await {
        Err(CmdError::Standard(refusal)) if refusal.error == ErrorStatus::MoveTargetOutOfBounds => {
            return Ok("nothing, since the page has moved away under it".into());
        }
        pressed => pressed?,
    }
    // A page that was left by the click has no aim any more, and one that is just being left does not answer.
    Ok(client.execute("return window.endAim?.() ?? null", vec![]).await.unwrap_or(Value::Null))
}

fn is_webkit(client: &Client) -> bool {
    client.capabilities().and_then(|has| has.get("browserName")) == Some(&json!("MiniBrowser"))
}

/// Brings the element into view, waits until a frame has left it where it was, and holds back every press that
/// reaches another one until `endAim()`, which tells what the first of these has hit.
const AIM: &str = "
    const element = arguments[0], done = arguments[arguments.length - 1];
    // A press that failed half-way has left its own behind, which would hold back this one.
    window.endAim?.();
    const middle = () => {
      const {x, y, width, height} = element.getBoundingClientRect();
      return [x + width / 2, y + height / 2];
    };
    const lies = (x, y) => {
      let top = document.elementFromPoint(x, y);
      for (let inner; (inner = top?.shadowRoot?.elementFromPoint(x, y)) && inner !== top;) top = inner;
      return element.contains(top) || Boolean(top?.contains(element));
    };
    if (!lies(...middle())) element.scrollIntoView({block: 'center'});

    let missed = 'nothing', last = '';
    const guard = (event) => {
      const path = event.composedPath();
      if (event.type === 'pointerdown') missed = path.includes(element) ? null : path[0].outerHTML?.slice(0, 200) ?? 'the window';
      if (missed === null) return;
      event.stopImmediatePropagation();
      event.preventDefault();
    };
    const types = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'];
    window.endAim = () => {
      for (const type of types) window.removeEventListener(type, guard, true);
      delete window.endAim;
      return missed;
    };
    const rest = () => {
      const place = middle().join(), rests = place === last;
      last = place;
      if (!rests) return requestAnimationFrame(rest);
      for (const type of types) window.addEventListener(type, guard, true);
      done(null);
    };
    rest();";
