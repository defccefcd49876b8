// The order of the module's functions. Compression finds what is alike best where it stands side by side: in this order the
// module is some 3 % smaller on its way to the page than in the order the compiler has left it in.

import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from 'node:process';
import { SECTION, moduleOf, readNumber, sectionsOf, writeNumber } from './binary.mjs';

/** @typedef {{ number: number, type: number, code: Buffer, marks: Set<number> }} Body of a function */

/** So many bytes in a row are a mark of a function: about an instruction and a half. */
const MARK = 3;

/**
 * Orders the functions of `sapa_bg.wasm`: those of one type together, each after the one it has most in common with. A debug
 * build is nobody's to load.
 *
 * @param {string} dist the folder to complete
 */
export async function addOrder(dist) {
  if (env.TRUNK_PROFILE === 'debug') return;
  const path = join(dist, 'sapa_bg.wasm');
  await writeFile(path, named(await readFile(path)));
  // The names are gone again afterwards, and so is what else no browser reads. Nothing is optimized here: the code itself stays as it is.
  const asItIs = ['--optimize-stack-ir', '--shrink-level=2'];
  execFileSync('wasm-opt', [path, '-o', path, '--reorder-functions-by-name', ...asItIs, '--strip-producers', '--strip-target-features']);
}

/** @param {Buffer} module @returns {Buffer} the module with each function named by its place in the order */
function named(module) {
  const sections = [...sectionsOf(module)];
  const content = (/** @type {number} */ id) => sections.find((section) => section.id === id)?.content ?? Buffer.of(0);
  // All that is imported is functions, and they are counted first.
  const { value: imported } = readNumber(content(SECTION.imports), 0);
  const functions = functionsOf(content(SECTION.functions), content(SECTION.code));
  const places = new Map(inOrder(functions).map(({ number }, place) => [number, place]));
  const names = functions.map(({ number }) => [writeNumber(imported + number), text(String(places.get(number)).padStart(5, '0'))]);
  const list = Buffer.concat([writeNumber(names.length), ...names.flat()]);
  // The second part of the section of names is those of functions.
  const section = { id: SECTION.custom, content: Buffer.concat([text('name'), Buffer.of(1), writeNumber(list.length), list]) };
  return moduleOf([...sections, section], module);
}

/** @param {Buffer} types the type of each @param {Buffer} bodies @returns {Body[]} */
function functionsOf(types, bodies) {
  const functions = [];
  let type = readNumber(types, 0);
  let { value: count, end } = readNumber(bodies, 0);
  for (let number = 0; number < count; number++) {
    type = readNumber(types, type.end);
    const { value: size, end: start } = readNumber(bodies, end);
    end = start + size;
    const code = bodies.subarray(start, end);
    functions.push({ number, type: type.value, code, marks: marksOf(code) });
  }
  return functions;
}

/** @param {Buffer} code */
function marksOf(code) {
  const marks = new Set();
  for (let at = 0; at + MARK <= code.length; at++) marks.add(code.readUIntLE(at, MARK));
  return marks;
}

/** @param {Body[]} functions */
function inOrder(functions) {
  const left = new Set([...functions].sort((a, b) => a.type - b.type || Buffer.compare(a.code, b.code)));
  const ordered = [];
  /** @type {Body | undefined} */
  let last = first(left);
  while (last) {
    ordered.push(last);
    left.delete(last);
    last = mostAlike(last, left) ?? first(left);
  }
  return ordered;
}

/**
 * @param {Body} wanted
 * @param {Set<Body>} functions
 * @returns {Body | undefined} the one of the same type that has most in common with it
 */
function mostAlike(wanted, functions) {
  let best;
  let most = -1;
  for (const other of functions) {
    if (other.type !== wanted.type) continue;
    const [few, many] = [wanted.marks, other.marks].sort((a, b) => a.size - b.size);
    // Not even if all of the one were in the other.
    if (few.size / many.size <= most) continue;
    const common = [...few].filter((mark) => many.has(mark)).length;
    const alike = common / (few.size + many.size - common);
    if (alike > most) [best, most] = [other, alike];
  }
  return best;
}

/** @param {Set<Body>} functions @returns {Body | undefined} */
const first = (functions) => functions.values().next().value;

/** @param {string} words */
const text = (words) => Buffer.concat([writeNumber(words.length), Buffer.from(words)]);
