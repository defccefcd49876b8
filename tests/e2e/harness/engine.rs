use std::{fmt, path::Path};

use serde_json::{Map, Value, json};

use super::failure::{Outcome, fail};

/// A browser engine, driven through its own W3C WebDriver.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    Chromium,
    Webkit,
    Firefox,
}

impl Engine {
    /// The engine of that name, as `SAPA_ENGINES` spells it.
    pub(crate) fn named(name: &str) -> Outcome<Self> {
        match name {
            "chromium" => Ok(Self::Chromium),
            "webkit" => Ok(Self::Webkit),
            "firefox" => Ok(Self::Firefox),
            _ => fail(format!("SAPA_ENGINES names \"{name}\"; known are chromium, webkit and firefox")),
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Webkit => "webkit",
            Self::Firefox => "firefox",
        }
    }

    /// The driver's program and the arguments that make it listen on `port`.
    pub(crate) fn driver(self, port: u16) -> (&'static str, Vec<String>) {
        match self {
            Self::Chromium => ("chromedriver", vec![format!("--port={port}")]),
            Self::Webkit => ("WebKitWebDriver", vec!["--host=127.0.0.1".into(), format!("--port={port}")]),
            Self::Firefox => {
                ("geckodriver", vec!["--host".into(), "127.0.0.1".into(), "--port".into(), port.to_string()])
            }
        }
    }

    /// What to type where `program` is missing.
    pub(crate) fn install(self, program: &str) -> &'static str {
        match (self, program) {
            (Self::Chromium, _) => "apt-get install chromium chromium-driver",
            (Self::Webkit, _) => "apt-get install webkit2gtk-driver xvfb xauth",
            (Self::Firefox, "geckodriver") => "cargo install geckodriver --locked",
            (Self::Firefox, _) => "apt-get install firefox-esr",
        }
    }

    /// The browser's own program.
    ///
    /// # Errors
    /// Where none of its usual places has it.
    pub(crate) fn browser(self) -> Outcome<&'static str> {
        let places: &[&str] = match self {
            Self::Chromium => &["/usr/bin/chromium", "/usr/bin/google-chrome"],
            Self::Webkit => &[
                "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
                "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
            ],
            Self::Firefox => &["/usr/bin/firefox-esr", "/usr/bin/firefox"],
        };
        match places.iter().find(|place| Path::new(place).exists()) {
            Some(place) => Ok(place),
            None => fail(format!("{self} is not in {}; install it with: {}", places.join(" or "), self.install(""))),
        }
    }

    /// The capabilities a session asks for. With `trace`, Chromium logs what its main thread does.
    pub(crate) fn capabilities(self, trace: bool) -> Outcome<Map<String, Value>> {
        let binary = self.browser()?;
        let logging = if trace {
            json!({"traceCategories": "devtools.timeline,toplevel"})
        } else {
            json!({"enableNetwork": true})
        };
        let wanted = match self {
            Self::Chromium => json!({
                "browserName": "chrome",
                "goog:chromeOptions": {
                    "binary": binary,
                    "args": ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--lang=en-US"],
                    "perfLoggingPrefs": logging,
                },
                "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
            }),
            Self::Webkit => json!({
                "browserName": "MiniBrowser",
                "webkitgtk:browserOptions": {"binary": binary, "args": ["--automation"]},
            }),
            Self::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "binary": binary,
                    "args": ["-headless"],
                    "prefs": {"intl.accept_languages": "en-US", "focusmanager.testmode": true},
                },
            }),
        };
        match wanted {
            Value::Object(map) => Ok(map),
            other => fail(format!("capabilities must be an object, not {other}")),
        }
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
