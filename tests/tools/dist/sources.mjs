// The hand-written half: pages and scripts of www/, the JavaScript that lives beside the Rust, and the public types.

import { cp, readFile, readdir, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Folders of src/ whose JavaScript the scripts of www/ import. Snippets of other folders travel inside wasm-bindgen's own. */
export const FOLDERS = ['bridge', 'elements'];

/** The public types, in reading order. They import nothing: one file follows the other. */
const TYPES = ['src/bridge/types.ts', 'src/bridge/records.ts', 'src/api/types.ts'];

/**
 * Lays the sources out as their imports of each other expect it: to be bundled, and for the check of their types.
 *
 * @param {string} root the repository
 * @param {string} dist the folder to complete
 */
export async function addSources(root, dist) {
  // The picture is the README's.
  await cp(join(root, 'www'), dist, { recursive: true, filter: (path) => !path.endsWith('picture.png') });
  for (const folder of FOLDERS) {
    await cp(join(root, 'src', folder), join(dist, folder), {
      recursive: true,
      filter: (path) => path.endsWith('.js') || path.endsWith(folder),
    });
    await retypeFolder(join(dist, folder));
  }
  await retypeFolder(dist);
  await writeFile(join(dist, 'sapa.d.ts'), await publicTypes(root));
}

/**
 * Comments in the sources take their types from `types.ts`; here those types are in `sapa.d.ts`.
 *
 * @param {string} folder
 */
async function retypeFolder(folder) {
  const up = existsSync(join(folder, 'sapa.js')) ? './' : '../';
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.js')) continue;
    const path = join(folder, name);
    const text = await readFile(path, 'utf8');
    const retyped = text.replace(/(['"])(?:\.\.?\/)+(?:[\w-]+\/)*types\.(?:ts|js)\1/g, `'${up}sapa.js'`);
    if (retyped !== text) await writeFile(path, retyped);
  }
}

/**
 * @param {string} root
 * @returns {Promise<string>} the text of sapa.d.ts
 */
async function publicTypes(root) {
  const parts = await Promise.all(TYPES.map((path) => readFile(join(root, path), 'utf8')));
  // `import type { X } from '../bridge/types'` serves the editor; joined, the name is already there.
  return parts.map((text) => text.replace(/^import type [^;]*;\n+/gm, '')).join('\n');
}
