//! Phrases better not said to a client, found as one types, and what to say instead.
//!
//! Two guards stand here. The *promise guard* marks a promise the manager makes in the first person or a guarantee that
//! something will be so; the *size guard* marks words that make a client or an order small. Both look for whole words in one
//! sentence and follow a `Lexicon`, which anybody may extend.
//!
//! Not marked: a promise refused ("we cannot promise miracles"), reported ("as I promised you"), asked for ("can you
//! promise?") or made by others ("the carrier promises"); a guarantee that is a thing ("a two-year guarantee"); the discount
//! that starts from an amount.

mod en;
mod id;
mod lexicon;
mod pattern;
mod ru;
mod word;

use std::borrow::Cow;
use std::ops::Range;

pub use lexicon::{Lexicon, Phrase};

/// A language the guards speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English.
    English,
    /// Indonesian.
    Indonesian,
    /// Russian.
    Russian,
}

/// A phrase found, in bytes of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The phrase.
    pub range: Range<usize>,
    /// The sentence it stands in, with its full stop.
    pub sentence: Range<usize>,
    /// Why it is marked.
    pub rule: Rule,
    /// What to say instead, the best first.
    pub replacements: Vec<Replacement>,
}

/// Why a phrase is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// It stakes the manager's reputation on what may not come.
    Promise,
    /// It holds the client up against a larger one.
    SizeCompared,
    /// It calls the client or the order small.
    SizeBelittled,
    /// It says that a larger client goes first.
    SizeQueued,
}

/// What to say instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// What it replaces.
    pub rule: Rule,
    /// How much of the text it takes the place of.
    pub scope: Scope,
    /// The words; "…" stands where the manager's own are wanted.
    pub text: Cow<'static, str>,
}

/// How much of the text a replacement takes the place of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The phrase; the sentence goes on after it.
    Phrase,
    /// The whole sentence.
    Sentence,
}

/// The phrases of the text better not said, by the language's default [`Lexicon`], in the order of the text.
///
/// ```
/// use sapa::domain::wording::{Language, Rule, check};
///
/// let text = "Good news. I promise you it ships today.";
/// let marks = check(text, Language::English);
/// assert_eq!((&text[marks[0].range.clone()], marks[0].rule), ("I promise you", Rule::Promise));
/// assert!(check("We cannot promise miracles.", Language::English).is_empty());
/// assert_eq!(check("Я обеща\u{301}ю вам скидку", Language::Russian).len(), 1);
/// ```
pub fn check(text: &str, language: Language) -> Vec<Mark> {
    Lexicon::of(language).check(text)
}

impl Mark {
    /// The text with the replacement in the phrase's or the sentence's place.
    pub fn apply(&self, text: &str, replacement: &Replacement) -> String {
        let range = match replacement.scope {
            Scope::Phrase => &self.range,
            Scope::Sentence => &self.sentence,
        };
        // Should the text have changed since, nothing of it is lost or torn.
        match (text.get(..range.start), text.get(range.end..)) {
            (Some(before), Some(after)) => [before, &replacement.text, after].concat(),
            _ => text.to_owned(),
        }
    }
}

impl Rule {
    /// Every rule.
    pub const ALL: [Rule; 4] = [Rule::Promise, Rule::SizeCompared, Rule::SizeBelittled, Rule::SizeQueued];

    /// The rule as it is published: lower case, the noun first.
    pub const fn name(self) -> &'static str {
        match self {
            Rule::Promise => "promise",
            Rule::SizeCompared => "size.compared",
            Rule::SizeBelittled => "size.belittled",
            Rule::SizeQueued => "size.queued",
        }
    }
}

impl Replacement {
    /// A replacement known beforehand.
    pub const fn of(rule: Rule, scope: Scope, text: &'static str) -> Self {
        Self { rule, scope, text: Cow::Borrowed(text) }
    }
}
