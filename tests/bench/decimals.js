// The quote in the arithmetic of decimal.js and big.js, whose numbers have the same methods.

/** @import { Answer, Quote } from "./quote.js" */

/**
 * What differs between the two.
 * @typedef {object} Kind
 * @property {(text: string | number) => any} number
 * @property {(number: any) => any} half to a whole number, half up
 * @property {(number: any) => any} ceiling to the whole number above
 * @property {(number: any, by: any) => any} quotient without its fraction
 */

/** @param {Kind} kind @returns {(quote: Quote) => Answer} */
export function pricer({ number, half, ceiling, quotient }) {
  const zero = number(0);
  const one = number(1);
  const hundred = number(100);
  const keeping = (/** @type {string} */ percent) => one.minus(number(percent).div(hundred));

  return ({ lines, bands, percents, markup, discount, deferral }) => {
    const groups = new Map();
    for (const { group, quantity } of lines) groups.set(group, (groups.get(group) ?? zero).plus(number(quantity)));
    const ladder = bands.map(({ from, percent }) => ({ from: number(from), keeps: keeping(percent) }));
    const later = percents.map(keeping).reduce((product, keeps) => product.times(keeps));
    const rates = new Map();
    for (const [group, quantity] of groups) {
      let keeps = one;
      for (const band of ladder) if (quantity.gte(band.from)) keeps = band.keeps;
      rates.set(group, keeps.times(later));
    }
    const lift = one.plus(number(markup).div(hundred));

    // Everything from here on is in cents.
    const nets = new Array(lines.length);
    const rooms = new Array(lines.length);
    let total = zero;
    lines.forEach(({ group, quantity, unitPrice, cost }, at) => {
      const units = number(quantity).times(hundred);
      const full = units.times(number(unitPrice));
      const floor = ceiling(units.times(number(cost)).times(lift));
      let exact = full.times(rates.get(group));
      if (exact.lt(floor)) exact = full.lt(floor) ? full : floor;
      const net = half(exact);
      nets[at] = net;
      rooms[at] = net.gt(floor) ? net.minus(floor) : zero;
      total = total.plus(net);
    });

    const after = half(total.times(keeping(discount)));
    const shares = share(total.minus(after), total, nets, rooms);
    const answer = { nets: new Array(lines.length), taxes: new Array(lines.length), net: Number(after), tax: 0, presentValue: 0 };
    let tax = zero;
    lines.forEach(({ taxPercent }, at) => {
      const net = nets[at].minus(shares[at]);
      const due = half(net.times(number(taxPercent)).div(hundred));
      answer.nets[at] = Number(net);
      answer.taxes[at] = Number(due);
      tax = tax.plus(due);
    });
    answer.tax = Number(tax);
    const year = number(deferral.yearDays).times(hundred);
    const waited = year.plus(number(deferral.annualPercent).times(number(deferral.days)));
    answer.presentValue = Number(half(after.times(year).div(waited)));
    return answer;
  };

  /** Shares of `cut` by the nets, none above its room. @param {any} cut @param {any} total @param {any[]} nets @param {any[]} rooms */
  function share(cut, total, nets, rooms) {
    const shares = new Array(nets.length).fill(zero);
    let left = cut;
    let weight = total;
    let open = nets.map((_, at) => at);
    for (let before = -1; open.length !== before; ) {
      before = open.length;
      open = open.filter((at) => {
        if (left.times(nets[at]).lt(rooms[at].times(weight))) return true;
        shares[at] = rooms[at];
        left = left.minus(rooms[at]);
        weight = weight.minus(nets[at]);
        return false;
      });
    }
    let spare = left;
    const remainders = open.map((at) => {
      const product = left.times(nets[at]);
      shares[at] = quotient(product, weight);
      spare = spare.minus(shares[at]);
      return { at, remainder: product.minus(shares[at].times(weight)) };
    });
    remainders.sort((a, b) => b.remainder.cmp(a.remainder) || a.at - b.at);
    for (let n = 0; n < Number(spare); n++) shares[remainders[n].at] = shares[remainders[n].at].plus(one);
    return shares;
  }
}
