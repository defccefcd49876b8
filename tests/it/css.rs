//! Style sheets, as they are compiled into the module.

use sapa::ui::css::{front, minify};
use sapa::ui::stylesheet::stylesheet;

#[test]
fn only_what_says_nothing_is_left_out() {
    for (written, shipped) in [
        ("", ""),
        ("/* what it is for */\n.a { color: red; }\n", ".a{color:red}"),
        (".a {\n  color: red;\n  margin: 0;\n}\n\n.b { }", ".a{color:red;margin:0}.b{}"),
        (".a > .b, .c { top: 0 }", ".a>.b,.c{top:0}"),
        // A blank before a colon is the one between an element and what is inside it.
        (".a :is(.b, .c) { top: 0 }", ".a :is(.b,.c){top:0}"),
        (".a { top: calc(1px + 2px); border: 1px  solid }", ".a{top:calc(1px + 2px);border:1px solid}"),
        (".a { top: calc(1px - var(--b)) }", ".a{top:calc(1px - var(--b))}"),
        ("@media (width > 30rem) and (hover) { .a { top: 0; } }", "@media (width>30rem) and (hover){.a{top:0}}"),
        (".a { margin: var( --a ) var(--b) }", ".a{margin:var(--a) var(--b)}"),
        (".a::before { content: \"a  /* b */ \\\" ; }\"; }", ".a::before{content:\"a  /* b */ \\\" ; }\"}"),
        (".a { content: '  ' }", ".a{content:'  '}"),
        (".a { background: url(/*/a,b.svg) ; }", ".a{background:url(/*/a,b.svg)}"),
        (".a { background: url(\"a  );b.svg\" ) }", ".a{background:url(\"a  );b.svg\")}"),
        (".a { top: 0 } /* no end", ".a{top:0}"),
        (".a { content: \"no end", ".a{content:\"no end"),
        (".a { background: url(no end", ".a{background:url(no end"),
    ] {
        let (bytes, length) = minify::<64>(written);
        assert_eq!(String::from_utf8_lossy(&bytes[..length]), shipped, "{written}");
    }
}

#[test]
fn the_sheet_is_whole_and_says_the_same_when_it_is_minified_again() {
    let sheet = stylesheet();
    let (bytes, length) = minify::<100_000>(sheet);
    assert_eq!(str::from_utf8(&bytes[..length]), Ok(sheet));
    assert!(!sheet.contains("/*") && !sheet.contains('\n'));
    assert_eq!(sheet.matches('{').count(), sheet.matches('}').count());
    let written = include_str!("../../src/widgets/competitor_comparison/competitor_comparison.css");
    assert_eq!(sheet.matches(".fact-group").count(), written.matches(".fact-group").count());
}

#[test]
fn the_front_is_what_stands_first() {
    assert_eq!(front::<2>(b"abc"), *b"ab");
}
