// What every example page has of its own, as a host page would: a button that must go on working whatever happens to the
// widget, a place where the page's owner reads what the widget reports, and the sample data.

import { createReferenceHost, shiftDates } from '../reference-host.js';

/** The day the sample data are moved to, written as Swedes write it; `?today=1998-05-07` leaves them as they were. */
export const today = new URLSearchParams(location.search).get('today') ?? new Date().toLocaleDateString('sv-SE');

/** The sample catalogue (clients, products, a price list) with the other records. A real page hands over its own. */
export async function sampleData() {
  const load = async (/** @type {string} */ name) => (await fetch(new URL(`../data/${name}.json`, import.meta.url))).json();
  const [catalogue, records] = await Promise.all(['northwind', 'records'].map(load));
  return shiftDates({ ...catalogue, records }, today);
}

/** A host that answers from the sample data. A real page hands over an object that asks its own server. */
export async function sampleHost() {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return createReferenceHost(await sampleData(), { today, zone, workspace: 'embed', user: { id: 'demo', name: 'Demo' } });
}

const own = /** @type {HTMLElement} */ (document.querySelector('#own'));
const count = /** @type {HTMLElement} */ (document.querySelector('#count'));
own.addEventListener('click', () => {
  count.textContent = String(Number(count.textContent) + 1);
});

// `sapa-error` bubbles, so one listener hears every widget of the page. The pages load this script before sapa.js: it misses
// nothing that way.
const owner = /** @type {HTMLOutputElement} */ (document.querySelector('#owner'));
document.addEventListener('sapa-error', (event) => {
  const { code, message } = /** @type {CustomEvent<import('../sapa.js').WidgetError>} */ (event).detail;
  owner.append(`${code}: ${message}\n`);
});
