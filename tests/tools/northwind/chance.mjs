// Chance that is the same on every machine and in every run: what is made up is made up once and for all.

/**
 * A source of numbers from a seed. A name of its own for each use keeps one use from changing another's numbers.
 *
 * The generator is mulberry32 by Tommy Ettinger (public domain); names are hashed by FNV-1a.
 *
 * @param {string} name
 */
export function chance(name) {
  let state = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(`northwind/${name}`)) state = Math.imul(state ^ byte, 0x01000193);

  /** At least 0 and below 1. */
  function next() {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  return {
    /** A whole number of the range, its ends included. @param {number} from @param {number} to */
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    /** So many times of a hundred. @param {number} percent */
    happens: (percent) => next() * 100 < percent,
    /** One of the list. @template T @param {readonly T[]} list @returns {T} */
    pick: (list) => list[Math.floor(next() * list.length)],
    /** One of the list by its weight. @template T @param {readonly (readonly [number, T])[]} list @returns {T} */
    weighed(list) {
      let rest = next() * list.reduce((sum, [weight]) => sum + weight, 0);
      return (list.find(([weight]) => (rest -= weight) < 0) ?? list[list.length - 1])[1];
    },
  };
}
