//! What to look for and what to say instead, as data.

use core::cmp::Reverse;
use std::borrow::Cow;

use super::word::{fold, sentences, words};
use super::{Language, Mark, Replacement, Rule, en, id, pattern, ru};

/// The phrases of a language, and what it takes to see them between other words.
///
/// ```
/// use sapa::domain::wording::{Language, Lexicon, Phrase, Rule};
///
/// let mut lexicon = Lexicon::of(Language::English);
/// lexicon.phrases.push(Phrase::new(Rule::Promise, "no problem"));
/// let marks = lexicon.check("No problem!");
/// assert_eq!(marks[0].range, 0..10);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lexicon {
    /// What to look for.
    pub phrases: Vec<Phrase>,
    /// What to say instead, the best first.
    pub replacements: Vec<Replacement>,
    /// Words that change nothing between the words of a phrase: "can", "really". In small letters.
    pub fillers: Vec<Cow<'static, str>>,
    /// Words that take a phrase back, within it or right before it: "not". In small letters.
    pub negators: Vec<Cow<'static, str>>,
    /// Words that turn what follows on the client, who may be called large: "you". In small letters.
    pub address: Vec<Cow<'static, str>>,
}

/// A phrase to look for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Why.
    pub rule: Rule,
    /// Its words in small letters, with one space between them and е for ё. `a|b` is either word, `a|b?` is either or
    /// neither, `client*` is any word that begins so, and `+` is any word but a figure. `~` is a few fillers or nothing,
    /// and `*` is some words or nothing; neither `*` nor `+` reaches over a word that negates or addresses the client.
    pub pattern: Cow<'static, str>,
}

/// A language's lists as they are written down: one pattern a line, words apart by spaces.
pub(super) struct Defaults {
    /// One text for each rule, in the order of [`Rule::ALL`].
    pub(super) phrases: [&'static str; 4],
    pub(super) replacements: &'static [Replacement],
    pub(super) fillers: &'static str,
    pub(super) negators: &'static str,
    pub(super) address: &'static str,
}

impl Lexicon {
    /// The defaults of a language.
    pub fn of(language: Language) -> Self {
        let defaults = match language {
            Language::English => &en::DEFAULTS,
            Language::Indonesian => &id::DEFAULTS,
            Language::Russian => &ru::DEFAULTS,
        };
        let mut phrases = Vec::new();
        for (rule, patterns) in Rule::ALL.into_iter().zip(defaults.phrases) {
            phrases.extend(patterns.lines().map(|pattern| Phrase { rule, pattern: Cow::Borrowed(pattern) }));
        }
        let list = |words: &'static str| words.split_whitespace().map(Cow::Borrowed).collect();
        Self {
            phrases,
            replacements: defaults.replacements.to_vec(),
            fillers: list(defaults.fillers),
            negators: list(defaults.negators),
            address: list(defaults.address),
        }
    }

    /// The phrases of the text better not said, in the order of the text; of phrases that overlap, the first and longest.
    pub fn check(&self, text: &str) -> Vec<Mark> {
        let mut marks: Vec<Mark> = Vec::new();
        for sentence in sentences(text) {
            let words = words(text, &sentence);
            let mut found = Vec::new();
            for (start, first) in words.iter().enumerate() {
                let negated = start.checked_sub(1).and_then(|before| words.get(before));
                if negated.is_some_and(|word| self.negates(&word.text)) {
                    continue;
                }
                let rest = words.get(start..).unwrap_or_default();
                for phrase in &self.phrases {
                    let length = pattern::length(&phrase.pattern, rest, self);
                    let last = length.and_then(|length| rest.get(length.checked_sub(1)?));
                    found.extend(last.map(|last| (first.range.start..last.range.end, phrase.rule)));
                }
            }
            found.sort_by_key(|(range, rule)| (range.start, Reverse(range.end), *rule));
            for (range, rule) in found {
                if marks.last().is_none_or(|last| last.range.end <= range.start) {
                    let replacements = self.replacements.iter().filter(|replacement| replacement.rule == rule);
                    let replacements = replacements.cloned().collect();
                    marks.push(Mark { range, sentence: sentence.clone(), rule, replacements });
                }
            }
        }
        marks
    }

    pub(super) fn is_filler(&self, word: &str) -> bool {
        self.fillers.iter().any(|filler| filler == word)
    }

    /// Whether no phrase reaches over this word.
    pub(super) fn stops(&self, word: &str) -> bool {
        self.negates(word) || self.address.iter().any(|address| address == word)
    }

    fn negates(&self, word: &str) -> bool {
        self.negators.iter().any(|negator| negator == word)
    }
}

impl Phrase {
    /// A phrase from a pattern in any letters.
    pub fn new(rule: Rule, pattern: &str) -> Self {
        let words: Vec<&str> = pattern.split_whitespace().collect();
        Self { rule, pattern: Cow::Owned(fold(&words.join(" "))) }
    }
}
