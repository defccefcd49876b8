// Prices one quote by our engine and by its peers, round by round in turn, and shows what each round took.
//
// Every answer is checked first, cent by cent, against the one by hand in BigInt. A peer whose cents are wrong is said to be so, and
// measured all the same. Each measurement begins with the strings of the quote and ends with a digest of all cents.

import * as big from "./big.js";
import * as bigint from "./bigint.js";
import * as currency from "./currency.js";
import * as decimal from "./decimal.js";
import * as dinero from "./dinero.js";
import { makeQuote } from "./quote.js";
import { pricePacked, priceRecords, priceTable, priceTotal, row } from "./sapa.js";

/** @import { Answer, Quote } from "./quote.js" */

/** Filled in by build.mjs. @type {Record<string, string>} */
const VERSIONS = __VERSIONS__;
/** @type {string} */
const SETTINGS = __SETTINGS__;

const LINES = 10_000;
const ROUNDS = 25;
const WARM_UP = 3;
/** How many times quicker than each of these the packed form is meant to be. */
const REACH = { "decimal.js": 10, "BigInt by hand": 1.3 };

const PACKED = "Sapa, packed";

const quote = makeQuote(LINES);
const text = quote.lines.map(row).join("");
/** @type {[string, (quote: Quote) => Answer | Promise<Answer>][]} */
const jobs = [
  [PACKED, pricePacked],
  ["Sapa, packed beforehand", (quote) => priceTable(quote, text)],
  ["Sapa, records", priceRecords],
  ...[bigint, decimal, big, dinero, currency].map(({ name, price }) => /** @type {[string, typeof price]} */ ([name, price])),
];

/** @type {string[]} */
const lines = [];
const say = (/** @type {string} */ line) => {
  lines.push(line);
  /** @type {HTMLElement} */ (document.getElementById("table")).textContent = lines.join("\n");
};

try {
  say(`${LINES.toLocaleString("en")} lines, ${ROUNDS} rounds in turn after ${WARM_UP} to warm up; ${SETTINGS}`);
  const right = bigint.price(quote);
  const wrong = new Map();
  for (const [name, price] of jobs) wrong.set(name, differences(right, await price(quote)));
  const took = await measure(jobs.map(([name, price]) => [name, async () => digest(await price(quote))]));
  const medians = new Map([...took].map(([name, times]) => [name, part(times, 0.5)]));
  const times = (/** @type {string} */ peer) => (medians.get(peer) ?? NaN) / (medians.get(PACKED) ?? NaN);

  say(cells("", "median ms", "p95 ms", "best ms", "of packed", "wrong cents"));
  for (const [name] of jobs) {
    const all = took.get(name) ?? [];
    const figures = [0.5, 0.95, 0].map((share) => part(all, share).toFixed(1));
    const version = VERSIONS[name.toLowerCase()];
    say(cells(version ? `${name} ${version}` : name, ...figures, `${times(name).toFixed(2)} x`, wrong.get(name) || "none"));
  }
  const reached = Object.entries(REACH).map(([peer, aim]) => {
    const got = times(peer);
    say(`${peer}: ${got.toFixed(2)} x, reach ${aim} x: ${got >= aim ? "reached" : `short by ${(aim - got).toFixed(2)}`}`);
    return got >= aim;
  });

  say("one quantity edited, from the change to the new total:");
  for (const size of [1_000, LINES]) {
    const edited = await edits(size);
    const figures = [0.5, 0.95, 0].map((share) => part(edited, share).toFixed(1));
    say(cells(`${size.toLocaleString("en")} lines`, ...figures));
  }
  const ours = [PACKED, "Sapa, packed beforehand", "Sapa, records"];
  const sound = ours.every((name) => wrong.get(name) === 0);
  finish({ sound, reached: reached.every(Boolean), medians: Object.fromEntries(medians), lines });
} catch (error) {
  finish({ error: String(error), lines });
}

/** Milliseconds of each round, by job. @param {[string, () => Promise<unknown>][]} jobs */
async function measure(jobs) {
  /** @type {Map<string, number[]>} */
  const took = new Map(jobs.map(([name]) => [name, []]));
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    // Who begins changes, so that nobody always runs behind the same one's litter.
    for (let at = 0; at < jobs.length; at++) {
      const [name, job] = jobs[(at + round + WARM_UP) % jobs.length];
      const start = performance.now();
      await job();
      if (round >= 0) took.get(name)?.push(performance.now() - start);
    }
  }
  return took;
}

/** One line's quantity is another each time, and the total is asked for. @param {number} size */
async function edits(size) {
  const quote = makeQuote(size);
  const rows = quote.lines.map(row);
  const times = [];
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const at = (round + WARM_UP) * 37 % size;
    const start = performance.now();
    rows[at] = row({ ...quote.lines[at], quantity: String(50 + round) });
    await priceTotal(quote, rows.join(""));
    if (round >= 0) times.push(performance.now() - start);
  }
  return times;
}

/** How many cents differ. @param {Answer} right @param {Answer} answer */
function differences(right, answer) {
  const all = (/** @type {Answer} */ { nets, taxes, net, tax, presentValue }) => [...nets, ...taxes, net, tax, presentValue];
  const [expected, found] = [all(right), all(answer)];
  return expected.filter((cents, at) => cents !== found[at]).length + Math.abs(expected.length - found.length);
}

/** FNV-1a over all cents, 32 bits at a time. @param {Answer} answer */
function digest({ nets, taxes, net, tax, presentValue }) {
  let hash = 0x811c9dc5;
  const take = (/** @type {number} */ cents) => {
    hash = Math.imul(hash ^ (cents | 0), 0x01000193);
    hash = Math.imul(hash ^ (cents / 2 ** 32), 0x01000193);
  };
  nets.forEach(take);
  taxes.forEach(take);
  [net, tax, presentValue].forEach(take);
  return hash >>> 0;
}

/** The least time that this part of the rounds did not exceed. @param {number[]} times @param {number} share */
function part(times, share) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** @param {string} name @param {...(string | number)} figures */
function cells(name, ...figures) {
  return name.padEnd(26) + figures.map((figure) => String(figure).padStart(13)).join("");
}

/** @param {object} result */
function finish(result) {
  document.body.dataset.result = JSON.stringify(result);
}
