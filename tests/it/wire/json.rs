use sapa::wire;
use serde_json::json;

use super::plain;

#[test]
fn json_is_read_and_written_as_it_stands() {
    let written = |number: f64| number.to_string();
    let number = |text: &str| text.parse().unwrap_or(f64::NAN);
    for text in [
        r#"null"#,
        r#"[]"#,
        r#"{}"#,
        r#"[true,false,null,0,4294967295,-1,0.5,1e300]"#,
        r#"{"":"","a":{"b":[{"c":"d"}]}}"#,
        r#""\"\\/\n\t\r\b\f\u0000\u001f\u00e9\ud83d\ude00é😀""#,
        r#" [ 1 , { "a" : 2 } ] "#,
        r#""\ud83d\u0041""#,
    ] {
        let read = wire::json::read(text, &number).unwrap_or_else(|| panic!("{text}"));
        // Half a pair is no letter, which the other reader does not forgive.
        let expected = serde_json::from_str(text).unwrap_or_else(|_| json!("\u{fffd}A"));
        assert_eq!(read, plain(&expected), "{text}");
        assert_eq!(wire::json::read(&wire::json::write(&read, &written), &number).unwrap(), read, "{text}");
    }
    for text in ["", "[", "[1,]", "{\"a\"}", "{a:1}", "\"", "\"\\x\"", "\"\\u12\"", "nul", "1 2", "[1 2]"] {
        assert_eq!(wire::json::read(text, &number), None, "{text}");
    }
}

/// So deep that a call for each level would fill the stack.
#[test]
fn depth_of_json_does_no_harm() {
    let deep = ["[\"]\",".repeat(100_000), "1".to_owned(), "]".repeat(100_000)].concat();
    let read = wire::json::read(&deep, &|_| f64::NAN).unwrap();
    assert!(matches!(read, wire::Value::List(_)));
}
