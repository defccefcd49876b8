//! Cards for what clients say against buying: found by typing a word of it, read in ten seconds.

use crate::domain::fold::fold;

/// More words than this take longer than ten seconds: people read 238 words a minute (M. Brysbaert, "How many words do we
/// read per minute?", Journal of Memory and Language 109, 2019).
pub const SCAN_WORDS: usize = 40;

/// What a client says, and how to answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Objection {
    /// The record's id, opaque to us.
    pub id: String,
    /// The language it is written in, as BCP 47 names it; a card without one is for readers of every language.
    pub locale: Option<String>,
    /// The objection in the client's own words.
    pub wording: String,
    /// What shows that we have heard it.
    pub acknowledge: String,
    /// What to ask, to learn what is behind it.
    pub question: String,
    /// What speaks for us, with its source.
    pub proof: String,
    /// Words under which it is looked for.
    pub tags: Vec<String>,
    /// The id of the competitor it is about, if it is about one.
    pub competitor: Option<String>,
    /// Invented for a demonstration.
    pub sample: bool,
}

/// The cards in which every typed word starts a word, the best first: a tag before the client's wording before the
/// answer, a whole word before a beginning. Equally good ones stay in the order given; nothing typed finds all.
///
/// Capitals, accents and the dots of ё and й make no difference.
///
/// ```
/// use sapa::domain::comparison::{Objection, find};
///
/// let card = |wording: &str, tag: &str| Objection {
///     wording: wording.into(), tags: vec![tag.into()], ..Objection::default()
/// };
/// let cards = [card("Your delivery is slow.", "delivery"), card("Всё слишком дорого!", "цена")];
/// assert_eq!(find(&cards, "ДОРО"), [&cards[1]]);
/// assert_eq!(find(&cards, "slow deliv"), [&cards[0]]);
/// ```
pub fn find<'a>(cards: &'a [Objection], typed: &str) -> Vec<&'a Objection> {
    let sought = words(typed);
    let mut found: Vec<_> = cards.iter().filter_map(|card| Some((card.rank(&sought)?, card))).collect();
    found.sort_by_key(|(rank, _)| core::cmp::Reverse(*rank));
    found.into_iter().map(|(_, card)| card).collect()
}

impl Objection {
    /// Whether all of it can be read while the client draws breath.
    pub fn fits_scan(&self) -> bool {
        let texts = [&self.wording, &self.acknowledge, &self.question, &self.proof];
        texts.iter().map(|text| text.split_whitespace().count()).sum::<usize>() <= SCAN_WORDS
    }

    /// How well the card answers the words; not at all if it lacks one.
    fn rank(&self, sought: &[String]) -> Option<u32> {
        let tags: Vec<String> = self.tags.iter().flat_map(|tag| words(tag)).collect();
        let fields = [
            (6, tags),
            (4, words(&self.wording)),
            (2, [&self.proof, &self.question, &self.acknowledge].into_iter().flat_map(|text| words(text)).collect()),
        ];
        sought.iter().map(|word| fields.iter().filter_map(|(worth, words)| Some(worth + hit(word, words)?)).max()).sum()
    }
}

/// 1 if the word stands among the words, 0 if it starts one of them.
fn hit(word: &str, words: &[String]) -> Option<u32> {
    words.iter().filter(|candidate| candidate.starts_with(word)).map(|candidate| u32::from(candidate == word)).max()
}

/// The words of a text as they are compared.
fn words(text: &str) -> Vec<String> {
    fold(text).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
