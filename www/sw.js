// Keeps this site's own files on the device, so that the page opens without a network.
//
// 1. The build writes the exact list of files and a version made from their content into the two constants below.
// 2. A new version fetches all its files before it counts as installed; one that fails leaves the old version in place.
// 3. It waits until no page of the old version is open, or until a person asks for it on the page. Nothing reloads by
//    itself. Then the old files are deleted.
// 4. Everything else (other methods, other origins, files not in the list) is none of its business.

const VERSION = '';
/** @type {string[]} */
const FILES = [];

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const cacheName = `sapa-${VERSION}`;
const scope = new URL('./', worker.location.href);
const start = new URL('index.html', scope).href;
const kept = new Set(FILES.map((file) => new URL(file, scope).href));

worker.addEventListener('install', (event) => {
  event.waitUntil(keep());
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(forgetOthers());
});

worker.addEventListener('message', (event) => {
  if (event.data === 'activate') worker.skipWaiting();
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(scope.href)) return;
  const file = fileOf(request.url);
  if (kept.has(file)) event.respondWith(fromCache(file, request));
  else if (request.mode === 'navigate') event.respondWith(fromNetwork(request));
});

async function keep() {
  const cache = await caches.open(cacheName);
  // `reload` passes by the HTTP cache, which may still hold files of the version before.
  await cache.addAll([...kept].map((file) => new Request(file, { cache: 'reload' })));
}

async function forgetOthers() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith('sapa-') && name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/**
 * The file an address means: options after `?` change what a page does, not which file it is.
 * @param {string} address
 */
function fileOf(address) {
  const url = new URL(address);
  if (url.pathname.endsWith('/')) url.pathname += 'index.html';
  url.search = '';
  url.hash = '';
  return url.href;
}

/**
 * @param {string} file
 * @param {Request} request
 */
async function fromCache(file, request) {
  const cache = await caches.open(cacheName);
  return (await cache.match(file)) ?? fetch(request);
}

/**
 * A page that is not kept is fetched; where that fails, the start page is better than the browser's error.
 * @param {Request} request
 */
async function fromNetwork(request) {
  try {
    return await fetch(request);
  } catch (cause) {
    // Redirected, not answered in its place: its relative addresses hold only from where it is.
    if (kept.has(start)) return Response.redirect(start);
    throw cause;
  }
}
