// How a frame finds the page around it: with exact origins, versions and sessions.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { connectDirect } from "../../src/bridge/connection.js";
import { BRIEF, EVIL, attach, dial, echo, ends, pause, refused, welcome } from "./handshake.js";
import { PAGE, windows } from "./transports.js";

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
