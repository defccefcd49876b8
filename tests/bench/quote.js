// The quote that everyone prices: made of a fixed seed, so that it is the same on every machine and in every run.
//
// What is asked, in the order in which it is worked out. Prices and percentages are decimal text, as they come from a host.
//
// 1. A line comes to quantity x unit price, unrounded.
// 2. Lines of one group count together: the group's quantity finds its rung on a ladder of five, and the rung's percentage
//    comes off each of its lines.
// 3. Two more percentages come off, one after the other, each of what the one before left.
// 4. No line falls below quantity x cost x 1.05, rounded up to a cent. A line whose list amount lies below that stays there.
// 5. What a line has come to is rounded half up to a cent.
// 6. From the sum, 2.5 % come off: the rest is rounded half up, and the difference is shared out over the lines in proportion to
//    what they have come to. No line gives more than lies above its floor; what it cannot give the others do, in proportion again.
//    Cents that do not divide go to the largest remainders, among equal ones to the earlier line.
// 7. Each line's tax is rounded half up.
// 8. The net total is worth total / (1 + rate x days / 365) today, rounded half up.

/** @typedef {{ id: string, group: string, quantity: string, unitPrice: string, cost: string, taxPercent: string }} Line */
/** @typedef {{ from: string, percent: string }} Band */
/**
 * @typedef {object} Quote
 * @property {Line[]} lines
 * @property {Band[]} bands lowest first
 * @property {string[]} percents
 * @property {string} markup what a floor adds to the cost, in percent
 * @property {string} discount the document's, in percent
 * @property {{ days: number, annualPercent: string, yearDays: number }} deferral
 */
/**
 * What a line and the document come to, in whole cents.
 * @typedef {{ nets: number[], taxes: number[], net: number, tax: number, presentValue: number }} Answer
 */

const GROUPS_PER_LINES = 50;
const TAXES = ["0", "7", "19", "19", "19"];

/** @param {number} size how many lines @returns {Quote} */
export function makeQuote(size) {
  const random = generator(20_261_126);
  const between = (/** @type {number} */ low, /** @type {number} */ high) => low + (random() % (high - low + 1));
  const groups = Math.max(1, Math.ceil(size / GROUPS_PER_LINES));
  /** @type {Line[]} */
  const lines = [];
  for (let at = 0; at < size; at++) {
    // In thousandths; most list prices have two digits after the point, some three.
    const price = at % 10 === 0 ? between(50, 90_000) : between(5, 40_000) * 10;
    // Most goods earn something after every discount; on some the floor holds, and a few are sold below it to begin with.
    const cost = Math.round((price * between(40, at % 100 === 0 ? 105 : 80)) / 1_000) * 10;
    lines.push({
      id: `L${at + 1}`,
      group: `G${between(1, groups)}`,
      quantity: String(between(1, 48)),
      unitPrice: at % 10 === 0 ? text(price, 3) : text(price / 10, 2),
      cost: text(cost / 10, 2),
      taxPercent: TAXES[between(0, TAXES.length - 1)],
    });
  }
  return {
    lines,
    bands: [
      { from: "1", percent: "0" },
      { from: "600", percent: "3" },
      { from: "1000", percent: "5.5" },
      { from: "1200", percent: "8" },
      { from: "1400", percent: "12" },
    ],
    percents: ["3", "1.75"],
    markup: "5",
    discount: "2.5",
    deferral: { days: 45, annualPercent: "12", yearDays: 365 },
  };
}

/** So many whole units of the last of `digits` places, as decimal text. @param {number} units @param {number} digits */
function text(units, digits) {
  const padded = String(units).padStart(digits + 1, "0");
  return `${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
}

/** Mulberry32, of the public domain: the same numbers for the same seed. @param {number} seed */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}
