//! Quotes in links.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use rust_decimal::Decimal;
use sapa::domain::error::Code;
use sapa::domain::pricing::Thresholds;
use sapa::domain::share::{MOST_BYTES, Shared};

use crate::support::dec;

const LINK: &str = "sapa1~default~1998~USD~net30~2.5~~211.68~7=12~Rioja%20tinto=0.5";

fn shared() -> Shared {
    Shared {
        list: "default".into(),
        version: Some("1998".into()),
        currency: "USD".into(),
        lines: vec![("7".into(), dec("12")), ("Rioja tinto".into(), dec("0.5"))],
        term: Some("net30".into()),
        manual_percent: dec("2.5"),
        coupon: None,
        net: dec("211.68"),
        ..Shared::default()
    }
}

fn refused(text: &str) -> String {
    Shared::parse(text).map(|_| ()).expect_err(text).to_string()
}

#[test]
fn a_link_says_what_is_ordered() {
    assert_eq!(shared().to_text().as_deref(), Ok(LINK));
    assert_eq!(Shared::parse(LINK), Ok(shared()));
    assert_eq!(Shared::parse(&format!("#{LINK}")), Ok(shared()), "as the browser gives it");
    let bare = "sapa1~L~~JPY~~0~~0";
    assert_eq!(Shared::parse(bare).unwrap().to_text().as_deref(), Ok(bare));
}

#[test]
fn a_link_that_needs_it_says_how_steps_go_and_what_else_was_weighed() {
    let other = Shared {
        arrangement: vec!["order".into(), "may=2".into()],
        manual_percent: dec("5"),
        net: dec("200"),
        ..shared()
    };
    let both = Shared { others: vec![other.clone()], place: 1, thresholds: Thresholds::Original, ..shared() };
    let text = "sapa2~default~1998~USD~1~net30~5~~200~~order=may%3D2~7=12~Rioja%20tinto=0.5\
                !net30~2.5~~211.68~original~~7=12~Rioja%20tinto=0.5";
    assert_eq!(both.to_text().as_deref(), Ok(text));
    assert_eq!(Shared::parse(text), Ok(both.clone()));
    for wrong in [
        Shared { place: 2, ..both.clone() },
        Shared { others: vec![both], ..shared() },
        Shared { others: vec![other.clone(), other.clone(), other.clone()], ..shared() },
        Shared { others: vec![Shared { net: dec("-1"), ..other }], ..shared() },
        Shared { arrangement: vec![String::new()], ..shared() },
    ] {
        assert_eq!(wrong.to_text().map_err(|error| error.kind()), Err(Code::ShareUnreadable), "{wrong:?}");
    }
}

#[test]
fn separators_and_letters_of_any_alphabet_are_escaped() {
    let odd = Shared {
        coupon: Some("~=%#&+ скидка/“10”".into()), lines: vec![("a~b=c".into(), dec("1"))], ..shared()
    };
    let text = odd.to_text().unwrap();
    assert!(text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.~=%".contains(&byte)), "{text}");
    assert_eq!(Shared::parse(&text), Ok(odd.clone()));
    assert_eq!(Shared::parse(&text.replace("%D1", "%d1")), Ok(odd), "some programs write escapes in small letters");
}

#[test]
fn what_is_not_a_quote_is_refused_by_its_field() {
    for (text, field) in [
        ("", "form"),
        ("sapa", "form"),
        ("sapa3~default~~USD~~0~~1", "form"),
        ("sapa1~L~~USD~~0~~1!~0~~1", "place"),
        ("sapa2~L~~USD~~0~~1", "place"),
        ("sapa2~L~~USD~1~~0~~1~~", "place"),
        ("sapa2~L~~USD~3~~0~~1~~!~0~~1~~!~0~~1~~!~0~~1~~", "place"),
        ("sapa2~L~~USD~0~~0~~1~~!~0~~1~~!~0~~1~~!~0~~1~~", "place"),
        ("sapa2~L~~USD~%2B1~~0~~1~~!~0~~1~~", "place"),
        ("sapa2~L~~USD~0~~0~~1", "thresholds"),
        ("sapa2~L~~USD~0~~0~~1~~!~0~~1", "thresholds"),
        ("sapa2~L~~USD~0~~0~~1~list~", "thresholds"),
        ("sapa2~L~~USD~0~~0~~1~", "steps"),
        ("sapa2~L~~USD~0~~0~~1~~a==b", "steps"),
        ("sapa2~L~~USD~0~~0~~1~~%", "steps"),
        ("sapa1", "list"),
        ("sapa1~~~USD~~0~~1", "list"),
        ("sapa1~L~~USD~~0~", "net"),
        ("sapa1~L~~usd~~0~~1", "currency"),
        ("sapa1~L~~USDT~~0~~1", "currency"),
        ("sapa1~L~~USD~~101~~1", "percent"),
        ("sapa1~L~~USD~~-1~~1", "percent"),
        ("sapa1~L~~USD~~~~1", "percent"),
        ("sapa1~L~~USD~~0~~1e3", "net"),
        ("sapa1~L~~USD~~0~~-1", "net"),
        ("sapa1~L~~USD~~0~~%2B1", "net"),
        ("sapa1~L~~USD~~0~~1_0", "net"),
        ("sapa1~L~~USD~~0~~.5", "net"),
        ("sapa1~L~~USD~~0~~5.", "net"),
        ("sapa1~L~~USD~~0~~99999999999999999999999999999999", "net"),
        ("sapa1~L~~USD~~0~~1~", "line"),
        ("sapa1~L~~USD~~0~~1~7", "line"),
        ("sapa1~L~~USD~~0~~1~=1", "article"),
        ("sapa1~L~~USD~~0~~1~7=", "quantity"),
        ("sapa1~L~~USD~~0~~1~7=1=2", "quantity"),
        ("sapa1~L~~USD~~0~~1~7=-1", "quantity"),
        ("sapa1~L~~USD~~0~~1~7=NaN", "quantity"),
        ("sapa1~L~~USD~~0~~1~7=1000000000001", "quantity"),
        ("sapa1~L%~~USD~~0~~1", "list"),
        ("sapa1~L%4~~USD~~0~~1", "list"),
        ("sapa1~L%4G~~USD~~0~~1", "list"),
        ("sapa1~L%+4~~USD~~0~~1", "list"),
        ("sapa1~L%FF~~USD~~0~~1", "list"),
        ("sapa1~L L~~USD~~0~~1", "list"),
        ("sapa1~é~~USD~~0~~1", "list"),
        ("sapa1~L~~USD~~0~a%00b~1", "text"),
        ("sapa1~L~~USD~~0~a%0Ab~1", "text"),
        ("sapa1~L~~USD~~0~~1~a%E2%80%AEb=1", "text"),
    ] {
        assert_eq!(refused(text), format!("share.unreadable: {field}"), "{text}");
    }
}

#[test]
fn it_is_known_for_a_quote_before_it_is_read() {
    for meant in [LINK, "#sapa1~", "sapa2~whatever", "sapa1"] {
        assert!(Shared::is_meant(meant), "{meant}");
    }
    for other in ["", "#", "#top", "sapa", "sapa~1", "sapa1x~", "sapa.1~", "x#sapa1~"] {
        assert!(!Shared::is_meant(other), "{other}");
    }
}

#[test]
fn eight_kilobytes_is_the_end() {
    let with = |length: usize| Shared { coupon: Some("x".repeat(length)), ..shared() };
    let room = MOST_BYTES - LINK.len();
    let longest = with(room).to_text().unwrap();
    assert_eq!(longest.len(), MOST_BYTES);
    assert_eq!(Shared::parse(&longest), Ok(with(room)));
    assert_eq!(with(room + 1).to_text().map_err(|error| error.kind()), Err(Code::ShareTooLong));
    assert_eq!(refused(&format!("{longest}x")), "share.too_long");
    let lines = (0..400).map(|number| (format!("SKU-{number:05}"), dec("120"))).collect();
    assert!(Shared { lines, ..shared() }.to_text().is_ok(), "a long quote of usual numbers has room");
}

#[test]
fn what_could_not_be_read_is_not_written() {
    let wrong = [
        Shared { list: String::new(), ..shared() },
        Shared { currency: "$".into(), ..shared() },
        Shared { manual_percent: dec("-1"), ..shared() },
        Shared { net: dec("-0.01"), ..shared() },
        Shared { lines: vec![("7".into(), dec("-1"))], ..shared() },
        Shared { lines: vec![(String::new(), dec("1"))], ..shared() },
        Shared { term: Some("a\tb".into()), ..shared() },
    ];
    for shared in wrong {
        assert_eq!(shared.to_text().map_err(|error| error.kind()), Err(Code::ShareUnreadable), "{shared:?}");
    }
    let minus_nothing = Shared { net: -Decimal::ZERO, ..shared() };
    assert!(Shared::parse(&minus_nothing.to_text().unwrap()).is_ok());
}

fn word() -> impl Strategy<Value = String> {
    proptest::string::string_regex("[^\\p{C}\u{2028}\u{2029}]{1,12}").unwrap()
}

fn number(most: i64) -> impl Strategy<Value = Decimal> {
    (0..=most, 0_u32..6).prop_map(|(number, scale)| Decimal::new(number, scale))
}

proptest! {
    #[test]
    fn every_quote_comes_back_as_it_was(
        codes in (word(), option::of(word()), "[A-Z]{3}", option::of(word()), option::of(word())),
        lines in vec((word(), number(1_000_000_000_000)), 0..12),
        manual_percent in number(100),
        net in number(i64::MAX),
        arrangement in vec(word(), 0..5),
        original in any::<bool>(),
        place in 0_usize..4,
    ) {
        let (list, version, currency, term, coupon) = codes;
        let thresholds = if original { Thresholds::Original } else { Thresholds::Running };
        let one = Shared { list, version, currency, lines, term, manual_percent, coupon, net, ..Shared::default() };
        // At no place or the first it is alone; at the others it is the second and the third.
        let others = vec![one.clone(); place.saturating_sub(1)];
        let shared = Shared { others, place: place.saturating_sub(1), thresholds, arrangement, ..one };
        let text = shared.to_text().unwrap();
        prop_assert_eq!(Shared::parse(&text), Ok(shared));
    }

    #[test]
    fn no_text_is_too_strange(text in any::<String>()) {
        let _ = Shared::parse(&text);
    }

    #[test]
    fn a_link_with_a_slip_is_refused_or_still_a_link(at in 0..LINK.len(), letter in any::<char>()) {
        let mut text: Vec<char> = LINK.chars().collect();
        text[at] = letter;
        let text: String = text.into_iter().collect();
        match Shared::parse(&text) {
            Ok(shared) => prop_assert_eq!(Shared::parse(&shared.to_text().unwrap()), Ok(shared)),
            Err(error) => prop_assert_eq!(error.code(), "share.unreadable"),
        }
    }

    #[test]
    fn a_link_that_was_cut_is_no_other_kind_of_fault(length in 0..LINK.len()) {
        if let Err(error) = Shared::parse(&LINK[..length]) {
            prop_assert_eq!(error.code(), "share.unreadable");
        }
    }
}
