// The one owner of IndexedDB. Rust hands in plain records and gets plain records back.
//
// A write is acknowledged on the transaction's `complete`, with durability "strict": the browser then says that the
// data reached the disk. A connection that broke is opened anew once; nothing is ever wiped to get rid of an error.

/** @typedef {{ table: string, key: string, value?: unknown }} Write `value` absent: delete */

export class Database {
  #name;
  #version;
  #tables;
  /** @type {Promise<IDBDatabase> | undefined} */
  #connection;
  #closed = false;

  /** @param {string} name @param {number} version @param {string[]} tables */
  constructor(name, version, tables) {
    this.#name = name;
    this.#version = version;
    this.#tables = tables;
  }

  /** @returns {Promise<{ table: string, value: unknown }[]>} */
  read() {
    return this.#attempt("readonly", (transaction) => {
      /** @type {{ table: string, value: unknown }[]} */
      const records = [];
      for (const table of this.#tables) {
        const request = transaction.objectStore(table).getAll();
        request.onsuccess = () => request.result.forEach((value) => records.push({ table, value }));
      }
      return records;
    });
  }

  /** @param {Write[]} writes */
  commit(writes) {
    return this.#attempt("readwrite", (transaction) => {
      for (const { table, key, value } of writes) {
        const store = transaction.objectStore(table);
        value === undefined ? store.delete(key) : store.put(value, key);
      }
    });
  }

  close() {
    this.#closed = true;
    this.#connection?.then((database) => database.close(), () => {});
    this.#connection = undefined;
  }

  /**
   * @template T
   * @param {IDBTransactionMode} mode
   * @param {(transaction: IDBTransaction) => T} work
   * @returns {Promise<T>}
   */
  async #attempt(mode, work) {
    try {
      return await this.#run(mode, work);
    } catch (error) {
      if (!BROKEN.has(nameOf(error)) || this.#closed) throw error;
      this.#connection = undefined;
      return this.#run(mode, work);
    }
  }

  /**
   * @template T
   * @param {IDBTransactionMode} mode
   * @param {(transaction: IDBTransaction) => T} work
   * @returns {Promise<T>}
   */
  async #run(mode, work) {
    if (this.#closed) throw new DOMException("signed out", "AbortError");
    const database = await (this.#connection ??= this.#open());
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(this.#tables, mode, { durability: "strict" });
      transaction.onabort = () => reject(transaction.error ?? new DOMException("aborted", "AbortError"));
      const result = work(transaction);
      transaction.oncomplete = () => resolve(result);
    });
  }

  /** @returns {Promise<IDBDatabase>} */
  #open() {
    const opening = new Promise((resolve, reject) => {
      const request = indexedDB.open(this.#name, this.#version);
      request.onupgradeneeded = () => {
        const present = request.result.objectStoreNames;
        this.#tables.filter((table) => !present.contains(table)).forEach((table) => request.result.createObjectStore(table));
      };
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        const database = request.result;
        const forget = () => (this.#connection = undefined);
        database.onclose = forget;
        // A newer build in another tab wants to change the schema: let it.
        database.onversionchange = () => (database.close(), forget());
        resolve(database);
      };
    });
    opening.catch(() => (this.#connection = undefined));
    return opening;
  }
}

/**
 * Everything under the name, whatever version wrote it.
 * @param {string} name
 * @returns {Promise<Record<string, unknown[]>>}
 */
export async function dump(name) {
  const database = await settled(indexedDB.open(name));
  try {
    /** @type {Record<string, unknown[]>} */
    const tables = {};
    for (const table of database.objectStoreNames) {
      tables[table] = await settled(database.transaction(table).objectStore(table).getAll());
    }
    return tables;
  } finally {
    database.close();
  }
}

/** @param {string} name @returns {Promise<unknown>} */
export const erase = (name) => settled(indexedDB.deleteDatabase(name));

/** Errors after which a new connection may work where the old one did not. */
const BROKEN = new Set(["InvalidStateError", "UnknownError"]);

/** @param {unknown} error */
const nameOf = (error) => (error instanceof DOMException || error instanceof Error ? error.name : "");

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
const settled = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
