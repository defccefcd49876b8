use serde_json::Value;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use super::failure::{Outcome, fail};

/// Posts JSON to a driver and returns the `value` of its answer: for commands WebDriver itself has no word for.
///
/// # Errors
/// The driver's own message where it refuses.
pub(crate) async fn post(address: &str, path: &str, body: &Value) -> Outcome<Value> {
    let host = address.trim_start_matches("http://");
    let body = body.to_string();
    let mut stream = TcpStream::connect(host).await?;
    let request = format!(
        "POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(request.as_bytes()).await?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await?;
    let answer = String::from_utf8_lossy(&answer);
    let Some((head, json)) = answer.split_once("\r\n\r\n") else {
        return fail(format!("{path} was answered with no HTTP: {answer}"));
    };
    let value = serde_json::from_str::<Value>(json)?["value"].take();
    if head.starts_with("HTTP/1.1 200") { Ok(value) } else { fail(format!("{path}: {}", value["message"])) }
}
