//! Plain data as JSON text: the quickest way for much of it to and from JavaScript, in one piece instead of value by value.
//!
//! Whole numbers are read and written here. Others are the business of whoever calls, as `number` and `written` say, because
//! binary fractions as text are a good part of a standard library, and JavaScript has them already.

use super::Value;

/// No record of ours is that deep; what lies deeper is nobody's field, and reading it would only fill the stack.
const DEPTH: u32 = 32;

/// The plain data of JSON text; none where the text is not JSON.
///
/// ```
/// use sapa::wire::{Value, json};
///
/// let value = json::read(r#"{"days":30,"late":[null,true,"\u00e9t\u00e9\n"]}"#, &|_| f64::NAN).unwrap();
/// assert_eq!(value.get("days").as_count(), Some(30));
/// assert_eq!(json::write(&value, &|_| String::new()), r#"{"days":30,"late":[null,true,"été\n"]}"#);
/// assert_eq!(json::read("[1,]", &|_| f64::NAN), None);
/// ```
pub fn read(text: &str, number: &dyn Fn(&str) -> f64) -> Option<Value> {
    let mut source = Source { text, at: 0, number };
    let value = source.value(DEPTH)?;
    source.skip_space();
    (source.at == text.len()).then_some(value)
}

/// JSON text of plain data.
pub fn write(value: &Value, written: &dyn Fn(f64) -> String) -> String {
    let mut text = String::new();
    put(value, written, &mut text);
    text
}

struct Source<'a> {
    text: &'a str,
    at: usize,
    number: &'a dyn Fn(&str) -> f64,
}

impl<'a> Source<'a> {
    fn value(&mut self, depth: u32) -> Option<Value> {
        self.skip_space();
        let start = self.at;
        match self.peek()? {
            b'"' => self.string().map(Value::Text),
            b'{' | b'[' if depth == 0 => self.pass_over().map(|()| Value::Null),
            b'{' => self.record(depth - 1),
            b'[' => self.list(depth - 1),
            b'-' | b'0'..=b'9' => {
                let rest = self.text.get(start..)?;
                let length =
                    rest.bytes().take_while(|byte| matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E'));
                self.at += length.count();
                let digits = self.text.get(start..self.at)?;
                Some(Value::Number(digits.parse::<u32>().map_or_else(|_| (self.number)(digits), f64::from)))
            }
            _ => [("null", Value::Null), ("true", Value::Bool(true)), ("false", Value::Bool(false))]
                .into_iter()
                .find(|(word, _)| self.takes(word))
                .map(|(_, value)| value),
        }
    }

    fn record(&mut self, depth: u32) -> Option<Value> {
        let mut fields = Vec::new();
        self.at += 1;
        self.skip_space();
        if self.takes("}") {
            return Some(Value::Record(fields));
        }
        loop {
            self.skip_space();
            let name = self.string()?;
            self.skip_space();
            let value = if self.takes(":") { self.value(depth)? } else { return None };
            fields.push((name.into(), value));
            if self.ends("}")? {
                return Some(Value::Record(fields));
            }
        }
    }

    fn list(&mut self, depth: u32) -> Option<Value> {
        let mut values = Vec::new();
        self.at += 1;
        self.skip_space();
        if self.takes("]") {
            return Some(Value::List(values));
        }
        loop {
            values.push(self.value(depth)?);
            if self.ends("]")? {
                return Some(Value::List(values));
            }
        }
    }

    /// Whether what is being read ends here; if not, a comma stands between this and what follows.
    fn ends(&mut self, end: &str) -> Option<bool> {
        self.skip_space();
        if self.takes(end) {
            return Some(true);
        }
        self.takes(",").then_some(false)
    }

    fn string(&mut self) -> Option<String> {
        if !self.takes("\"") {
            return None;
        }
        let mut string = String::new();
        loop {
            let rest = self.text.get(self.at..)?;
            // Neither byte is ever a part of another letter.
            let plain = rest.bytes().position(|byte| byte == b'"' || byte == b'\\')?;
            string.push_str(rest.get(..plain)?);
            self.at += plain + 1;
            if rest.as_bytes().get(plain) == Some(&b'"') {
                return Some(string);
            }
            let escaped = self.peek()?;
            self.at += 1;
            string.push(match escaped {
                b'n' => '\n',
                b't' => '\t',
                b'r' => '\r',
                b'b' => '\u{8}',
                b'f' => '\u{c}',
                b'u' => self.escaped()?,
                b'"' | b'\\' | b'/' => char::from(escaped),
                _ => return None,
            });
        }
    }

    /// The letter of four hexadecimal digits, or of two such units; half a pair is no letter, and becomes the sign for that.
    fn escaped(&mut self) -> Option<char> {
        let unit = self.unit()?;
        if let Some(letter) = char::from_u32(unit) {
            return Some(letter);
        }
        let after = self.at;
        if unit < 0xdc00 && self.takes("\\u") {
            let low = self.unit()?;
            if (0xdc00..0xe000).contains(&low) {
                return char::from_u32(0x1_0000 + ((unit - 0xd800) << 10) + (low - 0xdc00));
            }
            self.at = after;
        }
        Some(char::REPLACEMENT_CHARACTER)
    }

    fn unit(&mut self) -> Option<u32> {
        let unit = u32::from_str_radix(self.text.get(self.at..self.at + 4)?, 16).ok()?;
        self.at += 4;
        Some(unit)
    }

    /// Goes on behind the list or record that begins here, without a call for each level of it.
    fn pass_over(&mut self) -> Option<()> {
        let mut open = 0_u32;
        loop {
            match self.peek()? {
                b'"' => {
                    self.string()?;
                    continue;
                }
                b'{' | b'[' => open += 1,
                b'}' | b']' => open -= 1,
                _ => {}
            }
            self.at += 1;
            if open == 0 {
                return Some(());
            }
        }
    }

    fn takes(&mut self, word: &str) -> bool {
        let found = self.text.as_bytes().get(self.at..).is_some_and(|rest| rest.starts_with(word.as_bytes()));
        if found {
            self.at += word.len();
        }
        found
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\t' | b'\r')) {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }
}

fn put(value: &Value, written: &dyn Fn(f64) -> String, text: &mut String) {
    match value {
        Value::Null => text.push_str("null"),
        Value::Bool(flag) => text.push_str(if *flag { "true" } else { "false" }),
        Value::Number(number) => match value.as_count() {
            Some(count) => text.push_str(&count.to_string()),
            None => text.push_str(&written(*number)),
        },
        Value::Text(string) => put_string(string, text),
        Value::List(values) => {
            let mut before = '[';
            for value in values {
                text.push(before);
                put(value, written, text);
                before = ',';
            }
            text.push_str(if before == '[' { "[]" } else { "]" });
        }
        Value::Record(fields) => {
            let mut before = '{';
            for (name, value) in fields {
                text.push(before);
                put_string(name, text);
                text.push(':');
                put(value, written, text);
                before = ',';
            }
            text.push_str(if before == '{' { "{}" } else { "}" });
        }
    }
}

fn put_string(string: &str, text: &mut String) {
    text.push('"');
    let mut rest = string;
    while let Some(at) = rest.bytes().position(|byte| byte < b' ' || byte == b'"' || byte == b'\\') {
        text.push_str(rest.get(..at).unwrap_or_default());
        let byte = rest.as_bytes().get(at).copied().unwrap_or_default();
        match byte {
            b'"' => text.push_str("\\\""),
            b'\\' => text.push_str("\\\\"),
            b'\n' => text.push_str("\\n"),
            b'\t' => text.push_str("\\t"),
            _ => {
                let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or_default();
                text.push_str("\\u00");
                text.push(digit(byte >> 4));
                text.push(digit(byte & 15));
            }
        }
        rest = rest.get(at + 1..).unwrap_or_default();
    }
    text.push_str(rest);
    text.push('"');
}
