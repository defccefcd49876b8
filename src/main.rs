//! The module a page loads: the whole library, whose functions JavaScript calls by name. It is a program because the compiler
//! optimizes programs as a whole, and a library that other Rust may use too only by itself.

use sapa as _;

fn main() {}
