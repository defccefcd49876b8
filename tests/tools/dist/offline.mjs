// What the service worker keeps, so that the page opens with no network.

import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listFiles } from './files.mjs';

/** Not needed to open the page or the iframe: other pages, types, what is for developers, the package, and the worker itself. */
const NOT_KEPT = /^embed\/|\.d\.ts$|\.md$|^(package\.json|custom-elements\.json|sw\.js)$/;

/**
 * Fills `const FILES = [];` and `const VERSION = '';` of `sw.js`: every file the page may load, and a hash of their
 * contents, so that the worker changes exactly when one of them does.
 *
 * @param {string} dist a finished folder
 */
export async function addOfflineList(dist) {
  const files = (await listFiles(dist)).filter((path) => !NOT_KEPT.test(path));
  const hash = createHash('sha256');
  for (const path of files) hash.update(path).update(await readFile(join(dist, path)));
  const version = hash.digest('hex').slice(0, 16);

  const worker = join(dist, 'sw.js');
  const source = await readFile(worker, 'utf8');
  const filled = replaceOnce(
    replaceOnce(source, 'const FILES = [];', `const FILES = ${JSON.stringify(files, null, 2)};`),
    "const VERSION = '';",
    `const VERSION = '${version}';`,
  );
  await writeFile(worker, filled);
}

/**
 * @param {string} text
 * @param {string} placeholder
 * @param {string} value
 */
function replaceOnce(text, placeholder, value) {
  if (text.split(placeholder).length !== 2) throw new Error(`www/sw.js must say "${placeholder}" exactly once`);
  return text.replace(placeholder, () => value);
}
