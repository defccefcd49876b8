// What BigInt by hand and Dinero.js over BigInt have in common: whole numbers shared out and divided.

/**
 * Shares of `cut` by the nets, none above its room. Those that are full leave more for the others, until all have room.
 * @param {bigint} cut @param {bigint} total @param {bigint[]} nets @param {bigint[]} rooms
 */
export function share(cut, total, nets, rooms) {
  /** @type {bigint[]} */
  const shares = new Array(nets.length).fill(0n);
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
    shares[at] = product / weight;
    spare -= shares[at];
    return { at, remainder: product % weight };
  });
  remainders.sort((a, b) => (a.remainder === b.remainder ? a.at - b.at : a.remainder < b.remainder ? 1 : -1));
  for (let n = 0; n < Number(spare); n++) shares[remainders[n].at] += 1n;
  return shares;
}

/** Rounded half up; no amount here is negative. @param {bigint} number @param {bigint} unit */
export function divide(number, unit) {
  return (2n * number + unit) / (2n * unit);
}
