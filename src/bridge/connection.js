// The widget's side of the bridge.
//
// 1. Every call settles: with a checked answer, or with a HostError by its deadline.
// 2. Nothing from outside is trusted: an answer is copied as JSON, within a size, before anything reads it.
// 3. Where a write may have happened, the error says `unknown` and never `none`.
//
// Both transports look like a DirectHost, so these rules stand here alone.

/** @import { CallOptions, Connection, DirectHost, HostError as HostErrorShape, HostErrorCode, HostEvent, HostOutcome } from './types.js' */

/** The most characters of one answer or event. */
export const MAX_SIZE = 8_000_000;

/**
 * Speaks to `host`; `deadlineMs` is for calls that name none of their own.
 *
 * @example
 * const connection = connectDirect(host);
 * const { records } = await connection.request('record.query', { entity: 'product', limit: 100 });
 *
 * @param {DirectHost} host
 * @param {{ deadlineMs?: number }} [options]
 * @returns {Connection}
 */
export function connectDirect(host, { deadlineMs: usualMs = 15_000 } = {}) {
  /** What to do when the connection closes. @type {Set<() => void>} */
  const closing = new Set();
  let closed = false;

  /** @param {string} op @param {any} args @param {CallOptions} [options] @returns {Promise<any>} */
  const request = (op, args, { idem, baseVersion, deadlineMs = usualMs, signal } = {}) =>
    new Promise((resolve, reject) => {
      const maybe = outcomeOf(op);
      if (closed) throw local("disconnected", "none", "the connection is closed");
      if (signal?.aborted) throw local("cancelled", "none", "cancelled before it was sent");
      const id = `${PAGE}-${++calls}`;

      /** @param {() => void} how */
      const settle = (how) => {
        clearTimeout(timer);
        closing.delete(disconnect);
        signal?.removeEventListener("abort", cancel);
        how();
      };
      /** @param {HostErrorCode | 'malformed'} code @param {string} message */
      const fail = (code, message) => settle(() => reject(local(code, maybe, message)));
      const disconnect = () => fail("disconnected", "the connection was closed");
      /** @param {HostErrorCode} code @param {string} message */
      const giveUp = (code, message) => {
        fail(code, message);
        try {
          host.cancel?.({ id });
        } catch {
          // The caller has its answer; a host that fails to cancel has nothing to add to it.
        }
      };
      const cancel = () => giveUp("cancelled", "cancelled by the caller");
      const timer = setTimeout(
        giveUp,
        Math.min(deadlineMs, 2 ** 31 - 1),
        "timeout",
        `no answer within ${deadlineMs} ms`,
      );
      closing.add(disconnect);
      signal?.addEventListener("abort", cancel);

      // The inner promise turns a host that throws at once into one that rejects.
      new Promise((answer) => answer(host.request(sendable({ id, op, args, idem, baseVersion, deadlineMs })))).then(
        (raw) => {
          try {
            const res = plain(raw);
            if (res?.id !== id || "ok" in res === "err" in res) throw new TypeError("not an answer to this request");
            if ("ok" in res) settle(() => resolve(res.ok));
            else {
              const error = new HostError(res.err, maybe);
              settle(() => reject(error));
            }
          } catch (error) {
            fail("malformed", text(error));
          }
        },
        (error) => settle(() => reject(error instanceof HostError ? error : local("internal", maybe, text(error)))),
      );
    });

  /** @param {(evt: HostEvent) => void} fn */
  const listen = (fn) => {
    let last = -1;
    /** @type {unknown} */
    let stop;
    try {
      stop = host.listen?.((raw) => {
        const evt = known(raw);
        if (typeof evt?.name !== "string" || typeof evt.seq !== "number" || evt.seq <= last) return;
        last = evt.seq;
        fn(evt);
      });
    } catch (error) {
      // Events are hints, so the widget goes on without them, and the page's owner learns why there are none.
      console.error("Sapa: the host's listen() failed.", error);
    }
    const end = () => {
      closing.delete(end);
      last = Infinity; // A host may go on calling what it was told to forget.
      if (typeof stop === "function") stop();
    };
    closing.add(end);
    return end;
  };

  return {
    request,
    listen,
    caps: known(host.caps) ?? {},
    context: known(host.context),
    close() {
      closed = true;
      for (const end of [...closing]) end();
    },
  };
}

/** The one error a call rejects with; see the interface of this name. @implements {HostErrorShape} */
export class HostError extends Error {
  /**
   * @param {any} data an error as it travelled; @param {HostOutcome} maybe the outcome where it names none
   * @throws {TypeError} when version 1 knows no such code
   */
  constructor(data, maybe) {
    const code = /** @type {HostErrorCode | 'malformed'} */ (data?.code);
    if (!Object.hasOwn(RETRYABLE, code)) throw new TypeError("an error code that is not known");
    super(text(data.message ?? code));
    this.name = "HostError";
    this.code = code;
    this.retryable = typeof data.retryable === "boolean" ? data.retryable : RETRYABLE[code];
    /** @type {HostOutcome} */
    this.outcome = OUTCOMES.includes(data.outcome) ? data.outcome : maybe;
    for (const [name, type] of DETAILS)
      if (data[name] !== null && typeof data[name] === type) Object.assign(this, { [name]: data[name] });
  }
}

/**
 * An error that arises on this side.
 *
 * @param {HostErrorCode | 'malformed'} code @param {HostOutcome} outcome @param {string} message
 */
export const local = (code, outcome, message) => new HostError({ code, message }, outcome);

/** What may have become of a request nobody answered. @param {string} op @returns {HostOutcome} */
export const outcomeOf = (op) => (READS.has(op) ? "none" : "unknown");

/**
 * A copy of what JSON can say of `value`, without members named `__proto__`.
 *
 * @param {unknown} value @returns {any} @throws {RangeError | TypeError} when it is too large or has a cycle
 */
export function plain(value) {
  let size = 0;
  const json = JSON.stringify(value, (key, part) => {
    size += key.length + (typeof part === "string" ? part.length : 8);
    if (size > MAX_SIZE) throw new RangeError("larger than the contract allows");
    return key === "__proto__" ? undefined : part;
  });
  return json && JSON.parse(json);
}

/** The message as the host gets it: a copy, so that neither side can change what the other holds. @param {object} message */
function sendable(message) {
  try {
    return plain(message);
  } catch (error) {
    throw local(error instanceof RangeError ? "too_large" : "invalid", "none", text(error));
  }
}

/** @param {unknown} value what a host says unasked: an event, its context; saying it badly is saying nothing. */
function known(value) {
  try {
    return plain(value);
  } catch {
    return undefined;
  }
}

/** @param {any} error anything that was thrown, even an object that throws when it is read */
function text(error) {
  try {
    return String(error?.message ?? error).slice(0, 500);
  } catch {
    return "an error that cannot be read";
  }
}

/** What the codes mean for trying again, where an error does not say. */
const RETRYABLE = {
  unsupported: false,
  invalid: false,
  not_found: false,
  forbidden: false,
  unauthenticated: false,
  conflict: false,
  duplicate: false,
  warning: false,
  rate_limited: true,
  offline: true,
  timeout: true,
  too_large: false,
  cancelled: false,
  disconnected: true,
  internal: false,
  malformed: false,
};
/** What an error may carry besides, and as what. @type {[string, string][]} */
const DETAILS = [
  ["fields", "object"],
  ["current", "object"],
  ["version", "string"],
  ["candidates", "object"],
  ["token", "string"],
  ["retryAfterMs", "number"],
  ["scope", "string"],
];
/** @type {unknown[]} */
const OUTCOMES = ["none", "applied", "unknown"];
const READS = new Set(["context.get", "record.get", "record.query", "changes.since", "meta.describe", "auth.token"]);

// Widgets of one page may share a host, two copies of this file too, so ids differ between them.
const PAGE = crypto.getRandomValues(new Uint32Array(1))[0].toString(36);
let calls = 0;
