//! Names by the thousand.

use core::fmt;
use core::ops::{Deref, Range};
use std::sync::Arc;

/// What something is named by. It may be a part of a longer text, which lives as long as any of its parts: the names of thousands
/// of lines that come as one text are neither copied nor given memory of their own.
///
/// ```
/// use std::sync::Arc;
/// use sapa::domain::label::Label;
///
/// let text: Arc<str> = "chai\ttea".into();
/// assert_eq!(Label::part(&text, 5..8), "tea".into());
/// ```
#[derive(Clone, Default)]
pub struct Label {
    text: Option<Arc<str>>,
    start: usize,
    end: usize,
}

impl Label {
    /// The part of the text between two places in it; nothing where those are no places between letters.
    #[inline]
    pub fn part(text: &Arc<str>, Range { start, end }: Range<usize>) -> Self {
        Self { text: Some(Arc::clone(text)), start, end }
    }
}

impl Deref for Label {
    type Target = str;

    #[inline]
    #[cfg_attr(optimize_attribute, optimize(speed))]
    fn deref(&self) -> &str {
        match &self.text {
            Some(text) => text.get(self.start..self.end).unwrap_or_default(),
            None => "",
        }
    }
}

impl From<&str> for Label {
    fn from(text: &str) -> Self {
        Self { text: Some(text.into()), start: 0, end: text.len() }
    }
}

impl From<String> for Label {
    fn from(text: String) -> Self {
        Self::from(text.as_str())
    }
}

impl fmt::Debug for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self[..].fmt(f)
    }
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self[..].fmt(f)
    }
}

impl PartialEq for Label {
    fn eq(&self, other: &Self) -> bool {
        self[..] == other[..]
    }
}

impl Eq for Label {}
