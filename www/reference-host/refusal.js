// How this host says no.

/** @import { HostErrorData } from '../sapa.js' */

/**
 * An error that left everything as it was.
 *
 * @param {HostErrorData['code']} code
 * @param {string} message
 * @param {object} [more]
 * @returns {HostErrorData}
 */
export const refusal = (code, message, more) => ({
  code,
  message,
  retryable: code === "offline",
  outcome: "none",
  ...more,
});

/** What is wrong, by member. @param {Record<string, string>} fields */
export const invalid = (fields) => refusal("invalid", "the request or the record is not valid", { fields });

/** @param {any} thrown @returns {thrown is HostErrorData} */
export const isRefusal = (thrown) => thrown?.outcome === "none";

/** @param {unknown} value @returns {value is Record<string, any>} */
export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
