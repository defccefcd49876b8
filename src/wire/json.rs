//! Plain data as JSON text, RFC 8259.

use super::Value;

impl Value {
    /// The value as JSON. A number that is not whole is null: none of ours is.
    ///
    /// ```
    /// use sapa::wire::Writer;
    ///
    /// let record = Writer::new().text("name", "7\" plate").count("pieces", 2).end();
    /// assert_eq!(record.to_json(), r#"{"name":"7\" plate","pieces":2}"#);
    /// ```
    pub fn to_json(&self) -> String {
        let mut text = String::new();
        write(self, &mut text);
        text
    }
}

fn write(value: &Value, text: &mut String) {
    match value {
        Value::Null => text.push_str("null"),
        Value::Bool(flag) => text.push_str(if *flag { "true" } else { "false" }),
        // Numbers are for counting; writing fractions would take a good part of the code.
        Value::Number(_) => text.push_str(&value.as_rank().map_or_else(|| "null".to_owned(), |rank| rank.to_string())),
        Value::Text(own) => quoted(own, text),
        Value::List(values) => {
            text.push('[');
            for (at, value) in values.iter().enumerate() {
                comma(at, text);
                write(value, text);
            }
            text.push(']');
        }
        Value::Record(members) => {
            text.push('{');
            for (at, (name, value)) in members.iter().enumerate() {
                comma(at, text);
                quoted(name, text);
                text.push(':');
                write(value, text);
            }
            text.push('}');
        }
    }
}

fn comma(at: usize, text: &mut String) {
    if at > 0 {
        text.push(',');
    }
}

fn quoted(own: &str, text: &mut String) {
    text.push('"');
    for letter in own.chars() {
        match letter {
            '"' | '\\' => text.extend(['\\', letter]),
            '\n' => text.push_str("\\n"),
            // Line separators are fine in JSON, but not in every script that holds it.
            '\u{2028}' | '\u{2029}' => escaped(letter, text),
            control if control < ' ' => escaped(control, text),
            other => text.push(other),
        }
    }
    text.push('"');
}

fn escaped(letter: char, text: &mut String) {
    text.push_str("\\u");
    for shift in [12, 8, 4, 0] {
        text.extend(char::from_digit((letter as u32 >> shift) & 15, 16));
    }
}
