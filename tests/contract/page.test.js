// How a host page answers the frame in it, and what it passes on to the host object.

import assert from "node:assert/strict";
import { describe, mock, test } from "node:test";
import { connectDirect } from "../../src/bridge/connection.js";
import { BRIEF, EVIL, attach, dial, echo, hello, pause, rawPort, refused } from "./handshake.js";
import { FRAME, windows } from "./transports.js";

/** @import { DirectHost } from "../../src/bridge/types.js" */

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
