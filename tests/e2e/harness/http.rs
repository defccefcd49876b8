use serde_json::Value;
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
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
    let mut stream = BufReader::new(stream);
    let (mut status, mut length) = (String::new(), 0);
    stream.read_line(&mut status).await?;
    loop {
        let mut line = String::new();
        stream.read_line(&mut line).await?;
        match line.trim().split_once(':') {
            Some((name, value)) if name.eq_ignore_ascii_case("content-length") => length = value.trim().parse()?,
            Some(_) => {}
            None => break,
        }
    }
    // The driver keeps the connection open whatever it is told, so the end is where the length says.
    let mut json = vec![0; length];
    stream.read_exact(&mut json).await?;
    let value = serde_json::from_slice::<Value>(&json)?["value"].take();
    if status.starts_with("HTTP/1.1 200") { Ok(value) } else { fail(format!("{path}: {}", value["message"])) }
}
