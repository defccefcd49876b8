// A small static server for dist: `node tests/tools/serve.mjs [FOLDER] [--near PORT]`.
//
// It listens on this machine only and prints one line, its address. PORT=1234 asks for exactly that port and fails when
// it is taken; `--near 8080` takes the first free port from there; otherwise any free port is taken.
// Every answer carries the policy of Trunk.toml, so a page that works here works under a strict policy; a page may make it
// stricter with a <meta>, as embed/blocked.html does.

import { readFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { argv, env, exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const POLICY = policyOfTrunk();

/** @type {Record<string, string>} */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ts': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

const { values, positionals } = parseArgs({
  args: argv.slice(2),
  options: { near: { type: 'string' } },
  allowPositionals: true,
});
const folder = resolve(positionals[0] ?? 'dist');

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const { status, type, body } = await answer(request.method ?? 'GET', pathname);
  response.writeHead(status, {
    'Content-Security-Policy': POLICY,
    'Content-Type': type,
    'Content-Length': body.length,
    // A rebuilt file must be seen at once; what works offline is the service worker's business.
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
});

let port = Number(env.PORT ?? values.near ?? 0);
const last = env.PORT || !values.near ? port : port + 20;
server.on('listening', () => console.log(`http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}/`));
server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
  if (error.code === 'EADDRINUSE' && port < last) return server.listen(++port, '127.0.0.1');
  const why = error.code === 'EADDRINUSE' ? `port ${port} is taken: choose another with PORT=...` : error.message;
  console.error(`error: ${why}`);
  exit(1);
});
server.listen(port, '127.0.0.1');

/**
 * @param {string} method
 * @param {string} pathname
 * @returns {Promise<{status: number, type: string, body: Buffer}>}
 */
async function answer(method, pathname) {
  if (method !== 'GET' && method !== 'HEAD') return sentence(405, 'Only GET and HEAD are answered here.');
  try {
    const path = normalize(join(folder, decodeURIComponent(pathname)));
    if (path !== folder && !path.startsWith(folder + sep)) return sentence(403, 'Outside of the folder.');
    const file = path.endsWith(sep) || path === folder ? join(path, 'index.html') : path;
    return { status: 200, type: TYPES[extname(file)] ?? 'application/octet-stream', body: await readFile(file) };
  } catch {
    return sentence(404, `Nothing at ${pathname}`);
  }
}

/**
 * @param {number} status
 * @param {string} text
 */
function sentence(status, text) {
  return { status, type: 'text/plain; charset=utf-8', body: Buffer.from(text + '\n') };
}

/** The one place where the policy is written. */
function policyOfTrunk() {
  const path = fileURLToPath(new URL('../../Trunk.toml', import.meta.url));
  const policy = /^"Content-Security-Policy" = "(.+)"$/m.exec(readFileSync(path, 'utf8'))?.[1];
  if (!policy) throw new Error('Trunk.toml sets no Content-Security-Policy');
  return policy;
}
