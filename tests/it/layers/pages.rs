//! What a page that embeds the widgets may load.

use super::source::code;
use super::{Rule, within};

pub(super) const RULES: [Rule; 1] = [Rule {
    name: "5. pages use what the public types declare",
    broken: pages_are_embedders,
    bad: &[
        ("www/demo.js", "import { define } from './elements/define.js';"),
        ("www/embed/mount.js", "const wasm = await import('../sapa-wasm.js');"),
        ("www/embed/tag.html", "<script type=\"module\" src=\"../bridge/port.js\"></script>"),
        ("www/embed/mount.js", "fetch(new URL(\"../sapa_bg.wasm\", import.meta.url));"),
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
}];

fn pages_are_embedders(path: &str, text: &str) -> Vec<String> {
    const INSIDE: [&str; 6] = ["sapa-wasm.js", "sapa_bg.wasm", "snippets/", "elements/", "bridge/", "src/"];
    let page = path == "index.html" || path.starts_with("www/demo") || within(path, &["www/embed/"]);
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
