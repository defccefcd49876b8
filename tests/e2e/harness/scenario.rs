use std::{pin::Pin, time::Duration};

use super::{engine::Engine, failure::Outcome, stage::Stage};

/// A scenario's code: it is given the stage and says whether all was well.
pub(crate) type Story = for<'a> fn(&'a mut Stage) -> Pin<Box<dyn Future<Output = Outcome> + 'a>>;

/// One story of a user, and where it can be told.
pub(crate) struct Scenario {
    /// "theme::what_must_hold", as `SAPA_ONLY` and the report name it.
    pub(crate) name: &'static str,
    pub(crate) story: Story,
    /// Engines that cannot tell it, each with the reason; they are listed in every report.
    pub(crate) not_in: &'static [(Engine, &'static str)],
    pub(crate) limit: Duration,
    /// Pages that break the content security policy on purpose.
    pub(crate) may_violate: bool,
}

impl Scenario {
    /// A scenario for every engine, with a minute to tell it in.
    pub(crate) const fn new(name: &'static str, story: Story) -> Self {
        Self { name, story, not_in: &[], limit: Duration::from_secs(60), may_violate: false }
    }

    pub(crate) const fn not_in(mut self, engines: &'static [(Engine, &'static str)]) -> Self {
        self.not_in = engines;
        self
    }

    pub(crate) const fn seconds(mut self, limit: u64) -> Self {
        self.limit = Duration::from_secs(limit);
        self
    }

    pub(crate) const fn may_violate(mut self) -> Self {
        self.may_violate = true;
        self
    }

    /// Why this engine cannot tell the story, where it cannot.
    pub(crate) fn barred(&self, engine: Engine) -> Option<&'static str> {
        self.not_in.iter().find(|(barred, _)| *barred == engine).map(|(_, reason)| *reason)
    }
}
