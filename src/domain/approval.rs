//! An approval: a deal beyond one's authority, and what became of asking for it.

use super::date::Date;
use super::pricing::Request;
use super::terms::{Change, Judged, Level};

/// One deal that somebody else must grant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approval {
    /// The record's id.
    pub id: String,
    /// The client the deal is for.
    pub client: String,
    /// The day it was asked for.
    pub asked: Date,
    /// The lowest level that may grant it; none if no level may.
    pub level: Option<Level>,
    /// The figures it was judged by.
    pub judged: Judged,
    /// What was priced, so that whoever grants it can price it again.
    pub request: Request,
    /// What became of it.
    pub verdict: Verdict,
    /// Who decided.
    pub by: Option<String>,
}

/// What became of an approval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Verdict {
    /// Nobody has decided yet.
    #[default]
    Asked,
    /// It was granted.
    Granted,
    /// It was refused.
    Refused,
}

impl Approval {
    /// What is worse in a deal than in the one that was asked for: nothing means that this approval speaks for it too.
    pub fn beyond(&self, now: &Judged) -> Vec<Change> {
        now.worse_than(&self.judged)
    }
}
