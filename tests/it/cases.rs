//! Runs a file of published cases and prints, per family, how many passed, failed and were skipped.
//!
//! A family is served by a function that puts the case's input into the public engine's own words and says which of its
//! answers is meant by which expected field. It computes nothing itself, and it sees neither the expectations nor the
//! case's name. What the engine does not offer yet is skipped with the reason; an unknown family is a failure.

use std::any::Any;
use std::collections::BTreeMap;
use std::panic;
use std::path::{Path, PathBuf};

use rust_decimal::Decimal;
use sapa::domain::error::Error;
use serde_json::Value;

use crate::support::dec;

/// A file of cases and who serves them.
pub(crate) struct Suite {
    /// The file's name in `tests/data`.
    pub(crate) file: &'static str,
    /// The environment variable that names another file of the same shape.
    pub(crate) variable: &'static str,
    /// How a family is served, or why it is not; nothing if there is no such family.
    pub(crate) serve: fn(&str) -> Option<Result<Serve, &'static str>>,
}

/// A case in, answers out.
pub(crate) type Serve = fn(&Case) -> Result<Answers, Stop>;

/// What a serving function may see of a case.
pub(crate) struct Case<'a> {
    pub(crate) input: &'a Value,
    pub(crate) policy: &'a Value,
    /// Where the file of cases lies.
    folder: &'a Path,
}

/// What the engine said, under the name the case gives it.
pub(crate) type Answers = Vec<(&'static str, Answer)>;

/// One answer. Only what a case expects is compared, so it may say more.
#[derive(Debug)]
pub(crate) enum Answer {
    Number(Decimal),
    Text(String),
    Flag(bool),
    /// The engine says that there is no answer: `null`.
    Nothing,
    /// As many as the case expects, in the same order.
    List(Vec<Answer>),
    /// Answers by name: an object, or a list of objects that carry the name as their `id`.
    Named(Vec<(String, Answer)>),
}

pub(crate) enum Stop {
    /// The engine does not offer what the case is about.
    Skip(String),
    /// The engine refused.
    Fail(String),
}

enum Outcome {
    Passed,
    Failed(String),
    Skipped(String),
}

/// Runs every case of the suite's file.
///
/// # Panics
/// If a case fails or cannot be read, or if none was run.
pub(crate) fn run(suite: &Suite) {
    let path = std::env::var_os(suite.variable).map_or_else(|| data_folder().join(suite.file), PathBuf::from);
    let file = read(&path);
    let file: Value = serde_json::from_str(&file).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let folder = path.parent().unwrap_or(Path::new(""));

    let mut table: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    let mut reasons: BTreeMap<String, usize> = BTreeMap::new();
    let mut failures = Vec::new();
    for given in list(&file["cases"]) {
        let family = text(&given["family"]);
        let counts = table.entry(family).or_default();
        let input = plain(&given["input"]);
        let case = Case { input: &input, policy: &given["policy"], folder };
        match outcome(suite, family, &case, &given["expected"]) {
            Outcome::Passed => counts[0] += 1,
            Outcome::Failed(why) => {
                counts[1] += 1;
                failures.push(format!("{family} {}: {why}", given["id"].as_str().unwrap_or("without a name")));
            }
            Outcome::Skipped(why) => {
                counts[2] += 1;
                *reasons.entry(format!("{family}: {why}")).or_default() += 1;
            }
        }
    }
    reasons.iter().for_each(|(reason, count)| println!("{count:4} skipped, {reason}"));
    let mut total = [0; 3];
    for (family, counts) in &table {
        println!("{family:25} {} passed, {} failed, {} skipped", counts[0], counts[1], counts[2]);
        total.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
    }
    println!("{:25} {} passed, {} failed, {} skipped", "total", total[0], total[1], total[2]);
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    assert!(total[0] > 0, "no case was run");
}

/// The input in one way of writing: numbers as text, and what is said to be nothing left out.
fn plain(given: &Value) -> Value {
    match given {
        Value::Number(number) => Value::String(number.to_string()),
        Value::Array(values) => values.iter().map(plain).collect(),
        Value::Object(fields) => {
            let said = fields.iter().filter(|(_, value)| !value.is_null());
            said.map(|(name, value)| (name.clone(), plain(value))).collect()
        }
        other => other.clone(),
    }
}

fn outcome(suite: &Suite, family: &str, case: &Case, expected: &Value) -> Outcome {
    let serve = match (suite.serve)(family) {
        Some(Ok(serve)) => serve,
        Some(Err(reason)) => return Outcome::Skipped(reason.to_owned()),
        None => return Outcome::Failed("an unknown family".to_owned()),
    };
    // A case that cannot be read fails alone, and the others are told all the same.
    let answered = panic::catch_unwind(|| match serve(case) {
        Ok(answers) => compare(&answers, expected),
        Err(Stop::Skip(why)) => Outcome::Skipped(why),
        Err(Stop::Fail(why)) => Outcome::Failed(why),
    });
    answered.unwrap_or_else(|said| Outcome::Failed(message(&*said)))
}

/// What a panic said.
fn message(said: &(dyn Any + Send)) -> String {
    let told = said.downcast_ref::<String>().cloned();
    told.or_else(|| said.downcast_ref::<&str>().map(|said| (*said).to_owned())).unwrap_or_default()
}

fn compare(answers: &Answers, expected: &Value) -> Outcome {
    let tolerance = expected.get("tolerance").map_or(Decimal::ZERO, number);
    for (name, expected) in expected.as_object().expect("an object").iter().filter(|(name, _)| *name != "tolerance") {
        let Some((_, answer)) = answers.iter().find(|(given, _)| given == name) else {
            return Outcome::Skipped(format!("{name} is not answered yet"));
        };
        if let Err(why) = answer.meets(expected, tolerance) {
            return Outcome::Failed(format!("{name}{why}"));
        }
    }
    Outcome::Passed
}

impl Answer {
    /// The numbers as a list of answers.
    pub(crate) fn numbers(numbers: impl IntoIterator<Item = Decimal>) -> Self {
        Answer::List(numbers.into_iter().map(Answer::Number).collect())
    }

    /// The answers by name.
    pub(crate) fn named<const N: usize>(answers: [(&str, Answer); N]) -> Self {
        Answer::Named(answers.into_iter().map(|(name, answer)| (name.to_owned(), answer)).collect())
    }

    /// Whether this is what is expected; if not, where and how it differs.
    fn meets(&self, expected: &Value, tolerance: Decimal) -> Result<(), String> {
        let same = match (self, expected) {
            (Answer::Number(answer), Value::String(_) | Value::Number(_)) => {
                (*answer - number(expected)).abs() <= tolerance
            }
            (Answer::Text(answer), Value::String(expected)) => answer == expected,
            (Answer::Flag(answer), Value::Bool(expected)) => answer == expected,
            (Answer::Nothing, Value::Null) => true,
            (Answer::List(answers), Value::Array(expected)) if answers.len() == expected.len() => {
                let mut pairs = answers.iter().zip(expected).enumerate();
                return pairs.try_for_each(|(index, (answer, expected))| {
                    answer.meets(expected, tolerance).map_err(|why| format!("[{index}]{why}"))
                });
            }
            (Answer::Named(answers), Value::Object(expected)) => {
                let mut expected = expected.iter().filter(|(name, _)| *name != "id");
                return expected.try_for_each(|(name, expected)| entry(answers, name, expected, tolerance));
            }
            (Answer::Named(answers), Value::Array(expected)) => {
                let mut expected = expected.iter();
                return expected.try_for_each(|record| entry(answers, text(&record["id"]), record, tolerance));
            }
            _ => false,
        };
        if same { Ok(()) } else { Err(format!(" is {self:?}, expected {expected}")) }
    }
}

fn entry(answers: &[(String, Answer)], name: &str, expected: &Value, tolerance: Decimal) -> Result<(), String> {
    let found = answers.iter().find(|(given, _)| given == name);
    let (_, answer) = found.ok_or_else(|| format!(".{name} is missing"))?;
    answer.meets(expected, tolerance).map_err(|why| format!(".{name}{why}"))
}

impl Case<'_> {
    /// The text of a data file the case names: beside the cases, or else among this repository's own.
    pub(crate) fn data(&self, name: &str) -> String {
        let beside = self.folder.join(name);
        read(&if beside.exists() { beside } else { data_folder().join(name) })
    }
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Stop::Fail(error.to_string())
    }
}

/// Skips a case that says something we would leave unheard.
pub(crate) fn only(object: &Value, known: &[&str]) -> Result<(), Stop> {
    let mut keys = object.as_object().expect("an object").keys();
    match keys.find(|key| !known.contains(&key.as_str())) {
        Some(key) => Err(Stop::Skip(format!("{key} is not offered yet"))),
        None => Ok(()),
    }
}

pub(crate) fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap_or_else(|| panic!("not a list: {value}"))
}

pub(crate) fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("not a text: {value}"))
}

/// A number written as text, or as a JSON number of few digits.
pub(crate) fn number(value: &Value) -> Decimal {
    match value {
        Value::Number(number) => dec(&number.to_string()),
        _ => dec(text(value)),
    }
}

/// One name or several, or none.
pub(crate) fn names(value: &Value) -> Vec<String> {
    match value {
        Value::Null => Vec::new(),
        Value::Array(names) => names.iter().map(|name| text(name).to_owned()).collect(),
        name => vec![text(name).to_owned()],
    }
}

pub(crate) fn count(value: &Value) -> u32 {
    u32::try_from(whole(value)).unwrap_or_else(|_| panic!("not a count: {value}"))
}

pub(crate) fn whole(value: &Value) -> i32 {
    text(value).parse().unwrap_or_else(|_| panic!("not a whole number: {value}"))
}

fn data_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data")
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A comparison that accepts everything would make every suite green.
#[test]
fn tells_right_answers_from_wrong_ones() {
    let expected = serde_json::json!({
        "total": "1.50", "cuts": [1, 2.5], "over": true, "score": null, "class": "A",
        "clients": [{"id": "b", "score": "12"}], "count": {"A": 3}, "tolerance": "0.01",
    });
    let answers =
        |total: &str, cuts: &[&str], over, score, class: &str, client: &str, client_score: &str, count: &str| {
            vec![
                ("total", Answer::Number(dec(total))),
                ("cuts", Answer::numbers(cuts.iter().map(|cut| dec(cut)))),
                ("over", Answer::Flag(over)),
                ("score", score),
                ("class", Answer::Text(class.to_owned())),
                (
                    "clients",
                    Answer::named([(client, Answer::named([("score", Answer::Text(client_score.to_owned()))]))]),
                ),
                ("count", Answer::named([("A", Answer::Number(dec(count))), ("B", Answer::Nothing)])),
            ]
        };
    let verdict = |answers: Answers| match compare(&answers, &expected) {
        Outcome::Passed => "passed",
        Outcome::Failed(_) => "failed",
        Outcome::Skipped(_) => "skipped",
    };
    let none = || Answer::Nothing;
    assert_eq!(verdict(answers("1.505", &["1", "2.49"], true, none(), "A", "b", "12", "3")), "passed");
    assert_eq!(verdict(answers("1.52", &["1", "2.5"], true, none(), "A", "b", "12", "3")), "failed");
    assert_eq!(verdict(answers("1.5", &["1"], true, none(), "A", "b", "12", "3")), "failed");
    assert_eq!(verdict(answers("1.5", &["1", "2.6"], true, none(), "A", "b", "12", "3")), "failed");
    assert_eq!(verdict(answers("1.5", &["1", "2.5"], false, none(), "A", "b", "12", "3")), "failed");
    assert_eq!(verdict(answers("1.5", &["1", "2.5"], true, Answer::Flag(false), "A", "b", "12", "3")), "failed");
    assert_eq!(verdict(answers("1.5", &["1", "2.5"], true, none(), "B", "b", "12", "3")), "failed");
    assert_eq!(verdict(answers("1.5", &["1", "2.5"], true, none(), "A", "c", "12", "3")), "failed");
    assert_eq!(verdict(answers("1.5", &["1", "2.5"], true, none(), "A", "b", "21", "3")), "failed");
    assert_eq!(verdict(answers("1.5", &["1", "2.5"], true, none(), "A", "b", "12", "4")), "failed");
    assert_eq!(verdict(vec![("total", Answer::Number(dec("1.5")))]), "skipped");
}

/// Otherwise one odd case would keep all others of its file from being told.
#[test]
fn a_case_that_cannot_be_read_fails_alone() {
    let serve: fn(&str) -> Option<Result<Serve, &'static str>> =
        |_| Some(Ok(|case| Ok(vec![("total", Answer::Number(number(&case.input["total"])))])));
    let suite = Suite { file: "", variable: "", serve };
    let verdict = |input: Value| {
        let (input, expected) = (plain(&input), serde_json::json!({ "total": "1.5" }));
        let case = Case { input: &input, policy: &Value::Null, folder: Path::new("") };
        match outcome(&suite, "sum", &case, &expected) {
            Outcome::Passed => "passed".to_owned(),
            Outcome::Failed(why) => why,
            Outcome::Skipped(why) => format!("skipped: {why}"),
        }
    };
    assert_eq!(verdict(serde_json::json!({ "total": "1.50" })), "passed");
    assert_eq!(verdict(serde_json::json!({ "total": 1.5 })), "passed");
    // Said to be nothing is as good as not said.
    for nothing in [serde_json::json!({ "total": null }), serde_json::json!({})] {
        assert_eq!(verdict(nothing), "not a text: null");
    }
}
