use sapa::domain::client::Client;
use sapa::domain::product::{PriceList, Product};
use sapa::domain::quote::{Draft, Quote};
use sapa::store::{Record, Saved, Table};
use serde_json::json;

use super::{check, json_of, payment, plain, quote, refused, tax};

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
