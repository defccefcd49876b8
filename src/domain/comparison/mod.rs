//! Ours beside theirs: what is known of each product, how old it is, and what follows from it.
//!
//! Facts are claims with a source and a date. What is out of date is shown as such and proves nothing: it takes no part
//! in the score and never reaches a client's eyes. What is not known is an interval, not a zero. Every text of a record is
//! plain text, whatever signs it holds.
//!
//! ```
//! use sapa::domain::comparison::*;
//! use sapa::domain::date::Date;
//!
//! let criteria = [Criterion {
//!     weight: 1.into(),
//!     direction: Some(Direction::Min),
//!     ..Criterion::new("price", "Price of a case", Kind::Number, Topic::Price)
//! }];
//! let price = |subject, value: i64, seen: &str| Fact {
//!     seen: Date::parse(seen).ok(),
//!     ..Fact::new("", subject, "price", Value::Number(value.into()))
//! };
//! let facts = [
//!     price(Subject::Ours("chai".into()), 18, "1998-05-01"),
//!     price(Subject::Theirs("lumen-chai".into()), 30, "1998-05-01"),
//!     price(Subject::Theirs("old-chai".into()), 9, "1997-05-01"),
//! ];
//! let sheet = Sheet {
//!     ours: "chai",
//!     theirs: &["lumen-chai", "old-chai"],
//!     criteria: &criteria,
//!     facts: &facts,
//!     shelf_life: ShelfLife::default(),
//!     today: Date::parse("1998-05-07")?,
//! };
//! let scores = score(&sheet.grid(Audience::Us))?;
//! // The price of a year ago may be anything by now.
//! assert_eq!(scores.left_out[0].reason, Reason::Stale);
//! assert_eq!(scores.totals[2].low, 0.into());
//! // Were it as bad as can be, ours would have 30 / (18 + 30) of the whole.
//! assert_eq!(scores.totals[0].high.to_string(), "0.625");
//! # Ok::<(), sapa::domain::error::Error>(())
//! ```

mod competitor;
mod conclusion;
mod criterion;
mod fact;
mod grid;
mod objection;
mod score;
mod share;

pub use competitor::{Competitor, CompetitorProduct, rivals};
pub use conclusion::{Conclusion, Point, conclude};
pub use criterion::{Criterion, Direction, Kind, ProductMember, Topic};
pub use fact::{Confidence, Fact, Freshness, ShelfLife, Source, SourceKind, Subject, Value};
pub use grid::{Audience, Cell, Grid, Row, Sheet};
pub use objection::{Objection, SCAN_WORDS, find};
pub use score::{LeftOut, Part, Reason, Scores, score};
pub use share::{Interval, Measured, shares, weighted_sum};
