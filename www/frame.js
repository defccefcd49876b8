// The page inside an iframe: one widget whose host is the page around it.
//
//   frame.html?widget=discount-calculator&origin=https://crm.example&client=ALFKI&locale=en
//
// `origin` is the exact origin of the host page, this page's own when absent; the other options are the tag's attributes.

import "./sapa.js";
import { connectDirect } from "./bridge/connection.js";
import { connectPort } from "./bridge/port.js";

const WIDGETS = ["client-card", "discount-calculator", "meeting-planner", "competitor-comparison"];
const ATTRIBUTES = ["client", "locale", "theme", "density", "workspace", "user", "now"];

const options = new URLSearchParams(location.search);
const widget = options.get("widget") ?? "discount-calculator";

document.body.style.margin = "0";
if (WIDGETS.includes(widget)) await start();
else say(`There is no widget "${widget}". Known: ${WIDGETS.join(", ")}.`);

/** Shows the widget once the host page has answered, and finds the host page again when a session ends. */
async function start() {
  const element = /** @type {import('./sapa.js').SapaWidgetElement} */ (
    document.createElement(`sapa-${widget}`)
  );
  for (const name of ATTRIBUTES) {
    const value = options.get(name);
    if (value !== null) element.setAttribute(name, value);
  }
  for (;;) {
    let host;
    try {
      host = await connectPort({ origins: origins(), session: newSession(), widget });
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
      return;
    }
    element.host = host;
    if (!element.isConnected) document.body.append(element);
    const stop = resizeWith(host);
    await host.closed;
    stop();
  }
}

/** Tells the host how high the widget is. @param {import('./sapa.js').DirectHost} host */
function resizeWith(host) {
  const connection = connectDirect(host);
  const observer = new ResizeObserver(() => {
    // The body's own height, since the document's is never less than the frame's and could only grow.
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    connection.request("ui.resize", { height }).catch((error) => {
      // A host that does not resize is no fault; the frame scrolls.
      if (error.code !== "unsupported" && error.code !== "disconnected") console.warn("Sapa: ui.resize failed.", error);
    });
  });
  observer.observe(document.body);
  return () => {
    observer.disconnect();
    connection.close();
  };
}

/** Whom to trust: the origins this page was given when it was put up; failing that, the one its address names. */
function origins() {
  const meta = /** @type {HTMLMetaElement | null} */ (document.querySelector('meta[name="sapa-origins"]'));
  const fixed = meta?.content.split(/\s+/).filter(Boolean) ?? [];
  return fixed.length > 0 ? fixed : [options.get("origin") ?? location.origin];
}

/** `crypto.randomUUID` needs a secure context, which a frame may not have. */
function newSession() {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(16)).join("-");
}

/** A sentence for the page's owner, in place of the widget. @param {string} sentence */
function say(sentence) {
  const paragraph = document.createElement("p");
  paragraph.setAttribute("role", "alert");
  paragraph.textContent = `Sapa: ${sentence}`;
  document.body.append(paragraph);
  console.error(`Sapa: ${sentence}`);
}
