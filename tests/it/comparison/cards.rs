use sapa::domain::comparison::*;

use super::to_owned;

#[test]
fn cards_are_found_by_typing() {
    let card = |wording: &str, proof: &str, tags: &[&str]| Objection {
        wording: wording.into(),
        proof: proof.into(),
        tags: to_owned(tags),
        ..Objection::default()
    };
    let cards = [
        card("Your price is too high.", "Delivery is free.", &["price"]),
        card("Delivery takes too long.", "Three days, by our own count.", &["delivery", "time"]),
        card("Kami sudah punya pemasok.", "", &["pemasok"]),
        card("У вас всё слишком дорого, йогурт тоже.", "", &["цена"]),
        card("Le café est trop cher, Müller l'a dit à Łódź.", "", &["straße"]),
        card("We priced others in.", "", &[]),
    ];
    let check = |typed: &str, expected: &[usize]| {
        let found: Vec<_> =
            find(&cards, typed).into_iter().map(|hit| cards.iter().position(|c| c == hit).unwrap()).collect();
        assert_eq!(found, expected, "{typed:?}");
    };
    check("", &[0, 1, 2, 3, 4, 5]);
    check("  ", &[0, 1, 2, 3, 4, 5]);
    check("price", &[0, 5]);
    check("PRIC", &[0, 5]);
    check("delivery", &[1, 0]);
    check("too del", &[1, 0]);
    check("livery", &[]);
    check("price nonsense", &[]);
    check("pemasok", &[2]);
    check("все", &[3]);
    check("ВСЁ иогурт", &[3]);
    check("цен", &[3]);
    check("cafe lodz", &[4]);
    check("CAFE\u{301}", &[4]);
    check("strasse", &[4]);
    check("mullers", &[]);
    check("!?", &[0, 1, 2, 3, 4, 5]);
}

#[test]
fn a_card_is_short_enough_to_be_read_at_once() {
    let card = |count: usize| Objection {
        wording: "one two three".into(),
        proof: "word ".repeat(count),
        ..Objection::default()
    };
    assert!(card(SCAN_WORDS - 3).fits_scan());
    assert!(!card(SCAN_WORDS - 2).fits_scan());
}
