#![expect(
    clippy::float_arithmetic,
    reason = "chances are estimates shown as whole percentages; no money is among them"
)]
//! How many to invite, when not everybody comes.
//!
//! Each of `n` invited comes with the same chance `p`, whatever the others do, so that the number who come is binomial. The
//! `m`-th invitation brings the `k`-th guest with the chance `C(m-1, k-1) p^k (1-p)^(m-k)` (the negative binomial), and the
//! chance of at least `k` guests is the sum of these over `m = k..=n`. Every term is positive and follows from the one before
//! by one product, so that nothing cancels; a power of ten is carried beside the term, so that nothing vanishes. The sum of
//! `n` such terms is off by no more than some `n` times 2^-52.

use crate::domain::error::{Code, Error, Result};

/// What the article on the account manager's work says: to hold five meetings in a day, plan fifteen to twenty, three or
/// four for each.
pub const RULE_OF_THUMB: [u32; 2] = [3, 4];

/// Of five who were invited and reminded, one comes, says the same article. The two sayings do not go together: at one in
/// five, fifteen invitations make three meetings.
pub const SHOW_RATE: f64 = 0.2;

/// What one wants to know before inviting. Chances are from 0 to 1.
///
/// ```
/// use sapa::domain::calendar::capacity::Dial;
///
/// // Five meetings, and four times out of five no fewer; one in five comes; there is room for eight.
/// let dial = Dial { target: 5, certainty: 0.8, show_rate: 0.2, slots: 8 };
/// let outlook = dial.outlook(dial.invitations()?)?;
/// assert_eq!(outlook.invitations, 33);
/// assert_eq!((outlook.too_few * 100.0).round(), 18.0);
/// assert_eq!((outlook.too_many * 100.0).round(), 20.0);
/// // Five share a slot, and in one slot of four two of them come.
/// assert_eq!(outlook.per_slot, 5);
/// assert_eq!((outlook.clash * 100.0).round(), 26.0);
/// # Ok::<(), sapa::domain::error::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dial {
    /// Meetings to hold, 1 to 500.
    pub target: u32,
    /// How sure to be that there will be no fewer; above 0, at most 0.999.
    pub certainty: f64,
    /// The chance that one who was invited comes, 0.01 to 1.
    pub show_rate: f64,
    /// Meetings the day has room for, at least 1.
    pub slots: u32,
}

/// What so many invitations will bring.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outlook {
    /// So many invitations.
    pub invitations: u32,
    /// Guests on average.
    pub expected: f64,
    /// The chance of fewer than the target.
    pub too_few: f64,
    /// The chance of more than the day has room for.
    pub too_many: f64,
    /// Invitations to one slot, where they are spread evenly: the most.
    pub per_slot: u32,
    /// The chance that two or more come to a slot with that many.
    pub clash: f64,
}

impl Dial {
    /// The fewest invitations that bring the target with this certainty.
    ///
    /// # Errors
    /// `number.range` for a value outside the limits of its field.
    pub fn invitations(&self) -> Result<u32> {
        self.check()?;
        let mut arrivals = Arrivals::new(self.target, self.show_rate);
        // A certainty that is reached exactly must not fail by the last bit.
        while arrivals.chance + 1e-12 < self.certainty {
            arrivals.invite();
        }
        Ok(arrivals.invited)
    }

    /// What so many invitations will bring, the rule of thumb's for instance; at most 100,000.
    ///
    /// # Errors
    /// `number.range`, as for [`invitations`](Self::invitations).
    pub fn outlook(&self, invitations: u32) -> Result<Outlook> {
        self.check()?;
        if invitations > 100_000 {
            return Err(range("invitations"));
        }
        let per_slot = invitations.div_ceil(self.slots);
        Ok(Outlook {
            invitations,
            expected: f64::from(invitations) * self.show_rate,
            too_few: 1.0 - at_least(self.target, invitations, self.show_rate),
            too_many: at_least(self.slots.saturating_add(1), invitations, self.show_rate),
            per_slot,
            clash: at_least(2, per_slot, self.show_rate),
        })
    }

    fn check(&self) -> Result<()> {
        let sound = [
            ("target", (1..=500).contains(&self.target)),
            ("certainty", self.certainty > 0.0 && self.certainty <= 0.999),
            ("show rate", (0.01..=1.0).contains(&self.show_rate)),
            ("slots", self.slots >= 1),
        ];
        sound.iter().find(|(_, sound)| !sound).map_or(Ok(()), |(name, _)| Err(range(name)))
    }
}

/// The chance that at least so many of the invited come, each with the same chance.
fn at_least(guests: u32, invited: u32, show_rate: f64) -> f64 {
    if guests > invited {
        return 0.0;
    }
    let mut arrivals = Arrivals::new(guests, show_rate);
    while arrivals.invited < invited {
        arrivals.invite();
    }
    arrivals.chance
}

/// One invitation after the other, until enough guests come.
struct Arrivals {
    guests: u32,
    show_rate: f64,
    invited: u32,
    /// The chance that there are enough guests by now.
    chance: f64,
    /// The chance that the last invitation brought the last guest needed, times `LARGE` to the power of `scale`.
    last: f64,
    scale: u32,
}

const LARGE: f64 = 1e150;

impl Arrivals {
    /// As many invitations as guests: all of them come.
    fn new(guests: u32, show_rate: f64) -> Self {
        let mut arrivals = Self { guests, show_rate, invited: guests, chance: 0.0, last: 1.0, scale: 0 };
        for _ in 0..guests {
            arrivals.last *= show_rate;
            if arrivals.last < 1.0 / LARGE {
                (arrivals.last, arrivals.scale) = (arrivals.last * LARGE, arrivals.scale + 1);
            }
        }
        arrivals.count();
        arrivals
    }

    /// One more invitation.
    fn invite(&mut self) {
        let ratio = f64::from(self.invited) / f64::from(self.invited - self.guests + 1);
        self.last *= ratio * (1.0 - self.show_rate);
        self.invited += 1;
        if self.scale > 0 && self.last > 1.0 {
            (self.last, self.scale) = (self.last / LARGE, self.scale - 1);
        }
        self.count();
    }

    /// Terms that still carry a scale are too small to change a sum.
    fn count(&mut self) {
        if self.scale == 0 {
            self.chance = (self.chance + self.last).min(1.0);
        }
    }
}

fn range(name: &str) -> Error {
    Error::new(Code::NumberRange, name)
}
