// Invoices from the orders that were sent, by the client's payment term, and payments by a habit given to each client.
// Northwind has neither: the amounts are its own, the days and the habits are generated from a fixed seed.

import { chance } from "./chance.mjs";
import { addDays, workday } from "./days.mjs";
import { cents, hundredths, text } from "./money.mjs";

/** How clients pay: how many of a hundred clients, how many days after the due day, and how often only a part at first. @type {[number, { from: number, to: number, partly: number }][]} */
const HABITS = [
  [12, { from: -12, to: -2, partly: 0 }],
  [56, { from: -2, to: 3, partly: 2 }],
  [20, { from: 3, to: 18, partly: 5 }],
  [9, { from: 12, to: 50, partly: 10 }],
  [3, { from: 40, to: 110, partly: 15 }],
];

/**
 * @param {any} northwind
 * @param {Map<string, any>} companies by id, with `days` until they pay
 * @param {string} asOf the day on which it is looked at
 */
export function receivables(northwind, companies, asOf) {
  const invoice = northwind.orders.flatMap((/** @type {any} */ order) => {
    const { days } = companies.get(order.customer_id);
    // Who pays in advance is billed with the order, everybody else when the goods leave.
    const date = days === 0 ? order.ordered : order.shipped;
    if (!date) return [];
    const id = `I-${order.id}`;
    const due = addDays(date, days);
    return {
      id,
      clientId: order.customer_id,
      orderId: order.id,
      date,
      due,
      amount: text(cents(order)),
      generated: true,
    };
  });
  invoice.push(CREDIT_NOTE);
  return { invoice, payment: paymentsOf(invoice, companies, asOf) };
}

/** Broken jars were sent back. */
const CREDIT_NOTE = {
  id: "C-11063",
  clientId: "HUNGO",
  orderId: "11063",
  date: "1998-05-04",
  due: "1998-05-04",
  amount: "-152.00",
  generated: true,
};

/** What is still owed though everything after it was paid: somebody disputes it, or nobody has asked. */
const NEVER_PAID = new Set(["I-10778", "I-10826"]);

/** Money of which nobody has said what it is for. */
const UNAPPLIED = {
  clientId: "RATTC",
  date: "1998-05-04",
  amount: "1000.00",
  allocations: [],
  generated: true,
};

/** @param {any[]} invoices @param {Map<string, any>} companies @param {string} asOf */
function paymentsOf(invoices, companies, asOf) {
  /** By client and day: who pays two invoices on one day sends the money once. @type {Map<string, any>} */
  const payments = new Map();
  const habits = new Map([...companies.keys()].map((id) => [id, chance(`habit ${id}`).weighed(HABITS)]));
  for (const { id, clientId, date, due, amount } of invoices) {
    const full = hundredths(amount);
    if (full <= 0 || NEVER_PAID.has(id)) continue;
    const luck = chance(`payment ${id}`);
    const { from, to, partly } = habits.get(clientId) ?? HABITS[1][1];
    const inAdvance = due === date;
    const first = later(date, workday(addDays(due, inAdvance ? luck.whole(0, 2) : luck.whole(from, to))));
    const part = !inAdvance && luck.happens(partly) ? Math.round((full * luck.whole(40, 70)) / 100) : full;
    pay(clientId, id, first, part);
    if (part < full) pay(clientId, id, workday(addDays(first, luck.whole(20, 45))), full - part);
  }
  return [...payments.values(), UNAPPLIED]
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map((payment, n) => ({ id: `P-${n + 1}`, ...payment }));

  /** @param {string} clientId @param {string} invoiceId @param {string} date @param {number} paid in cents */
  function pay(clientId, invoiceId, date, paid) {
    if (date > asOf) return;
    const key = `${clientId} ${date}`;
    const before = payments.get(key);
    const allocations = [...(before?.allocations ?? []), { invoiceId, amount: text(paid) }];
    const amount = text(hundredths(before?.amount ?? "0") + paid);
    payments.set(key, { clientId, date, amount, allocations, generated: true });
  }
}

/** @param {string} one @param {string} other */
const later = (one, other) => (one > other ? one : other);
