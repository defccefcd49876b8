use sapa::domain::error::Code;
use sapa::domain::pricing::{Grant, Joins, Model, Rule, RuleSet, Subject, Trait};
use serde_json::Value;

use crate::cases::{Answer, Answers, Case, Stop, list, number, only, text, whole};

const TRAITS: [(&str, Trait); 7] = [
    ("item", Trait::Item),
    ("group", Trait::Group),
    ("brand", Trait::Brand),
    ("customer", Trait::Client),
    ("customer_group", Trait::ClientGroup),
    ("territory", Trait::Territory),
    ("campaign", Trait::Campaign),
];

pub(super) fn selection(&Case { input, .. }: &Case) -> Result<Answers, Stop> {
    only(input, &["rules", "context"])?;
    let context = &input["context"];
    let mut known = vec!["model", "list_price", "qty"];
    known.extend(TRAITS.map(|(name, _)| name));
    only(context, &known)?;
    let model = match context["model"].as_str() {
        None => Model::MostSpecific,
        Some("compound_within_priority") => Model::CompoundWithinPriority,
        Some("best_within_priority_compound_across") => Model::BestWithinPriority,
        Some("exclusive_first_then_priority") => Model::ExclusiveFirst,
        Some(other) => return Err(Stop::Skip(format!("the model {other} is not offered"))),
    };
    let set = RuleSet { model, rules: list(&input["rules"]).iter().map(rule).collect::<Result<_, _>>()? };
    let named = |name: &str| context[name].as_str();
    let mut subject = Subject {
        item: named("item"),
        group: named("group"),
        brand: named("brand"),
        client: named("customer"),
        client_group: named("customer_group"),
        territory: named("territory"),
        campaign: named("campaign"),
        ..Subject::default()
    };
    subject.unit_price = context.get("list_price").map_or(subject.unit_price, number);
    subject.quantity = context.get("qty").map_or(subject.quantity, number);
    let choice = match set.choose(&subject) {
        Err(error) if error.kind() == Code::RuleInvalid => {
            return Ok(vec![("error", Answer::Text("conflict".to_owned()))]);
        }
        choice => choice?,
    };
    let applied = choice.ids().into_iter().map(|id| Answer::Text(id.to_owned()));
    Ok(vec![
        ("applied", Answer::List(applied.collect())),
        ("percent", Answer::Number(choice.percent(subject.unit_price)?)),
        ("unit_price", Answer::Number(choice.unit_price(subject.unit_price)?)),
    ])
}

fn rule(given: &Value) -> Result<Rule, Stop> {
    let known = ["id", "match", "percent", "fixed_price", "amount", "priority", "stackable", "mode", "exclusive"];
    only(given, &known)?;
    let mut matches = Vec::new();
    if let Some(named) = given.get("match") {
        only(named, &TRAITS.map(|(name, _)| name))?;
        matches.extend(TRAITS.iter().filter_map(|(name, of)| Some((*of, text(named.get(name)?).to_owned()))));
    }
    let grant = if let Some(price) = given.get("fixed_price") {
        Grant::UnitPrice(number(price))
    } else if let Some(amount) = given.get("amount") {
        Grant::Amount(number(amount))
    } else {
        Grant::Percent(number(&given["percent"]))
    };
    let joins = match given["mode"].as_str() {
        Some("compounded") => Joins::Stacks,
        Some("exclusive") => Joins::Excludes,
        Some("best_price") => Joins::Alone,
        Some(other) => return Err(Stop::Skip(format!("the mode {other} is not offered"))),
        None if given["exclusive"] == true => Joins::Excludes,
        None if given["stackable"] == true => Joins::Stacks,
        None => Joins::Alone,
    };
    Ok(Rule {
        id: text(&given["id"]).to_owned(),
        matches,
        priority: given.get("priority").map(whole),
        joins,
        grant,
        ..Rule::default()
    })
}
