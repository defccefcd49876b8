// What the sources say of the public surface: tags, attributes, properties, events, slots, tokens, error codes. Each fact is
// read where it is made, so that a manifest that says otherwise is found out.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { code } from "./rust.js";

export const root = new URL("../../", import.meta.url).pathname;

/** @param {string} path within the repository */
export const read = (path) => readFileSync(join(root, path), "utf8");

const define = read("src/elements/define.js");
const types = ["src/bridge/types.ts", "src/bridge/records.ts", "src/api/types.ts"].map(read).join("\n");

/** All texts in quotation marks. @param {string} text */
const texts = (text) => [...text.matchAll(/["'`]([^"'`]+)["'`]/g)].map(([, inside]) => inside);

/** @param {RegExp} pattern with one group @param {string} text */
function one(pattern, text) {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error(`nothing in the source is like ${pattern}`);
  return found;
}

/** Class name by widget name. @type {Record<string, string>} */
export const widgets = Object.fromEntries(
  [...define.matchAll(/class (\w+) extends Widget \{\s+static widget = "([\w-]+)"/g)].map(([, type, name]) => [
    name,
    type,
  ]),
);

export const attributes = texts(one(/const ATTRIBUTES = \[([^\]]*)\]/, define));
export const objects = texts(one(/const OBJECTS = .*?\[([^\]]*)\]/, define));
/** What a property says when its attribute is absent. */
export const fallbacks = Object.fromEntries(
  [...one(/const DEFAULTS = \{([^}]*)\}/, define).matchAll(/(\w+): "(\w*)"/g)].map(([, name, value]) => [name, value]),
);

/** The browser calls these. */
const CALLBACKS = /^(?:constructor|(?:connected|disconnected|attributeChanged|formReset|formDisabled)Callback)$/;
const body = one(/class Widget extends HTMLElement \{([\s\S]*?)\n\}\n/, define);
export const getters = [...body.matchAll(/^ {2}get (\w+)\(/gm)].map(([, name]) => name);
export const methods = [...body.matchAll(/^ {2}(\w+)\(.*\) \{$/gm)]
  .map(([, name]) => name)
  .filter((name) => !CALLBACKS.test(name));

/** The slots a shadow root may get; the one without a name is "". */
export const slots = [...define.matchAll(/createElement\("slot"\)(?:.*\.name = "([\w-]*)")?/g)].map(
  ([, name = ""]) => name,
);

/** The members an interface of the public types has of its own, each with its type. @param {string} name @returns {Record<string, string>} */
export function membersOf(name) {
  const inside = one(new RegExp(`interface ${name}\\b[^{]*\\{\\n([\\s\\S]*?)\\n\\}`), types).replace(
    /\/\*\*[\s\S]*?\*\//g,
    "",
  );
  const members = [...inside.matchAll(/^ {2}(?:readonly )?'?([\w.-]+)'?\??: (.*);$/gm)];
  return Object.fromEntries(members.map(([, member, type]) => [member, spelled(type)]));
}

/** A type with the names of choices replaced by the choices. @param {string} type */
function spelled(type) {
  const choices = (/** @type {string} */ name) => new RegExp(`export type ${name} = ('.*');`).exec(types)?.[1];
  return type.replace(
    /\b[A-Z]\w+\b/g,
    (name) => (["Locale", "Theme", "Density"].includes(name) && choices(name)) || name,
  );
}

/** What `sapa.js` gives to whoever imports it, as declared and as it is. */
export const declared = [...read("src/api/types.ts").matchAll(/^export declare (?:function|const) (\w+)/gm)].map(
  ([, name]) => name,
);

/** The names a script of www/ exports. @param {string} path */
export function exported(path) {
  const text = read(path);
  const named = [...text.matchAll(/^export (?:async )?(?:function|const|class) (\w+)/gm)].map(([, name]) => name);
  const passed = [...text.matchAll(/^export \{([^}]*)\}/gm)].flatMap(([, list]) => list.split(","));
  return [...named, ...passed.map((name) => name.trim()).filter(Boolean)];
}

/** The notices the module hands to the element, less those the element keeps to itself. */
const notices = [
  ...one(/fn tell\([\s\S]*?let name = match notice \{([\s\S]*?)\n {8}\};/, read("src/api/mount.rs")).matchAll(
    /"([\w-]+)"\n? *\}?,?$/gm,
  ),
].map(([, name]) => name);
const kept = [...define.matchAll(/if \(name === "(\w+)"\) return/g)].map(([, name]) => name);
const own = [...define.matchAll(/new CustomEvent\("sapa-([\w-]+)"/g)].map(([, name]) => name);
/** Every event there is, without `sapa-`. */
export const events = [...new Set([...notices.filter((name) => !kept.includes(name)), ...own])].sort();
/** How each is dispatched. */
export const dispatches = [...define.matchAll(/new CustomEvent\([^{]*\{(.*)\}\)/g)].map(([, init]) => init);

/** What in a widget's own sources leads to an event; what is not named here, every widget tells. @type {Record<string, RegExp>} */
const CAUSES = {
  "client-change": /Command::ChooseClient\b|\bclient_field\(/,
  "quote-change":
    /\bclient_field\(|Command::(?:ChooseClient|AddLine|SetQuantity|RemoveLine|SetTerm|SetManual|ClearDraft|ReopenQuote|OpenShared|Undo)\b/,
  "quote-save": /Notice::QuoteSave\b/,
  "record-change": /\bdesk\s*\.(?:put|remove|take_back)\(/,
};

/** The events of one widget, without `sapa-`. @param {string} widget */
export function eventsOf(widget) {
  const folder = `src/widgets/${widget.replaceAll("-", "_")}`;
  const source = readdirSync(join(root, folder), { encoding: "utf8", recursive: true })
    .filter((name) => name.endsWith(".rs"))
    .map((name) => code(read(`${folder}/${name}`)))
    .join("\n");
  return events.filter((name) => CAUSES[name]?.test(source) ?? true);
}

/** The default of every token as an embedder would write it: private names are the public ones. @type {Record<string, string>} */
export const tokens = {};
for (const [, name, value] of read("www/tokens.css").matchAll(/: var\(\s*--sapa-([\w-]+),\s*([\s\S]*?)\s*\);\n/g)) {
  // The first is the plain one; those under a condition come after.
  tokens[`--sapa-${name}`] ??= value.replace(/\s+/g, " ").replaceAll("var(--_", "var(--sapa-");
}

/** Every error code there is. */
export const codes = [
  ...read("src/domain/error.rs").matchAll(/Code::\w+ => "([\w.]+)",/g),
  ...read("src/elements/instance.js").matchAll(/new StartError\(\s*"([\w.]+)"/g),
  ...define.matchAll(/(?:code = |#tellError\()"([\w.]+)"/g),
].map(([, name]) => name);
