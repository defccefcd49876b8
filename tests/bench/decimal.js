// decimal.js, with enough digits for a line's amount after three percentages: its usual 20 are not.

import { Decimal } from "decimal.js";
import { pricer } from "./decimals.js";

export const name = "decimal.js";

const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });

export const price = pricer({
  number: (text) => new Exact(text),
  half: (number) => number.toDecimalPlaces(0, Decimal.ROUND_HALF_UP),
  ceiling: (number) => number.toDecimalPlaces(0, Decimal.ROUND_CEIL),
  quotient: (number, by) => number.divToInt(by),
});
