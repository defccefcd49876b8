// What can go wrong on purpose.

/** @import { HostErrorData } from '../sapa.js' */

/**
 * Read anew for every request.
 *
 * @typedef {object} Faults
 * @property {boolean} offline every request is answered `offline`; changing it tells the listeners
 * @property {number} dropAnswers so many of the next requests are carried out and never answered
 * @property {number} malformed so many of the next answers are not what the contract allows
 * @property {number} latencyMs milliseconds before every answer
 * @property {HostErrorData | null} error what the next request is answered, once, without being carried out
 */

/**
 * Faults to begin with, as an object to set while the host runs.
 *
 * @param {Partial<Faults>} start
 * @param {(online: boolean) => void} changed
 * @returns {Faults}
 */
export function controls({ offline = false, dropAnswers = 0, malformed = 0, latencyMs = 0, error = null }, changed) {
  return {
    dropAnswers,
    malformed,
    latencyMs,
    error,
    get offline() {
      return offline;
    },
    set offline(value) {
      if (value === offline) return;
      offline = value;
      changed(!offline);
    },
  };
}
