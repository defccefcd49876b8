//! Content lines: what they may hold and how long they may be (RFC 5545, sections 3.1 and 3.3.11).

/// Octets of a line, its end not counted.
const WIDTH: usize = 75;

/// Appends `name:value`, folded so that no line is longer than 75 octets and no character is cut.
pub(super) fn put(file: &mut String, name: &str, value: &str) {
    let mut width = 0;
    for c in name.chars().chain([':']).chain(value.chars()) {
        if width + c.len_utf8() > WIDTH {
            file.push_str("\r\n ");
            width = 1;
        }
        file.push(c);
        width += c.len_utf8();
    }
    file.push_str("\r\n");
}

/// Text as a value: signs with a meaning get a backslash, a line end becomes `\n`, and other control characters, which no
/// value may hold, are left out.
pub(super) fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len() + 8);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' | ';' | ',' => value.extend(['\\', c]),
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' | '\r' => value.push_str("\\n"),
            '\t' => value.push(c),
            c if c.is_control() => {}
            c => value.push(c),
        }
    }
    value
}
