use sapa::domain::allocation::Allocation;
use sapa::domain::money::{Currency, Rounding};
use sapa::domain::pricing::{
    Adjust, Basis, Breach, BuyGet, Buyer, Charge, Combine, Deferral, Discounting, Exclusive, Floor, FreeGoods, Goods,
    Limit, Measure, Over, Package, Paid, Per, Pick, Policy, Precedence, Priority, Reduced, Request, RequestLine,
    RoundAt, Scope, Step, StepKind, Tax, TaxRounding, Threshold, Thresholds, Tie, Tiers, When,
};
use sapa::wire;
use serde_json::{Value, json};

use super::{check, plain, refused};
use crate::support::{day, dec};

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
    let expected = Request {
        currency: Currency::new("EUR", 2).unwrap(),
        rounding: Rounding::HalfEven,
        allocation: Allocation::RemainderToLast,
        lines: vec![whole_line()],
        steps: vec![whole_step()],
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

/// The step of that request, with all its members.
fn whole_step() -> Step {
    let names = |name: &str| vec![name.to_owned()];
    let goods = |lines, items| Goods { lines, items, groups: names("tea"), ..Goods::default() };
    Step {
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
    }
}

/// Its line, with all its members.
fn whole_line() -> RequestLine {
    RequestLine {
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
    }
}
