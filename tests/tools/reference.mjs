// Brings what is written down about the public surface up to date: `node tests/tools/reference.mjs`. With `--check` nothing
// is written, and what is stale is an error.
//
// In www/custom-elements.json every tag gets what all tags have, as the tools that read it know of no inheritance. In
// www/reference.md the tables between `<!-- table: … -->` and `<!-- end -->` are made from that manifest and the messages.

import { readFileSync, writeFileSync } from 'node:fs';
import { argv, exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import { complete, print } from './reference/manifest.mjs';
import { englishMessages } from './reference/messages.mjs';
import { fill } from './reference/tables.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const isCheck = argv.includes('--check');
/** @type {string[]} */
const stale = [];

const manifest = complete(JSON.parse(read('www/custom-elements.json')));
put('www/custom-elements.json', print(manifest));
put('www/reference.md', fill(read('www/reference.md'), manifest, englishMessages(root)));

if (stale.length > 0) {
  console.error(`error: stale: ${stale.join(', ')}\nrun: node tests/tools/reference.mjs`);
  exit(1);
}

/** @param {string} path within the repository */
function read(path) {
  return readFileSync(root + path, 'utf8');
}

/**
 * @param {string} path within the repository
 * @param {string} text
 */
function put(path, text) {
  if (text === read(path)) return;
  if (isCheck) stale.push(path);
  else writeFileSync(root + path, text);
}
