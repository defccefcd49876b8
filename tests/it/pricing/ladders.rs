use sapa::domain::pricing::{Measure, Request, Scope, Step, TierMode, price};

use super::{check, on_list};
use crate::support::{amount, dec, ladder, percent, request, tiers};

use Measure::{Amount, Quantity};
use Scope::{Group, Line, Order};
use TierMode::{AllUnits, Slab};

#[test]
fn ladders_of_all_units() {
    let bands = [("10", "5"), ("50", "12.5"), ("100", "20")];
    let check_quantity = |quantity: &str, net: &str| {
        let priced = price(&request(&[(quantity, "2")], vec![ladder(Line, AllUnits, Quantity, &bands)])).unwrap();
        assert_eq!(priced.net, dec(net), "{quantity}");
    };
    check_quantity("0", "0");
    check_quantity("9", "18");
    check_quantity("9.999", "20.00");
    check_quantity("10", "19");
    check_quantity("49", "93.10");
    check_quantity("50", "87.50");
    check_quantity("99.5", "174.13");
    check_quantity("100", "160");
    check_quantity("100000", "160000");

    let by_amount = ladder(Line, AllUnits, Amount, &[("100", "10")]);
    check(
        "the amount, after earlier steps",
        &request(&[("1", "105")], vec![percent(Line, "5"), by_amount.clone()]),
        &["99.75"],
        &["-5.25", "0"],
    );
    check(
        "the amount at list price",
        &request(&[("1", "105")], vec![percent(Line, "5"), on_list(by_amount)]),
        &["89.25"],
        &["-5.25", "-10.50"],
    );
    let empty = ladder(Order, AllUnits, Amount, &[]);
    check("no bands", &request(&[("1", "105")], vec![empty]), &["105"], &["0"]);
}

#[test]
fn ladders_of_slabs() {
    let bands = [("10", "5"), ("50", "12.5"), ("100", "20")];
    let check_quantity = |quantity: &str, net: &str| {
        let priced = price(&request(&[(quantity, "2")], vec![ladder(Line, Slab, Quantity, &bands)])).unwrap();
        assert_eq!(priced.net, dec(net), "{quantity}");
    };
    check_quantity("0", "0");
    check_quantity("10", "20");
    // One unit above the threshold: 2 at 5 %.
    check_quantity("11", "21.90");
    // 40 units at 5 %: 80 x 0.05 = 4.
    check_quantity("50", "96");
    // And 50 at 12.5 %: 100 x 0.125 = 12.5.
    check_quantity("100", "183.50");
    // And 10 at 20 %: 20 x 0.2 = 4.
    check_quantity("110", "199.50");

    let by_amount = ladder(Order, Slab, Amount, &[("0", "1"), ("100", "2"), ("200", "4")]);
    check("money", &request(&[("1", "150"), ("1", "150")], vec![by_amount]), &["146.50", "146.50"], &["-7.00"]);
    // A sixth has no last digit, and the half cent of 300,000.30 less 5,000.005 must still go up.
    let sixth = ladder(Line, Slab, Quantity, &[("5", "10")]);
    check("an endless average", &request(&[("6", "50000.05")], vec![sixth]), &["295000.30"], &["-5000.00"]);
}

/// Exactly 2 comes off, but by a quotient without a last digit: the mean percentage is a third in the one case, the price of
/// a unit in the other. Whoever divides before multiplying is off by the last of 28 digits.
#[test]
fn a_slab_rate_divides_last() {
    for (from, percent, amount) in [("6", "1", "600"), ("3", "100", "3")] {
        let rate = tiers(Slab, Quantity, &[(from, percent)]).rate(dec("9")).unwrap();
        assert_eq!(rate.of(dec(amount)).unwrap(), dec("2"), "9 units worth {amount}, {percent} % above {from}");
    }
}

#[test]
fn groups_count_together() {
    let grouped = |names: [Option<&str>; 4], step: Step| {
        let mut request = request(&[("6", "10"), ("4", "20"), ("9", "10"), ("1", "30")], vec![step]);
        for (line, name) in request.lines.iter_mut().zip(names) {
            line.group = name.map(Into::into);
        }
        request
    };
    let bands = [("10", "10")];
    let names = [Some("tea"), Some("tea"), None, None];
    let step = || ladder(Group, AllUnits, Quantity, &bands);
    check("two of a group", &grouped(names, step()), &["54", "72", "90", "30"], &["-14"]);
    let apart = [Some("b"), Some("a"), Some("b"), Some("a")];
    check("groups apart", &grouped(apart, step()), &["54", "80", "81", "30"], &["-15"]);
    check("no group is no common group", &grouped([None; 4], step()), &["60", "80", "90", "30"], &["0"]);
    let amounts = ladder(Group, AllUnits, Amount, &[("140", "50")]);
    check("by amount", &grouped(names, amounts), &["30", "40", "90", "30"], &["-70"]);
    // 10 units, of which 5 at 10 %: 5 % on average.
    let slab = ladder(Group, Slab, Quantity, &[("5", "10")]);
    check("slab and group", &grouped(names, slab), &["57", "76", "86", "30"], &["-11.00"]);
    check(
        "a plain percentage needs no group",
        &grouped(names, percent(Group, "10")),
        &["54", "72", "81", "27"],
        &["-26"],
    );
}

#[test]
fn says_the_rate_if_there_is_one() {
    let rate = |request: Request| price(&request).unwrap().waterfall[0].percent;
    assert_eq!(rate(request(&[("1", "5")], vec![percent(Line, "7")])), Some(dec("7")));
    assert_eq!(rate(request(&[("1", "5")], vec![amount(Line, "1")])), None);
    let step = || ladder(Line, AllUnits, Quantity, &[("10", "5")]);
    assert_eq!(rate(request(&[("10", "5"), ("12", "5")], vec![step()])), Some(dec("5")));
    assert_eq!(rate(request(&[("10", "5"), ("2", "5")], vec![step()])), None);
    assert_eq!(rate(request(&[("20", "5")], vec![ladder(Line, Slab, Quantity, &[("10", "5")])])), None);
    assert_eq!(rate(request(&[("20", "5")], vec![ladder(Order, AllUnits, Amount, &[("100", "5")])])), Some(dec("5")));
    let priced = price(&request(&[("1", "100"), ("1", "0")], vec![percent(Line, "12.5")])).unwrap();
    assert_eq!(
        (priced.percent, priced.lines[0].percent(), priced.lines[1].percent()),
        (dec("12.5"), dec("12.5"), dec("0"))
    );
}
