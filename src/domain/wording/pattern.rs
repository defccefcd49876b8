//! Whether words follow a pattern.

use core::str::Split;

use super::lexicon::Lexicon;
use super::word::Word;

/// The most words `~` stands for.
const FILLERS: usize = 4;
/// The most words a `*` of its own stands for.
const GAP: usize = 10;

/// How many of the words, from the first on, follow the pattern; nothing if they do not.
pub(super) fn length(pattern: &str, words: &[Word], lexicon: &Lexicon) -> Option<usize> {
    follow(pattern.split(' '), words, lexicon)
}

fn follow(mut parts: Split<'_, char>, words: &[Word], lexicon: &Lexicon) -> Option<usize> {
    let Some(part) = parts.next() else { return Some(0) };
    // How many words the part may take, and which.
    type Takes = fn(&str, &str, &Lexicon) -> bool;
    let (form, least, most, takes): (_, _, _, Takes) = match (part, part.strip_suffix('?')) {
        ("~", _) => (part, 0, FILLERS, |_, word, lexicon| lexicon.is_filler(word)),
        ("*", _) => (part, 0, GAP, |_, word, lexicon| !lexicon.stops(word)),
        ("+", _) => (part, 1, 1, |_, word, lexicon| !starts_with_digit(word) && !lexicon.stops(word)),
        (_, Some(form)) => (form, 0, 1, |form, word, _| allows(form, word)),
        (_, None) => (part, 1, 1, |form, word, _| allows(form, word)),
    };
    let reach = words.iter().take(most).take_while(|word| takes(form, &word.text, lexicon)).count();
    let spare = reach.checked_sub(least)?;
    (0..=spare).find_map(|more| {
        // A word that may be there is taken if it is; of other words, as few as will do.
        let taken = if form == part { least + more } else { reach - more };
        Some(taken + follow(parts.clone(), words.get(taken..)?, lexicon)?)
    })
}

/// Whether the word is one of the part's alternatives; a star stands for any ending.
fn allows(part: &str, word: &str) -> bool {
    part.split('|').any(|form| match form.strip_suffix('*') {
        Some(stem) => word.starts_with(stem),
        None => word == form,
    })
}

fn starts_with_digit(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}
