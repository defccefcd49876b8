// Who finds whom: the frame and the page around it, with exact origins, versions and sessions.

import assert from "node:assert/strict";
import { afterEach, describe, mock, test } from "node:test";
import { connectDirect } from "../../src/bridge/connection.js";
import { connectPort } from "../../src/bridge/port.js";
import { attachFrame } from "../../www/host-frame.js";
import { FRAME, HELLO, PAGE, windows } from "./transports.js";

/** @import { DirectHost } from "../../src/bridge/types.js" */

const EVIL = "https://evil.example";
/** For a frame that nobody is going to answer. */
const BRIEF = { giveUpMs: 60 };
/** @type {(() => void)[]} */
const ends = [];
afterEach(() => ends.splice(0).forEach((end) => end()));
// Node has no style sheets; the stand-in for an iframe carries what they would say.
Object.assign(globalThis, { getComputedStyle: (/** @type {any} */ element) => ({ boxSizing: element.boxSizing }) });

/** @returns {DirectHost} */
const echo = () => ({ request: async ({ id, op }) => ({ id, ok: /** @type {any} */ ({ op }) }) });

/** @param {any} pair @param {DirectHost} [host] @param {object} [options] */
function attach(pair, host = echo(), options = {}) {
  const attached = attachFrame(pair.iframe, host, { origins: [FRAME], window: pair.page, ...options });
  ends.push(attached.detach);
  return attached;
}

/** @param {any} pair @param {object} [options] */
async function dial(pair, options = {}) {
  const host = await connectPort({ ...HELLO, origins: [PAGE], window: pair.frame, ...options });
  ends.push(host.close);
  return host;
}

/** The error of that code and sentence. @param {Promise<unknown>} promise @param {string} code @param {RegExp} sentence */
async function refused(promise, code, sentence) {
  const error = await promise.then(
    () => assert.fail(`not refused with ${code}`),
    (thrown) => thrown,
  );
  assert.equal(error.code, code, String(error));
  assert.match(error.message, sentence);
  return error;
}

/** Lets every message on its way arrive. */
const pause = (ms = 20) => new Promise((resolve) => setTimeout(resolve, ms));

describe("the frame", () => {
  test("is welcomed and can ask", async () => {
    const pair = windows();
    attach(pair);
    const connection = connectDirect(await dial(pair));
    assert.deepEqual(await connection.request("meta.describe", {}), { op: "meta.describe" });
  });

  test("says hello until a page that attaches later answers, and then no more", async () => {
    const pair = windows();
    const dialled = dial(pair);
    await pause();
    attach(pair);
    await dialled;
    await pause();
    const hellos = pair.posted.filter(({ data }) => data.sapa === "hello").length;
    assert.ok(hellos >= 2, `${hellos} hellos`);
    await pause(40);
    assert.equal(pair.posted.filter(({ data }) => data.sapa === "hello").length, hellos);
  });

  test("says its first hello at once", async () => {
    const pair = windows();
    attach(pair);
    assert.ok(await dial(pair, { helloMs: 60_000 }));
  });

  test("posts to its configured origins and never to *", async () => {
    const pair = windows();
    await refused(dial(pair, { ...BRIEF, origins: [EVIL, PAGE] }), "timeout", /https:\/\/crm\.example.*attachFrame/);
    assert.deepEqual([...new Set(pair.posted.map(({ target }) => target))].sort(), [PAGE, EVIL].sort());
  });

  for (const origins of [[], ["*"], ["crm.example"], [`${PAGE}/`], [`${PAGE}/page`], ["null"], [""]]) {
    test(`refuses ${JSON.stringify(origins)} as its origins`, async () => {
      const pair = windows();
      await refused(dial(pair, { origins }), "invalid", /exact origin/);
      assert.equal(pair.posted.length, 0);
    });
  }

  test("outside of a frame says so", async () => {
    const pair = windows();
    pair.frame.parent = pair.frame;
    await refused(dial(pair), "unsupported", /iframe/);
  });

  test("learns from the browser at once that a stranger frames it", async () => {
    const pair = windows({ pageOrigin: EVIL });
    pair.frame.location.ancestorOrigins = [EVIL];
    await refused(dial(pair), "forbidden", /evil\.example.*only https:\/\/crm\.example/);
    assert.equal(pair.posted.length, 0);
  });

  test("takes no welcome from its parent at a foreign origin, and names it", async () => {
    const pair = windows({ pageOrigin: EVIL });
    const dialled = dial(pair, BRIEF);
    welcome(pair, { origin: EVIL, source: pair.frame.parent });
    await refused(dialled, "forbidden", /evil\.example/);
  });

  test("takes no welcome from a window that is not its parent", async () => {
    const pair = windows();
    const dialled = dial(pair, BRIEF);
    welcome(pair, { origin: PAGE, source: {} });
    await refused(dialled, "timeout", /No answer/);
  });

  test("takes no welcome of another session", async () => {
    const pair = windows();
    const dialled = dial(pair, BRIEF);
    welcome(pair, { origin: PAGE, source: pair.frame.parent, data: { session: "session-0" } });
    await refused(dialled, "timeout", /No answer/);
  });

  test("is not disturbed by other messages", async () => {
    const pair = windows();
    const dialled = dial(pair);
    for (const data of [null, undefined, 5, "sapa", { sapa: "hello" }, { payload: {} }]) {
      pair.frame.dispatchEvent(
        Object.assign(new Event("message"), { data, origin: PAGE, source: pair.frame.parent, ports: [] }),
      );
    }
    attach(pair);
    assert.ok(await dialled);
  });

  test("says that there is no common version", async () => {
    const pair = windows();
    const dialled = dial(pair);
    welcome(pair, { origin: PAGE, source: pair.frame.parent, data: { version: 2 } });
    await refused(dialled, "unsupported", /version/);
  });

  test("a welcome without a port is no session", async () => {
    const pair = windows();
    const dialled = dial(pair);
    welcome(pair, { origin: PAGE, source: pair.frame.parent, ports: [] });
    await refused(dialled, "unsupported", /version/);
  });

  test("ignores an answer that comes twice, and one nobody asked for", async () => {
    const pair = windows();
    const dialled = dial(pair);
    const { port1, port2 } = new MessageChannel();
    ends.push(() => port1.close());
    let seen = 0;
    port1.onmessage = ({ data: { req } }) => {
      if (!req) return;
      seen += 1;
      for (const ok of [seen, "replayed"]) port1.postMessage({ res: { id: req.id, ok } });
      port1.postMessage({ res: { id: "nobody", ok: "stray" } });
      port1.postMessage({ res: null });
      port1.postMessage("noise");
    };
    welcome(pair, { origin: PAGE, source: pair.frame.parent, ports: [port2] });
    const connection = connectDirect(await dialled);
    assert.equal(await connection.request("meta.describe", {}), 1);
    assert.equal(await connection.request("meta.describe", {}), 2);
  });

  test("a page that falls silent ends the session; what is pending is disconnected", async () => {
    const pair = windows();
    const dialled = dial(pair, { pingMs: 5 });
    const { port1, port2 } = new MessageChannel();
    ends.push(() => port1.close());
    welcome(pair, { origin: PAGE, source: pair.frame.parent, ports: [port2] });
    const host = await dialled;
    await refused(
      connectDirect(host).request("record.create", { entity: "quote", record: {} }),
      "disconnected",
      /over/,
    );
    await host.closed;
  });

  test("answers a page that pings, and tells it goodbye", async () => {
    const pair = windows();
    const dialled = dial(pair);
    const { port1, port2 } = new MessageChannel();
    ends.push(() => port1.close());
    /** @type {any[]} */
    const heard = [];
    const goodbye = new Promise((resolve) => {
      port1.onmessage = ({ data }) => (heard.push(data), data.bye && resolve(data));
    });
    welcome(pair, { origin: PAGE, source: pair.frame.parent, ports: [port2] });
    const host = await dialled;
    port1.postMessage({ ping: 7 });
    while (heard.length === 0) await pause(1);
    host.close();
    await goodbye;
    assert.deepEqual(heard, [{ pong: 7 }, { bye: true }]);
  });

  test("calls a listener no more once it has stopped listening", async () => {
    const pair = windows();
    /** @type {(evt: any) => void} */
    let tell = () => {};
    attach(pair, { ...echo(), listen: (fn) => ((tell = /** @type {any} */ (fn)), () => {}) });
    const host = await dial(pair);
    let heard = 0;
    host.listen?.(() => (heard += 1))();
    tell({ name: "visibility", seq: 1, data: {} });
    await connectDirect(host).request("meta.describe", {});
    assert.equal(heard, 0);
  });

  test("a page that answers pings keeps the session, however long it says nothing else", async () => {
    const pair = windows();
    attach(pair);
    const host = await dial(pair, { pingMs: 5 });
    await pause(100);
    assert.ok(await connectDirect(host).request("meta.describe", {}));
  });
});

describe("the host page", () => {
  for (const origins of [[], ["*"], [`${FRAME}/`]]) {
    test(`refuses ${JSON.stringify(origins)} as the frame's origins`, () => {
      assert.throws(() => attach(windows(), echo(), { origins }), /exact origin/);
    });
  }

  test("answers no frame of a foreign origin, and tells the page's owner", async () => {
    const warn = mock.method(console, "warn", () => {});
    const pair = windows({ frameOrigin: EVIL });
    attach(pair);
    await refused(dial(pair, BRIEF), "timeout", /No answer/);
    assert.match(String(warn.mock.calls[0].arguments[0]), /evil\.example/);
    assert.equal(
      pair.posted.some(({ to }) => to === "frame"),
      false,
    );
    warn.mock.restore();
  });

  test("answers no other window, even of the right origin", async () => {
    const pair = windows();
    attach(pair);
    for (const source of [{}, null]) hello(pair, { source });
    pair.iframe.contentWindow = null;
    hello(pair, { source: null });
    await pause();
    assert.equal(pair.posted.length, 0);
  });

  test("tells a frame of another version which it speaks not, without a port", async () => {
    const pair = windows();
    attach(pair);
    hello(pair, { data: { versions: [2, 3] } });
    hello(pair, { data: { versions: "1", session: "b" } });
    assert.deepEqual(
      pair.posted.map(({ data, ports }) => [data.version, ports]),
      [
        [0, 0],
        [0, 0],
      ],
    );
  });

  test("answers no hello without a session", () => {
    const pair = windows();
    attach(pair);
    for (const session of [undefined, null, 5, {}]) hello(pair, { data: { session } });
    assert.equal(pair.posted.length, 0);
  });

  test("chooses the version both speak", () => {
    const pair = windows();
    attach(pair);
    hello(pair, { data: { versions: [1, 2] } });
    assert.equal(pair.posted[0].data.version, 1);
  });

  test("answers the same session once", () => {
    const pair = windows();
    attach(pair);
    for (let n = 0; n < 3; n++) hello(pair);
    assert.equal(pair.posted.length, 1);
  });

  test("a new hello ends the old session: what is pending there is disconnected, and the host is told", async () => {
    const pair = windows();
    /** @type {string[]} */
    const cancelled = [];
    /** @type {string[]} */
    const asked = [];
    attach(pair, {
      request: ({ id, op }) => (
        asked.push(id),
        op === "record.create" ? new Promise(() => {}) : Promise.resolve({ id, ok: /** @type {any} */ ({}) })
      ),
      cancel: ({ id }) => cancelled.push(id),
    });
    const old = await dial(pair);
    const connection = connectDirect(old);
    const pending = refused(
      connection.request("record.create", { entity: "quote", record: {} }),
      "disconnected",
      /over/,
    );
    while (asked.length === 0) await pause(1);
    const fresh = connectDirect(await dial(pair, { session: "session-2" }));
    assert.equal((await pending).outcome, "unknown");
    await old.closed;
    assert.deepEqual(cancelled, asked.slice(0, 1));
    await refused(connection.request("meta.describe", {}), "disconnected", /over/);
    assert.ok(await fresh.request("meta.describe", {}));
  });

  test("detach ends the session, its events and its listening", async () => {
    const pair = windows();
    let listening = 0;
    const { detach } = attach(pair, { ...echo(), listen: () => ((listening += 1), () => (listening -= 1)) });
    const host = await dial(pair);
    assert.equal(listening, 1);
    detach();
    await host.closed;
    assert.equal(listening, 0);
    await refused(dial(pair, { ...BRIEF, session: "session-2" }), "timeout", /No answer/);
  });

  test("resizes the iframe to a height that makes sense", async () => {
    const pair = windows();
    attach(pair);
    const connection = connectDirect(await dial(pair));
    await connection.request("ui.resize", { height: 321.2 });
    assert.equal(pair.iframe.style.height, "322px");
    for (const height of /** @type {any[]} */ ([-1, 1e9, "100%", null, NaN, {}])) {
      await refused(connection.request("ui.resize", { height }), "invalid", /height/);
    }
    assert.equal(pair.iframe.style.height, "322px");
  });

  test("adds the border where the page counts it in the height", async () => {
    const pair = windows();
    Object.assign(pair.iframe, { offsetHeight: 150, clientHeight: 146, boxSizing: "border-box" });
    attach(pair);
    await connectDirect(await dial(pair)).request("ui.resize", { height: 300 });
    assert.equal(pair.iframe.style.height, "304px");
  });

  test("leaves the resizing to the host object when asked to", async () => {
    const pair = windows();
    attach(pair, echo(), { autoResize: false });
    assert.deepEqual(await connectDirect(await dial(pair)).request("ui.resize", { height: 100 }), { op: "ui.resize" });
    assert.deepEqual(pair.iframe.style, {});
  });

  test("passes nothing to the host object that is not a request", async () => {
    const pair = windows();
    /** @type {any[]} */
    const asked = [];
    attach(pair, { request: async (req) => (asked.push(req), { id: req.id, ok: /** @type {any} */ ({}) }) });
    const port = await rawPort(pair);
    /** @type {any[]} */
    const answers = [];
    port.onmessage = ({ data }) => answers.push(data.res?.err?.code ?? data);
    const cycle = /** @type {any} */ ({ id: "c", op: "meta.describe" });
    cycle.args = cycle;
    const large = { id: "l", op: "meta.describe", args: { text: "x".repeat(1_000_001) } };
    for (const data of [
      null,
      "req",
      { req: 5 },
      { req: {} },
      { req: { id: 1, op: "x" } },
      { req: { id: "a" } },
      { req: cycle },
      { req: large },
      { ping: 7 },
    ]) {
      port.postMessage(data);
    }
    await pause();
    assert.deepEqual(answers, ["invalid", "invalid", "invalid", "invalid", "too_large", "too_large", { pong: 7 }]);
    assert.equal(asked.length, 0);
  });

  test("keeps __proto__ from the host object, whatever the frame sends", async () => {
    const pair = windows();
    /** @type {any} */
    let seen;
    attach(pair, { request: async (req) => ((seen = req), { id: req.id, ok: /** @type {any} */ ({}) }) });
    const port = await rawPort(pair);
    const answered = new Promise((resolve) => (port.onmessage = resolve));
    port.postMessage(JSON.parse('{"req":{"id":"a","op":"x","args":{"__proto__":{"admin":true},"kept":1}}}'));
    await answered;
    assert.deepEqual(Object.keys(seen.args), ["kept"]);
  });

  test("an id that is still pending cannot be used again", async () => {
    const pair = windows();
    let asked = 0;
    attach(pair, { request: () => ((asked += 1), new Promise(() => {})) });
    const port = await rawPort(pair);
    const answered = new Promise((resolve) => (port.onmessage = ({ data }) => resolve(data.res?.err.code)));
    for (let n = 0; n < 2; n++) port.postMessage({ req: { id: "a", op: "record.create", args: {} } });
    assert.equal(await answered, "invalid");
    assert.equal(asked, 1);
  });

  test("an answer nobody waits for is not sent", async () => {
    const pair = windows();
    /** @type {() => void} */
    let answer = () => {};
    const host = /** @type {DirectHost} */ ({
      request: ({ id }) => new Promise((resolve) => (answer = () => resolve({ id, ok: /** @type {any} */ ({}) }))),
    });
    attach(pair, host);
    const port = await rawPort(pair);
    /** @type {any[]} */
    const heard = [];
    port.onmessage = ({ data }) => heard.push(data);
    port.postMessage({ req: { id: "a", op: "record.get", args: {} } });
    port.postMessage({ cancel: { id: "a" } });
    await pause();
    answer();
    await pause();
    assert.deepEqual(heard, []);
  });

  test("an event that cannot be sent is reported, and the next one arrives", async () => {
    const error = mock.method(console, "error", () => {});
    const pair = windows();
    /** @type {(evt: any) => void} */
    let tell = () => {};
    attach(pair, { ...echo(), listen: (fn) => ((tell = /** @type {any} */ (fn)), () => {}) });
    const host = await dial(pair);
    const heard = new Promise((resolve) => connectDirect(host).listen(({ seq }) => resolve(seq)));
    tell({ name: "visibility", seq: 1, data: () => {} });
    tell({ name: "visibility", seq: 2, data: {} });
    assert.equal(await heard, 2);
    assert.equal(error.mock.callCount(), 1);
    error.mock.restore();
  });
});

/** A welcome as a page might send it. @param {any} pair @param {any} message */
function welcome({ frame }, { origin, source, ports = [new MessageChannel().port2], data = {} }) {
  const sent = { sapa: "welcome", version: 1, session: HELLO.session, ...data };
  ends.push(() => ports.forEach((/** @type {MessagePort} */ port) => port.close()));
  frame.dispatchEvent(Object.assign(new Event("message"), { data: sent, origin, source, ports }));
}

/** A hello as a frame might send it. @param {any} pair @param {any} [message] */
function hello({ page, iframe }, { source = iframe.contentWindow, data = {} } = {}) {
  const sent = { sapa: "hello", versions: [1], session: "a", widget: "discount-calculator", ...data };
  page.dispatchEvent(Object.assign(new Event("message"), { data: sent, origin: FRAME, source, ports: [] }));
}

/** The frame's port, without what port.js makes of it. @param {any} pair @returns {Promise<MessagePort>} */
async function rawPort(pair) {
  /** @type {Promise<MessagePort>} */
  const found = new Promise((resolve) =>
    pair.frame.addEventListener("message", (/** @type {any} */ event) => resolve(event.ports[0]), { once: true }),
  );
  hello(pair);
  const port = await found;
  ends.push(() => port.close());
  return port;
}
