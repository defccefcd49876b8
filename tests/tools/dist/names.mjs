// The names that the module and its glue know each other's functions by. wasm-bindgen puts a hash into most, so that crates
// never meet; no compression shortens a hash, and every name is loaded twice, in the module and in the glue.

/** Names with such a hash, on either side. */
export const HASHED = /^(?:__wb(?:g|indgen)_.*_|wasm_bindgen_)[0-9a-f]{16}/;

/** The sections with names, in the binary format of WebAssembly, and how many texts stand before what is named. */
const TEXTS = new Map([
  // Imports: the name of a module and of its function.
  [2, 2],
  // Exports: a name.
  [7, 1],
]);
/** A module begins with four letters and its version. */
const HEADER = 8;

/**
 * @param {Buffer} module
 * @param {Record<string, string | false>} names what the glue calls each now
 * @returns {Buffer} the module with the same names
 */
export function rename(module, names) {
  const parts = [module.subarray(0, HEADER)];
  for (let at = HEADER; at < module.length; ) {
    const { value: size, end: start } = readNumber(module, at + 1);
    const section = module.subarray(start, start + size);
    const texts = TEXTS.get(module[at]);
    const renamed = texts ? renameIn(section, texts, names) : section;
    parts.push(module.subarray(at, at + 1), writeNumber(renamed.length), renamed);
    at = start + size;
  }
  return Buffer.concat(parts);
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

/**
 * Numbers stand as LEB128: seven bits a byte, the lowest first, a high bit where more follow.
 *
 * @param {Buffer} bytes
 * @param {number} at
 */
function readNumber(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return { value, end: at };
  }
}

/** @param {number} value */
function writeNumber(value) {
  const bytes = [];
  for (; value > 0x7f; value >>>= 7) bytes.push((value & 0x7f) | 0x80);
  bytes.push(value);
  return Buffer.from(bytes);
}
