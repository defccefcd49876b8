// A host in memory that keeps the whole of the records' contract: it serves the demo and the tests, and is what an
// adapter's author can compare their own with. Nothing is kept beyond the page.

/** @import { Catalogue, DirectHost, HostAnswer, HostCaps, HostErrorData, HostEvent, HostRecord, HostRequest, OrderRow } from './sapa.js' */

/**
 * What can go wrong on purpose, read anew for every request.
 *
 * @typedef {object} Faults
 * @property {boolean} offline every request is answered `offline`; changing it tells the listeners
 * @property {number} dropAnswers so many of the next requests are carried out and never answered
 * @property {number} malformed so many of the next answers are not what the contract allows
 * @property {number} latencyMs milliseconds before every answer
 * @property {HostErrorData | null} error what the next request is answered, once, without being carried out
 */

/**
 * What the answers say about the page, and how the host misbehaves.
 *
 * @typedef {object} ReferenceOptions
 * @property {string} [today] date of `context.get`, as YYYY-MM-DD
 * @property {{ id: string, name: string }} [user]
 * @property {string} [workspace]
 * @property {string} [locale]
 * @property {string} [client] id of the company the page is about
 * @property {number} [latencyMs] milliseconds before every answer
 * @property {Partial<Faults>} [faults] faults to begin with
 */

/**
 * A host with the records of `data`.
 *
 * Creates and updates are idempotent by `idem`. A stale `baseVersion` is a conflict that names the members changed since.
 * What is not about records is answered `unsupported`.
 *
 * @example
 * const data = await (await fetch('data/northwind.json')).json();
 * document.querySelector('sapa-discount-calculator').host = createReferenceHost(shiftDates(data, '2026-11-23'));
 *
 * @param {Catalogue} data
 * @param {ReferenceOptions} [options]
 * @returns {DirectHost & Required<Pick<DirectHost, 'listen' | 'caps'>> & { faults: Faults }}
 */
export function createReferenceHost(data, options = {}) {
  /** @type {Map<string, Map<string, Row>>} */
  const tables = new Map([
    ["company", table(data.companies)],
    ["product", table(data.products)],
    ["priceList", table([data.priceList])],
    ["order", table((data.orders ?? []).map(order))],
    ["quote", table([])],
  ]);
  /** Changes in order; the cursor of `changes.since` counts them. @type {{ entity: string, id: string, version: string }[]} */
  const changes = [];
  /** What a write answered, by its `idem`. @type {Map<string, { asked: string, ok: object }>} */
  const done = new Map();
  /** @type {Set<(evt: HostEvent) => void>} */
  const listeners = new Set();
  let seq = 0;

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
        validate(kind, record);
        const id = record.id === undefined ? freeId(kind, rows) : record.id;
        if (typeof id !== "string" || id === "") throw invalid({ id: "must be a text" });
        const existing = rows.get(id);
        if (existing) throw refusal("duplicate", "the id is taken", { candidates: [existing.record] });
        return commit(kind, id, record, undefined);
      }),
    "record.update": ({ entity: kind, id, patch }, req) =>
      once(req, () => {
        const before = row(kind, id);
        if (!isObject(patch)) throw invalid({ patch: "must be an object" });
        if (req.baseVersion === undefined) throw invalid({ baseVersion: "is needed to update" });
        if (req.baseVersion !== before.record.version) {
          const fields = Object.keys(before.changed).filter(
            (name) => !(before.changed[name] <= Number(req.baseVersion)),
          );
          throw refusal("conflict", "changed since it was read", {
            current: before.record,
            version: before.record.version,
            fields,
          });
        }
        const record = { ...before.record, ...patch };
        for (const name in patch) if (patch[name] === null) delete record[name];
        validate(kind, record);
        return commit(kind, id, record, before);
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
    changes.push({ entity: kind, ...written });
    tell("record.changed", { entity: kind, ...written });
    return written;
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

  /** Quotes are what widgets write, so they are checked through and through. @param {string} kind @param {any} record */
  function validate(kind, record) {
    if (kind !== "quote") return;
    /** @type {Record<string, string>} */
    const wrong = {};
    if (!tables.get("company")?.has(record.clientId)) wrong.clientId = "is not a company";
    if (record.currency !== data.priceList.currency) wrong.currency = `must be ${data.priceList.currency}`;
    if (!data.priceList.terms.some(({ id }) => id === record.termId)) wrong.termId = "is not a payment term";
    if (Number.isNaN(Date.parse(record.created))) wrong.created = "must be an instant";
    for (const name of ["list", "net", "manualPercent"])
      if (!isDecimal(record[name])) wrong[name] = "must be a decimal text";
    if (!Array.isArray(record.lines) || record.lines.length === 0) wrong.lines = "must not be empty";
    else
      record.lines.forEach((/** @type {any} */ line, /** @type {number} */ n) => {
        if (!tables.get("product")?.has(line?.productId)) wrong[`lines[${n}].productId`] = "is not a product";
        for (const name of ["quantity", "price", "net"])
          if (!isDecimal(line?.[name])) wrong[`lines[${n}].${name}`] = "must be a decimal text";
      });
    if (Object.keys(wrong).length > 0) throw invalid(wrong);
  }
}

/**
 * The same catalogue moved by whole weeks, so that weekdays stay and the last order lies in the week that ends `today`.
 *
 * @param {Catalogue} data
 * @param {string} today as YYYY-MM-DD
 * @returns {Catalogue}
 */
export function shiftDates(data, today) {
  const orders = data.orders ?? [];
  const last = orders.reduce((latest, [, , date]) => (date > latest ? date : latest), "");
  if (last === "") return data;
  const days = Math.floor((Date.parse(today) - Date.parse(last)) / (7 * DAY_MS)) * 7;
  /** @param {string} date */
  const moved = (date) => new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
  const { priceList } = data;
  return {
    ...data,
    priceList: priceList.validFrom ? { ...priceList, validFrom: moved(priceList.validFrom) } : priceList,
    orders: orders.map(([id, clientId, date, lines]) => [id, clientId, moved(date), lines]),
  };
}

/**
 * A record and when each of its members last changed, as the number of its version.
 *
 * @typedef {{ record: HostRecord, changed: Record<string, number>, at: string }} Row
 */

const DAY_MS = 86_400_000;
/** Characters of one request's arguments. */
const PAYLOAD = 1_000_000;
/** @type {HostCaps} */
const CAPS = {
  entities: {
    company: ["get", "query", "create", "update"],
    product: ["get", "query", "create", "update"],
    priceList: ["get", "query", "create", "update"],
    order: ["get", "query", "create", "update"],
    quote: ["get", "query", "create", "update"],
  },
  concurrency: "token",
  idempotency: "native",
  changes: "push",
  deletes: false,
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

/** @param {string} kind @param {Map<string, Row>} rows */
function freeId(kind, rows) {
  let n = rows.size + 1;
  while (rows.has(`${kind}-${n}`)) n++;
  return `${kind}-${n}`;
}

/** The order as a record. @param {OrderRow} row */
function order([id, clientId, date, lines]) {
  return {
    id,
    clientId,
    date,
    lines: lines.map(([productId, quantity, price, discount]) => ({
      productId,
      quantity: String(quantity),
      price,
      discount,
    })),
  };
}

/** @param {Row[]} rows @param {any} query */
function page(rows, { cursor, limit = 100, fields, filter = {}, updatedSince = "" }) {
  checkLimit(limit);
  const wanted = Object.entries(filter);
  const found = rows.filter(
    ({ record, at }) => at >= updatedSince && wanted.every(([name, rule]) => matches(record[name], rule)),
  );
  const from = cursor === undefined ? 0 : position(cursor, found.length);
  const to = from + limit;
  const records = found.slice(from, to).map((each) => chosen(each, fields));
  return to < found.length ? { records, cursor: String(to) } : { records };
}

/** @param {unknown} value @param {any} rule */
function matches(value, rule) {
  if (!isObject(rule)) return value === rule;
  const unknown = Object.keys(rule).find((name) => !["in", "gte", "lt", "contains"].includes(name));
  if (unknown !== undefined) throw refusal("unsupported", `there is no filter ${unknown}`);
  const text = String(value ?? "");
  return (
    (rule.in === undefined || rule.in.includes(value)) &&
    (rule.gte === undefined || text >= rule.gte) &&
    (rule.lt === undefined || text < rule.lt) &&
    (rule.contains === undefined || text.toLowerCase().includes(String(rule.contains).toLowerCase()))
  );
}

/** @param {Row} row @param {string[] | undefined} fields */
function chosen({ record }, fields) {
  if (fields === undefined) return record;
  if (!Array.isArray(fields)) throw invalid({ fields: "must be a list" });
  const names = ["id", "version", ...fields].filter((name) => Object.hasOwn(record, name));
  return Object.fromEntries(names.map((name) => [name, record[name]]));
}

/** @param {unknown} limit */
function checkLimit(limit) {
  if (!Number.isInteger(limit) || Number(limit) < 1) throw invalid({ limit: "must be a whole number from 1" });
}

/** @param {unknown} cursor @param {number} most */
function position(cursor, most) {
  const at = Number(cursor);
  if (!Number.isInteger(at) || at < 0 || at > most) throw invalid({ cursor: "is not one this host gave" });
  return at;
}

/** @param {Partial<Faults>} start @param {(online: boolean) => void} changed @returns {Faults} */
function controls({ offline = false, dropAnswers = 0, malformed = 0, latencyMs = 0, error = null }, changed) {
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

/** @param {Record<string, string>} fields */
const invalid = (fields) => refusal("invalid", "the request or the record is not valid", { fields });

/** An error that left everything as it was. @param {HostErrorData['code']} code @param {string} message @param {object} [more] @returns {HostErrorData} */
const refusal = (code, message, more) => ({ code, message, retryable: code === "offline", outcome: "none", ...more });

/** @param {any} thrown @returns {thrown is HostErrorData} */
const isRefusal = (thrown) => thrown?.outcome === "none";
/** @param {unknown} value @returns {value is Record<string, any>} */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/** @param {unknown} value */
const isDecimal = (value) => typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value);
