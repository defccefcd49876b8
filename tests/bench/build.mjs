// Puts the page's script and the libraries it compares into one file: `node tests/bench/build.mjs`.
//
// The engine is not among them: the page loads the very files that are shipped.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const file = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
const { devDependencies } = JSON.parse(readFileSync(file('../package.json'), 'utf8'));
const [, release = ''] = readFileSync(file('../../Cargo.toml'), 'utf8').split('\n[profile.release]\n');
const level = /^opt-level = (.+)$/m.exec(release)?.[1];
const settings = `module as shipped, opt-level ${level}, for speed what goes through all lines`;

await build({
  entryPoints: [file('bench.js')],
  outfile: file('../out/bench.js'),
  bundle: true,
  format: 'esm',
  external: ['/sapa.js'],
  define: { __VERSIONS__: JSON.stringify(devDependencies), __SETTINGS__: JSON.stringify(settings) },
  logLevel: 'warning',
});
