// What a host tells unasked, over every transport.

import assert from "node:assert/strict";
import { test } from "node:test";
import { connectDirect } from "../../src/bridge/connection.js";
import { cyclic, overEach, settled } from "./asking.js";

overEach((connect) => {
  test("events arrive in order and once; what is replayed, late or malformed does not", async () => {
    /** @type {(evt: any) => void} */
    let tell = () => {};
    const listen = (/** @type {(evt: any) => void} */ fn) => ((tell = fn), () => {});
    const { connection } = await connect(async ({ id }) => ({ id, ok: {} }), { listen });
    /** @type {number[]} */
    const heard = [];
    const stop = connection.listen(({ seq }) => heard.push(seq));
    const evt = (/** @type {unknown} */ seq) => ({ name: "visibility", seq, data: { visible: true } });
    for (const each of [
      evt(1),
      evt(1),
      evt(3),
      evt(2),
      null,
      "visibility",
      { seq: 4 },
      cyclic(evt(5)),
      evt("6"),
      evt(NaN),
      evt(7),
    ])
      tell(each);
    await settled(connection);
    assert.deepEqual(heard, [1, 3, 7]);
    stop();
    tell(evt(8));
    await settled(connection);
    assert.deepEqual(heard, [1, 3, 7]);
  });

  test("a closed connection hears nothing more", async () => {
    /** @type {(evt: any) => void} */
    let tell = () => {};
    const { connection, host } = await connect(async ({ id }) => ({ id, ok: {} }), {
      listen: (fn) => ((tell = /** @type {any} */ (fn)), () => {}),
    });
    let heard = 0;
    connection.listen(() => (heard += 1));
    connection.close();
    tell({ name: "visibility", seq: 1, data: {} });
    const other = connectDirect(host);
    await settled(other);
    other.close();
    assert.equal(heard, 0);
  });
});
