// The entry: importing it defines the tags. What it exports is declared in sapa.d.ts.

import { define } from "./elements/define.js";
import { configure, instance } from "./elements/instance.js";

export { configure };

export const version = "__VERSION__";

define(version);

export async function ready() {
  await instance();
}

/** @type {typeof import('./sapa.js').mount} */
export function mount(target, widget, options = {}) {
  const element = document.createElement(`sapa-${widget}`);
  const update = (/** @type {object} */ changes) => Object.assign(element, changes);
  update(options);
  target.append(element);
  return { element, update, destroy: () => element.remove() };
}

/** @type {typeof import('./sapa.js').engine} */
export const engine = {
  async price(/** @type {any} */ request) {
    return (await instance()).enginePrice(request);
  },
};

/** @type {typeof import('./sapa.js').signOut} */
export async function signOut({ workspace = "default", user = "default" } = {}) {
  (await instance()).signOut(workspace, user);
}

/** @type {typeof import('./sapa.js').erase} */
export async function erase({ workspace = "default", user = "default" } = {}) {
  await (await instance()).erase(workspace, user);
}

/** @type {typeof import('./sapa.js').exportData} */
export async function exportData({ workspace = "default", user = "default" } = {}) {
  return JSON.stringify(await (await instance()).exportData(workspace, user), null, 2);
}
