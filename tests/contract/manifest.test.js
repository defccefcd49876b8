// The Custom Elements Manifest against the sources it describes, in both directions: what it says is there, and what is
// there it says. A name that is new in the code fails here until the manifest has a sentence for it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { describe, test } from "node:test";
import { partsOf } from "./parts.js";
import * as code from "./sources.js";

const manifest = JSON.parse(code.read("www/custom-elements.json"));
const [entry, ...others] = manifest.modules;
const pack = JSON.parse(code.read("www/package.json"));

/** @param {{ name: string }[]} [list] */
const names = (list = []) => list.map(({ name }) => name).sort();
/** The same names, and each once. @param {string[]} said @param {string[]} is @param {string} what */
const same = (said, is, what) =>
  assert.deepEqual([...said].sort(), [...is].sort(), `${what}: the manifest, then the code`);

const classes = entry.declarations.filter((/** @type {any} */ declaration) => declaration.customElement);
const tags = classes.filter((/** @type {any} */ { tagName }) => tagName);

test("it has the shape of its schema", () => {
  assert.equal(manifest.schemaVersion, "2.1.0");
  for (const module of manifest.modules) {
    assert.equal(module.kind, "javascript-module");
    const declared = names(module.declarations);
    for (const { kind, name, declaration } of module.exports) {
      assert.ok(["js", "custom-element-definition"].includes(kind), name);
      assert.equal(declaration.module, module.path);
      assert.ok(declared.includes(declaration.name), `${module.path} exports ${name}, which it does not declare`);
    }
  }
});

test("everything it names has a description", () => {
  /** @param {any} value @param {string} path */
  const look = (value, path) => {
    if (typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) return value.forEach((each) => look(each, `${path} ${each?.name ?? ""}`));
    const isDescribed = "declaration" in value || "return" in value || /superclass|inheritedFrom|exports/.test(path);
    if ("name" in value && !isDescribed) assert.match(value.description ?? "", /^\S.*\S$/, path);
    Object.entries(value).forEach(([name, part]) => look(part, `${path} ${name}`));
  };
  look(manifest.modules, "");
});

test("tags are those that are defined", () => {
  same(
    tags.map((/** @type {any} */ { tagName }) => tagName),
    Object.keys(code.widgets).map((name) => `sapa-${name}`),
    "tags",
  );
  for (const { tagName, name, superclass } of tags) {
    assert.equal(name, code.widgets[tagName.replace("sapa-", "")]);
    assert.equal(superclass.name, "Widget");
  }
  const defined = entry.exports.filter((/** @type {any} */ { kind }) => kind === "custom-element-definition");
  same(
    names(defined),
    tags.map((/** @type {any} */ { tagName }) => tagName),
    "definitions",
  );
});

test("exports are those of the scripts and of sapa.d.ts", () => {
  const exported = (/** @type {any} */ { exports }) =>
    names(exports.filter((/** @type {any} */ { kind }) => kind === "js"));
  same(exported(entry), code.exported("www/sapa.js"), "sapa.js");
  same(exported(entry), code.declared, "sapa.d.ts");
  for (const module of others) same(exported(module), code.exported(`www/${module.path}`), module.path);
  const scripts = Object.keys(pack.exports).map((name) => (name === "." ? "sapa.js" : name.slice(2)));
  same(
    manifest.modules.map((/** @type {any} */ { path }) => path),
    scripts.filter((name) => name.endsWith(".js")),
    "package.json",
  );
});

for (const { tagName, ...tag } of tags) {
  const widget = tagName.replace("sapa-", "");
  const isForm = widget === "discount-calculator";
  const published = {
    ...code.membersOf("WidgetOptions"),
    ...(isForm && code.membersOf("SapaDiscountCalculatorElement")),
  };
  const fields = tag.members.filter((/** @type {any} */ { kind }) => kind === "field");

  describe(tagName, () => {
    test("attributes are those that are observed", () => {
      same(names(tag.attributes), code.attributes, "attributes");
      for (const { name, fieldName, type, default: value } of tag.attributes) {
        assert.equal(fieldName, name in published ? name : undefined, name);
        if (fieldName) assert.equal(type.text, published[name], name);
        assert.equal(value, defaultOf(name), name);
      }
    });

    test("properties are those that are published, and each has its accessor", () => {
      same(names(fields), Object.keys(published), "properties");
      for (const { name, type, attribute, reflects, readonly, default: value } of fields) {
        const isAttribute = code.attributes.includes(name);
        assert.ok(isAttribute || [...code.objects, ...code.getters].includes(name), `define.js has no ${name}`);
        assert.equal(type.text, published[name], name);
        assert.equal(attribute, isAttribute ? name : undefined, name);
        assert.equal(reflects ?? false, isAttribute, `${name} reflects`);
        assert.equal(readonly ?? false, code.getters.includes(name), `${name} is for reading only`);
        if (isAttribute) assert.equal(value, defaultOf(name), name);
      }
    });

    test("methods are those of the class", () => {
      same(names(tag.members.filter((/** @type {any} */ { kind }) => kind === "method")), code.methods, "methods");
    });

    test("events are those that its sources lead to", () => {
      same(
        names(tag.events),
        code.eventsOf(widget).map((name) => `sapa-${name}`),
        "events",
      );
      const types = code.membersOf("SapaEventMap");
      for (const { name, type, bubbles, composed, cancelable } of tag.events) {
        assert.equal(type.text, types[name], name);
        assert.deepEqual([bubbles, composed, cancelable], [true, true, false], name);
      }
    });

    test("slots are those a shadow root may get", () => same(names(tag.slots), code.slots, "slots"));

    test("parts are those that are drawn", () => same(names(tag.cssParts), partsOf(code.root, widget), "parts"));

    test("custom properties are those of tokens.css, with its defaults", () => {
      const said = tag.cssProperties.map((/** @type {any} */ { name, default: value }) => [name, value]);
      assert.deepEqual(Object.fromEntries(said), code.tokens);
      assert.equal(said.length, Object.keys(code.tokens).length);
      const css = code.read("www/tokens.css").replace(/\/\*[\s\S]*?\*\//g, "");
      same(names(tag.cssProperties), [...new Set([...css.matchAll(/--sapa-[\w-]+/g)].map(([name]) => name))], "tokens");
    });
  });
}

test("every event is some tag's, and is dispatched as the manifest says", () => {
  const told = tags.flatMap((/** @type {any} */ { events }) => names(events));
  same(
    [...new Set(/** @type {string[]} */ (told))],
    code.events.map((name) => `sapa-${name}`),
    "events",
  );
  same([...new Set(/** @type {string[]} */ (told))], Object.keys(code.membersOf("SapaEventMap")), "SapaEventMap");
  assert.ok(code.dispatches.length > 0);
  for (const init of code.dispatches) {
    assert.match(init, /bubbles: true, composed: true/);
    assert.doesNotMatch(init, /cancelable/);
  }
});

test("error codes are those of the sources, and each may come from somewhere", () => {
  const told = manifest["x-errors"].map((/** @type {any} */ { code }) => code);
  same(told, code.codes, "codes");
  for (const { code: name, summary, description } of manifest["x-errors"]) assert.ok(summary && description, name);
  const sources = manifest.modules.flatMap((/** @type {any} */ { declarations }) => declarations);
  const from = sources.flatMap((/** @type {any} */ declaration) => declaration["x-errors"] ?? []);
  same([...new Set(/** @type {string[]} */ (from))], code.codes, "codes of tags and functions");
});

test("the package ships the manifest and names it", () => {
  assert.equal(pack.customElements, "custom-elements.json");
  for (const name of [pack.customElements, manifest.readme]) assert.ok(pack.files.includes(name), name);
});

test("what is made from the manifest is up to date", () => {
  execFileSync(process.execPath, [`${code.root}tests/tools/reference.mjs`, "--check"], { stdio: "pipe" });
});

/** What a property says while its attribute is absent, as a script would write it. @param {string} name */
function defaultOf(name) {
  if (name === "disabled") return "false";
  return name in code.fallbacks ? `'${code.fallbacks[name]}'` : "null";
}
