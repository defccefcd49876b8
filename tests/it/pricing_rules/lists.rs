//! Which rule and which price list.

use rust_decimal::Decimal;
use sapa::domain::money::Currency;
use sapa::domain::pricing::{
    BookEntry, BookList, BookUnit, Formula, Grant, Joins, ListBase, Model, PriceBook, PriceQuery, Rule, RuleSet,
    Subject, Trait,
};

use crate::support::{day, dec};

#[test]
fn rules_compete_by_model() {
    let rule = |id: &str, matches: &[(Trait, &str)], percent: &str| Rule {
        id: id.into(),
        matches: matches.iter().map(|(of, name)| (*of, (*name).to_owned())).collect(),
        grant: Grant::Percent(dec(percent)),
        ..Rule::default()
    };
    let subject = Subject {
        item: Some("a"),
        group: Some("g"),
        client: Some("c"),
        client_group: Some("cg"),
        ..Subject::default()
    };
    let chosen = |model, rules: Vec<Rule>| {
        RuleSet { model, rules }
            .choose(&subject)
            .map(|choice| choice.ids().join(" "))
            .map_err(|error| error.detail().to_owned())
    };
    let close = |rules| chosen(Model::MostSpecific, rules).unwrap();
    let (item, group) = ([(Trait::Item, "a")], [(Trait::Group, "g")]);
    let client = [(Trait::Item, "a"), (Trait::Client, "c")];
    let theirs = [(Trait::Item, "a"), (Trait::ClientGroup, "cg")];
    assert_eq!(close(vec![rule("any", &[], "1"), rule("group", &group, "2"), rule("item", &item, "3")]), "item");
    assert_eq!(
        close(vec![rule("item", &item, "3"), rule("theirs", &theirs, "4"), rule("client", &client, "5")]),
        "client"
    );
    assert_eq!(close(vec![rule("other", &[(Trait::Item, "b")], "9")]), "");
    let ranked = |priority, rule: Rule| Rule { priority: Some(priority), ..rule };
    assert_eq!(close(vec![rule("item", &item, "3"), ranked(1, rule("group", &group, "2"))]), "group");
    let stacks = |rule: Rule| Rule { joins: Joins::Stacks, ..rule };
    let stack = vec![ranked(1, stacks(rule("low", &item, "3"))), ranked(2, stacks(rule("high", &group, "2")))];
    assert_eq!(close(stack), "high low");
    let twins = vec![rule("one", &item, "3"), rule("two", &item, "3")];
    assert_eq!(chosen(Model::MostSpecific, twins), Err("one, two".to_owned()));

    let excludes = |rule: Rule| Rule { joins: Joins::Excludes, ..rule };
    let three =
        || vec![ranked(1, rule("c", &[], "15")), ranked(9, rule("a", &[], "10")), ranked(9, rule("b", &[], "20"))];
    assert_eq!(chosen(Model::BestWithinPriority, three()).unwrap(), "b c");
    assert_eq!(chosen(Model::CompoundWithinPriority, three()).unwrap(), "b");
    assert_eq!(chosen(Model::CompoundWithinPriority, three().into_iter().map(stacks).collect()).unwrap(), "a b");
    let mut one = three();
    one[2] = excludes(ranked(9, rule("b", &[], "1")));
    assert_eq!(chosen(Model::BestWithinPriority, one.clone()).unwrap(), "b");
    assert_eq!(chosen(Model::ExclusiveFirst, one).unwrap(), "b");
    assert_eq!(chosen(Model::ExclusiveFirst, three()).unwrap(), "a b c");
}

#[test]
fn price_lists_are_chosen_and_built_on_one_another() {
    let (euro, dollar) = (Currency::new("EUR", 2).unwrap(), Currency::new("USD", 2).unwrap());
    let entry = |item: &str, unit: &str, price: &str| BookEntry {
        item: item.into(),
        unit: unit.into(),
        price: dec(price),
        ..BookEntry::default()
    };
    let summer = |mut entry: BookEntry| {
        (entry.valid_from, entry.valid_to) = (Some(day("2026-06-01")), Some(day("2026-08-31")));
        entry
    };
    let base = |list: &str, formula| Some(ListBase { list: list.into(), formula });
    let minus = |percent: &str| Formula { discount_percent: dec(percent), ..Formula::default() };
    let rate = Formula { exchange_rate: dec("1.1"), digits: Some(2), ..Formula::default() };
    let retail = BookList {
        entries: vec![entry("tea", "bag", "2"), summer(entry("ice", "cup", "3")), entry("oil", "can", "7")],
        ..BookList::new("retail", euro)
    };
    let wholesale = BookList {
        client_groups: vec!["wholesale".into()],
        entries: vec![entry("oil", "can", "5")],
        base: base("retail", minus("10")),
        ..BookList::new("wholesale", euro)
    };
    let export = BookList { base: base("wholesale", rate), ..BookList::new("export", dollar) };
    let unit =
        |item: &str, unit: &str, factor: &str| BookUnit { item: item.into(), unit: unit.into(), factor: dec(factor) };
    let units = vec![unit("tea", "box", "20"), unit("tea", "half box", "10")];
    let book = PriceBook::new(vec![wholesale, retail.clone(), export], units).unwrap();

    let look = |currency, group: Option<&str>, on: Option<&str>, item: &str, unit: &str| {
        let query = PriceQuery { client_group: group, currency, day: on.map(day), item, unit };
        book.price(&query).unwrap().map(|found| (found.list.to_owned(), found.price.normalize()))
    };
    let found = |list: &str, price: &str| Some((list.to_owned(), dec(price)));
    assert_eq!(look(euro, None, None, "tea", "bag"), found("retail", "2"));
    assert_eq!(look(euro, Some("wholesale"), None, "tea", "bag"), found("wholesale", "1.8"));
    assert_eq!(look(euro, Some("wholesale"), None, "oil", "can"), found("wholesale", "5"));
    assert_eq!(look(euro, Some("staff"), None, "oil", "can"), found("retail", "7"));
    assert_eq!(look(dollar, None, None, "tea", "half box"), found("export", "19.8"));
    assert_eq!(look(euro, None, None, "oil", "drum"), None);
    assert_eq!(look(euro, None, None, "salt", "bag"), None);
    assert_eq!(look(euro, None, Some("2026-06-01"), "ice", "cup"), found("retail", "3"));
    assert_eq!(look(euro, None, Some("2026-09-01"), "ice", "cup"), None);
    assert_eq!(look(Currency::new("JPY", 0).unwrap(), None, None, "tea", "bag"), None);

    let wrong = |lists: Vec<BookList>, units: Vec<BookUnit>| {
        let error = PriceBook::new(lists, units).unwrap_err();
        (error.code(), error.detail().to_owned())
    };
    let on = |id: &str, list: &str| BookList { base: base(list, minus("1")), ..BookList::new(id, euro) };
    let circle = vec![on("d", "a"), on("a", "b"), on("b", "c"), on("c", "a")];
    assert_eq!(wrong(circle, vec![]), ("price_list.circle", "a > b > c > a".to_owned()));
    assert_eq!(wrong(vec![on("a", "a")], vec![]), ("price_list.circle", "a > a".to_owned()));
    assert_eq!(wrong(vec![on("a", "b")], vec![]), ("price_list.base", "a > b".to_owned()));
    assert_eq!(wrong(vec![retail.clone(), retail.clone()], vec![]), ("rule.invalid", "retail".to_owned()));
    let twice =
        BookList { entries: vec![entry("tea", "bag", "2"), summer(entry("tea", "bag", "1"))], ..retail.clone() };
    assert_eq!(wrong(vec![twice], vec![]), ("rule.invalid", "retail: tea".to_owned()));
    let negative = BookList { entries: vec![entry("tea", "bag", "-1")], ..retail };
    assert_eq!(wrong(vec![negative], vec![]), ("number.range", "tea".to_owned()));
    assert_eq!(wrong(vec![], vec![unit("tea", "box", "0")]), ("number.range", "tea".to_owned()));
    let sizes = vec![unit("tea", "box", "20"), unit("tea", "bag", "1"), unit("tea", "box", "12")];
    assert_eq!(wrong(vec![], sizes), ("rule.invalid", "tea: box".to_owned()));
}

#[test]
fn formulas_are_held_between_margins() {
    let check = |formula: Formula, base: &str, expected: &str| {
        assert_eq!(formula.price(dec(base)).unwrap(), dec(expected), "{formula:?}");
    };
    let formula = Formula { discount_percent: dec("50"), ..Formula::default() };
    check(Formula { min_margin: Some(dec("-20")), ..formula }, "100", "80");
    check(Formula { max_margin: Some(dec("-60")), ..formula }, "100", "40");
    check(Formula { unit_factor: dec("12"), exchange_rate: dec("2"), ..formula }, "1", "12");
    let code = |formula: Formula| formula.price(dec("100")).unwrap_err().code();
    assert_eq!(code(Formula { surcharge: dec("-51"), ..formula }), "rule.invalid");
    assert_eq!(code(Formula { min_margin: Some(dec("2")), max_margin: Some(dec("1")), ..formula }), "rule.invalid");
    assert_eq!(code(Formula { round_to: Some(dec("0")), ..formula }), "number.range");
    assert_eq!(code(Formula { exchange_rate: dec("0"), ..formula }), "number.range");
    assert_eq!(code(Formula { exchange_rate: Decimal::MAX, ..formula }), "number.overflow");
}
