// mount() puts a widget into the page; its handle changes it and takes it away.

import { mount } from '../sapa.js';
import { sampleHost } from './page.js';

const target = /** @type {HTMLElement} */ (document.querySelector('#target'));
const mountButton = /** @type {HTMLButtonElement} */ (document.querySelector('#mount'));
const updateButton = /** @type {HTMLButtonElement} */ (document.querySelector('#update'));
const destroyButton = /** @type {HTMLButtonElement} */ (document.querySelector('#destroy'));

const host = await sampleHost();
/** @type {import('../sapa.js').WidgetHandle | null} */
let handle = null;

mountButton.addEventListener('click', () => {
  handle ??= mount(target, 'discount-calculator', { host, client: 'ALFKI' });
  showState();
});
updateButton.addEventListener('click', () => handle?.update({ locale: 'id' }));
destroyButton.addEventListener('click', () => {
  handle?.destroy();
  handle = null;
  showState();
});
mountButton.click();

function showState() {
  mountButton.disabled = handle !== null;
  updateButton.disabled = destroyButton.disabled = handle === null;
}
