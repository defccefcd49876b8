//! Who may name what: the browser, a clock, modules above, JavaScript's values, storage.

use super::source::{code, words};
use super::{Rule, named, within};

pub(super) const RULES: [Rule; 4] = [
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
            ("src/i18n/words.rs", "use crate::session::Desk;"),
            ("src/session/desk.rs", "use crate::ui::El;"),
            ("src/ui/chart.rs", "use crate::wire::Value;"),
            ("src/ui/chart.rs", "use crate::{domain::date::Date, widgets::Card};"),
            ("src/widgets/card/view.rs", "use crate::api::mount;"),
        ],
        good: &[
            ("src/store/command.rs", "use crate::domain::quote::Draft;\nuse crate::store::State;"),
            ("src/store/wire.rs", "use crate::wire::{self, Reader};"),
            ("src/js.rs", "use crate::wire::Value;"),
            ("src/session/desk.rs", "use crate::i18n::Words;"),
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
];

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
    let allowed: &[&str] = match path.strip_prefix("src/").and_then(|path| path.split(['/', '.']).next()) {
        Some("domain") => &["domain"],
        Some("wire") => &["domain", "wire"],
        Some("store") => &["domain", "wire", "store"],
        Some("js") => &["domain", "wire", "js"],
        Some("storage") => &["domain", "wire", "store", "js", "storage"],
        Some("bridge") => &["domain", "wire", "store", "js", "bridge"],
        Some("i18n") => &["domain", "i18n"],
        Some("session") => &["domain", "store", "i18n", "session"],
        Some("ui") => &["domain", "store", "i18n", "session", "ui"],
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
    const BOUNDARY: [&str; 5] = ["src/api/", "src/bridge/", "src/js.rs", "src/storage/indexed_db", "src/i18n/intl"];
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
