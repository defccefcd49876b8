// Prints what dist weighs, file by file, and what a host page loads, all widgets in one module: `node tests/tools/sizes.mjs`.
// Fails when that is over the budget. A KB is 1,000 bytes; each file is compressed on its own, as servers do.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, exit } from 'node:process';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { listFiles } from './dist/files.mjs';

// The aim, and what the build may not exceed meanwhile: the distance between them is printed with every run.
const BUDGET_KB = 130;
const CEILING_KB = 470;

/** All that the tag and `mount()` load. Pages, demo data, host-side scripts and types are not a widget's weight. */
const WIDGET = /^(sapa\.js|sapa-wasm\.js|sapa_bg\.wasm)$/;

const dist = argv[2] ?? 'dist';
const sizes = (await listFiles(dist)).map((path) => ({ path, ...weigh(readFileSync(join(dist, path))) }));
const widget = sizes.filter(({ path }) => WIDGET.test(path));
const rest = sizes.filter(({ path }) => !WIDGET.test(path));

line('bytes', 'raw', 'gzip -9', 'brotli 11');
for (const { path, raw, gzip, brotli } of widget) line(path, raw, gzip, brotli);
const total = { raw: sum(widget, 'raw'), gzip: sum(widget, 'gzip'), brotli: sum(widget, 'brotli') };
line('first widget', total.raw, total.gzip, total.brotli);
console.log('\nnot loaded by a host page:');
for (const { path, raw, gzip, brotli } of rest) line(path, raw, gzip, brotli);

const kilobytes = (total.brotli / 1000).toFixed(1);
console.log(`\nfirst widget: ${kilobytes} KB brotli in ${widget.length} files; the aim is ${BUDGET_KB} KB`);
if (!widget.some(({ path }) => path === 'sapa_bg.wasm')) {
  console.error(`error: ${dist} holds no module: make dist`);
  exit(1);
}
if (total.brotli > BUDGET_KB * 1000) {
  console.log(`short of the aim by ${((total.brotli - BUDGET_KB * 1000) / 1000).toFixed(1)} KB`);
}
if (total.brotli > CEILING_KB * 1000) {
  console.error(`error: over the ceiling of ${CEILING_KB} KB`);
  exit(1);
}

/**
 * @param {Buffer} bytes
 * @returns {{raw: number, gzip: number, brotli: number}} sizes in bytes
 */
function weigh(bytes) {
  return {
    raw: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } }).length,
  };
}

/**
 * @param {Record<'raw' | 'gzip' | 'brotli', number>[]} rows
 * @param {'raw' | 'gzip' | 'brotli'} column
 */
function sum(rows, column) {
  return rows.reduce((total, row) => total + row[column], 0);
}

/**
 * @param {string} name
 * @param {...(number | string)} columns
 */
function line(name, ...columns) {
  console.log(name.padEnd(46) + columns.map((column) => column.toLocaleString('en').padStart(12)).join(''));
}
