// The ways from a widget to a host, each as a function from a host to the host the widget gets.

import { attachFrame } from "../../www/host-frame.js";
import { connectPort } from "../../src/bridge/port.js";

/** @import { DirectHost } from "../../src/bridge/types.js" */

export const PAGE = "https://crm.example";
export const FRAME = "https://widgets.example";

/** @typedef {(host: DirectHost) => Promise<{ host: DirectHost, end(): void }>} Transport */

/** @type {Record<string, Transport>} */
export const transports = {
  direct: async (host) => ({ host, end() {} }),
  port: async (host) => {
    const { page, frame, iframe } = windows();
    const { detach } = attachFrame(iframe, host, { origins: [FRAME], window: page });
    const port = await connectPort({ ...HELLO, origins: [PAGE], window: frame });
    return { host: port, end: detach };
  },
};

/** What a frame says of itself in these tests. */
export const HELLO = { session: "session-1", widget: "discount-calculator", helloMs: 5, giveUpMs: 5_000 };

/**
 * A host page and the page in its iframe, as far as the handshake sees them: a message arrives with the sender's window
 * and origin, and only when the receiver has the origin it was meant for.
 */
export function windows({ pageOrigin = PAGE, frameOrigin = FRAME } = {}) {
  /** @type {any} */
  const page = new EventTarget();
  /** @type {any} */
  const frame = new EventTarget();
  /** @type {{ to: string, data: any, target: string, ports: number }[]} */
  const posted = [];
  /** A handle of `to` for the sender, whose own handle is `source`. @param {string} name @param {EventTarget} to @param {string} toOrigin @param {string} from @param {() => object} source */
  const handle = (name, to, toOrigin, from, source) => ({
    /** @param {unknown} data @param {string} target @param {MessagePort[]} [ports] */
    postMessage(data, target, ports = []) {
      posted.push({ to: name, data, target, ports: ports.length });
      if (target !== toOrigin) return;
      const event = Object.assign(new Event("message"), {
        data: structuredClone(data),
        origin: from,
        source: source(),
        ports,
      });
      setImmediate(() => to.dispatchEvent(event));
    },
  });
  const contentWindow = handle("frame", frame, frameOrigin, pageOrigin, () => frame.parent);
  frame.parent = handle("page", page, pageOrigin, frameOrigin, () => contentWindow);
  frame.location = { origin: frameOrigin };
  /** @type {any} */
  const iframe = { contentWindow, style: {} };
  return { page, frame, iframe, posted };
}
