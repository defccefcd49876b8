// Competitors, their products, and what is known of them. All of it is invented: these companies do not exist.

import { chance } from "./chance.mjs";
import { addDays } from "./days.mjs";
import { hundredths, text } from "./money.mjs";

const COMPETITORS = [
  {
    id: "HARBOUR",
    name: "Harbour & Vale Foods",
    note: "Cheap and quick on what is in stock; the range is small, and complaints take weeks.",
    brand: "Vale",
    price: [-12, -3],
    days: [1, 3],
    site: "https://harbour-vale.example/trade",
  },
  {
    id: "LUMEN",
    name: "Lumen Trading Co.",
    note: "Long terms of payment; bills for every small thing. Sends a new seller every half year.",
    brand: "Lumen",
    price: [-4, 9],
    days: [3, 8],
    site: "https://lumen-trading.example/prices",
  },
  {
    id: "KESTREL",
    name: "Kestrel Provisions",
    note: "Fine goods, fine prices. Strong with restaurants, weak outside the cities.",
    brand: "Kestrel",
    price: [6, 24],
    days: [2, 5],
    site: "https://kestrel-provisions.example/catalogue",
  },
];

/** Our products that somebody competes with, and what such a product is called. */
const PRODUCTS = [
  ["1", "Masala Tea"],
  ["2", "Malt Ale"],
  ["10", "Salmon Roe"],
  ["14", "Firm Tofu"],
  ["16", "Meringue Base"],
  ["20", "Orange Marmalade"],
  ["38", "Grand Red"],
  ["51", "Dried Apple Rings"],
  ["56", "Potato Gnocchi"],
  ["59", "Raclette"],
  ["60", "Soft Cheese"],
  ["62", "Sugar Tart"],
];

const CRITERIA = [
  {
    id: "price",
    name: "List price",
    unit: "USD",
    kind: "number",
    topic: "price",
    direction: "min",
    weight: "5",
    productMember: "price",
  },
  { id: "packing", name: "Packing", kind: "text", topic: "feature", weight: "0", productMember: "unit" },
  {
    id: "stockDays",
    name: "Delivery from stock",
    unit: "days",
    kind: "number",
    topic: "terms",
    direction: "min",
    weight: "4",
  },
  {
    id: "orderDays",
    name: "Delivery when out of stock",
    unit: "days",
    kind: "number",
    topic: "terms",
    direction: "min",
    weight: "2",
  },
  { id: "minimum", name: "Smallest order", unit: "USD", kind: "number", topic: "terms", direction: "min", weight: "2" },
  { id: "payDays", name: "Time to pay", unit: "days", kind: "number", topic: "terms", direction: "max", weight: "3" },
  { id: "keeps", name: "Keeps for", unit: "days", kind: "number", topic: "feature", direction: "max", weight: "2" },
  { id: "organic", name: "Organic certificate", kind: "yesNo", topic: "feature", direction: "max", weight: "1" },
  { id: "returns", name: "Complaints and returns", kind: "text", topic: "terms", weight: "0" },
];

const RETURNS = [
  "14 days, with the delivery note",
  "Taken back within a week",
  "Case by case",
  "30 days, credited at once",
];

/** How a fact came to us, how sure it is, and whether a client may see it. @type {[number, { kind: string, confidence: string, shareable: boolean }][]} */
const SOURCES = [
  [4, { kind: "site", confidence: "high", shareable: true }],
  [3, { kind: "priceList", confidence: "high", shareable: true }],
  [2, { kind: "clientSaid", confidence: "low", shareable: false }],
  [1, { kind: "ownTest", confidence: "medium", shareable: true }],
];

/** @param {any} northwind @param {string} asOf */
export function competition(northwind, asOf) {
  const products = new Map(northwind.products.map((/** @type {any} */ product) => [product.id, product]));
  /** @type {any[]} */
  const competitorProduct = [];
  /** @type {any[]} */
  const fact = [];
  for (const [productId, name] of PRODUCTS) {
    const ours = products.get(productId);
    const keeps = chance(`keeps ${productId}`).pick([14, 30, 90, 180, 365]);
    fact.push(...ourFacts(ours, keeps, asOf));
    for (const competitor of COMPETITORS) {
      const luck = chance(`product ${competitor.id} ${productId}`);
      if (luck.happens(20)) continue;
      const id = `${competitor.id}-${productId}`;
      competitorProduct.push({ id, competitorId: competitor.id, name: `${competitor.brand} ${name}`, productId });
      fact.push(...theirFacts(id, ours, competitor, keeps, asOf));
    }
  }
  const sample = (/** @type {any} */ record) => ({ ...record, sample: true });
  return {
    competitor: COMPETITORS.map(({ id, name, note }) => sample({ id, name, note })),
    competitorProduct: competitorProduct.map(sample),
    criterion: CRITERIA.map(sample),
    fact: fact.map((each, n) => sample({ id: `F-${n + 1}`, ...each })),
  };
}

/** @param {any} product @param {number} keeps @param {string} asOf */
function ourFacts({ id, category_id }, keeps, asOf) {
  const luck = chance(`ours ${id}`);
  const own = { confidence: "high", shareable: true, source: { kind: "priceList", text: "Our terms of sale" } };
  const seen = addDays(asOf, -luck.whole(5, 40));
  return [
    { criterionId: "stockDays", number: String(luck.whole(2, 4)) },
    { criterionId: "orderDays", number: String(luck.whole(9, 16)) },
    { criterionId: "minimum", number: "100.00" },
    { criterionId: "payDays", number: "30" },
    { criterionId: "keeps", number: String(keeps) },
    { criterionId: "organic", yesNo: ["1", "7"].includes(category_id) },
    { criterionId: "returns", text: RETURNS[3] },
  ].map((claim) => ({ productId: id, ...claim, ...own, seen }));
}

/** @param {string} id @param {any} ours @param {typeof COMPETITORS[number]} competitor @param {number} keeps @param {string} asOf */
function theirFacts(id, ours, competitor, keeps, asOf) {
  const luck = chance(`facts ${id}`);
  const price = Math.round(
    (hundredths(ours.unit_price) * (100 + luck.whole(competitor.price[0], competitor.price[1]))) / 100,
  );
  const claims = [
    { criterionId: "price", number: text(Math.max(5, Math.round(price / 5) * 5)) },
    { criterionId: "packing", text: ours.quantity_per_unit },
    { criterionId: "stockDays", number: String(luck.whole(competitor.days[0], competitor.days[1])) },
    { criterionId: "orderDays", number: String(luck.whole(7, 25)) },
    { criterionId: "minimum", number: text(luck.pick([0, 5_000, 15_000, 25_000])) },
    { criterionId: "payDays", number: String(luck.pick([0, 14, 30, 45, 60])) },
    { criterionId: "keeps", number: String(Math.round((keeps * luck.pick([60, 80, 100, 120])) / 100)) },
    { criterionId: "organic", yesNo: luck.happens(30) },
    { criterionId: "returns", text: luck.pick(RETURNS) },
  ];
  // Not everything is known, and not everything that is known is new.
  return claims
    .filter(() => !luck.happens(16))
    .map((claim) => {
      const { kind, ...trust } = luck.weighed(SOURCES);
      const old = luck.happens(18) ? luck.whole(181, 400) : luck.whole(1, claim.criterionId === "price" ? 34 : 80);
      return {
        competitorProductId: id,
        ...claim,
        source: { kind, text: sourceText(kind, competitor) },
        ...(luck.happens(8) ? {} : { seen: addDays(asOf, -old) }),
        ...trust,
      };
    });
}

/** @param {string} kind @param {typeof COMPETITORS[number]} competitor */
function sourceText(kind, { name, site }) {
  if (kind === "site") return site;
  if (kind === "priceList") return `${name}, trade list`;
  return kind === "clientSaid" ? "A buyer showed us their bill" : "We ordered one";
}
