// A widget's connection over every transport, and what tests of it share.

import assert from "node:assert/strict";
import { afterEach, describe } from "node:test";
import { connectDirect } from "../../src/bridge/connection.js";
import { transports } from "./transports.js";

/** @import { Connection, DirectHost, HostError } from "../../src/bridge/types.js" */

/** @typedef {(req: any) => any} Script what the host does with a request */
/** A connection to a host that acts as the script says. @typedef {(script: Script, more?: Partial<DirectHost>) => Promise<{ connection: Connection, host: DirectHost }>} Connect */

export const READ = /** @type {const} */ (["record.get", { entity: "company", id: "ALFKI" }]);

export const WRITE = /** @type {const} */ (["record.create", { entity: "quote", record: {} }]);

export const never = () => new Promise(() => {});

/** Registers the same tests for every transport. @param {(connect: Connect) => void} tests */
export function overEach(tests) {
  for (const [name, transport] of Object.entries(transports)) {
    describe(`over the ${name} transport`, () => {
      /** @type {(() => void)[]} */
      const ends = [];
      afterEach(() => ends.splice(0).forEach((end) => end()));
      tests(async (script, more) => {
        const { host, end } = await transport({ request: (req) => script(req), ...more });
        const connection = connectDirect(host, { deadlineMs: 5_000 });
        ends.push(() => connection.close(), end);
        return { connection, host };
      });
    });
  }
}

/** Asserts that the call rejects with an error of these members, and gives it. @param {Connection} connection @param {readonly any[]} call @param {object} options @param {Record<string, unknown>} expected @returns {Promise<HostError>} */
export async function rejects(connection, [op, args], options, expected) {
  const error = await connection.request(op, args, options).then(
    (ok) => assert.fail(`answered ${JSON.stringify(ok)?.slice(0, 200)}`),
    (thrown) => thrown,
  );
  assert.equal(error.name, "HostError", String(error));
  for (const [name, value] of Object.entries(expected)) assert.deepEqual(error[name], value, name);
  return error;
}

/** Every message sent before is delivered once a later request is answered. @param {Connection} connection */
export const settled = (connection) => connection.request("meta.describe", {});

/** @param {Record<string, unknown>} object */
export function cyclic(object) {
  object.self = object;
  return object;
}
