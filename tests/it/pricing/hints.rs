use sapa::domain::pricing::{Measure, NextTier, Request, Scope, TierMode, price};

use crate::support::{dec, ladder, percent, request};

use Measure::{Amount, Quantity};
use Scope::{Group, Line, Order};
use TierMode::{AllUnits, Slab};

#[test]
fn hints_at_the_next_rung() {
    let check_hints = |title: &str, request: Request, expected: &[(Option<&str>, &str, &str, &str, &str)]| {
        let next = price(&request).unwrap().next;
        let expected: Vec<NextTier> = expected
            .iter()
            .map(|(line, from, missing, percent, now)| NextTier {
                step: request.steps[request.steps.len() - 1].id.clone(),
                line: line.map(Into::into),
                measure: next.first().map_or(Quantity, |next| next.measure),
                from: dec(from),
                missing: dec(missing),
                percent: dec(percent),
                now_percent: dec(now),
            })
            .collect();
        assert_eq!(next, expected, "{title}");
    };
    let bands = [("10", "5"), ("50", "12.5")];
    let by_line = |mode| request(&[("7", "2"), ("10", "2"), ("50", "2")], vec![ladder(Line, mode, Quantity, &bands)]);
    let expected = [(Some("0"), "10", "3", "5", "0"), (Some("1"), "50", "40", "12.5", "5")];
    check_hints("each line", by_line(AllUnits), &expected);
    check_hints("slabs: what the next units get", by_line(Slab), &expected);

    let order = |steps| request(&[("1", "60"), ("1", "30.333")], steps);
    let step = || ladder(Order, AllUnits, Amount, &[("100", "10")]);
    check_hints("the order", order(vec![step()]), &[(None, "100", "9.67", "10", "0")]);
    check_hints(
        "after what comes before",
        order(vec![percent(Line, "50"), step()]),
        &[(None, "100", "54.83", "10", "0")],
    );
    check_hints(
        "rungs that give no more are passed over",
        request(&[("1", "60")], vec![ladder(Order, AllUnits, Amount, &[("0", "5"), ("70", "5"), ("80", "6")])]),
        &[(None, "80", "20", "6", "5")],
    );
    check_hints(
        "the missing amount is rounded up",
        request(&[("1.006", "1")], vec![ladder(Line, AllUnits, Amount, &[("2", "5")])]),
        &[(Some("0"), "2", "1.00", "5", "0")],
    );

    let mut grouped = request(&[("1", "1"), ("2", "1"), ("3", "1")], vec![ladder(Group, AllUnits, Quantity, &bands)]);
    grouped.lines[1].group = Some("tea".into());
    grouped.lines[2].group = Some("tea".into());
    let expected = [(Some("0"), "10", "9", "5", "0"), (Some("1"), "10", "5", "5", "0")];
    check_hints("a group, by its first line", grouped, &expected);
}

#[test]
fn a_hint_keeps_its_word() {
    let step = || vec![percent(Line, "7.3"), ladder(Order, AllUnits, Amount, &[("100", "10")])];
    let priced = price(&request(&[("3", "21.37")], step())).unwrap();
    let missing = &priced.next[0].missing.to_string();
    // A line of that net amount, added after the percentage, reaches the rung.
    let grown = request(&[("1", missing)], vec![]);
    let reached = priced.waterfall[0].amount + dec("64.11") + price(&grown).unwrap().net;
    assert_eq!(reached, dec("100"));
}
