// A host in memory that keeps the whole of the records' contract: it serves the demo and the tests, and is what an
// adapter's author can compare their own with. Nothing is kept beyond the page.
//
// Here are the operations. reference-host/entities.js says what the records are and what is refused, query.js finds them,
// faults.js breaks things on purpose, dates.js moves the sample data to the present.

import { operationsByEntity, recordsOf, validate } from "./reference-host/entities.js";
import { controls } from "./reference-host/faults.js";
import { checkLimit, chosen, page, position } from "./reference-host/query.js";
import { invalid, isObject, isRefusal, refusal } from "./reference-host/refusal.js";

export { shiftDates } from "./reference-host/dates.js";

/** @import { Catalogue, Change, DirectHost, HostAnswer, HostCaps, HostEvent, HostRecord, HostRequest } from './sapa.js' */
/** @import { Faults } from './reference-host/faults.js' */
/** @import { Row } from './reference-host/query.js' */

/**
 * What the answers say about the page, and how the host misbehaves.
 *
 * @typedef {object} ReferenceOptions
 * @property {string} [today] date of `context.get`, as YYYY-MM-DD
 * @property {{ id: string, name: string }} [user]
 * @property {string} [workspace]
 * @property {string} [locale]
 * @property {string} [client] id of the company the page is about
 * @property {string} [zone] IANA name of the zone of meetings that name none; "UTC" when absent
 * @property {number} [latencyMs] milliseconds before every answer
 * @property {Partial<Faults>} [faults] faults to begin with
 */

/**
 * A host with the records of `data`.
 *
 * Writes are idempotent by `idem`. A stale `baseVersion` is a conflict that names the members changed since. What is not
 * about records is answered `unsupported`.
 *
 * @example
 * const [data, records] = await Promise.all(
 *   ['data/northwind.json', 'data/records.json'].map(async (file) => (await fetch(file)).json()));
 * data.records = records;
 * document.querySelector('sapa-discount-calculator').host = createReferenceHost(shiftDates(data, '2026-11-23'));
 *
 * @param {Catalogue} data
 * @param {ReferenceOptions} [options]
 * @returns {DirectHost & Required<Pick<DirectHost, 'listen' | 'caps'>> & { faults: Faults }}
 */
export function createReferenceHost(data, options = {}) {
  /** @type {Map<string, Map<string, Row>>} */
  const tables = new Map();
  for (const [kind, records] of recordsOf(data, options.zone)) tables.set(kind, table(records));
  /** Changes in order; the cursor of `changes.since` counts them. @type {Change[]} */
  const changes = [];
  /** What a write answered, by its `idem`. @type {Map<string, { asked: string, ok: object }>} */
  const done = new Map();
  /** @type {Set<(evt: HostEvent) => void>} */
  const listeners = new Set();
  let seq = 0;
  let given = 0;

  /** @param {any} name @param {any} content */
  const tell = (name, content) => {
    const evt = { name, seq: ++seq, data: content };
    // A listener that throws must not turn a write that was made into one that failed.
    for (const listener of listeners) queueMicrotask(() => listener(structuredClone(evt)));
  };
  const faults = controls({ latencyMs: options.latencyMs, ...options.faults }, (online) =>
    tell("connectivity", { online }),
  );

  /** @type {Record<string, (args: any, req: HostRequest) => object>} */
  const operations = {
    "context.get": () => ({
      workspace: options.workspace ?? "reference",
      user: options.user ?? { id: "user", name: "User" },
      host: { name: "Reference host" },
      locale: options.locale ?? "en",
      currency: data.priceList.currency,
      today: options.today,
      client: options.client,
      groups: data.groups,
    }),
    "meta.describe": () => CAPS,
    "record.get": ({ entity, id, fields }) => chosen(row(entity, id), fields),
    "record.query": (args) => page([...entity(args.entity).values()], args),
    "record.create": ({ entity: kind, record }, req) =>
      once(req, () => {
        const rows = entity(kind);
        if (!isObject(record)) throw invalid({ record: "must be an object" });
        validate(kind, record, has, data);
        const id = record.id === undefined ? freeId(kind) : record.id;
        if (typeof id !== "string" || id === "") throw invalid({ id: "must be a text" });
        const existing = rows.get(id);
        if (existing) throw refusal("duplicate", "the id is taken", { candidates: [existing.record] });
        return commit(kind, id, record, undefined);
      }),
    "record.update": ({ entity: kind, id, patch }, req) =>
      once(req, () => {
        const before = row(kind, id);
        if (!isObject(patch)) throw invalid({ patch: "must be an object" });
        checkBase(req, before);
        const record = { ...before.record, ...patch };
        for (const name in patch) if (patch[name] === null) delete record[name];
        validate(kind, record, has, data);
        return commit(kind, id, record, before);
      }),
    "record.remove": ({ entity: kind, id }, req) =>
      once(req, () => {
        const before = row(kind, id);
        if (!CAPS.entities?.[kind]?.includes("remove")) throw refusal("unsupported", `a ${kind} cannot be removed`);
        checkBase(req, before);
        entity(kind).delete(id);
        noteChange({ entity: kind, id, deleted: true });
        return {};
      }),
    "changes.since": ({ cursor, limit = 100 }) => {
      checkLimit(limit);
      const from = cursor === undefined ? changes.length : position(cursor, changes.length);
      const to = Math.min(from + limit, changes.length);
      return { changes: changes.slice(from, to), cursor: String(to), more: to < changes.length };
    },
  };

  return {
    faults,
    caps: CAPS,
    listen(fn) {
      listeners.add(fn);
      return () => listeners.delete(fn);
    },
    async request(incoming) {
      // Over a direct call the widget could otherwise change the request while it waits.
      const req = structuredClone(incoming);
      const fault = nextFault();
      const res = fault instanceof Object ? { id: req.id, err: fault } : answer(req);
      if (faults.latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, faults.latencyMs));
      if (fault === "dropAnswers") return new Promise(() => {});
      return fault === "malformed" ? /** @type {any} */ ("<html>Sign in to the network</html>") : res;
    },
  };

  /** What goes wrong with the next request: an error instead of its answer, or the answer itself. */
  function nextFault() {
    const { error } = faults;
    if (faults.offline) return refusal("offline", "the network is switched off");
    faults.error = null;
    if (error) return error;
    for (const name of /** @type {const} */ (["dropAnswers", "malformed"])) {
      if (faults[name] > 0) {
        faults[name]--;
        return name;
      }
    }
    return undefined;
  }

  /** @param {HostRequest} req @returns {HostAnswer} */
  function answer(req) {
    try {
      const operation = Object.hasOwn(operations, req.op) ? operations[req.op] : undefined;
      if (!operation) throw refusal("unsupported", `there is no ${req.op}`);
      if (!isObject(req.args)) throw invalid({ args: "must be an object" });
      if (JSON.stringify(req.args).length > PAYLOAD) throw refusal("too_large", `more than ${PAYLOAD} characters`);
      return { id: req.id, ok: /** @type {any} */ (structuredClone(operation(req.args, req))) };
    } catch (thrown) {
      if (isRefusal(thrown)) return { id: req.id, err: structuredClone(thrown) };
      throw thrown;
    }
  }

  /** Carries a write out once per `idem`; the same key for another change is the caller's mistake. @param {HostRequest} req @param {() => object} write */
  function once({ op, args, idem }, write) {
    if (idem === undefined) return write();
    const asked = JSON.stringify([op, args]);
    const before = done.get(idem);
    if (before && before.asked !== asked) throw invalid({ idem: "was used for another change" });
    const ok = before?.ok ?? write();
    done.set(idem, { asked, ok });
    return ok;
  }

  /** @param {string} kind @param {string} id @param {Record<string, unknown>} content @param {Row | undefined} before */
  function commit(kind, id, content, before) {
    const version = Number(before?.record.version ?? 0) + 1;
    const record = { ...content, id, version: String(version) };
    const changed = { ...before?.changed };
    for (const name of new Set([...Object.keys(content), ...Object.keys(before?.record ?? {})])) {
      if (JSON.stringify(content[name]) !== JSON.stringify(before?.record[name])) changed[name] = version;
    }
    entity(kind).set(id, { record, changed, at: new Date().toISOString() });
    const written = { id, version: record.version };
    noteChange({ entity: kind, ...written });
    return written;
  }

  /** @param {any} change */
  function noteChange(change) {
    changes.push(change);
    tell("record.changed", change);
  }

  /** Refuses a write that does not start from the record as it is. @param {HostRequest} req @param {Row} before */
  function checkBase({ baseVersion }, { record, changed }) {
    if (baseVersion === undefined) throw invalid({ baseVersion: "is needed to change a record" });
    if (baseVersion === record.version) return;
    const fields = Object.keys(changed).filter((name) => !(changed[name] <= Number(baseVersion)));
    throw refusal("conflict", "changed since it was read", { current: record, version: record.version, fields });
  }

  /** @param {string} kind @param {unknown} id */
  function has(kind, id) {
    return tables.get(kind)?.has(/** @type {string} */ (id)) ?? false;
  }

  /** An id that was never given before, though its record be gone. @param {string} kind */
  function freeId(kind) {
    do given++;
    while (has(kind, `${kind}-${given}`));
    return `${kind}-${given}`;
  }

  /** @param {string} kind */
  function entity(kind) {
    const rows = tables.get(kind);
    if (!rows) throw refusal("unsupported", "there is no such entity");
    return rows;
  }

  /** @param {string} kind @param {string} id */
  function row(kind, id) {
    const found = entity(kind).get(id);
    if (!found) throw refusal("not_found", "there is no such record");
    return found;
  }
}

/** Characters of one request's arguments. */
const PAYLOAD = 1_000_000;
/** @type {HostCaps} */
const CAPS = {
  entities: operationsByEntity(),
  concurrency: "token",
  idempotency: "native",
  changes: "push",
  deletes: true,
  ui: [],
  limits: { payload: PAYLOAD },
};

/** @param {readonly object[]} records @returns {Map<string, Row>} */
function table(records) {
  const at = new Date().toISOString();
  return new Map(
    records.map((source) => {
      const record = /** @type {HostRecord} */ ({ ...source, version: "1" });
      return [record.id, { record, changed: {}, at }];
    }),
  );
}
