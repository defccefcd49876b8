//! The native suite: everything that needs no browser, in one binary.
//!
//! `cargo test --test it` runs it; `cargo test --test it pricing -- --nocapture` shows the table of pricing cases.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

/// Short ways to write numbers, requests and steps.
mod support;

/// Runs a file of published cases.
mod cases;

/// Shares add up, whatever the policy, and water finds its level.
mod allocation;

/// Meetings: zones, recurrence, the index, moving, lanes, the dial and iCalendar.
mod calendar;

/// Days of the calendar, at its edges and against a second way of counting.
mod date;

/// The invariants of the crate docs, read off the source tree.
mod layers;

/// Currencies, rounding and overflow.
mod money;

/// Numbers as people type them.
mod number;

/// Text as people look for it.
mod fold;

/// The engine, one table for each of its rules.
mod pricing;

/// Conditions, limits, floors, exclusions, free goods and price lists.
mod pricing_rules;

/// Faults other systems had.
mod pricing_bugs;

/// What must hold of orders with conditions, limits, floors and tax.
mod pricing_properties;

/// What else would have to be ordered.
mod pricing_inverse;

/// Cases published by other projects, run through the public engine.
mod pricing_cases;

/// What must hold for every request, tried on random ones.
mod properties;

/// From a draft and a price list to a request.
mod quote;

/// When a quote is paid, and what waiting for it costs.
mod payment;

/// Quotes in links.
mod share;

/// A draft becomes a link, and a link a draft.
mod sharing;

/// What JavaScript asks the engine, as it is documented.
mod engine_examples;

/// Ladders of a list: what counts together, and what was bought before.
mod ladders;

/// A loyalty programme: what a client's orders bring.
mod loyalty;

/// Promotions, coupons and the order of steps.
mod promotions;

/// Scenarios of one offer, side by side.
mod scenario;

/// Price lists beside the products' own prices, built on one another.
mod price_lists;

/// Whether a draft may be signed, and how long the client may wait.
mod signing;

/// What a draft would need for what a client wishes.
mod wish;

/// The draft as a file.
mod export;

/// What every backend promises, on the one that needs no browser.
#[path = "../contract/backend.rs"]
mod backend;

/// The memory keeps that promise.
mod memory;

/// A workspace at work with its device and its host, each of them failing when told to.
mod session;

/// Commands, events and undo.
mod store;
mod undo;

/// Records that are changed, sent and taken back.
mod changing;

/// The nouns as storage and hosts write them.
mod wire;

/// Requests for prices as they are stored.
mod wire_pricing;

/// The records of the contract, each read, written and changed.
mod records;

/// All records together, the demonstration's among them.
mod book;

/// Records that cannot be read.
mod left_out;

/// What the engine refuses to be asked.
mod questions;

/// Stages, roles, and how to address people.
mod account;

/// The rules of the list "what now", one by one and ranked.
mod attention;

/// What the client card gathers of one client, and where everybody stands.
mod card;

/// Cases of segments and receivables, run through the public engine.
mod card_cases;

/// Promises on the calendar.
mod commitment;

/// What is owed, by how long it has been due, and against the limit.
mod receivable;

/// ABC and RFM beyond the published cases.
mod segments;

/// Entries of several sources in one order.
mod timeline;

/// Ours beside theirs: the age of facts, the grid, the score, the conclusion, the cards.
mod comparison;
/// The guards of what is said to clients, in three languages.
mod wording;

/// What must hold of every comparison, tried on random ones.
mod comparison_properties;

/// Cases of multi-criteria comparison, run through the public engine.
mod compare_cases;

/// The diary: days by the own clock, and what is drawn where.
mod diary;

/// A meeting as somebody types it, and how many to invite.
mod appointment;
/// Our product beside theirs, as the records have it.
mod comparing;

/// Payment: when, what it is worth, who may grant it, and what a wish would take.
mod terms;

/// A price list out of a file: tables, rows and reasons.
mod importing;

/// Prices that were taken over.
mod imported;

/// Style sheets as they are shipped.
mod css;

/// Texts in one piece.
mod packed;
