// The reference's examples and hand-written lists: an example is a copy of what a page or a test does, and a list names what
// the sources name.

import assert from "node:assert/strict";
import { test } from "node:test";
import { membersOf, read } from "./sources.js";

const reference = read("www/reference.md");
const manifest = JSON.parse(read("www/custom-elements.json"));
const tags = manifest.modules[0].declarations.filter((/** @type {any} */ { tagName }) => tagName);

/** Every block of code, and the file its marker names. */
const blocks = [...reference.matchAll(/(?:<!-- from: (\S+) -->\n)?```\w*\n([\s\S]*?)```/g)].map(([, path, text]) => ({
  path,
  text,
}));

test("every example but those of parts is a copy", () => {
  assert.ok(blocks.length > 15);
  for (const { path, text } of blocks) if (!path) assert.match(text, /^sapa-[\w-]+::part\(/);
});

for (const { path, text } of blocks) {
  if (!path) continue;
  test(`the example "${text.split("\n")[0]}" stands in ${path}`, () => {
    const source = plain(path, read(path));
    let at = 0;
    for (const line of text
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean)) {
      const found = source.indexOf(line, at);
      assert.ok(found >= 0, `not there, or not in this order: ${line}`);
      at = found + line.length;
    }
  });
}

test("parts in examples are parts of their tags", () => {
  const parts = [...reference.matchAll(/(sapa-[\w-]+)::part\(([\w-]+)\)/g)];
  assert.ok(parts.length > 0);
  for (const [, tag, part] of parts) {
    const { cssParts } = tags.find((/** @type {any} */ { tagName }) => tagName === tag);
    assert.ok(
      cssParts.some((/** @type {any} */ { name }) => name === part),
      `${tag} has no ${part}`,
    );
  }
});

test("operations are those of the contract, and who asks for them is so", () => {
  const rows = [...reference.matchAll(/^\| `([\w.]+)` \| [^|]* \| ([^|]*) \|$/gm)].filter(([, name]) =>
    /^batch$|^[a-z]+\./.test(name),
  );
  const known = Object.keys(membersOf("HostOps"));
  const listed = rows.filter(([, name]) => known.includes(name));
  assert.deepEqual(
    listed.map(([, name]) => name),
    known,
  );
  const asking = read("src/bridge/js_host.rs") + read("www/frame.js");
  for (const [, name, who] of listed)
    assert.equal(who !== "–", asking.includes(`"${name}"`), `${name} is asked for by ${who}`);
});

test("links lead to headings of the reference and to files", () => {
  const headings = [...reference.matchAll(/^#+ (.*)$/gm)].map(([, text]) =>
    text
      .toLowerCase()
      .replace(/[^\w\s-]/g, "")
      .replace(/\s/g, "-"),
  );
  const links = [...reference.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link]) => link)
    .filter((link) => !link.startsWith("https:"));
  assert.ok(links.length > 20);
  for (const link of links) {
    if (link.startsWith("#")) assert.ok(headings.includes(link.slice(1)), link);
    // A folder is there if its index is.
    else assert.ok(read(`www/${link.endsWith("/") ? `${link}index.html` : link}`), link);
  }
});

test("the chapters are those of the exports", () => {
  const [, calls] = /\n## The calls\n([\s\S]*?)\n## /.exec(reference) ?? [];
  const told = [...(calls ?? "").matchAll(/^### (.*)$/gm)].flatMap(([, names]) => names.split(", "));
  const exported = manifest.modules[0].exports.filter((/** @type {any} */ { kind }) => kind === "js");
  assert.deepEqual(told.sort(), exported.map((/** @type {any} */ { name }) => name).sort());
});

/**
 * A page's code without its entities; a comment's without its stars; a test's with its constants filled in.
 *
 * @param {string} path
 * @param {string} source
 */
function plain(path, source) {
  if (path.endsWith(".html")) return source.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
  if (!path.endsWith(".rs")) return source;
  return source.replace(
    /\{([A-Z]+)\}/g,
    (place, name) => new RegExp(`const ${name}: &str = "(.*)";`).exec(source)?.[1] ?? place,
  );
}
