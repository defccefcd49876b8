//! Texts in one piece.

use sapa::i18n::packed::{Packed, join, lengths, total};

const TEXTS: [&str; 5] = ["one", "", "десять", "{n} дней", "last"];
static PACKED: Packed = Packed::new(&JOINED, &LENGTHS);
const JOINED: [u8; total(&TEXTS)] = join(&TEXTS);
const LENGTHS: [u16; TEXTS.len()] = lengths(&TEXTS);

#[test]
fn each_text_is_found_by_its_number() {
    for (number, text) in TEXTS.into_iter().enumerate() {
        assert_eq!(PACKED.get(number), text);
    }
}

#[test]
fn there_is_nothing_after_the_last() {
    assert_eq!(PACKED.get(TEXTS.len()), "");
    assert_eq!(PACKED.get(usize::MAX), "");
}
