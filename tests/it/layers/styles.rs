//! What a style sheet may say.

use super::source::{code, declarations};
use super::{Rule, within};

pub(super) const RULES: [Rule; 2] = [
    Rule {
        name: "4. colours and sizes come from the tokens",
        broken: no_literal_styles,
        bad: &[
            ("src/ui/field.css", ".field { color: #1b2; }"),
            ("src/ui/field.css", ".field { border: 1px solid black; }"),
            ("src/ui/field.css", ".field { background: color-mix(in oklab, oklch(0.5 0.1 20), var(--_a)); }"),
            ("src/widgets/card/card.css", ".card { padding: var(--_space-1) 12px }"),
            ("www/demo.css", "main { margin: 0 -1.5rem; }"),
            ("src/ui/field.css", ":host { --_gap: var(--sapa-gap, 4px); }"),
            ("src/ui/field.css", "@media (width < 30rem) { .field { gap: 3px; } }"),
        ],
        good: &[
            ("www/tokens.css", ":root { --_text: oklch(0.2 0 0); --_gap: 4px; }"),
            ("www/embed/theme.css", "sapa-client-card { --sapa-accent: rebeccapurple; }"),
            (
                "src/ui/field.css",
                "/* #fff and 12px */ #add { color: var(--_text); border: 1px solid currentColor; outline-width: 2px; }",
            ),
            (
                "src/ui/field.css",
                "@container (width < 30rem) { .field { white-space: nowrap; inset: 0; margin: 0px; } }",
            ),
            (
                "src/ui/field.css",
                "@media (min-width: 40em) { a:hover { background: color-mix(in oklab, var(--_a) 40%, transparent); } }",
            ),
            (
                "src/ui/field.css",
                "@media (forced-colors: active) { .bar { forced-color-adjust: none; fill: CanvasText; } }",
            ),
        ],
    },
    Rule {
        name: "4. style sheets do not ask what an element holds",
        broken: no_asking_inside,
        bad: &[
            ("src/ui/field.css", ".field:has(button) input { color: inherit; }"),
            ("src/ui/field.css", ".field:not(:HAS(*)) { display: none; }"),
        ],
        good: &[
            ("src/ui/field.css", "/* never :has(button) */ .field.has-button:empty { display: none; }"),
            ("www/embed/page.css", "pre:has(> output:empty) { display: none; }"),
        ],
    },
];

fn no_literal_styles(path: &str, text: &str) -> Vec<String> {
    const COLOURS: [&str; 24] = [
        "black",
        "white",
        "red",
        "green",
        "blue",
        "yellow",
        "orange",
        "purple",
        "pink",
        "brown",
        "gray",
        "grey",
        "silver",
        "gold",
        "navy",
        "teal",
        "maroon",
        "olive",
        "lime",
        "aqua",
        "fuchsia",
        "cyan",
        "magenta",
        "rebeccapurple",
    ];
    const FUNCTIONS: [&str; 11] =
        ["rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color", "device-cmyk"];
    // The pages under embed play a host, and a host has colours of its own.
    if !path.ends_with(".css") || path == "www/tokens.css" || within(path, &["www/embed/"]) {
        return Vec::new();
    }
    let code = code(path, text);
    let mut found = Vec::new();
    for (property, value) in declarations(&code) {
        let says = |what: &str| format!("{what} in `{property}: {value}`");
        // Names of properties may hold a hyphen, and `color-mix(` is not `color(`.
        let tokens = value
            .split(|c: char| !c.is_alphanumeric() && !"-_#.%(".contains(c))
            .flat_map(|token| token.split_inclusive('('));
        for token in tokens {
            let bare = token.trim_end_matches('(');
            let literal = match bare.strip_prefix('#') {
                Some(hex) => hex.chars().all(|c| c.is_ascii_hexdigit()) && hex.len() >= 3,
                None if token.ends_with('(') => FUNCTIONS.contains(&bare),
                None => COLOURS.contains(&bare.to_lowercase().as_str()) || is_length(bare),
            };
            if literal {
                found.push(says(token));
            }
        }
    }
    found
}

/// Whether the token is a length of its own: a hairline of one or two pixels and zero are none.
fn is_length(token: &str) -> bool {
    let number = ["px", "rem", "em"]
        .iter()
        .find_map(|unit| token.strip_suffix(unit))
        .map(|number| number.trim_start_matches('-'));
    number.is_some_and(|number| number.parse::<f64>().is_ok() && !["0", "1", "2"].contains(&number))
}

/// Of a widget's own sheets: a page of ours holds little enough for it not to matter.
fn no_asking_inside(path: &str, text: &str) -> Vec<String> {
    let is_widgets = path.starts_with("src/") && path.ends_with(".css");
    let asks = is_widgets && code(path, text).to_ascii_lowercase().contains(":has(");
    asks.then(|| ":has(".to_owned()).into_iter().collect()
}
