// Dinero.js over BigInt: over plain numbers, an amount after three percentages is beyond what they hold. What it has no word for,
// sharing out by the largest remainder under caps, is done on the amounts it hands out.

import {
  add,
  dinero,
  greaterThan,
  halfUp,
  lessThan,
  multiply,
  subtract,
  toSnapshot,
  transformScale,
  up,
} from "dinero.js/bigint";
import { divide, share } from "./whole.js";

/** @import { Answer, Quote } from "./quote.js" */

export const name = "Dinero.js";

const EUR = /** @type {const} */ ({ code: "EUR", base: 10n, exponent: 2n });
/** One type for all of its amounts. @typedef {any} Money */

/** @param {Quote} quote @returns {Answer} */
export function price({ lines, bands, percents, markup, discount, deferral }) {
  const groups = new Map();
  for (const { group, quantity } of lines) groups.set(group, (groups.get(group) ?? 0n) + BigInt(quantity));
  const ladder = bands.map(({ from, percent }) => ({ from: BigInt(from), keeps: keeping(percent) }));
  const rates = new Map();
  for (const [group, quantity] of groups) {
    let keeps = { amount: 1n, scale: 0n };
    for (const band of ladder) if (quantity >= band.from) keeps = band.keeps;
    rates.set(group, keeps);
  }
  const later = percents.map(keeping);
  const { amount, scale } = scaled(markup);
  const lift = { amount: amount + 100n * 10n ** scale, scale: scale + 2n };

  /** @type {Money[]} */
  const nets = new Array(lines.length);
  /** @type {bigint[]} */
  const rooms = new Array(lines.length);
  let total = /** @type {Money} */ (cents(0n));
  lines.forEach(({ group, quantity, unitPrice, cost }, at) => {
    const units = BigInt(quantity);
    const full = multiply(dinero({ ...scaled(unitPrice), currency: EUR }), units);
    let exact = multiply(full, rates.get(group));
    for (const keeps of later) exact = multiply(exact, keeps);
    const floor = transformScale(multiply(multiply(dinero({ ...scaled(cost), currency: EUR }), units), lift), 2n, up);
    if (lessThan(exact, floor)) exact = lessThan(full, floor) ? full : floor;
    const net = transformScale(exact, 2n, halfUp);
    nets[at] = net;
    rooms[at] = greaterThan(net, floor) ? toSnapshot(subtract(net, floor)).amount : 0n;
    total = add(total, net);
  });

  const after = transformScale(multiply(total, keeping(discount)), 2n, halfUp);
  const amounts = nets.map((net) => toSnapshot(net).amount);
  const shares = share(toSnapshot(subtract(total, after)).amount, toSnapshot(total).amount, amounts, rooms);
  const answer = { nets: new Array(lines.length), taxes: new Array(lines.length), net: 0, tax: 0, presentValue: 0 };
  let tax = /** @type {Money} */ (cents(0n));
  lines.forEach(({ taxPercent }, at) => {
    const net = subtract(nets[at], cents(shares[at]));
    const percent = scaled(taxPercent);
    const due = transformScale(multiply(net, { amount: percent.amount, scale: percent.scale + 2n }), 2n, halfUp);
    answer.nets[at] = Number(toSnapshot(net).amount);
    answer.taxes[at] = Number(toSnapshot(due).amount);
    tax = add(tax, due);
  });
  answer.net = Number(toSnapshot(after).amount);
  answer.tax = Number(toSnapshot(tax).amount);
  // It does not divide.
  const rate = scaled(deferral.annualPercent);
  const year = BigInt(deferral.yearDays) * 100n * 10n ** rate.scale;
  answer.presentValue = Number(
    divide(toSnapshot(after).amount * year, year + rate.amount * BigInt(deferral.days)),
  );
  return answer;
}

/** @param {bigint} amount */
const cents = (amount) => dinero({ amount, currency: EUR, scale: 2n });

/** The part that so many percent leave. @param {string} percent */
function keeping(percent) {
  const { amount, scale } = scaled(percent);
  return { amount: 100n * 10n ** scale - amount, scale: scale + 2n };
}

/** @param {string} text */
function scaled(text) {
  const [whole, fraction = ""] = text.split(".");
  return { amount: BigInt(whole + fraction), scale: BigInt(fraction.length) };
}
