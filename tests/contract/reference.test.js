// What the reference host does beyond the contract: faults on request, dates moved into the present.

import assert from "node:assert/strict";
import { test } from "node:test";
import { connectDirect } from "../../src/bridge/connection.js";
import { shiftDates } from "../../www/reference-host.js";
import { bench, catalogue, draft } from "./bench.js";

/** @import { OrderRow } from "../../src/bridge/types.js" */

const WRITE = /** @type {const} */ (["record.create", { entity: "quote", record: draft() }]);

/** @param {Parameters<typeof bench>[0]} [options] */
function open(options) {
  const { host } = bench(options);
  return { host, connection: connectDirect(host, { deadlineMs: 5_000 }) };
}

/** @param {Promise<unknown>} promise */
const code = (promise) =>
  promise.then(
    () => "ok",
    (error) => error.code,
  );

test("the context is what the options say", async () => {
  const user = { id: "7", name: "Nancy" };
  const { connection } = open({ today: "1998-05-07", workspace: "w", client: "ALFKI", locale: "ru", user });
  const context = await connection.request("context.get", {});
  assert.deepEqual(
    { ...context, groups: context.groups?.map(({ id }) => id) },
    {
      workspace: "w",
      user,
      host: { name: "Reference host" },
      locale: "ru",
      currency: "USD",
      today: "1998-05-07",
      client: "ALFKI",
      groups: ["key", "regular", "new"],
    },
  );
});

test("offline answers offline, tells the listeners, and ends", async () => {
  const { host, connection } = open();
  /** @type {any[]} */
  const heard = [];
  connection.listen(({ data }) => heard.push(data));
  host.faults.offline = true;
  host.faults.offline = true;
  assert.equal(await code(connection.request(...WRITE)), "offline");
  host.faults.offline = false;
  assert.equal(await code(connection.request(...WRITE)), "ok");
  assert.deepEqual(heard.slice(0, 2), [{ online: false }, { online: true }]);
});

test("a write whose answer is lost is unknown, and the same idem finds it", async () => {
  const { host, connection } = open();
  host.faults.dropAnswers = 1;
  const error = await connection.request(...WRITE, { idem: "a", deadlineMs: 30 }).catch((thrown) => thrown);
  assert.deepEqual([error.code, error.outcome], ["timeout", "unknown"]);
  const again = await connection.request(...WRITE, { idem: "a" });
  const { records } = await connection.request("record.query", { entity: "quote" });
  assert.deepEqual(
    records.map(({ id }) => id),
    [again.id],
  );
});

test("a malformed answer and an error come once each", async () => {
  const { host, connection } = open({ faults: { malformed: 1 } });
  assert.equal(await code(connection.request("meta.describe", {})), "malformed");
  host.faults.error = { code: "rate_limited", retryable: true, outcome: "none", retryAfterMs: 1 };
  assert.equal(await code(connection.request(...WRITE)), "rate_limited");
  const { records } = await connection.request("record.query", { entity: "quote" });
  assert.equal(records.length, 0);
});

test("a slow host runs into the deadline", async () => {
  const { host, connection } = open({ latencyMs: 200 });
  assert.equal(await code(connection.request("meta.describe", {}, { deadlineMs: 30 })), "timeout");
  host.faults.latencyMs = 0;
  assert.equal(await code(connection.request("meta.describe", {})), "ok");
});

test("one idem for two changes is refused", async () => {
  const { connection } = open();
  await connection.request(...WRITE, { idem: "a" });
  const other = { entity: /** @type {const} */ ("quote"), record: { ...draft(), note: "another" } };
  assert.equal(await code(connection.request("record.create", other, { idem: "a" })), "invalid");
});

test("null in a patch removes the member", async () => {
  const { connection } = open();
  const { id, version } = await connection.request("record.create", {
    entity: "quote",
    record: { ...draft(), note: "x" },
  });
  await connection.request("record.update", { entity: "quote", id, patch: { note: null } }, { baseVersion: version });
  assert.equal("note" in (await connection.request("record.get", { entity: "quote", id })), false);
});

test("what the caller still holds does not change the record", async () => {
  const { host, connection } = open();
  const record = { ...draft(), id: "Q-1" };
  await host.request({ id: "1", op: "record.create", args: { entity: "quote", record } });
  record.lines[0].quantity = "99";
  const read = /** @type {any} */ (await connection.request("record.get", { entity: "quote", id: "Q-1" }));
  assert.equal(read.lines[0].quantity, "12");
});

test("tax and payments of a quote are amounts on days", async () => {
  const { connection } = open();
  const { tax, payment } = draft();
  /** @type {[string, any][]} */
  const wrong = [
    ["tax", { tax: {} }],
    ["tax", { tax: { ...tax, rates: [] } }],
    ["tax", { tax: { ...tax, rates: [{ percent: "20", net: "1,00", tax: "0.20" }] } }],
    ["tax", { tax: { ...tax, gross: 248.83 } }],
    ["payment", { payment: "soon" }],
    ["payment", { payment: { ...payment, payments: [] } }],
    ["payment", { payment: { ...payment, payments: [{ due: "in June", amount: "1.00" }] } }],
    ["payment", { payment: { ...payment, interest: undefined } }],
  ];
  for (const [member, change] of wrong) {
    const record = { ...draft(), ...change };
    const error = await connection.request("record.create", { entity: "quote", record }).catch((thrown) => thrown);
    assert.deepEqual([error.code, Object.keys(error.fields)], ["invalid", [member]], JSON.stringify(change));
  }
  const nothing = { ...payment, payments: [], due: "0.00", total: "0.00" };
  for (const right of [{ tax: undefined, payment: undefined }, { payment: nothing }]) {
    const record = { ...draft(), ...right };
    assert.equal(await code(connection.request("record.create", { entity: "quote", record })), "ok");
  }
});

test("an id that is taken is a duplicate", async () => {
  const { connection } = open();
  const record = { ...draft(), id: "Q-1" };
  await connection.request("record.create", { entity: "quote", record });
  const error = await connection.request("record.create", { entity: "quote", record }).catch((thrown) => thrown);
  assert.deepEqual([error.code, error.candidates[0].id], ["duplicate", "Q-1"]);
});

test("a request beyond the limit it names is too large", async () => {
  const { host, connection } = open();
  const note = "x".repeat(host.caps.limits?.payload ?? 0);
  assert.equal(
    await code(connection.request("record.create", { entity: "quote", record: { ...draft(), note } })),
    "too_large",
  );
});

test("filters compare", async () => {
  const { connection } = open();
  /** @param {any} filter */
  const orders = async (filter) =>
    (await connection.request("record.query", { entity: "order", filter, limit: 1_000 })).records;
  const april = await orders({ date: { gte: "1998-04-01", lt: "1998-05-01" } });
  assert.equal(april.length, catalogue.orders?.filter(([, , date]) => date.startsWith("1998-04")).length);
  assert.ok(april.length > 0);
  const two = await orders({ clientId: { in: ["ALFKI", "VINET"] } });
  assert.deepEqual([...new Set(two.map(({ clientId }) => clientId))].sort(), ["ALFKI", "VINET"]);
  const { records } = await connection.request("record.query", {
    entity: "product",
    filter: { name: { contains: "CHA" } },
  });
  assert.deepEqual(
    records.map(({ name }) => name),
    ["Chai", "Chang", "Chartreuse verte"],
  );
});

test("updatedSince leaves out what is older", async () => {
  const { connection } = open();
  const later = new Date(Date.now() + 60_000).toISOString();
  assert.deepEqual((await connection.request("record.query", { entity: "product", updatedSince: later })).records, []);
});

test("dates move by whole weeks until the last order lies in the week that ends today", () => {
  const last = (/** @type {OrderRow[] | undefined} */ orders) =>
    orders
      ?.map(([, , date]) => date)
      .sort()
      .at(-1);
  const weekday = (/** @type {string} */ date) => new Date(date).getUTCDay();
  for (const today of [
    "1998-05-06",
    "1998-05-07",
    "1998-05-12",
    "1998-05-13",
    "2026-11-23",
    "2028-02-29",
    "1998-05-05",
    "1990-01-01",
  ]) {
    const moved = shiftDates(catalogue, today);
    const age = (Date.parse(today) - Date.parse(last(moved.orders) ?? "")) / 86_400_000;
    assert.ok(age >= 0 && age < 7, `${today}: ${age} days`);
    moved.orders?.forEach(([id, , date], n) => {
      const [sameId, , before] = catalogue.orders?.[n] ?? ["", "", ""];
      assert.equal(id, sameId);
      assert.equal(weekday(date), weekday(before));
    });
  }
  assert.equal(shiftDates(catalogue, "1998-05-07").orders?.[0][2], catalogue.orders?.[0][2]);
  assert.equal(shiftDates(catalogue, "1998-05-14").priceList.validFrom, "1998-01-08");
  const priceLists = [{ id: "may", currency: "USD", minorUnits: 2, validFrom: "1998-05-01", prices: [] }];
  assert.equal(shiftDates({ ...catalogue, priceLists }, "1998-05-14").priceLists?.[0]?.validFrom, "1998-05-08");
});

test("dates, wall times and instants of the records move along, and nothing else does", () => {
  const records = {
    meeting: [
      { id: "M", start: "1998-05-04T09:00", outcome: { logged: "1998-05-04T17:00:00Z" }, title: "1998-05-04 at nine" },
    ],
    payment: [{ id: "P", date: "1998-12-28", amount: "19980504", allocations: [] }],
  };
  assert.deepEqual(shiftDates({ ...catalogue, records }, "1998-05-14").records, {
    meeting: [
      { id: "M", start: "1998-05-11T09:00", outcome: { logged: "1998-05-11T17:00:00Z" }, title: "1998-05-04 at nine" },
    ],
    payment: [{ id: "P", date: "1999-01-04", amount: "19980504", allocations: [] }],
  });
  const { records: _, ...bare } = catalogue;
  assert.deepEqual(shiftDates(bare, "1998-05-14").records, {});
  assert.equal(catalogue.records.meeting.length, shiftDates(catalogue, "2026-11-23").records?.meeting.length);
});

test("meetings that name no zone are in the zone of the options", async () => {
  const zones = async (/** @type {object} */ options) => {
    const { records } = await open(options).connection.request("record.query", { entity: "meeting", limit: 1_000 });
    return [...new Set(records.map(({ zone }) => zone))];
  };
  assert.deepEqual(await zones({ zone: "Asia/Jakarta" }), ["Asia/Jakarta"]);
  assert.deepEqual(await zones({}), ["UTC"]);
});
