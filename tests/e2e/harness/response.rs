use std::path::{Component, Path, PathBuf};

use super::failure::{Outcome, fail};

/// Where pages of the suite itself are served from; the product's own pages lie at the root.
const SUITE: &str = "/e2e/";

/// What a site answers: the built pages, and the policy they run under.
#[derive(Clone)]
pub(crate) struct Pages {
    dist: PathBuf,
    policy: String,
}

impl Pages {
    /// The pages of `dist` under the policy that `Trunk.toml` names, which every other server of them reads there too.
    ///
    /// `report-uri` makes each engine tell the site about any violation, whatever page it happened on.
    pub(crate) fn new(dist: &Path) -> Outcome<Self> {
        let trunk = std::fs::read_to_string("Trunk.toml")?;
        let policy =
            trunk.lines().find_map(|line| line.strip_prefix("\"Content-Security-Policy\" = \"")?.strip_suffix('"'));
        match policy {
            Some(policy) => Ok(Self { dist: dist.to_owned(), policy: format!("{policy}; report-uri /e2e/violation") }),
            None => fail("Trunk.toml sets no Content-Security-Policy"),
        }
    }

    /// A whole HTTP answer to a GET of `path` (without its query).
    pub(crate) fn answer(&self, path: &str) -> Vec<u8> {
        match self.locate(path).and_then(|file| Some((mime(&file), std::fs::read(&file).ok()?))) {
            Some((mime, body)) => whole("200 OK", mime, &self.policy(path), &body),
            None => whole("404 Not Found", "text/plain; charset=utf-8", &self.policy, b"There is no such page."),
        }
    }

    /// A module the suite has just written.
    pub(crate) fn script(&self, script: &str) -> Vec<u8> {
        whole("200 OK", "text/javascript; charset=utf-8", &self.policy, script.as_bytes())
    }

    /// The answer to anything that is not a GET.
    pub(crate) fn accepted(&self) -> Vec<u8> {
        whole("204 No Content", "text/plain", &self.policy, b"")
    }

    /// A page that frames another origin must say so; these are the pages that do.
    fn policy(&self, path: &str) -> String {
        if path.contains("iframe") || path.starts_with(SUITE) {
            self.policy.replace("frame-src 'self'", "frame-src 'self' http://127.0.0.1:*")
        } else {
            self.policy.clone()
        }
    }

    fn locate(&self, path: &str) -> Option<PathBuf> {
        let (root, rest) = match path.strip_prefix(SUITE) {
            Some("bench.html") => return Some("tests/bench/bench.html".into()),
            Some("bench.js") => return Some("tests/out/bench.js".into()),
            Some("axe.min.js") => return Some("tests/node_modules/axe-core/axe.min.js".into()),
            Some(rest) => (Path::new("tests/e2e/site"), rest),
            None => (self.dist.as_path(), path.trim_start_matches('/')),
        };
        let inside = Path::new(rest).components().all(|part| matches!(part, Component::Normal(_)));
        let file = root.join(rest);
        let file = if file.is_dir() { file.join("index.html") } else { file };
        inside.then_some(file)
    }
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
