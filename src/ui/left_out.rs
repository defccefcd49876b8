//! What is said of records that were left out because they cannot be read.

use crate::i18n::{RecordKey, Words};
use crate::store::LeftOut;

/// The sentence for records that were left out: how many of which kinds, and the first of them.
pub fn left_out(words: &Words, kinds: &[&LeftOut], host: &str) -> String {
    let Some((entity, first)) = kinds.iter().find_map(|kind| Some((kind.entity, kind.first.first()?))) else {
        return String::new();
    };
    let member = if first.member.is_empty() { &first.problem } else { &first.member };
    let kinds = kinds_left_out(words, kinds);
    let values = [("kinds", kinds.as_str()), ("entity", entity), ("id", &first.id), ("member", member), ("host", host)];
    words.fill(RecordKey::LeftOut, &values)
}

/// How many of which kinds, such as "payments (1), meetings (2)".
pub fn kinds_left_out(words: &Words, kinds: &[&LeftOut]) -> String {
    let named = |kind: &&LeftOut| {
        let known = KINDS.iter().find(|(known, _)| *known == kind.entity);
        let name = known.map_or_else(|| kind.entity.to_owned(), |(_, key)| words.text(*key));
        [&name, " (", &words.number(kind.count.into()), ")"].concat()
    };
    kinds.iter().map(named).collect::<Vec<_>>().join(", ")
}

/// The contract's words for the kinds.
const KINDS: [(&str, RecordKey); 16] = [
    ("company", RecordKey::Company),
    ("contact", RecordKey::Contact),
    ("activity", RecordKey::Activity),
    ("commitment", RecordKey::Commitment),
    ("meeting", RecordKey::Meeting),
    ("criterion", RecordKey::Criterion),
    ("fact", RecordKey::Fact),
    ("approval", RecordKey::Approval),
    ("priceList", RecordKey::PriceList),
    ("order", RecordKey::Order),
    ("invoice", RecordKey::Invoice),
    ("payment", RecordKey::Payment),
    ("competitor", RecordKey::Competitor),
    ("competitorProduct", RecordKey::CompetitorProduct),
    ("objection", RecordKey::Objection),
    ("product", RecordKey::Product),
];
