// The sample data end on a day of 1998; a demo moves them to the present.

/** @import { Catalogue } from '../sapa.js' */

const DAY_MS = 86_400_000;
/** A date, a wall time or an instant, and nothing else. */
const DATED = /^\d{4}-\d{2}-\d{2}(T[\d:.]+Z?)?$/;

/**
 * The same catalogue moved by whole weeks, so that weekdays stay and the last order lies in the week that ends `today`.
 *
 * @param {Catalogue} data
 * @param {string} today as YYYY-MM-DD
 * @returns {Catalogue}
 */
export function shiftDates(data, today) {
  const last = (data.orders ?? []).reduce((latest, [, , date]) => (date > latest ? date : latest), "");
  if (last === "") return data;
  const days = Math.floor((Date.parse(today) - Date.parse(last)) / (7 * DAY_MS)) * 7;
  const { companies, priceList, priceLists = [], orders, records = {} } = data;
  return { ...data, ...moved({ companies, priceList, priceLists, orders, records }, days) };
}

/** A copy in which every date lies so many days later. @param {any} value @param {number} days @returns {any} */
function moved(value, days) {
  if (typeof value === "string") return DATED.test(value) ? later(value, days) : value;
  if (Array.isArray(value)) return value.map((item) => moved(item, days));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, moved(item, days)]));
}

/** @param {string} text @param {number} days */
function later(text, days) {
  const date = new Date(Date.parse(text.slice(0, 10)) + days * DAY_MS);
  return Number.isNaN(date.getTime()) ? text : date.toISOString().slice(0, 10) + text.slice(10);
}
