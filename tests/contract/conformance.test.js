// The reference host keeps the contract, over every transport; and the kit finds each host that does not.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createReferenceHost } from "../../www/reference-host.js";
import { bench, catalogue } from "./bench.js";
import { check, CHECKS, conformance } from "./conformance.js";
import { transports } from "./transports.js";

/** @import { Catalogue, DirectHost, HostEvent } from "../../src/bridge/types.js" */

for (const [name, transport] of Object.entries(transports)) {
  conformance(`the reference host over the ${name} transport`, async () => {
    const made = bench();
    return { ...made, ...(await transport(made.host)) };
  });
}

/** The demo's catalogue with lists that are built on its prices. @type {Catalogue} */
const listed = {
  ...catalogue,
  priceLists: [
    { id: "key", currency: "USD", minorUnits: 2, clientGroups: ["key"], base: { list: "default", discountPercent: "5" } },
    { id: "euro", currency: "EUR", minorUnits: 2, base: { list: "key", exchangeRate: "0.9", digits: 2 } },
  ],
};
conformance("the reference host with price lists built on one another", async () => ({
  ...bench(),
  host: createReferenceHost(listed),
}));

/** How a host changes a request before it acts, or an answer before it gives it. @typedef {{ req?: (req: any) => any, res?: (res: any, req: any) => any, listen?: DirectHost["listen"] }} Fault */

/** @param {string} op @param {(req: any) => object} change @returns {Fault} */
const asking = (op, change) => ({ req: (req) => (req.op === op ? { ...req, ...change(req) } : req) });
/** @param {string} op @param {(ok: any, req: any) => unknown} change @returns {Fault} */
const answering = (op, change) => ({
  res: (res, req) => (req.op === op && res.ok ? { ...res, ok: change(res.ok, req) } : res),
});
/** @param {string} code @param {object} change @returns {Fault} */
const erring = (code, change) => ({
  res: (res) => (res.err?.code === code ? { ...res, err: { ...res.err, ...change } } : res),
});
/** @param {string} code @returns {Fault} */
const accepting = (code) => ({ res: (res) => (res.err?.code === code ? { id: res.id, ok: {} } : res) });
/** @param {any} args @param {string[]} names */
const without = (args, ...names) => ({
  args: Object.fromEntries(Object.entries(args).filter(([name]) => !names.includes(name))),
});

/** @param {(records: any[]) => any[]} change of the price lists @returns {Fault} */
const listing = (change) =>
  answering("record.query", (ok, { args }) =>
    args.entity === "priceList" ? { ...ok, records: change(ok.records) } : ok,
  );
/** A price list built on another. @param {string} id @param {string} base */
const list = (id, base) => ({ id, version: "1", currency: "USD", minorUnits: 2, base: { list: base } });

/** For every check of the kit, hosts it must find out. @type {Record<string, Fault[]>} */
const FAULTS = {
  "an answer is plain JSON with the id of its request": [
    { res: (res) => ({ ...res, id: "x" }) },
    { res: (res) => ({ ...res, took: 5 }) },
    answering("record.get", (ok) => ({ ...ok, at: new Date(0) })),
  ],
  "context.get says where the widget runs and for whom": [
    answering("context.get", (ok) => ({ ...ok, user: { id: "", name: "x" } })),
    answering("context.get", (ok) => ({ ...ok, currency: "$" })),
    answering("context.get", (ok) => ({ ...ok, locale: "en_US" })),
    answering("context.get", (ok) => ({ ...ok, today: "07.05.1998" })),
  ],
  "meta.describe says what can be done": [answering("meta.describe", (ok) => ({ ...ok, entities: {} }))],
  "an unknown operation is unsupported": [accepting("unsupported"), erring("unsupported", { code: "internal" })],
  "an unknown entity is unsupported": [accepting("unsupported"), erring("unsupported", { code: "not_found" })],
  "record.get gives the record with its id and version": [
    answering("record.get", ({ version: _, ...ok }) => ok),
    answering("record.get", (ok) => ({ ...ok, price: Number(ok.price) * 1.1 })),
    answering("record.get", (ok) => ({ ...ok, id: 1 })),
  ],
  "record.get of fields leaves the others out": [asking("record.get", ({ args }) => without(args, "fields"))],
  "a record that is not there is not found": [accepting("not_found"), erring("not_found", { outcome: "unknown" })],
  "record.query gives every record once, page by page": [
    answering("record.query", ({ records }) => ({ records })),
    answering("record.query", ({ records, cursor }) => ({ records: cursor ? records.slice(1) : records, cursor })),
    answering("record.query", ({ records, cursor }) => ({ records: [...records, ...records.slice(0, 1)], cursor })),
    asking("record.query", ({ args }) => without(args, "cursor")),
  ],
  "record.query gives no more than the limit": [asking("record.query", ({ args }) => without(args, "limit"))],
  "record.query of fields leaves the others out": [asking("record.query", ({ args }) => without(args, "fields"))],
  "a filter gives what matches and nothing else": [
    asking("record.query", ({ args }) => without(args, "filter")),
    answering("record.query", () => ({ records: [] })),
  ],
  "an unknown filter is unsupported, not ignored": [asking("record.query", ({ args }) => without(args, "filter"))],
  "one price list has the rules, and every other is built on one that is there": [
    listing(() => []),
    listing(([rules]) => [rules, rules]),
    listing(([rules]) => [rules, list("a", "gone")]),
    listing(([rules]) => [rules, list("a", "b"), list("b", "a")]),
    listing(([rules]) => [rules, { ...list("a", "default"), currency: "euro" }]),
    listing(([rules]) => [rules, { ...list("a", "default"), minorUnits: "2" }]),
  ],
  "a cursor the host did not give is invalid": [asking("record.query", ({ args }) => without(args, "cursor"))],
  "what is created can be read, with what the host does not know in ext": [
    asking("record.create", ({ args }) => ({ args: { ...args, record: without(args.record, "ext").args } })),
    answering("record.get", (ok) => ({ ...ok, note: ok.note.replaceAll("<", "&lt;") })),
    answering("record.create", (ok) => ({ ...ok, version: "0" })),
  ],
  "the same idem creates once and answers the same": [
    { req: ({ idem: _, ...req }) => req },
    answering("record.create", (ok, { id }) => ({ ...ok, at: id })),
  ],
  "another idem creates another record": [asking("record.create", ({ idem }) => ({ idem: idem && "fixed" }))],
  "an update changes what the patch names, and the version": [
    answering("record.update", (ok) => ({ ...ok, version: "1" })),
    asking("record.update", ({ args }) => ({ args: { ...args, patch: without(args.patch, "number").args } })),
    asking("record.update", ({ args }) => ({ args: { ...args, patch: { number: null } } })),
    asking("record.update", ({ args }) => ({
      args: { ...args, patch: { ...args.patch, lines: [{ productId: "2", quantity: "1", price: "1", net: "1" }] } },
    })),
  ],
  "an update sent twice with one idem is applied once": [{ req: ({ idem: _, ...req }) => req }],
  "a stale update is a conflict that shows the record as it is": [
    accepting("conflict"),
    erring("conflict", { current: undefined }),
    erring("conflict", { version: "1" }),
    erring("conflict", { fields: [] }),
    erring("conflict", { retryable: true }),
    erring("conflict", { outcome: "unknown" }),
    latestWins(),
  ],
  "an update without the version it starts from is invalid": [
    accepting("invalid"),
    erring("invalid", { fields: undefined }),
  ],
  "a record that breaks a rule is invalid by field, and is not created": [
    accepting("invalid"),
    erring("invalid", { fields: { record: "is wrong" } }),
    erring("invalid", { outcome: "unknown" }),
    asking("record.create", ({ args }) => ({ args: { ...args, record: { ...args.record, currency: "USD" } } })),
  ],
  "changes.since tells what was written after the cursor": [
    answering("changes.since", (ok) => ({ ...ok, changes: [] })),
    answering("changes.since", (ok) => ({ ...ok, cursor: "0" })),
    asking("changes.since", () => ({ args: { cursor: "0" } })),
  ],
  "a write is told to those who listen": [{ listen: () => () => {} }, { listen: deaf }],
  "requests at the same time are each answered with their own": [answering("record.get", (ok) => ({ ...ok, id: "1" }))],
  "arguments of the wrong shape are refused, not a failure inside": [
    accepting("invalid"),
    erring("invalid", { code: "internal" }),
  ],
};

describe("the kit finds a host that breaks", () => {
  test("every check there is", () => {
    assert.deepEqual(Object.keys(FAULTS).sort(), CHECKS.map(([name]) => name).sort());
  });

  for (const [name, run] of CHECKS) {
    (FAULTS[name] ?? []).forEach((fault, n) => {
      test(`${name} (${n + 1})`, async () => {
        await assert.rejects(
          check(run, () => broken(fault)),
          (/** @type {Error} */ error) => error.name === "AssertionError" || error.name === "HostError",
        );
      });
    });
  }
});

/** The reference host with a fault. @param {Fault} fault */
function broken({ req: ask = (req) => req, res: answer = (res) => res, listen }) {
  const made = bench();
  const { host } = made;
  return {
    ...made,
    host: {
      /** @type {DirectHost["request"]} */
      request: async (req) => answer(await host.request(ask(structuredClone(req))), req),
      listen: listen ?? host.listen,
    },
  };
}

/** Writes over whatever is there. @returns {Fault} */
function latestWins() {
  /** @type {string | undefined} */
  let latest;
  return {
    req: (req) => (req.op === "record.update" && latest ? { ...req, baseVersion: latest } : req),
    res: (res, { op }) => ((latest = op === "record.update" ? (res.ok?.version ?? latest) : latest), res),
  };
}

/** Tells of another record than the one that is written. @param {(evt: HostEvent) => void} fn */
function deaf(fn) {
  fn({ name: "record.changed", seq: 1, data: { entity: "company", id: "ALFKI", version: "1" } });
  return () => {};
}
