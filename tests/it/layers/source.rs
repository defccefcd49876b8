//! Reading source files the way a reviewer does: comments are not code, and names are whole words.

use std::fs;
use std::path::Path;

/// A source file: its path from the repository's root, with `/`, and its text.
pub(crate) struct File {
    pub(crate) path: String,
    pub(crate) text: String,
}

/// Every source file under these folders of the repository, and these files.
pub(crate) fn files(roots: &[&str]) -> Vec<File> {
    let mut files = Vec::new();
    for root in roots {
        walk(root, &mut files);
    }
    files
}

fn walk(path: &str, files: &mut Vec<File>) {
    let full = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if full.is_dir() {
        for entry in fs::read_dir(&full).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            walk(&format!("{path}/{name}"), files);
        }
    } else if [".rs", ".js", ".css", ".html"].iter().any(|extension| path.ends_with(extension)) {
        files.push(File { path: path.to_owned(), text: fs::read_to_string(full).unwrap() });
    }
}

/// The text without its comments. What stands in quotes stays, so an address is not taken for a comment.
pub(crate) fn code(path: &str, text: &str) -> String {
    let (lines, blocks, quotes) = match path.rsplit('.').next() {
        Some("html") => (None, Some(("<!--", "-->")), ""),
        Some("css") => (None, Some(("/*", "*/")), "\"'"),
        Some("js") => (Some("//"), Some(("/*", "*/")), "\"'`"),
        _ => (Some("//"), Some(("/*", "*/")), "\""),
    };
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let end = if lines.is_some_and(|start| rest.starts_with(start)) {
            rest = &rest[rest.find('\n').unwrap_or(rest.len())..];
            continue;
        } else if let Some((start, end)) = blocks.filter(|(start, _)| rest.starts_with(start)) {
            let inside = &rest[start.len()..];
            rest = inside.find(end).map_or("", |at| &inside[at + end.len()..]);
            code.push(' ');
            continue;
        } else if quotes.contains(c) {
            quoted(rest, c)
        } else if rest.starts_with("'\"'") {
            // A quote as a character of Rust opens no string.
            3
        } else {
            c.len_utf8()
        };
        code.push_str(&rest[..end]);
        rest = &rest[end..];
    }
    code
}

/// The length of the string that starts here, its quotes included.
fn quoted(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if c == quote && !escaped {
            return at + 1;
        }
        escaped = c == '\\' && !escaped;
    }
    text.len()
}

/// The words of the text: runs of letters, digits and underscores.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty())
}

/// The declarations of a style sheet, as property and value. What stands before a brace is a selector or a condition.
pub(crate) fn declarations(code: &str) -> Vec<(&str, &str)> {
    code.split_inclusive(['{', '}', ';'])
        .filter(|piece| !piece.ends_with('{'))
        .filter_map(|piece| piece.trim_end_matches(['}', ';']).split_once(':'))
        .map(|(property, value)| (property.trim(), value.trim()))
        .collect()
}
