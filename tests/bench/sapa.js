// Our engine, through the call that every page has.

import { engine } from "/sapa.js";

/** @import { PriceRequest } from "/sapa.js" */
/** @import { Answer, Line, Quote } from "./quote.js" */

const COLUMNS = /** @type {const} */ (["id", "group", "quantity", "unitPrice", "cost", "taxPercent"]);

/** Lines as records, there and back. @param {Quote} quote @returns {Promise<Answer>} */
export async function priceRecords(quote) {
  const answer = await engine.price({ ...rules(quote), lines: quote.lines });
  const nets = answer.lines.map(({ net }) => cents(net));
  const taxes = answer.lines.map(({ tax }) => cents(tax));
  return { nets, taxes, ...totals(answer) };
}

/** Lines as a table, which is put together from the same records each time. @param {Quote} quote */
export function pricePacked(quote) {
  let text = "";
  for (const line of quote.lines) text += row(line);
  return priceTable(quote, text);
}

/** Lines as a table that the page has already. @param {Quote} quote @param {string} text @returns {Promise<Answer>} */
export async function priceTable(quote, text) {
  const lines = { columns: [...COLUMNS], text };
  const answer = await engine.price({ ...rules(quote), lines, answer: { columns: ["net", "tax"] } });
  const nets = new Array(quote.lines.length);
  const taxes = new Array(quote.lines.length);
  const table = answer.lines.text;
  let at = 0;
  let value = 0;
  for (let n = 0; n < table.length; n++) {
    const code = table.charCodeAt(n);
    if (code >= 48) {
      value = value * 10 + code - 48;
    } else if (code !== 46) {
      if (code === 9) nets[at] = value;
      else taxes[at++] = value;
      value = 0;
    }
  }
  return { nets, taxes, ...totals(answer) };
}

/** What the document comes to, and nothing of its lines. @param {Quote} quote @param {string} text */
export async function priceTotal(quote, text) {
  const lines = { columns: [...COLUMNS], text };
  return cents((await engine.price({ ...rules(quote), lines, answer: { columns: [] } })).net);
}

/** A line as a row of the table. @param {Line} line */
export function row({ id, group, quantity, unitPrice, cost, taxPercent }) {
  return `${id}\t${group}\t${quantity}\t${unitPrice}\t${cost}\t${taxPercent}\n`;
}

/** The request without its lines. @param {Quote} quote @returns {Omit<PriceRequest, "lines" | "answer">} */
function rules({ bands, percents: [client, promotion], markup, discount, deferral }) {
  return {
    currency: { code: "EUR", minorUnits: 2 },
    steps: [
      { id: "volume", kind: "volume", scope: "group", adjust: { tiers: { measure: "quantity", bands } } },
      { id: "client", kind: "client", scope: "line", adjust: { percent: client } },
      { id: "promotion", kind: "promotion", scope: "line", adjust: { percent: promotion } },
      { id: "document", kind: "order", scope: "order", adjust: { percent: discount } },
    ],
    floor: { minMarkupPercent: markup },
    deferral: { ...deferral, method: "simple" },
  };
}

/** @param {{ net: string, taxed: { tax: string }, deferral: { presentValue: string } | null }} answer */
function totals({ net, taxed, deferral }) {
  return { net: cents(net), tax: cents(taxed.tax), presentValue: cents(deferral?.presentValue ?? "0.00") };
}

/** Cents of an amount, which always has two digits after the point. @param {string} amount */
function cents(amount) {
  return Number(amount.slice(0, -3) + amount.slice(-2));
}
