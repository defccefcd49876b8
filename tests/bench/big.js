// big.js. A quotient has the twenty digits after the point that it has by default; whole quotients come from a class of their own.

import Big from "big.js";
import { pricer } from "./decimals.js";

export const name = "big.js";

const Whole = Big();
Whole.DP = 0;
Whole.RM = Big.roundDown;

export const price = pricer({
  number: (text) => new Big(text),
  half: (number) => number.round(0, Big.roundHalfUp),
  // Nothing here is negative, so what rounds away from zero rounds up.
  ceiling: (number) => number.round(0, Big.roundUp),
  quotient: (number, by) => new Big(new Whole(number).div(by)),
});
