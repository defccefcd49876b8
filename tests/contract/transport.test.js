// What a widget may rely on whatever the host does, over every transport.

import assert from "node:assert/strict";
import { afterEach, describe, test } from "node:test";
import { connectDirect, MAX_SIZE } from "../../src/bridge/connection.js";
import { transports } from "./transports.js";

/** @import { Connection, DirectHost, HostError } from "../../src/bridge/types.js" */

/** @typedef {(req: any) => any} Script what the host does with a request */

const READ = /** @type {const} */ (["record.get", { entity: "company", id: "ALFKI" }]);
const WRITE = /** @type {const} */ (["record.create", { entity: "quote", record: {} }]);
const never = () => new Promise(() => {});

for (const [name, transport] of Object.entries(transports)) {
  describe(`over the ${name} transport`, () => {
    /** @type {(() => void)[]} */
    const ends = [];
    afterEach(() => ends.splice(0).forEach((end) => end()));

    /** A connection to a host that acts as the script says. @param {Script} script @param {Partial<DirectHost>} [more] */
    const connect = async (script, more) => {
      const { host, end } = await transport({ request: (req) => script(req), ...more });
      const connection = connectDirect(host, { deadlineMs: 5_000 });
      ends.push(() => connection.close(), end);
      return { connection, host };
    };

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

    /** @type {[string, (id: string) => unknown][]} */
    const malformed = [
      ["nothing", () => undefined],
      ["null", () => null],
      ["a page of HTML", () => "<html>Sign in</html>"],
      ["a list", () => []],
      ["another id", (id) => ({ id: `${id}0`, ok: {} })],
      ["a number for an id", () => ({ id: 1, ok: {} })],
      ["neither ok nor err", (id) => ({ id })],
      ["ok and err", (id) => ({ id, ok: {}, err: { code: "internal", retryable: false, outcome: "none" } })],
      ["an empty error", (id) => ({ id, err: null })],
      ["a text as the error", (id) => ({ id, err: "not found" })],
      ["an unknown code", (id) => ({ id, err: { code: "teapot", retryable: false, outcome: "none" } })],
      ["a code of Object.prototype", (id) => ({ id, err: { code: "constructor", retryable: false, outcome: "none" } })],
      ["a cycle", (id) => cyclic({ id, ok: {} })],
      ["a large text", (id) => ({ id, ok: "x".repeat(MAX_SIZE + 1) })],
      ["a large list", (id) => ({ id, ok: new Array(MAX_SIZE) })],
      ["a small thing that grows without end when written out", (id) => ({ id, ok: doubling(60) })],
      ["a big integer", (id) => ({ id, ok: 1n })],
      [
        "a member that throws when read",
        (id) => ({
          id,
          get ok() {
            throw new Error("no");
          },
        }),
      ],
    ];
    for (const [what, answer] of malformed) {
      test(`malformed: ${what}`, async () => {
        const { connection } = await connect(async ({ id }) => answer(id));
        await rejects(connection, READ, {}, { code: "malformed" });
      });
    }

    test("an answer just within the size is taken", async () => {
      const text = "x".repeat(MAX_SIZE - 1_000);
      const { connection } = await connect(async ({ id }) => ({ id, ok: text }));
      assert.equal(/** @type {any} */ (await connection.request(...READ)).length, text.length);
    });

    test("__proto__ does not travel, either way", async () => {
      const hostile = JSON.parse('{"__proto__":{"admin":true},"deep":[{"__proto__":{"admin":true}}],"kept":1}');
      /** @type {any} */
      let seen;
      const { connection } = await connect(async ({ id, args }) => ((seen = args), { id, ok: hostile }));
      /** @type {any} */
      const ok = await connection.request("record.create", { entity: "quote", record: hostile });
      for (const object of [ok, ok.deep[0], seen.record, seen.record.deep[0]]) {
        assert.equal(Object.hasOwn(object, "__proto__"), false);
        assert.equal(object.admin, undefined);
      }
      assert.equal(ok.kept, 1);
      assert.equal(/** @type {any} */ ({}).admin, undefined);
    });

    test("HTML in a text is a text", async () => {
      const name = '<img src=x onerror="alert(1)">&amp;';
      const { connection } = await connect(async ({ id, args }) => ({ id, ok: args.filter }));
      assert.deepEqual(await connection.request("record.query", { entity: "company", filter: { name } }), { name });
    });

    test("neither side can change what the other holds", async () => {
      const answered = { id: "ALFKI", version: "1", tags: ["a"] };
      /** @type {any} */
      let seen;
      const { connection } = await connect(async ({ id, args }) => ((seen = args), { id, ok: answered }));
      const sent = { entity: /** @type {const} */ ("quote"), record: { lines: [1] } };
      /** @type {any} */
      const ok = await connection.request("record.create", sent);
      sent.record.lines.push(2);
      ok.tags.push("b");
      assert.deepEqual(seen.record.lines, [1]);
      assert.deepEqual(answered.tags, ["a"]);
    });

    test("arguments that cannot travel are refused before they are sent", async () => {
      let asked = 0;
      const { connection } = await connect(async ({ id }) => ((asked += 1), { id, ok: {} }));
      const record = cyclic({ lines: [] });
      await rejects(
        connection,
        ["record.create", { entity: "quote", record }],
        {},
        { code: "invalid", outcome: "none" },
      );
      const note = "x".repeat(MAX_SIZE);
      await rejects(
        connection,
        ["record.create", { entity: "quote", record: { note } }],
        {},
        { code: "too_large", outcome: "none" },
      );
      assert.equal(asked, 0);
    });

    test("an error arrives with all it says", async () => {
      const errors = [
        {
          code: "invalid",
          message: "no",
          retryable: false,
          outcome: "none",
          fields: { "lines[0].quantity": "must be above 0" },
        },
        {
          code: "conflict",
          message: "no",
          retryable: false,
          outcome: "none",
          current: { id: "1", version: "9" },
          version: "9",
          fields: ["note"],
        },
        {
          code: "duplicate",
          message: "no",
          retryable: false,
          outcome: "none",
          candidates: [{ id: "1", version: "9" }],
        },
        { code: "warning", message: "no", retryable: false, outcome: "none", token: "t" },
        { code: "rate_limited", message: "no", retryable: true, outcome: "none", retryAfterMs: 500, scope: "user" },
        { code: "internal", message: "no", retryable: true, outcome: "applied" },
      ];
      for (const err of errors) {
        const { connection } = await connect(async ({ id }) => ({ id, err }));
        const error = await rejects(connection, WRITE, {}, err);
        assert.ok(error instanceof Error);
      }
    });

    test("a message is cut before it fills a log", async () => {
      const { connection } = await connect(async ({ id }) => ({
        id,
        err: { code: "offline", message: "x".repeat(9_999) },
      }));
      assert.equal((await rejects(connection, READ, {}, { code: "offline" })).message.length, 500);
    });

    test("a deadline beyond what a timer can hold is not one that has passed", async () => {
      const { connection } = await connect(
        ({ id }) => new Promise((resolve) => setTimeout(resolve, 20, { id, ok: 1 })),
      );
      assert.equal(await connection.request(...READ, { deadlineMs: 2 ** 40 }), 1);
    });

    test("an error that leaves out or garbles what it must say gets the careful reading", async () => {
      const garbled = {
        retryable: "yes",
        outcome: "maybe",
        fields: null,
        version: 9,
        retryAfterMs: "soon",
        message: 5,
      };
      const { connection } = await connect(async ({ id }) => ({ id, err: { code: "offline", ...garbled } }));
      const error = await rejects(
        connection,
        WRITE,
        {},
        { code: "offline", retryable: true, outcome: "unknown", message: "5" },
      );
      for (const name of ["fields", "version", "retryAfterMs"]) assert.equal(Object.hasOwn(error, name), false, name);
    });

    test("events arrive in order and once; what is replayed, late or malformed does not", async () => {
      /** @type {(evt: any) => void} */
      let tell = () => {};
      const listen = (/** @type {(evt: any) => void} */ fn) => ((tell = fn), () => {});
      const { connection } = await connect(async ({ id }) => ({ id, ok: {} }), { listen });
      /** @type {number[]} */
      const heard = [];
      const stop = connection.listen(({ seq }) => heard.push(seq));
      const evt = (/** @type {unknown} */ seq) => ({ name: "visibility", seq, data: { visible: true } });
      for (const each of [
        evt(1),
        evt(1),
        evt(3),
        evt(2),
        null,
        "visibility",
        { seq: 4 },
        cyclic(evt(5)),
        evt("6"),
        evt(NaN),
        evt(7),
      ])
        tell(each);
      await settled(connection);
      assert.deepEqual(heard, [1, 3, 7]);
      stop();
      tell(evt(8));
      await settled(connection);
      assert.deepEqual(heard, [1, 3, 7]);
    });

    test("a closed connection hears nothing more", async () => {
      /** @type {(evt: any) => void} */
      let tell = () => {};
      const { connection, host } = await connect(async ({ id }) => ({ id, ok: {} }), {
        listen: (fn) => ((tell = /** @type {any} */ (fn)), () => {}),
      });
      let heard = 0;
      connection.listen(() => (heard += 1));
      connection.close();
      tell({ name: "visibility", seq: 1, data: {} });
      const other = connectDirect(host);
      await settled(other);
      other.close();
      assert.equal(heard, 0);
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
}

/** Asserts that the call rejects with an error of these members, and gives it. @param {Connection} connection @param {readonly any[]} call @param {object} options @param {Record<string, unknown>} expected @returns {Promise<HostError>} */
async function rejects(connection, [op, args], options, expected) {
  const error = await connection.request(op, args, options).then(
    (ok) => assert.fail(`answered ${JSON.stringify(ok)?.slice(0, 200)}`),
    (thrown) => thrown,
  );
  assert.equal(error.name, "HostError", String(error));
  for (const [name, value] of Object.entries(expected)) assert.deepEqual(error[name], value, name);
  return error;
}

/** Every message sent before is delivered once a later request is answered. @param {Connection} connection */
const settled = (connection) => connection.request("meta.describe", {});

/** @param {Record<string, unknown>} object */
function cyclic(object) {
  object.self = object;
  return object;
}

/** Shares its parts, so it is small until it is written out. @param {number} times */
function doubling(times) {
  /** @type {unknown} */
  let value = "x";
  for (let n = 0; n < times; n++) value = [value, value];
  return value;
}
