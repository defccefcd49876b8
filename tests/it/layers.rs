//! Each invariant is a function over one file that returns what breaks it. Each has a sample it must reject and one it
//! must accept, so that a rule that sees nothing is noticed.

mod modules;
mod pages;
mod source;
mod styles;

use source::words;

struct Rule {
    name: &'static str,
    /// What in this file breaks the rule: path and text in, offending words out.
    broken: fn(&str, &str) -> Vec<String>,
    bad: &'static [(&'static str, &'static str)],
    good: &'static [(&'static str, &'static str)],
}

/// Every rule, in the order of the crate docs.
fn rules() -> impl Iterator<Item = &'static Rule> {
    modules::RULES.iter().chain(&styles::RULES).chain(&pages::RULES)
}

#[test]
fn each_rule_tells_bad_from_good() {
    for rule in rules() {
        for (path, text) in rule.bad {
            assert!(!(rule.broken)(path, text).is_empty(), "{}: accepts {path}: {text}", rule.name);
        }
        for (path, text) in rule.good {
            let found = (rule.broken)(path, text);
            assert!(found.is_empty(), "{}: rejects {path}: {text}: {found:?}", rule.name);
        }
    }
}

#[test]
fn the_tree_keeps_every_rule() {
    let files = source::files(&["src", "www", "index.html"]);
    for file in ["src/lib.rs", "src/domain/money.rs", "www/tokens.css", "index.html"] {
        assert!(files.iter().any(|found| found.path == file), "{file} was not found, so nothing was checked");
    }
    let mut broken = Vec::new();
    for rule in rules() {
        for file in &files {
            let found = (rule.broken)(&file.path, &file.text);
            broken.extend(found.into_iter().map(|word| format!("{}: {} has {word}", rule.name, file.path)));
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

fn within(path: &str, folders: &[&str]) -> bool {
    folders.iter().any(|folder| path.starts_with(folder))
}

fn named(code: &str, names: &[&str]) -> Vec<String> {
    words(code).filter(|word| names.contains(word)).map(str::to_owned).collect()
}
