// Puts the page's script and the libraries it compares into one file: `node tests/bench/build.mjs`.
//
// The engine is not among them: the page loads the very files that are shipped.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const file = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
const { devDependencies } = JSON.parse(readFileSync(file('../package.json'), 'utf8'));

/** A profile's level of optimisation, as Cargo.toml names it. @param {string} profile */
function level(profile) {
  const [, rest = ''] = readFileSync(file('../../Cargo.toml'), 'utf8').split(`\n[${profile}]\n`);
  return /^opt-level = (.+)$/m.exec(rest.split('\n[')[0])?.[1];
}

const decimals = level('profile.release.package.rust_decimal');
const settings = `module as shipped, opt-level ${level('profile.release')}${decimals ? `, rust_decimal ${decimals}` : ''}`;

await build({
  entryPoints: [file('bench.js')],
  outfile: file('../out/bench.js'),
  bundle: true,
  format: 'esm',
  external: ['/sapa.js'],
  define: { __VERSIONS__: JSON.stringify(devDependencies), __SETTINGS__: JSON.stringify(settings) },
  logLevel: 'warning',
});
