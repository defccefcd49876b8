// A page of records: filters, cursors, chosen members.

import { invalid, isObject, refusal } from "./refusal.js";

/** @import { HostRecord } from '../sapa.js' */

/**
 * A record and when each of its members last changed, as the number of its version.
 *
 * @typedef {{ record: HostRecord, changed: Record<string, number>, at: string }} Row
 */

/** @param {readonly Row[]} rows @param {any} query */
export function page(rows, { cursor, limit = 100, fields, filter = {}, updatedSince = "" }) {
  checkLimit(limit);
  const wanted = Object.entries(filter);
  const found = rows.filter(
    ({ record, at }) => at >= updatedSince && wanted.every(([name, rule]) => matches(record[name], rule)),
  );
  const from = cursor === undefined ? 0 : position(cursor, found.length);
  const to = from + limit;
  const records = found.slice(from, to).map((each) => chosen(each, fields));
  return to < found.length ? { records, cursor: String(to) } : { records };
}

/** The members of a record that were asked for. @param {Row} row @param {string[] | undefined} fields */
export function chosen({ record }, fields) {
  if (fields === undefined) return record;
  if (!Array.isArray(fields)) throw invalid({ fields: "must be a list" });
  const names = ["id", "version", ...fields].filter((name) => Object.hasOwn(record, name));
  return Object.fromEntries(names.map((name) => [name, record[name]]));
}

/** @param {unknown} limit */
export function checkLimit(limit) {
  if (!Number.isInteger(limit) || Number(limit) < 1) throw invalid({ limit: "must be a whole number from 1" });
}

/** @param {unknown} cursor @param {number} most */
export function position(cursor, most) {
  const at = Number(cursor);
  if (!Number.isInteger(at) || at < 0 || at > most) throw invalid({ cursor: "is not one this host gave" });
  return at;
}

/** @param {unknown} value @param {any} rule */
function matches(value, rule) {
  if (!isObject(rule)) return value === rule;
  const unknown = Object.keys(rule).find((name) => !["in", "gte", "lt", "contains"].includes(name));
  if (unknown !== undefined) throw refusal("unsupported", `there is no filter ${unknown}`);
  const text = String(value ?? "");
  return (
    (rule.in === undefined || rule.in.includes(value)) &&
    (rule.gte === undefined || text >= rule.gte) &&
    (rule.lt === undefined || text < rule.lt) &&
    (rule.contains === undefined || text.toLowerCase().includes(String(rule.contains).toLowerCase()))
  );
}
