// What happened with clients and what was promised. All of it is invented.
//
// The dates are moved to the present and the texts are not, so no text names a day, a month or a season.

import { chance } from "./chance.mjs";
import { addDays, workday } from "./days.mjs";
import { hundredths, text } from "./money.mjs";

/** Everyday entries of a timeline: kind, direction, text. `{product}` is something the client has bought. @type {readonly (readonly [string, string, string])[]} */
const EVERYDAY = [
  ["call", "out", "Called to thank for the last order. All arrived well."],
  ["call", "in", "Asked whether {product} can come a week earlier next time. We look into it."],
  ["call", "out", "Went through what sells in their shops. {product} does better than they had thought."],
  ["call", "out", "Nobody there who can say; call again in two days, in the morning."],
  ["call", "in", "Wants to try a small lot of {product} before ordering more."],
  ["email", "out", "Sent the new price list and the terms for a larger order of {product}."],
  ["email", "in", "Asks for the ingredients of {product} in writing for their inspection."],
  ["email", "out", "Confirmed the delivery day and the name of the driver."],
  ["email", "in", "Thanks for the samples. The tasting is next week."],
  ["note", "", "They plan a second shop. Ask in a few weeks how it goes."],
  ["note", "", 'By "box" they mean what we call a carton: 12 jars, not 24.'],
  ["note", "", "Prefers to be called before ten."],
  ["referral", "in", "Named a friend with two restaurants who might like {product}."],
];

/** Requests and complaints with their clocks: client, days before the day, hour, and what became of them. */
const CASES = /** @type {const} */ ([
  {
    clientId: "ERNSH",
    ago: 1,
    hour: 8,
    kind: "request",
    text: "Where is order 11008? It was to be here today at the latest.",
  },
  {
    clientId: "SAVEA",
    ago: 2,
    hour: 14,
    kind: "request",
    text: "Please quote 200 jars of marmalade for next month.",
    acknowledged: 1,
  },
  {
    clientId: "QUICK",
    ago: 5,
    hour: 9,
    kind: "request",
    text: "Is there anything like Ikura that keeps longer?",
    acknowledged: 1,
    etaTold: 2,
    eta: 3,
    resolved: 49,
  },
  {
    clientId: "HILAA",
    ago: 6,
    hour: 16,
    kind: "request",
    text: "Can the next delivery come on pallets?",
    acknowledged: 18,
    etaTold: 18,
    eta: 4,
  },
  {
    clientId: "BERGS",
    ago: 12,
    hour: 10,
    kind: "request",
    text: "Needs the certificate of origin for the cheese.",
    acknowledged: 1,
    etaTold: 1,
    eta: 2,
    resolved: 26,
  },
  {
    clientId: "HUNGO",
    ago: 7,
    hour: 11,
    kind: "complaint",
    text: "Two cartons of the last delivery were broken.",
    cause: "delivery",
    acknowledged: 1,
    etaTold: 2,
    eta: 1,
    resolved: 28,
    escalated: true,
  },
  {
    clientId: "RATTC",
    ago: 7,
    hour: 15,
    kind: "complaint",
    text: "The last bill shows the old discount.",
    cause: "documents",
    acknowledged: 2,
  },
  {
    clientId: "FOLKO",
    ago: 9,
    hour: 9,
    kind: "complaint",
    text: "Waited three days for an answer by e-mail.",
    cause: "service",
    acknowledged: 30,
    etaTold: 30,
    eta: 1,
    resolved: 54,
    escalated: true,
  },
  {
    clientId: "WARTH",
    ago: 20,
    hour: 13,
    kind: "complaint",
    text: "The pears were overripe.",
    cause: "quality",
    acknowledged: 1,
    etaTold: 3,
    eta: 2,
    resolved: 50,
  },
]);

/** Our word to clients: days before the day it was given, days after that it was due, and what became of it. */
const OURS = /** @type {const} */ ([
  { clientId: "ERNSH", made: 21, due: 21, text: "Order 11008 leaves the warehouse.", delayKnown: 2 },
  { clientId: "QUICK", made: 5, due: 7, text: "A tasting set of three kinds of roe." },
  { clientId: "SAVEA", made: 2, due: 4, text: "The quote for 200 jars of marmalade." },
  { clientId: "HILAA", made: 5, due: 7, text: "An answer about deliveries on pallets." },
  { clientId: "HUNGO", made: 7, due: 6, text: "A credit note for the broken cartons.", done: 2 },
  { clientId: "BERGS", made: 12, due: 2, text: "The certificate of origin.", done: 11 },
  { clientId: "RATTC", made: 30, due: 10, text: "A corrected price list.", done: 16, delayKnown: 22, delayTold: 21 },
  { clientId: "FOLKO", made: 40, due: 7, text: "Samples of crispbread.", done: 29 },
  { clientId: "BONAP", made: 2, due: 8, text: "A date for the presentation with the chef." },
  { clientId: "LEHMS", made: 19, due: 14, text: "Terms for payment after 60 days.", done: 6 },
  { clientId: "WARTH", made: 20, due: 5, text: "Fresh pears in place of the overripe ones.", done: 16 },
  { clientId: "LILAS", made: 9, due: 12, text: "A visit to plan the new range.", delayKnown: 1, delayTold: 1 },
]);

/**
 * @param {any} northwind
 * @param {{ contact: any[], invoice: any[], payment: any[] }} records
 * @param {string} asOf
 */
export function dealings(northwind, records, asOf) {
  const activity = [...everyday(northwind, asOf), ...cases(asOf)].sort((a, b) => (a.at < b.at ? -1 : 1));
  const commitment = [...ours(asOf), ...promisesToPay(records, asOf)];
  return {
    activity: activity.map((each, n) => ({ id: `A-${n + 1}`, ...each, sample: true })),
    commitment: commitment.map((each, n) => ({ id: `W-${n + 1}`, ...each, sample: true })),
  };
}

/** A few entries for everybody who has bought in the last half year, more for those who buy more. @param {any} northwind @param {string} asOf */
function everyday(northwind, asOf) {
  const names = new Map(northwind.products.map((/** @type {any} */ { id, name }) => [id, name]));
  return northwind.customers.flatMap((/** @type {any} */ { id }) => {
    const orders = northwind.orders.filter(
      (/** @type {any} */ order) => order.customer_id === id && order.ordered > addDays(asOf, -182),
    );
    const luck = chance(`dealings ${id}`);
    const count = Math.min(7, Math.ceil(orders.length / 2));
    return Array.from({ length: count }, () => {
      const { lines, employee_id } = luck.pick(orders);
      const [kind, direction, words] = luck.pick(EVERYDAY);
      return {
        clientId: id,
        contactId: `${id}-1`,
        userId: employee_id,
        at: at(workday(addDays(asOf, -luck.whole(3, 120))), luck.whole(8, 16), luck.whole(0, 11) * 5),
        kind,
        ...(direction ? { direction } : {}),
        text: words.replace("{product}", names.get(luck.pick(lines).product_id)),
      };
    });
  });
}

/** @param {string} asOf */
function cases(asOf) {
  return CASES.map(({ ago, hour, ...given }) => {
    const { clientId, kind, text: words, ...rest } = /** @type {any} */ (given);
    const start = Date.parse(at(addDays(asOf, -ago), hour, 10));
    const hoursLater = (/** @type {number | undefined} */ hours) =>
      hours === undefined ? undefined : new Date(start + hours * 3_600_000).toISOString().replace(".000", "");
    return known({
      clientId,
      contactId: `${clientId}-1`,
      at: hoursLater(0),
      kind,
      direction: "in",
      text: words,
      acknowledged: hoursLater(rest.acknowledged),
      etaTold: hoursLater(rest.etaTold),
      eta: rest.eta === undefined ? undefined : addDays(asOf, rest.eta - ago),
      resolved: hoursLater(rest.resolved),
      cause: rest.cause,
      escalated: rest.escalated,
    });
  });
}

/** @param {string} asOf */
function ours(asOf) {
  return OURS.map((given) => {
    const { clientId, made, due, text: words, done, delayKnown, delayTold } = /** @type {any} */ (given);
    const ago = (/** @type {number | undefined} */ days) => (days === undefined ? undefined : addDays(asOf, -days));
    return known({
      clientId,
      contactId: `${clientId}-1`,
      by: "us",
      text: words,
      made: ago(made),
      due: addDays(asOf, due - made),
      done: ago(done),
      delayKnown: ago(delayKnown),
      delayTold: ago(delayTold),
    });
  });
}

/** Debtors who have named a day: the four largest open amounts that are overdue. @param {{ invoice: any[], payment: any[] }} records @param {string} asOf */
function promisesToPay({ invoice, payment }, asOf) {
  const paid = new Map();
  for (const { allocations } of payment)
    for (const { invoiceId, amount } of allocations)
      paid.set(invoiceId, (paid.get(invoiceId) ?? 0) + hundredths(amount));
  const open = (/** @type {any} */ { id, amount }) => hundredths(amount) - (paid.get(id) ?? 0);
  return invoice
    .filter((each) => each.due < asOf && open(each) > 0)
    .sort((a, b) => open(b) - open(a))
    .slice(0, 4)
    .map((each, n) => ({
      clientId: each.clientId,
      contactId: `${each.clientId}-1`,
      by: "client",
      text: "Will pay by the day named.",
      made: addDays(asOf, -9 + n),
      due: addDays(asOf, [-2, 3, 6, 12][n]),
      invoiceId: each.id,
      amount: text(open(each)),
    }));
}

/** @param {string} date @param {number} hour @param {number} minute */
const at = (date, hour, minute) => `${date}T${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}:00Z`;

/** Without the members that are not known. @param {Record<string, unknown>} record */
const known = (record) =>
  /** @type {any} */ (Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)));
