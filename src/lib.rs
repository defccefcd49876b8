//! Drop-in widgets for account managers, embedded in a CRM they already use.
//!
//! ```
//! use sapa::domain::money::Currency;
//! use sapa::domain::pricing::{self, Adjust, Request, RequestLine, Step, StepKind};
//!
//! let request = Request {
//!     lines: vec![RequestLine {
//!         id: "chai".into(), quantity: 12.into(), unit_price: 18.into(), ..RequestLine::default()
//!     }],
//!     steps: vec![Step {
//!         id: "client".into(), kind: StepKind::Client, adjust: Adjust::Percent(3.into()), ..Step::default()
//!     }],
//!     ..Request::new(Currency::new("USD", 2)?)
//! };
//! assert_eq!(pricing::price(&request)?.net.to_string(), "209.52");
//! # Ok::<(), sapa::domain::error::Error>(())
//! ```
//!
//! One crate is three things: a WebAssembly module with custom elements for any page, a library of leptos components
//! ([`ClientCard`], [`DiscountCalculator`], [`MeetingPlanner`], [`CompetitorComparison`]), and the engines alone, as above.
//!
//! # The house, from the ground up
//!
//! - [`domain`]: nouns and rules. Money, dates and zones; clients and their segments, what is owed, what was promised and what
//!   to do now; quotes, the pricing engine, loyalty, payment terms, authority and approvals; price lists out of files and
//!   quotes in links; meetings and recurrence; facts, scores and conclusions; wording.
//! - [`wire`]: plain data, in which records travel and are stored, and what the nouns look like in it.
//! - [`store`]: pure change. A command goes in, the new state and what happened come out; undo; what a widget reads off the
//!   state; the traits for everything outside.
//! - `js`: plain data as JavaScript values.
//! - [`storage`]: the device's memory, in memory or in IndexedDB, and what the outbox means.
//! - [`bridge`]: the host CRM, through the JavaScript contract in `bridge/types.ts` and `bridge/records.ts`.
//! - [`i18n`]: words, numbers and dates in the reader's language.
//! - [`session`]: a running workspace, shared by all widgets of a page, and its traffic with device and host. What is typed is told
//!   with each key to what a person looks at, and to everything else once the typing pauses.
//! - [`ui`]: small views every widget shares, each beside its style sheet.
//! - [`widgets`]: the widgets.
//! - [`api`]: what JavaScript calls, and the one place where storage and bridge are wired into a session.
//!
//! `src/main.rs` makes the module of it: a program, because only programs are optimized as a whole.
//!
//! Each may use only what stands before it in this list; `storage` and `bridge` do not know each other. Plain data end with those
//! two: of what stands up to there, `i18n` uses `domain`, and `session`, `ui` and `widgets` use `domain` and `store`.
//!
//! `elements/define.js` owns the tags, `elements/instance.js` the life of the module: it loads it, and starts it anew after a
//! fault.
//!
//! # What is never so
//!
//! These are checked by `tests/it/layers.rs`.
//!
//! 1. `domain`, `wire` and `store` never name the browser, leptos, a clock or a random source; both are passed in.
//! 2. JavaScript values stand only in `api`, `bridge`, `js`, `storage/indexed_db` and `i18n/intl`; `ui` and `widgets` know event and
//!    element types, no more.
//! 3. Browser storage is never named outside `storage` (the demo's stand-in for a CRM apart), nor `customElements` outside
//!    `elements/define.js`.
//! 4. No style sheet but `www/tokens.css` holds a literal colour or size, breakpoints apart; none of a widget asks what an
//!    element holds (`:has`), which a browser pays for with every element that comes or goes.
//! 5. The demo and the embed pages use nothing the published `.d.ts` does not declare (`tsc` checks that).
//! 6. There is one Rust artifact: what is demonstrated is what is tested is what is shipped.
//!
//! # What it does not do
//!
//! It sends nothing anywhere but to the host's bridge, holds no binary floating-point money, ships no time-zone data, and
//! promises an offline *start* only for its own page and iframe: inside another page it works while that page is open.

// The module is compiled for size; the functions that go through all lines of an order are compiled for speed, where the
// compiler takes the attribute that says so: in the release build alone, see tests/tools/env.sh.
#![cfg_attr(optimize_attribute, feature(optimize_attribute))]

pub mod domain;
pub mod wire;

pub mod store;

mod js;

pub mod bridge;
pub mod storage;

pub mod i18n;
pub mod session;

pub mod ui;
pub mod widgets;

pub mod api;

pub use widgets::client_card::ClientCard;
pub use widgets::competitor_comparison::CompetitorComparison;
pub use widgets::discount_calculator::DiscountCalculator;
pub use widgets::meeting_planner::MeetingPlanner;
