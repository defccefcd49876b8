// The conformance kit: what a host must do to be one, for the author of an adapter to run against their own.
//
//   import { conformance } from "./conformance.js";
//   conformance("my CRM", async () => ({ host, company: "42", product: "7", draft: () => ({ ... }) }));
//
// Run it with `node --test`. What a host says it cannot do (its caps) is skipped, and the reason is printed.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { connectDirect } from "../../src/bridge/connection.js";

/** @import { Connection, DirectHost, HostError, HostRecord, Quote } from "../../src/bridge/types.js" */

/**
 * A host with something in it.
 *
 * @typedef {object} Bench
 * @property {DirectHost} host
 * @property {string} company id of a company it has
 * @property {string} product id of a product it has, of at least three
 * @property {() => Quote} draft a new quote it must accept
 * @property {() => void} [end] called when a check is over
 */

/** @typedef {Bench & { connection: Connection }} Ready */
/** A check; it answers why it does not apply, or nothing. @typedef {[name: string, run: (bench: Ready) => Promise<string | void>]} Check */

/** Registers every check as a test. @param {string} name @param {() => Bench | Promise<Bench>} create a fresh bench for each check */
export function conformance(name, create) {
  describe(`conformance of ${name}`, () => {
    for (const [what, run] of CHECKS) {
      test(what, async (t) => {
        const reason = await check(run, create);
        if (reason) t.skip(reason);
      });
    }
  });
}

/** Runs one check on a fresh bench. @param {Check[1]} run @param {() => Bench | Promise<Bench>} create */
export async function check(run, create) {
  const bench = await create();
  const connection = connectDirect(bench.host, { deadlineMs: 5_000 });
  try {
    return await run({ ...bench, connection });
  } finally {
    connection.close();
    bench.end?.();
  }
}

/** @type {Check[]} */
export const CHECKS = [
  [
    "an answer is plain JSON with the id of its request",
    async ({ host, product }) => {
      const req = /** @type {const} */ ({
        id: "conformance-1",
        op: "record.get",
        args: { entity: "product", id: product },
      });
      const res = await host.request(req);
      assert.equal(res.id, req.id);
      assert.deepEqual(Object.keys(res).sort(), ["id", "ok"]);
      assert.deepEqual(JSON.parse(JSON.stringify(res)), res);
    },
  ],

  [
    "context.get says where the widget runs and for whom",
    async ({ connection }) => {
      const { workspace, user, host, locale, currency, today } = await connection.request("context.get", {});
      for (const text of [workspace, user.id, user.name, host.name]) assert.ok(isText(text), `${text}`);
      assert.doesNotThrow(() => new Intl.Locale(locale));
      assert.match(currency, /^[A-Z]{3}$/);
      if (today !== undefined) assert.match(today, /^\d{4}-\d{2}-\d{2}$/);
    },
  ],

  [
    "meta.describe says what can be done",
    async ({ connection }) => {
      const { entities } = await connection.request("meta.describe", {});
      for (const entity of ["company", "product", "priceList"]) assert.ok(entities?.[entity]?.includes("get"), entity);
    },
  ],

  [
    "an unknown operation is unsupported",
    async ({ connection }) => {
      await refused(connection.request(/** @type {any} */ ("x-unheard.of"), {}), "unsupported");
      await refused(connection.request(/** @type {any} */ ("constructor"), {}), "unsupported");
    },
  ],

  [
    "an unknown entity is unsupported",
    async ({ connection }) => {
      await refused(connection.request("record.query", { entity: "x-unheard-of" }), "unsupported");
      await refused(
        connection.request("record.get", { entity: /** @type {any} */ ("__proto__"), id: "1" }),
        "unsupported",
      );
    },
  ],

  [
    "record.get gives the record with its id and version",
    async ({ connection, product }) => {
      const record = await connection.request("record.get", { entity: "product", id: product });
      assert.equal(record.id, product);
      assert.ok(isText(record.version), "a version");
      assert.ok(isText(record.name), "a name");
      assert.ok(isText(record.price) && /^\d+(\.\d+)?$/.test(record.price), "the price is a decimal text");
    },
  ],

  [
    "record.get of fields leaves the others out",
    async ({ connection, product }) => {
      const record = await connection.request("record.get", { entity: "product", id: product, fields: ["name"] });
      assert.deepEqual(Object.keys(record).sort(), ["id", "name", "version"]);
    },
  ],

  [
    "a record that is not there is not found",
    async ({ connection }) => {
      const error = await refused(
        connection.request("record.get", { entity: "company", id: "nobody-has-this-id" }),
        "not_found",
      );
      assert.equal(error.outcome, "none");
    },
  ],

  [
    "record.query gives every record once, page by page",
    async ({ connection, product }) => {
      const whole = await all(connection, { limit: 1_000 });
      const paged = await all(connection, { limit: Math.ceil(whole.length / 3) });
      assert.ok(whole.length >= 3, "at least three products");
      assert.ok(
        whole.some(({ id }) => id === product),
        "the product of the bench",
      );
      assert.deepEqual(paged.map(({ id }) => id).sort(), whole.map(({ id }) => id).sort());
      assert.equal(new Set(paged.map(({ id }) => id)).size, paged.length);
    },
  ],

  [
    "record.query gives no more than the limit",
    async ({ connection }) => {
      const { records, cursor } = await connection.request("record.query", { entity: "product", limit: 2 });
      assert.ok(records.length <= 2);
      assert.ok(cursor !== undefined, "there are more, so there is a cursor");
    },
  ],

  [
    "record.query of fields leaves the others out",
    async ({ connection }) => {
      const { records } = await connection.request("record.query", { entity: "company", limit: 3, fields: ["name"] });
      for (const record of records) assert.deepEqual(Object.keys(record).sort(), ["id", "name", "version"]);
    },
  ],

  [
    "a filter gives what matches and nothing else",
    async ({ connection, product }) => {
      const { name } = await connection.request("record.get", { entity: "product", id: product });
      const found = await all(connection, { filter: { name: String(name) } });
      assert.ok(found.some(({ id }) => id === product));
      assert.ok(found.every((record) => record.name === name));
      assert.deepEqual(await all(connection, { filter: { name: "no product has this name" } }), []);
    },
  ],

  [
    "an unknown filter is unsupported, not ignored",
    async ({ connection }) => {
      const filter = /** @type {any} */ ({ name: { soundsLike: "chai" } });
      await refused(connection.request("record.query", { entity: "product", filter }), "unsupported");
    },
  ],

  [
    "one price list has the rules, and every other is built on one that is there",
    async ({ connection }) => {
      const lists = (await all(connection, { entity: "priceList" })).filter(({ id }) => id !== "imported");
      assert.equal(lists.filter(({ lineTiers }) => (lineTiers ?? null) !== null).length, 1, "lists with the rules");
      const bases = new Map(lists.map(({ id, base }) => [id, /** @type {any} */ (base)?.list]));
      for (const { id, currency, minorUnits } of lists) {
        assert.match(String(currency), /^[A-Z]{3}$/, `the currency of ${id}`);
        assert.ok(Number.isInteger(minorUnits), `minorUnits of ${id}`);
        const built = [id];
        for (let base = bases.get(id); base !== undefined; base = bases.get(base)) {
          assert.ok(bases.has(base), `${built.join(" > ")} is built on ${base}, which is not there`);
          assert.ok(!built.includes(base), `a circle: ${[...built, base].join(" > ")}`);
          built.push(base);
        }
      }
    },
  ],

  [
    "a cursor the host did not give is invalid",
    async ({ connection }) => {
      await refused(connection.request("record.query", { entity: "product", cursor: "not-a-cursor" }), "invalid");
    },
  ],

  [
    "what is created can be read, with what the host does not know in ext",
    async ({ connection, draft }) => {
      const record = {
        ...draft(),
        note: '<b onclick="x()">&amp; "quoted" \u{1F4A1} Δ',
        ext: { theirs: { deep: [1, "two", null] } },
      };
      const { id, version } = await create(connection, record);
      const read = await connection.request("record.get", { entity: "quote", id });
      assert.equal(read.version, version);
      for (const [name, value] of Object.entries(record)) assert.deepEqual(read[name], value, name);
    },
  ],

  [
    "the same idem creates once and answers the same",
    async ({ connection, draft }) => {
      const { idempotency } = await connection.request("meta.describe", {});
      if (idempotency !== "native") return `idempotency is ${idempotency}`;
      const before = await count(connection);
      const record = draft();
      const answers = [];
      for (let n = 0; n < 3; n++) answers.push(await create(connection, record, { idem: "same" }));
      answers.push(...(await Promise.all([1, 2].map(() => create(connection, record, { idem: "same" })))));
      for (const answer of answers) assert.deepEqual(answer, answers[0]);
      assert.equal(await count(connection), before + 1);
    },
  ],

  [
    "another idem creates another record",
    async ({ connection, draft }) => {
      const [first, second] = [
        await create(connection, draft(), { idem: "one" }),
        await create(connection, draft(), { idem: "two" }),
      ];
      assert.notEqual(first.id, second.id);
    },
  ],

  [
    "an update changes what the patch names, and the version",
    async ({ connection, draft }) => {
      const { id, version } = await create(connection, { ...draft(), note: "before", number: "Q-1" });
      const answer = await update(connection, id, { note: "after", number: null }, version);
      assert.equal(answer.id, id);
      assert.notEqual(answer.version, version);
      const read = await connection.request("record.get", { entity: "quote", id });
      assert.equal(read.version, answer.version);
      assert.equal(read.note, "after");
      assert.equal(read.number ?? null, null);
      assert.deepEqual(read.lines, draft().lines);
    },
  ],

  [
    "an update sent twice with one idem is applied once",
    async ({ connection, draft }) => {
      const { idempotency } = await connection.request("meta.describe", {});
      if (idempotency !== "native") return `idempotency is ${idempotency}`;
      const { id, version } = await create(connection, draft());
      const [first, second] = [
        await update(connection, id, { note: "x" }, version, "u"),
        await update(connection, id, { note: "x" }, version, "u"),
      ];
      assert.deepEqual(second, first);
    },
  ],

  [
    "a stale update is a conflict that shows the record as it is",
    async ({ connection, draft }) => {
      const { concurrency } = await connection.request("meta.describe", {});
      if (concurrency === "none" || concurrency === undefined) return `concurrency is ${concurrency}`;
      const { id, version } = await create(connection, draft());
      const newer = await update(connection, id, { note: "theirs" }, version);
      const error = await refused(update(connection, id, { note: "ours" }, version), "conflict");
      assert.equal(error.outcome, "none");
      assert.equal(error.retryable, false);
      assert.equal(error.version, newer.version);
      assert.equal(error.current?.note, "theirs");
      assert.deepEqual(error.fields, ["note"]);
      assert.equal((await connection.request("record.get", { entity: "quote", id })).note, "theirs");
    },
  ],

  [
    "an update without the version it starts from is invalid",
    async ({ connection, draft }) => {
      const { id } = await create(connection, draft());
      const error = await refused(
        connection.request("record.update", { entity: "quote", id, patch: { note: "x" } }),
        "invalid",
      );
      assert.ok(!Array.isArray(error.fields) && error.fields?.baseVersion);
    },
  ],

  [
    "a record that breaks a rule is invalid by field, and is not created",
    async ({ connection, draft }) => {
      const before = await count(connection);
      const [line] = draft().lines;
      /** @type {[string, object][]} */
      const wrong = [
        ["clientId", { clientId: "nobody-has-this-id" }],
        ["currency", { currency: "XXX" }],
        ["net", { net: "twelve" }],
        ["lines", { lines: [] }],
        ["lines[0].productId", { lines: [{ ...line, productId: "no-such-product" }] }],
        ["lines[0].quantity", { lines: [{ ...line, quantity: "1e3" }] }],
      ];
      for (const [field, change] of wrong) {
        const error = await refused(create(connection, { ...draft(), ...change }), "invalid");
        assert.ok(!Array.isArray(error.fields) && isText(error.fields?.[field]), `${field} is explained`);
        assert.equal(error.outcome, "none");
      }
      assert.equal(await count(connection), before);
    },
  ],

  [
    "changes.since tells what was written after the cursor",
    async ({ connection, draft }) => {
      const { changes: way } = await connection.request("meta.describe", {});
      if (way === "none" || way === undefined) return `changes is ${way}`;
      const start = await connection.request("changes.since", {});
      assert.deepEqual(start.changes, []);
      const { id, version } = await create(connection, draft());
      const next = await connection.request("changes.since", { cursor: start.cursor });
      assert.ok(
        next.changes.some((change) => change.entity === "quote" && change.id === id && change.version === version),
      );
      const rest = await connection.request("changes.since", { cursor: next.cursor });
      assert.deepEqual(rest.changes, []);
    },
  ],

  [
    "a write is told to those who listen",
    async ({ connection, draft }) => {
      const { changes: way } = await connection.request("meta.describe", {});
      if (way !== "push") return `changes is ${way}`;
      /** @type {any[]} */
      const heard = [];
      const stop = connection.listen((evt) => heard.push(evt));
      const { id, version } = await create(connection, draft());
      await connection.request("meta.describe", {});
      stop();
      await create(connection, draft());
      await connection.request("meta.describe", {});
      const told = heard.filter(({ name }) => name === "record.changed");
      assert.deepEqual(
        told.map(({ data }) => [data.entity, data.id, data.version]),
        [["quote", id, version]],
      );
    },
  ],

  [
    "requests at the same time are each answered with their own",
    async ({ connection }) => {
      const ids = (await all(connection, { limit: 1_000 })).map(({ id }) => id).slice(0, 20);
      const records = await Promise.all(ids.map((id) => connection.request("record.get", { entity: "product", id })));
      assert.deepEqual(
        records.map(({ id }) => id),
        ids,
      );
    },
  ],

  [
    "arguments of the wrong shape are refused, not a failure inside",
    async ({ connection, product }) => {
      /** @type {[any, any][]} */
      const wrong = [
        ["record.query", { entity: "product", limit: -1 }],
        ["record.query", { entity: "product", limit: "many" }],
        ["record.get", { entity: "product", id: product, fields: "name" }],
        ["record.create", { entity: "quote", record: null }],
        ["record.create", { entity: "quote", record: [] }],
        ["record.create", { entity: "quote" }],
      ];
      for (const [op, args] of wrong) await refused(connection.request(op, args), "invalid");
    },
  ],
];

/** @param {Promise<unknown>} promise @param {string} code @returns {Promise<HostError>} */
async function refused(promise, code) {
  const error = await promise.then(
    (ok) => assert.fail(`answered ${JSON.stringify(ok)} instead of ${code}`),
    (thrown) => thrown,
  );
  assert.equal(error.code, code, String(error));
  return error;
}

/** All products, however many pages it takes. @param {Connection} connection @param {object} query */
async function all(connection, query) {
  /** @type {HostRecord[]} */
  const records = [];
  /** @type {string | undefined} */
  let cursor;
  for (let pages = 0; pages < 1_000; pages++) {
    const page = await connection.request("record.query", {
      entity: "product",
      ...query,
      ...(cursor === undefined ? {} : { cursor }),
    });
    records.push(...page.records);
    cursor = page.cursor;
    if (cursor === undefined) return records;
  }
  return assert.fail("the pages have no end");
}

/** How many quotes there are. @param {Connection} connection */
async function count(connection) {
  const { records } = await connection.request("record.query", { entity: "quote", limit: 1_000, fields: [] });
  return records.length;
}

/** @param {Connection} connection @param {object} record @param {object} [options] */
const create = (connection, record, options) =>
  connection.request("record.create", { entity: "quote", record }, options);

/** @param {Connection} connection @param {string} id @param {object} patch @param {string} baseVersion @param {string} [idem] */
const update = (connection, id, patch, baseVersion, idem) =>
  connection.request(
    "record.update",
    { entity: "quote", id, patch },
    idem === undefined ? { baseVersion } : { baseVersion, idem },
  );

/** @param {unknown} value @returns {value is string} */
const isText = (value) => typeof value === "string" && value !== "";
