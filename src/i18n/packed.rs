//! Many texts in one piece.
//!
//! A text of its own costs the module an address and a length besides its letters, and the letters of a language stand
//! strewn among those of the others. Packed, the texts of a language follow one another, and each adds two bytes that say how
//! long it is.

/// Texts by number.
pub struct Packed {
    text: &'static str,
    lengths: &'static [u16],
}

impl Packed {
    /// The text of this number; nothing where there is none.
    pub fn get(&self, number: usize) -> &'static str {
        let (before, rest) = self.lengths.split_at_checked(number).unwrap_or_default();
        let start = before.iter().copied().map(usize::from).sum();
        let length = rest.first().copied().map_or(0, usize::from);
        self.text.get(start..start + length).unwrap_or_default()
    }

    /// What [`join`] and [`lengths`] have made of the same texts.
    pub const fn new(joined: &'static [u8], lengths: &'static [u16]) -> Self {
        let Ok(text) = str::from_utf8(joined) else { unreachable!() };
        Self { text, lengths }
    }
}

/// Packs an array of texts while the crate is compiled.
macro_rules! packed {
    ($texts:expr) => {{
        const TEXTS: &[&str] = &$texts;
        const JOINED: [u8; $crate::i18n::packed::total(TEXTS)] = $crate::i18n::packed::join(TEXTS);
        const LENGTHS: [u16; TEXTS.len()] = $crate::i18n::packed::lengths(TEXTS);
        $crate::i18n::packed::Packed::new(&JOINED, &LENGTHS)
    }};
}

pub(crate) use packed;

/// How many bytes the texts have together.
pub const fn total(texts: &[&str]) -> usize {
    let mut total = 0;
    let mut at = 0;
    while at < texts.len() {
        total += texts[at].len();
        at += 1;
    }
    total
}

/// The texts, one after the other.
pub const fn join<const N: usize>(texts: &[&str]) -> [u8; N] {
    let mut joined = [0; N];
    let mut free: &mut [u8] = &mut joined;
    let mut at = 0;
    while at < texts.len() {
        let (place, rest) = free.split_at_mut(texts[at].len());
        place.copy_from_slice(texts[at].as_bytes());
        free = rest;
        at += 1;
    }
    joined
}

/// How many bytes each text has. One longer than 65,535 does not compile.
pub const fn lengths<const N: usize>(texts: &[&str]) -> [u16; N] {
    let mut lengths = [0; N];
    let mut at = 0;
    while at < N {
        assert!(texts[at].len() <= u16::MAX as usize);
        #[allow(clippy::cast_possible_truncation, reason = "the line above says so")]
        let length = texts[at].len() as u16;
        lengths[at] = length;
        at += 1;
    }
    lengths
}
