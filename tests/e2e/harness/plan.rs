use std::{
    env,
    path::{Path, PathBuf},
};

use super::{
    engine::Engine,
    failure::{Outcome, ensure, fail},
};

/// What this run was asked to do, read from the environment:
///
/// | variable | meaning | default |
/// |---|---|---|
/// | `SAPA_DIST` | the built pages | `dist` |
/// | `SAPA_ENGINES` | engines, separated by spaces | `chromium webkit` |
/// | `SAPA_ONLY` | run only scenarios, or places of `keypress`, whose name contains this | all |
/// | `SAPA_SHOTS` | save pictures of the demo into this folder, instead of the scenarios | - |
/// | `SAPA_BENCH` | `keypress` or `quote`: measure instead of the scenarios | - |
pub(crate) struct Plan {
    pub(crate) dist: PathBuf,
    pub(crate) engines: Vec<Engine>,
    pub(crate) only: Option<String>,
    pub(crate) mode: Mode,
}

/// What the program does with the engines.
pub(crate) enum Mode {
    Scenarios,
    Shots(PathBuf),
    Keypress,
    Quote,
}

impl Plan {
    /// # Errors
    /// An unknown engine or benchmark, a `dist` without an index.html.
    pub(crate) fn from_env() -> Outcome<Self> {
        let dist = PathBuf::from(set("SAPA_DIST").unwrap_or_else(|| "dist".to_owned()));
        ensure(
            dist.join("index.html").is_file(),
            format!(
                "no built pages in {}; build them with: make dist (or name the folder in SAPA_DIST)",
                dist.display()
            ),
        )?;
        let engines = set("SAPA_ENGINES").unwrap_or_else(|| "chromium webkit".to_owned());
        let engines = engines.split_whitespace().map(Engine::named).collect::<Outcome<Vec<_>>>()?;
        ensure(!engines.is_empty(), "SAPA_ENGINES names no engine")?;
        let mode = match (set("SAPA_SHOTS"), set("SAPA_BENCH").as_deref()) {
            (Some(folder), _) => Mode::Shots(folder.into()),
            (None, Some("keypress")) => Mode::Keypress,
            (None, Some("quote")) => Mode::Quote,
            (None, Some(other)) => return fail(format!("SAPA_BENCH names \"{other}\"; known are keypress and quote")),
            (None, None) => Mode::Scenarios,
        };
        Ok(Self { dist, engines, only: set("SAPA_ONLY"), mode })
    }

    /// A file among the run's leavings: logs, and what failures looked like.
    pub(crate) fn out(&self, file: &str) -> Outcome<PathBuf> {
        let folder = Path::new("tests/out");
        std::fs::create_dir_all(folder)?;
        Ok(folder.join(file))
    }

    /// Whether a scenario of this name was asked for.
    pub(crate) fn wants(&self, name: &str) -> bool {
        self.only.as_ref().is_none_or(|part| name.contains(part.as_str()))
    }
}

/// A variable that is set and not empty: CI files often pass an empty one for "nothing".
fn set(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.trim().is_empty())
}
