// currency.js. It holds an amount as a binary float of so many places and rounds after each step: here six, for fewer would round
// percentages away. Its cents need not be right, and the table says how many are.

import currency from "currency.js";

/** @import { Answer, Quote } from "./quote.js" */

export const name = "currency.js";

/** @param {string | number | import("currency.js")} amount */
const money = (amount) => currency(amount, { precision: 6 });

/** @param {Quote} quote @returns {Answer} */
export function price({ lines, bands, percents, markup, discount, deferral }) {
  const groups = new Map();
  for (const { group, quantity } of lines) groups.set(group, (groups.get(group) ?? 0) + Number(quantity));
  const rates = new Map();
  for (const [group, quantity] of groups) {
    let percent = "0";
    for (const band of bands) if (quantity >= Number(band.from)) percent = band.percent;
    rates.set(group, keeping(percent));
  }
  const later = percents.map(keeping);

  const nets = new Array(lines.length);
  const rooms = new Array(lines.length);
  let total = money(0);
  lines.forEach(({ group, quantity, unitPrice, cost }, at) => {
    const full = money(unitPrice).multiply(quantity);
    let exact = full.multiply(rates.get(group));
    for (const keeps of later) exact = exact.multiply(keeps);
    const floor = Math.ceil(money(cost).multiply(quantity).multiply(1 + Number(markup) / 100).value * 100) / 100;
    if (exact.value < floor) exact = full.value < floor ? full : money(floor);
    const net = currency(exact);
    nets[at] = net;
    rooms[at] = Math.max(0, net.subtract(floor).intValue);
    total = total.add(net);
  });

  const after = currency(total.multiply(keeping(discount)));
  const shares = share(currency(total).subtract(after).intValue, currency(total).intValue, nets.map((net) => net.intValue), rooms);
  const answer = { nets: new Array(lines.length), taxes: new Array(lines.length), net: after.intValue, tax: 0, presentValue: 0 };
  let tax = currency(0);
  lines.forEach(({ taxPercent }, at) => {
    const net = nets[at].subtract(shares[at] / 100);
    const due = net.multiply(Number(taxPercent) / 100);
    answer.nets[at] = net.intValue;
    answer.taxes[at] = due.intValue;
    tax = tax.add(due);
  });
  answer.tax = tax.intValue;
  const rate = Number(deferral.annualPercent) / 100;
  answer.presentValue = after.divide(1 + (rate * deferral.days) / deferral.yearDays).intValue;
  return answer;
}

/** @param {string} percent */
const keeping = (percent) => 1 - Number(percent) / 100;

/** By the largest remainder under caps, which it has no word for. @param {number} cut @param {number} total @param {number[]} nets @param {number[]} rooms */
function share(cut, total, nets, rooms) {
  const shares = new Array(nets.length).fill(0);
  let left = cut;
  let weight = total;
  let open = nets.map((_, at) => at);
  for (let before = -1; open.length !== before; ) {
    before = open.length;
    open = open.filter((at) => {
      if (left * nets[at] < rooms[at] * weight) return true;
      shares[at] = rooms[at];
      left -= rooms[at];
      weight -= nets[at];
      return false;
    });
  }
  let spare = left;
  const remainders = open.map((at) => {
    const product = left * nets[at];
    shares[at] = Math.floor(product / weight);
    spare -= shares[at];
    return { at, remainder: product % weight };
  });
  remainders.sort((a, b) => b.remainder - a.remainder || a.at - b.at);
  for (let n = 0; n < spare; n++) shares[remainders[n].at] += 1;
  return shares;
}
