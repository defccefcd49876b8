use std::{fs::File, process::Stdio, time::Duration};

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    net::{TcpListener, TcpStream},
    process::{Child, Command},
    time::timeout,
};

use super::{
    engine::Engine,
    failure::{Failure, Outcome, ensure, fail},
    plan::Plan,
    wait::until,
};

/// A running WebDriver of one engine, with the display it draws on where it needs one. Dropping it ends both.
pub(crate) struct Driver {
    engine: Engine,
    address: String,
    _process: Child,
    _display: Option<Display>,
}

/// A virtual screen: MiniBrowser has no headless mode.
struct Display {
    name: String,
    _process: Child,
}

impl Driver {
    /// Starts the driver on a free port and waits until it listens; what it prints goes to `out/<engine>-driver.log`.
    ///
    /// # Errors
    /// A missing program, naming the command that installs it; a driver that does not come up.
    pub(crate) async fn start(engine: Engine, plan: &Plan) -> Outcome<Self> {
        engine.browser()?;
        let display = if engine == Engine::Webkit { Some(Display::start().await?) } else { None };
        let port = free_port().await?;
        let (program, args) = engine.driver(port);
        let log = File::create(plan.out(&format!("{engine}-driver.log"))?)?;
        let mut command = Command::new(program);
        command.args(args).stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log).kill_on_drop(true);
        if let Some(display) = &display {
            // The browser's own sandbox needs user namespaces, which containers of CI machines do not give.
            command.env("DISPLAY", &display.name).env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
        }
        let process = spawn(&mut command, engine, program)?;
        until(&format!("{program} to listen"), async || Ok(TcpStream::connect(("127.0.0.1", port)).await.ok())).await?;
        Ok(Self { engine, address: format!("http://127.0.0.1:{port}"), _process: process, _display: display })
    }

    /// The same driver started afresh, after the old one has ended.
    pub(crate) async fn renew(self, plan: &Plan) -> Outcome<Self> {
        let engine = self.engine;
        drop(self);
        Self::start(engine, plan).await
    }

    pub(crate) fn engine(&self) -> Engine {
        self.engine
    }

    /// Where the driver answers, for commands that are the engine's own.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// A fresh browser with an empty profile; `trace` as [`Engine::capabilities`] says.
    pub(crate) async fn open(&self, trace: bool) -> Outcome<Client> {
        let capabilities = self.engine.capabilities(trace)?;
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let session = timeout(Duration::from_secs(30), builder.capabilities(capabilities).connect(&self.address));
        match session.await {
            Ok(client) => {
                let client = client?;
                // A plain desktop window; what happens in narrow and low ones is a matter of its own scenarios.
                client.set_window_size(1280, 900).await?;
                Ok(client)
            }
            Err(_) => fail(format!("{} did not open a browser within 30 s", self.engine)),
        }
    }
}

impl Display {
    async fn start() -> Outcome<Self> {
        // Without a window manager the focus is where the screen's pointer rests, in the middle: so the middle must lie inside
        // a window of 1280 x 900, or no page on it ever has the focus.
        let mut command = Command::new("Xvfb");
        command
            .args(["-displayfd", "1", "-screen", "0", "2000x1700x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true);
        let mut process = spawn(&mut command, Engine::Webkit, "Xvfb")?;
        let mut number = String::new();
        if let Some(stdout) = process.stdout.take() {
            timeout(Duration::from_secs(20), BufReader::new(stdout).read_line(&mut number)).await??;
        }
        ensure(!number.trim().is_empty(), "Xvfb named no display")?;
        Ok(Self { name: format!(":{}", number.trim()), _process: process })
    }
}

fn spawn(command: &mut Command, engine: Engine, program: &str) -> Outcome<Child> {
    command.spawn().map_err(|error| {
        let sentence = format!("cannot start {program} ({error}); install it with: {}", engine.install(program));
        Failure::from(std::io::Error::other(sentence))
    })
}

async fn free_port() -> Outcome<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0)).await?.local_addr()?.port())
}
