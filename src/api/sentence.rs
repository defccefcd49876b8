//! What an error that JavaScript catches says: a sentence in English, for developers, that names what to correct.

use crate::domain::error::{Code, Error};
use crate::domain::pricing::Request;

/// The sentence. Errors that are none of the engine's are said as they are.
pub fn sentence(error: &Error) -> String {
    let detail = error.detail();
    let (place, problem) = detail.split_once(": ").unwrap_or(("the request", detail));
    if ["missing, ", "not "].iter().any(|start| problem.starts_with(start)) {
        return ["The request cannot be read: ", place, " is ", problem, ". Correct it and ask again."].concat();
    }
    let (what, advice) = match error.kind() {
        Code::RuleInvalid => (
            "This cannot be applied",
            "It contradicts itself, another rule or the floor, or holds a value it may not; correct it and ask again.",
        ),
        Code::NumberRange => ("A number is out of its range", "Correct it and ask again."),
        Code::NumberOverflow => ("A number becomes too large to calculate with", "Ask with smaller ones."),
        Code::PriceListCircle => ("Price lists are built on one another in a circle", "Build one of them on none."),
        Code::PriceListBase => ("A price list is built on one that is not there", "Add it, or build on another."),
        Code::CurrencyInvalid => {
            ("This is no currency", "Its code is three capital letters, its minor units are 0 to 4.")
        }
        Code::DateInvalid => ("This is no date of the calendar", "Write it like 2026-11-27."),
        Code::NotFound => ("This is not there", "Check how it is written, or add it."),
        _ => return error.to_string(),
    };
    match detail.split_once(": refused: ") {
        Some((place, refused)) => [what, ": ", refused, ", at ", place, ". ", advice].concat(),
        None => [what, ": ", detail, ". ", advice].concat(),
    }
}

/// The same error, of which a bare id is said to be that of a line or of a step.
pub fn named(error: Error, request: &Request) -> Error {
    let id = error.detail();
    let noun = if request.steps.iter().any(|step| step.id == id) {
        "step “"
    } else if request.lines.iter().any(|line| &*line.id == id) {
        "line “"
    } else {
        return error;
    };
    Error::new(error.kind(), [noun, id, "”"].concat())
}
