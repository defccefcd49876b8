// The entities of the card, the planner and the comparison at the reference host: read, found, written once, changed in
// order, removed, and refused when they are wrong.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { connectDirect } from "../../src/bridge/connection.js";
import { bench, catalogue } from "./bench.js";

/** @import { HostError } from "../../src/bridge/types.js" */

/**
 * For each entity a record the host takes, a change it takes, and changes it refuses with the member it must name.
 *
 * @type {Record<string, { record: any, patch: any, wrong: [string, any][] }>}
 */
const ENTITIES = {
  contact: {
    record: { clientId: "ALFKI", name: "Jürgen <b>Brandt</b>", role: "decides", reportsTo: "ALFKI-1" },
    patch: { role: "blocks" },
    wrong: [
      ["clientId", { clientId: "NOBODY" }],
      ["name", { name: "" }],
      ["role", { role: "rules" }],
      ["reportsTo", { reportsTo: "NOBODY-1" }],
    ],
  },
  invoice: {
    record: { clientId: "ALFKI", orderId: "10643", date: "1998-05-06", due: "1998-06-05", amount: "12.50" },
    patch: { due: "1998-07-05" },
    wrong: [
      ["orderId", { orderId: "1" }],
      ["due", { due: "05.06.1998" }],
      ["due", { due: "1998-02-30" }],
      ["amount", { amount: 12.5 }],
    ],
  },
  payment: {
    record: {
      clientId: "ALFKI",
      date: "1998-05-06",
      amount: "9.00",
      allocations: [{ invoiceId: "I-10643", amount: "9.00" }],
    },
    patch: { allocations: [] },
    wrong: [
      ["allocations", { allocations: [{ invoiceId: "I-1", amount: "9.00" }] }],
      ["allocations", { allocations: [{ invoiceId: "I-10643", amount: "9,00" }] }],
      ["allocations", { allocations: [null] }],
      ["date", { date: null }],
    ],
  },
  activity: {
    record: {
      clientId: "ALFKI",
      at: "1998-05-06T09:30:00Z",
      kind: "request",
      direction: "in",
      text: "<script>alert(1)</script>",
    },
    patch: { acknowledged: "1998-05-06T10:00:00Z" },
    wrong: [
      ["at", { at: "1998-05-06T09:30" }],
      ["at", { at: "1998-05-06T25:30:00Z" }],
      ["kind", { kind: "dream" }],
      ["eta", { eta: "soon" }],
      ["text", { text: undefined }],
    ],
  },
  commitment: {
    record: { clientId: "ALFKI", by: "us", text: "A sample", made: "1998-05-06", due: "1998-05-08" },
    patch: { done: "1998-05-07" },
    wrong: [
      ["by", { by: "them" }],
      ["due", { due: "" }],
      ["invoiceId", { invoiceId: "I-1" }],
      ["amount", { amount: "much" }],
    ],
  },
  meeting: {
    record: {
      kind: "meeting",
      status: "planned",
      clientId: "ALFKI",
      title: "Tasting",
      start: "1998-05-07T09:00",
      minutes: 60,
      zone: "Europe/Berlin",
    },
    patch: { start: "1998-05-08T09:00" },
    wrong: [
      ["start", { start: "1998-05-07" }],
      ["start", { start: "1998-05-07T09:00:00Z" }],
      ["minutes", { minutes: 0 }],
      ["minutes", { minutes: "60" }],
      ["zone", { zone: undefined }],
      ["contactId", { contactId: "NOBODY-1" }],
    ],
  },
  competitor: { record: { name: "Newcomer" }, patch: { note: "Cheap" }, wrong: [["name", { name: 7 }]] },
  competitorProduct: {
    record: { competitorId: "LUMEN", name: "Lumen Syrup", productId: "3" },
    patch: { productId: null },
    wrong: [
      ["competitorId", { competitorId: "OURS" }],
      ["productId", { productId: "1000" }],
    ],
  },
  criterion: {
    record: { name: "Taste", kind: "number", topic: "feature", direction: "max", weight: "1.5" },
    patch: { weight: "0" },
    wrong: [
      ["kind", { kind: "smell" }],
      ["topic", { topic: "weather" }],
      ["weight", { weight: 2 }],
    ],
  },
  fact: {
    record: {
      competitorProductId: "LUMEN-1",
      criterionId: "price",
      number: "17.00",
      source: { kind: "site", text: "<i>x</i>" },
      confidence: "low",
      shareable: false,
    },
    patch: { seen: "1998-05-06", shareable: true },
    wrong: [
      ["productId", { productId: "1" }],
      ["productId", { competitorProductId: undefined }],
      ["number", { number: undefined }],
      ["number", { text: "seventeen" }],
      ["number", { number: "17 USD" }],
      ["seen", { seen: "yesterday" }],
      ["criterionId", { criterionId: "charm" }],
      ["shareable", { shareable: "yes" }],
    ],
  },
  objection: {
    record: { wording: "Too dear", acknowledge: "I see", question: "Why?", proof: "See", tags: ["price"] },
    patch: { tags: [] },
    wrong: [["tags", { tags: "price" }]],
  },
};

const open = () => connectDirect(bench().host, { deadlineMs: 5_000 });

/** @param {Promise<unknown>} promise @param {string} code @returns {Promise<HostError>} */
async function refused(promise, code) {
  const error = await promise.then(
    () => assert.fail(`no ${code}`),
    (thrown) => thrown,
  );
  assert.equal(error.code, code);
  assert.equal(error.outcome, "none");
  return error;
}

for (const [name, { record, patch, wrong }] of Object.entries(ENTITIES)) {
  const entity = /** @type {any} */ (name);
  describe(name, () => {
    test("the sample's records are read page by page", async () => {
      const connection = open();
      const ids = new Set();
      let cursor;
      do {
        /** @type {any} */
        const page = await connection.request("record.query", { entity, limit: 100, ...(cursor && { cursor }) });
        for (const { id } of page.records) ids.add(id);
        cursor = page.cursor;
      } while (cursor);
      assert.equal(ids.size, catalogue.records[name].length);
    });

    test("it is created once, kept as it is, and changed from the version it has", async () => {
      const connection = open();
      const create = () => connection.request("record.create", { entity, record }, { idem: "once" });
      const { id, version } = await create();
      assert.deepEqual(await create(), { id, version });
      assert.deepEqual(await connection.request("record.get", { entity, id }), { ...record, id, version });

      const update = (/** @type {string} */ baseVersion) =>
        connection.request("record.update", { entity, id, patch }, { baseVersion });
      const newer = await update(version);
      assert.notEqual(newer.version, version);
      const error = await refused(update(version), "conflict");
      assert.deepEqual([.../** @type {string[]} */ (error.fields)].sort(), Object.keys(patch).sort());
      assert.equal(error.version, newer.version);
      const expected = { ...record, ...patch, ...newer };
      for (const member in patch) if (patch[member] === null) delete expected[member];
      assert.deepEqual(error.current, expected);
    });

    for (const [member, change] of wrong) {
      test(`${JSON.stringify(change)} is refused by its member`, async () => {
        const connection = open();
        const bad = { ...record, ...change };
        const error = await refused(connection.request("record.create", { entity, record: bad }), "invalid");
        assert.ok(
          !Array.isArray(error.fields) && error.fields?.[member],
          `${member} is explained: ${JSON.stringify(error.fields)}`,
        );
        const { records } = await connection.request("record.query", { entity, limit: 5_000, fields: [] });
        assert.equal(records.length, catalogue.records[name].length);
      });
    }

    test("it can be taken away, unless it is money", async () => {
      const connection = open();
      const { id, version } = await connection.request("record.create", { entity, record });
      const remove = (/** @type {string} */ baseVersion) =>
        connection.request("record.remove", { entity, id }, { baseVersion });
      if (["invoice", "payment"].includes(name)) return void (await refused(remove(version), "unsupported"));
      await refused(connection.request("record.remove", { entity, id }), "invalid");
      await refused(remove("0"), "conflict");
      const { cursor } = await connection.request("changes.since", {});
      await remove(version);
      await refused(connection.request("record.get", { entity, id }), "not_found");
      await refused(remove(version), "not_found");
      const { changes } = await connection.request("changes.since", { cursor });
      assert.deepEqual(changes, [{ entity, id, deleted: true }]);
      const again = await connection.request("record.create", { entity, record });
      assert.notEqual(again.id, id, "an id is not given twice");
    });
  });
}

test("a client's records and a stretch of time are found by filters", async () => {
  const connection = open();
  const find = async (/** @type {any} */ entity, /** @type {any} */ filter) =>
    (await connection.request("record.query", { entity, filter, limit: 5_000 })).records;
  for (const entity of ["contact", "invoice", "payment", "activity", "order"]) {
    const found = await find(entity, { clientId: "ERNSH" });
    assert.ok(found.length > 0 && found.every(({ clientId }) => clientId === "ERNSH"), entity);
  }
  const week = await find("meeting", { start: { gte: "1998-05-04", lt: "1998-05-11" } });
  assert.ok(
    week.length > 5 && week.every(({ start }) => String(start) >= "1998-05-04" && String(start) < "1998-05-11"),
  );
  const rivals = await find("competitorProduct", { productId: "1" });
  const facts = await find("fact", { competitorProductId: { in: rivals.map(({ id }) => id) } });
  assert.ok(rivals.length > 0 && facts.length > rivals.length);
});

test("users are Northwind's own", async () => {
  const { records } = await open().request("record.query", { entity: "user" });
  assert.deepEqual(records.map(({ name }) => name).slice(0, 2), ["Nancy Davolio", "Andrew Fuller"]);
});

test("what can be done is said by meta.describe", async () => {
  const { entities, deletes } = await open().request("meta.describe", {});
  assert.equal(deletes, true);
  for (const name of Object.keys(ENTITIES)) assert.ok(entities?.[name]?.includes("create"), name);
  assert.deepEqual(entities?.invoice, ["get", "query", "create", "update"]);
  assert.ok(entities?.meeting?.includes("remove"));
});
