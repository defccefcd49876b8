//! What is wrong with a value, and where.

use core::fmt;

use crate::domain::error::{Code, Error};

/// The first thing that kept a value from being read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The way to the value: names joined by points, places in lists in brackets.
    path: String,
    problem: String,
    /// The domain's own word for it, where it was the domain that refused.
    code: Option<Code>,
}

impl Fault {
    /// A fault of the whole value; [`under`](Self::under) tells where the value stands.
    pub fn new(problem: String) -> Self {
        Self { path: String::new(), problem, code: None }
    }

    /// What the domain refused.
    pub(super) fn refused(error: &Error) -> Self {
        Self { path: String::new(), problem: ["refused: ", error.detail()].concat(), code: Some(error.kind()) }
    }

    /// The same, seen from the value that holds the faulty one under this name.
    #[must_use]
    pub fn under(mut self, name: &str) -> Self {
        let point = if self.path.is_empty() || self.path.starts_with('[') { "" } else { "." };
        self.path = [name, point, &self.path].concat();
        self
    }

    /// The way to the value; empty where it is the whole.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What is wrong with it.
    pub fn problem(&self) -> &str {
        &self.problem
    }

    /// The path and the problem.
    pub fn text(&self) -> String {
        let colon = if self.path.is_empty() { "" } else { ": " };
        [&self.path, colon, &self.problem].concat()
    }

    /// The error: the domain's own where it has one, and else of this code.
    pub fn or(self, code: Code) -> Error {
        Error::new(self.code.unwrap_or(code), self.text())
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

impl std::error::Error for Fault {}
