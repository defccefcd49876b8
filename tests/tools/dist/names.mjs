// The names that the module and its glue know each other's functions by. wasm-bindgen puts a hash into most, so that crates
// never meet; no compression shortens a hash, and every name is loaded twice, in the module and in the glue.

import { SECTION, moduleOf, readNumber, sectionsOf, writeNumber } from './binary.mjs';

/** Names with such a hash, on either side. */
export const HASHED = /^(?:__wb(?:g|indgen)_.*_|wasm_bindgen_)[0-9a-f]{16}/;

/** The sections with names, and how many texts stand before what is named. */
const TEXTS = new Map([
  // The name of a module and of its function.
  [SECTION.imports, 2],
  // A name.
  [SECTION.exports, 1],
]);

/**
 * @param {Buffer} module
 * @param {Record<string, string | false>} names what the glue calls each now
 * @returns {Buffer} the module with the same names
 */
export function rename(module, names) {
  const sections = [...sectionsOf(module)].map(({ id, content }) => {
    const texts = TEXTS.get(id);
    return { id, content: texts ? renameIn(content, texts, names) : content };
  });
  return moduleOf(sections, module);
}

/**
 * @param {Buffer} section how many entries there are; then of each its texts, its kind, and which of that kind it is
 * @param {number} texts
 * @param {Record<string, string | false>} names
 */
function renameIn(section, texts, names) {
  const { value: count, end } = readNumber(section, 0);
  const parts = [section.subarray(0, end)];
  let at = end;
  for (let entry = 0; entry < count; entry++) {
    for (let text = 0; text < texts; text++) {
      const { value: length, end: start } = readNumber(section, at);
      const name = section.toString('utf8', start, start + length);
      const renamed = Buffer.from(names[name] || name);
      parts.push(writeNumber(renamed.length), renamed);
      at = start + length;
    }
    // An import of another kind would be described by more than one number.
    if (texts === 2 && section[at] !== 0) throw new Error('The module imports something that is no function');
    const { end: next } = readNumber(section, at + 1);
    parts.push(section.subarray(at, next));
    at = next;
  }
  return Buffer.concat(parts);
}
