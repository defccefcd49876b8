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

/** A call of the engine. @param {string} name @returns {(question: any) => Promise<any>} */
const call = (name) => async (question) => (await instance()).engineAnswer(name, question);

/** @type {typeof import('./sapa.js').engine} */
export const engine = {
  price: call("price"),
  chooseRules: call("chooseRules"),
  ways: call("ways"),
  startOf: call("startOf"),
  cheaper: call("cheaper"),
  reach: call("reach"),
  keepProfit: call("keepProfit"),
  keepMargin: call("keepMargin"),
  defer: call("defer"),
  earlyPayment: call("earlyPayment"),
  authorise: call("authorise"),
  grantDays: call("grantDays"),
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
