//! Cases of `tests/data/compare_cases.json`, or of the file `SAPA_COMPARE_CASES` names.

use sapa::domain::comparison::{Direction, Measured, weighted_sum};
use serde_json::Value;

use crate::cases::{Answer, Answers, Case, Serve, Stop, Suite, list, number, only, run, text};

const SUITE: Suite = Suite { file: "compare_cases.json", variable: "SAPA_COMPARE_CASES", serve };

#[test]
fn published_cases() {
    run(&SUITE);
}

/// How a family is served, or why it is not.
fn serve(family: &str) -> Option<Result<Serve, &'static str>> {
    Some(match family {
        "wsm" => Ok(wsm),
        "ahp" | "sensitivity" | "topsis" => Err("not built yet"),
        _ => return None,
    })
}

fn wsm(case: &Case) -> Result<Answers, Stop> {
    only(case.input, &["matrix", "weights", "directions"])?;
    // The matrix has a row for each alternative, the engine one for each criterion.
    let rows = list(&case.input["weights"]).iter().zip(list(&case.input["directions"])).enumerate();
    let rows = rows.map(|(criterion, (weight, direction))| {
        let value = |alternative: &Value| Some(number(&alternative[criterion]));
        Ok(Measured {
            weight: number(weight),
            direction: directed(text(direction))?,
            most: None,
            values: list(&case.input["matrix"]).iter().map(value).collect(),
        })
    });
    let sums = weighted_sum(&rows.collect::<Result<Vec<_>, Stop>>()?)?;
    Ok(vec![("scores", Answer::numbers(sums.iter().map(|sum| sum.neutral)))])
}

fn directed(name: &str) -> Result<Direction, Stop> {
    match name {
        "max" => Ok(Direction::Max),
        "min" => Ok(Direction::Min),
        other => Err(Stop::Skip(format!("the direction {other} is not offered"))),
    }
}
