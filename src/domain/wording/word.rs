//! Taking a text apart into sentences and words, so that the same words compare equal however they are typed.

use std::ops::Range;

/// A word as it compares, and where it stands.
pub(super) struct Word {
    /// In small letters and one kind of apostrophe, without accents that mark stress, and with е for ё.
    pub(super) text: String,
    /// In bytes of the whole text.
    pub(super) range: Range<usize>,
}

/// The sentences of a text with their full stops, without the spaces around them.
///
/// A sentence ends with a stop before a space, or with an empty line. A line break alone ends none: mail breaks lines
/// anywhere.
pub(super) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = None;
    let mut end = 0;
    let mut line_breaks = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        line_breaks = if c == '\n' { line_breaks + 1 } else { line_breaks * usize::from(c.is_whitespace()) };
        if !c.is_whitespace() {
            start = start.or(Some(at));
            end = at + c.len_utf8();
        }
        let stop = matches!(c, '.' | '!' | '?' | '…' | '。');
        let before_space = chars.peek().is_none_or(|(_, next)| next.is_whitespace());
        if (stop && before_space) || line_breaks == 2 {
            sentences.extend(start.take().map(|start| start..end));
        }
    }
    sentences.extend(start.map(|start| start..end));
    sentences
}

/// The words of one sentence.
pub(super) fn words(text: &str, sentence: &Range<usize>) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut inside = false;
    let mut chars = text.get(sentence.clone()).unwrap_or_default().char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let (at, next) = (sentence.start + at, chars.peek().map(|(_, next)| *next));
        let end = at + c.len_utf8();
        let joins = is_apostrophe(c) && next.is_some_and(char::is_alphanumeric);
        let goes_on = inside && (is_silent(c) || joins);
        if !(c.is_alphanumeric() || goes_on) {
            inside = false;
            continue;
        }
        match words.last_mut().filter(|_| inside) {
            Some(word) => {
                word.range.end = end;
                fold_into(&mut word.text, c);
            }
            None => {
                let mut text = String::new();
                fold_into(&mut text, c);
                words.push(Word { text, range: at..end });
            }
        }
        inside = true;
    }
    words
}

/// The text as words compare. Whatever is no part of a word stays as it is.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    text.chars().for_each(|c| fold_into(&mut folded, c));
    folded
}

fn fold_into(folded: &mut String, c: char) {
    match c {
        // The one accent that makes another letter: some systems write й as и and a breve.
        '\u{306}' if folded.ends_with('и') => {
            folded.pop();
            folded.push('й');
        }
        _ if is_silent(c) => {}
        _ if is_apostrophe(c) => folded.push('\''),
        _ => folded.extend(c.to_lowercase().filter(|c| !is_silent(*c)).map(|c| if c == 'ё' { 'е' } else { c })),
    }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '′' | '´' | '`' | '＇')
}

/// Accents on top of a letter, soft hyphens, joiners and marks of direction.
fn is_silent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}
