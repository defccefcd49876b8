// The files of wasm-bindgen, under names that stay the same from build to build.

import { readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Renames the glue to `sapa-wasm.js`, because `sapa.js` is the public entry, and takes the hash of the crate out of
 * `snippets/sapa-0123456789abcdef/`. Trunk's own link in `index.html` is dropped: it points at Cargo.toml.
 *
 * @param {string} dist the folder Trunk has built into
 */
export async function addGlue(dist) {
  let glue = await readFile(join(dist, 'sapa.js'), 'utf8');
  for (const [hashed, plain] of await plainSnippets(join(dist, 'snippets'))) {
    glue = glue.replaceAll(`./snippets/${hashed}/`, `./snippets/${plain}/`);
  }
  if (/snippets\/[\w-]+-[0-9a-f]{16}\//.test(glue)) throw new Error('A hash is left in the imports of sapa-wasm.js');

  await writeFile(join(dist, 'sapa-wasm.js'), glue);
  await rm(join(dist, 'sapa.js'));
  // The glue's own types are not public: sapa.d.ts is.
  for (const types of ['sapa.d.ts', 'sapa_bg.wasm.d.ts']) await rm(join(dist, types), { force: true });

  const page = join(dist, 'index.html');
  const html = await readFile(page, 'utf8');
  await writeFile(page, html.replace(/[ \t]*<link data-trunk[^>]*>\n?/g, ''));
}

/**
 * @param {string} snippets a folder that exists when any crate brings JavaScript of its own
 * @returns {Promise<[string, string][]>} the name of each crate's folder before and after
 */
async function plainSnippets(snippets) {
  if (!existsSync(snippets)) return [];
  /** @type {[string, string][]} */
  const renamed = [];
  for (const hashed of await readdir(snippets)) {
    const plain = hashed.replace(/-[0-9a-f]{16}$/, '');
    if (plain === hashed) continue;
    if (existsSync(join(snippets, plain))) throw new Error(`Two crates named ${plain} bring JavaScript`);
    await rename(join(snippets, hashed), join(snippets, plain));
    renamed.push([hashed, plain]);
  }
  return renamed;
}
