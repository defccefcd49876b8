use std::path::{Component, Path, PathBuf};

/// The policy every page runs under. `report-uri` makes each engine tell the server about any violation, whatever page it happened on.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
    img-src 'self'; manifest-src 'self'; worker-src 'self'; frame-src 'self'; report-uri /e2e/violation";

/// Where pages of the suite itself are served from; the product's own pages lie at the root.
const SUITE: &str = "/e2e/";

/// A whole HTTP answer to a GET of `path` (without its query).
pub(crate) fn answer(dist: &Path, path: &str) -> Vec<u8> {
    match locate(dist, path).and_then(|file| Some((mime(&file), std::fs::read(&file).ok()?))) {
        Some((mime, body)) => whole("200 OK", mime, &policy(path), &body),
        None => whole("404 Not Found", "text/plain; charset=utf-8", POLICY, b"There is no such page."),
    }
}

/// The answer to anything that is not a GET.
pub(crate) fn accepted() -> Vec<u8> {
    whole("204 No Content", "text/plain", POLICY, b"")
}

fn whole(status: &str, mime: &str, policy: &str, body: &[u8]) -> Vec<u8> {
    let mut answer = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {mime}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\
         Content-Security-Policy: {policy}\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        body.len()
    )
    .into_bytes();
    answer.extend_from_slice(body);
    answer
}

/// A page that frames another origin must say so; these are the pages that do.
fn policy(path: &str) -> String {
    if path.contains("iframe") || path.starts_with(SUITE) {
        POLICY.replace("frame-src 'self'", "frame-src 'self' http://127.0.0.1:*")
    } else {
        POLICY.to_owned()
    }
}

fn locate(dist: &Path, path: &str) -> Option<PathBuf> {
    let (root, rest) = match path.strip_prefix(SUITE) {
        Some("axe.min.js") => return Some("tests/node_modules/axe-core/axe.min.js".into()),
        Some(rest) => (Path::new("tests/e2e/site"), rest),
        None => (dist, path.trim_start_matches('/')),
    };
    let inside = Path::new(rest).components().all(|part| matches!(part, Component::Normal(_)));
    let file = root.join(rest);
    let file = if file.is_dir() { file.join("index.html") } else { file };
    inside.then_some(file)
}

fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}
