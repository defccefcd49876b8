// What the base knows of each client beside its address: stage, key account, who looks after it, and its credit.

import { chance } from "./chance.mjs";
import { addDays, daysBetween } from "./days.mjs";
import { cents, text } from "./money.mjs";

/** Who has not bought for so many days has left; who first bought within so many is new. */
const HALF_YEAR = 182;

/**
 * Members of a company. Stage, first day and who looks after it are read off Northwind's orders; the rest is invented.
 *
 * @param {string} id
 * @param {any[]} orders of the client, oldest first
 * @param {{ days: number, key: boolean }} terms
 * @param {string} asOf
 */
export function account(id, orders, { days, key }, asOf) {
  const first = orders[0]?.ordered;
  const last = orders.at(-1)?.ordered;
  return {
    stage: stage(first, last, asOf),
    ...(first ? { since: first } : {}),
    ...(key ? { keyAccount: true } : {}),
    ownerId: owner(orders) ?? chance(`owner ${id}`).pick(["1", "3", "4"]),
    ...(days > 0 ? { credit: credit(id, orders, asOf) } : {}),
    sampleFields: [
      ...["group", "discountPercent", "paymentTerm", "keyAccount", "credit"],
      ...(first ? [] : ["ownerId"]),
    ],
  };
}

/** @param {string | undefined} first @param {string | undefined} last @param {string} asOf */
function stage(first, last, asOf) {
  if (!first || !last) return "potential";
  if (daysBetween(last, asOf) > HALF_YEAR) return "lapsed";
  return daysBetween(first, asOf) <= HALF_YEAR ? "new" : "active";
}

/** Who took most of the orders. @param {any[]} orders */
function owner(orders) {
  /** @type {Map<string, number>} */
  const taken = new Map();
  for (const { employee_id } of orders) taken.set(employee_id, (taken.get(employee_id) ?? 0) + 1);
  return [...taken].sort(([a, m], [b, n]) => n - m || Number(a) - Number(b))[0]?.[0];
}

/** Three months of what was bought in the last twelve, in steps of 500 dollars and at least 2,500. @param {string} id @param {any[]} orders @param {string} asOf */
function credit(id, orders, asOf) {
  const luck = chance(`credit ${id}`);
  const bought = orders
    .filter(({ ordered }) => daysBetween(ordered, asOf) <= 365)
    .reduce((sum, order) => sum + cents(order), 0);
  const limit = Math.max(5, Math.ceil(bought / 4 / 50_000)) * 50_000;
  const checked = addDays(asOf, -luck.whole(5, 400));
  return { limit: text(limit), checked, checkedBy: "8", recheck: addDays(checked, 365) };
}
