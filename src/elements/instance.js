// The running module: loads it once, and brings it back after a fault.
//
// A panic is a bare trap: it surfaces as a RuntimeError wherever JavaScript had called the module. Then all of that
// instance is over. The widgets are told, each shows that it stopped, and the first to be restarted gets a fresh instance,
// by importing the glue under another query. What the old one left behind (timers, promises) may trap again and is ignored.

/** @typedef {typeof import('../sapa-wasm.js')} Module */

/** What is wrong when the module cannot run, with a sentence for the page's owner. */
export class StartError extends Error {
  /** @param {string} code @param {string} message @param {unknown} [cause] */
  constructor(code, message, cause) {
    super(message, { cause });
    this.name = "SapaError";
    this.code = code;
  }
}

/** @type {string | URL | undefined} */
let address;
/** @type {Promise<Module> | undefined} */
let running;
/** Counts the instances, so that a widget knows whether its own still runs. */
let generation = 0;
/** @type {Set<() => void>} */
const watchers = new Set();
/** @type {CSSStyleSheet | undefined} */
let sheet;

/** Says where the module is, before it is loaded. @param {{ wasm?: string | URL }} options */
export function configure({ wasm }) {
  address = wasm;
}

/** The module, loaded at the first call and started anew after a fault. @returns {Promise<Module>} */
export function instance() {
  running ??= load();
  running.catch(() => (running = undefined));
  return running;
}

/** The number of the instance that runs now. */
export const current = () => generation;

/** Calls `watcher` when the module has stopped. @param {() => void} watcher */
export function onStop(watcher) {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** The sheet all widgets adopt. @param {Module} module */
export function stylesheet(module) {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(module.stylesheet());
  }
  return sheet;
}

/** @returns {Promise<Module>} */
async function load() {
  // The build makes this file a part of sapa.js: the addresses are as seen from there.
  const wasm = new URL(address ?? "sapa_bg.wasm", import.meta.url);
  const glue = new URL(`sapa-wasm.js?${generation}`, import.meta.url);
  try {
    /** @type {Module} */
    const module = await import(glue.href);
    await module.default({ module_or_path: wasm });
    return module;
  } catch (cause) {
    throw explain(cause, wasm);
  }
}

/** @param {unknown} cause @param {URL} wasm */
function explain(cause, wasm) {
  const text = String(cause instanceof Error ? cause.message : cause);
  if (typeof WebAssembly !== "object" || /unsafe-eval|Content Security Policy|\bCSP\b|disallowed by embedder/i.test(text)) {
    return new StartError(
      "wasm.blocked",
      "This page's Content-Security-Policy does not let WebAssembly run. Add 'wasm-unsafe-eval' to its script-src.",
      cause,
    );
  }
  return new StartError(
    "wasm.missing",
    `The module could not be loaded from ${wasm.href}. Check that the file is there and served as application/wasm.`,
    cause,
  );
}

/** Ends the instance if this error is its trap. @param {unknown} error @returns {boolean} whether it was */
export function ended(error) {
  if (!running || !(error instanceof WebAssembly.RuntimeError) || generationOf(error) !== generation) return false;
  generation += 1;
  running = undefined;
  console.error("Sapa stopped.", error);
  for (const watcher of [...watchers]) watcher();
  return true;
}

/**
 * Which instance an error came from, by the glue its stack went through. WebKit leaves queries out of a stack; there an
 * error counts as the running instance's, and between a stop and the restart none runs.
 * @param {Error} error
 */
function generationOf({ stack = "" }) {
  const [glue, number] = /sapa-wasm\.js(?:\?(\d+))?:/.exec(stack) ?? [];
  return glue ? Number(number ?? generation) : -1;
}

addEventListener("error", ({ error }) => ended(error));
addEventListener("unhandledrejection", ({ reason }) => ended(reason));

addEventListener("online", () => running?.then((module) => module.wake(), () => {}));
