// The JavaScript of wasm-bindgen.

import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundle } from './bundle.mjs';
import { HASHED, rename } from './names.mjs';

/**
 * Writes the glue and its snippets as `sapa-wasm.js`, because `sapa.js` is the public entry. It stays a file of its own: each
 * start of the module imports it anew, and a stack names it where the module trapped. Trunk's own link in `index.html` is
 * dropped: it points at Cargo.toml.
 *
 * @param {string} dist the folder Trunk has built into
 */
export async function addGlue(dist) {
  const names = await bundle(join(dist, 'sapa.js'), join(dist, 'sapa-wasm.js'), HASHED);
  const module = join(dist, 'sapa_bg.wasm');
  await writeFile(module, rename(await readFile(module), names));
  await rm(join(dist, 'sapa.js'));
  await rm(join(dist, 'snippets'), { recursive: true, force: true });
  // The glue's own types are not public: sapa.d.ts is.
  for (const types of ['sapa.d.ts', 'sapa_bg.wasm.d.ts']) await rm(join(dist, types), { force: true });

  const page = join(dist, 'index.html');
  const html = await readFile(page, 'utf8');
  await writeFile(page, html.replace(/[ \t]*<link data-trunk[^>]*>\n?/g, ''));
}
