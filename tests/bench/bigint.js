// By hand: scaled whole numbers, as somebody would write it for this one quote.

import { divide, share } from "./whole.js";

/** @import { Answer, Quote } from "./quote.js" */

export const name = "BigInt by hand";

// Prices have three digits after the point and percentages two, so a line's amount after three percentages has fifteen.
const PRICE = 3;
const PERCENT = 2;
const WHOLE = 10_000n;
const EXACT_PER_CENT = 10n * WHOLE ** 3n;

/** @param {Quote} quote @returns {Answer} */
export function price({ lines, bands, percents, markup, discount, deferral }) {
  const groups = new Map();
  for (const { group, quantity } of lines) groups.set(group, (groups.get(group) ?? 0n) + BigInt(quantity));
  const ladder = bands.map(({ from, percent }) => ({ from: BigInt(from), keeps: WHOLE - scaled(percent, PERCENT) }));
  const rates = new Map();
  for (const [group, quantity] of groups) rates.set(group, rung(ladder, quantity));
  const [first, second] = percents.map((percent) => WHOLE - scaled(percent, PERCENT));
  const keeps = first * second;
  const lift = WHOLE + scaled(markup, PERCENT);

  const count = lines.length;
  /** @type {bigint[]} */
  const nets = new Array(count);
  /** @type {bigint[]} */
  const rooms = new Array(count);
  let total = 0n;
  for (let at = 0; at < count; at++) {
    const { group, quantity, unitPrice, cost } = lines[at];
    const units = BigInt(quantity);
    const full = units * scaled(unitPrice, PRICE);
    const exact = full * rates.get(group) * keeps;
    let floor = ceiling(units * scaled(cost, PRICE) * lift, 10n * WHOLE);
    let net = divide(exact, EXACT_PER_CENT);
    if (net <= floor && exact < floor * EXACT_PER_CENT) {
      // At the floor, or where the list amount is already below it.
      net = floor * 10n <= full ? floor : divide(full, 10n);
    }
    nets[at] = net;
    rooms[at] = net > floor ? net - floor : 0n;
    total += net;
  }

  const after = divide(total * (WHOLE - scaled(discount, PERCENT)), WHOLE);
  const shares = share(total - after, total, nets, rooms);
  const answer = { nets: new Array(count), taxes: new Array(count), net: Number(after), tax: 0, presentValue: 0 };
  let tax = 0n;
  for (let at = 0; at < count; at++) {
    const net = nets[at] - shares[at];
    const due = divide(net * scaled(lines[at].taxPercent, PERCENT), WHOLE);
    answer.nets[at] = Number(net);
    answer.taxes[at] = Number(due);
    tax += due;
  }
  answer.tax = Number(tax);
  const year = BigInt(deferral.yearDays) * WHOLE;
  answer.presentValue = Number(divide(after * year, year + scaled(deferral.annualPercent, PERCENT) * BigInt(deferral.days)));
  return answer;
}

/** What is kept at this quantity. @param {{ from: bigint, keeps: bigint }[]} ladder @param {bigint} quantity */
function rung(ladder, quantity) {
  let keeps = WHOLE;
  for (const band of ladder) if (quantity >= band.from) keeps = band.keeps;
  return keeps;
}

/** Decimal text as a whole number of so many digits after the point. @param {string} text @param {number} digits */
function scaled(text, digits) {
  const point = text.indexOf(".");
  if (point < 0) return BigInt(text) * 10n ** BigInt(digits);
  return BigInt(text.slice(0, point) + text.slice(point + 1).padEnd(digits, "0"));
}

/** @param {bigint} number @param {bigint} unit */
function ceiling(number, unit) {
  return (number + unit - 1n) / unit;
}
