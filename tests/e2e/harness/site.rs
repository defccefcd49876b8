use std::{
    collections::HashMap,
    net::SocketAddr,
    path::Path,
    sync::{Arc, Mutex, PoisonError},
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    task::{JoinHandle, JoinSet},
};

use super::{failure::Outcome, response::Pages};

/// A web server of one origin that can be stopped and resumed on the same port, and remembers what was asked of it.
pub(crate) struct Site {
    pages: Pages,
    address: SocketAddr,
    log: Arc<Mutex<Log>>,
    scripts: Scripts,
    serving: Option<JoinHandle<()>>,
}

/// Scripts of the scenario that runs, by the path they are served at.
type Scripts = Arc<Mutex<HashMap<String, String>>>;

#[derive(Default)]
struct Log {
    requests: Vec<String>,
    violations: Vec<String>,
}

impl Site {
    /// Serves `dist` (and the suite's own pages under `/e2e/`) on a free port of 127.0.0.1.
    pub(crate) async fn start(dist: &Path) -> Outcome<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let mut site = Self {
            pages: Pages::new(dist)?,
            address: listener.local_addr()?,
            log: Arc::default(),
            scripts: Arc::default(),
            serving: None,
        };
        site.serve(listener);
        Ok(site)
    }

    /// "http://127.0.0.1:port", as `location.origin` says it.
    pub(crate) fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Pulls the cable: the port is closed and every open connection dropped.
    pub(crate) async fn stop(&mut self) {
        if let Some(serving) = self.serving.take() {
            serving.abort();
            // Only the wait matters: an aborted task always answers with an error.
            let _ = serving.await;
        }
    }

    /// Puts it back, on the same port. Does nothing where the site is up.
    pub(crate) async fn resume(&mut self) -> Outcome {
        if self.serving.is_none() {
            let listener = TcpListener::bind(self.address).await?;
            self.serve(listener);
        }
        Ok(())
    }

    /// Serves `script` as a module of this site; answers with its path.
    pub(crate) fn publish(&self, script: String) -> String {
        let mut scripts = self.scripts.lock().unwrap_or_else(PoisonError::into_inner);
        let path = format!("/e2e/run/{}.js", scripts.len());
        scripts.insert(path.clone(), script);
        path
    }

    /// Every request, "GET /path?query".
    pub(crate) fn requests(&self) -> Vec<String> {
        self.log.lock().unwrap_or_else(PoisonError::into_inner).requests.clone()
    }

    /// Every violation of the content security policy that a browser reported.
    pub(crate) fn violations(&self) -> Vec<String> {
        self.log.lock().unwrap_or_else(PoisonError::into_inner).violations.clone()
    }

    fn serve(&mut self, listener: TcpListener) {
        let (pages, log, scripts) = (self.pages.clone(), Arc::clone(&self.log), Arc::clone(&self.scripts));
        self.serving = Some(tokio::spawn(async move {
            // The set lives in this task, so that aborting it drops the connections too.
            let mut connections = JoinSet::new();
            while let Ok((stream, _)) = listener.accept().await {
                connections.spawn(converse(stream, pages.clone(), Arc::clone(&log), Arc::clone(&scripts)));
                while connections.try_join_next().is_some() {}
            }
        }));
    }
}

/// One connection, one request. A browser that goes away halfway is no event.
async fn converse(mut stream: TcpStream, pages: Pages, log: Arc<Mutex<Log>>, scripts: Scripts) {
    let Some((head, body)) = read(&mut stream).await else { return };
    let mut words = head.split_whitespace();
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let script = scripts.lock().unwrap_or_else(PoisonError::into_inner).get(path).cloned();
    let answer = match (method, script) {
        ("GET", Some(script)) => pages.script(&script),
        ("GET", None) => pages.answer(path),
        _ => pages.accepted(),
    };
    {
        let mut log = log.lock().unwrap_or_else(PoisonError::into_inner);
        if path == "/e2e/violation" {
            log.violations.push(body);
        } else {
            log.requests.push(format!("{method} {target}"));
        }
    }
    if stream.write_all(&answer).await.is_ok() {
        let _ = stream.shutdown().await;
    }
}

/// The request's first line, and its body as text.
async fn read(stream: &mut TcpStream) -> Option<(String, String)> {
    let mut bytes = Vec::new();
    let end = loop {
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
        if let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break end + 4;
        }
    };
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let length = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok())?
    });
    while bytes.len() < end + length.unwrap_or(0) {
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            break;
        }
    }
    Some((head.lines().next()?.to_owned(), String::from_utf8_lossy(&bytes[end..]).into_owned()))
}
