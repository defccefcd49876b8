// The demo's CRM. A real one remembers what it was told; the reference host keeps nothing beyond the page, so this one
// writes down every change and makes it again when the page is opened anew.

import { createReferenceHost } from './reference-host.js';

/** @import { translator } from './demo-sample.js' */
/** @import { HostRequest } from './sapa.js' */

const WRITES = new Set(['record.create', 'record.update', 'record.remove']);
/** About as much as every browser keeps for a page; beyond it the oldest changes of the demo are forgotten. */
const MOST = 2_000_000;

/**
 * The reference host, with a memory of its own.
 *
 * What is told of a record of the sample holds all of its texts: those that nobody wrote follow the language too.
 *
 * @param {Parameters<typeof createReferenceHost>[0]} data
 * @param {Parameters<typeof createReferenceHost>[1] & { workspace: string, translate: ReturnType<typeof translator> }} options
 * @returns {Promise<ReturnType<typeof createReferenceHost>>}
 */
export async function createDemoHost(data, options) {
  const { translate } = options;
  const host = createReferenceHost(data, options);
  const said = (/** @type {HostRequest} */ request) => (request.op === 'record.update' ? translate(request) : request);
  const name = nameOf(options.workspace);
  let told = read(name);
  for (const request of told) await host.request(said(request));
  return {
    ...host,
    async request(request) {
      const answer = await host.request(said(request));
      // What a host refuses it does not keep; what it answered twice it has kept once, by its `idem`.
      if (WRITES.has(request.op) && !answer?.err) {
        told = [...told, request];
        write(name, told);
      }
      return answer;
    },
  };
}

/** Whether the demo was never opened here, or begins anew; the next one is not the first. @param {string} workspace */
export function isFirstVisit(workspace) {
  try {
    const isFirst = localStorage.getItem(visitOf(workspace)) === null;
    localStorage.setItem(visitOf(workspace), 'yes');
    return isFirst;
  } catch {
    return true;
  }
}

/** Forgets what the demo's CRM was told, and that it was. @param {string} workspace */
export function forgetDemoHost(workspace) {
  try {
    localStorage.removeItem(nameOf(workspace));
    localStorage.removeItem(visitOf(workspace));
  } catch {
    // Where storage is blocked there is nothing to forget.
  }
}

/** @param {string} workspace */
const nameOf = (workspace) => `sapa-demo-host/${workspace}`;

/** @param {string} workspace */
const visitOf = (workspace) => `sapa-demo-visited/${workspace}`;

/** @param {string} name @returns {HostRequest[]} */
function read(name) {
  try {
    const told = JSON.parse(localStorage.getItem(name) ?? '[]');
    return Array.isArray(told) ? told : [];
  } catch {
    return [];
  }
}

/** @param {string} name @param {HostRequest[]} told */
function write(name, told) {
  let text = JSON.stringify(told);
  for (let from = 1; MOST < text.length; from *= 2) text = JSON.stringify(told.slice(from));
  try {
    localStorage.setItem(name, text);
  } catch (cause) {
    console.warn('The demo’s CRM will forget its changes when this page is left.', cause);
  }
}
