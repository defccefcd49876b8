// dist/ is also what npm would publish; its version is the crate's.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Writes `package.json` from `www/package.json` with the version of `Cargo.toml`, and puts the same version into
 * `sapa.js` where its text says `__VERSION__`.
 *
 * @param {string} root the repository
 * @param {string} dist the folder to complete
 */
export async function addPackage(root, dist) {
  const manifest = await readFile(join(root, 'Cargo.toml'), 'utf8');
  const version = /^version = "([^"]+)"/m.exec(manifest)?.[1];
  if (!version) throw new Error('Cargo.toml names no version');

  const text = await readFile(join(root, 'www/package.json'), 'utf8');
  const { name, ...rest } = JSON.parse(text);
  await writeFile(join(dist, 'package.json'), JSON.stringify({ name, version, ...rest }, null, 2) + '\n');

  const entry = join(dist, 'sapa.js');
  await writeFile(entry, (await readFile(entry, 'utf8')).replaceAll('__VERSION__', version));
}
