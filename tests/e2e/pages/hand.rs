//! One way to work a page: with the mouse, a finger, or the keyboard alone.

use fantoccini::{Locator, elements::Element, key::Key};
use serde_json::{Value, json};

use super::{
    Calculator,
    hands::{press, retype, tap, type_text},
};
use crate::harness::{Engine, Outcome, Stage, click, ensure, fail, until};

/// Far more stops of the focus than the demo page has from end to end.
const STOPS: usize = 400;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hand {
    Mouse,
    Finger,
    /// Tab, Shift and Tab, arrows, Enter and letters; nothing is focused or clicked by other means.
    Keys,
}

impl Hand {
    /// Presses a button of a widget.
    pub(crate) async fn press(self, stage: &Stage, widget: &Calculator, css: &str) -> Outcome {
        self.go(stage, widget, css).await?;
        if self == Self::Keys { press(&stage.client, Key::Enter).await } else { Ok(()) }
    }

    /// Writes into a field of a widget, in place of what stands there.
    pub(crate) async fn write(self, stage: &Stage, widget: &Calculator, css: &str, text: &str) -> Outcome {
        self.go(stage, widget, css).await?;
        retype(&stage.client, text).await
    }

    /// Looks up `typed` in a field that offers what fits, and takes `name`; with keys, which must be offered first.
    pub(crate) async fn pick(self, stage: &Stage, widget: &Calculator, css: &str, typed: &str, name: &str) -> Outcome {
        self.go(stage, widget, css).await?;
        // Keys send letters and no shortcuts: a combobox selects all of its text when it gets the focus.
        if self == Self::Keys {
            type_text(&stage.client, typed).await?
        } else {
            retype(&stage.client, typed).await?
        }
        let option = until(&format!("{name} to be offered"), async || {
            for option in widget.all("option").await? {
                if option.find(Locator::Css("span")).await?.text().await? == name {
                    return Ok(Some(option));
                }
            }
            Ok(None)
        })
        .await?;
        match self {
            Self::Mouse => click(&stage.client, &option).await,
            Self::Finger => tap(&stage.client, stage.engine, &option).await,
            Self::Keys => press(&stage.client, Key::Enter).await,
        }
    }

    /// Clicks or taps the first such element; with keys, brings the focus there.
    pub(crate) async fn go(self, stage: &Stage, widget: &Calculator, css: &str) -> Outcome {
        let element = widget.shown(css).await?;
        match self {
            Self::Mouse => click(&stage.client, &element).await,
            Self::Finger => {
                tap(&stage.client, stage.engine, &element).await?;
                if stage.engine == Engine::Webkit {
                    // Its dispatched tap gives no focus of its own kind; a button may be gone after its tap.
                    stage.js("arguments[0].focus()", vec![serde_json::to_value(&element)?]).await.ok();
                }
                Ok(())
            }
            Self::Keys => walk(stage, &element).await,
        }
    }
}

/// Presses Tab, or Shift and Tab where the element lies before the focus, until the element has the focus.
async fn walk(stage: &Stage, goal: &Element) -> Outcome {
    // -1: the goal lies before the focus, 1: behind it, 0: it has the focus.
    const WAY: &str = "
        const path = (node) => { const path = []; for (; node; node = node.getRootNode().host) path.unshift(node); return path; };
        let focus = document.activeElement;
        while (focus?.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement;
        if (focus === arguments[0]) return 0;
        const [from, to] = [path(focus), path(arguments[0])], at = from.findIndex((node, n) => node !== to[n]);
        if (at < 0) return 1;
        return from[at].compareDocumentPosition(to[at]) & Node.DOCUMENT_POSITION_PRECEDING ? -1 : 1;";
    let goal = serde_json::to_value(goal)?;
    let mut stops = Vec::new();
    loop {
        let way = stage.js(WAY, vec![goal.clone()]).await?;
        if way == json!(0) {
            return Ok(());
        }
        if STOPS < stops.len() {
            return fail(format!("the focus never came there: {stops:?}"));
        }
        step(stage, &way).await?;
        stops.push(super::focused_part(&stage.client).await?);
    }
}

async fn step(stage: &Stage, way: &Value) -> Outcome {
    ensure(way.is_i64(), format!("a way to go: {way}"))?;
    if *way == json!(1) {
        press(&stage.client, Key::Tab).await
    } else {
        super::hands::press_with_shift(&stage.client, Key::Tab).await
    }
}
