use sapa::bridge;
use sapa::domain::allocation::Allocation;
use sapa::domain::client::Client;
use sapa::domain::error::Code;
use sapa::domain::history::Period;
use sapa::domain::money::{Currency, Rounding};
use sapa::domain::pricing::{
    self, Adjust, Basis, Breach, BuyGet, Buyer, Charge, Combine, Deferral, Discounting, Exclusive, Floor, FreeGoods,
    Gives, Goods, Limit, Measure, Over, Package, Paid, Per, Pick, Policy, Precedence, Priority, Reduced, Request,
    RequestLine, RoundAt, Scope, Step, StepKind, Tax, TaxRounding, Threshold, Thresholds, Tie, TierMode, Tiers, When,
};
use sapa::domain::product::{PriceList, Product};
use sapa::domain::quote::{Draft, Quote};
use sapa::store::{Record, Saved, Table};
use sapa::wire::{self, Choice, FromWire, ToWire};
use serde_json::{Value, json};

use crate::support::{day, dec};

/// Reads the value and writes it again: what comes out is what is meant to be stored.
fn check<T: FromWire + ToWire>(value: &Value, expected: &Value) {
    let read: T = wire::read(&plain(value)).unwrap_or_else(|fault| panic!("{value}: {fault}"));
    assert_eq!(&json_of(&read.to_wire()), expected);
}

fn refused<T: FromWire>(value: &Value) -> String {
    wire::read::<T>(&plain(value)).map(|_| ()).expect_err("should have been refused").or(Code::RuleInvalid).to_string()
}

#[test]
fn absent_fields_have_their_meaning() {
    check::<Client>(
        &json!({"id": "ALFKI", "name": "Alfreds"}),
        &json!({"id": "ALFKI", "name": "Alfreds", "contact": null, "city": null, "country": null, "group": null,
                "discountPercent": "0", "term": null}),
    );
    check::<Draft>(&json!({}), &json!({"client": null, "lines": [], "term": null, "manualPercent": "0", "note": ""}));
    check::<Product>(
        &json!({"id": "1", "sku": "1", "name": "Chai", "unit": "box", "category": "Tea", "price": "18.00"}),
        &json!({"id": "1", "sku": "1", "name": "Chai", "unit": "box", "category": "Tea", "price": "18.00", "cost": null,
                "discontinued": false}),
    );
}

#[test]
fn whole_records_survive() {
    let client = json!({
        "id": "ALFKI", "name": "Alfreds", "contact": {"name": "Maria Anders", "title": null}, "city": "Berlin",
        "country": "Germany", "group": "Wholesale", "discountPercent": "2.50", "term": "net30",
    });
    check::<Client>(&client, &client);
    let list = json!({
        "id": "default", "name": "List", "currency": {"code": "KWD", "minorUnits": 3}, "sample": true,
        "lineTiers": {"mode": "allUnits", "measure": "quantity", "bands": [{"from": "10", "percent": "2.5"}]},
        "orderTiers": {"mode": "slab", "measure": "amount", "bands": []},
        "terms": [{"id": "net60", "days": 60, "percent": "-0.75"}], "costOfCapitalPercent": "18", "version": "7",
        "tax": {"included": true, "rounding": "rate", "percent": "19", "classes": [{"taxClass": "food", "percent": "7"}]},
        "cashStep": "0.05", "capital": {"method": "simple", "dayCount": "thirtyE360"},
        "promotions": [{"name": "May", "coupon": "MAY", "step": {"id": "may", "kind": "coupon", "scope": "order",
                                                                "adjust": {"amount": "5"}}}],
        "floor": {"minMarkupPercent": "5"},
        "authority": [{"level": 2, "from": "0", "discountPercent": "10", "marginPercent": null}],
        "credit": {"tolerance": "1", "late": [{"fromDays": 1, "mostDays": 14}], "overLimitDays": 0},
        "loyalty": {"name": "Club", "period": "year", "clientGroups": ["w"], "combine": "max", "exclusive": "club", "priority": 2,
                    "levels": [{"name": "A", "from": "0", "benefit": {"percent": "1"}, "goods": {"groups": ["Tea"]}},
                               {"name": "B", "from": "9.50", "benefit": {"term": "net60"}},
                               {"name": "C", "from": "20", "benefit": {"free": {"slabs": [{"from": "5", "free": "1"}]}}}]},
    });
    check::<PriceList>(&list, &list);
    let draft = json!({
        "client": "ALFKI", "lines": [{"key": 1, "product": "1", "quantity": "0.5"}], "term": "net30",
        "manualPercent": "2", "note": "by Friday", "coupon": "MAY", "arrangement": ["manual", "volume"],
        "thresholds": "original", "approval": "P-1", "place": 1,
        "others": [{"client": null, "lines": [], "term": null, "manualPercent": "0", "note": ""}],
    });
    check::<Draft>(&draft, &draft);
    check::<Quote>(&quote(), &quote());
    let mut gift = quote();
    gift["coupon"] = json!("MAY");
    gift["free"] = json!([{"product": "1", "name": "Chai", "quantity": "1"}]);
    check::<Quote>(&gift, &gift);
    let mut due = quote();
    due["tax"] = tax();
    due["payment"] = payment();
    check::<Quote>(&due, &due);
    due["tax"]["included"] = json!(true);
    due["payment"]["rounding"] = json!("-0.02");
    due["payment"]["early"] = json!({"until": "1998-05-17", "due": "51.45", "saving": "1.03", "yearlyPercent": "36.5"});
    check::<Quote>(&due, &due);
}

fn tax() -> Value {
    json!({"rates": [{"percent": "19", "net": "44.10", "tax": "8.38"}], "tax": "8.38", "gross": "52.48"})
}

fn payment() -> Value {
    let payments = json!([{"due": "1998-05-07", "amount": "20"}, {"due": "1998-06-06", "amount": "33"}]);
    json!({"due": "52.48", "payments": payments, "total": "53", "interest": "0.52"})
}

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
        ("/products/0/weightKg", json!("-1"), "products[0].weightKg: not zero or more"),
        ("/products/0/weightKg", json!(1), "products[0].weightKg: not a decimal number as a string"),
    ] {
        let mut bad = all.clone();
        *bad.pointer_mut(pointer).unwrap() = value;
        let error = bridge::wire::catalogue(&plain(&bad)).unwrap_err().to_string();
        assert!(error.contains(text), "{error}");
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
        let error = bridge::wire::catalogue(&plain(&all)).unwrap_err().to_string();
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
        let error = bridge::wire::catalogue(&plain(&all)).unwrap_err().to_string();
        assert!(error.ends_with(text), "{error}");
    }
}

#[test]
fn every_place_is_stored_in_its_own_way() {
    for place in [
        json!("device"),
        json!("pending"),
        json!({"host": {"id": "Q-7", "version": "3"}}),
        json!({"refused": {"code": "host.invalid"}}),
    ] {
        let saved = json!({"quote": quote(), "place": place, "order": 4_294_967_295_u32});
        check::<Saved>(&saved, &saved);
    }
    let lost = json!({"quote": quote(), "place": "lost", "order": 1});
    assert!(refused::<Saved>(&lost).ends_with("place: not a place"));
}

#[test]
fn every_table_restores_what_it_stored() {
    let tiers = json!({"mode": "allUnits", "measure": "amount", "bands": []});
    let price_list = json!({
        "id": "default", "name": "List", "currency": {"code": "USD", "minorUnits": 2}, "sample": false,
        "lineTiers": tiers, "orderTiers": tiers, "terms": [], "costOfCapitalPercent": "0",
    });
    for (table, stored) in [
        (Table::Quotes, json!({"quote": quote(), "place": "device", "order": 1})),
        (Table::Outbox, json!({"idem": "q1", "quote": "q1"})),
        (Table::Draft, json!({"client": null, "lines": [], "term": null, "manualPercent": "0", "note": ""})),
        (Table::Catalogue, json!({"clients": [], "products": [], "priceList": price_list})),
    ] {
        let record = Record::restore(table, &plain(&stored)).unwrap();
        assert_eq!(record.table(), table);
        assert_eq!(json_of(&record.stored()), stored);
    }
    let error = Record::restore(Table::Quotes, &plain(&json!({"quote": {"id": "q1"}}))).unwrap_err();
    assert_eq!(error.to_string(), "storage.failed: quotes.quote.client: missing, should be text");
}

#[test]
fn every_choice_is_read_by_the_word_it_is_written_with() {
    fn words<T: Choice + PartialEq + core::fmt::Debug>(words: &[&str]) {
        assert_eq!(T::ALL.iter().map(|choice| choice.word()).collect::<Vec<_>>(), words);
        for choice in T::ALL {
            let value = wire::Writer::new().choice("word", *choice).end();
            assert_eq!(wire::Reader::new(&value).choice::<T>("word"), *choice);
        }
    }
    words::<Rounding>(&[
        "halfUp",
        "halfEven",
        "halfOdd",
        "halfDown",
        "halfCeiling",
        "halfFloor",
        "up",
        "down",
        "ceiling",
        "floor",
    ]);
    words::<Allocation>(&[
        "largestRemainder",
        "remainderToLast",
        "floorThenFirst",
        "halfDownThenFirst",
        "largestRemainderSigned",
        "sequential",
    ]);
    words::<StepKind>(&["volume", "client", "loyalty", "promotion", "coupon", "manual", "order", "payment"]);
    words::<Scope>(&["line", "item", "group", "order"]);
    words::<Basis>(&["running", "list"]);
    words::<TierMode>(&["allUnits", "slab"]);
    words::<Measure>(&["quantity", "amount", "weight"]);
    words::<Discounting>(&["compound", "simple", "bank"]);
    words::<Per>(&["unit", "stockUnit", "line"]);
    words::<Combine>(&["compound", "add", "max", "min"]);
    words::<Over>(&["order", "line"]);
    words::<Pick>(&["dearest", "cheapest"]);
    words::<Reduced>(&["alike", "same"]);
    words::<Gives>(&["percent", "unitPrice", "unitOff"]);
    words::<Breach>(&["hold", "refuse"]);
    words::<TaxRounding>(&["line", "componentOfLine", "rate", "document"]);
    words::<RoundAt>(&["line", "unit", "document"]);
    words::<Thresholds>(&["running", "original"]);
    words::<Priority>(&["highestFirst", "lowestFirst"]);
    words::<Tie>(&["first", "largestDiscount", "refuse"]);
    words::<Precedence>(&["exclusive", "priority"]);
}

#[test]
fn ladders_survive_in_every_shape() {
    for ladder in [
        json!({"mode": "slab", "measure": "weight", "bands": [{"from": "5", "percent": "3"}]}),
        json!({"mode": "allUnits", "measure": "quantity", "gives": "unitPrice", "prior": "40",
               "bands": [{"from": "1", "to": "9", "unitPrice": "18", "flat": "2.50"}, {"from": "10", "unitPrice": "16"}]}),
        json!({"mode": "allUnits", "measure": "quantity", "gives": "unitOff", "bands": [{"from": "1", "unitOff": "0.5"}]}),
    ] {
        check::<Tiers>(&ladder, &ladder);
    }
    let named_wrongly = json!({"measure": "quantity", "gives": "unitPrice", "bands": [{"from": "1", "percent": "18"}]});
    assert!(refused::<Tiers>(&named_wrongly).contains("bands[0].unitPrice: missing"));
}

#[test]
fn a_request_says_what_it_means() {
    let request: Request = wire::read(&plain(&json!({
        "currency": {"code": "EUR", "minorUnits": 2}, "rounding": "halfEven", "allocation": "remainderToLast",
        "lines": [{"id": "1", "item": "chai", "brand": "Mill", "group": "tea", "quantity": "2", "unitFactor": "10", "unitPrice": "1.5",
                   "per": "stockUnit", "weight": "0.5", "cost": "7.5", "minPrice": "8", "taxPercent": "19"}],
        "steps": [{"id": "may", "kind": "promotion", "scope": "item", "basis": "list", "combine": "max",
                   "goods": {"lines": ["1"], "items": ["chai"], "groups": ["tea"], "priceFrom": "1", "priceTo": "20"},
                   "when": {"validFrom": "2026-05-01", "validTo": "2026-05-31", "clientGroups": ["retail"],
                            "thresholds": [{"of": {"groups": ["tea"]}, "measure": "quantity", "over": "line", "from": "10", "to": "90",
                                            "prior": "5", "hintFrom": "2"}]},
                   "limit": {"units": "9", "unitsPerLine": "3", "pick": "cheapest", "reduced": "same", "amount": "4", "amountWithTax": true},
                   "exclusive": "spring", "priority": 3, "adjust": {"factor": "0.9"}}],
        "deferral": {"days": 30, "annualPercent": "12", "method": "bank", "yearDays": 360},
        "buyer": {"day": "2026-05-07", "client": "ALFKI", "group": "retail", "territory": "DE", "campaign": "fair"},
        "charges": [{"amount": "9.90", "taxPercent": "19"}],
        "tax": {"included": true, "rounding": "rate", "components": ["15", "4"]},
        "floor": {"minMarginPercent": "10", "minMarkupPercent": "5", "maxDiscountPercent": "40", "breach": "refuse"},
        "policy": {"roundAt": "unit", "discountRounding": "halfDown", "thresholds": "original", "priority": "lowestFirst",
                   "tie": "refuse", "precedence": "priority"},
    })))
    .unwrap();
    let names = |name: &str| vec![name.to_owned()];
    let goods = |lines, items| Goods { lines, items, groups: names("tea"), ..Goods::default() };
    let step = Step {
        id: "may".into(),
        kind: StepKind::Promotion,
        scope: Scope::Item,
        basis: Basis::List,
        combine: Combine::Max,
        goods: Goods { price_from: Some(dec("1")), price_to: Some(dec("20")), ..goods(names("1"), names("chai")) },
        when: When {
            valid_from: Some(day("2026-05-01")),
            valid_to: Some(day("2026-05-31")),
            client_groups: names("retail"),
            thresholds: vec![Threshold {
                of: goods(Vec::new(), Vec::new()),
                measure: Measure::Quantity,
                over: Over::Line,
                from: Some(dec("10")),
                to: Some(dec("90")),
                prior: dec("5"),
                hint_from: Some(dec("2")),
            }],
        },
        limit: Limit {
            units: Some(dec("9")),
            units_per_line: Some(dec("3")),
            pick: Pick::Cheapest,
            reduced: Reduced::Same,
            amount: Some(dec("4")),
            amount_with_tax: true,
        },
        exclusive: Exclusive::Group("spring".into()),
        priority: 3,
        adjust: Adjust::Factor(dec("0.9")),
    };
    let line = RequestLine {
        id: "1".into(),
        item: Some("chai".into()),
        brand: Some("Mill".into()),
        group: Some("tea".into()),
        unit: None,
        quantity: dec("2"),
        unit_factor: dec("10"),
        unit_price: dec("1.5"),
        per: Per::StockUnit,
        weight: dec("0.5"),
        cost: Some(dec("7.5")),
        min_price: Some(dec("8")),
        tax_percent: dec("19"),
    };
    let expected = Request {
        currency: Currency::new("EUR", 2).unwrap(),
        rounding: Rounding::HalfEven,
        allocation: Allocation::RemainderToLast,
        lines: vec![line],
        steps: vec![step],
        deferral: Some(Deferral {
            paid: Paid::After { days: 30, year_days: 360 },
            annual_percent: dec("12"),
            method: Discounting::Bank,
        }),
        buyer: Buyer {
            day: Some(day("2026-05-07")),
            client: Some("ALFKI".into()),
            group: Some("retail".into()),
            territory: Some("DE".into()),
            campaign: Some("fair".into()),
        },
        charges: vec![Charge { amount: dec("9.90"), tax_percent: dec("19") }],
        tax: Tax { included: true, rounding: TaxRounding::Rate, components: vec![dec("15"), dec("4")] },
        floor: Floor {
            min_margin_percent: Some(dec("10")),
            min_markup_percent: Some(dec("5")),
            max_discount_percent: Some(dec("40")),
            breach: Breach::Refuse,
        },
        policy: Policy {
            round_at: RoundAt::Unit,
            discount_rounding: Some(Rounding::HalfDown),
            thresholds: Thresholds::Original,
            priority: Priority::LowestFirst,
            tie: Tie::Refuse,
            precedence: Precedence::Priority,
        },
    };
    assert_eq!(request, expected);
}

#[test]
fn every_adjustment_can_be_asked_for() {
    let check = |adjust: Value, expected: Adjust| {
        let step = json!({"id": "a", "kind": "promotion", "scope": "line", "adjust": adjust});
        let read: Step = wire::read(&plain(&step)).unwrap_or_else(|fault| panic!("{step}: {fault}"));
        assert_eq!(read, Step { id: "a".into(), adjust: expected, ..Step::default() });
    };
    check(json!({"percent": "5"}), Adjust::Percent(dec("5")));
    check(json!({"amount": "-1"}), Adjust::Amount(dec("-1")));
    check(json!({"factor": "0.5"}), Adjust::Factor(dec("0.5")));
    check(json!({"unitPrice": "9"}), Adjust::UnitPrice(dec("9")));
    check(
        json!({"package": {"size": "10", "price": "100"}}),
        Adjust::Package(Package { size: dec("10"), price: dec("100"), free_units: dec("0") }),
    );
    check(json!({"buyGet": {"buy": "2", "get": "1"}}), Adjust::BuyGet(BuyGet::free(dec("2"), dec("1"))));
    check(
        json!({"buyGet": {"buy": "2", "get": "1", "most": "4", "percent": "50", "pick": "dearest"}}),
        Adjust::BuyGet(BuyGet {
            most: Some(dec("4")),
            percent: dec("50"),
            pick: Pick::Dearest,
            ..BuyGet::free(dec("2"), dec("1"))
        }),
    );
    check(
        json!({"free": {"slabs": [{"from": "10", "free": "1"}], "recurring": true}}),
        Adjust::Free(FreeGoods { recurring: true, ..FreeGoods::buy(dec("10"), dec("1")) }),
    );
    let exclusive = |exclusive: Value| wire::read::<Exclusive>(&plain(&exclusive)).map_err(|fault| fault.text());
    assert_eq!(exclusive(json!(true)), Ok(Exclusive::All));
    assert_eq!(exclusive(json!(false)), Ok(Exclusive::No));
    assert_eq!(exclusive(json!(7)), Err("not true, or the name of a group".to_owned()));
}

#[test]
fn the_answer_says_why_a_rule_does_not_hold_and_what_is_free() {
    let request: Request = wire::read(&plain(&json!({
        "currency": {"code": "EUR", "minorUnits": 2},
        "lines": [{"id": "1", "quantity": "20", "unitPrice": "10", "taxPercent": "20"}],
        "steps": [
            {"id": "big", "kind": "promotion", "scope": "order", "adjust": {"percent": "5"},
             "when": {"thresholds": [{"measure": "amount", "from": "500"}]}},
            {"id": "gift", "kind": "promotion", "scope": "line", "adjust": {"free": {"slabs": [{"from": "10", "free": "1"}], "recurring": true}}},
        ],
    })))
    .unwrap();
    let answer = json_of(&pricing::price(&request).unwrap().to_wire());
    assert_eq!(answer["waterfall"][0]["unmet"], json!({"reason": "below", "measure": "amount", "missing": "300.00"}));
    assert_eq!(answer["free"], json!([{"step": "gift", "line": "1", "item": null, "quantity": "2", "worth": "20"}]));
    assert_eq!(answer["taxed"], json!({"net": "200.00", "tax": "40.00", "gross": "240.00", "discount": "0.00"}));
}

#[test]
fn the_answer_is_written_with_decimal_strings() {
    let request: Request = wire::read(&plain(&json!({
        "currency": {"code": "EUR", "minorUnits": 2},
        "lines": [{"id": "1", "quantity": "2", "unitPrice": "10"}],
        "steps": [{"id": "a", "kind": "order", "scope": "order",
                   "adjust": {"tiers": {"measure": "amount", "bands": [{"from": "10", "percent": "5"}, {"from": "50", "percent": "6"}]}}}],
        "deferral": {"days": 365, "annualPercent": "25", "yearDays": 365},
    })))
    .unwrap();
    let expected = json!({
        "lines": [{"id": "1", "list": "20.00", "net": "19.00", "discount": "1.00", "percent": "5", "tax": "0.00", "gross": "19.00", "effects": ["-1.00"]}],
        "list": "20.00", "net": "19.00", "discount": "1.00", "percent": "5",
        "waterfall": [{"step": "a", "kind": "order", "amount": "-1.00", "percent": "5", "unmet": null, "unplaced": "0"}],
        "free": [], "taxed": {"net": "19.00", "tax": "0.00", "gross": "19.00", "discount": "1.00"},
        "next": [{"step": "a", "line": null, "measure": "amount", "from": "50", "missing": "30.00", "percent": "6", "nowPercent": "5"}],
        "deferral": {"presentValue": "15.20", "cost": "3.80", "costPercent": "20", "effectivePercent": "24"},
    });
    assert_eq!(json_of(&pricing::price(&request).unwrap().to_wire()), expected);
}

/// A request of these lines and nothing else.
fn request_of(lines: &Value) -> Value {
    json!({"currency": {"code": "EUR", "minorUnits": 2}, "lines": lines})
}

#[test]
fn a_table_of_lines_says_what_the_records_say() {
    let records = json!([
        {"id": "1", "item": "tea", "brand": "b", "group": "g", "quantity": "2", "unitFactor": "10", "unitPrice": "10.125",
         "per": "stockUnit", "weight": "0.5", "cost": "7", "minPrice": "6", "taxPercent": "19"},
        {"id": "2", "quantity": "-0", "unitPrice": "79228162514264337593543950335"},
    ]);
    let names = "id item brand group quantity unitFactor unitPrice per weight cost minPrice taxPercent unknown";
    let columns: Vec<_> = names.split(' ').collect();
    let cell = |record: &Value, name: &str| record[name].as_str().unwrap_or_default().to_owned();
    let rows = records
        .as_array()
        .unwrap()
        .iter()
        .map(|record| columns.iter().map(|name| cell(record, name)).collect::<Vec<_>>().join("\t"));
    let rows = rows.collect::<Vec<_>>().join("\n");
    let of_records: Request = wire::read(&plain(&request_of(&records))).unwrap();
    for text in [rows.clone(), rows + "\n"] {
        let table = json!({"columns": columns, "text": text});
        assert_eq!(wire::read::<Request>(&plain(&request_of(&table))).unwrap(), of_records);
    }
    let none: Request = wire::read(&plain(&request_of(&json!({"columns": ["id"], "text": ""})))).unwrap();
    assert_eq!(none.lines, []);
}

#[test]
fn what_is_wrong_with_a_table_is_named() {
    let columns = json!(["id", "quantity", "unitPrice", "per"]);
    for (columns, text, fault) in [
        (&columns, json!("1\t1\t1\t\n2\tx\t1\t"), "lines[1].quantity: not a decimal number as a string"),
        (&columns, json!("1\t\t1\t"), "lines[0].quantity: missing, should be a decimal number as a string"),
        (&columns, json!("1\t1\t1\tdozen"), "lines[0].per: not one of unit, stockUnit, line"),
        (&columns, json!("1\t1\t1\t\n\n"), "lines[1]: not one cell for each column"),
        (&columns, json!("1\t1\t1\t\t"), "lines[0]: not one cell for each column"),
        (
            &json!(["id", "quantity"]),
            json!("1\t1"),
            "lines[0].unitPrice: missing, should be a decimal number as a string",
        ),
        (&columns, json!(null), "lines.text: missing, should be text"),
        (&json!("id"), json!(""), "lines.columns: not a list of names"),
        (&json!([1]), json!(""), "lines.columns: not a list of names"),
    ] {
        let request = request_of(&json!({"columns": columns, "text": text}));
        assert_eq!(refused::<Request>(&request), ["rule.invalid: ", fault].concat());
    }
}

#[test]
fn the_lines_of_an_answer_come_in_the_columns_that_were_asked_for() {
    let mut asked = request_of(&json!([
        {"id": "1", "quantity": "2", "unitPrice": "10", "taxPercent": "19"},
        {"id": "2", "quantity": "1", "unitPrice": "0.05"},
    ]));
    asked["steps"] = json!([{"id": "a", "kind": "client", "scope": "line", "adjust": {"percent": "5"}}]);
    let priced = pricing::price(&wire::read::<Request>(&plain(&asked)).unwrap()).unwrap();
    let ask = |columns: Value| {
        asked["answer"] = json!({ "columns": columns });
        let plain = plain(&asked);
        let mut reader = wire::Reader::new(&plain);
        let columns = wire::asked_columns(&mut reader);
        reader.settle(columns).map_err(|fault| fault.text())
    };
    let mut ask = ask;
    let columns = ask(json!(["id", "list", "net", "discount", "percent", "tax", "gross"])).unwrap().unwrap();
    let table = wire::PricedTable { priced: &priced, columns: &columns };
    let rows = "1\t20.00\t19.00\t1.00\t5\t3.61\t22.61\n2\t0.05\t0.05\t0.00\t0\t0.00\t0.05\n";
    assert_eq!(table.text(), rows);
    assert_eq!(json_of(&table.to_wire())["net"], "19.05");
    assert_eq!(wire::PricedTable { priced: &priced, columns: &[] }.text(), "");
    let fault = "answer.columns: not a list of some of id, list, net, discount, percent, tax, gross";
    assert_eq!(ask(json!(["effects"])).unwrap_err(), fault);
    assert_eq!(ask(json!("net")).unwrap_err(), "answer.columns: not a list of names");
}

#[test]
fn json_is_read_and_written_as_it_stands() {
    let written = |number: f64| number.to_string();
    let number = |text: &str| text.parse().unwrap_or(f64::NAN);
    for text in [
        r#"null"#,
        r#"[]"#,
        r#"{}"#,
        r#"[true,false,null,0,4294967295,-1,0.5,1e300]"#,
        r#"{"":"","a":{"b":[{"c":"d"}]}}"#,
        r#""\"\\/\n\t\r\b\f\u0000\u001f\u00e9\ud83d\ude00é😀""#,
        r#" [ 1 , { "a" : 2 } ] "#,
        r#""\ud83d\u0041""#,
    ] {
        let read = wire::json::read(text, &number).unwrap_or_else(|| panic!("{text}"));
        // Half a pair is no letter, which the other reader does not forgive.
        let expected = serde_json::from_str(text).unwrap_or_else(|_| json!("\u{fffd}A"));
        assert_eq!(read, plain(&expected), "{text}");
        assert_eq!(wire::json::read(&wire::json::write(&read, &written), &number).unwrap(), read, "{text}");
    }
    for text in ["", "[", "[1,]", "{\"a\"}", "{a:1}", "\"", "\"\\x\"", "\"\\u12\"", "nul", "1 2", "[1 2]"] {
        assert_eq!(wire::json::read(text, &number), None, "{text}");
    }
}

/// So deep that a call for each level would fill the stack.
#[test]
fn depth_of_json_does_no_harm() {
    let deep = ["[\"]\",".repeat(100_000), "1".to_owned(), "]".repeat(100_000)].concat();
    let read = wire::json::read(&deep, &|_| f64::NAN).unwrap();
    assert!(matches!(read, wire::Value::List(_)));
}

proptest::proptest! {
    #[test]
    fn numbers_are_written_and_read_as_the_library_does(digits in proptest::num::i64::ANY, scale in 0_u32..=28) {
        let number = rust_decimal::Decimal::new(digits, scale);
        let value = wire::Value::decimal(number);
        proptest::prop_assert_eq!(value.as_text().unwrap(), number.to_string());
        proptest::prop_assert_eq!(value.as_decimal().unwrap().unpack(), number.unpack());
    }

    #[test]
    fn what_is_a_number_is_what_the_library_says(text in "[-+._0-9]{0,6}") {
        let read = wire::Value::Text(text.clone()).as_decimal();
        let expected = rust_decimal::Decimal::from_str_exact(&text).ok();
        proptest::prop_assert_eq!(read.map(|number| number.unpack()), expected.map(|number| number.unpack()));
    }
}

#[test]
fn money_is_never_a_binary_float() {
    let product =
        |price: Value| json!({"id": "1", "sku": "1", "name": "C", "unit": "box", "category": "T", "price": price});
    check::<Product>(&product(json!("0.1")), &{
        let mut full = product(json!("0.1"));
        full["cost"] = Value::Null;
        full["discontinued"] = json!(false);
        full
    });
    for price in [
        json!(0.1),
        json!(18),
        json!("1e3"),
        json!("1,5"),
        json!(""),
        Value::Null,
        json!("99999999999999999999999999999999"),
    ] {
        assert!(refused::<Product>(&product(price.clone())).contains("decimal number as a string"), "{price}");
    }
    let mut cost = product(json!("1"));
    cost["cost"] = json!(0.5);
    assert!(refused::<Product>(&cost).contains("decimal number as a string"));
    assert!(refused::<Currency>(&json!({"code": "usd", "minorUnits": 2})).contains("currency.invalid"));
    assert!(refused::<Draft>(&json!({"lines": [{"key": 1, "product": "1"}]})).contains("quantity"));
}

#[test]
fn a_fault_is_told_by_its_path() {
    let line = |quantity: Value| json!({"key": 1, "product": "1", "quantity": quantity});
    let quantity = "rule.invalid: lines[1].quantity: not a decimal number as a string";
    assert_eq!(
        refused::<Draft>(&json!({"lines": [line(json!("1")), line(json!(1))], "note": 7})),
        quantity,
        "the first"
    );

    for (field, value, text) in [
        ("lines", json!({}), "rule.invalid: lines: not a list"),
        ("lines", Value::Null, "rule.invalid: lines: missing, should be a list"),
        ("lines", json!([[]]), "rule.invalid: lines[0]: not a record"),
        (
            "tax",
            json!({"rates": [], "tax": "0"}),
            "rule.invalid: tax.gross: missing, should be a decimal number as a string",
        ),
        ("payment", json!({"due": "1"}), "rule.invalid: payment.payments: missing, should be a list"),
        ("list", json!("1,5"), "rule.invalid: list: not a decimal number as a string"),
        ("id", json!(7), "rule.invalid: id: not text"),
        ("created", json!("1998-02-30"), "date.invalid: created: refused: no such day"),
        ("currency", json!("USD"), "rule.invalid: currency: not a record"),
        ("currency", Value::Null, "rule.invalid: currency: missing, should be a record"),
        ("currency", json!({"code": "USD"}), "rule.invalid: currency.minorUnits: missing, should be a whole number"),
        ("currency", json!({"code": "U", "minorUnits": 2}), "currency.invalid: currency.code: refused: U"),
    ] {
        let mut broken = quote();
        broken[field] = value;
        assert_eq!(refused::<Quote>(&broken), text);
    }
    for count in [json!(-1), json!(0.5), json!(4_294_967_296_u64), json!("2"), json!(f64::NAN)] {
        let text = refused::<Currency>(&json!({"code": "USD", "minorUnits": count}));
        assert!(text.ends_with("a whole number"), "{count}: {text}");
    }
    assert_eq!(refused::<Client>(&json!("ALFKI")), "rule.invalid: not a record");
}

#[test]
fn a_rule_is_of_one_known_shape() {
    let request = |step: Value| {
        json!({"currency": {"code": "EUR", "minorUnits": 2}, "lines": [],
               "steps": [{"id": "a", "kind": "order", "scope": "order", "adjust": step}]})
    };
    let shape = "rule.invalid: steps[0].adjust: not a record of one of percent, amount, factor, unitPrice, tiers, package, buyGet, free, rules";
    for adjust in [json!({}), json!({"percent": "1", "amount": "1"}), json!({"price": "1"}), json!(["percent"])] {
        assert_eq!(refused::<Request>(&request(adjust.clone())), shape, "{adjust}");
    }
    assert!(refused::<Request>(&request(json!("percent"))).ends_with("steps[0].adjust: not a record"));
    let ladder = json!({"tiers": {"mode": "none", "measure": "amount", "bands": []}});
    let mode = "rule.invalid: steps[0].adjust.tiers.mode: not one of allUnits, slab";
    assert_eq!(refused::<Request>(&request(ladder)), mode);
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
        ("/companies/1/name", Value::Null, "host.malformed: companies[1].name: missing, should be text"),
        (
            "/groups/0/discountPercent",
            json!("5%"),
            "host.malformed: groups[0].discountPercent: not a decimal number as a string",
        ),
        ("/priceList/currency", json!("dinar"), "currency.invalid: priceList.currency: refused: dinar"),
        ("/companies/1/id", json!("none"), "host.malformed: two records company none"),
        ("/products/1/id", json!("1"), "host.malformed: two records product 1"),
    ] {
        let mut all = hosts_catalogue();
        *all.pointer_mut(pointer).unwrap() = value;
        assert_eq!(bridge::wire::catalogue(&plain(&all)).unwrap_err().to_string(), text);
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

fn quote() -> Value {
    json!({
        "id": "q1", "client": "ALFKI", "created": "1998-05-07", "currency": {"code": "USD", "minorUnits": 2},
        "lines": [{"product": "1", "name": "Chai", "quantity": "2.5", "price": "18.00", "net": "44.10"}],
        "term": null, "manualPercent": "2", "list": "45.00", "net": "44.10", "note": "by Friday",
    })
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

pub(crate) fn plain(json: &Value) -> wire::Value {
    match json {
        Value::Null => wire::Value::Null,
        Value::Bool(flag) => wire::Value::Bool(*flag),
        Value::Number(number) => wire::Value::Number(number.as_f64().unwrap()),
        Value::String(text) => wire::Value::Text(text.clone()),
        Value::Array(values) => wire::Value::List(values.iter().map(plain).collect()),
        Value::Object(fields) => {
            wire::Value::Record(fields.iter().map(|(name, value)| (name.clone().into(), plain(value))).collect())
        }
    }
}

pub(crate) fn json_of(value: &wire::Value) -> Value {
    match value {
        wire::Value::Null => Value::Null,
        wire::Value::Bool(flag) => json!(flag),
        // Every number of ours is a count.
        wire::Value::Number(number) => json!(number.to_string().parse::<u64>().unwrap()),
        wire::Value::Text(text) => json!(text),
        wire::Value::List(values) => values.iter().map(json_of).collect(),
        wire::Value::Record(fields) => fields.iter().map(|(name, value)| (name.to_string(), json_of(value))).collect(),
    }
}
