use fantoccini::Client;
use serde_json::{Value, json};

use crate::harness::Outcome;

/// Starts to write down every event of these names that reaches the document, with its detail.
pub(crate) async fn listen(client: &Client, names: &[&str]) -> Outcome {
    const LISTEN: &str = "
        window.heard ??= [];
        for (const name of arguments[0])
          document.addEventListener(name, (event) => window.heard.push(
            {name, on: event.target.id, detail: event.detail ?? null, pointer: event.pointerType ?? null}), true);";
    client.execute(LISTEN, vec![json!(names)]).await?;
    Ok(())
}

/// What was heard under this name so far, oldest first: `{name, on, detail, pointer}`.
pub(crate) async fn heard(client: &Client, name: &str) -> Outcome<Vec<Value>> {
    let all = client.execute("return window.heard ?? []", vec![]).await?;
    Ok(all.as_array().into_iter().flatten().filter(|event| event["name"] == name).cloned().collect())
}
