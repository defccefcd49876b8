use serde_json::{Value, json};

use super::{failure::Outcome, http};

/// Chromium's own protocol, through its driver: memory counters, device emulation, logs.
pub(crate) struct Cdp {
    address: String,
    session: String,
}

impl Cdp {
    pub(crate) fn new(address: &str, session: String) -> Self {
        Self { address: address.to_owned(), session }
    }

    /// Runs one command, such as `Memory.getDOMCounters`.
    pub(crate) async fn command(&self, command: &str, params: Value) -> Outcome<Value> {
        self.post("goog/cdp/execute", &json!({"cmd": command, "params": params})).await
    }

    /// What was logged since the last call: `kind` is "browser" (the console) or "performance" (network and timeline).
    pub(crate) async fn log(&self, kind: &str) -> Outcome<Vec<Value>> {
        match self.post("se/log", &json!({"type": kind})).await? {
            Value::Array(entries) => Ok(entries),
            _ => Ok(Vec::new()),
        }
    }

    async fn post(&self, command: &str, body: &Value) -> Outcome<Value> {
        http::post(&self.address, &format!("/session/{}/{command}", self.session), body).await
    }
}
