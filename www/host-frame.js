// The host page's side of an iframe: welcomes the frame, gives it a MessagePort, and answers its requests from a host object.
// One file without imports, so that a host page can take it alone.
//
// 1. Only the iframe's own window is heard, and only from an origin that was named, compared exactly.
// 2. A hello with a new session ends the one before: its pending requests are told to the host as cancelled, and whoever
//    still waits in the frame gets `disconnected`.
// 3. Nothing the frame sends is trusted: a request is copied as JSON, within a size, before the host object sees it.

/** @import { DirectHost, HostErrorData, PortMessage } from './sapa.js' */

const VERSIONS = [1];
/** Characters of one request. */
const MAX_SIZE = 1_000_000;
/** CSS pixels; higher is a mistake of the frame, or mischief. */
const MAX_HEIGHT = 20_000;

/**
 * Connects `iframe`, which shows frame.html, with `host` until `detach()`.
 *
 * @example
 * const frame = attachFrame(document.querySelector('iframe'), host, { origins: ['https://widgets.example'] });
 *
 * @param {HTMLIFrameElement} iframe
 * @param {DirectHost} host
 * @param {{ origins: string[], autoResize?: boolean, window?: Window }} options `origins`: of the frame's page, exact;
 *   `autoResize`: give the iframe the height its widget asks for
 * @returns {{ detach(): void }}
 * @throws {TypeError} when an origin is not exact
 */
export function attachFrame(iframe, host, { origins, autoResize = true, window: page = window }) {
  const wrong = origins.find((origin) => !isOrigin(origin));
  if (origins.length === 0 || wrong !== undefined) {
    throw new TypeError(`attachFrame: "${wrong ?? ""}" is not an exact origin such as "https://widgets.example".`);
  }
  /** @type {{ name: string, end(): void } | undefined} */
  let session;

  /** @param {MessageEvent} event */
  const receive = ({ source, origin, data }) => {
    if (data?.sapa !== "hello" || !source || source !== iframe.contentWindow) return;
    if (!origins.includes(origin)) {
      console.warn(
        `Sapa: a frame of ${origin} asks for this page's host, but only ${origins.join(", ")} may. Add it to the origins if it should.`,
      );
      return;
    }
    // The frame says hello until it is answered, so the same session may ask twice.
    if (typeof data.session !== "string" || data.session === session?.name) return;
    session?.end();
    session = undefined;
    const spoken = Array.isArray(data.versions) ? data.versions : [];
    const version = Math.max(0, ...VERSIONS.filter((each) => spoken.includes(each)));
    const welcome = { sapa: "welcome", version, session: data.session, caps: host.caps, context: host.context };
    if (version === 0) return void iframe.contentWindow.postMessage(welcome, origin);
    const { port1, port2 } = new MessageChannel();
    session = {
      name: data.session,
      end: serve(port1, host, autoResize ? (height) => resize(iframe, height) : undefined),
    };
    iframe.contentWindow.postMessage(welcome, origin, [port2]);
  };
  page.addEventListener("message", receive);

  return {
    detach() {
      page.removeEventListener("message", receive);
      session?.end();
      session = undefined;
    },
  };
}

/** Answers what comes through `port`; the returned function ends it. @param {MessagePort} port @param {DirectHost} host @param {((height: number) => void) | undefined} resizeTo */
function serve(port, host, resizeTo) {
  /** @type {Set<string>} */
  const pending = new Set();
  let open = true;

  /** @param {PortMessage} message */
  const post = (message) => {
    if (open) port.postMessage(message);
  };
  /** @param {string} id @param {HostErrorData["code"]} code @param {string} message */
  const refuse = (id, code, message) =>
    post({ res: { id, err: { code, message, retryable: false, outcome: "none" } } });

  /** @param {any} raw */
  const answer = async (raw) => {
    const id = String(raw?.id);
    let req;
    try {
      req = plain(raw);
    } catch {
      return refuse(id, "too_large", `more than ${MAX_SIZE} characters, or not JSON`);
    }
    if (typeof req.id !== "string" || typeof req.op !== "string" || pending.has(id)) {
      return refuse(id, "invalid", "not a request");
    }
    if (req.op === "ui.resize" && resizeTo) {
      const height = req.args?.height;
      if (!(typeof height === "number" && height >= 0 && height <= MAX_HEIGHT)) {
        return refuse(id, "invalid", `height must be from 0 to ${MAX_HEIGHT}`);
      }
      resizeTo(height);
      return post({ res: { id, ok: {} } });
    }
    pending.add(id);
    let res;
    try {
      res = await host.request(req);
    } catch (error) {
      // The frame's side knows the outcome: unknown for a write, none for a read.
      res = /** @type {any} */ ({ id, err: { code: "internal", message: String(error) } });
    }
    // A request that was cancelled meanwhile has nobody waiting for it.
    if (!pending.delete(id)) return;
    try {
      post({ res: res?.id === id ? res : malformed(id) });
    } catch {
      post({ res: malformed(id) });
    }
  };

  /** @param {string} id */
  const cancel = (id) => {
    if (pending.delete(id)) host.cancel?.({ id });
  };

  const unlisten = host.listen?.((evt) => {
    try {
      post({ evt });
    } catch (error) {
      console.error("Sapa: an event of the host cannot be sent to the frame.", error);
    }
  });
  const end = () => {
    if (!open) return;
    post({ bye: true });
    open = false;
    port.close();
    unlisten?.();
    [...pending].forEach(cancel);
  };
  port.onmessage = ({ data }) => {
    if (data?.req) answer(data.req);
    else if (data?.cancel) cancel(data.cancel.id);
    else if (data?.ping) post({ pong: data.ping });
    else if (data?.bye) end();
  };
  return end;
}

/** Gives the frame's page the height, whatever border the host page draws around it. @param {HTMLIFrameElement} iframe @param {number} height */
function resize(iframe, height) {
  const borderBox = getComputedStyle(iframe).boxSizing === "border-box";
  const borders = borderBox ? iframe.offsetHeight - iframe.clientHeight : 0;
  iframe.style.height = `${Math.ceil(height) + borders}px`;
}

/** What is sent for an answer that is none or cannot be sent; the frame's side says so to the widget. @param {string} id */
const malformed = (id) => /** @type {any} */ ({ id });

/** A copy of what JSON can say, without members named `__proto__`. @param {unknown} value */
function plain(value) {
  let size = 0;
  const json = JSON.stringify(value, (key, part) => {
    size += key.length + (typeof part === "string" ? part.length : 8);
    if (size > MAX_SIZE) throw new RangeError("too large");
    return key === "__proto__" ? undefined : part;
  });
  return JSON.parse(json);
}

/** @param {string} text */
function isOrigin(text) {
  try {
    return new URL(text).origin === text;
  } catch {
    return false;
  }
}
