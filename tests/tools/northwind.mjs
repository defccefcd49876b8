// Makes www/data/northwind.json, the demo's catalogue, from tests/data/northwind.json.
//
//   node tests/tools/northwind.mjs           writes the file
//   node tests/tools/northwind.mjs --check   fails when the file is not what would be written
//
// Clients, products and orders are Northwind's. Northwind has no tiers, terms or client groups: those are invented here,
// and the file says so.

import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const SOURCE = new URL("../data/northwind.json", import.meta.url);
const TARGET = new URL("../../www/data/northwind.json", import.meta.url);

const ABOUT =
  "Clients, products and orders: Northwind sample data (Microsoft sql-server-samples, MIT licence). " +
  "Client groups, tiers, payment terms and the cost of capital are invented for the demo.";

/** Groups by what a client has bought in all, in dollars; the first one reached holds. */
const GROUPS = [
  { id: "key", name: "Key account", discountPercent: "3", paymentTerm: "net30", from: 20_000 },
  { id: "regular", name: "Regular client", discountPercent: "1", paymentTerm: "net30", from: 2_000 },
  { id: "new", name: "New client", discountPercent: "0", paymentTerm: "prepay", from: 0 },
];

const PRICE_LIST = {
  id: "default",
  name: "Northwind list prices with sample tiers",
  currency: "USD",
  minorUnits: 2,
  validFrom: "1998-01-01",
  sample: true,
  lineTiers: {
    mode: "allUnits",
    measure: "quantity",
    bands: [
      { from: "12", percent: "3" },
      { from: "24", percent: "5" },
      { from: "48", percent: "8" },
      { from: "96", percent: "12" },
    ],
  },
  orderTiers: {
    measure: "amount",
    bands: [
      { from: "1000", percent: "2" },
      { from: "2500", percent: "4" },
      { from: "5000", percent: "6" },
    ],
  },
  terms: [
    { id: "prepay", days: 0, percent: "2" },
    { id: "net14", days: 14, percent: "1" },
    { id: "net30", days: 30, percent: "0" },
    { id: "net60", days: 60, percent: "-1" },
    { id: "net90", days: 90, percent: "-2" },
  ],
  costOfCapitalPercent: "18",
};

/** The demo's catalogue. @param {any} northwind */
export function catalogue(northwind) {
  const categories = new Map(northwind.categories.map((/** @type {any} */ c) => [c.id, c.name]));
  const bought = boughtTenThousandths(northwind.orders);
  return {
    about: ABOUT,
    companies: northwind.customers.map((/** @type {any} */ c) => {
      const group = GROUPS.find(({ from }) => (bought.get(c.id) ?? 0) >= from * 10_000) ?? GROUPS[GROUPS.length - 1];
      return {
        id: c.id,
        name: c.company,
        contact: { name: c.contact, title: c.title },
        city: c.city,
        country: c.country,
        group: group.id,
        discountPercent: group.discountPercent,
        paymentTerm: group.paymentTerm,
      };
    }),
    products: northwind.products.map((/** @type {any} */ p) => ({
      id: p.id,
      sku: p.id.padStart(5, "0"),
      name: p.name,
      unit: p.quantity_per_unit,
      category: categories.get(p.category_id),
      price: p.unit_price,
      stock: p.units_in_stock,
      discontinued: p.discontinued,
    })),
    priceList: PRICE_LIST,
    groups: GROUPS.map(({ from: _, ...group }) => group),
    orders: northwind.orders.map((/** @type {any} */ o) => [
      o.id,
      o.customer_id,
      o.ordered,
      o.lines.map((/** @type {any} */ l) => [l.product_id, l.quantity, l.unit_price, l.discount]),
    ]),
  };
}

/** One record a line: compact, and a change shows as the line it is. @param {Record<string, unknown>} object */
export function write(object) {
  const members = Object.entries(object).map(([name, value]) =>
    Array.isArray(value)
      ? `${JSON.stringify(name)}:[\n${value.map((item) => JSON.stringify(item)).join(",\n")}\n]`
      : `${JSON.stringify(name)}:${JSON.stringify(value)}`,
  );
  return `{\n${members.join(",\n")}\n}\n`;
}

/** Prices have two decimals and discounts too, so a line in ten-thousandths of a dollar is a whole number. @param {any[]} orders */
function boughtTenThousandths(orders) {
  /** @type {Map<string, number>} */
  const sums = new Map();
  for (const order of orders) {
    for (const { unit_price, quantity, discount } of order.lines) {
      const net = hundredths(unit_price) * quantity * (100 - hundredths(discount));
      sums.set(order.customer_id, (sums.get(order.customer_id) ?? 0) + net);
    }
  }
  return sums;
}

/** @param {string} decimal with two decimals at most */
function hundredths(decimal) {
  const [whole, part = ""] = decimal.split(".");
  return Number(whole) * 100 + Number(part.padEnd(2, "0"));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const made = write(catalogue(JSON.parse(readFileSync(SOURCE, "utf8"))));
  if (!process.argv.includes("--check")) writeFileSync(TARGET, made);
  else if (readFileSync(TARGET, "utf8") !== made) {
    console.error("www/data/northwind.json is not what tests/tools/northwind.mjs makes: run it without --check");
    process.exitCode = 1;
  }
}
