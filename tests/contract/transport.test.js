// What a widget may rely on whatever the host does, over every transport: each request has one end.

import assert from "node:assert/strict";
import { test } from "node:test";
import { connectDirect } from "../../src/bridge/connection.js";
import { READ, WRITE, cyclic, never, overEach, rejects } from "./asking.js";

overEach((connect) => {
  test("a good answer gives its value", async () => {
    const { connection } = await connect(async ({ id, op, args }) => ({ id, ok: { op, args } }));
    assert.deepEqual(await connection.request(...READ), { op: READ[0], args: READ[1] });
  });

  test("the host gets the call's options, and nothing that was not given", async () => {
    const { connection } = await connect(async (req) => ({ id: req.id, ok: req }));
    const { id, ...plain } = /** @type {any} */ (await connection.request(...READ));
    assert.deepEqual(plain, { op: READ[0], args: READ[1], deadlineMs: 5_000 });
    const options = { idem: "a", baseVersion: "7", deadlineMs: 4_000 };
    const { id: _, ...full } = /** @type {any} */ (await connection.request(...WRITE, options));
    assert.deepEqual(full, { op: WRITE[0], args: WRITE[1], ...options });
    assert.equal(typeof id, "string");
  });

  test("answers out of order find their requests", async () => {
    /** @type {(() => void)[]} */
    const answers = [];
    const { connection } = await connect(
      ({ id, args }) => new Promise((resolve) => answers.push(() => resolve({ id, ok: args }))),
    );
    const both = [1, 2].map((limit) => connection.request("record.query", { entity: "product", limit }));
    while (answers.length < 2) await new Promise(setImmediate);
    answers.reverse().forEach((answer) => answer());
    assert.deepEqual(
      await Promise.all(both),
      [1, 2].map((limit) => ({ entity: "product", limit })),
    );
  });

  test("two widgets on one host do not take each other's answers", async () => {
    const { connection, host } = await connect(async ({ id, args }) => ({ id, ok: args }));
    const other = connectDirect(host);
    const all = [connection, other, connection].map((each, limit) =>
      each.request("record.query", { entity: "product", limit }),
    );
    assert.deepEqual(
      (await Promise.all(all)).map((ok) => /** @type {any} */ (ok).limit),
      [0, 1, 2],
    );
    other.close();
    assert.ok(await connection.request(...READ), "closing one leaves the other");
  });

  for (const [call, outcome] of /** @type {const} */ ([
    [READ, "none"],
    [WRITE, "unknown"],
  ])) {
    test(`${call[0]}: no answer is a timeout with outcome ${outcome}`, async () => {
      const { connection } = await connect(never);
      await rejects(connection, call, { deadlineMs: 20 }, { code: "timeout", retryable: true, outcome });
    });

    test(`${call[0]}: a host that throws or rejects is an internal error with outcome ${outcome}`, async () => {
      const fail = () => {
        throw new Error("boom");
      };
      for (const script of [fail, async () => fail()]) {
        const { connection } = await connect(script);
        const error = await rejects(connection, call, {}, { code: "internal", retryable: false, outcome });
        assert.match(error.message, /boom/);
      }
    });

    test(`${call[0]}: aborting rejects at once with outcome ${outcome} and tells the host`, async () => {
      /** @type {string[]} */
      const cancelled = [];
      let id = "";
      const { connection } = await connect((req) => ((id = req.id), never()), {
        cancel: (message) => cancelled.push(message.id),
      });
      const controller = new AbortController();
      const pending = rejects(connection, call, { signal: controller.signal }, { code: "cancelled", outcome });
      while (id === "") await new Promise(setImmediate);
      controller.abort();
      await pending;
      while (cancelled.length === 0) await new Promise(setImmediate);
      assert.deepEqual(cancelled, [id]);
    });

    test(`${call[0]}: closing rejects what is pending with outcome ${outcome}`, async () => {
      const { connection } = await connect(never);
      const pending = rejects(connection, call, {}, { code: "disconnected", retryable: true, outcome });
      connection.close();
      await pending;
      await rejects(connection, call, {}, { code: "disconnected", outcome: "none" });
    });

    test(`${call[0]}: a malformed answer has outcome ${outcome}`, async () => {
      const { connection } = await connect(async () => "<html>");
      await rejects(connection, call, {}, { code: "malformed", retryable: false, outcome });
    });
  }

  test("an aborted signal keeps the request from being sent", async () => {
    let asked = 0;
    const { connection } = await connect(async ({ id }) => ((asked += 1), { id, ok: {} }));
    await rejects(connection, WRITE, { signal: AbortSignal.abort() }, { code: "cancelled", outcome: "none" });
    await connection.request(...READ);
    assert.equal(asked, 1);
  });

  test("an answer after the deadline changes nothing", async () => {
    /** @type {() => void} */
    let answer = () => {};
    const { connection } = await connect(({ id, op }) =>
      op === READ[0] ? { id, ok: "prompt" } : new Promise((resolve) => (answer = () => resolve({ id, ok: "late" }))),
    );
    await rejects(connection, WRITE, { deadlineMs: 20 }, { code: "timeout" });
    answer();
    assert.equal(await connection.request(...READ), "prompt");
  });

  test("a deadline beyond what a timer can hold is not one that has passed", async () => {
    const { connection } = await connect(
      ({ id }) => new Promise((resolve) => setTimeout(resolve, 20, { id, ok: 1 })),
    );
    assert.equal(await connection.request(...READ, { deadlineMs: 2 ** 40 }), 1);
  });

  test("caps and context come from the host, as copies", async () => {
    const caps = { idempotency: /** @type {const} */ ("native") };
    const { connection } = await connect(never, { caps });
    assert.deepEqual(connection.caps, caps);
    assert.notEqual(connection.caps, caps);
    assert.equal(connection.context, undefined);
    const garbled = await connect(never, { caps: /** @type {any} */ (cyclic({})) });
    assert.deepEqual(garbled.connection.caps, {});
  });
});
