use serde_json::json;

use super::calculator::Calculator;
use crate::harness::{Outcome, Stage};

/// Puts a calculator with the sample catalogue into the page in view; `body` may set more on `element` before it is connected.
pub(crate) async fn place(stage: &Stage, id: &str, body: &str) -> Outcome<Calculator> {
    const PLACE: &str = "
        const [id] = arguments;
        await import('/sapa.js');
        const data = await (await fetch('/data/northwind.json')).json();
        const element = document.createElement('sapa-discount-calculator');
        element.id = id;
        element.now = '1998-05-07';
        element.data = data;
        BODY
        document.querySelector('main').append(element);";
    stage.in_page(&PLACE.replace("BODY", body), &[json!(id)]).await?;
    Ok(Calculator::at(&stage.client, &format!("#{id}")))
}
