//! Words, numbers and dates in the reader's language.
//!
//! [`messages`] lists every message by key; [`en`], [`id`] and [`ru`] each hold one `match` over the keys, so a missing
//! message does not compile. What is compiled in is made of them by [`packed`]. A host may override any message by its key.
//! [`intl`] is the one module that speaks to the browser's `Intl`.

pub mod calculator;
pub mod card;
pub mod comparison;
mod en;
mod id;
pub mod import;
pub mod intl;
pub mod keys;
pub mod messages;
pub mod packed;
pub mod payment;
pub mod planner;
pub mod proposal;
pub mod record;
mod ru;
pub mod undo;
pub mod words;

pub use calculator::{CalculatorCount, CalculatorKey};
pub use card::{CardCount, CardKey};
pub use import::{ImportCount, ImportKey};
pub use intl::DayForm;
pub use keys::KeysKey;
pub use messages::{Count, Counted, Key, Message, Plural};
pub use payment::{PaymentCount, PaymentKey};
pub use planner::{PlannerCount, PlannerKey};
pub use proposal::ProposalKey;
pub use record::RecordKey;
pub use undo::UndoKey;
pub use words::Words;

use packed::{Packed, packed};

/// Packs what a function says of every key. The function itself is called by the compiler alone.
macro_rules! packed_by {
    ($message:path) => {
        packed!({
            let mut texts = [""; Key::ALL.len()];
            let mut at = 0;
            while at < texts.len() {
                texts[at] = $message(Key::ALL[at]);
                at += 1;
            }
            texts
        })
    };
}

/// A language the widgets speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Locale {
    /// English.
    #[default]
    En,
    /// Bahasa Indonesia.
    Id,
    /// Russian.
    Ru,
}

impl Locale {
    /// Every language, in the order of the language switch.
    pub const ALL: [Locale; 3] = [Locale::En, Locale::Id, Locale::Ru];

    /// The language of a BCP 47 tag such as `ru-RU`; English for a language we do not speak.
    pub fn from_tag(tag: &str) -> Self {
        let language = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|locale| locale.tag().eq_ignore_ascii_case(language)).unwrap_or_default()
    }

    /// The tag `Intl` is asked with.
    pub const fn tag(self) -> &'static str {
        match self {
            Locale::En => "en",
            Locale::Id => "id",
            Locale::Ru => "ru",
        }
    }

    /// The message, with its `{places}` unfilled.
    pub fn message(self, key: Key) -> &'static str {
        static TEXTS: [Packed; 3] = [packed_by!(en::message), packed_by!(id::message), packed_by!(ru::message)];
        TEXTS[self as usize].get(key as usize)
    }

    /// The message for a count of this plural category.
    pub fn counted(self, key: Count, plural: Plural) -> &'static str {
        match self {
            Locale::En => en::counted(key, plural),
            Locale::Id => id::counted(key, plural),
            Locale::Ru => ru::counted(key, plural),
        }
    }
}
