//! Each invariant is a function over one file that returns what breaks it. Each has a sample it must reject and one it
//! must accept, so that a rule that sees nothing is noticed.

mod source;

use source::{code, declarations, words};

struct Rule {
    name: &'static str,
    /// What in this file breaks the rule: path and text in, offending words out.
    broken: fn(&str, &str) -> Vec<String>,
    bad: &'static [(&'static str, &'static str)],
    good: &'static [(&'static str, &'static str)],
}

const RULES: [Rule; 7] = [
    Rule {
        name: "1. the core names no browser, no clock, no chance",
        broken: core_is_pure,
        bad: &[
            ("src/domain/date.rs", "let now = js_sys::Date::now();"),
            ("src/store/command.rs", "use std::time::SystemTime;"),
            ("src/store/state.rs", "use leptos::prelude::*;"),
            ("src/domain/client.rs", "use std::collections::HashMap;"),
            ("src/wire/value.rs", "use wasm_bindgen::JsValue;"),
            ("src/domain/money.rs", "let address = \"https://example.org\"; gloo::console!(address);"),
        ],
        good: &[
            ("src/domain/date.rs", "// js_sys would tell the day\nlet days = 3; /* leptos */"),
            ("src/session/mod.rs", "use leptos::prelude::*;"),
            ("src/domain/randomised.rs", "let clock_face = operand;"),
        ],
    },
    Rule {
        name: "1. modules use only what lies below them",
        broken: uses_point_down,
        bad: &[
            ("src/domain/quote.rs", "use crate::store::State;"),
            ("src/domain/client.rs", "use crate::wire::Value;"),
            ("src/wire/quote.rs", "use crate::store::Saved;"),
            ("src/js.rs", "use crate::bridge::Connection;"),
            ("src/store/command.rs", "let money = crate::i18n::money(x);"),
            ("src/storage/memory.rs", "use crate::bridge::Host;"),
            ("src/ui/chart.rs", "use crate::{domain::date::Date, widgets::Card};"),
            ("src/widgets/card/view.rs", "use crate::api::mount;"),
        ],
        good: &[
            ("src/store/command.rs", "use crate::domain::quote::Draft;\nuse crate::store::State;"),
            ("src/store/wire.rs", "use crate::wire::{self, Reader};"),
            ("src/js.rs", "use crate::wire::Value;"),
            ("src/widgets/card/view.rs", "use crate::{domain::date::Date, ui::{field, table}};"),
            ("src/api/mod.rs", "use crate::{bridge, storage, session};"),
            ("src/lib.rs", "pub use crate::widgets::Card;"),
        ],
    },
    Rule {
        name: "2. JavaScript values stay at the boundary",
        broken: javascript_at_the_boundary,
        bad: &[
            ("src/ui/field.rs", "fn value(value: &JsValue) {}"),
            ("src/widgets/card/view.rs", "#[wasm_bindgen(module = \"/x.js\")]"),
            ("src/session/mod.rs", "let row = serde_wasm_bindgen::to_value(&x);"),
            ("src/storage/memory.rs", "use js_sys::Array;"),
        ],
        good: &[
            ("src/js.rs", "use js_sys::Array;"),
            ("src/storage/indexed_db.rs", "use js_sys::Array;"),
            ("src/storage/vault/key.rs", "use js_sys::Uint8Array;"),
            ("src/i18n/intl.rs", "#[wasm_bindgen] extern \"C\" {}"),
            ("src/ui/field.rs", "let input: web_sys::HtmlInputElement = event_target(&event);"),
        ],
    },
    Rule {
        name: "3. storage under storage, customElements in define.js",
        broken: one_owner_each,
        bad: &[
            ("src/session/mod.rs", "window.local_storage()"),
            ("www/demo.js", "sessionStorage.setItem('theme', theme);"),
            ("src/bridge/port.js", "indexedDB.open('sapa');"),
            ("src/elements/instance.js", "customElements.define('sapa-card', Card);"),
        ],
        good: &[
            ("src/storage/indexed_db.js", "indexedDB.open(name);"),
            ("src/elements/define.js", "customElements.define(tag, Class);"),
            ("www/demo.js", "// no localStorage: the widgets keep it"),
            ("www/demo-host.js", "localStorage.getItem(name)"),
            ("src/api/mod.rs", "use crate::storage::indexed_db;"),
        ],
    },
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
    Rule {
        name: "5. pages use what the public types declare",
        broken: pages_are_embedders,
        bad: &[
            ("www/demo.js", "import { define } from './elements/define.js';"),
            ("www/embed/mount.js", "const wasm = await import('../sapa-wasm.js');"),
            ("www/embed/tag.html", "<script type=\"module\" src=\"../bridge/port.js\"></script>"),
            ("www/adapters/tryton.js", "fetch(new URL(\"../sapa_bg.wasm\", import.meta.url));"),
            ("index.html", "<script type=\"module\" src=\"snippets/a.js\"></script>"),
        ],
        good: &[
            ("www/demo.js", "import { erase } from './sapa.js'; // never ./elements/define.js"),
            ("www/embed/iframe.js", "import { frame } from \"../host-frame.js\";"),
            (
                "index.html",
                "<link data-trunk rel=\"rust\" href=\"Cargo.toml\"><script type=\"module\" src=\"demo.js\"></script>",
            ),
            ("www/sapa.js", "import { define } from './elements/define.js';"),
        ],
    },
];

#[test]
fn each_rule_tells_bad_from_good() {
    for rule in &RULES {
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
    for rule in &RULES {
        for file in &files {
            let found = (rule.broken)(&file.path, &file.text);
            broken.extend(found.into_iter().map(|word| format!("{}: {} has {word}", rule.name, file.path)));
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

fn core_is_pure(path: &str, text: &str) -> Vec<String> {
    // A hash map is chance too: its order differs from run to run.
    const FORBIDDEN: [&str; 13] = [
        "web_sys",
        "js_sys",
        "wasm_bindgen",
        "serde_wasm_bindgen",
        "leptos",
        "gloo",
        "SystemTime",
        "Instant",
        "rand",
        "getrandom",
        "HashMap",
        "HashSet",
        "RandomState",
    ];
    if !within(path, &["src/domain/", "src/wire/", "src/store/"]) {
        return Vec::new();
    }
    named(&code(path, text), &FORBIDDEN)
}

fn uses_point_down(path: &str, text: &str) -> Vec<String> {
    const SHARED: [&str; 5] = ["domain", "store", "session", "i18n", "ui"];
    let allowed: &[&str] = match path.strip_prefix("src/").and_then(|path| path.split(['/', '.']).next()) {
        Some("domain") => &["domain"],
        Some("wire") => &["domain", "wire"],
        Some("store") => &["domain", "wire", "store"],
        Some("js") => &["domain", "wire", "js"],
        Some("storage") => &["domain", "wire", "store", "js", "storage"],
        Some("bridge") => &["domain", "wire", "store", "js", "bridge"],
        Some("session" | "i18n" | "ui") => &SHARED,
        Some("widgets") => &["domain", "store", "session", "i18n", "ui", "widgets"],
        // The top wires everything, and the root names it.
        _ => return Vec::new(),
    };
    let code = code(path, text);
    let used = code.split("crate::").skip(1).flat_map(heads);
    used.filter(|module| !allowed.contains(module)).map(|module| format!("crate::{module}")).collect()
}

/// The first names of a path or of a group of paths: `domain` of `domain::date`, `domain` and `ui` of `{domain::a, ui::b}`.
fn heads(after: &str) -> Vec<&str> {
    let Some(group) = after.strip_prefix('{') else { return words(after).take(1).collect() };
    let mut heads = Vec::new();
    let (mut depth, mut start) = (1, 0);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 || (depth == 1 && c == ',') {
            heads.extend(words(&group[start..at]).next());
            start = at + 1;
        }
        if depth == 0 {
            break;
        }
    }
    heads
}

fn javascript_at_the_boundary(path: &str, text: &str) -> Vec<String> {
    const BOUNDARY: [&str; 7] = [
        "src/api/",
        "src/bridge/",
        "src/elements/",
        "src/js.rs",
        "src/storage/indexed_db",
        "src/storage/vault",
        "src/i18n/intl",
    ];
    if !path.ends_with(".rs") || within(path, &BOUNDARY) {
        return Vec::new();
    }
    let code = code(path, text);
    let mut found = named(&code, &["JsValue", "js_sys", "serde_wasm_bindgen"]);
    found.extend(code.contains("#[wasm_bindgen").then(|| "#[wasm_bindgen]".to_owned()));
    found
}

fn one_owner_each(path: &str, text: &str) -> Vec<String> {
    const STORAGE: [&str; 7] = [
        "localStorage",
        "sessionStorage",
        "indexedDB",
        "local_storage",
        "session_storage",
        "IdbFactory",
        "IdbDatabase",
    ];
    let code = code(path, text);
    let mut found = Vec::new();
    // The demo's stand-in for a CRM remembers as a CRM would; it is no part of the widgets.
    if !within(path, &["src/storage/"]) && path != "www/demo-host.js" {
        found.extend(named(&code, &STORAGE));
    }
    if path != "src/elements/define.js" {
        found.extend(named(&code, &["customElements", "custom_elements"]));
    }
    found
}

/// Of a widget's own sheets: a page of ours holds little enough for it not to matter.
fn no_asking_inside(path: &str, text: &str) -> Vec<String> {
    let is_widgets = path.starts_with("src/") && path.ends_with(".css");
    let asks = is_widgets && code(path, text).to_ascii_lowercase().contains(":has(");
    asks.then(|| ":has(".to_owned()).into_iter().collect()
}

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

fn pages_are_embedders(path: &str, text: &str) -> Vec<String> {
    const INSIDE: [&str; 6] = ["sapa-wasm.js", "sapa_bg.wasm", "snippets/", "elements/", "bridge/", "src/"];
    let page = path == "index.html" || path.starts_with("www/demo") || within(path, &["www/embed/", "www/adapters/"]);
    // The one page that stops the module on purpose must reach behind the public face to do so.
    if !page || path == "www/embed/restart.js" {
        return Vec::new();
    }
    // Addresses stand in quotes; a sentence may name a folder.
    let code = code(path, text);
    let addresses = code.split(['"', '\'', '`']).filter(|piece| !piece.contains([' ', '<', '>', '\n']));
    let inside =
        |address: &&str| INSIDE.iter().any(|inside| address.trim_start_matches(['.', '/']).starts_with(inside));
    addresses.filter(inside).map(str::to_owned).collect()
}

fn within(path: &str, folders: &[&str]) -> bool {
    folders.iter().any(|folder| path.starts_with(folder))
}

fn named(code: &str, names: &[&str]) -> Vec<String> {
    words(code).filter(|word| names.contains(word)).map(str::to_owned).collect()
}
