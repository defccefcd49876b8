// Makes the demo's data in www/data/ from tests/data/northwind.json.
//
//   node tests/tools/northwind.mjs           writes the files
//   node tests/tools/northwind.mjs --check   fails when a file is not what would be written
//
// northwind.json is the catalogue: clients, products, orders, prices. records.json holds, by entity, what the client card,
// the planner and the comparison need beside it. Clients, their contacts, products, orders and employees are Northwind's.
// All else is generated or invented by the files of northwind/, and every record says so. words.json, which is written by hand,
// says the invented texts in the demo's other languages.

import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { account } from "./northwind/account.mjs";
import { competition } from "./northwind/competitors.mjs";
import { dealings } from "./northwind/dealings.mjs";
import { meetings } from "./northwind/meetings.mjs";
import { tenThousandths } from "./northwind/money.mjs";
import { objections } from "./northwind/objections.mjs";
import { people } from "./northwind/people.mjs";
import { TAX, cost, rules, taxClass } from "./northwind/pricing.mjs";
import { receivables } from "./northwind/receivables.mjs";

const SOURCE = new URL("../data/northwind.json", import.meta.url);
const TARGET = new URL("../../www/data/", import.meta.url);

const ABOUT =
  "Clients, products, orders and who took them: Northwind sample data (Microsoft sql-server-samples, MIT licence). " +
  "Client groups, tiers, promotions, the loyalty programme, payment terms, tax, costs, limits of authority, the cost of capital, credit limits and key " +
  "accounts are invented for the demo.";

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
    { id: "early", days: 30, percent: "0", early: { percent: "2", days: 10 } },
    { id: "parts90", days: 90, percent: "-1", instalments: { count: 3 } },
    { id: "deposit", days: 60, percent: "0", schedule: [{ percent: "30" }, { due: ["monthEnd", { days: 30 }] }] },
  ],
  costOfCapitalPercent: "18",
  ...rules("1998-05-06"),
};

/** The demo's files by name. @param {any} northwind @returns {Record<string, string>} */
export function files(northwind) {
  const made = catalogue(northwind);
  return { "northwind.json": write(made), "records.json": write(records(northwind, made.companies)) };
}

/** @param {any} northwind */
function catalogue(northwind) {
  const categories = new Map(northwind.categories.map((/** @type {any} */ c) => [c.id, c.name]));
  const asOf = lastDay(northwind);
  return {
    about: ABOUT,
    companies: northwind.customers.map((/** @type {any} */ c) => {
      const orders = northwind.orders.filter((/** @type {any} */ order) => order.customer_id === c.id);
      const bought = orders.reduce(
        (/** @type {number} */ sum, /** @type {any} */ order) => sum + tenThousandths(order),
        0,
      );
      const group = GROUPS.find(({ from }) => bought >= from * 10_000) ?? GROUPS[GROUPS.length - 1];
      return {
        id: c.id,
        name: c.company,
        contact: { name: c.contact, title: c.title },
        city: c.city,
        country: c.country,
        group: group.id,
        discountPercent: group.discountPercent,
        paymentTerm: group.paymentTerm,
        ...account(c.id, orders, { days: daysOf(group.paymentTerm), key: group.id === "key" }, asOf),
      };
    }),
    products: northwind.products.map((/** @type {any} */ p) => ({
      id: p.id,
      sku: p.id.padStart(5, "0"),
      name: p.name,
      unit: p.quantity_per_unit,
      category: categories.get(p.category_id),
      price: p.unit_price,
      cost: cost(p),
      ...taxClass(categories.get(p.category_id)),
      sampleFields: ["cost", "taxClass"],
      stock: p.units_in_stock,
      discontinued: p.discontinued,
    })),
    priceList: PRICE_LIST,
    tax: TAX,
    groups: GROUPS.map(({ from: _, ...group }) => group),
    orders: northwind.orders.map((/** @type {any} */ o) => [
      o.id,
      o.customer_id,
      o.ordered,
      o.lines.map((/** @type {any} */ l) => [l.product_id, l.quantity, l.unit_price, l.discount]),
      o.required,
      ...(o.shipped ? [o.shipped] : []),
    ]),
  };
}

/** What the card, the planner and the comparison need, by entity. @param {any} northwind @param {any[]} companies */
function records(northwind, companies) {
  const asOf = lastDay(northwind);
  const byId = new Map(companies.map((company) => [company.id, { days: daysOf(company.paymentTerm) }]));
  const contact = people(northwind);
  const money = receivables(northwind, byId, asOf);
  return {
    user: northwind.employees.map((/** @type {any} */ e) => ({
      id: e.id,
      name: `${e.first_name} ${e.last_name}`,
      title: e.title,
    })),
    contact,
    ...money,
    ...dealings(northwind, { contact, ...money }, asOf),
    meeting: meetings(northwind, contact, asOf),
    ...competition(northwind, asOf),
    objection: objections(),
  };
}

/** The day of the last order: the sample's today. @param {any} northwind @returns {string} */
const lastDay = ({ orders }) =>
  orders.reduce((/** @type {string} */ last, /** @type {any} */ { ordered }) => (ordered > last ? ordered : last), "");

/** @param {string} term */
const daysOf = (term) => PRICE_LIST.terms.find(({ id }) => id === term)?.days ?? 0;

/** One record a line: compact, and a change shows as the line it is. @param {Record<string, unknown>} object */
function write(object) {
  const members = Object.entries(object).map(([name, value]) =>
    Array.isArray(value)
      ? `${JSON.stringify(name)}:[\n${value.map((item) => JSON.stringify(item)).join(",\n")}\n]`
      : `${JSON.stringify(name)}:${JSON.stringify(value)}`,
  );
  return `{\n${members.join(",\n")}\n}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const [name, made] of Object.entries(files(JSON.parse(readFileSync(SOURCE, "utf8"))))) {
    const target = new URL(name, TARGET);
    if (!process.argv.includes("--check")) writeFileSync(target, made);
    else if (readFileSync(target, "utf8") !== made) {
      console.error(`www/data/${name} is not what tests/tools/northwind.mjs makes: run it without --check`);
      process.exitCode = 1;
    }
  }
}
