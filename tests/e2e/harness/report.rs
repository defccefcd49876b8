use std::{cell::RefCell, fmt::Display, path::PathBuf, time::Duration};

use super::{engine::Engine, failure::Failure};

/// Prints each verdict as it falls and keeps the counts.
#[derive(Default)]
pub(crate) struct Report {
    passed: RefCell<usize>,
    failed: RefCell<Vec<String>>,
    unsteady: RefCell<Vec<String>>,
    not_run: RefCell<Vec<[String; 3]>>,
}

impl Report {
    pub(crate) fn passed(&self, engine: Engine, scenario: &str, took: Duration, notes: &[String]) {
        *self.passed.borrow_mut() += 1;
        println!("{engine:<8} {scenario:<56} ok      {:6.1} s", took.as_secs_f32());
        lines("note", notes);
    }

    /// A scenario that failed once and is told again: it will count as passed or failed by its second telling, and is
    /// named at the end in either case.
    pub(crate) fn stumbled(&self, engine: Engine, scenario: &str, broken: &Broken) {
        self.unsteady.borrow_mut().push(format!("{engine} {scenario}: {}", broken.why));
        broken.print(engine, scenario, "again");
    }

    pub(crate) fn failed(&self, engine: Engine, scenario: &str, broken: &Broken) {
        self.failed.borrow_mut().push(format!("{engine} {scenario}: {}", broken.why));
        broken.print(engine, scenario, "FAILED");
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
        for (title, names) in [("failed at the first telling", &self.unsteady.borrow()), ("failed", &failed)] {
            if !names.is_empty() {
                println!("\n{title}:\n  {}", names.join("\n  "));
            }
        }
        println!("\n{passed} passed, {} failed", failed.len());
        failed.is_empty() && 0 < *passed
    }
}

/// How a telling ended badly.
pub(crate) struct Broken {
    pub(crate) took: Duration,
    pub(crate) why: Failure,
    pub(crate) notes: Vec<String>,
    pub(crate) files: Vec<PathBuf>,
}

impl Broken {
    fn print(&self, engine: Engine, scenario: &str, verdict: &str) {
        println!("{engine:<8} {scenario:<56} {verdict:<7} {:6.1} s", self.took.as_secs_f32());
        lines("why", &[&self.why]);
        lines("note", &self.notes);
        lines("see", &self.files.iter().map(|file| file.display()).collect::<Vec<_>>());
    }
}

fn lines(label: &str, lines: &[impl Display]) {
    for line in lines {
        for part in line.to_string().lines() {
            println!("         {label}: {part}");
        }
    }
}
