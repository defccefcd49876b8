//! Scenarios: variants of one offer, kept side by side.

use super::Draft;
use crate::domain::error::{Code, Error, Result};

/// How many scenarios an offer can have: A, B and C.
pub const MOST_SCENARIOS: usize = 3;

impl Draft {
    /// Every scenario in order, the one being written among them.
    ///
    /// ```
    /// use sapa::domain::quote::Draft;
    ///
    /// let mut draft = Draft::default();
    /// draft.add_scenario()?;
    /// draft.manual_percent = 5.into();
    /// let percents: Vec<_> = draft.scenarios().map(|draft| draft.manual_percent).collect();
    /// assert_eq!(percents, [0.into(), 5.into()]);
    /// draft.show_scenario(0)?;
    /// assert_eq!((draft.place, draft.manual_percent), (0, 0.into()));
    /// # Ok::<(), sapa::domain::error::Error>(())
    /// ```
    pub fn scenarios(&self) -> impl Iterator<Item = &Draft> {
        let (before, after) = self.others.split_at(self.place.min(self.others.len()));
        before.iter().chain([self]).chain(after)
    }

    /// Goes on with a copy of what is being written, as the last scenario.
    ///
    /// # Errors
    /// `number.range` if there are as many as there may be.
    pub fn add_scenario(&mut self) -> Result<()> {
        if self.others.len() + 1 >= MOST_SCENARIOS {
            return Err(Error::new(Code::NumberRange, "scenarios"));
        }
        let others = core::mem::take(&mut self.others);
        let before = self.clone();
        self.others = others;
        self.others.insert(self.place, before);
        self.place = self.others.len();
        // What was approved was approved for the other one.
        self.approval = None;
        Ok(())
    }

    /// Goes on with another scenario.
    ///
    /// # Errors
    /// `record.not_found` if there is none at that place.
    pub fn show_scenario(&mut self, place: usize) -> Result<()> {
        if place == self.place {
            return Ok(());
        }
        let client = self.client.clone();
        let mut all = self.take_scenarios();
        if place >= all.len() {
            self.become_one_of(all, self.place);
            return Err(Error::new(Code::NotFound, "scenario"));
        }
        // All scenarios are for the one client that is looked at; another client's term does not bind them.
        for draft in all.iter_mut().filter(|draft| draft.client != client) {
            draft.client.clone_from(&client);
            draft.term = None;
        }
        self.become_one_of(all, place);
        Ok(())
    }

    /// Lets go of the scenario being written and goes on with the one before it. The last one stays.
    pub fn drop_scenario(&mut self) {
        let place = self.place;
        let mut all = self.take_scenarios();
        if all.len() > 1 {
            all.remove(place);
        }
        self.become_one_of(all, place.saturating_sub(1));
    }

    /// Every scenario; what is left behind is empty.
    fn take_scenarios(&mut self) -> Vec<Draft> {
        let place = self.place;
        let mut all = core::mem::take(&mut self.others);
        let own = Draft { place, ..core::mem::take(self) };
        self.place = place;
        all.insert(place.min(all.len()), own);
        all
    }

    fn become_one_of(&mut self, mut all: Vec<Draft>, place: usize) {
        let place = place.min(all.len().saturating_sub(1));
        if all.is_empty() {
            return;
        }
        *self = all.remove(place);
        for draft in &mut all {
            draft.place = 0;
        }
        (self.others, self.place) = (all, place);
    }
}
