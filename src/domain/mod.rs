//! The nouns and rules of the trade, and nothing else: no browser, no clock, no chance. The same input gives the same
//! answer on every machine, which is what lets a saved quote be priced again years later.

/// What went wrong, with a stable code.
pub mod error;

/// Reading and writing decimal numbers the way a person of the locale does.
pub mod number;

/// Currencies, rounding to their smallest unit, and arithmetic that reports overflow instead of panicking.
pub mod money;

/// Powers and logarithms of decimals.
mod power;

/// Sharing an amount out over lines so that the shares add up to it.
pub mod allocation;

/// Names by the thousand, which may be parts of one text.
pub mod label;

/// Text as it is sought, without capitals and accents.
pub mod fold;

/// A day of the civil calendar.
pub mod date;

/// Who buys.
pub mod client;

/// What a client bought before, and over which time it counts.
pub mod history;

/// What is sold, and on what terms.
pub mod product;

/// A loyalty programme: levels that a client reaches by buying, and what each brings.
pub mod loyalty;

/// The offer: being written, and as it was made.
pub mod quote;

/// A quote in a link.
pub mod share;

/// From list prices and rules to the net price, step by step.
pub mod pricing;

/// What is known of a client as a partner: stage, people, how to address them.
pub mod account;

/// What a client owes, how long it has been due, and what is at stake.
pub mod receivable;

/// Who buys how much, how often and how lately.
pub mod segments;

/// What the client was told to expect, by when, and whether it came.
pub mod commitment;

/// What happened with a client, newest first.
pub mod timeline;

/// What to do now for one client, and which rule says so.
pub mod attention;

/// Phrases better not said to a client, and what to say instead.
pub mod wording;

/// Ours beside theirs: facts, their age, and what follows from them.
pub mod comparison;

/// Meetings: when they are, in every zone; how they repeat, clash and lie side by side; how many to invite; and their
/// way into other calendars.
pub mod calendar;

/// What was asked of somebody who may grant more.
pub mod approval;

/// When it is paid, what waiting costs, who may grant it, and which order a wish would take.
pub mod terms;

/// A price list out of somebody's file: what each row would become, and why a row is no price.
pub mod import;
