// The tags. This file is the one owner of `customElements`; what a widget shows is Rust's.
//
// The life of an element: created or upgraded (properties set before are taken over), connected (mounts once the module
// runs), changed (a new client is told to the widget, anything else mounts it anew), moved (nothing happens), disconnected
// for good (destroyed). Light-DOM children show until the widget is there, and whenever it cannot be.

import { StartError, current, ended, instance, onStop, stylesheet } from "./instance.js";
import { printAlone } from "./print.js";
import { connectDirect } from "../bridge/connection.js";

/** Attributes with a property of the same name. */
const ATTRIBUTES = ["client", "locale", "theme", "density", "workspace", "user", "now", "page", "name", "disabled"];
/** Attributes whose change mounts the widget anew. */
const STRUCTURAL = new Set(["locale", "workspace", "user", "now", "page"]);
/** What stands behind the `#` of a link to a quote. */
const LINK = /^#sapa\d+~/;
/** Properties that hold objects and have no attribute. */
const OBJECTS = /** @type {const} */ (["host", "data", "messages"]);

/** What a stopped widget says, in each language. @type {Record<string, [string, string]>} */
const STOPPED = {
  en: ["Sapa stopped. Your work is saved on this device.", "Restart"],
  id: ["Sapa berhenti. Pekerjaan Anda tersimpan di perangkat ini.", "Mulai lagi"],
  ru: ["Sapa остановилась. Ваша работа сохранена на этом устройстве.", "Запустить снова"],
};

/** One connection for each host object, so that widgets with the same host share their session. */
const connections = new WeakMap();

/** Stands for a `host` that cannot be asked, so that the widget says it as it says whatever else a host does wrong. */
const UNUSABLE = {
  request: async () => {
    throw { code: "unusable", message: "`host` must be an object with a function `request`" };
  },
  listen: () => () => {},
};

/** @param {any} host */
function connectionOf(host) {
  if (host === null || host === undefined) return undefined;
  if (typeof host.request !== "function") return UNUSABLE;
  if (!connections.has(host)) connections.set(host, connectDirect(host));
  return connections.get(host);
}

/** Every event that could reach a listener of the module. */
const EVENTS = ["click", "input", "change", "keydown", "focus", "blur", "mousedown", "pointerdown", "pointermove", "pointerup", "pointercancel", "touchmove", "contextmenu", "focusin", "submit", "cancel"];

export class Widget extends HTMLElement {
  /** The module's name of what is shown. */
  static widget = "";
  static observedAttributes = ATTRIBUTES;

  #internals = this.attachInternals();
  /** @type {ShadowRoot | undefined} */
  #root;
  /** @type {import('../sapa-wasm.js').Mount | undefined} */
  #mount;
  #generation = -1;
  #queued = false;
  #stopWatching = () => {};
  /** @type {Record<string, any>} */
  #objects = {};

  constructor() {
    super();
    // A property set before the definition hides the accessor of the class: take the value over and set it properly.
    for (const name of [...ATTRIBUTES, ...OBJECTS]) {
      if (!Object.hasOwn(this, name)) continue;
      const value = /** @type {any} */ (this)[name];
      delete (/** @type {any} */ (this)[name]);
      // Attributes may not be set while the element is being created.
      queueMicrotask(() => (/** @type {any} */ (this)[name] = value));
    }
  }

  connectedCallback() {
    addEventListener("hashchange", this.#offerLink);
    this.#stopWatching = onStop(() => this.#showStopped());
    this.#refresh();
  }

  disconnectedCallback() {
    removeEventListener("hashchange", this.#offerLink);
    this.#stopWatching();
    // Moving an element disconnects and connects it in one go; only one that stays away is done with.
    queueMicrotask(() => {
      if (!this.isConnected) this.#destroy();
    });
  }

  /** @param {string} name @param {string | null} old @param {string | null} value */
  attributeChangedCallback(name, old, value) {
    if (old === value || !this.isConnected) return;
    if (name === "client") guarded(() => this.#alive()?.choose(value ?? undefined));
    else if (name === "disabled") this.#showDisabled();
    else if (STRUCTURAL.has(name)) this.#remount();
  }

  formResetCallback() {
    guarded(() => this.#alive()?.reset());
  }

  /** @param {boolean} disabled the fieldset's state or the element's own */
  formDisabledCallback(disabled) {
    if (this.#root) this.#root.firstElementChild?.toggleAttribute("inert", disabled);
  }

  get value() {
    return this.#alive()?.value ?? "";
  }

  get form() {
    const { formAssociated } = /** @type {{ formAssociated?: boolean }} */ (this.constructor);
    return formAssociated ? this.#internals.form : null;
  }

  /** The widget, if the instance that made it still runs. */
  #alive() {
    return this.#generation === current() ? this.#mount : undefined;
  }

  #remount() {
    this.#unmount();
    this.#refresh();
  }

  /** Mounts in the next microtask, once for however many changes came together. */
  #refresh() {
    if (this.#queued || this.#alive()) return;
    this.#queued = true;
    queueMicrotask(async () => {
      try {
        const module = await instance();
        this.#queued = false;
        if (this.isConnected && !this.#alive()) this.#start(module);
      } catch (error) {
        this.#queued = false;
        this.#fail(error);
      }
    });
  }

  /** @param {import('./instance.js').Module} module */
  #start(module) {
    const sheet = stylesheet(module);
    this.#root ??= this.attachShadow({ mode: "open" });
    this.#root.adoptedStyleSheets = [sheet];
    // The widget lives in a box of its own: when the module stops, the box goes, and with it every old listener.
    const box = document.createElement("div");
    box.part.add("widget");
    for (const type of EVENTS) box.addEventListener(type, (event) => this.#guard(event, generation), true);
    const generation = current();
    this.#root.replaceChildren(box);
    this.#generation = generation;
    const options = {
      workspace: this.getAttribute("workspace"),
      user: this.getAttribute("user"),
      client: this.getAttribute("client"),
      now: this.getAttribute("now"),
      page: this.getAttribute("page") ?? location.href.split("#")[0],
      locale: this.getAttribute("locale") ?? this.closest("[lang]")?.getAttribute("lang") ?? navigator.language,
      messages: this.#objects.messages,
      connection: connectionOf(this.#objects.host),
      data: this.#objects.data ?? undefined,
    };
    try {
      const emit = (/** @type {string} */ name, /** @type {any} */ detail) => this.#emit(name, detail);
      this.#mount = module.mount(box, /** @type {typeof Widget} */ (this.constructor).widget, options, emit);
      this.#showDisabled();
      this.#offerLink();
    } catch (error) {
      if (!ended(error)) this.#fail(error);
    }
  }

  /** A page that was opened by a link to a quote has the quote behind its `#`. Only the calculator takes it. */
  #offerLink = () => {
    if (LINK.test(location.hash)) guarded(() => this.#alive()?.offer(location.hash));
  };

  /** Keeps events from the listeners of an instance that stopped. @param {Event} event @param {number} generation */
  #guard(event, generation) {
    if (generation !== current()) event.stopImmediatePropagation();
  }

  #unmount() {
    const mount = this.#alive();
    this.#mount = undefined;
    this.#generation = -1;
    guarded(() => {
      mount?.destroy();
      mount?.free();
    });
  }

  #destroy() {
    this.#unmount();
    this.#root?.replaceChildren();
  }

  #showDisabled() {
    this.#root?.firstElementChild?.toggleAttribute("inert", this.matches(":disabled") || this.hasAttribute("disabled"));
  }

  /** @param {string} name @param {any} detail */
  #emit(name, detail) {
    if (name === "export") return download("sapa.json", "application/json", JSON.stringify(detail, null, 2));
    if (name === "print") return printAlone(this);
    if (name === "copy") return void navigator.clipboard?.writeText(detail.text).catch(() => {});
    if (name === "forget") return forgetLink();
    if (name === "file") return download(detail.name, detail.kind, detail.text);
    if (name === "change") return this.hasAttribute("name") && this.#internals.setFormValue(this.value || null);
    if (name === "error") console.warn(`Sapa ${detail.code}: ${detail.message}`, detail.detail);
    this.dispatchEvent(new CustomEvent(`sapa-${name}`, { detail: name === "ready" ? null : detail, bubbles: true, composed: true }));
  }

  /** The widget cannot start: its children stay in view, or else a sentence, and the page's owner is told. @param {unknown} error */
  #fail(error) {
    const { code = "widget.failed", message = String(error) } = /** @type {Partial<StartError>} */ (error ?? {});
    const slot = document.createElement("slot");
    const box = slot.appendChild(document.createElement("div"));
    box.className = "sapa stopped";
    box.setAttribute("role", "alert");
    box.textContent = `Sapa cannot start: ${message}`;
    this.#root?.replaceChildren(slot);
    console.error(`Sapa ${code}: ${message}`);
    this.#tellError(code, message);
  }

  /** @param {string} code @param {string} message */
  #tellError(code, message) {
    this.dispatchEvent(new CustomEvent("sapa-error", { detail: { code, message }, bubbles: true, composed: true }));
  }

  #showStopped() {
    if (!this.#root || this.#generation < 0) return;
    const [sentence, action] = STOPPED[this.#language()] ?? STOPPED.en;
    const box = document.createElement("div");
    box.className = "sapa stopped";
    box.setAttribute("role", "alert");
    const text = document.createElement("p");
    text.textContent = sentence;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "primary";
    button.part.add("restart");
    button.textContent = action;
    button.addEventListener("click", () => restartAll());
    box.append(text, button);
    this.#tellError("widget.stopped", sentence);
    // The module is still unwinding; its view goes once it has come to rest.
    setTimeout(() => this.#root?.replaceChildren(box));
  }

  /** Mounts again after a stop. */
  restart() {
    if (this.isConnected && !this.#alive()) this.#remount();
  }

  #language() {
    return (this.getAttribute("locale") ?? this.closest("[lang]")?.getAttribute("lang") ?? navigator.language).slice(0, 2);
  }

  static {
    for (const name of ATTRIBUTES) {
      Object.defineProperty(this.prototype, name, {
        get: name === "disabled" ? isDisabled : name === "client" ? chosenClient : attribute(name),
        /** @this {Widget} @param {any} value */
        set(value) {
          const known = this.getAttribute(name);
          const next = value === null || value === undefined || value === false ? null : value === true ? "" : String(value);
          if (next === null) this.removeAttribute(name);
          else this.setAttribute(name, next);
          // A person may have chosen another client since the attribute was written.
          if (name === "client" && known === next) this.attributeChangedCallback(name, null, next ?? "");
        },
        configurable: true,
        enumerable: true,
      });
    }
    for (const name of OBJECTS) {
      Object.defineProperty(this.prototype, name, {
        /** @this {Widget} */
        get() {
          return this.#objects[name] ?? null;
        },
        /** @this {Widget} @param {any} value */
        set(value) {
          if (value === this.#objects[name]) return;
          this.#objects[name] = value;
          if (this.isConnected) this.#remount();
        },
        configurable: true,
        enumerable: true,
      });
    }
    /** @this {Widget} */
    function chosenClient() {
      return this.#alive()?.client ?? this.getAttribute("client");
    }
    /** @this {HTMLElement} */
    function isDisabled() {
      return this.hasAttribute("disabled");
    }
    /** @param {string} name */
    function attribute(name) {
      /** @this {HTMLElement} */
      return function () {
        return this.getAttribute(name) ?? DEFAULTS[name] ?? null;
      };
    }
  }
}

/** What a property says when its attribute is absent. @type {Record<string, string>} */
const DEFAULTS = { theme: "auto", density: "comfortable", name: "" };

/** Calls the module; a trap ends the instance and not the page's own script. @param {() => void} call */
function guarded(call) {
  try {
    call();
  } catch (error) {
    if (!ended(error)) throw error;
  }
}

class ClientCard extends Widget {
  static widget = "client-card";
}

class DiscountCalculator extends Widget {
  static widget = "discount-calculator";
  static formAssociated = true;
}

class MeetingPlanner extends Widget {
  static widget = "meeting-planner";
}

class CompetitorComparison extends Widget {
  static widget = "competitor-comparison";
}

/** The tags are named after what they show. */
const WIDGETS = [ClientCard, DiscountCalculator, MeetingPlanner, CompetitorComparison];

/** Defines the tags; once is enough, twice does no harm. @param {string} version */
export function define(version) {
  for (const type of WIDGETS) {
    const tag = `sapa-${type.widget}`;
    const known = /** @type {any} */ (customElements.get(tag));
    if (!known) {
      Object.defineProperty(type, "sapaVersion", { value: version });
      customElements.define(tag, type);
    } else if (known.sapaVersion !== version) {
      console.warn(`<${tag}> is already defined by version ${known.sapaVersion}; version ${version} does not replace it.`);
    }
  }
}

function restartAll() {
  for (const element of stoppedIn(document)) element.restart();
}

/** Every widget of the page, in shadow roots too. @param {Document | ShadowRoot} root @returns {Generator<Widget>} */
function* stoppedIn(root) {
  for (const element of root.querySelectorAll("*")) {
    if (element instanceof Widget) yield element;
    else if (element.shadowRoot) yield* stoppedIn(element.shadowRoot);
  }
}

/** Hands the person a file. @param {string} name @param {string} type @param {string} text */
function download(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The quote of a link was taken or left: a reload does not offer it again. */
function forgetLink() {
  if (LINK.test(location.hash)) history.replaceState(history.state, "", location.pathname + location.search);
}
