// Money in whole cents, since JSON's numbers are binary fractions.

/** @param {string} decimal with two decimals at most */
export function hundredths(decimal) {
  const sign = decimal.startsWith("-") ? -1 : 1;
  const [whole, part = ""] = decimal.replace("-", "").split(".");
  return sign * (Number(whole) * 100 + Number(part.padEnd(2, "0")));
}

/** @param {number} cents a whole number */
export function text(cents) {
  const digits = String(Math.abs(cents)).padStart(3, "0");
  return `${cents < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** What an order comes to in ten-thousandths of a dollar: prices have two decimals and discounts too. @param {any} order */
export const tenThousandths = (order) =>
  order.lines.reduce(
    (/** @type {number} */ sum, /** @type {any} */ { unit_price, quantity, discount }) =>
      sum + hundredths(unit_price) * quantity * (100 - hundredths(discount)),
    0,
  );

/** What an order comes to in cents, rounded once, half up. @param {any} order */
export const cents = (order) => Math.floor((tenThousandths(order) + 50) / 100);
