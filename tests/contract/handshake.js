// Both ends of the handshake, for tests that play one against the other: the frame that dials, the page that attaches, and
// what either might send without the other's help.

import assert from "node:assert/strict";
import { afterEach } from "node:test";
import { connectPort } from "../../src/bridge/port.js";
import { attachFrame } from "../../www/host-frame.js";
import { FRAME, HELLO, PAGE } from "./transports.js";

/** @import { DirectHost } from "../../src/bridge/types.js" */

export const EVIL = "https://evil.example";
/** For a frame that nobody is going to answer. */
export const BRIEF = { giveUpMs: 60 };
/** @type {(() => void)[]} */
export const ends = [];
afterEach(() => ends.splice(0).forEach((end) => end()));

// Node has no style sheets; the stand-in for an iframe carries what they would say.
Object.assign(globalThis, { getComputedStyle: (/** @type {any} */ element) => ({ boxSizing: element.boxSizing }) });

/** @returns {DirectHost} */
export const echo = () => ({ request: async ({ id, op }) => ({ id, ok: /** @type {any} */ ({ op }) }) });

/** @param {any} pair @param {DirectHost} [host] @param {object} [options] */
export function attach(pair, host = echo(), options = {}) {
  const attached = attachFrame(pair.iframe, host, { origins: [FRAME], window: pair.page, ...options });
  ends.push(attached.detach);
  return attached;
}

/** @param {any} pair @param {object} [options] */
export async function dial(pair, options = {}) {
  const host = await connectPort({ ...HELLO, origins: [PAGE], window: pair.frame, ...options });
  ends.push(host.close);
  return host;
}

/** The error of that code and sentence. @param {Promise<unknown>} promise @param {string} code @param {RegExp} sentence */
export async function refused(promise, code, sentence) {
  const error = await promise.then(
    () => assert.fail(`not refused with ${code}`),
    (thrown) => thrown,
  );
  assert.equal(error.code, code, String(error));
  assert.match(error.message, sentence);
  return error;
}

/** Lets every message on its way arrive. */
export const pause = (ms = 20) => new Promise((resolve) => setTimeout(resolve, ms));

/** A welcome as a page might send it. @param {any} pair @param {any} message */
export function welcome({ frame }, { origin, source, ports = [new MessageChannel().port2], data = {} }) {
  const sent = { sapa: "welcome", version: 1, session: HELLO.session, ...data };
  ends.push(() => ports.forEach((/** @type {MessagePort} */ port) => port.close()));
  frame.dispatchEvent(Object.assign(new Event("message"), { data: sent, origin, source, ports }));
}

/** A hello as a frame might send it. @param {any} pair @param {any} [message] */
export function hello({ page, iframe }, { source = iframe.contentWindow, data = {} } = {}) {
  const sent = { sapa: "hello", versions: [1], session: "a", widget: "discount-calculator", ...data };
  page.dispatchEvent(Object.assign(new Event("message"), { data: sent, origin: FRAME, source, ports: [] }));
}

/** The frame's port, without what port.js makes of it. @param {any} pair @returns {Promise<MessagePort>} */
export async function rawPort(pair) {
  /** @type {Promise<MessagePort>} */
  const found = new Promise((resolve) =>
    pair.frame.addEventListener("message", (/** @type {any} */ event) => resolve(event.ports[0]), { once: true }),
  );
  hello(pair);
  const port = await found;
  ends.push(() => port.close());
  return port;
}
