use std::{cell::RefCell, fmt::Display, path::PathBuf, time::Duration};

use super::{engine::Engine, failure::Failure};

/// Prints each verdict as it falls and keeps the counts.
#[derive(Default)]
pub(crate) struct Report {
    passed: RefCell<usize>,
    failed: RefCell<Vec<String>>,
    not_run: RefCell<Vec<[String; 3]>>,
}

impl Report {
    pub(crate) fn passed(&self, engine: Engine, scenario: &str, took: Duration, notes: &[String]) {
        *self.passed.borrow_mut() += 1;
        println!("{engine:<8} {scenario:<56} ok      {:6.1} s", took.as_secs_f32());
        lines("note", notes);
    }

    pub(crate) fn failed(
        &self,
        engine: Engine,
        scenario: &str,
        took: Duration,
        why: &Failure,
        notes: &[String],
        files: &[PathBuf],
    ) {
        self.failed.borrow_mut().push(format!("{engine} {scenario}"));
        println!("{engine:<8} {scenario:<56} FAILED  {:6.1} s", took.as_secs_f32());
        lines("why", &[why]);
        lines("note", notes);
        lines("see", &files.iter().map(|file| file.display()).collect::<Vec<_>>());
    }

    pub(crate) fn not_run(&self, engine: Engine, scenario: &str, reason: &str) {
        self.not_run.borrow_mut().push([engine.to_string(), scenario.to_owned(), reason.to_owned()]);
    }

    /// Prints what was not run, what failed and, last, the counts; answers whether all was well.
    pub(crate) fn close(&self) -> bool {
        let (passed, failed, not_run) = (self.passed.borrow(), self.failed.borrow(), self.not_run.borrow());
        if !not_run.is_empty() {
            println!("\nnot run:");
            for [engine, scenario, reason] in not_run.iter() {
                println!("  {engine:<8} {scenario:<56} {reason}");
            }
        }
        if !failed.is_empty() {
            println!("\nfailed:\n  {}", failed.join("\n  "));
        }
        println!("\n{passed} passed, {} failed", failed.len());
        failed.is_empty() && 0 < *passed
    }
}

fn lines(label: &str, lines: &[impl Display]) {
    for line in lines {
        for part in line.to_string().lines() {
            println!("         {label}: {part}");
        }
    }
}
