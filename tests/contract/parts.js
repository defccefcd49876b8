// The names of a widget's parts, read off the Rust that draws it.
//
// A part is named where an element is built: `.part("save")`. Where the name comes in from outside, as an argument or as a
// member of a struct, it is followed to whoever writes it: `step("earlier", …)`, `NumberField { part: "manual", … }`. A name
// that cannot be followed to a text is an error, so that no part can escape by being named in a new way.

import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { argumentsAt, code, parametersOf } from "./rust.js";

/** @typedef {{ path: string, text: string }} File */

/**
 * @param {string} root the repository
 * @param {string} widget such as "client-card"
 * @returns {string[]} every part that stands in the widget, once, sorted
 */
export function partsOf(root, widget) {
  const own = files(join(root, "src/widgets", widget.replaceAll("-", "_")));
  const shared = reached(own, files(join(root, "src/ui")));
  const all = [...own, ...shared];
  const glue = readFileSync(join(root, "src/elements/define.js"), "utf8");
  const names = new Set([...glue.matchAll(/\.part\.add\("([\w-]+)"\)/g)].map(([, name]) => name));
  for (const file of all) for (const name of namedIn(file, all)) names.add(name);
  // The one part that is drawn on a condition settled where the view is used: the cross of a field that may be emptied.
  if (!all.some(({ text }) => text.includes("on_clear: Some("))) names.delete("clear");
  return [...names].sort();
}

/** The sources under a folder. @param {string} folder @returns {File[]} */
function files(folder) {
  const names = readdirSync(folder, { encoding: "utf8", recursive: true }).filter((name) => name.endsWith(".rs"));
  return names.map((name) => ({ path: join(folder, name), text: code(readFileSync(join(folder, name), "utf8")) }));
}

/**
 * The shared views that these files use, and those that these use in turn. A file is named after what it shows: `toggle.rs`
 * holds `toggle`, `inline.rs` holds `InlineText` and `InlineChoice`.
 *
 * @param {File[]} from
 * @param {File[]} views
 * @returns {File[]}
 */
function reached(from, views) {
  /** @type {Set<File>} */
  const found = new Set();
  const look = (/** @type {File} */ file) => {
    const imported = [...file.text.matchAll(/^\s*use (?:crate::ui|super)\b[^;]*;/gm)].join(" ");
    for (const view of views) {
      const name = basename(view.path, ".rs");
      const type = name.replace(/(?:^|_)(\w)/g, (_, letter) => letter.toUpperCase());
      const shown = [...view.text.matchAll(/^pub (?:fn|struct) (\w+)/gm)].map(([, name]) => name);
      const main = shown.filter((item) => item === name || item.startsWith(type));
      if (found.has(view) || !main.some((item) => new RegExp(`\\b${item}\\b(?!::)`).test(imported))) continue;
      found.add(view);
      look(view);
    }
  };
  from.forEach(look);
  return [...found];
}

/** @param {File} file @param {File[]} all @returns {string[]} */
function namedIn(file, all) {
  const calls = [...file.text.matchAll(/\.part(?=\()/g)];
  return calls.flatMap(({ index }) => {
    const at = index + ".part".length;
    return resolve(argumentsAt(file.text, at)[0], file, at, all);
  });
}

/**
 * The texts an expression can be.
 *
 * @param {string} expression
 * @param {File} file where it stands
 * @param {number} at where in the file
 * @param {File[]} all
 * @returns {string[]}
 */
function resolve(expression, file, at, all) {
  const text = /^"([\w-]+)"$/.exec(expression)?.[1];
  if (text) return [text];
  const source = /^\w+$/.test(expression) ? sourceOf(expression, file, at) : undefined;
  if (!source) throw new Error(`${file.path}: cannot tell which part .part(${expression}) names`);
  return "struct" in source ? membersOf(source.struct, expression, all) : givenTo(source, file, all);
}

/**
 * Where a name comes from: the nearest function, closure or taken-apart struct before it that has it.
 *
 * @param {string} name
 * @param {File} file
 * @param {number} at
 * @returns {{ struct: string } | ReturnType<typeof parametersOf>[number] & { index: number } | undefined}
 */
function sourceOf(name, file, at) {
  const before = parametersOf(file.text)
    .filter(({ start }) => start < at)
    .reverse();
  const called = before.find(({ names }) => names.includes(name));
  const apart = [...file.text.matchAll(/let (\w+) \{([^}]*)\} = self/g)].filter((match) => match.index < at);
  const struct = apart.reverse().find(([, , members]) => members.split(",").some((member) => member.trim() === name));
  if (struct && struct.index > (called?.start ?? -1)) return { struct: struct[1] };
  return called && { ...called, index: called.names.indexOf(name) };
}

/** What is written as `member` wherever such a struct is made. @param {string} struct @param {string} member @param {File[]} all */
function membersOf(struct, member, all) {
  return all.flatMap((file) => {
    const made = [...file.text.matchAll(new RegExp(`(?<!(?:let|struct|impl|for) )\\b${struct} (?=\\{)`, "g"))];
    return made.flatMap(({ index, 0: { length } }) => {
      const written = argumentsAt(file.text, index + length).map((text) => text.split(/:(?!:)/));
      const value = written.find(([name]) => name.trim() === member);
      return value ? resolve((value[1] ?? value[0]).trim(), file, index, all) : [];
    });
  });
}

/**
 * What is given as an argument wherever a function or closure is called.
 *
 * @param {ReturnType<typeof parametersOf>[number] & { index: number }} callee
 * @param {File} home the file it stands in
 * @param {File[]} all
 */
function givenTo({ name, names, index, isMethod, isPublic }, home, all) {
  const before = isMethod ? "\\." : "(?<![.:\\w]|fn )";
  const given = (isPublic ? all : [home]).flatMap((file) => {
    const calls = [...file.text.matchAll(new RegExp(`${before}${name}(?=\\()`, "g"))];
    return calls.flatMap((call) => {
      const at = call.index + call[0].length;
      const values = argumentsAt(file.text, at);
      if (values.length === names.length) return resolve(values[index], file, at, all);
      // Another one of the same name takes another number; it would name no part.
      if (values.some((value) => value.startsWith('"')))
        throw new Error(`${file.path}: cannot read ${name}(${values.join(", ")})`);
      return [];
    });
  });
  if (given.length === 0) throw new Error(`${home.path}: nobody is seen to call ${name}, which names a part`);
  return given;
}
