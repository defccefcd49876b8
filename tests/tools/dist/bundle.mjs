// The scripts a page loads, each as one small file without imports. The sources say why things are as they are; what is
// shipped need not.

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from 'node:process';
import { build } from 'esbuild';
import { FOLDERS } from './sources.mjs';

/** The baseline of the README: what is newer would be rewritten, what is older is left as it is. */
const BROWSERS = ['chrome123', 'firefox128', 'safari17.5'];

/**
 * Bundles the entry and the page of the iframe, and takes away the folders they are made from.
 *
 * The frame gets a copy of the entry rather than a file shared with it: both must know the same HostError by its class,
 * and a host page without a frame should not make one more request for the sake of those with one.
 *
 * @param {string} dist the folder to complete
 */
export async function addBundles(dist) {
  // First, since it reads the entry that the second then replaces.
  for (const name of ['frame.js', 'sapa.js']) await bundle(join(dist, name), join(dist, name));
  for (const folder of FOLDERS) await rm(join(dist, folder), { recursive: true });
}

/**
 * Writes `from` with everything it imports as `to`. A debug build stays readable for whoever looks for a fault.
 *
 * @param {string} from
 * @param {string} to may be the same file
 * @param {RegExp} [mangled] properties to give short names, unless it stays readable
 * @returns {Promise<Record<string, string | false>>} the short name of each
 */
export async function bundle(from, to, mangled) {
  const minify = env.TRUNK_PROFILE !== 'debug';
  const { warnings, mangleCache } = await build({
    entryPoints: [from],
    outfile: to,
    allowOverwrite: true,
    bundle: true,
    format: 'esm',
    minify,
    target: BROWSERS,
    charset: 'utf8',
    // All of it is under the licence of the whole.
    legalComments: 'none',
    mangleProps: minify ? mangled : undefined,
    mangleCache: {},
    logLevel: 'warning',
  });
  if (warnings.length > 0) throw new Error(`${from} bundles with warnings`);
  return mangleCache ?? {};
}
