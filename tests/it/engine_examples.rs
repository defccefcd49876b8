//! The examples in `types.ts` are asked as they stand there, and each answer is what the line below says.

use sapa::api::answers::answer;
use sapa::wire;
use serde_json::Value;

use crate::wire::{json_of, plain};

const TYPES: &str = include_str!("../../src/api/types.ts");

struct Example {
    /// The name the answer is given, if it is not taken apart.
    whole: Option<String>,
    call: String,
    question: Value,
    /// What is said of the answer: a path, and a value or what it begins with.
    said: Vec<(String, Said)>,
}

#[derive(Debug)]
enum Said {
    Is(Value),
    Begins(String),
}

impl Said {
    fn holds_of(&self, found: &Value) -> bool {
        match self {
            Said::Is(value) => found == value,
            Said::Begins(text) => found.as_str().is_some_and(|found| found.starts_with(text)),
        }
    }
}

/// The examples of the engine, in their order.
fn examples() -> Vec<Example> {
    let text: String = TYPES.lines().map(|line| line.trim().trim_start_matches("* ")).collect::<Vec<_>>().join("\n");
    // Tables cross the border to JavaScript alone, so their example runs in the browser only, where all of them do.
    let here = |text: &&str| text.starts_with("const ") && !text.contains("columns:");
    let texts = text.split("@example\n").filter_map(|text| text.split("*/").next());
    texts.filter(here).filter_map(example).collect()
}

fn example(text: &str) -> Option<Example> {
    let (name, rest) = text.strip_prefix("const ")?.split_once(" = await engine.")?;
    let (call, rest) = rest.split_once('(')?;
    let (question, notes) = rest.split_once(");\n")?;
    let notes: Vec<&str> = notes.lines().filter_map(|line| line.trim().strip_prefix("// ")).collect();
    let notes = notes.join(" ");
    let said = notes.split(',').filter_map(|note| {
        let is = note.rsplit_once(" === ").map(|(path, value)| (path, Said::Is(literal(value.trim()))));
        let begins = || note.trim().strip_suffix("')")?.rsplit_once(".startsWith('");
        let (path, said) = is.or_else(|| begins().map(|(path, text)| (path, Said::Begins(text.to_owned()))))?;
        Some((path.rsplit(' ').next()?.to_owned(), said))
    });
    Some(Example {
        whole: (!name.starts_with('{')).then(|| name.to_owned()),
        call: call.to_owned(),
        question: literal(question),
        said: said.collect(),
    })
}

/// A value as scripts write it: names without quotation marks, texts between single ones, commas where they like.
fn literal(script: &str) -> Value {
    let mut json = String::new();
    let mut letters = script.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\'' => {
                let text: String = letters.by_ref().take_while(|letter| *letter != '\'').collect();
                json.push_str(&Value::String(text).to_string());
            }
            letter if letter.is_ascii_alphabetic() => {
                let mut name = letter.to_string();
                while let Some(more) = letters.next_if(char::is_ascii_alphanumeric) {
                    name.push(more);
                }
                let is_word = ["true", "false", "null"].contains(&name.as_str());
                json.push_str(&if is_word { name } else { Value::String(name).to_string() });
            }
            '}' | ']' => {
                let end = json.trim_end().trim_end_matches(',').len();
                json.truncate(end);
                json.push(letter);
            }
            letter => json.push(letter),
        }
    }
    serde_json::from_str(&json).unwrap_or_else(|error| panic!("{error}: {json}"))
}

/// The member of a path such as `ways[0].net`.
fn member<'a>(answer: &'a Value, path: &str) -> &'a Value {
    path.split(['.', '[', ']'])
        .filter(|name| !name.is_empty())
        .fold(answer, |value, name| name.parse::<usize>().map_or_else(|_| &value[name], |at| &value[at]))
}

#[test]
fn every_example_answers_what_it_says() {
    let examples = examples();
    let mut wrong = Vec::new();
    for Example { whole, call, question, said } in &examples {
        let answered = answer(call, &plain(question)).unwrap_or_else(|error| panic!("{call}: {error}"));
        let answered = json_of(&answered);
        assert!(!said.is_empty(), "{call} says nothing of its answer");
        for (path, value) in said {
            let path = whole.as_ref().map_or(path.as_str(), |whole| path.strip_prefix(&format!("{whole}.")).unwrap());
            let found = member(&answered, path);
            if !value.holds_of(found) {
                wrong.push(format!("{call}: {path} is {found}, not {value:?}"));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert_eq!(examples.len(), 16);
}

#[test]
fn every_call_has_an_example_and_every_example_a_call() {
    let (_, engine) = TYPES.split_once("export interface Engine {").unwrap();
    let (engine, _) = engine.split_once("\n}\n").unwrap();
    let calls = engine.lines().filter_map(|line| line.strip_prefix("  ")?.split_once('(').map(|(name, _)| name));
    let mut calls: Vec<&str> = calls.filter(|name| name.chars().all(char::is_alphanumeric)).collect();
    let examples = examples();
    let mut shown: Vec<&str> = examples.iter().map(|example| example.call.as_str()).collect();
    shown.dedup();
    calls.dedup();
    assert_eq!(shown, calls);
    let script = include_str!("../../www/sapa.js");
    calls.retain(|name| !script.contains(&format!("  {name}: call(\"{name}\"),")));
    assert!(calls.is_empty(), "{calls:?}");
}

#[test]
fn a_question_without_its_shape_is_refused_by_its_place() {
    let refused = |call: &str, question: &str| answer(call, &plain(&literal(question))).unwrap_err().to_string();
    for (call, question, error) in [
        ("whatever", "{}", "record.not_found: the call whatever"),
        ("price", "null", "rule.invalid: missing, should be a record"),
        ("ways", "{}", "rule.invalid: request: missing, should be a record"),
        ("chooseRules", "{ rules: { rules: [] } }", "rule.invalid: for: missing, should be a record"),
        (
            "chooseRules",
            "{ rules: { rules: [{ id: 'a', fromQuantity: '2', toQuantity: '1', grant: { percent: '1' } }] }, for: {} }",
            "rule.invalid: rules",
        ),
        (
            "chooseRules",
            "{ rules: { rules: [{ id: 'a', grant: { percent: '1' } }, { id: 'b', grant: { percent: '2' } }] }, for: {} }",
            "rule.invalid: a, b",
        ),
        (
            "startOf",
            "{ tiers: { measure: 'quantity', bands: [] } }",
            "rule.invalid: percent: missing, should be a decimal number as a string",
        ),
        (
            "startOf",
            "{ tiers: { measure: 'quantity', gives: 'unitPrice', bands: [] }, percent: '1' }",
            "rule.invalid: price: missing, should be a decimal number as a string",
        ),
        (
            "cheaper",
            "{ tiers: { measure: 'quantity', bands: [{ from: '1', to: '5', percent: '1' }] }, quantity: '1' }",
            "rule.invalid: a ladder with more than thresholds",
        ),
        (
            "keepProfit",
            "{ quantity: '1', price: '10', cost: '9', percent: '10' }",
            "number.range: nothing left to divide by",
        ),
        (
            "keepMargin",
            "{ price: 10, cost: '9', marginPercent: '10' }",
            "rule.invalid: price: not a decimal number as a string",
        ),
        (
            "defer",
            "{ currency: { code: 'EUR', minorUnits: 2 }, amount: '1', delivered: '2026-02-30', schedule: [], annualPercent: '1' }",
            "date.invalid: delivered: refused: no such day",
        ),
        (
            "defer",
            "{ currency: { code: 'EUR', minorUnits: 2 }, amount: '1', delivered: '2026-02-01', schedule: [{ percent: '1', amount: '1' }], annualPercent: '1' }",
            "rule.invalid: schedule[0]: not a payment of either percent or amount",
        ),
        (
            "defer",
            "{ currency: { code: 'EUR', minorUnits: 2 }, amount: '1', delivered: '2026-02-01', schedule: [{ days: 1, due: '2026-02-01' }], annualPercent: '1' }",
            "rule.invalid: schedule[0]: not a payment of either days or due",
        ),
        (
            "defer",
            "{ currency: { code: 'EUR', minorUnits: 2 }, amount: '1', delivered: '2026-02-01', schedule: [{ percent: '50' }], annualPercent: '1' }",
            "rule.invalid: terms of payment that leave a part unpaid",
        ),
        ("earlyPayment", "{ discountPercent: '2', discountDays: 30, netDays: 30 }", "number.range: trade credit"),
        (
            "authorise",
            "{ limits: [], deal: { list: '1', net: '1' } }",
            "rule.invalid: level: missing, should be a whole number",
        ),
        (
            "authorise",
            "{ limits: [], level: 5, deal: { list: '1', net: '1' } }",
            "number.range: level: refused: a level is 1 to 4",
        ),
        (
            "grantDays",
            "{ policy: { overLimitDays: 0 }, solvency: {}, days: '1' }",
            "rule.invalid: days: not a whole number",
        ),
    ] {
        assert_eq!(refused(call, question), error, "{call}({question})");
    }
}

#[test]
fn answers_say_what_there_is_not() {
    let said = |call: &str, question: &str| json_of(&answer(call, &plain(&literal(question))).unwrap());
    let tiers = "tiers: { measure: 'amount', bands: [{ from: '100', percent: '5' }] }";
    assert_eq!(said("startOf", &format!("{{ {tiers}, percent: '6' }}")), literal("{ from: null }"));
    assert_eq!(said("startOf", &format!("{{ {tiers}, percent: '0' }}")), literal("{ from: '0' }"));
    assert_eq!(said("cheaper", &format!("{{ {tiers}, quantity: '95' }}")), Value::Null, "as much is not less");
    let slabs = "tiers: { mode: 'slab', measure: 'quantity', bands: [{ from: '1', to: '10', percent: '0' }, { from: '11', percent: '50' }] }";
    assert_eq!(said("cheaper", &format!("{{ {slabs}, quantity: '10' }}")), Value::Null, "slabs have no cliff");
    // Ten at full price and ten at half of it.
    assert_eq!(said("startOf", &format!("{{ {slabs}, percent: '25' }}")), literal("{ from: '20' }"));
    let unit_prices =
        "tiers: { measure: 'quantity', gives: 'unitPrice', bands: [{ from: '10', unitPrice: '8' }] }, price: '10'";
    let cheaper = said("cheaper", &format!("{{ {unit_prices}, quantity: '9' }}"));
    assert_eq!(cheaper, literal("{ extra: '1', total: '80', saving: '10' }"));
    let unit_off =
        "tiers: { measure: 'quantity', gives: 'unitOff', bands: [{ from: '10', unitOff: '2' }] }, price: '10'";
    assert_eq!(said("startOf", &format!("{{ {unit_off}, percent: '20' }}")), literal("{ from: '10' }"));

    let far = "{ currency: { code: 'EUR', minorUnits: 2 }, lines: [{ amount: '10', floor: '9' }], target: '8' }";
    assert_eq!(said("reach", far), literal("{ reached: false, nearest: '9.00' }"));
    let early = said("earlyPayment", "{ discountPercent: '2', discountDays: 10, netDays: 30, yearDays: 360 }");
    assert_eq!(early["largestPercent"], Value::Null);
    let granted = said("grantDays", "{ policy: { overLimitDays: 5 }, solvency: { overLimit: '0.01' }, days: 30 }");
    assert_eq!(granted, literal("{ days: 5, reasons: [{ reason: 'overLimit', by: '0.01', mostDays: 5 }] }"));
    let nobody = said("authorise", "{ limits: [], level: 4, deal: { list: '1', net: '1' } }");
    assert_eq!(nobody["needs"], Value::Null);
    assert_eq!(nobody["reasons"], literal("[{ reason: 'amount', amount: '1' }]"));
    let no_margin =
        "{ limits: [{ level: 1, discountPercent: '9', marginPercent: '5' }], level: 1, deal: { list: '1', net: '1' } }";
    assert_eq!(said("authorise", no_margin)["reasons"], literal("[{ reason: 'noMargin', limit: '5' }]"));
    let at_once = "{ currency: { code: 'EUR', minorUnits: 2 }, amount: '100', delivered: '2026-01-31', schedule: [{ amount: '40' }, { due: '2026-01-31' }], annualPercent: '9' }";
    let paid = said("defer", at_once);
    assert_eq!((&paid["presentValue"], &paid["costPercent"]), (&literal("'100.00'"), &literal("'0'")));
    assert!(
        matches!(wire::read::<wire::Value>(&plain(&paid["payments"])), Ok(wire::Value::List(payments)) if payments.len() == 2)
    );
}
