//! Days as people say them.

use crate::domain::date::Date;
use crate::i18n::{CardCount, CardKey, Words};

/// "yesterday", "today", "in 3 days".
pub(super) fn when(words: &Words, date: Date, today: Date) -> String {
    match date.days_since(today) {
        0 => words.text(CardKey::Today),
        1 => words.text(CardKey::Tomorrow),
        -1 => words.text(CardKey::Yesterday),
        days => {
            let bent = if days < 0 { CardCount::Ago } else { CardCount::Ahead };
            words.count(bent, days.unsigned_abs(), &[])
        }
    }
}

/// "3 days late".
pub(super) fn late(words: &Words, days: i32) -> String {
    words.count(CardCount::Late, days.unsigned_abs(), &[])
}

/// "14:05", for the minute of a day.
pub(super) fn clock(minute: u16) -> String {
    let two = |number: u16| [if number < 10 { "0" } else { "" }, &number.to_string()].concat();
    [&two(minute / 60), ":", &two(minute % 60)].concat()
}
