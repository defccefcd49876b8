// What travels, over every transport: plain data of some size, as copies, and nothing else.

import assert from "node:assert/strict";
import { test } from "node:test";
import { MAX_SIZE } from "../../src/bridge/connection.js";
import { READ, cyclic, overEach, rejects } from "./asking.js";

overEach((connect) => {
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
});

/** Shares its parts, so it is small until it is written out. @param {number} times */
function doubling(times) {
  /** @type {unknown} */
  let value = "x";
  for (let n = 0; n < times; n++) value = [value, value];
  return value;
}
