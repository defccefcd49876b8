// The frame's side of the iframe transport: finds the host page and makes a DirectHost of its MessagePort.
//
// 1. Only the page that frames this one is heard, and only from an origin that was configured, compared exactly.
// 2. Every load of the frame is a session of its own; the end of a session answers `disconnected` to what is pending.
// 3. Deadlines and the checking of answers are connection.js's; this file only carries messages.
//
// Steps: hello to the parent every `helloMs` until welcomed; the port comes with the welcome; then requests, events, pings.

import { local, outcomeOf } from "./connection.js";

/** @import { DirectHost, HostEvent, HostHello, HostOutcome, HostWelcome, PortMessage } from './types.js' */

const VERSIONS = [1];

/**
 * @typedef {object} PortOptions
 * @property {string[]} origins exact origins of the pages that may frame this one, such as "https://crm.example"
 * @property {string} session fresh for every call
 * @property {string} widget name without the prefix
 * @property {Window} [window]
 * @property {number} [helloMs] milliseconds between two hellos
 * @property {number} [giveUpMs] milliseconds until there is no host
 * @property {number} [pingMs] milliseconds between two pings; three without any message end the session
 */

/** @typedef {DirectHost & { close(): void, closed: Promise<void> }} PortHost `closed` settles when the session is over */

/**
 * Waits for the host page and promises it as a host for `connectDirect`.
 *
 * Rejects with a HostError whose message tells the page's owner what to do: `invalid` (the origins), `forbidden` (framed
 * by another page), `unsupported` (no common version), `timeout` (no answer).
 *
 * @param {PortOptions} options
 * @returns {Promise<PortHost>}
 */
export async function connectPort({
  origins,
  session,
  widget,
  window: frame = window,
  helloMs = 250,
  giveUpMs = 10_000,
  pingMs = 10_000,
}) {
  const { parent } = frame;
  const wrong = origins.find((origin) => !isOrigin(origin));
  if (origins.length === 0 || wrong !== undefined)
    throw local("invalid", "none", `"${wrong ?? ""}" is not an exact origin such as "https://crm.example".`);
  if (parent === frame) throw local("unsupported", "none", "This page works inside an iframe of a host page only.");
  const actual = frame.location.ancestorOrigins?.[0];
  if (actual && !origins.includes(actual)) throw stranger(actual, origins);

  return new Promise((resolve, reject) => {
    /** @type {HostHello} */
    const hello = { sapa: "hello", versions: VERSIONS, session, widget };
    let heard = "";
    /** @param {MessageEvent} event */
    const receive = ({ source, origin, data, ports }) => {
      if (source !== parent || data?.sapa !== "welcome" || data.session !== session) return;
      if (!origins.includes(origin)) {
        heard = origin;
        return;
      }
      stop();
      if (VERSIONS.includes(data.version) && ports[0]) resolve(portHost(ports[0], data, pingMs));
      else
        reject(
          local("unsupported", "none", `${origin} speaks no version of the bridge that this frame does (${VERSIONS}).`),
        );
    };
    const call = () => origins.forEach((origin) => parent.postMessage(hello, origin));
    const calling = setInterval(call, helloMs);
    const waiting = setTimeout(() => {
      stop();
      const nobody = `No answer from the page around this frame. It must be one of ${origins.join(", ")} and call attachFrame().`;
      reject(heard ? stranger(heard, origins) : local("timeout", "none", nobody));
    }, giveUpMs);
    const stop = () => {
      clearInterval(calling);
      clearTimeout(waiting);
      frame.removeEventListener("message", receive);
    };
    frame.addEventListener("message", receive);
    call();
  });
}

/** @param {MessagePort} port @param {HostWelcome} welcome @param {number} pingMs @returns {PortHost} */
function portHost(port, { caps, context }, pingMs) {
  /** What waits for an answer, by id. @type {Map<string, { op: string, answer: (res: any) => void, fail: (error: Error) => void }>} */
  const pending = new Map();
  /** @type {Set<(evt: HostEvent) => void>} */
  const listeners = new Set();
  let unanswered = 0;
  let open = true;
  let ended = () => {};
  /** @type {Promise<void>} */
  const closed = new Promise((resolve) => (ended = resolve));

  /** @param {PortMessage} message */
  const post = (message) => port.postMessage(message);

  const close = () => {
    if (!open) return;
    open = false;
    clearInterval(pinging);
    post({ bye: true });
    port.close();
    for (const { op, fail } of pending.values()) fail(gone(outcomeOf(op)));
    pending.clear();
    listeners.clear();
    ended();
  };

  const pinging = setInterval(() => {
    if (unanswered++ < 3) post({ ping: unanswered });
    else close();
  }, pingMs);

  port.onmessage = ({ data }) => {
    unanswered = 0;
    if (data?.res) {
      const id = data.res.id;
      pending.get(id)?.answer(data.res);
      pending.delete(id);
    } else if (data?.evt) for (const fn of [...listeners]) fn(data.evt);
    else if (data?.ping) post({ pong: data.ping });
    else if (data?.bye) close();
  };

  return {
    request(req) {
      if (!open) return Promise.reject(gone("none"));
      return new Promise((answer, fail) => {
        pending.set(req.id, { op: req.op, answer, fail });
        post({ req });
      });
    },
    listen(fn) {
      listeners.add(fn);
      return () => listeners.delete(fn);
    },
    cancel({ id }) {
      if (pending.delete(id)) post({ cancel: { id } });
    },
    caps,
    context,
    closed,
    close,
  };
}

/** @param {HostOutcome} outcome */
const gone = (outcome) => local("disconnected", outcome, "the session with the host page is over");

/** @param {string} actual @param {string[]} origins */
const stranger = (actual, origins) =>
  local(
    "forbidden",
    "none",
    `${actual} frames this page, but only ${origins.join(", ")} may: add it to the origins if it should.`,
  );

/** @param {string} text */
function isOrigin(text) {
  try {
    return new URL(text).origin === text;
  } catch {
    return false;
  }
}
