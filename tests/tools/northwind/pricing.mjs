// What the demo's price list holds beyond tiers and terms: promotions, a floor, who may grant how much, and what a debt does
// to the time a client gets. Costs are made up too. All of it is invented.

import { chance } from "./chance.mjs";
import { addDays } from "./days.mjs";
import { hundredths, text } from "./money.mjs";

/** What a product costs us: 55 to 75 percent of its list price. @param {{ id: string, unit_price: string }} product */
export function cost({ id, unit_price }) {
  return text(Math.round((hundredths(unit_price) * chance(`cost/${id}`).whole(55, 75)) / 100));
}

/** In which class a product is taxed: food is taxed less than drinks. @param {string} category */
export const taxClass = (category) => (category === "Beverages" ? {} : { taxClass: "food" });

/** How the prices are taxed where the demo is asked to. No country's rates. */
export const TAX = {
  about: "An invented value added tax: 20 percent, and 10 on food.",
  sample: true,
  rounding: "rate",
  percent: "20",
  classes: [{ taxClass: "food", percent: "10" }],
};

/** The rules, as they hold on a day. @param {string} today */
export function rules(today) {
  return {
    promotions: [
      {
        name: "Grain weeks",
        step: {
          id: "grain",
          kind: "promotion",
          scope: "line",
          adjust: { percent: "5" },
          goods: { groups: ["Grains/Cereals"] },
          when: {
            validFrom: addDays(today, -15),
            validTo: addDays(today, 26),
            thresholds: [{ of: { groups: ["Grains/Cereals"] }, measure: "quantity", from: "20" }],
          },
        },
      },
      {
        name: "Twelve stouts, one more",
        step: {
          id: "stout",
          kind: "promotion",
          scope: "line",
          adjust: { free: { slabs: [{ from: "12", every: "12", free: "1" }], recurring: true } },
          goods: { items: ["35"] },
          when: { validTo: addDays(today, 26) },
        },
      },
      {
        name: "Welcome",
        coupon: "WELCOME20",
        step: {
          id: "welcome",
          kind: "coupon",
          scope: "order",
          adjust: { amount: "20" },
          when: { thresholds: [{ measure: "amount", from: "200" }] },
        },
      },
    ],
    // For regular clients only: key accounts have terms of their own.
    loyalty: {
      name: "Northwind Club (invented)",
      period: "twelveMonths",
      clientGroups: ["regular"],
      levels: [
        { name: "Silver", from: "12000", benefit: { percent: "1" } },
        { name: "Gold", from: "14500", benefit: { percent: "2" } },
        { name: "Platinum", from: "20000", benefit: { term: "net60" } },
      ],
    },
    // Never below what it costs.
    floor: { minMarkupPercent: "0" },
    authority: [
      { level: 1, discountPercent: "8", marginPercent: "20" },
      { level: 2, discountPercent: "15", marginPercent: "15" },
      { level: 3, discountPercent: "22", marginPercent: "10" },
      { level: 4, discountPercent: "30", marginPercent: "5" },
    ],
    credit: {
      tolerance: "1",
      late: [
        { fromDays: 1, mostDays: 30 },
        { fromDays: 15, mostDays: 14 },
        { fromDays: 31, mostDays: 0 },
      ],
      overLimitDays: 0,
    },
  };
}
