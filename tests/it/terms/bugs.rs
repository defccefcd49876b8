//! What other programs got wrong, each with where it is told.

use rust_decimal::Decimal;
use sapa::domain::money::Rounding;
use sapa::domain::terms::{
    Bill, CashRounding, Deal, Decision, EarlyPayment, Level, Move, Part, Reason, TaxReduction, TaxRounding, Taxed,
    Term, instalments,
};

use super::authority::authority;
use crate::support::{currency, day, dec};

fn untaxed(amounts: &[&str]) -> Vec<Taxed> {
    amounts.iter().map(|amount| Taxed { net: dec(amount), tax_percent: dec("0") }).collect()
}

fn bill(lines: &[Taxed], cash: Option<CashRounding>) -> Bill<'_> {
    let (tax_rounding, rounding) = (TaxRounding::Line, Rounding::HalfUp);
    Bill { lines, fixed_tax: dec("0"), tax_rounding, currency: currency(2), rounding, cash }
}

fn offer(percent: &str) -> EarlyPayment {
    EarlyPayment { discount_percent: dec(percent), tax: TaxReduction::OnEarly }
}

/// <https://github.com/odoo/odoo/pull/163786>: 1725.05 less 10 % came to 1552.54, because the discount was rounded.
#[test]
fn rounds_what_is_due_and_not_the_discount() {
    let settled = offer("10").settle(&bill(&untaxed(&["1725.05"]), None)).unwrap();
    assert_eq!((settled.early, settled.discount), (dec("1552.55"), dec("172.50")));
}

/// <https://github.com/odoo/odoo/pull/247996>: the discounts of the lines came to 0.20 and that of the document to 0.19.
#[test]
fn discounts_the_document_and_not_each_line() {
    let settled = offer("10").settle(&bill(&untaxed(&["0.95", "0.95"]), None)).unwrap();
    assert_eq!((settled.early, settled.discount), (dec("1.71"), dec("0.19")));
}

/// <https://github.com/odoo/odoo/pull/207049> and <https://github.com/odoo/odoo/pull/225759>: with coins of 0.05 another
/// amount was printed than the one due.
#[test]
fn rounds_to_coins_early_as_well_as_late() {
    let up = CashRounding { step: dec("0.05"), rounding: Rounding::Up };
    let lines = [Taxed { net: dec("11"), tax_percent: dec("21") }];
    let settled = offer("2").settle(&bill(&lines, Some(up))).unwrap();
    assert_eq!(
        [settled.gross, settled.late, settled.early, settled.discount],
        ["13.31", "13.35", "13.10", "0.25"].map(dec)
    );
    for tax in [TaxReduction::OnEarly, TaxReduction::Always, TaxReduction::Never] {
        let settled = EarlyPayment { tax, ..offer("3") }.settle(&bill(&lines, Some(up))).unwrap();
        for due in [settled.early, settled.late] {
            assert_eq!(up.round(due).unwrap(), due, "{tax:?}: {settled:?}");
        }
    }
}

/// <https://github.com/odoo/odoo/issues/100722>: the discount of one instalment was taken of the whole.
#[test]
fn takes_each_instalments_discount_of_its_own_amount() {
    let terms = [
        Term { part: Part::Percent(dec("30")), due: vec![] },
        Term { part: Part::Percent(dec("70")), due: vec![Move::Days(30)] },
    ];
    let payments = instalments(dec("1000"), day("2026-03-01"), &terms, currency(2), Rounding::HalfUp).unwrap();
    let early = |percent: &str, amount: Decimal| offer(percent).of(amount, currency(2), Rounding::HalfUp).unwrap();
    assert_eq!(early("2", payments[0].amount), dec("294"));
    assert_eq!(early("5", payments[1].amount), dec("665"));
}

/// <https://github.com/frappe/erpnext/pull/31016>: a seller's limit of 10 % held for lines, and a discount on the document
/// went past it.
#[test]
fn lets_no_document_discount_past_the_limit() {
    // 8 percent on the lines, then 5 on the document.
    let deal = Deal { list: dec("1000"), net: dec("874"), cost: Some(dec("100")), ..Deal::default() };
    let beyond = Reason::Discount { given: dec("12.6"), limit: dec("10") };
    let needs = Decision::Needs { level: Some(Level::Senior), reasons: vec![beyond] };
    assert_eq!(authority().decide(Level::Experienced, &deal).unwrap(), needs);
}

/// SAP Business One refuses a rounded total to who may give no discount at all, because rounding counts as one.
/// <https://help.sap.com/saphelp_sbo882/helpdata/en/45/06b99c7d720487e10000000a155369/content.htm>
#[test]
fn lets_who_may_give_nothing_round() {
    let coins = CashRounding::units(5, currency(2)).unwrap();
    let net = coins.round(dec("99.97")).unwrap();
    let deal = Deal { list: dec("99.97"), net, rounding: dec("99.97") - net, cost: Some(dec("10")), ..Deal::default() };
    assert_eq!((net, deal.rounding), (dec("99.95"), dec("0.02")));
    assert_eq!(authority().decide(Level::Beginner, &deal).unwrap(), Decision::Allowed);
}
