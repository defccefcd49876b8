// The entities: how the catalogue's rows become records, and what a record must be to be taken.

import { invalid } from "./refusal.js";

/** @import { Catalogue, HostCaps, OrderRow } from '../sapa.js' */

/** Says what is wrong with a value, or nothing. @typedef {(value: any, has: Has) => string | undefined} Rule */
/** Whether there is such a record. @typedef {(entity: string, id: unknown) => boolean} Has */

/** The catalogue's records by entity. @param {Catalogue} data @param {string} [zone] of meetings that name none @returns {Map<string, readonly object[]>} */
export function recordsOf(data, zone = "UTC") {
  const { meeting = [], ...records } = data.records ?? {};
  /** @type {Map<string, readonly object[]>} */
  const made = new Map(Object.keys(RULES).map((entity) => [entity, records[entity] ?? []]));
  return made
    .set(
      "meeting",
      meeting.map((each) => ({ zone, ...each })),
    )
    .set("company", data.companies)
    .set("product", data.products)
    .set("priceList", [data.priceList, ...(data.priceLists ?? [])])
    .set("order", (data.orders ?? []).map(order));
}

/** What can be done with each entity. @returns {HostCaps['entities']} */
export const operationsByEntity = () =>
  Object.fromEntries(
    ["company", "product", "priceList", "order", ...Object.keys(RULES)].map((entity) => [
      entity,
      OWN.has(entity) ? ["get", "query", "create", "update", "remove"] : ["get", "query", "create", "update"],
    ]),
  );

/**
 * Refuses a record that breaks a rule of its entity. What widgets write is checked through and through; what has no rules
 * here is taken as it is.
 *
 * @param {string} entity
 * @param {any} record
 * @param {Has} has
 * @param {Catalogue} data
 */
export function validate(entity, record, has, data) {
  /** @type {Record<string, string>} */
  const wrong = {};
  for (const [name, rule] of Object.entries(RULES[entity] ?? {})) {
    const reason = rule(record[name], has);
    if (reason) wrong[name] = reason;
  }
  if (entity === "quote") checkQuote(record, has, data, wrong);
  if (entity === "fact") checkFact(record, wrong);
  if (Object.keys(wrong).length > 0) throw invalid(wrong);
}

/** @type {Rule} */
const text = (value) => (typeof value === "string" && value !== "" ? undefined : "must be a text");
/** @type {Rule} */
const decimal = (value) =>
  typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value) ? undefined : "must be a decimal text";
/** @type {Rule} */
const flag = (value) => (typeof value === "boolean" ? undefined : "must be true or false");
/** @type {Rule} */
const minutes = (value) => (Number.isInteger(value) && value > 0 ? undefined : "must be a whole number from 1");
/** @param {RegExp} form @param {string} what @returns {Rule} */
const moment = (form, what) => (value) => {
  if (typeof value !== "string" || !form.test(value)) return `must be ${what}`;
  // 30 February has the right form and would become 2 March.
  const day = new Date(`${value.slice(0, 10)}T00:00Z`);
  const exists = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value.slice(0, 10));
  return exists && !Number.isNaN(Date.parse(value)) ? undefined : `must be ${what}`;
};
const date = moment(/^\d{4}-\d{2}-\d{2}$/, "a date");
const instant = moment(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/, "an instant");
const wallTime = moment(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/, "a wall time");
/** @param {string[]} words @returns {Rule} */
const oneOf =
  (...words) =>
  (value) =>
    words.includes(value) ? undefined : `must be one of ${words.join(", ")}`;
/** @param {string} entity @returns {Rule} */
const idOf = (entity) => (value, has) => (has(entity, value) ? undefined : `is not a ${entity}`);
/** @param {Rule} rule @returns {Rule} */
const maybe = (rule) => (value, has) => (value === undefined || value === null ? undefined : rule(value, has));
/** @param {(item: any, has: Has) => boolean} good @param {string} what @returns {Rule} */
const listOf = (good, what) => (value, has) =>
  Array.isArray(value) && value.every((item) => good(item, has)) ? undefined : `must be a list of ${what}`;

/** What a record of each entity must be, member by member; other members are kept as they are. @type {Record<string, Record<string, Rule>>} */
const RULES = {
  user: { name: text },
  contact: {
    clientId: idOf("company"),
    name: text,
    role: maybe(oneOf("decides", "influences", "uses", "blocks")),
    reportsTo: maybe(idOf("contact")),
  },
  invoice: { clientId: idOf("company"), orderId: maybe(idOf("order")), date, due: date, amount: decimal },
  payment: {
    clientId: idOf("company"),
    date,
    amount: decimal,
    allocations: listOf(
      (part, has) => has("invoice", part?.invoiceId) && !decimal(part.amount, has),
      "parts of invoices",
    ),
  },
  activity: {
    clientId: idOf("company"),
    contactId: maybe(idOf("contact")),
    at: instant,
    kind: oneOf("call", "email", "note", "request", "complaint", "referral", "system"),
    direction: maybe(oneOf("in", "out")),
    text,
    acknowledged: maybe(instant),
    etaTold: maybe(instant),
    eta: maybe(date),
    resolved: maybe(instant),
    cause: maybe(oneOf("delivery", "quality", "price", "service", "documents", "other")),
  },
  commitment: {
    clientId: idOf("company"),
    contactId: maybe(idOf("contact")),
    by: oneOf("us", "client"),
    text,
    made: date,
    due: date,
    done: maybe(date),
    delayKnown: maybe(date),
    delayTold: maybe(date),
    cancelled: maybe(date),
    invoiceId: maybe(idOf("invoice")),
    amount: maybe(decimal),
  },
  meeting: {
    kind: oneOf("call", "meeting", "event"),
    status: oneOf("planned", "confirmed"),
    clientId: maybe(idOf("company")),
    contactId: maybe(idOf("contact")),
    title: text,
    start: wallTime,
    minutes,
    zone: text,
  },
  competitor: { name: text },
  competitorProduct: { competitorId: idOf("competitor"), name: text, productId: maybe(idOf("product")) },
  criterion: {
    name: text,
    kind: oneOf("number", "text", "yesNo"),
    topic: oneOf("price", "terms", "feature"),
    direction: maybe(oneOf("max", "min")),
    weight: decimal,
  },
  fact: {
    productId: maybe(idOf("product")),
    competitorProductId: maybe(idOf("competitorProduct")),
    criterionId: idOf("criterion"),
    number: maybe(decimal),
    yesNo: maybe(flag),
    // Nobody has to know when a fact was seen; it then counts as out of date.
    seen: maybe(date),
    confidence: oneOf("low", "medium", "high"),
    shareable: flag,
  },
  objection: { wording: text, tags: listOf((tag) => typeof tag === "string", "texts") },
  approval: {
    clientId: idOf("company"),
    asked: date,
    amount: decimal,
    discountPercent: decimal,
    marginPercent: maybe(decimal),
    engine: text,
    verdict: oneOf("asked", "granted", "refused"),
  },
  quote: { clientId: idOf("company"), list: decimal, net: decimal, manualPercent: decimal },
};

/** What account managers make themselves, they may also take away. */
const OWN = new Set([
  "priceList",
  "contact",
  "activity",
  "commitment",
  "meeting",
  "competitor",
  "competitorProduct",
  "criterion",
  "fact",
  "objection",
]);

/** @param {any} quote @param {Has} has @param {Catalogue} data @param {Record<string, string>} wrong */
function checkQuote(quote, has, { priceList }, wrong) {
  if (quote.currency !== priceList.currency) wrong.currency = `must be ${priceList.currency}`;
  const typed = /^by-hand-\d+(x\d+)?$/.test(quote.termId);
  if (!typed && !priceList.terms.some(({ id }) => id === quote.termId)) wrong.termId = "is not a payment term";
  if (Number.isNaN(Date.parse(quote.created))) wrong.created = "must be an instant";
  if (!Array.isArray(quote.lines) || quote.lines.length === 0) wrong.lines = "must not be empty";
  else
    quote.lines.forEach((/** @type {any} */ line, /** @type {number} */ n) => {
      if (!has("product", line?.productId)) wrong[`lines[${n}].productId`] = "is not a product";
      for (const name of ["quantity", "price", "net"])
        if (decimal(line?.[name], has)) wrong[`lines[${n}].${name}`] = "must be a decimal text";
    });
  checkDue(quote, has, wrong);
}

/** What the quote says of tax and payments, if anything. @param {any} quote @param {Has} has @param {Record<string, string>} wrong */
function checkDue({ tax, payment }, has, wrong) {
  /** @param {any} record @param {string[]} names */
  const amounts = (record, ...names) => names.every((name) => !decimal(record?.[name], has));
  /** @param {any} list @param {(item: any) => boolean} good */
  const each = (list, good) => Array.isArray(list) && list.every(good);
  const taxed = () => tax.rates?.length > 0 && each(tax.rates, (rate) => amounts(rate, "percent", "net", "tax")) && amounts(tax, "tax", "gross");
  // What comes to nothing is not paid.
  const paid = () =>
    (payment.payments?.length > 0 || Number(payment.due) === 0) &&
    each(payment.payments, (each) => !date(each?.due, has) && amounts(each, "amount")) &&
    amounts(payment, "due", "total", "interest");
  if ((tax ?? null) !== null && !taxed()) wrong.tax = "must be rates, what they come to and the total";
  if ((payment ?? null) !== null && !paid()) wrong.payment = "must be payments on days and what they come to";
}

/** @param {any} fact @param {Record<string, string>} wrong */
function checkFact(fact, wrong) {
  /** @param {string[]} names */
  const given = (...names) => names.filter((name) => fact[name] !== undefined && fact[name] !== null);
  if (given("productId", "competitorProductId").length !== 1) wrong.productId ??= "must be the one product it is about";
  const values = given("number", "text", "yesNo");
  if (values.length !== 1) wrong[values[0] ?? "number"] ??= "must be the one value there is";
}

/** The order as a record. @param {OrderRow} row */
function order([id, clientId, date, lines, required, shipped]) {
  return {
    id,
    clientId,
    date,
    lines: lines.map(([productId, quantity, price, discount]) => ({
      productId,
      quantity: String(quantity),
      price,
      discount,
    })),
    net: net(lines),
    ...(required === undefined ? {} : { required }),
    ...(shipped === undefined ? {} : { shipped }),
  };
}

/** Prices and discounts have two decimals, so a line is a whole number of ten-thousandths. @param {OrderRow[3]} lines */
function net(lines) {
  const sum = lines.reduce(
    (total, [, quantity, price, discount]) => total + hundredths(price) * quantity * (100 - hundredths(discount)),
    0,
  );
  const cents = Math.floor((sum + 50) / 100);
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
}

/** @param {string} decimal */
function hundredths(decimal) {
  const [whole, part = ""] = decimal.split(".");
  return Number(whole) * 100 + Number(part.padEnd(2, "0"));
}
