// What a widget learns of an error, over every transport.

import assert from "node:assert/strict";
import { test } from "node:test";
import { READ, WRITE, overEach, rejects } from "./asking.js";

overEach((connect) => {
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
});
