use sapa::bridge;
use sapa::domain::history::Period;
use sapa::domain::pricing::{Measure, Scope, TierMode};
use sapa::domain::product::PriceList;
use sapa::domain::quote::Quote;
use sapa::wire::{self, ToWire};
use serde_json::{Value, json};

use super::{check, json_of, payment, plain, quote, tax};
use crate::support::dec;

#[test]
fn ladders_say_what_counts_together_and_over_which_time() {
    let mut all = hosts_catalogue();
    let ladder = |measure: &str| json!({"measure": measure, "bands": [{"from": "1", "percent": "1"}]});
    let mut set = |name: &str, member: &str, value: &str| all["priceList"][name][member] = json!(value);
    set("lineTiers", "scope", "group");
    set("lineTiers", "measure", "weight");
    set("orderTiers", "period", "twelveMonths");
    all["products"][0]["weightKg"] = json!("0.75");
    let catalogue = bridge::wire::catalogue(&plain(&all)).unwrap();
    let list = &catalogue.price_list;
    assert_eq!((list.line_scope, list.line_tiers.measure, list.line_period), (Scope::Group, Measure::Weight, None));
    assert_eq!(list.order_period, Some(Period::TwelveMonths));
    assert_eq!((catalogue.products[0].weight, catalogue.products[1].weight), (Some(dec("0.75")), None));
    let stored = json_of(&list.to_wire());
    assert_eq!(
        (&stored["lineTiers"]["scope"], &stored["orderTiers"]["period"]),
        (&json!("group"), &json!("twelveMonths"))
    );
    check::<PriceList>(&stored, &stored);

    let mut order = ladder("amount");
    (order["scope"], order["period"]) = (json!("order"), json!("year"));
    all["priceList"]["lineTiers"] = order;
    assert_eq!(bridge::wire::catalogue(&plain(&all)).unwrap().price_list.line_period, Some(Period::Year));
    for (pointer, value, text) in [
        (
            "/priceList/lineTiers/scope",
            json!("item"),
            "priceList.lineTiers.period: not for a ladder of lines: what was bought",
        ),
        (
            "/priceList/lineTiers/scope",
            json!("shelf"),
            "priceList.lineTiers.scope: not one of line, item, group, order",
        ),
        (
            "/priceList/orderTiers/measure",
            json!("weight"),
            "priceList.orderTiers.period: not for this measure: what was bought",
        ),
        (
            "/priceList/orderTiers/period",
            json!("week"),
            "priceList.orderTiers.period: not one of year, quarter, twelveMonths",
        ),
    ] {
        let mut bad = all.clone();
        *bad.pointer_mut(pointer).unwrap() = value;
        let error = refused(&bad);
        assert!(error.contains(text), "{error}");
    }
    for (weight, text) in [(json!("-1"), "not zero or more"), (json!(1), "not a decimal number as a string")] {
        let mut bad = all.clone();
        bad["priceList"]["lineTiers"] = ladder("weight");
        bad["products"][0]["weightKg"] = weight;
        let left_out = bridge::wire::catalogue(&plain(&bad)).unwrap().left_out;
        assert!(left_out[0].detail().ends_with(&["product 1: weightKg: ", text].concat()), "{left_out:?}");
    }
}

#[test]
fn a_programme_that_cannot_be_is_refused() {
    let level = |benefit: Value| json!({"name": "A", "from": "1", "benefit": benefit});
    let programme = |levels: Value| json!({"name": "Club", "period": "year", "levels": levels});
    for (loyalty, text) in [
        (programme(json!([level(json!({"term": "never"}))])), "priceList.loyalty: refused: A"),
        (
            programme(json!([level(json!({"percent": "1"})), level(json!({"percent": "2"}))])),
            "priceList.loyalty: refused: Club",
        ),
        (programme(json!([level(json!({"gift": "1"}))])), "priceList.loyalty.levels[0].benefit.percent: missing"),
        (json!({"name": "Club", "period": "week", "levels": []}), "priceList.loyalty.period: not one of year"),
    ] {
        let mut all = hosts_catalogue();
        all["priceList"]["loyalty"] = loyalty;
        let error = refused(&all);
        assert!(error.contains(text), "{error}");
    }
}

#[test]
fn limits_that_contradict_each_other_are_refused() {
    let limit = |level: u32, percent: &str| json!({"level": level, "discountPercent": percent});
    for (limits, text) in [
        (json!([limit(1, "10"), limit(2, "5")]), "authority from 0"),
        (json!([limit(5, "10")]), "a level is 1 to 4"),
        (json!([limit(1, "101")]), "authority from 0"),
    ] {
        let mut all = hosts_catalogue();
        all["priceList"]["authority"] = limits;
        let error = refused(&all);
        assert!(error.ends_with(text), "{error}");
    }
}

#[test]
fn a_hosts_records_become_ours() {
    let catalogue = bridge::wire::catalogue(&plain(&hosts_catalogue())).unwrap();
    let terms: Vec<_> = catalogue.clients.iter().map(|client| json_of(&client.to_wire())).collect();
    let client = |id: &str, group: Value, group_id: Option<&str>, percent: &str, term: Value| {
        let mut client = json!({"id": id, "name": id, "contact": null, "city": null, "country": null, "group": group,
                                "discountPercent": percent, "term": term});
        if let Some(group_id) = group_id {
            client["groupId"] = json!(group_id);
        }
        client
    };
    assert_eq!(
        terms,
        [
            client("none", Value::Null, None, "0", Value::Null),
            client("shared", json!("Wholesale"), Some("w"), "5", json!("net30")),
            client("own", json!("Wholesale"), Some("w"), "0", json!("prepay")),
            client("unknown", json!("other"), Some("other"), "0", Value::Null),
        ]
    );
    assert_eq!((catalogue.price_list.currency.code(), catalogue.price_list.currency.minor_units()), ("KWD", 3));
    assert_eq!(catalogue.price_list.order_tiers.mode, TierMode::AllUnits);
}

#[test]
fn a_hosts_mistake_is_named() {
    for (pointer, value, text) in [
        (
            "/priceList/lineTiers/bands/2/from",
            json!(20),
            "host.malformed: priceList.lineTiers.bands[2].from: not a decimal number as a string",
        ),
        (
            "/groups/0/discountPercent",
            json!("5%"),
            "host.malformed: groups[0].discountPercent: not a decimal number as a string",
        ),
        ("/priceList/currency", json!("dinar"), "currency.invalid: priceList.currency: refused: dinar"),
    ] {
        let mut all = hosts_catalogue();
        *all.pointer_mut(pointer).unwrap() = value;
        assert_eq!(refused(&all), text);
    }
}

#[test]
fn a_quote_travels_as_the_contract_says() {
    let quote: Quote = wire::read(&plain(&quote())).unwrap();
    let expected = json!({
        "clientId": "ALFKI", "created": "1998-05-07", "currency": "USD",
        "lines": [{"productId": "1", "quantity": "2.5", "price": "18.00", "net": "44.10"}],
        "termId": "", "manualPercent": "2", "list": "45.00", "net": "44.10", "note": "by Friday",
    });
    assert_eq!(json_of(&bridge::wire::quote(&quote)), expected);
}

#[test]
fn a_quote_tells_the_host_its_tax_and_payments() {
    let mut stored = quote();
    stored["tax"] = tax();
    stored["payment"] = payment();
    let quote: Quote = wire::read(&plain(&stored)).unwrap();
    let sent = json_of(&bridge::wire::quote(&quote));
    assert_eq!((&sent["tax"], &sent["payment"]), (&tax(), &payment()));
}

/// What is said of a catalogue that cannot be taken.
fn refused(catalogue: &Value) -> String {
    bridge::wire::catalogue(&plain(catalogue)).unwrap_err().to_string()
}

fn hosts_catalogue() -> Value {
    let product = |id: &str| json!({"id": id, "sku": id, "name": id, "unit": "box", "category": "Tea", "price": "1"});
    let band = |from: &str| json!({"from": from, "percent": "1"});
    json!({
        "about": "unknown fields are ignored", "version": [],
        "companies": [
            {"id": "none", "name": "none"},
            {"id": "shared", "name": "shared", "group": "w"},
            {"id": "own", "name": "own", "group": "w", "discountPercent": "0", "paymentTerm": "prepay"},
            {"id": "unknown", "name": "unknown", "group": "other"},
        ],
        "products": [product("1"), product("2")],
        "priceList": {
            "id": "default", "name": "List", "currency": "KWD", "minorUnits": 3, "sample": true,
            "lineTiers": {"mode": "slab", "measure": "quantity", "bands": [band("1"), band("5"), band("10")]},
            "orderTiers": {"measure": "amount", "bands": []},
            "terms": [{"id": "net30", "days": 30, "percent": "0"}], "costOfCapitalPercent": "18",
        },
        "groups": [{"id": "w", "name": "Wholesale", "discountPercent": "5", "paymentTerm": "net30"}],
    })
}
