// The demo's data: whole, honest about what is made up, and rich enough to show every state of a widget.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { recordsOf, validate } from "../../www/reference-host/entities.js";
import { files } from "../tools/northwind.mjs";
import { catalogue } from "./bench.js";

/** @type {Record<string, any[]>} */
const records = /** @type {any} */ (catalogue.records);
const AS_OF = "1998-05-06";
const tables = recordsOf(catalogue);

/** @param {string} decimal */
const cents = (decimal) => Math.round(Number(decimal) * 100);

/** What is still open of each invoice, in cents. */
function open() {
  const open = new Map(records.invoice.map(({ id, amount }) => [id, cents(amount)]));
  for (const { allocations } of records.payment)
    for (const { invoiceId, amount } of allocations) open.set(invoiceId, (open.get(invoiceId) ?? NaN) - cents(amount));
  return open;
}

test("the catalogue is whole", () => {
  const { companies, products, orders, priceList, groups } = catalogue;
  assert.deepEqual([companies.length, products.length, orders.length], [91, 77, 830]);
  assert.equal(priceList.sample, true);
  const ids = { company: new Set(companies.map(({ id }) => id)), product: new Set(products.map(({ id }) => id)) };
  assert.deepEqual([ids.company.size, ids.product.size], [91, 77]);
  const terms = new Set(priceList.terms.map(({ id }) => id));
  for (const { id, group, paymentTerm = "" } of companies)
    assert.ok(groups.some((each) => each.id === group) && terms.has(paymentTerm), id);
  for (const { id, price } of products) assert.match(price, /^\d+\.\d\d$/, id);
  for (const [id, client, , lines] of orders) {
    assert.ok(ids.company.has(client) && lines.length > 0 && lines.every(([product]) => ids.product.has(product)), id);
  }
});

test("the files are what the tool makes of Northwind", () => {
  const file = (/** @type {string} */ path) => readFileSync(new URL(path, import.meta.url), "utf8");
  for (const [name, made] of Object.entries(files(JSON.parse(file("../data/northwind.json")))))
    assert.equal(made, file(`../../www/data/${name}`), name);
});

// The dates are moved to the present; a day in a text would contradict the date beside it.
test("no text names a day, a month or a season", () => {
  const named =
    /\b(\d+(st|nd|rd|th)|(mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|(septem|octo|novem|decem)ber|spring|summer|autumn|winter|(19|20)\d\d)\b/i;
  for (const [list, members] of /** @type {[any[], string[]][]} */ ([
    [records.activity, ["text"]],
    [records.commitment, ["text"]],
    [records.meeting, ["title", "place", "checklist"]],
    [records.competitor, ["note"]],
    [records.objection, ["wording", "acknowledge", "question", "proof"]],
    [/** @type {any} */ (catalogue.priceList).promotions, ["name"]],
  ]))
    for (const record of list)
      for (const name of members)
        for (const text of [record[name]].flat())
          assert.doesNotMatch(String(text?.text ?? text), named, `${record.id}: ${name}`);
});

test("every record is one the host would take, under an id of its own", () => {
  const ids = new Map(
    [...tables].map(([entity, list]) => [entity, new Set(list.map((record) => /** @type {any} */ (record).id))]),
  );
  const has = (/** @type {string} */ entity, /** @type {any} */ id) => ids.get(entity)?.has(id) ?? false;
  for (const [entity, list] of tables) {
    assert.equal(ids.get(entity)?.size, list.length, `two ${entity} records share an id`);
    for (const record of list) {
      try {
        validate(entity, record, has, catalogue);
      } catch (refused) {
        assert.fail(`${entity} ${JSON.stringify(record)}: ${JSON.stringify(refused)}`);
      }
    }
  }
  for (const [entity, list] of Object.entries(records)) assert.equal(tables.get(entity)?.length, list.length, entity);
  for (const { ownerId } of catalogue.companies) assert.ok(has("user", ownerId), ownerId);
});

test("whatever is not Northwind's says so", () => {
  const real = new Set(["user"]);
  for (const [entity, list] of Object.entries(records)) {
    if (real.has(entity)) continue;
    for (const record of list)
      assert.ok(
        record.sample === true || record.generated === true || record.sampleFields?.length > 0,
        JSON.stringify(record),
      );
  }
  for (const company of /** @type {any[]} */ (catalogue.companies))
    for (const name of ["group", "discountPercent", "paymentTerm", "credit", "keyAccount"])
      assert.ok(!(name in company) || company.sampleFields.includes(name), `${company.id}: ${name}`);
  for (const product of /** @type {any[]} */ (catalogue.products))
    for (const name of ["cost", "taxClass"])
      assert.ok(!(name in product) || product.sampleFields.includes(name), `${product.id}: ${name}`);
  assert.equal(/** @type {any} */ (catalogue).tax.sample, true);
});

test("prices are taxed by two classes, once the demo is asked to", () => {
  const { tax } = /** @type {any} */ (catalogue);
  const classes = new Set(catalogue.products.map(({ taxClass }) => taxClass));
  assert.deepEqual(classes, new Set([undefined, ...tax.classes.map((/** @type {any} */ each) => each.taxClass)]));
  assert.ok(!("tax" in catalogue.priceList));
});

test("orders come to what Northwind's lines come to", () => {
  const orders = /** @type {any[]} */ (tables.get("order"));
  // 1,265,793.0395 in all; each order rounded once.
  assert.equal(
    orders.reduce((sum, { net }) => sum + cents(net), 0),
    126_579_322,
  );
  assert.equal(orders.filter(({ shipped }) => shipped === undefined).length, 21);
  assert.deepEqual(orders.find(({ id }) => id === "10248")?.net, "440.00");
});

test("payments fit their invoices, and leave every kind of debt", () => {
  const invoices = new Map(records.invoice.map((invoice) => [invoice.id, invoice]));
  for (const { clientId, date, amount, allocations } of records.payment) {
    const applied = allocations.reduce(
      (/** @type {number} */ sum, /** @type {any} */ part) => sum + cents(part.amount),
      0,
    );
    assert.ok(date <= AS_OF && applied <= cents(amount));
    for (const { invoiceId } of allocations) {
      assert.equal(invoices.get(invoiceId).clientId, clientId);
      assert.ok(invoices.get(invoiceId).date <= date, `${invoiceId} was paid before it was written`);
    }
  }
  const rest = [...open()].map(([id, cents]) => ({ ...invoices.get(id), open: cents }));
  const days = ({ due = "" }) => (Date.parse(AS_OF) - Date.parse(due)) / 86_400_000;
  const count = (/** @type {(each: any) => boolean} */ test) => rest.filter(test).length;
  assert.equal(
    count(({ open, amount }) => open < 0 && cents(amount) > 0),
    0,
    "nothing is paid twice",
  );
  assert.ok(count(({ open }) => open === 0) > 600, "most are paid");
  for (const [from, to] of [
    [-30, 0],
    [1, 30],
    [31, 60],
    [61, 90],
    [91, 999],
  ])
    assert.ok(count((each) => each.open > 0 && days(each) >= from && days(each) <= to) > 0, `${from} to ${to} days`);
  assert.ok(count(({ open, amount }) => open > 0 && open < cents(amount)) > 0, "some are paid in part");
  assert.ok(count(({ amount }) => cents(amount) < 0) > 0, "a credit note");
  assert.ok(
    records.payment.some(({ allocations }) => allocations.length === 0),
    "money that is not applied",
  );
  assert.ok(
    records.payment.some(({ allocations }) => allocations.length > 1),
    "money for two invoices",
  );
});

test("some clients are over their limit, most are not", () => {
  const owed = new Map();
  const owes = (/** @type {string} */ client, /** @type {number} */ cents) =>
    owed.set(client, (owed.get(client) ?? 0) + cents);
  const left = open();
  for (const { id, clientId } of records.invoice) owes(clientId, left.get(id) ?? 0);
  for (const { clientId, net, shipped } of /** @type {any[]} */ (tables.get("order")))
    if (!shipped) owes(clientId, cents(net));
  const limited = catalogue.companies.filter(({ credit }) => credit);
  const over = limited.filter(({ id, credit }) => (owed.get(id) ?? 0) > cents(credit?.limit ?? "0"));
  assert.ok(over.length >= 3 && over.length < limited.length / 4, `${over.length} of ${limited.length}`);
});

test("stages, roles, promises and meetings show every case", () => {
  const kinds = (/** @type {any[]} */ list, /** @type {(each: any) => unknown} */ kind) => new Set(list.map(kind));
  assert.equal(kinds(catalogue.companies, ({ stage }) => stage).size, 4);
  assert.equal(kinds(records.contact, ({ role }) => role).size, 4);
  const attendance = kinds(records.meeting, ({ outcome }) => outcome?.attendance);
  for (const each of ["held", "substitute", "noShow", "movedByClient", "cancelledInTime", undefined])
    assert.ok(attendance.has(each), each);
  assert.deepEqual(
    kinds(records.meeting, ({ kind }) => kind),
    new Set(["call", "meeting", "event"]),
  );
  const { commitment } = records;
  const some = (/** @type {(each: any) => boolean} */ test, /** @type {string} */ what) =>
    assert.ok(commitment.some(test), what);
  some(({ done, due }) => done <= due, "kept");
  some(({ done, due }) => done > due, "kept late");
  some(({ done, due }) => !done && due > AS_OF, "open");
  some(({ delayKnown, delayTold }) => delayKnown && !delayTold, "a delay the client does not know of");
  some(({ delayTold, due }) => delayTold <= due, "warned in time");
  some(({ by, invoiceId, due }) => by === "client" && invoiceId && due < AS_OF, "a promise to pay that was broken");
  const requests = records.activity.filter(({ kind }) => kind === "request" || kind === "complaint");
  for (const missing of ["acknowledged", "etaTold", "resolved"])
    assert.ok(
      requests.some((each) => !each[missing]),
      missing,
    );
  const held = records.meeting.filter(
    ({ outcome, clientId }) => clientId === "LONEP" && outcome?.attendance === "held",
  );
  assert.ok(held.length >= 3 && held.every(({ outcome }) => !outcome.decisionMaker), "nobody who decides was met");
});

test("facts are fresh, stale and undated, shareable and not", () => {
  const shelf = { price: 30, terms: 90, feature: 180 };
  const topics = new Map(records.criterion.map(({ id, topic }) => [id, topic]));
  const age = ({ seen = "" }) => (Date.parse(AS_OF) - Date.parse(seen)) / 86_400_000;
  const stale = records.fact.filter(
    (fact) => fact.seen && age(fact) > shelf[/** @type {"price"} */ (topics.get(fact.criterionId))],
  );
  const undated = records.fact.filter(({ seen }) => !seen);
  for (const [list, what] of /** @type {const} */ ([
    [stale, "stale"],
    [undated, "undated"],
    [records.fact.filter(({ shareable }) => !shareable), "not shareable"],
  ]))
    assert.ok(list.length >= 5 && list.length < records.fact.length / 3, `${what}: ${list.length}`);
  for (const { id } of catalogue.products)
    assert.ok(
      records.competitorProduct.filter(({ productId }) => productId === id).length <= records.competitor.length,
    );
});

test("objection cards are read in ten seconds and promise nothing", () => {
  for (const { id, wording, acknowledge, question, proof } of records.objection) {
    const text = [wording, acknowledge, question, proof].join(" ");
    assert.ok(text.split(/\s+/).length <= 40, `${id} is too long`);
    assert.doesNotMatch(text, /promise|guarantee|janji|jamin|обеща|гарантир/i, id);
  }
  for (const locale of ["en", "id", "ru"])
    assert.equal(records.objection.filter((card) => card.locale === locale).length, 10, locale);
});
