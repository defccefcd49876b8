// The binary format of WebAssembly, as far as the build changes it: a header, then sections, each with its number and length.

/** A module begins with four letters and its version. */
const HEADER = 8;

/** The numbers of the sections that are looked at. */
export const SECTION = { custom: 0, imports: 2, functions: 3, exports: 7, code: 10 };

/**
 * @param {Buffer} module
 * @returns {Generator<{ id: number, content: Buffer }>} its sections, in their order
 */
export function* sectionsOf(module) {
  for (let at = HEADER; at < module.length; ) {
    const { value: size, end: start } = readNumber(module, at + 1);
    yield { id: module[at], content: module.subarray(start, start + size) };
    at = start + size;
  }
}

/** @param {Iterable<{ id: number, content: Buffer }>} sections @param {Buffer} module whose header is taken */
export function moduleOf(sections, module) {
  const parts = [...sections].flatMap(({ id, content }) => [Buffer.of(id), writeNumber(content.length), content]);
  return Buffer.concat([module.subarray(0, HEADER), ...parts]);
}

/**
 * Numbers stand as LEB128: seven bits a byte, the lowest first, a high bit where more follow.
 *
 * @param {Buffer} bytes
 * @param {number} at
 */
export function readNumber(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return { value, end: at };
  }
}

/** @param {number} value */
export function writeNumber(value) {
  const bytes = [];
  for (; value > 0x7f; value >>>= 7) bytes.push((value & 0x7f) | 0x80);
  bytes.push(value);
  return Buffer.from(bytes);
}
