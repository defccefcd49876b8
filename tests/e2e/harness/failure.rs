use std::{fmt, panic::Location};

/// What a step of a scenario answers.
pub(crate) type Outcome<T = ()> = Result<T, Failure>;

/// Why a scenario stopped: a sentence, and the line of the suite it came from.
pub(crate) struct Failure {
    what: String,
    at: &'static Location<'static>,
}

/// Stops the scenario with a sentence.
#[track_caller]
pub(crate) fn fail<T>(what: impl Into<String>) -> Outcome<T> {
    Err(Failure { what: what.into(), at: Location::caller() })
}

/// Goes on only where `holds`; `what` says what should have been true.
#[track_caller]
pub(crate) fn ensure(holds: bool, what: impl fmt::Display) -> Outcome {
    if holds { Ok(()) } else { fail(what.to_string()) }
}

/// Goes on only where both are equal, and shows both where they are not.
#[track_caller]
#[allow(clippy::needless_pass_by_value, reason = "scenarios compare what they have just worked out")]
pub(crate) fn same<A, B>(found: A, expected: B, what: impl fmt::Display) -> Outcome
where
    A: PartialEq<B> + fmt::Debug,
    B: fmt::Debug,
{
    if found == expected { Ok(()) } else { fail(format!("{what}: expected {expected:?}, found {found:?}")) }
}

/// `?` on any error keeps the line of the `?`: a bare "no such element" would tell nothing.
impl<E: std::error::Error> From<E> for Failure {
    #[track_caller]
    fn from(error: E) -> Self {
        let what = error.to_string();
        // WebKit's driver sends errors with a kind and no words; only their debug form shows the kind.
        let what = if what.trim_end().ends_with(':') { format!("{what} {error:?}") } else { what };
        Self { what, at: Location::caller() }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}:{})", self.what.trim(), self.at.file(), self.at.line())
    }
}

impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
