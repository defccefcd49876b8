// The reference host with the demo's catalogue in it, as the tests use it.

import { readFileSync } from "node:fs";
import { createReferenceHost } from "../../www/reference-host.js";

/** @import { Catalogue, Quote } from "../../src/bridge/types.js" */

/** @param {string} name */
const data = (name) => JSON.parse(readFileSync(new URL(`../../www/data/${name}`, import.meta.url), "utf8"));

/** @type {Catalogue & Required<Pick<Catalogue, "records" | "orders" | "groups">>} */
export const catalogue = { ...data("northwind.json"), records: data("records.json") };

/** A quote the reference host accepts. @returns {Quote} */
export const draft = () => ({
  clientId: "ALFKI",
  created: "1998-05-07T09:00:00Z",
  currency: "USD",
  lines: [{ productId: "1", quantity: "12", price: "18.00", net: "207.36" }],
  termId: "net30",
  manualPercent: "0",
  list: "216.00",
  net: "207.36",
  tax: { rates: [{ percent: "20", net: "207.36", tax: "41.47" }], tax: "41.47", gross: "248.83" },
  payment: { due: "248.83", payments: [{ due: "1998-06-06", amount: "248.83" }], total: "248.83", interest: "0.00" },
});

/** @param {Parameters<typeof createReferenceHost>[1]} [options] */
export const bench = (options) => ({
  host: createReferenceHost(catalogue, options),
  company: "ALFKI",
  product: "1",
  draft,
});
