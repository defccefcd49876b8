// The demo: the first page that embeds the widgets. It uses only what sapa.d.ts declares, as any page would.

import { erase } from './sapa.js';
import { createDemoHost, forgetDemoHost, isFirstVisit } from './demo-host.js';
import { translator } from './demo-sample.js';
import { shiftDates } from './reference-host.js';
import { speak, tell } from './demo-words.js';

const parameters = new URLSearchParams(location.search);

// `?only=calculator` shows one of the four alone.
const only = parameters.get('only');
if (only) for (const section of document.querySelectorAll('main > section')) if (!section.querySelector(`#${CSS.escape(only)}`)) section.remove();

const widgets = /** @type {NodeListOf<import('./sapa.js').SapaWidgetElement>} */ (document.querySelectorAll('.widget'));
const panel = /** @type {HTMLElement} */ (document.querySelector('#panel'));
const notice = /** @type {HTMLElement} */ (document.querySelector('#notice'));
const offlineStatus = /** @type {HTMLElement} */ (document.querySelector('#offline'));
const updateButton = /** @type {HTMLButtonElement} */ (document.querySelector('#update'));

// Swedish writes a date as ISO 8601 does, and this is the day here, not in UTC.
const day = parameters.get('today') ?? new Date().toLocaleDateString('sv-SE');

const account = { workspace: 'northwind', user: 'demo' };

/** What can be chosen on the page: the name of its address parameter, what it starts with, and what choosing does. */
const switches = {
  language: { parameter: 'locale', start: preferredLanguage(), choose: chooseLanguage },
  theme: { parameter: 'theme', start: 'auto', choose: chooseTheme },
  width: { parameter: 'width', start: 'full', choose: chooseWidth },
  tax: { parameter: 'tax', start: 'none', choose: offer },
  network: { parameter: 'host', start: 'online', choose: chooseNetwork },
};

/** Whom the address names, or whom the day begins with: a client who waits for a promise that is late. */
const firstClient = parameters.get('client') ?? (isFirstVisit(account.workspace) ? 'ERNSH' : '');

/** @type {Awaited<ReturnType<typeof createDemoHost>> | null} */
let host = null;

/** The sample data, brought to this day, and what its texts are in other languages. @type {{ data: any, words: any } | null} */
let sample = null;

for (const [id, { parameter, start, choose }] of Object.entries(switches)) {
  const select = /** @type {HTMLSelectElement} */ (document.getElementById(id));
  select.value = parameters.get(parameter) ?? start;
  if (select.selectedIndex < 0) select.value = start;
  choose(select.value);
  select.addEventListener('change', () => {
    choose(select.value);
    remember(parameter, select.value === start ? null : select.value);
  });
}

document.querySelector('#reset')?.addEventListener('click', async () => {
  // Taken away first, or it would report that its data went.
  for (const widget of widgets) widget.remove();
  await erase(account);
  forgetDemoHost(account.workspace);
  location.reload();
});

for (const widget of widgets) widget.addEventListener('sapa-error', (event) => warn('stopped', event.detail.message));

start();
keepForOffline();

/** Fetches the sample data and hands it to the widgets, through a host and as plain data. */
async function start() {
  const today = parameters.get('today');
  if (today) for (const widget of widgets) widget.now = today;
  if (firstClient) for (const widget of widgets) widget.client = firstClient;
  try {
    const [catalogue, records, words] = await Promise.all(['northwind', 'records', 'words'].map(load));
    sample = { data: shiftDates({ ...catalogue, records }, day), words };
    await offer();
  } catch (cause) {
    warn('noData', cause instanceof Error ? cause.message : String(cause));
  }
}

/** @param {string} name of a file of sample data */
async function load(name) {
  const answer = await fetch(new URL(`data/${name}.json`, import.meta.url));
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return answer.json();
}

/** @param {string} locale */
function chooseLanguage(locale) {
  speak(locale);
  for (const widget of widgets) widget.locale = /** @type {import('./sapa.js').Locale} */ (locale);
  offer();
}

/** @param {string} theme */
function chooseTheme(theme) {
  document.documentElement.dataset.theme = theme;
  for (const widget of widgets) widget.theme = /** @type {import('./sapa.js').Theme} */ (theme);
}

/** @param {string} width */
function chooseWidth(width) {
  panel.style.maxInlineSize = width === 'full' ? '' : `${width}px`;
}

/** Hands over the sample data in the chosen language, its prices taxed or not: through a host and as plain data. */
async function offer() {
  if (!sample) return;
  const language = chosen('language');
  const tax = chosen('tax');
  const translate = translator(sample.words, language);
  const data = translate(sample.data);
  if (tax !== 'none') data.priceList = { ...data.priceList, tax: { ...data.tax, included: tax === 'included' } };
  const user = { id: account.user, name: 'Demo', level: 2 };
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const made = await createDemoHost(data, { today: day, workspace: account.workspace, user, zone, translate });
  // Another choice may have been made while the host remembered.
  if (language !== chosen('language') || tax !== chosen('tax')) return;
  host = made;
  for (const widget of widgets) widget.data = data;
  chooseNetwork(chosen('network'));
}

/** What a switch stands at. @param {string} id */
function chosen(id) {
  return /** @type {HTMLSelectElement} */ (document.getElementById(id)).value;
}

/** @param {string} network */
function chooseNetwork(network) {
  if (host) host.faults.offline = network === 'offline';
  for (const widget of widgets) widget.host = network === 'none' ? null : host;
}

/** Keeps this page's files on the device, and says in words whether it may be opened without a network. */
async function keepForOffline() {
  if (!window.isSecureContext || !('serviceWorker' in navigator)) return tell(offlineStatus, 'offlineInsecure');
  try {
    const registration = await navigator.serviceWorker.register(new URL('sw.js', import.meta.url));
    await navigator.serviceWorker.ready;
    tell(offlineStatus, 'offlineReady');
    offerUpdate(registration);
  } catch (cause) {
    tell(offlineStatus, 'offlineFailed');
    console.warn('The page is not kept for offline use.', cause);
  }
}

/**
 * A newer version waits until it is asked for: a page in use never changes under the person's hands.
 * @param {ServiceWorkerRegistration} registration
 */
function offerUpdate(registration) {
  const show = () => {
    updateButton.hidden = !registration.waiting;
  };
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', show));
  updateButton.addEventListener('click', () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload());
    registration.waiting?.postMessage('activate');
  });
  show();
}

/**
 * Shows a sentence about what went wrong and what to do.
 * @param {'noData' | 'stopped'} word
 * @param {string} detail
 */
function warn(word, detail) {
  notice.hidden = false;
  tell(notice, word, detail);
}

/**
 * Keeps a choice in the address, so that it survives a reload and can be sent to a colleague.
 * @param {string} name
 * @param {string | null} value
 */
function remember(name, value) {
  if (value === null) parameters.delete(name);
  else parameters.set(name, value);
  const query = parameters.toString();
  history.replaceState(null, '', query ? `?${query}` : location.pathname);
}

function preferredLanguage() {
  const spoken = navigator.languages.map((tag) => tag.slice(0, 2));
  return spoken.find((tag) => ['en', 'id', 'ru'].includes(tag)) ?? 'en';
}
